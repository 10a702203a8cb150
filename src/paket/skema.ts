import { kutip, type DaftarMasalah } from './masalah';

/**
 * A small vocabulary for strict schemas. Each reader notes every problem it meets and returns what it could read, so that one pass
 * finds all problems at once and the references can still be checked on the rest. Objects are built anew from the known keys only.
 */
export type Baca<T> = (nilai: unknown, jalur: string, masalah: DaftarMasalah) => Rangka<T> | undefined;

/** What is left of a `T` when some of it was wrong. */
export type Rangka<T> = T extends string | number | boolean
  ? T
  : T extends ReadonlyMap<string, infer V>
    ? ReadonlyMap<string, Rangka<V>>
    : T extends readonly (infer E)[]
      ? readonly (Rangka<E> | undefined)[]
      : T extends object
        ? { readonly [K in keyof T]?: Rangka<T[K]> | undefined }
        : T;

interface Bidang<T, Wajib extends boolean> {
  readonly baca: Baca<T>;
  readonly wajib: Wajib;
}

export const wajib = <T>(baca: Baca<T>): Bidang<T, true> => ({ baca, wajib: true });
export const opsional = <T>(baca: Baca<T>): Bidang<T, false> => ({ baca, wajib: false });

type DaftarBidang<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Bidang<Exclude<T[K], undefined>, false> : Bidang<T[K], true>;
};

export function jenisNilai(nilai: unknown): string {
  if (nilai === null) return 'null';
  if (Array.isArray(nilai)) return 'daftar';
  const nama: Record<string, string> = { string: 'teks', number: 'bilangan', boolean: 'benar/salah', object: 'objek' };
  return nama[typeof nilai] ?? typeof nilai;
}

function adalahObjek(nilai: unknown): nilai is Record<string, unknown> {
  return typeof nilai === 'object' && nilai !== null && !Array.isArray(nilai);
}

/** Keys that are plain words need no quotes in a path. */
export function anak(jalur: string, kunci: string): string {
  return /^[A-Za-z_]\w*$/.test(kunci) ? `${jalur}.${kunci}` : `${jalur}[${JSON.stringify(kunci.slice(0, 60))}]`;
}

/** An object with exactly these keys: an unknown one (`__proto__` too) is a problem, a missing one that is required too. */
export function objek<T extends object>(bidang: DaftarBidang<T>): Baca<T> {
  const daftar = Object.entries<Bidang<unknown, boolean>>(bidang);
  const dikenal = new Set(daftar.map(([kunci]) => kunci));
  return (nilai, jalur, masalah) => {
    if (!adalahObjek(nilai)) {
      masalah.tambah(jalur, `harus berupa objek, bukan ${jenisNilai(nilai)}.`);
      return undefined;
    }
    for (const kunci of Object.keys(nilai)) {
      if (!dikenal.has(kunci))
        masalah.tambah(anak(jalur, kunci), `kunci tidak dikenal. Yang dikenal: ${[...dikenal].join(', ')}.`);
    }
    const hasil: Record<string, unknown> = {};
    for (const [kunci, { baca, wajib: harus }] of daftar) {
      if (Object.hasOwn(nilai, kunci)) hasil[kunci] = baca(nilai[kunci], anak(jalur, kunci), masalah);
      else if (harus) masalah.tambah(anak(jalur, kunci), 'wajib diisi.');
    }
    return hasil as Rangka<T>;
  };
}

export function daftar<T>(baca: Baca<T>, { min = 0, maks = Infinity }: { min?: number; maks?: number } = {}): Baca<readonly T[]> {
  return (nilai, jalur, masalah) => {
    if (!Array.isArray(nilai)) {
      masalah.tambah(jalur, `harus berupa daftar [ … ], bukan ${jenisNilai(nilai)}.`);
      return undefined;
    }
    if (nilai.length < min) masalah.tambah(jalur, `paling sedikit ${min} isi.`);
    if (nilai.length > maks) masalah.tambah(jalur, `paling banyak ${maks} isi.`);
    return nilai.map((isi: unknown, i) => baca(isi, `${jalur}[${i}]`, masalah));
  };
}

/** An object with free keys, read in the order written. */
export function peta<T>(baca: Baca<T>): Baca<ReadonlyMap<string, T>> {
  return (nilai, jalur, masalah) => {
    if (!adalahObjek(nilai)) {
      masalah.tambah(jalur, `harus berupa objek, bukan ${jenisNilai(nilai)}.`);
      return undefined;
    }
    const hasil = new Map<string, Rangka<T>>();
    for (const [kunci, isi] of Object.entries(nilai)) {
      const terbaca = baca(isi, anak(jalur, kunci), masalah);
      if (terbaca !== undefined) hasil.set(kunci, terbaca);
    }
    return hasil;
  };
}

