import type { StatusLalu } from './lanjutan.rules';

export interface TandaLalu {
  readonly nada: string;
  readonly ikon: string;
  readonly kata: string;
}

/** The circle that fills, as everywhere: what the unit claimed last. */
const TANDA: Readonly<Record<StatusLalu, TandaLalu>> = {
  sudah: { nada: 'ina-positif', ikon: 'sudah', kata: 'Sudah' },
  sebagian: { nada: 'ina-waspada', ikon: 'sebagian', kata: 'Sebagian' },
  belum: { nada: 'ina-negatif', ikon: 'belum', kata: 'Belum' },
  tidak_dapat: { nada: 'ina-negatif', ikon: 'tidak-dapat', kata: 'Tidak dapat' },
  belum_melapor: { nada: '', ikon: 'belum-melapor', kata: 'Belum melapor' },
};

export const tandaLalu = (status: StatusLalu): TandaLalu => TANDA[status];
