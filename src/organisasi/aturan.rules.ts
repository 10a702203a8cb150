/** What an agency may set as the ground of its percentage. */
export type DasarTertulis = 'klaim' | 'terverifikasi';

/** Where the reports of a plan come from. */
export type AsalLaporan = 'impor' | 'sistem' | 'campuran';

/** The parameters of the realisation percentage, an agency setting that is printed beside the number (DOMAIN section 6). */
export interface Aturan {
  readonly satuan: 'kegiatan' | 'prioritas';
  /** what a `sebagian` is worth, 0…1 */
  readonly bobotSebagian: number;
  /** `asal`: what was collected here counts once verified, what was imported as the unit claims it */
  readonly dasar: DasarTertulis | 'asal';
  readonly tidakDapat: 'dalam-penyebut' | 'dikecualikan';
  readonly pengganti: 'dihitung' | 'tidak';
}

/** As an agency wrote it: what it leaves out follows the default. */
export type AturanTertulis = Pick<Aturan, 'satuan' | 'bobotSebagian'> &
  Partial<Pick<Aturan, 'tidakDapat' | 'pengganti'> & { readonly dasar: DasarTertulis }>;

/**
 * Default: kegiatan, 0, all planned items in the denominator, substitutes counted and flagged. `dasar` is *klaim* for data that was
 * imported and that nobody could verify here, *terverifikasi* for what the software itself collected; a plan that has both is counted
 * report by report.
 */
export function lengkapiAturan(tertulis: AturanTertulis | undefined, asal: AsalLaporan = 'impor'): Aturan {
  return {
    satuan: tertulis?.satuan ?? 'kegiatan',
    bobotSebagian: tertulis?.bobotSebagian ?? 0,
    dasar: tertulis?.dasar ?? DASAR_BAKU[asal],
    tidakDapat: tertulis?.tidakDapat ?? 'dalam-penyebut',
    pengganti: tertulis?.pengganti ?? 'dihitung',
  };
}

const DASAR_BAKU: Readonly<Record<AsalLaporan, Aturan['dasar']>> = { impor: 'klaim', sistem: 'terverifikasi', campuran: 'asal' };

/** One version of the rule, in their order. */
export interface VersiAturan {
  /** first day on which it held, in the agency's zone */
  readonly sejak: string;
  /** brought by a paket: the rule of the figures that came with it, whenever they were imported */
  readonly dariPaket: boolean;
}

/**
 * The version that held on a day. Before the first of them, it is the one that came with the data: the last that a paket brought before
 * anybody set one here. Where none did, the default held, and there is no version.
 */
export function aturanPada<T extends VersiAturan>(versi: readonly T[], tanggal: string): T | undefined {
  const berlaku = versi.filter((v) => v.sejak <= tanggal).at(-1);
  if (berlaku) return berlaku;
  const pertamaSendiri = versi.findIndex((v) => !v.dariPaket);
  const bawaan = pertamaSendiri > 0 ? versi.slice(0, pertamaSendiri) : versi.filter((v) => v.dariPaket);
  return bawaan.at(-1);
}
