import { tulisBuku } from '../../shared/buku-kerja/buku-kerja';
import { AWAL_CSV, barisCsv } from '../../shared/csv';
import { LEBAR_TETAP, type TabelMatriks } from './tabel-matriks';

const LEBAR_PERIODE = 22;
const BERKAS_LEMBAR = 'Matriks';

export function csvMatriks({ kepala, baris }: TabelMatriks): string {
  return AWAL_CSV + [kepala, ...baris].map(barisCsv).join('');
}

/** The table and, on a second sheet, what was selected. Every text is a text cell: nothing is taken for a formula. */
export function xlsxMatriks({ kepala, baris, keterangan }: TabelMatriks): Promise<Uint8Array> {
  const tebal = { style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' as const } } };
  const atas = { style: { alignment: { wrapText: true, vertical: 'top' as const } } };
  const sel = new Map<string, typeof tebal | typeof atas>();
  kepala.forEach((_, k) => sel.set(`0,${k}`, tebal));
  baris.forEach((isi, b) => isi.forEach((nilai, k) => nilai !== null && sel.set(`${b + 1},${k}`, atas)));
  return tulisBuku({
    sheets: [
      {
        name: BERKAS_LEMBAR,
        rows: [[...kepala], ...baris.map((b) => [...b])],
        columns: kepala.map((_, k) => ({ width: LEBAR_TETAP[k] ?? LEBAR_PERIODE })),
        cells: sel,
        freezePane: { rows: 1, columns: 6 },
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
      { name: 'Keterangan', rows: keterangan.map((k) => [...k]), columns: [{ width: 28 }, { width: 90 }] },
    ],
  });
}
