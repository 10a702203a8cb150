import type { Unit } from '../organisasi/organisasi.rules';
import type { Kegiatan } from '../rtl/rtl.rules';
import { teksBilangan } from '../shared/desimal';

export interface BarisUnit {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string | null;
  readonly jenis: string;
  /** names of the units above it, outermost first */
  readonly jalur: string | null;
  readonly utama: string;
  readonly pendukung: string;
}

/** The units as a tree laid flat: each under its parent, in the agency's order, with how many kegiatan it answers for. */
export function daftarUnit(unit: readonly Unit[], kegiatan: readonly Kegiatan[]): BarisUnit[] {
  const utama = hitung(kegiatan.map((k) => k.penanggungJawab.slice(0, 1)));
  const pendukung = hitung(kegiatan.map((k) => k.penanggungJawab.slice(1)));
  const menurutKode = new Map(unit.map((u) => [u.kode, u]));
  const anak = new Map<string, Unit[]>();
  for (const u of unit) {
    const induk = u.induk !== undefined && menurutKode.has(u.induk) ? u.induk : '';
    anak.set(induk, [...(anak.get(induk) ?? []), u]);
  }
  const hasil: BarisUnit[] = [];
  const terlihat = new Set<string>();
  const tulis = (daftar: readonly Unit[], atas: readonly string[]) => {
    for (const u of daftar) {
      if (terlihat.has(u.kode)) continue;
      terlihat.add(u.kode);
      hasil.push({
        kode: u.kode,
        nama: u.nama,
        singkatan: u.singkatan ?? null,
        jenis: u.jenis,
        jalur: atas.length > 0 ? atas.join(' › ') : null,
        utama: teksBilangan(utama.get(u.kode) ?? 0),
        pendukung: teksBilangan(pendukung.get(u.kode) ?? 0),
      });
      tulis(anak.get(u.kode) ?? [], [...atas, u.singkatan ?? u.nama]);
    }
  };
  tulis(anak.get('') ?? [], []);
  // Parents in a circle hang on nothing; their units are listed all the same.
  tulis(unit, []);
  return hasil;
}

function hitung(daftar: readonly Kegiatan['penanggungJawab'][]): Map<string, number> {
  const hasil = new Map<string, number>();
  for (const p of daftar.flat()) if ('unit' in p) hasil.set(p.unit, (hasil.get(p.unit) ?? 0) + 1);
  return hasil;
}
