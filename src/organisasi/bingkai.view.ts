import type { Kerangka } from '../shared/tampilan/kerangka';
import { jalur } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import type { Remah } from './halaman.view';
import type { Tempat } from './tempat';

/** Title and way back of a page of one agency; the last step is where one is. */
export function bingkaiInstansi({ instansi, hariIni }: Tempat, judul: string, remah: readonly Remah[]): Kerangka {
  const semua = [{ teks: instansi.singkatan, tautan: jalur('instansi', instansi.kode) }, ...remah];
  return {
    judul: `${judul} – ${instansi.singkatan} – Tuntas`,
    remah: semua.map((r, i) => ({ teks: r.teks, tautan: i === semua.length - 1 ? null : (r.tautan ?? null) })),
    pita: null,
    kepalaCetak: `${instansi.nama} · dicetak ${tanggalIndonesia(hariIni)}`,
    lanskap: false,
  };
}
