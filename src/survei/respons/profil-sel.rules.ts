import { normalkan, rapikan } from './teks.rules';

/** The cells of the respondent's profile, in one form each. */

/** Years; `25 tahun` counts, a band or anything else does not. */
export function bacaUsia(teks: string): number | null {
  const m = /^(\d{1,3})(?:[.,]0+)?\s*(?:th|thn|tahun|years?)?\.?$/.exec(normalkan(teks));
  if (!m) return null;
  const usia = Number(m[1]);
  return usia > 0 && usia <= 120 ? usia : null;
}

/** `L`, `Pria`, `laki - laki` → `Laki-laki`; what is neither stays as written. */
export function bacaJenisKelamin(teks: string): string | null {
  const t = normalkan(teks);
  if (t === '' || t === '-') return null;
  if (/^(l|lk|laki|pria|cowok|m|male|laki\s*-?\s*laki)\b/.test(t)) return 'Laki-laki';
  if (/^(p|pr|perempuan|wanita|cewek|f|female)\b/.test(t)) return 'Perempuan';
  return rapikan(teks);
}

export function bacaTeks(teks: string): string | null {
  const rapi = rapikan(teks);
  return rapi === '' || rapi === '-' ? null : rapi;
}
