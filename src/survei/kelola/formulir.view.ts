import type { Tempat } from '../../organisasi/tempat';
import { susunPohon, ratakan } from '../../organisasi/unit/unit.rules';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat, type MedanView, type UraianMedan } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { KANAL, NAMA_KANAL } from '../status.rules';
import { KODE_TERPANJANG, medanLayanan, type BahanIsian } from './data-isian';
import { bingkai, indukSurvei, jalurSurvei, jalurSurveiBaru, remahSurvei } from './halaman.view';
import { BAGIAN_TAHUN, namaBagian } from './kode.rules';
import { MEDAN_AWAL } from './bersamaan';
import { NAMA_CIRI } from '../profil.rules';
import { CIRI_DIKETIK, CONTOH, medanProfil } from './profil-isian';

export interface IsianFormulir {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
  /** what somebody else changed meanwhile */
  readonly bersamaan?: Bersamaan | null;
  /** the survey as it was when the form was opened */
  readonly awal?: string;
}

export interface Bersamaan {
  readonly oleh: string;
  readonly perubahan: readonly { readonly nama: string; readonly lama: string; readonly baru: string }[];
}

/** @param kode of the survey that is changed, null for a new one */
export function formulirView(tempat: Tempat, kode: string | null, bahan: BahanIsian, isian: IsianFormulir): Halaman {
  const { ketikan, galat } = isian;
  const judul = kode === null ? 'Buat survei' : 'Ubah data survei';
  const isi = (uraian: readonly UraianMedan[]): MedanView[] => medan(uraian, ketikan, galat);
  const layanan = uraianLayanan(bahan);
  const remah = kode === null ? [{ teks: judul }] : [remahSurvei(tempat, kode), { teks: judul }];
  return new Halaman(
    'survei/formulir',
    {
      kerangka: bingkai(tempat, judul, remah, indukSurvei(tempat)),
      judul,
      anak:
        kode === null
          ? 'Buat satu survei untuk setiap periode dan aliran layanan. Hasilnya diisi sesudah ini; survei tetap draf sampai ditetapkan.'
          : `Survei ${kode}. Kodenya tetap, karena alamat halaman dan rencana menyebutnya.`,
      ringkasan: ringkasanGalat(kode === null ? 'Survei belum dibuat' : 'Data survei belum disimpan', galat),
      bersamaan: isian.bersamaan ?? null,
      kelompok: [
        { judul: 'Periode', medan: isi(URAIAN_PERIODE) },
        { judul: 'Aliran', medan: isi(uraianAliran(bahan)) },
        { judul: 'Nama dan instrumen', medan: isi(uraianNama(bahan, kode)) },
        { judul: 'Tanggal', medan: isi(URAIAN_TANGGAL) },
        { judul: 'Responden', medan: isi(URAIAN_RESPONDEN) },
      ],
      layanan: layanan.length === 0 ? null : isi(layanan),
      layananTerbuka: layanan.some((l) => (ketikan[l.nama] ?? '') !== ''),
      profil: bahan.profilDihitung ? null : isi(URAIAN_PROFIL),
      profilTerbuka: URAIAN_PROFIL.some((p) => (ketikan[p.nama] ?? '') !== ''),
      awal: isian.awal ?? '',
      medanAwal: MEDAN_AWAL,
      aksi: kode === null ? jalurSurveiBaru(tempat) : jalurSurvei(tempat, kode, 'ubah'),
      tombol: kode === null ? 'Buat draf survei' : 'Simpan',
      batal: kode === null ? jalurSurvei(tempat) : jalurSurvei(tempat, kode),
    },
    galat.length > 0 ? 422 : isian.bersamaan ? 409 : 200,
  );
}

const URAIAN_PERIODE: readonly UraianMedan[] = [
  {
    nama: 'bagian',
    label: 'Periode yang disurvei',
    jenis: 'pilihan',
    pilihan: [{ nilai: '', teks: 'Pilih periode' }, ...BAGIAN_TAHUN.map((b) => ({ nilai: b.nilai, teks: namaBagian(b) }))],
  },
  { nama: 'tahun', label: 'Tahun', jenis: 'angka', maks: 4, pendek: true },
];

function uraianAliran({ unit }: BahanIsian): UraianMedan[] {
  return [
    {
      nama: 'layanan',
      label: 'Layanan',
      petunjuk: 'Bila periode ini disurvei per layanan, misalnya Loket atau Konsultasi daring. Kosongkan bila seluruh layanan.',
      bolehKosong: true,
      maks: 100,
    },
    {
      nama: 'unit',
      label: 'Unit pelayanan',
      jenis: 'pilihan',
      bolehKosong: true,
      pilihan: [
        { nilai: '', teks: 'Seluruh unit' },
        ...ratakan(unit).map(({ unit: u, tingkat }) => ({ nilai: u.id, teks: `${'  '.repeat(tingkat)}${u.nama}` })),
      ],
    },
    {
      nama: 'kanal',
      label: 'Kanal',
      jenis: 'pilihan',
      bolehKosong: true,
      pilihan: [{ nilai: '', teks: 'Tidak dibedakan' }, ...KANAL.map((k) => ({ nilai: k, teks: NAMA_KANAL[k] }))],
    },
  ];
}

