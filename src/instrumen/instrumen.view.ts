import { punyaIzinDi } from '../auth/izin';
import { bingkaiInstansi } from '../organisasi/bingkai.view';
import type { Tempat } from '../organisasi/tempat';
import { rasional, teksBilangan, teksIndonesia } from '../shared/desimal';
import type { GalatMedan, Ketikan } from '../shared/isian';
import { berhasil } from '../shared/tampilan/kabar';
import { medan, ringkasanGalat, type MedanView, type UraianMedan } from '../shared/tampilan/medan';
import { Alihan, Halaman } from '../shared/tampilan/tampilan';
import { jalur, kueri } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import { ukuran } from './instrumen-isian';
import { InstrumenQuery } from './instrumen.query';
import type { Instrumen } from './instrumen.rules';
import { nomorVersi, pokokInstrumen, versiTerakhir } from './versi.rules';

const KABAR = {
  dibuat: 'Instrumen sudah dibuat, dan dapat dipilih untuk survei baru.',
  diubah: 'Instrumen sudah disimpan.',
  'versi-dibuat': 'Versi baru sudah dibuat. Survei lama tetap memakai versinya.',
} as const;

export const jalurInstrumen = ({ instansi }: Pick<Tempat, 'instansi'>, ...akhir: readonly string[]): string =>
  jalur('instansi', instansi.kode, 'instrumen', ...akhir);
const jalurBaru = ({ instansi }: Tempat): string => jalur('instansi', instansi.kode, 'instrumen-baru');

export function lanjut(tempat: Tempat, kode: string, kabar: keyof typeof KABAR): Alihan {
  return new Alihan(jalurInstrumen(tempat, kode), berhasil(KABAR[kabar]));
}

export interface BahanInstrumen {
  readonly semua: readonly Instrumen[];
  /** surveys by instrument */
  readonly pemakaian: ReadonlyMap<string, number>;
}

const boleh = (tempat: Tempat): boolean => punyaIzinDi(tempat.pelaku, 'instrumen.kelola', tempat.instansi.id);
const remahInduk = (tempat: Tempat) => [
  { teks: 'Survei', tautan: jalur('instansi', tempat.instansi.kode, 'survei') },
  { teks: 'Instrumen', tautan: jalurInstrumen(tempat) },
];

export function daftarInstrumenView(tempat: Tempat, { semua, pemakaian }: BahanInstrumen): Halaman {
  const baris = (i: Instrumen) => ({
    nama: i.nama,
    kode: i.kode,
    tautan: jalurInstrumen(tempat, i.kode),
    unsur: teksBilangan(i.unsur.length),
    skala: `${i.skala.min}–${i.skala.maks}`,
    mutu: i.mutu.map((m) => m.mutu).join(', '),
    berlaku: berlaku(i),
    versi: versi(i, semua),
    dipakai: teksBilangan(pemakaian.get(i.kode) ?? 0),
  });
  const [bawaan, sendiri] = [
    semua.filter((i) => InstrumenQuery.bawaan(i.kode)),
    semua.filter((i) => !InstrumenQuery.bawaan(i.kode)),
  ];
  return new Halaman('instrumen/daftar', {
    kerangka: bingkaiInstansi(tempat, 'Instrumen', [remahInduk(tempat)[0] ?? { teks: '' }, { teks: 'Instrumen' }]),
    judul: 'Instrumen',
    anak: 'Unsur, skala jawaban, dan kelas mutu sebuah survei. Tiga mengikuti peraturan menteri; instansi dapat membuat miliknya sendiri.',
    buat: boleh(tempat) ? jalurBaru(tempat) : null,
    bagian: [
      { id: 'sendiri', judul: 'Milik instansi', baris: sendiri.length === 0 ? null : sendiri.map(baris) },
      { id: 'bawaan', judul: 'Menurut peraturan', baris: bawaan.map(baris) },
    ],
    kosong: {
      ikon: 'table',
      judul: 'Belum ada instrumen milik instansi',
      teks: boleh(tempat)
        ? 'Buat bila kuesioner instansi Anda memakai unsur, skala, atau kelas mutu sendiri. Menyalin salah satu di bawah ini paling cepat.'
        : 'Instrumen milik instansi dibuat oleh koordinator SKM.',
      tautan: boleh(tempat) ? kueri(jalurBaru(tempat), { dari: 'PERMENPAN-14-2017' }) : null,
      ajakan: boleh(tempat) ? 'Salin Permenpan RB 14/2017' : null,
    },
  });
}

