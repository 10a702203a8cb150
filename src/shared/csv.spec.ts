import { barisCsv } from './csv';

test('koma, kutip, dan baris baru dibungkus', () => {
  expect(barisCsv(['a,b', 'kata "dia"', 'dua\nbaris', '', null, 3, -4])).toBe('"a,b","kata ""dia""","dua\nbaris",,,3,-4\r\n');
});

test.each(['=1+1', '+62 812', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200b=1', '＝1', '\r=1'])('%j tidak menjadi rumus', (teks) => {
  expect(barisCsv([teks]).replace(/^"/, '').startsWith("'")).toBe(true);
});

test.each(['a=b', 'Kepala', '3,53', '8 Mei 2024', 'é'])('%j tetap', (teks) => {
  expect(barisCsv([teks])).toContain(teks);
  expect(barisCsv([teks])).not.toContain("'");
});
