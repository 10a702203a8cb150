import type { Realisasi } from '../progres/progres.rules';
import type { Rencana } from '../rtl/rtl.rules';
import { tahunRencana } from './kolom.view';
import { tahunBaku } from './rencana/waktu-rencana';
import { bacaWaktu, type Waktu } from './waktu.view';

/** What an agency has, as far as it says when. */
export interface MasaInstansi {
  readonly tahunSurvei: readonly number[];
  readonly rencana: readonly { readonly rencana: Rencana; readonly realisasi: readonly Realisasi[] }[];
}

/** Every year in which there is a survey, a schedule, or a report: the same on every page of the agency. */
export function waktuInstansi({ tahunSurvei, rencana }: MasaInstansi, kueriHttp: Readonly<Record<string, unknown>>): Waktu {
  const tahun = rencana.map((b) => tahunRencana(b.rencana, b.realisasi));
  const baku = rencana.flatMap((b, i) => tahunBaku(b, tahun[i] ?? []) ?? []);
  const daftarTahun = [...new Set([...tahunSurvei, ...tahun.flat()])].sort((a, b) => a - b);
  return bacaWaktu(kueriHttp, daftarTahun, baku.length > 0 ? Math.max(...baku) : (daftarTahun.at(-1) ?? null));
}
