import type { Tempat } from '../../organisasi/tempat';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { bulanDalamKata, jumlahPerTahun, kodePeriode, romawi, type Periode } from '../../shared/periode';
import { medan, ringkasanGalat, type Pilihan } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { waktuIndonesia } from '../../shared/tanggal';
import { bingkaiRtl, jalurRencana, remahRencana } from '../halaman/halaman-rtl.view';
import { horizon } from '../jadwal.rules';
import type { SatuanJadwal } from '../rtl.rules';
import { MAKS_BUKTI, MAKS_PJ, rapikanIsi, type IsiKegiatan } from '../susun/isi-kegiatan.rules';
import type { KegiatanTersusun, RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import type { Banding } from './gabungan.rules';
import { NAMA_BUKTI, NAMA_MEDAN, namaJadwal, teksMedan } from './kegiatan-teks';
import { bacaKetikanKegiatan, jumlahBaris, tahunFormulir } from './ketikan-kegiatan';

export interface BahanFormulir {
  readonly tempat: Tempat;
  readonly rencana: RencanaTersusun;
  readonly acuan: Acuan;
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
  readonly judul: string;
  readonly anak?: string;
  readonly gagal: string;
  readonly aksi: string;
  readonly tombol: string;
  readonly batal?: string;
  /** version and beginning that the form was made from, and what else goes along */
  readonly tersembunyi?: readonly { readonly nama: string; readonly nilai: string }[];
  /** a new kegiatan may bring a code of the agency's own */
  readonly denganKode?: boolean;
  /** an addendum says why */
  readonly denganAlasan?: boolean;
  /** fixed, as for one that replaces another */
  readonly tanpaPrioritas?: boolean;
  readonly usang?: UsangView | null;
  readonly status?: number;
}

export interface UsangView {
  readonly pesan: string;
  readonly baris: readonly {
    readonly medan: string;
    readonly semula: string;
    readonly kini: string;
    readonly isian: string;
    readonly dipakai: string;
  }[];
}

const KATA_DIPAKAI = {
  kini: 'Yang kini, karena Anda tidak mengubahnya',
  isian: 'Isian Anda, karena hanya Anda yang mengubahnya',
  bentrok: 'Keduanya mengubah. Isian Anda ada di formulir; sesuaikan bila perlu',
} as const;

/** What two editors wrote, part by part. */
export function usangView(
  tempat: Tempat,
  kini: KegiatanTersusun,
  dasar: IsiKegiatan,
  isian: IsiKegiatan,
  banding: readonly Banding[],
  rencana: RencanaTersusun,
  acuan: Acuan,
): UsangView {
  const oleh = kini.diubahNama ?? 'impor paket';
  const pada = kini.diubahPada === null ? '' : `, ${waktuIndonesia(tempat.instansi.zonaWaktu, kini.diubahPada)}`;
  return {
    pesan: `Kegiatan ini diubah oleh ${oleh}${pada}, sesudah Anda membukanya. Belum ada isian Anda yang disimpan, dan tidak ada yang hilang.`,
    baris: banding.map((b) => ({
      medan: NAMA_MEDAN[b.medan],
      semula: teksMedan(dasar, b.medan, rencana, acuan),
      kini: teksMedan(kini.isi, b.medan, rencana, acuan),
      isian: teksMedan(isian, b.medan, rencana, acuan),
      dipakai: KATA_DIPAKAI[b.dipakai],
    })),
  };
}

const HORIZON = {
  pendek: 'jangka pendek (kurang dari 12 bulan)',
  menengah: 'jangka menengah (12–24 bulan)',
  panjang: 'jangka panjang (lebih dari 24 bulan)',
} as const;

export function horizonTeks(jadwal: readonly string[]): string {
  const h = horizon(jadwal);
  return h === null ? 'belum ada, karena belum dijadwalkan' : HORIZON[h];
}

/** The form of a kegiatan, for a draf or an addendum. */
export function kegiatanFormulir(b: BahanFormulir): Halaman {
  const { tempat, rencana, acuan, ketikan, galat } = b;
  const isi = rapikanIsi(bacaKetikanKegiatan(ketikan));
  const satu = (u: Parameters<typeof medan>[0][number]) => medan([u], ketikan, galat)[0];
  const tahunIni = Number(tempat.hariIni.slice(0, 4));
  const survei = acuan.daftarSurvei.find((s) => s.kode === rencana.survei);
  const tahunAwal = rencana.periode?.tahun ?? survei?.tahun ?? tahunIni;
  const tahun = tahunFormulir(ketikan, tahunAwal, tahunIni);
  const barisPj = jumlahBaris(ketikan, 'pj', '', 2, MAKS_PJ);
  const barisBukti = jumlahBaris(ketikan, 'bukti', '_uraian', 1, MAKS_BUKTI);
  const pilihanPj = pilihanPenanggungJawab(acuan, isi);
  return new Halaman(
    'rtl/kegiatan-formulir',
    {
      kerangka: bingkaiRtl(tempat, b.judul, remahRencana(tempat, rencana.kode)),
      judul: b.judul,
      anak: b.anak ?? null,
      ringkasan: ringkasanGalat(b.gagal, galat),
      usang: b.usang ?? null,
      aksi: b.aksi,
      tombol: b.tombol,
      batal: b.batal ?? jalurRencana(tempat, rencana.kode),
      tersembunyi: [
        ...(b.tersembunyi ?? []),
        { nama: 'tahun', nilai: `${tahun[0] ?? tahunAwal},${tahun.at(-1) ?? tahunAwal}` },
        { nama: 'baris_pj', nilai: String(barisPj) },
        { nama: 'baris_bukti', nilai: String(barisBukti) },
        ...(b.tanpaPrioritas ? [{ nama: 'prioritas', nilai: ketikan['prioritas'] ?? '' }] : []),
      ],
      kode: b.denganKode
        ? satu({ nama: 'kode', label: 'Kode', petunjuk: `Kosongkan untuk nomor berikutnya, seperti ${rencana.kode}-07. Tidak dapat diubah kemudian.`, bolehKosong: true, maks: 100, pendek: true }) // prettier-ignore
        : null,
      prioritas: b.tanpaPrioritas
        ? null
        : satu({
            nama: 'prioritas',
            label: 'Prioritas',
            jenis: 'pilihan',
            pilihan: [
              { nilai: '', teks: 'Pilih prioritas' },
              ...rencana.prioritas.map((p) => ({ nilai: p.id, teks: `${p.no}. ${p.judul}` })),
            ],
          }),
      uraian: satu({
        nama: 'uraian',
        label: 'Kegiatan',
        petunjuk: 'Apa yang dikerjakan, dalam satu kalimat.',
        jenis: 'area',
        baris: 4,
      }),
      rincian: [
        satu({ nama: 'keluaran', label: 'Keluaran', petunjuk: 'Yang ada sesudahnya: dokumen, ruang, aplikasi.', jenis: 'area', baris: 2, bolehKosong: true }), // prettier-ignore
        satu({ nama: 'indikator', label: 'Indikator', petunjuk: 'Bagaimana diketahui bahwa berhasil.', jenis: 'area', baris: 2, bolehKosong: true }), // prettier-ignore
      ],
      unsur: acuan.daftarUnsur.map((u, i) => ({ nama: `unsur_${i + 1}`, nilai: u.kode, teks: `${u.kode} ${u.nama}`, dipilih: isi.unsur?.includes(u.kode) ?? false })), // prettier-ignore
      galatUnsur: pesan(galat, 'unsur'),
      pj: Array.from({ length: barisPj }, (_, i) =>
        satu({
          nama: `pj_${i + 1}`,
          label: i === 0 ? 'Utama' : `Pendukung ${i}`,
          jenis: 'pilihan',
          bolehKosong: true,
          pilihan: pilihanPj,
        }),
      ),
      galatPj: pesan(galat, 'penanggungJawab'),
      jadwal: kolomJadwal(tahun, rencana.satuanJadwal, isi),
      galatJadwal: pesan(galat, 'jadwal'),
      horizon: horizonTeks(isi.jadwal.filter((k) => namaJadwal(k) !== k || /^\d{4}$/.test(k))),
      bukti: Array.from({ length: barisBukti }, (_, i) => ({
        nomor: i + 1,
        medan: [
          satu({ nama: `bukti_${i + 1}_jenis`, label: 'Jenis', jenis: 'pilihan', pilihan: Object.entries(NAMA_BUKTI).map(([nilai, teks]) => ({ nilai, teks })) }), // prettier-ignore
          satu({ nama: `bukti_${i + 1}_periode`, label: 'Untuk', jenis: 'pilihan', pilihan: pilihanPeriode(isi) }),
          satu({ nama: `bukti_${i + 1}_uraian`, label: 'Uraian bukti', bolehKosong: true, maks: 500 }),
        ],
      })),
      galatBukti: pesan(galat, 'buktiDiharapkan'),
      survei: satu({
        nama: 'survei',
        label: 'Survei yang melahirkannya',
        petunjuk: 'Bila bukan survei rencana ini.',
        jenis: 'pilihan',
        bolehKosong: true,
        pilihan: [
          { nilai: '', teks: 'Survei rencana ini' },
          ...acuan.daftarSurvei.map((s) => ({ nilai: s.kode, teks: `${s.kode} ${s.judul}` })),
        ],
      }),
      alasan: b.denganAlasan
        ? satu({
            nama: 'alasan',
            label: 'Alasan perubahan',
            petunjuk: 'Dibaca pimpinan, dan tercantum pada adendumnya.',
            jenis: 'area',
            maks: 1000,
          })
        : null,
    },
    b.status ?? (galat.length > 0 ? 422 : 200),
  );
}

const pesan = (galat: readonly GalatMedan[], nama: string): string | null => galat.find((g) => g.medan === nama)?.pesan ?? null;

/** Checkboxes of a schedule, year by year. */
export function kolomJadwal(tahun: readonly number[], satuan: SatuanJadwal, isi: IsiKegiatan): object[] {
  return tahun.map((t) => ({ tahun: t, butir: kolomTahun(t, satuan).map((p) => kotakJadwal(p, isi)) }));
}

function kolomTahun(tahun: number, satuan: SatuanJadwal): Periode[] {
  return Array.from({ length: jumlahPerTahun(satuan) }, (_, i) => ({ jenis: satuan, tahun, ke: i + 1 }));
}

function kotakJadwal(p: Periode, isi: IsiKegiatan): object {
  const kode = kodePeriode(p);
  const teks = p.jenis === 'bulan' ? bulanDalamKata(p) : `TW ${romawi(p.ke ?? 1)}`;
  return {
    nama: `jadwal_${kode}`,
    teks,
    bulan: p.jenis === 'bulan' ? null : bulanDalamKata(p),
    dipilih: isi.jadwal.includes(kode),
  };
}

function pilihanPeriode(isi: IsiKegiatan): Pilihan[] {
  const disebut = isi.buktiDiharapkan.flatMap((b) => b.periode ?? []);
  const semua = [...new Set([...isi.jadwal, ...disebut])];
  return [{ nilai: '', teks: 'Setiap periode' }, ...semua.map((k) => ({ nilai: k, teks: namaJadwal(k) }))];
}

function pilihanPenanggungJawab({ daftarUnit, kelompok }: Acuan, isi: IsiKegiatan): Pilihan[] {
  const disebut = new Set(isi.penanggungJawab.flatMap((p) => ('unit' in p ? [p.unit] : [])));
  return [
    { nilai: '', teks: 'Kosong' },
    ...daftarUnit
      .filter((u) => u.berakhir === null || disebut.has(u.kode))
      .map((u) => ({ nilai: `unit:${u.kode}`, teks: u.nama })),
    ...[...kelompok].map((nama) => ({ nilai: `kelompok:${nama}`, teks: `Kelompok: ${nama}` })),
  ];
}
