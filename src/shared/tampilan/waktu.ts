import { bacaPeriode } from '../periode';
import { teksKueri, type Kueri } from './tautan';

/** Year or triwulan as an address names them, to go along to the next page; what is neither stays behind. */
export function waktuDibawa(kueriHttp: Readonly<Record<string, unknown>>): Kueri {
  const tw = teksKueri(kueriHttp['tw']);
  const tahun = teksKueri(kueriHttp['tahun']);
  if (bacaPeriode(tw)?.jenis === 'triwulan') return { tw };
  return bacaPeriode(tahun)?.jenis === 'tahun' ? { tahun } : {};
}
