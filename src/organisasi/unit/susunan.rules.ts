import { kelompokkan } from '../../shared/kelompok';
import { cocokCari } from '../../shared/pencarian';
import { aktif, leluhur, ratakan, susunPohon, type BarisPohon, type SimpulUnit } from './unit.rules';

/** A tree of more active units than this is folded: one step at a time. */
export const UNIT_TERBANYAK_TERBUKA = 200;

interface UnitTercari extends SimpulUnit {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string | null;
}

/** Which part of the tree a page shows. */
export interface Susunan<T> {
  readonly bentuk: 'seluruhnya' | 'terlipat' | 'pencarian';
  readonly baris: readonly BarisPohon<T>[];
  /** the unit whose children are shown; null = the top */
  readonly di: T | null;
  /** how many active units stand below each, at whatever depth */
  readonly dibawah: ReadonlyMap<string, number>;
}

/**
 * @param q words to be found in name, short name or code, of units that ended too
 * @param di code of the unit that is unfolded
 */
export function susunanTampil<T extends UnitTercari>(unit: readonly T[], q: string, di: string): Susunan<T> {
  const bekerja = unit.filter(aktif);
  const dibawah = hitungDibawah(bekerja);
  if (q !== '') {
    const cocok = unit.filter((u) => cocokCari(q, u.nama, u.singkatan, u.kode));
    return { bentuk: 'pencarian', baris: cocok.map((u) => ({ unit: u, tingkat: 0 })), di: null, dibawah };
  }
  if (bekerja.length <= UNIT_TERBANYAK_TERBUKA) return { bentuk: 'seluruhnya', baris: ratakan(bekerja), di: null, dibawah };
  const induk = bekerja.find((u) => u.kode === di) ?? null;
  const ada = new Set(bekerja.map((u) => u.id));
  const anak = bekerja.filter((u) => (induk ? u.indukId === induk.id : u.indukId === null || !ada.has(u.indukId)));
  return { bentuk: 'terlipat', baris: anak.map((u) => ({ unit: u, tingkat: 0 })), di: induk, dibawah };
}

/** Every unit adds one to each above it. */
function hitungDibawah(unit: readonly SimpulUnit[]): ReadonlyMap<string, number> {
  const pohon = susunPohon(unit);
  const atas = unit.flatMap((u) => leluhur(pohon, u.id).map((l) => l.id));
  return new Map([...kelompokkan(atas, (id) => id)].map(([id, daftar]) => [id, daftar.length]));
}
