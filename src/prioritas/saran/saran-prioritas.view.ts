import type { UnitEntity } from '../../organisasi/unit.entity';
import type { TujuanSaran } from '../../rtl/saran/saran-tindak-lanjut.query';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat, type Pilihan, type UraianMedan } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { bingkaiSaran, namaUnsur } from '../../survei/saran/bingkai-saran.view';
import type { SaranTersimpan } from '../../survei/saran/saran.query';
import { pilihanPenanggap } from '../../survei/saran/borang-saran.view';
import { jalurSaran, type TempatSaran } from '../../survei/saran/tempat-saran';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

interface IsiBorangSaran extends Isian {
  readonly judul: string;
  readonly akhir: string;
  readonly anak: string;
  readonly medan: readonly UraianMedan[];
  readonly tombol: string;
  readonly kosong: { readonly judul: string; readonly teks: string } | null;
}

function borang(tempat: TempatSaran, saran: SaranTersimpan, isi: IsiBorangSaran): Halaman {
  const alamat = jalurSaran(tempat, String(saran.nomor));
  return new Halaman(
    'saran/formulir',
    {
      kerangka: bingkaiSaran(tempat, isi.judul, [{ teks: `Saran ${saran.nomor}`, tautan: alamat }, { teks: isi.judul }]),
      judul: isi.judul,
      anak: isi.anak,
      // A plan is read by everybody: the words that go into it are those without identities.
      kutipan: saran.teks,
      ringkasan: ringkasanGalat('Belum tersimpan', isi.galat),
      medan: medan(isi.medan, isi.ketikan, isi.galat),
      aksi: jalurSaran(tempat, String(saran.nomor), isi.akhir),
      metode: 'post',
      kirim: true,
      tersembunyi: [],
      akibat: null,
      tombol: isi.tombol,
      batal: alamat,
      kosong: isi.kosong && { ikon: 'table', ...isi.kosong, tautan: alamat, ajakan: 'Kembali ke sarannya' },
    },
    isi.galat.length > 0 ? 422 : 200,
  );
}

const TANPA_DRAF = {
  judul: 'Tidak ada rencana berstatus draf',
  teks: 'Rencana yang sudah diajukan atau ditetapkan tidak ditambah dari sini. Kaitkan saran ini dengan prioritas atau kegiatan yang ada.',
};

export function prioritasBaruView(
  tempat: TempatSaran,
  saran: SaranTersimpan,
  rencana: readonly { kode: string; judul: string }[],
  isian: Isian | null,
): Halaman {
  const unsur = saran.unsur === null ? null : namaUnsur(tempat, saran.unsur);
  const awal = {
    rencana: rencana.length === 1 ? (rencana[0]?.kode ?? '') : '',
    judul: unsur === null ? satuBaris(saran.teks) : '',
    denganUnsur: unsur === null ? 'tidak' : 'ya',
    alasan: `Saran responden nomor ${saran.nomor} pada ${tempat.survei.judul}`,
  };
  return borang(tempat, saran, {
    ...(isian ?? { ketikan: awal, galat: [] }),
    judul: 'Jadikan prioritas',
    akhir: 'prioritas-baru',
    anak: 'Prioritas baru dalam rencana yang masih draf.',
    tombol: 'Buat prioritas',
    kosong: rencana.length === 0 ? TANPA_DRAF : null,
    medan: [
      {
        nama: 'rencana',
        label: 'Rencana',
        jenis: 'pilihan',
        pilihan: [{ nilai: '', teks: 'Pilih rencana' }, ...rencana.map((r) => ({ nilai: r.kode, teks: `${r.kode} ${r.judul}` }))],
      },
      { nama: 'judul', label: 'Judul prioritas', maks: 300 },
      {
        nama: 'denganUnsur',
        label: 'Tentang unsur',
        jenis: 'radio',
        pilihan: [
          ...(unsur === null ? [] : [{ nilai: 'ya', teks: unsur }]),
          { nilai: 'tidak', teks: 'Bukan unsur', petunjuk: 'Prioritas dari keluhan atau saran responden saja.' },
        ],
      },
      {
        nama: 'alasan',
        label: 'Alasan',
        petunjuk: 'Dicetak dalam laporan di samping prioritas tambahan.',
        jenis: 'area',
        maks: 2000,
      },
    ],
  });
}

