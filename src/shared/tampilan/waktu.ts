import { bacaPeriode } from '../periode';
import { kueri, teksKueri, type Kueri } from './tautan';

/** Year or triwulan as an address names them, to go along to the next page; what is neither stays behind. */
export function waktuDibawa(kueriHttp: Readonly<Record<string, unknown>>): Kueri {
  const tw = teksKueri(kueriHttp['tw']);
  const tahun = teksKueri(kueriHttp['tahun']);
  if (bacaPeriode(tw)?.jenis === 'triwulan') return { tw };
  return bacaPeriode(tahun)?.jenis === 'tahun' ? { tahun } : {};
}

/** The same address with that time, when it is one of an agency and names none itself. */
export function denganWaktu(alamat: string, waktu: Kueri): string {
  const [depan = '', jangkar = ''] = alamat.split('#', 2);
  const [lintasan = '', tanya = ''] = depan.split('?', 2);
  const isi = new URLSearchParams(tanya);
  if (!lintasan.startsWith('/instansi/') || isi.has('tw') || isi.has('tahun')) return alamat;
  return kueri(lintasan, { ...Object.fromEntries(isi), ...waktu }, jangkar);
}
