import type { StatusPelaksanaan, StatusVerifikasi } from '../progres/progres.rules';
import type { TingkatTemuan } from '../survei/temuan.rules';
import type { StatusRencana } from '../rtl/rtl.rules';
import type { StatusSurvei } from '../survei/status.rules';

/** A mark is a tone, an icon and a word; never a colour alone. The one table of every state that a page can show. */
export interface Tanda {
  readonly nada: string;
  readonly ikon: string;
  readonly kata: string;
}

/** First axis, a circle that fills: what the unit claims. */
const PELAKSANAAN: Readonly<Record<StatusPelaksanaan, Tanda>> = {
  sudah: { nada: 'ina-positif', ikon: 'sudah', kata: 'Sudah' },
  sebagian: { nada: 'ina-waspada', ikon: 'sebagian', kata: 'Sebagian' },
  belum: { nada: 'ina-negatif', ikon: 'belum', kata: 'Belum' },
  tidak_dapat: { nada: 'ina-negatif', ikon: 'tidak-dapat', kata: 'Tidak dapat' },
};

export const BELUM_MELAPOR: Tanda = { nada: '', ikon: 'belum-melapor', kata: 'Belum melapor' };

/** Second axis, a badge: what another person decided. */
const VERIFIKASI: Readonly<Record<StatusVerifikasi, Tanda>> = {
  draf: { nada: '', ikon: 'pencil', kata: 'Draf' },
  diajukan: { nada: 'ina-info', ikon: 'send', kata: 'Diajukan' },
  dikembalikan: { nada: 'ina-waspada', ikon: 'arrow-back-up', kata: 'Dikembalikan' },
  terverifikasi: { nada: 'ina-positif', ikon: 'rosette-discount-check', kata: 'Terverifikasi' },
  bukti_tidak_memadai: { nada: 'ina-negatif', ikon: 'alert-circle', kata: 'Bukti tidak memadai' },
};

export const TANPA_BUKTI: Tanda = { nada: 'ina-waspada', ikon: 'tanpa-bukti', kata: 'Tanpa bukti' };
export const PENGGANTI: Tanda = { nada: 'ina-info', ikon: 'arrows-exchange', kata: 'Pengganti' };

const TINGKAT: Readonly<Record<TingkatTemuan, Tanda>> = {
  galat: { nada: 'ina-negatif', ikon: 'alert-circle', kata: 'Galat' },
  peringatan: { nada: 'ina-waspada', ikon: 'alert-triangle', kata: 'Peringatan' },
  catatan: { nada: 'ina-info', ikon: 'info-circle', kata: 'Catatan' },
};

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

export const tandaPelaksanaan = (status: StatusPelaksanaan | null): Tanda => (status ? PELAKSANAAN[status] : BELUM_MELAPOR);
export const tandaVerifikasi = (status: StatusVerifikasi | undefined): Tanda | null => (status ? VERIFIKASI[status] : null);
export const tandaTingkat = (tingkat: TingkatTemuan): Tanda => TINGKAT[tingkat];
export const tandaRencana = (status: StatusRencana): Tanda => RENCANA[status];
export const tandaSurvei = (status: StatusSurvei): Tanda => SURVEI[status];
