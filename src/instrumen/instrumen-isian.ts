import { bacaBulat, bacaDesimal, type Bacaan } from '../shared/angka.rules';
import { teksRingkas } from '../shared/desimal';
import { GalatIsian, type GalatMedan, type Ketikan } from '../shared/isian';
import { hariPertama, hariTerakhir, tanggalIndonesia } from '../shared/tanggal';
import { bacaTanggal } from '../shared/tanggal-isian';
import { nilaiMinimum } from './mutu.rules';
import type { Instrumen, KelasMutu, UnsurInstrumen } from './instrumen.rules';

export const UNSUR_TERBANYAK = 40;
export const KELAS_TERBANYAK = 8;
const BARIS_UNSUR_BAKU = 9;
const BARIS_KELAS_BAKU = 4;
const KODE_TERPANJANG = 60;
const SKALA_TERTINGGI = 10;

/** How many rows the form shows. */
export interface UkuranFormulir {
  readonly unsur: number;
  readonly kelas: number;
}

export function ukuran(ketikan: Ketikan): UkuranFormulir {
  const terisi = (awalan: string, maks: number) =>
    Math.max(0, ...Array.from({ length: maks }, (_, i) => ((ketikan[`${awalan}-${i}`] ?? '') === '' ? 0 : i + 1)));
  const diminta = (medan: string, baku: number, maks: number) => Math.min(maks, Math.max(baku, Number(ketikan[medan] ?? 0) || 0));
  return {
    unsur: Math.max(terisi('nama', UNSUR_TERBANYAK), diminta('barisUnsur', BARIS_UNSUR_BAKU, UNSUR_TERBANYAK)),
    kelas: Math.max(terisi('mutu', KELAS_TERBANYAK), diminta('barisKelas', BARIS_KELAS_BAKU, KELAS_TERBANYAK)),
  };
}

/** The form of an instrument, to change it or to start from it. */
export function ketikanInstrumen(i: Instrumen): Ketikan {
  const hari = (t: string | undefined) => (t === undefined ? '' : tanggalIndonesia(t));
  return {
    kode: i.kode,
    namaInstrumen: i.nama,
    peraturan: i.peraturan ?? '',
    mulai: hari(i.berlaku?.mulai),
    selesai: hari(i.berlaku?.selesai),
    skalaMin: String(i.skala.min),
    skalaMaks: String(i.skala.maks),
    tambahan: (i.tambahan ?? []).join('\n'),
    ...(Object.fromEntries(
      i.unsur.flatMap((u, k) => [
        [`kode-${k}`, u.kode],
        [`nama-${k}`, u.nama],
        [`pertanyaan-${k}`, (u.pertanyaan ?? []).join('\n')],
        [`jawaban-${k}`, (u.jawaban ?? []).join('; ')],
      ]),
    ) as Ketikan),
    ...(Object.fromEntries(
      i.mutu.flatMap((m, k) => [[`mutu-${k}`, m.mutu], [`kinerja-${k}`, m.kinerja], [`min-${k}`, String(m.min).replace('.', ',')]]),
    ) as Ketikan), // prettier-ignore
  };
}

export type IsianInstrumen = Omit<Instrumen, 'pokok' | 'versi'>;

/** @throws {GalatIsian} with every fault of the form */
export function bacaInstrumen(ketikan: Ketikan): IsianInstrumen {
  const galat: GalatMedan[] = [];
  const salah = (medan: string, pesan: string): undefined => {
    if (!galat.some((g) => g.medan === medan)) galat.push({ medan, pesan });
    return undefined;
  };
  const ambil = <T>(medan: string, bacaan: Bacaan<T>): T | undefined =>
    'nilai' in bacaan ? bacaan.nilai : salah(medan, bacaan.salah);
  const teks = (medan: string, maks: number, wajib?: string): string => {
    const isi = (ketikan[medan] ?? '').replace(/\s+/g, ' ').trim();
    if (isi === '' && wajib !== undefined) salah(medan, wajib);
    if (isi.length > maks) salah(medan, `Persingkat; paling banyak ${maks} huruf`);
    if (/\p{Cc}/u.test(isi)) salah(medan, 'Hapus huruf yang tidak terbaca dari isian ini');
    return isi;
  };
  const barisTeks = (medan: string): string[] => {
    const isi = (ketikan[medan] ?? '').split('\n').map((b) => b.trim()).filter((b) => b !== ''); // prettier-ignore
    if (isi.length > 30 || isi.some((b) => b.length > 500)) salah(medan, 'Paling banyak 30 baris, masing-masing 500 huruf');
    return isi;
  };
  const hari = (medan: string): string | undefined => {
    const isi = teks(medan, 30);
    return isi === '' ? undefined : (bacaTanggal(isi) ?? salah(medan, 'Tuliskan seperti 1 Januari 2026, atau kosongkan'));
  };

  const kode = teks('kode', KODE_TERPANJANG, 'Tuliskan kode instrumen, misalnya SKM-RSUD');
  if (kode !== '' && !/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(kode))
    salah('kode', 'Pakai huruf, angka, titik, garis, dan spasi saja');
  const nama = teks('namaInstrumen', 200, 'Tuliskan nama instrumen');
  const peraturan = teks('peraturan', 500);
  const [mulai, selesai] = [hari('mulai'), hari('selesai')];
  if (mulai && selesai && hariTerakhir(selesai) < hariPertama(mulai))
    salah('selesai', 'Berakhir sebelum mulai; periksa keduanya');
  const min = ambil('skalaMin', bacaBulat(teks('skalaMin', 3)));
  const maks = ambil('skalaMaks', bacaBulat(teks('skalaMaks', 3)));
  if (maks !== undefined && maks > SKALA_TERTINGGI) salah('skalaMaks', `Paling tinggi ${SKALA_TERTINGGI}`);
  if (min !== undefined && maks !== undefined && min >= maks)
    salah('skalaMaks', 'Harus lebih besar daripada nilai terendah skala');
  const skala = min !== undefined && maks !== undefined && min < maks ? { min, maks } : null;

  const unsur = bacaUnsur(ketikan, { salah, teks, barisTeks }, skala);
  const mutu = bacaKelas(ketikan, { salah, teks, ambil }, skala);
  const tambahan = barisTeks('tambahan');
  if (galat.length > 0 || !skala) throw new GalatIsian(galat);
  return {
    kode,
    nama,
    skala,
    unsur,
    mutu,
    ...(peraturan ? { peraturan } : {}),
    ...(mulai || selesai ? { berlaku: { ...(mulai ? { mulai } : {}), ...(selesai ? { selesai } : {}) } } : {}),
    ...(tambahan.length > 0 ? { tambahan } : {}),
  };
}

