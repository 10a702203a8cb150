import type { Tempat } from '../../organisasi/tempat';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import type { UraianMedan } from '../../shared/tampilan/medan';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { formulirRtl, jalurInstansi, jalurRencana, remahRencana } from '../halaman/halaman-rtl.view';
import type { KesiapanRencana } from './kekurangan.rules';
import { semuaTersusun, type RencanaTersusun } from '../susun/susunan';

export interface Pilihannya {
  readonly survei: readonly { readonly kode: string; readonly judul: string }[];
  readonly rencana: readonly { readonly kode: string; readonly judul: string }[];
}

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

function medanKepala({ survei, rencana }: Pilihannya, kini?: string): UraianMedan[] {
  const pilihan = (kosong: string, daftar: Pilihannya['survei']) => [
    { nilai: '', teks: kosong },
    ...daftar.map((s) => ({ nilai: s.kode, teks: `${s.kode} ${s.judul}` })),
  ];
  return [
    { nama: 'judul', label: 'Judul', maks: 1000, jenis: 'area', baris: 2 },
    {
      nama: 'survei',
      label: 'Menjawab survei',
      jenis: 'pilihan',
      pilihan: pilihan('Bukan dari satu survei', survei),
      bolehKosong: true,
    },
    {
      ...{ nama: 'periode', label: 'Periode', bolehKosong: true, maks: 8, pendek: true },
      petunjuk: 'Bila bukan dari satu survei: 2026, 2026-S1, 2026-TW2, atau 2026-04.',
    },
    {
      ...{ nama: 'satuanJadwal', label: 'Jadwal disusun per', jenis: 'radio' },
      pilihan: [
        { nilai: 'triwulan', teks: 'Triwulan', petunjuk: 'TW I Januari–Maret sampai TW IV Oktober–Desember' },
        { nilai: 'bulan', teks: 'Bulan' },
      ],
    },
    {
      ...{ nama: 'asal', label: 'Rencana sebelumnya', jenis: 'pilihan', bolehKosong: true },
      petunjuk: 'Kegiatannya yang belum selesai ditawarkan untuk dilanjutkan.',
      pilihan: pilihan('Tidak ada', rencana.filter((r) => r.kode !== kini)), // prettier-ignore
    },
  ];
}

export function buatRencanaView(tempat: Tempat, pilihan: Pilihannya, { ketikan, galat }: Isian): Halaman {
  const [judul, ...lain] = medanKepala(pilihan);
  return formulirRtl(tempat, {
    judul: 'Buat rencana tindak lanjut',
    remah: [],
    medan: [
      ...(judul ? [judul] : []),
      {
        nama: 'kode',
        label: 'Kode',
        petunjuk: 'Pendek dan tetap; awal kode setiap kegiatannya, seperti RTL-2026-07.',
        maks: 100,
        pendek: true,
      },
      ...lain,
    ],
    ...{ ketikan, galat, gagal: 'Rencana belum dibuat', tombol: 'Buat rencana' },
    aksi: jalurInstansi(tempat, 'rencana-baru'),
    batal: jalurInstansi(tempat),
  });
}

export function ubahRencanaView(tempat: Tempat, r: RencanaTersusun, pilihan: Pilihannya, { ketikan, galat }: Isian): Halaman {
  return formulirRtl(tempat, {
    judul: `Ubah rencana ${r.kode}`,
    remah: remahRencana(tempat, r.kode),
    medan: medanKepala(pilihan, r.kode),
    ...{ ketikan, galat, gagal: 'Rencana belum diubah', tombol: 'Simpan rencana' },
    tersembunyi: [{ nama: 'versi', nilai: String(r.versi) }],
    aksi: jalurRencana(tempat, r.kode, 'ubah'),
    batal: jalurRencana(tempat, r.kode),
  });
}

const KATA = {
  ajukan: {
    ...{ judul: 'Ajukan rencana', tombol: 'Ajukan', gagal: 'Rencana belum diajukan' },
    akibat: [
      'Rencana terkunci selama menunggu putusan pimpinan.',
      'Pimpinan menetapkannya, atau mengembalikannya dengan alasan.',
    ],
  },
  tarik: {
    ...{ judul: 'Tarik pengajuan', tombol: 'Tarik pengajuan', gagal: 'Pengajuan belum ditarik' },
    akibat: ['Rencana menjadi draf lagi dan dapat diubah.', 'Penarikannya tersimpan dalam riwayat; rencana dapat diajukan lagi.'],
  },
  kembalikan: {
    ...{ judul: 'Kembalikan rencana', tombol: 'Kembalikan', gagal: 'Rencana belum dikembalikan' },
    akibat: ['Rencana menjadi draf lagi dan dapat diubah.', 'Alasannya tersimpan dalam riwayat.'],
  },
  tetapkan: {
    ...{ judul: 'Tetapkan rencana', tombol: 'Tetapkan', gagal: 'Rencana belum ditetapkan' },
    akibat: [
      'Rencana terkunci: kegiatannya menjadi penyebut persentase realisasi.',
      'Setiap periode yang dijadwalkan menjadi slot pelaporan.',
      'Perubahan sesudahnya hanya melalui adendum.',
    ],
  },
} as const;

/** The page before an act on a plan: what is in it, what is missing, what follows. */
export function langkahView(
  tempat: Tempat,
  r: RencanaTersusun,
  tindakan: keyof typeof KATA,
  kekurangan: readonly KesiapanRencana[],
  { ketikan, galat }: Isian,
): Halaman {
  const kata = KATA[tindakan];
  const kegiatan = semuaTersusun(r).length;
  return formulirRtl(tempat, {
    judul: `${kata.judul} ${r.kode}`,
    anak: `${r.judul}: ${r.prioritas.length} prioritas, ${kegiatan} kegiatan.`,
    remah: remahRencana(tempat, r.kode),
    medan: tindakan === 'kembalikan' ? [{ nama: 'alasan', label: 'Alasan', petunjuk: 'Dibaca penyusunnya, dan tersimpan dalam riwayat.', jenis: 'area', maks: 1000 }] : [], // prettier-ignore
    // Nothing is typed into the sidik: what is to be read again stands above the button.
    galat: galat.map((g) => (g.medan === 'sidik' ? { ...g, medan: 'akibat' } : g)),
    ...{ ketikan, gagal: kata.gagal, tombol: kata.tombol },
    tersembunyi: [{ nama: 'sidik', nilai: r.sidik }],
    akibat: {
      judul: kekurangan.length > 0 ? 'Yang masih kurang, lalu akibatnya:' : 'Akibatnya:',
      butir: [...kekurangan.map((k) => k.pesan), ...kata.akibat],
    },
    aksi: jalurRencana(tempat, r.kode, tindakan),
    batal: jalurRencana(tempat, r.kode),
  });
}
