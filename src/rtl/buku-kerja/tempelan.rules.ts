/**
 * What Excel, LibreOffice and Google put on the clipboard: cells apart by tabs, rows by lines, and a cell with either of them in quotes.
 * Quotes within an ordinary cell are what they are.
 */
export function bacaTempelan(teks: string): string[][] {
  const isi = teks.replace(/\r\n?/g, '\n');
  const hasil: string[][] = [];
  let baris: string[] = [];
  for (let i = 0; ;) {
    const [sel, akhir] = isi[i] === '"' ? selBerkutip(isi, i) : selPolos(isi, i);
    baris.push(sel.trim());
    i = akhir + 1;
    if (isi[akhir] === '\t') continue;
    hasil.push(baris);
    baris = [];
    if (i >= isi.length) break;
  }
  while (hasil.at(-1)?.every((s) => s === '')) hasil.pop();
  return hasil;
}

function selPolos(isi: string, dari: number): [string, number] {
  let i = dari;
  while (i < isi.length && isi[i] !== '\t' && isi[i] !== '\n') i++;
  return [isi.slice(dari, i), i];
}

function selBerkutip(isi: string, dari: number): [string, number] {
  let sel = '';
  for (let i = dari + 1; i < isi.length; i++) {
    if (isi[i] !== '"') sel += isi[i] ?? '';
    else if (isi[i + 1] === '"') {
      sel += '"';
      i++;
    } else {
      const sesudah = isi[i + 1];
      return sesudah === undefined || sesudah === '\t' || sesudah === '\n' ? [sel, i + 1] : selPolos(isi, dari);
    }
  }
  return selPolos(isi, dari);
}
