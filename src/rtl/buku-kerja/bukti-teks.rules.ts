import { bacaPeriode, namaPeriode, type KodePeriode } from '../../shared/periode';
import type { BuktiDiharapkan, SatuanJadwal } from '../rtl.rules';
import { bacaJadwal } from './periode-teks.rules';

/** One line each: `foto: Suasana rapat`, `dokumen (TW II 2026): Notula`. */
export function teksBukti(daftar: readonly BuktiDiharapkan[]): string {
  return daftar
    .map(({ jenis, periode, uraian }) => `${jenis}${periode === undefined ? '' : ` (${namaKode(periode)})`}: ${uraian}`)
    .join('\n');
}

function namaKode(kode: KodePeriode): string {
  const p = bacaPeriode(kode);
  return p ? namaPeriode(p) : kode;
}

/** @returns what is wrong with it, as a sentence, where a line cannot be understood */
export function bacaBukti(teks: string, tahun: number, satuan: SatuanJadwal): BuktiDiharapkan[] | string {
  const hasil: BuktiDiharapkan[] = [];
  for (const baris of teks.split('\n').map((b) => b.trim())) {
    if (baris === '') continue;
    const m = /^(tautan|foto|dokumen)\s*(?:\(([^()]*)\))?\s*:\s*(.+)$/i.exec(baris);
    if (!m) return `Tulis tiap bukti dalam satu baris, misalnya "foto: Suasana rapat" atau "dokumen (TW II 2026): Notula"`;
    const periode = m[2] === undefined ? [] : bacaJadwal(m[2], tahun, satuan);
    if (periode === null || periode.length > 1) return `"${m[2] ?? ''}" bukan satu periode`;
    const [satu] = periode;
    const jenis = (m[1] ?? '').toLowerCase() as BuktiDiharapkan['jenis'];
    hasil.push({ ...(satu === undefined ? {} : { periode: satu }), jenis, uraian: (m[3] ?? '').trim() });
  }
  return hasil;
}
