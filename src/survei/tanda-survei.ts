import type { StatusSurvei } from './status.rules';
import type { TingkatTemuan } from './temuan.rules';

/** A mark is a tone, an icon and a word; never a colour alone. */
export interface Tanda {
  readonly nada: string;
  readonly ikon: string;
  readonly kata: string;
}

export const TANDA_TINGKAT: Readonly<Record<TingkatTemuan, Tanda>> = {
  galat: { nada: 'ina-negatif', ikon: 'alert-circle', kata: 'Galat' },
  peringatan: { nada: 'ina-waspada', ikon: 'alert-triangle', kata: 'Peringatan' },
  catatan: { nada: 'ina-info', ikon: 'info-circle', kata: 'Catatan' },
};

export const TANDA_STATUS: Readonly<Record<StatusSurvei, Tanda>> = {
  draf: { nada: '', ikon: 'pencil', kata: 'Draf' },
  ditetapkan: { nada: 'ina-positif', ikon: 'lock', kata: 'Ditetapkan' },
  dibatalkan: { nada: 'ina-negatif', ikon: 'x', kata: 'Dibatalkan' },
};