export function kegiatanBaruView(
  tempat: TempatSaran,
  saran: SaranTersimpan,
  tujuan: readonly TujuanSaran[],
  unit: readonly UnitEntity[],
  isian: Isian | null,
): Halaman {
  const awal = { prioritas: tujuan.length === 1 ? (tujuan[0]?.prioritasId ?? '') : '', unit: saran.unit?.kode ?? '' };
  return borang(tempat, saran, {
    ...(isian ?? { ketikan: awal, galat: [] }),
    judul: 'Jadikan kegiatan',
    akhir: 'kegiatan-baru',
    anak: 'Kegiatan baru di bawah prioritas dalam rencana yang masih draf.',
    tombol: 'Buat kegiatan',
    kosong: tujuan.length === 0 ? { ...TANPA_DRAF, judul: 'Tidak ada prioritas dalam rencana berstatus draf' } : null,
    medan: [
      {
        nama: 'prioritas',
        label: 'Prioritas',
        jenis: 'pilihan',
        pilihan: [
          { nilai: '', teks: 'Pilih prioritas' },
          ...tujuan.map((t) => ({ nilai: t.prioritasId, teks: `${t.rencana} › ${t.no}. ${t.judul}` })),
        ],
      },
      {
        nama: 'uraian',
        label: 'Kegiatan',
        petunjuk: 'Apa yang akan dilakukan, bukan bunyi sarannya.',
        jenis: 'area',
        maks: 2000,
      },
      {
        nama: 'kode',
        label: 'Kode kegiatan',
        petunjuk: 'Kosongkan untuk kode berikutnya rencana itu, misalnya RTL-2026-07.',
        bolehKosong: true,
        pendek: true,
        maks: 100,
      },
      {
        nama: 'jadwal',
        label: 'Jadwal',
        petunjuk: 'Periode dipisah koma: 2026-TW1 (Januari–Maret), 2026-TW2, atau bulan seperti 2026-03.',
        maks: 500,
      },
      {
        nama: 'unit',
        label: 'Unit penanggung jawab',
        jenis: 'pilihan',
        pilihan: pilihanPenanggap(unit).filter((p) => p.nilai !== '-'),
      },
    ],
  });
}

export function kaitkanView(
  tempat: TempatSaran,
  saran: SaranTersimpan,
  tujuan: readonly TujuanSaran[],
  isian: Isian | null,
): Halaman {
  return borang(tempat, saran, {
    ...(isian ?? { ketikan: {}, galat: [] }),
    judul: 'Kaitkan dengan yang ada',
    akhir: 'kaitkan',
    anak: 'Rencananya tidak berubah; tautannya tampil pada kedua halaman.',
    tombol: 'Kaitkan',
    kosong:
      tujuan.length === 0
        ? {
            judul: 'Belum ada prioritas',
            teks: 'Prioritas dan kegiatan ada di dalam rencana tindak lanjut. Instansi ini belum memilikinya.',
          }
        : null,
    medan: [{ nama: 'tujuan', label: 'Prioritas atau kegiatan', jenis: 'pilihan', pilihan: pilihanTujuan(tujuan) }],
  });
}

function pilihanTujuan(tujuan: readonly TujuanSaran[]): Pilihan[] {
  return [
    { nilai: '', teks: 'Pilih prioritas atau kegiatan' },
    ...tujuan.flatMap((t) => [
      { nilai: `p:${t.prioritasId}`, teks: `${t.rencana} › ${t.no}. ${potong(t.judul)}` },
      ...t.kegiatan.map((k) => ({ nilai: `k:${k.id}`, teks: `  ${t.rencana} › ${k.kode} ${potong(k.uraian)}` })),
    ]),
  ];
}

const potong = (teks: string, maks = 90): string => (teks.length <= maks ? teks : `${teks.slice(0, maks - 1).trimEnd()}…`);
const satuBaris = (teks: string): string => potong(teks.replace(/\s+/g, ' '), 200);
