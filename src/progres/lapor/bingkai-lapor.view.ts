import { bingkaiRtl, jalurRencana, remahRencana } from '../../rtl/halaman/halaman-rtl.view';
import { bulanDalamKata, namaPeriode, periode, type KodePeriode } from '../../shared/periode';
import type { Kerangka } from '../../shared/tampilan/kerangka';
import { jalurLapor, type TempatLapor } from './tempat-lapor';

/** `TW II 2024 · April–Juni`: people file into the wrong quarter, so its months stand beside it. */
export function namaPeriodeJudul(kode: KodePeriode): string {
  const p = periode(kode);
  return p.jenis === 'triwulan' || p.jenis === 'semester' ? `${namaPeriode(p)} · ${bulanDalamKata(p)}` : namaPeriode(p);
}

/** Title, way back, style sheet and scripts of a page on one slot. @param akhir null: the page of the slot itself */
export function bingkaiLapor(tempat: TempatLapor, akhir: string | null, skrip: readonly string[] = []): Kerangka {
  const { rencana, kegiatan, periode: kode } = tempat;
  const laporan = `Laporan ${namaPeriode(periode(kode))}`;
  const remah = [
    ...remahRencana(tempat, rencana.kode),
    { teks: kegiatan.kode, tautan: jalurRencana(tempat, rencana.kode, 'kegiatan', kegiatan.kode) },
    ...(akhir === null ? [] : [{ teks: laporan, tautan: jalurLapor(tempat) }]),
  ];
  return { ...bingkaiRtl(tempat, akhir ?? `${laporan} ${kegiatan.kode}`, remah), gaya: ['lapor.css'], skrip };
}