function berlaku({ berlaku: b }: Instrumen): string {
  const teks = [b?.mulai && `sejak ${tanggalIndonesia(b.mulai)}`, b?.selesai && `sampai ${tanggalIndonesia(b.selesai)}`].filter(Boolean).join(' '); // prettier-ignore
  return teks || 'tidak dibatasi';
}

function versi(i: Instrumen, semua: readonly Instrumen[]): string {
  if (InstrumenQuery.bawaan(i.kode)) return 'bawaan';
  return `versi ${nomorVersi(i)}${versiTerakhir(i, semua) ? '' : ', sudah ada yang lebih baru'}`;
}

/** Upper bound of a class: a hundredth under the next. */
export function selangKelas({ mutu }: Pick<Instrumen, 'mutu'>): { mutu: string; kinerja: string; selang: string }[] {
  const urut = [...mutu].sort((a, b) => b.min - a.min);
  return urut.map((k, i) => {
    const atas = urut[i - 1];
    const puncak = atas ? rasional(atas.min).sub(rasional('0.01')) : rasional(100);
    return { mutu: k.mutu, kinerja: k.kinerja, selang: `${teksIndonesia(rasional(k.min))} – ${teksIndonesia(puncak)}` };
  });
}

export function instrumenView(tempat: Tempat, i: Instrumen, bahan: BahanInstrumen): Halaman {
  const { semua, pemakaian } = bahan;
  const dipakai = pemakaian.get(i.kode) ?? 0;
  const sendiri = !InstrumenQuery.bawaan(i.kode);
  const akhir = versiTerakhir(i, semua);
  const kelola = boleh(tempat);
  const saudara = semua.filter((x) => x.kode !== i.kode && pokokInstrumen(x) === pokokInstrumen(i));
  const tindakan = [
    ...(kelola && sendiri && akhir && dipakai === 0 ? [{ teks: 'Ubah', tautan: jalurInstrumen(tempat, i.kode, 'ubah'), utama: true }] : []),
    ...(kelola && sendiri && akhir ? [{ teks: 'Buat versi baru', tautan: jalurInstrumen(tempat, i.kode, 'versi-baru'), utama: dipakai > 0 }] : []),
    ...(kelola ? [{ teks: 'Salin', tautan: kueri(jalurBaru(tempat), { dari: i.kode }), utama: false }] : []),
  ]; // prettier-ignore
  return new Halaman('instrumen/satu', {
    kerangka: bingkaiInstansi(tempat, i.nama, [...remahInduk(tempat), { teks: i.kode }]),
    judul: i.nama,
    anak: sendiri
      ? dipakai > 0
        ? `Dipakai ${teksBilangan(dipakai)} survei, jadi tidak berubah lagi; perubahan dibuat sebagai versi baru.`
        : 'Belum dipakai survei mana pun, jadi masih dapat diubah.'
      : 'Instrumen bawaan mengikuti peraturannya dan tidak dapat diubah.',
    tindakan,
    fakta: [
      { nama: 'Kode', teks: i.kode },
      { nama: 'Dasar', teks: i.peraturan ?? 'Tidak disebutkan' },
      { nama: 'Skala jawaban', teks: `${i.skala.min}–${i.skala.maks}` },
      { nama: 'Berlaku', teks: berlaku(i) },
      { nama: 'Versi', teks: versi(i, semua) },
    ],
    saudara:
      saudara.length === 0
        ? null
        : saudara.map((x) => ({ teks: `${x.nama}, versi ${nomorVersi(x)}`, tautan: jalurInstrumen(tempat, x.kode) })),
    unsur: i.unsur.map((u) => ({
      kode: u.kode,
      nama: u.nama,
      pertanyaan: u.pertanyaan ?? null,
      jawaban: u.jawaban ? u.jawaban.map((j, k) => `${i.skala.min + k} ${j}`).join(' · ') : null,
    })),
    kelas: selangKelas(i),
    tambahan: i.tambahan ?? null,
  });
}

export type Maksud = 'buat' | 'ubah' | 'versi';

const TEKS_MAKSUD: Readonly<Record<Maksud, { judul: string; anak: string; tombol: string; gagal: string }>> = {
  buat: {
    judul: 'Buat instrumen',
    anak: 'Sesudah dipakai sebuah survei, instrumen tidak berubah lagi; perubahan dibuat sebagai versi baru.',
    tombol: 'Buat instrumen',
    gagal: 'Instrumen belum dibuat',
  },
  ubah: {
    judul: 'Ubah instrumen',
    anak: 'Belum ada survei yang memakainya.',
    tombol: 'Simpan',
    gagal: 'Instrumen belum disimpan',
  },
  versi: {
    judul: 'Buat versi baru',
    anak: 'Survei lama tetap memakai versi yang ada; survei baru memakai versi ini.',
    tombol: 'Buat versi baru',
    gagal: 'Versi baru belum dibuat',
  },
};

