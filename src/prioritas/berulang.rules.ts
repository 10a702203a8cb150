import type { Prioritas, Rencana } from '../rtl/rtl.rules';
import { indeksAkhir } from '../shared/periode';
import type { Survei } from '../survei/survei.rules';

/** Over how many surveys, the plan's own among them, an unsur is looked up. */
export const PERIODE_BERULANG = 3;

/** A survey with the unsur that were its lowest. */
export interface SurveiTerendah {
  readonly survei: Survei;
  readonly terendah: ReadonlySet<string>;
}

export interface Berulang {
  readonly unsur: string;
  /** in how many of the last `dari` comparable surveys it was among the lowest; at least 2 */
  readonly kali: number;
  readonly dari: number;
  /** kode of those surveys, the latest first, the plan's own left out */
  readonly sebelumnya: readonly string[];
}

/** What an earlier plan did about an unsur that was among the lowest of its survey. */
export interface TindakLanjutLalu {
  readonly rencana: Rencana;
  /** kode of the survey that the plan answered */
  readonly survei: string;
  /** empty: the plan left the unsur out */
  readonly prioritas: readonly Prioritas[];
  /** the reason for leaving it out, where one was given */
  readonly alasanDilewati: string | null;
}

/**
 * The survey and those before it that it can be compared with, latest first: the same instrument, the same kind of period (a month does
 * not stand beside a year), with values per unsur. Of several surveys of one earlier period the first counts.
 */
export function surveiSebanding(daftar: readonly Survei[], survei: Survei): Survei[] {
  const sebelumnya = new Map<number, Survei>();
  for (const s of daftar) {
    const akhir = indeksAkhir(s.periode);
    const sebanding =
      s.instrumen === survei.instrumen && s.periode.jenis === survei.periode.jenis && akhir < indeksAkhir(survei.periode);
    if (sebanding && s.unsur.length > 0 && !sebelumnya.has(akhir)) sebelumnya.set(akhir, s);
  }
  const urut = [...sebelumnya].sort(([a], [b]) => b - a).map(([, s]) => s);
  return [survei, ...urut].slice(0, PERIODE_BERULANG);
}

/** The lowest unsur of the first survey that were among the lowest of at least one other too. @param sebanding latest first */
export function unsurBerulang(sebanding: readonly SurveiTerendah[]): Map<string, Berulang> {
  const [kini, ...lalu] = sebanding;
  const hasil = new Map<string, Berulang>();
  for (const unsur of kini?.terendah ?? []) {
    const sebelumnya = lalu.filter((s) => s.terendah.has(unsur)).map((s) => s.survei.kode);
    if (sebelumnya.length > 0) hasil.set(unsur, { unsur, kali: sebelumnya.length + 1, dari: sebanding.length, sebelumnya });
  }
  return hasil;
}

/** `Unsur terendah dalam 3 periode terakhir`, or `… dalam 2 dari 3 periode terakhir`. */
export function kalimatBerulang({ kali, dari }: Pick<Berulang, 'kali' | 'dari'>): string {
  return `Unsur terendah dalam ${kali === dari ? dari : `${kali} dari ${dari}`} periode terakhir`;
}

/** What the plans that answered those surveys did about it, latest survey first; surveys without a plan give nothing. */
export function tindakLanjutLalu({ unsur, sebelumnya }: Berulang, rencana: readonly Rencana[]): TindakLanjutLalu[] {
  return sebelumnya.flatMap((survei) =>
    rencana
      .filter((r) => r.survei === survei)
      .map((r) => ({
        rencana: r,
        survei,
        prioritas: r.prioritas.filter((p) => p.unsur.includes(unsur)),
        alasanDilewati: r.dilewati?.find((d) => d.unsur === unsur)?.alasan ?? null,
      })),
  );
}
