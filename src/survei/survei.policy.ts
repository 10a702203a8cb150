import { punyaIzinDi } from '../auth/izin';
import { peranDi, type Pelaku } from '../auth/pelaku';
import { halanganStatus, type StatusSurvei, type TindakanSurvei } from './status.rules';

/** What is not confirmed yet is the business of those who make and check it; everybody else reads the confirmed. */
export function bolehLihatSurvei(pelaku: Pelaku, instansiId: string, status: StatusSurvei): boolean {
  const peran = peranDi(pelaku, instansiId);
  if (status === 'ditetapkan') return peran.length > 0;
  return peran.some((p) => p === 'koordinator' || p === 'pimpinan' || p === 'inspektur' || p === 'admin');
}

const IZIN_TINDAKAN = {
  ubah: 'survei.kelola',
  tetapkan: 'survei.tetapkan',
  bukaKembali: 'survei.tetapkan',
  batalkan: 'survei.kelola',
  pulihkan: 'survei.kelola',
} as const satisfies Record<TindakanSurvei, string>;

/** Whether the person may do this at all, whatever state the survey is in. */
export function berwenang(pelaku: Pelaku, instansiId: string, tindakan: TindakanSurvei): boolean {
  return punyaIzinDi(pelaku, IZIN_TINDAKAN[tindakan], instansiId);
}

/** Which buttons the page shows: the same two questions that the act asks. */
export function bolehTindakan(pelaku: Pelaku, instansiId: string, tindakan: TindakanSurvei, status: StatusSurvei): boolean {
  return berwenang(pelaku, instansiId, tindakan) && halanganStatus(tindakan, status) === null;
}
