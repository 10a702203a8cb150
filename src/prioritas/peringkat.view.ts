import type { Instrumen } from '../instrumen/instrumen.rules';
import { nilaiMinimum } from '../instrumen/mutu.rules';
import { rasional, teksIndonesia } from '../shared/desimal';
import { baganBatang, type Ambang, type BaganBatang } from '../shared/tampilan/bagan';
import type { HasilUnsur } from '../survei/skor.rules';
import { seriDiBatas, unsurTerendah } from '../survei/terendah.rules';

export function ambangMutu(instrumen: Instrumen): Ambang[] {
  return instrumen.mutu.map((k) => ({ nama: k.mutu, nilai: k.min, teks: teksIndonesia(rasional(k.min)) }));
}

/** The unsur as bars, lowest on the left, with the priority line and its ties: the same chart on the page and in the printed report. */
export function baganPeringkat(
  unsur: readonly HasilUnsur[],
  instrumen: Instrumen,
  jumlahPrioritas: number,
): { readonly bagan: BaganBatang; readonly uraian: string } {
  const terendah = unsurTerendah(unsur, jumlahPrioritas);
  const prioritas = new Set(terendah.flat());
  const naik = [...unsur].sort((a, b) => a.nilai.compare(b.nilai));
  const batas = (terendah.at(-1) ?? []).join(' = ');
  const seri = seriDiBatas(terendah, jumlahPrioritas) ? ', seri' : '';
  return {
    bagan: baganBatang(
      naik.map((u) => ({
        kode: u.unsur,
        // A position only; what people read is the text.
        nilai: u.nilai.valueOf(),
        teks: teksIndonesia(u.nilai),
        prioritas: prioritas.has(u.unsur),
        seri: unsur.some((l) => l !== u && l.peringkat === u.peringkat),
      })),
      ambangMutu(instrumen),
      nilaiMinimum(instrumen).valueOf(),
    ),
    uraian: `Terendah ke tertinggi: ${naik.map((u) => `${u.unsur} ${teksIndonesia(u.nilai)}`).join(', ')}. Garis prioritas setelah ${batas}${seri}.`,
  };
}