/** Text without control characters (a database cannot hold NUL) and without half a surrogate pair. */
export function teks({ maks = 20_000, kosong = false }: { maks?: number; kosong?: boolean } = {}): Baca<string> {
  return (nilai, jalur, masalah) => {
    if (typeof nilai !== 'string') {
      masalah.tambah(jalur, `harus berupa teks dalam tanda kutip, bukan ${jenisNilai(nilai)}.`);
      return undefined;
    }
    if (!kosong && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(nilai)) masalah.tambah(jalur, 'tidak boleh kosong.');
    if (nilai.length > maks) masalah.tambah(jalur, `terlalu panjang (${nilai.length} huruf); paling banyak ${maks}.`);
    if (!utuh(nilai)) masalah.tambah(jalur, 'memuat huruf yang rusak (karakter kendali atau pasangan Unicode yang terpotong).');
    return nilai;
  };
}

function utuh(nilai: string): boolean {
  if (!nilai.isWellFormed()) return false;
  for (let i = 0; i < nilai.length; i++) {
    const c = nilai.charCodeAt(i);
    if (c === 127 || (c < 32 && c !== 9 && c !== 10 && c !== 13)) return false;
  }
  return true;
}

/** A code: short, one line, no blanks at its ends, since it stands in addresses and tables. */
export const kode: Baca<string> = (nilai, jalur, masalah) => {
  const hasil = teks({ maks: 100 })(nilai, jalur, masalah);
  if (hasil !== undefined && hasil !== '' && (hasil !== hasil.trim() || /[\r\n\t\p{Cf}\p{Zl}\p{Zp}]/u.test(hasil))) {
    masalah.tambah(jalur, 'kode harus satu baris, tanpa spasi di awal atau akhir dan tanpa huruf yang tidak tampak.');
  }
  // In an address these two mean "here" and "up".
  if (hasil === '.' || hasil === '..') masalah.tambah(jalur, 'kode tidak boleh hanya berupa titik.');
  return hasil;
};

interface SyaratBilangan {
  readonly min?: number;
  readonly maks?: number;
  readonly bulat?: boolean;
  /** most decimal places */
  readonly desimal?: number;
}

export function bilangan({ min, maks, bulat = false, desimal }: SyaratBilangan = {}): Baca<number> {
  const batas = [
    min === undefined ? '' : `paling kecil ${min}`,
    maks === undefined ? '' : `paling besar ${maks}`,
    desimal === undefined ? '' : `paling banyak ${desimal} desimal`,
  ].filter(Boolean);
  const syarat = `${bulat ? 'bilangan bulat' : 'bilangan'}${batas.length > 0 ? `, ${batas.join(', ')}` : ''}`;
  return (nilai, jalur, masalah) => {
    if (typeof nilai !== 'number') {
      masalah.tambah(jalur, `harus berupa ${syarat}, bukan ${jenisNilai(nilai)}.`);
      return undefined;
    }
    const sah =
      Number.isFinite(nilai) &&
      (!bulat || Number.isSafeInteger(nilai)) &&
      nilai >= (min ?? -Infinity) &&
      nilai <= (maks ?? Infinity) &&
      (desimal === undefined || Number(nilai.toFixed(desimal)) === nilai);
    if (!sah) masalah.tambah(jalur, `${kutip(nilai)} tidak sah; harus ${syarat}.`);
    return sah ? nilai : undefined;
  };
}

export const yaTidak: Baca<boolean> = (nilai, jalur, masalah) => {
  if (typeof nilai === 'boolean') return nilai;
  masalah.tambah(jalur, `harus true atau false, bukan ${jenisNilai(nilai)}.`);
  return undefined;
};

export function pilihan<const T extends string | number>(boleh: readonly T[]): Baca<T> {
  return (nilai, jalur, masalah) => {
    if (boleh.includes(nilai as T)) return nilai as Rangka<T>;
    masalah.tambah(jalur, `${kutip(nilai)} tidak dikenal; pilihannya: ${boleh.join(', ')}.`);
    return undefined;
  };
}

/** Text that must satisfy a predicate, such as a date. */
export function teksSah(sah: (nilai: string) => boolean, syarat: string): Baca<string> {
  return (nilai, jalur, masalah) => {
    if (typeof nilai === 'string' && sah(nilai)) return nilai;
    masalah.tambah(jalur, `${kutip(nilai)} bukan ${syarat}.`);
    return undefined;
  };
}
