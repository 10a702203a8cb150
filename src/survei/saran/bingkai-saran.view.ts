import type { MedanView } from '../../shared/tampilan/medan';
import { berhasil, type Kabar } from '../../shared/tampilan/kabar';
import type { Kerangka } from '../../shared/tampilan/kerangka';
import { Alihan } from '../../shared/tampilan/tampilan';
import { jalur, kueri, type Kueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { NAMA_STATUS_SARAN, type StatusSaran } from './saran.rules';
import { jalurSaran, type TempatSaran } from './tempat-saran';

/** Tone, icon and word of each state. */
const TANDA: Readonly<Record<StatusSaran, { readonly nada: string; readonly ikon: string }>> = {
  nihil: { nada: '', ikon: 'x' },
  baru: { nada: 'ina-waspada', ikon: 'belum' },
  ditetapkan: { nada: 'ina-info', ikon: 'unit' },
  ditanggapi: { nada: 'ina-info', ikon: 'send' },
  layak_terbit: { nada: 'ina-positif', ikon: 'rosette-discount-check' },
  tidak_diterbitkan: { nada: '', ikon: 'lock' },
};

export const tandaSaran = (status: StatusSaran): { nada: string; ikon: string; kata: string } => ({
  ...TANDA[status],
  kata: NAMA_STATUS_SARAN[status],
});

/** Title, navigation and way back of a page on suggestions. */
export function bingkaiSaran(
  tempat: TempatSaran,
  judul: string,
  remah: readonly { readonly teks: string; readonly tautan?: string }[],
): Kerangka {
  const { instansi, survei, hariIni } = tempat;
  const semua = [
    { teks: instansi.singkatan, tautan: jalur('instansi', instansi.kode) },
    { teks: survei.kode, tautan: jalur('instansi', instansi.kode, 'survei', survei.kode) },
    { teks: 'Saran', tautan: jalurSaran(tempat) },
    ...remah,
  ];
  return {
    judul: `${judul} – ${survei.kode} – ${instansi.singkatan} – Tuntas`,
    remah: semua.map((r, i) => ({ teks: r.teks, tautan: i === semua.length - 1 ? null : (r.tautan ?? null) })),
    pita: null,
    kepalaCetak: `${instansi.nama} · ${survei.judul} · dicetak ${tanggalIndonesia(hariIni)}`,
    lanskap: false,
  };
}

/** An unsur as people read it: code and name. */
export function namaUnsur({ unsur }: Pick<TempatSaran, 'unsur'>, kode: string | null): string {
  if (kode === null) return 'Bukan unsur';
  const nama = unsur.find((u) => u.kode === kode)?.nama;
  return nama === undefined ? kode : `${kode} ${nama}`;
}

/** One form among others on a page, for the partial `saran/borang`. */
export interface Borang {
  readonly aksi: string;
  readonly medan: readonly MedanView[];
  readonly tombol: string;
  readonly utama: boolean;
  /** came back with faults: shown unfolded */
  readonly terbuka: boolean;
}

export function lanjutSaran(tautan: string, kabar: Kabar | string): Alihan {
  return new Alihan(tautan, typeof kabar === 'string' ? berhasil(kabar) : kabar);
}

/** The list under a filter. */
export const alamatDaftar = (tempat: TempatSaran, isi: Kueri = {}): string => kueri(jalurSaran(tempat), isi);
