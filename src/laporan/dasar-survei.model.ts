import { INSTRUMEN_BAKU, INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import type { SurveiDihitung } from './bahan.model';
import { gabung } from './tulisan.rules';
import { satuBaris } from './teks.rules';

/** What the surveys of a report were held under. */
export interface DasarSurvei {
  /** regulations, as a report cites them; null when only instruments of the agency's own were used */
  readonly peraturan: string | null;
  /** instruments that no regulation issued, by name */
  readonly instrumen: string | null;
}

/** Only a report without any survey falls back on the regulation in force: an agency's own instrument does not rest on it. */
export function dasarSurvei(survei: readonly SurveiDihitung[]): DasarSurvei {
  const dipakai = survei.length > 0 ? survei.map((s) => s.instrumen) : INSTRUMEN_BAWAAN.filter((i) => i.kode === INSTRUMEN_BAKU);
  const unik = (daftar: readonly string[]) => gabung([...new Set(daftar)]) || null;
  return {
    peraturan: unik(dipakai.flatMap((i) => i.peraturan ?? [])),
    instrumen: unik(dipakai.filter((i) => i.peraturan === undefined).map(sebutInstrumen)),
  };
}

/** Inside a sentence: "instrumen Servqual", also where the name itself begins with the word. */
export function sebutInstrumen({ nama }: Instrumen): string {
  return `instrumen ${satuBaris(nama).replace(/^instrumen\s+/i, '')}`;
}
