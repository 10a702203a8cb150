import { namaRingkas, penanggungKini, type Unit } from '../organisasi/organisasi.rules';
import type { Kegiatan } from '../rtl/rtl.rules';
import { teksBilangan } from '../shared/desimal';
import { tanggalIndonesia } from '../shared/tanggal';

export interface BarisUnit {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string | null;
  readonly jenis: string;
  /** of a unit that ended */
  readonly catatan: string | null;
  /** names of the units above it, outermost first */
  readonly jalur: string | null;
  readonly utama: string;
  readonly pendukung: string;
}

/**
 * The units as a tree laid flat: each under its parent, in the agency's order, with how many kegiatan it answers for. Those of a merged
 * unit are its successor's.
 */
export function daftarUnit(unit: readonly Unit[], kegiatan: readonly Kegiatan[]): BarisUnit[] {
  const penanggung = penanggungKini(unit);
  const utama = hitung(kegiatan.map((k) => k.penanggungJawab.slice(0, 1)), penanggung); // prettier-ignore
  const pendukung = hitung(kegiatan.map((k) => k.penanggungJawab.slice(1)), penanggung); // prettier-ignore
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
        catatan: catatanUnit(u, penanggung),
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

function catatanUnit(u: Unit, penanggung: (kode: string) => Unit | null): string | null {
  if (u.berakhir === undefined) return null;
  const penerus = penanggung(u.kode);
  const sejak = `sejak ${tanggalIndonesia(u.berakhir)}`;
  return penerus && penerus !== u ? `digabungkan ke ${namaRingkas(penerus)} ${sejak}` : `tidak bekerja lagi ${sejak}`;
}

function hitung(daftar: readonly Kegiatan['penanggungJawab'][], penanggung: (kode: string) => Unit | null): Map<string, number> {
  const hasil = new Map<string, number>();
  for (const p of daftar.flat()) {
    if (!('unit' in p)) continue;
    const kode = penanggung(p.unit)?.kode ?? p.unit;
    hasil.set(kode, (hasil.get(kode) ?? 0) + 1);
  }
  return hasil;
}
