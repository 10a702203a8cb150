import type { Aturan } from '../organisasi/aturan.rules';
import type { KegiatanDikeluarkan } from '../rtl/rtl.rules';
import { keadaanKegiatan, type DasarKeadaan, type KeadaanKegiatan } from './realisasi.rules';

/** One that an addendum took out of the plan: null when none did. It is in no denominator; its page and its reports stay. */
export function keadaanDikeluarkan(
  dasar: DasarKeadaan,
  kode: string,
  aturan: Aturan,
  per?: string,
  hariIni?: string,
): { readonly keadaan: KeadaanKegiatan; readonly luar: KegiatanDikeluarkan } | null {
  const { rencana } = dasar;
  const luar = rencana.dikeluarkan?.find((d) => d.kegiatan.kode === kode);
  const prioritas = rencana.prioritas.find((p) => p.no === luar?.prioritas);
  if (!luar || !prioritas) return null;
  const sendiri = { ...rencana, prioritas: [{ ...prioritas, kegiatan: [luar.kegiatan] }] };
  const [keadaan] = keadaanKegiatan({ ...dasar, rencana: sendiri }, aturan, per, hariIni);
  return keadaan ? { keadaan, luar } : null;
}
