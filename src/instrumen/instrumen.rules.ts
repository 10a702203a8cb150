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
  /** kode of the first version; absent for the first itself */
  readonly pokok?: string;
  /** 1 when absent */
  readonly versi?: number;
  /** first and last day or month on which it holds; an open end is absent */
  readonly berlaku?: { readonly mulai?: string; readonly selesai?: string };
  /** questions that are asked too and never enter the index */
  readonly tambahan?: readonly string[];
}

export interface UnsurInstrumen {
  readonly kode: string;
  readonly nama: string;
  /** its questions, where it has several: they average into the unsur */
  readonly pertanyaan?: readonly string[];
  /** words of the answers, from the lowest of the scale up: how an import recognises them */
  readonly jawaban?: readonly string[];
}

export interface KelasMutu {
  readonly mutu: string;
  readonly kinerja: string;
  /** inclusive lower bound on nilai (0–100 scale), two decimals */
  readonly min: number;
}
