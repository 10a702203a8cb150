import type { Tempat } from '../../organisasi/tempat';
import { Alihan } from '../../shared/tampilan/tampilan';
import { jalurSurvei } from './halaman.view';

/** Back to the survey, which says why nothing can be changed now. */
export function terkunci(tempat: Tempat, kode: string, halangan: string): Alihan {
  return new Alihan(jalurSurvei(tempat, kode), { nada: 'peringatan', teks: `${halangan}.` });
}
