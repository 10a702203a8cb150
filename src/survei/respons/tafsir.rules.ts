import type { Instrumen } from '../../instrumen/instrumen.rules';
import { jawabanKosong, uraiJawaban } from './jawaban.rules';
import type { JudulKolom } from './judul.rules';
import { bacaKode } from './kode-unsur.rules';
import { bagian, HITUNGAN, tafsirkanLain, type Tafsir } from './kolom.rules';
import { kenaliNama, menyebut } from './nama-unsur.rules';
import { susunTangga, type Skala } from './tangga.rules';
import { kataKata, normalJawaban } from './teks.rules';

export interface TafsirKolom extends Tafsir {
  /** code and name in the header speak of two unsur: the one that the name means */
  readonly menurutNama?: string;
  /** known by what it speaks of, not by a code nor by the very name of the unsur */
  readonly samar?: true;
  /** a code like U10 that the instrument lacks */
  readonly kodeAsing?: string;
}

const PENTING = /\b(kepentingan|harapan|ekspektasi|importance|expectation)\b/;
const DIHITUNG = /\b(tertimbang|bobot|konversi|gap|kesenjangan|selisih|nrr|persentase)\b/;
/** Words before the unsur where satisfaction and importance are asked side by side. */
const AWALAN = /^(tingkat )?(kinerja|kenyataan|kepuasan|persepsi|performance|satisfaction)\b/;

/** What a column means, from its header (with what stands above and below it) and its first cells. */
export function tafsirkan(kolom: JudulKolom, isi: readonly string[], instrumen: Instrumen): TafsirKolom {
  const { judul, grup, keterangan } = kolom;
  const teks = kataKata(judul);
  const kode = bacaKode(judul, instrumen) ?? (teks === '' ? bacaKode(keterangan, instrumen) : null);
  const nama = kode
    ? (kenaliNama(kode.sisa, instrumen) ?? kenaliNama(keterangan, instrumen))
    : (dalamKurung(judul, instrumen) ?? kenaliNama(judul, instrumen) ?? kenaliNama(keterangan, instrumen));
  const unsur = kode?.dikenal === true ? kode.kode : kode ? null : nama;
  const konteks = `${kataKata(grup)} ${teks}`;

  if (unsur !== null && PENTING.test(konteks) && !/\bkinerja\b/.test(teks)) {
    return { arti: { jenis: 'kepentingan', unsur }, alasan: `kepentingan ${unsur}, dari “${PENTING.exec(konteks)?.[0] ?? ''}”` };
  }
  if (unsur !== null && DIHITUNG.test(konteks)) return { arti: { jenis: 'abaikan' }, alasan: 'hasil hitungan, bukan jawaban' };
  if (kode?.dikenal === true) {
    const beda = nama !== null && nama !== kode.kode && !menyebut(`${kode.sisa} ${keterangan}`, kode.kode, instrumen);
    return {
      arti: { jenis: 'unsur', unsur: kode.kode, ...(kode.sub === undefined ? {} : { sub: kode.sub }) },
      alasan: `dari kode ${kode.kode} pada judulnya`,
      ...(beda ? { menurutNama: nama } : {}),
    };
  }
  if (kode) {
    return {
      arti: { jenis: 'lain' },
      alasan: `${kode.kode} tidak ada dalam instrumen ${instrumen.kode}; tidak masuk indeks`,
      kodeAsing: kode.kode,
    };
  }
  const dihitung = HITUNGAN.test(teks) && !AWALAN.test(teks);
  if (nama !== null && !dihitung) {
    const terbaca = bagianJawaban(isi, instrumen.skala);
    if (terbaca === null || terbaca >= 0.5) {
      const sub = nomorPertanyaan(teks, nama, instrumen);
      const namaUnsur = instrumen.unsur.find((u) => u.kode === nama)?.nama ?? '';
      return {
        arti: { jenis: 'unsur', unsur: nama, ...(sub === null ? {} : { sub }) },
        alasan: `dari judulnya, tentang ${namaUnsur}`,
        ...(` ${teks} `.includes(` ${kataKata(namaUnsur)} `) || sub !== null ? {} : { samar: true }),
      };
    }
  }
  return tafsirkanLain(judul, isi);
}

/** `Penilaian Anda [Waktu penyelesaian]`: a grid question of an online form names the unsur in brackets. */
function dalamKurung(judul: string, instrumen: Instrumen): string | null {
  const isi = /\[([^\]]+)\]\s*$/.exec(judul)?.[1];
  return isi === undefined ? null : kenaliNama(isi, instrumen);
}

function nomorPertanyaan(teks: string, kode: string, instrumen: Instrumen): string | null {
  const daftar = instrumen.unsur.find((u) => u.kode === kode)?.pertanyaan ?? [];
  const ke = daftar.length > 1 ? daftar.findIndex((p) => kataKata(p) === teks) : -1;
  return ke < 0 ? null : String(ke + 1);
}

/** Share of the filled cells that answer on the scale, in digits or words; null when none is filled. */
export function bagianJawaban(isi: readonly string[], skala: Skala): number | null {
  const terisi = isi.filter((t) => !jawabanKosong(normalJawaban(t)));
  if (terisi.length === 0) return null;
  const { tangga } = susunTangga(terisi, skala);
  return bagian(terisi, (t) => {
    const normal = normalJawaban(t);
    const { angka, kata } = uraiJawaban(normal);
    const skor = kata === '' && angka !== null ? angka : tangga[normal];
    return skor !== undefined && Number.isInteger(skor) && skor >= skala.min && skor <= skala.maks;
  });
}

/** Whether the column holds answers in words, so that it needs a ladder. */
export const berkata = (isi: readonly string[]): boolean =>
  isi.some((t) => {
    const normal = normalJawaban(t);
    const { angka, kata } = uraiJawaban(normal);
    return !jawabanKosong(normal) && (angka === null || kata !== '');
  });
