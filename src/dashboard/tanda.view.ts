import type { StatusVerifikasi } from '../progres/progres.rules';
import { tandaKeadaan, type Tanda } from '../progres/tanda-laporan';
import type { StatusRencana } from '../rtl/rtl.rules';
import type { StatusSurvei } from '../survei/status.rules';

export type { Tanda } from '../progres/tanda-laporan';
export { BELUM_MELAPOR, PENGGANTI, tandaPelaksanaan, tandaTingkat } from '../progres/tanda-laporan';

/** The one table of every state that a page can show, besides the two axes of a report. */
export const TANPA_BUKTI: Tanda = { nada: 'ina-waspada', ikon: 'tanpa-bukti', kata: 'Tanpa bukti' };

const RENCANA: Readonly<Record<StatusRencana, Tanda>> = {
  draf: { nada: '', ikon: 'pencil', kata: 'Draf' },
  diajukan: { nada: 'ina-info', ikon: 'send', kata: 'Diajukan' },
  ditetapkan: { nada: 'ina-positif', ikon: 'rubber-stamp', kata: 'Ditetapkan' },
};

const SURVEI: Readonly<Record<StatusSurvei, Tanda>> = {
  draf: { nada: '', ikon: 'pencil', kata: 'Draf' },
  ditetapkan: { nada: 'ina-positif', ikon: 'rubber-stamp', kata: 'Ditetapkan' },
  dibatalkan: { nada: 'ina-negatif', ikon: 'x', kata: 'Dibatalkan' },
};

export const tandaVerifikasi = (status: StatusVerifikasi | undefined): Tanda | null => (status ? tandaKeadaan(status) : null);
export const tandaRencana = (status: StatusRencana): Tanda => RENCANA[status];
export const tandaSurvei = (status: StatusSurvei): Tanda => SURVEI[status];