export function formulirInstrumenView(
  tempat: Tempat,
  maksud: Maksud,
  kini: Instrumen | null,
  { ketikan, galat }: { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] },
): Halaman {
  const { judul, anak, tombol, gagal } = TEKS_MAKSUD[maksud];
  const { unsur, kelas } = ukuran(ketikan);
  const isi = (uraian: readonly UraianMedan[]): MedanView[] => medan(uraian, ketikan, galat);
  const satu = (nama: string, label: string, baris?: number) =>
    isi([{ nama, label, ...(baris ? { jenis: 'area' as const, baris } : {}) }])[0];
  const aksi =
    maksud === 'buat' ? jalurBaru(tempat) : jalurInstrumen(tempat, kini?.kode ?? '', maksud === 'ubah' ? 'ubah' : 'versi-baru');
  const remah = kini && maksud !== 'buat' ? [{ teks: kini.kode, tautan: jalurInstrumen(tempat, kini.kode) }] : [];
  return new Halaman(
    'instrumen/formulir',
    {
      kerangka: bingkaiInstansi(tempat, judul, [...remahInduk(tempat), ...remah, { teks: judul }]),
      judul: kini && maksud !== 'buat' ? `${judul}: ${kini.nama}` : judul,
      anak,
      ringkasan: ringkasanGalat(gagal, galat),
      umum: isi([...(maksud === 'buat' ? [KODE] : []), ...UMUM]),
      skala: isi(SKALA),
      unsur: Array.from({ length: unsur }, (_, k) => ({
        kode: satu(`kode-${k}`, `Kode unsur ke-${k + 1}`),
        nama: satu(`nama-${k}`, `Nama unsur ke-${k + 1}`),
        pertanyaan: satu(`pertanyaan-${k}`, `Pertanyaan unsur ke-${k + 1}`, 2),
        jawaban: satu(`jawaban-${k}`, `Kata jawaban unsur ke-${k + 1}`),
      })),
      kelas: Array.from({ length: kelas }, (_, k) => ({
        mutu: satu(`mutu-${k}`, `Mutu ke-${k + 1}`),
        kinerja: satu(`kinerja-${k}`, `Kinerja ke-${k + 1}`),
        min: satu(`min-${k}`, `Batas bawah ke-${k + 1}`),
      })),
      tambahan: isi([TAMBAHAN]),
      barisUnsur: unsur,
      barisKelas: kelas,
      aksi,
      tombol,
      batal: kini && maksud !== 'buat' ? jalurInstrumen(tempat, kini.kode) : jalurInstrumen(tempat),
    },
    galat.length > 0 ? 422 : 200,
  );
}

const KODE: UraianMedan = { nama: 'kode', label: 'Kode', petunjuk: 'Pendek dan tetap, misalnya SKM-RSUD. Tidak dapat diubah kemudian.', maks: 60, pendek: true }; // prettier-ignore
const UMUM: readonly UraianMedan[] = [
  { nama: 'namaInstrumen', label: 'Nama', maks: 200 },
  { nama: 'peraturan', label: 'Dasar', petunjuk: 'Peraturan atau keputusan yang menetapkannya, sebagaimana dikutip laporan.', jenis: 'area', baris: 2, bolehKosong: true, maks: 500 },
  { nama: 'mulai', label: 'Berlaku sejak', petunjuk: 'Misalnya 1 Januari 2026.', bolehKosong: true, pendek: true, maks: 30 },
  { nama: 'selesai', label: 'Berlaku sampai', bolehKosong: true, pendek: true, maks: 30 },
]; // prettier-ignore
const SKALA: readonly UraianMedan[] = [
  { nama: 'skalaMin', label: 'Jawaban terendah', jenis: 'angka', pendek: true, maks: 3 },
  { nama: 'skalaMaks', label: 'Jawaban tertinggi', petunjuk: 'Nilai = NRR × 100 dibagi jawaban tertinggi.', jenis: 'angka', pendek: true, maks: 3 },
]; // prettier-ignore
const TAMBAHAN: UraianMedan = { nama: 'tambahan', label: 'Pertanyaan di luar indeks', petunjuk: 'Satu baris satu pertanyaan. Ditanyakan juga, tetapi tidak pernah masuk nilai.', jenis: 'area', bolehKosong: true, maks: 5000 }; // prettier-ignore