function uraianNama({ instrumen }: BahanIsian, kode: string | null): UraianMedan[] {
  const baru = kode === null;
  return [
    {
      nama: 'judul',
      label: 'Judul',
      ...(baru ? { petunjuk: 'Kosongkan untuk memakai judul baku: Survei Kepuasan Masyarakat beserta periodenya.' } : {}),
      bolehKosong: baru,
      maks: 300,
    },
    ...(baru
      ? [
          {
            nama: 'kode',
            label: 'Kode',
            petunjuk:
              'Kosongkan untuk memakai kode menurut periode dan aliran, misalnya SKM-2026-TW1-LOKET. Tidak dapat diubah kemudian.',
            bolehKosong: true,
            maks: KODE_TERPANJANG,
          },
        ]
      : []),
    {
      nama: 'instrumen',
      label: 'Instrumen',
      jenis: 'pilihan',
      pilihan: instrumen.map((i) => ({ nilai: i.kode, teks: `${i.nama} (${i.unsur.length} unsur, ${i.kode})` })),
    },
  ];
}

const BENTUK_TANGGAL = 'Misalnya 8 Mei 2024, atau Mei 2024 bila harinya tidak diketahui.';
const URAIAN_TANGGAL: readonly UraianMedan[] = [
  { nama: 'mulai', label: 'Pelaksanaan mulai', petunjuk: BENTUK_TANGGAL, bolehKosong: true, maks: 30, pendek: true },
  { nama: 'selesai', label: 'Pelaksanaan selesai', bolehKosong: true, maks: 30, pendek: true },
  {
    nama: 'terbit',
    label: 'Laporan SKM terbit',
    petunjuk: 'Dipakai menghitung kecepatan laporan tindak lanjut (PEKPPP indikator 9).',
    bolehKosong: true,
    maks: 30,
    pendek: true,
  },
];

const URAIAN_RESPONDEN: readonly UraianMedan[] = [
  {
    nama: 'populasi',
    label: 'Populasi',
    petunjuk: 'Banyaknya pengguna layanan dalam periode ini; sampel minimum dihitung darinya.',
    jenis: 'angka',
    bolehKosong: true,
    maks: 15,
    pendek: true,
  },
  {
    nama: 'responden',
    label: 'Jumlah responden',
    petunjuk: 'Sebagaimana dinyatakan. Bila kosong, dihitung dari jawaban atau dari n.',
    jenis: 'angka',
    bolehKosong: true,
    maks: 15,
    pendek: true,
  },
];

const URAIAN_PROFIL: readonly UraianMedan[] = CIRI_DIKETIK.map((ciri) => ({
  nama: medanProfil(ciri),
  label: NAMA_CIRI[ciri],
  petunjuk: `Misalnya ${CONTOH[ciri]}`,
  jenis: 'area',
  baris: 4,
  bolehKosong: true,
}));

function uraianLayanan({ unit }: BahanIsian): UraianMedan[] {
  const pohon = susunPohon(unit);
  return ratakan([...pohon.values()]).map(({ unit: u }) => ({
    nama: medanLayanan(u.id),
    label: u.nama,
    jenis: 'angka',
    bolehKosong: true,
    maks: 15,
    pendek: true,
  }));
}

/** Names of the fields as the page calls them, for the one who is told what changed. */
export function labelData(bahan: BahanIsian): (medan: string) => string {
  const semua = [...URAIAN_PERIODE, ...uraianAliran(bahan), ...uraianNama(bahan, ''), ...URAIAN_TANGGAL, ...URAIAN_RESPONDEN, ...URAIAN_PROFIL, ...uraianLayanan(bahan)]; // prettier-ignore
  const label = new Map(semua.map((u) => [u.nama, u.label]));
  return (nama) => label.get(nama) ?? nama;
}

/** A value of a select as people read it. */
export function teksData(bahan: BahanIsian): (medan: string, nilai: string) => string {
  const pilihan = new Map([...URAIAN_PERIODE, ...uraianAliran(bahan), ...uraianNama(bahan, '')].map((u) => [u.nama, u.pilihan]));
  return (nama, nilai) =>
    pilihan
      .get(nama)
      ?.find((p) => p.nilai === nilai)
      ?.teks.trim() ?? nilai;
}