interface Alat {
  readonly salah: (medan: string, pesan: string) => undefined;
  readonly teks: (medan: string, maks: number, wajib?: string) => string;
}

function bacaUnsur(
  ketikan: Ketikan,
  { salah, teks, barisTeks }: Alat & { barisTeks: (medan: string) => string[] },
  skala: Instrumen['skala'] | null,
): UnsurInstrumen[] {
  const unsur: UnsurInstrumen[] = [];
  for (let k = 0; k < ukuran(ketikan).unsur; k++) {
    const [kode, nama] = [teks(`kode-${k}`, 20), teks(`nama-${k}`, 200)];
    const pertanyaan = barisTeks(`pertanyaan-${k}`);
    const jawaban = teks(`jawaban-${k}`, 500).split(';').map((j) => j.trim()).filter((j) => j !== ''); // prettier-ignore
    if (kode === '' && nama === '' && pertanyaan.length === 0 && jawaban.length === 0) continue;
    if (nama === '') salah(`nama-${k}`, 'Tuliskan nama unsurnya, atau kosongkan seluruh barisnya');
    if (kode === '') salah(`kode-${k}`, `Tuliskan kode unsurnya, misalnya U${k + 1}`);
    if (unsur.some((u) => u.kode.toLowerCase() === kode.toLowerCase()))
      salah(`kode-${k}`, `Kode ${kode} sudah dipakai unsur lain`);
    const banyak = skala ? skala.maks - skala.min + 1 : null;
    if (jawaban.length > 0 && banyak !== null && jawaban.length !== banyak)
      salah(
        `jawaban-${k}`,
        `Ada ${jawaban.length} kata jawaban, sedangkan skalanya ${banyak} tingkat; tulis dari yang terendah, dipisah titik koma`,
      );
    else if (new Set(jawaban.map((j) => j.toLowerCase())).size !== jawaban.length)
      salah(`jawaban-${k}`, 'Setiap tingkat memerlukan kata yang berbeda');
    unsur.push({ kode, nama, ...(pertanyaan.length > 0 ? { pertanyaan } : {}), ...(jawaban.length > 0 ? { jawaban } : {}) });
  }
  if (unsur.length === 0) salah('nama-0', 'Tuliskan paling sedikit satu unsur');
  return unsur;
}

/** Only lower bounds are given, so that there can be no gaps; the lowest class begins where the scale does. */
function bacaKelas(
  ketikan: Ketikan,
  { salah, teks, ambil }: Alat & { ambil: (medan: string, bacaan: Bacaan<number>) => number | undefined },
  skala: Instrumen['skala'] | null,
): KelasMutu[] {
  const kelas: (KelasMutu & { medan: string })[] = [];
  for (let k = 0; k < ukuran(ketikan).kelas; k++) {
    const [mutu, kinerja, batas] = [teks(`mutu-${k}`, 20), teks(`kinerja-${k}`, 60), teks(`min-${k}`, 12)];
    if (mutu === '' && kinerja === '' && batas === '') continue;
    if (mutu === '') salah(`mutu-${k}`, 'Tuliskan huruf atau nama mutunya');
    if (kinerja === '') salah(`kinerja-${k}`, 'Tuliskan kata kinerjanya, misalnya Baik');
    const min = ambil(`min-${k}`, bacaDesimal(batas));
    if (min === undefined) continue;
    if (min > 100) salah(`min-${k}`, 'Paling tinggi 100');
    if (!Number.isInteger(Math.round(min * 1e6) / 1e4)) salah(`min-${k}`, 'Paling banyak dua angka di belakang koma');
    if (kelas.some((x) => x.mutu.toLowerCase() === mutu.toLowerCase())) salah(`mutu-${k}`, `Mutu ${mutu} sudah ada`);
    if (kelas.some((x) => x.min === min)) salah(`min-${k}`, 'Batas bawah ini sudah dipakai kelas lain');
    kelas.push({ mutu, kinerja, min, medan: `min-${k}` });
  }
  if (kelas.length === 0) salah('mutu-0', 'Tuliskan paling sedikit satu kelas mutu');
  kelas.sort((a, b) => b.min - a.min);
  const terbawah = kelas.at(-1);
  const nilaiMin = skala ? nilaiMinimum({ skala }) : null;
  if (terbawah && nilaiMin && teksRingkas(nilaiMin) !== String(terbawah.min).replace('.', ','))
    salah(
      terbawah.medan,
      `Kelas terendah harus mulai dari ${teksRingkas(nilaiMin)}, nilai terendah pada skala ${skala?.min ?? ''}–${skala?.maks ?? ''}`,
    );
  return kelas.map(({ mutu, kinerja, min }) => ({ mutu, kinerja, min }));
}
