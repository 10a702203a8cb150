import { tandaPelaksanaan, type Tanda } from '../progres/tanda-laporan';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';

export const DIJADWALKAN: Tanda = { nada: '', ikon: 'calendar-event', kata: 'Dijadwalkan' };

/**
 * First axis of a kegiatan; what nobody owes yet is only scheduled.
 * @param ditetapkan whether its plan is: of any other one no report is owed
 */
export function tandaKegiatan(keadaan: Pick<KeadaanKegiatan, 'status' | 'belumWaktunya'>, ditetapkan = true): Tanda {
  const { status, belumWaktunya } = keadaan;
  return status === null && (belumWaktunya || !ditetapkan) ? DIJADWALKAN : tandaPelaksanaan(status);
}
