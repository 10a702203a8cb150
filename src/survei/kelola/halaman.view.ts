import { bingkaiInstansi } from '../../organisasi/bingkai.view';
import { isiFormulir, type IsiFormulir, type Remah } from '../../organisasi/halaman.view';
import type { Tempat } from '../../organisasi/tempat';
import { berhasil } from '../../shared/tampilan/kabar';
import type { Kerangka } from '../../shared/tampilan/kerangka';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';

/** What the page after an act says. */
const KABAR = {
  'survei-dibuat': 'Draf survei sudah dibuat. Isi hasilnya di bawah ini, atau nanti.',
  'survei-diubah': 'Data survei sudah disimpan.',
  'hasil-disimpan': 'Hasil survei sudah disimpan. Ia masih draf sampai ditetapkan.',
  'survei-ditetapkan': 'Survei sudah ditetapkan dan terkunci.',
  'survei-dibuka': 'Survei dibuka kembali sebagai draf. Alasannya tersimpan dalam riwayatnya.',
  'survei-dibatalkan': 'Survei dibatalkan. Isinya tetap tersimpan dan dapat dipulihkan.',
  'survei-dipulihkan': 'Survei dipulihkan sebagai draf.',
} as const;

type InstansiTempat = Pick<Tempat, 'instansi'>;

export const jalurSurvei = ({ instansi }: InstansiTempat, ...akhir: readonly string[]): string =>
  jalur('instansi', instansi.kode, 'survei', ...akhir);

export const jalurSurveiBaru = ({ instansi }: InstansiTempat): string => jalur('instansi', instansi.kode, 'survei-baru');

/** Title and way back of a page on surveys. */
export const bingkai = (tempat: Tempat, judul: string, remah: readonly Remah[], induk: Remah): Kerangka =>
  bingkaiInstansi(tempat, judul, [induk, ...remah]);

export const indukSurvei = (tempat: InstansiTempat): Remah => ({ teks: 'Survei', tautan: jalurSurvei(tempat) });
export const remahSurvei = (tempat: InstansiTempat, kode: string): Remah => ({ teks: kode, tautan: jalurSurvei(tempat, kode) });

export function lanjut(tautan: string, kabar: keyof typeof KABAR): Alihan {
  return new Alihan(tautan, berhasil(KABAR[kabar]));
}

/** A short form: one act and its reason; with faults it answers 422. */
export function formulirPendek(
  tempat: Tempat,
  isi: Omit<IsiFormulir, 'bagian' | 'remah'> & { readonly remah: readonly Remah[]; readonly induk?: Remah },
): Halaman {
  const kerangka = bingkai(tempat, isi.judul, [...isi.remah, { teks: isi.judul }], isi.induk ?? indukSurvei(tempat));
  return new Halaman('organisasi/formulir', { kerangka, tab: null, ...isiFormulir(isi) }, isi.galat.length > 0 ? 422 : 200);
}
