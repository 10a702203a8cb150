import type { Temuan, TingkatTemuan } from '../survei/temuan.rules';
import type { StatusPelaksanaan, StatusVerifikasi } from './progres.rules';

/** A mark is a tone, an icon and a word; never a colour alone. */
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

export const PENGGANTI: Tanda = { nada: 'ina-info', ikon: 'arrows-exchange', kata: 'Pengganti' };
export const PERNAH_TERLAMBAT: Tanda = { nada: 'ina-waspada', ikon: 'alert-triangle', kata: 'Pernah terlambat' };

export const tandaPelaksanaan = (status: StatusPelaksanaan | null): Tanda => (status ? PELAKSANAAN[status] : BELUM_MELAPOR);
export const tandaKeadaan = (keadaan: StatusVerifikasi): Tanda => VERIFIKASI[keadaan];

const TINGKAT: Readonly<Record<TingkatTemuan, Tanda>> = {
  galat: { nada: 'ina-negatif', ikon: 'alert-circle', kata: 'Galat' },
  peringatan: { nada: 'ina-waspada', ikon: 'alert-triangle', kata: 'Peringatan' },
  catatan: { nada: 'ina-info', ikon: 'info-circle', kata: 'Catatan' },
};

export const tandaTingkat = (tingkat: TingkatTemuan): Tanda => TINGKAT[tingkat];

/** Findings on one report, in their order. */
export const temuanView = (temuan: readonly Temuan[]): { tanda: Tanda; teks: string }[] =>
  temuan.map((t) => ({ tanda: tandaTingkat(t.tingkat), teks: t.pesan }));
