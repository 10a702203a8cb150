/** `412 B`, `1,8 MB`. @param bita bytes */
export function ukuranBerkas(bita: number): string {
  if (bita < 1000) return `${bita} B`;
  const [nilai, satuan] = bita < 1_000_000 ? [bita / 1000, 'kB'] : [bita / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat('id', { maximumFractionDigits: 1 }).format(nilai)} ${satuan}`;
}
