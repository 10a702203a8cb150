import type { Instrumen } from '../../instrumen/instrumen.rules';
import { artiKolom, periksaArti } from '../respons/pemetaan.rules';
import type { ArtiKolom, MasalahSusunan, Pemetaan, Susunan } from '../respons/respons.rules';

interface Dipahami {
  readonly pemetaan: Pemetaan | null;
  readonly susunan: Susunan;
}

/** The person's correction, or what was recognised. */
export function pemetaanKini({ pemetaan, susunan }: Dipahami): Pemetaan {
  return pemetaan ?? { barisJudul: susunan.barisJudul, arti: {} };
}

/** Columns whose meaning a person has to choose: what their title and their content say does not agree. */
export function kolomBelumJelas({ pemetaan, susunan }: Dipahami): Set<number> {
  const ditanya = susunan.masalah.filter((m) => m.kode === 'kode-nama-berbeda' || m.kode === 'tangga-tidak-jelas');
  return new Set(ditanya.flatMap((m) => m.kolom ?? []).filter((k) => pemetaan?.arti[k] === undefined));
}

/** What is offered for columns whose code and name disagree: what their names mean, where each unsur has exactly one column then. */
export function usulanKolom(d: Dipahami, instrumen: Instrumen): ReadonlyMap<number, ArtiKolom> {
  const usul = d.susunan.masalah.find((m) => m.kode === 'kode-nama-berbeda')?.usul;
  if (!usul) return new Map();
  const kini = pemetaanKini(d);
  const arti = artiKolom(d.susunan, { ...kini, arti: { ...usul, ...kini.arti } });
  const judul = d.susunan.kolom.map((k) => k.judul);
  if (periksaArti(arti, judul, instrumen).some((m) => m.kode === 'unsur-ganda' || m.kode === 'unsur-hilang')) return new Map();
  return new Map(Object.entries(usul).map(([k, a]) => [Number(k), a]));
}

/** Why the file cannot be read as its columns are understood now; none may stand for the reading to begin. */
export function masalahKolom(d: Dipahami, instrumen: Instrumen): MasalahSusunan[] {
  const arti = artiKolom(d.susunan, pemetaanKini(d));
  const judul = d.susunan.kolom.map((k) => k.judul);
  const belum = kolomBelumJelas(d);
  return [
    ...periksaArti(arti, judul, instrumen),
    ...d.susunan.masalah.filter(
      (m) => (m.kode === 'kode-nama-berbeda' || m.kode === 'tangga-tidak-jelas') && (m.kolom ?? []).some((k) => belum.has(k)),
    ),
  ];
}
