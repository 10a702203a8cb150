/** A rule set of a survey: unsur, scale and classes, with the regulation that issued it (DOMAIN section 2). */
export interface Instrumen {
  readonly kode: string;
  readonly nama: string;
  /** answer scale; the conversion to 0–100 divides by `maks` (1–4: NRR × 25) */
  readonly skala: { readonly min: number; readonly maks: number };
  readonly unsur: readonly UnsurInstrumen[];
  /** highest class first */
  readonly mutu: readonly KelasMutu[];
  /** the regulation, as a report cites it; an agency's own instrument has none */
  readonly peraturan?: string;
}

export interface UnsurInstrumen {
  readonly kode: string;
  readonly nama: string;
}

export interface KelasMutu {
  readonly mutu: string;
  readonly kinerja: string;
  /** inclusive lower bound on nilai (0–100 scale), two decimals */
  readonly min: number;
}
