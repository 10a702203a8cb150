import fc from 'fast-check';
import { bacaTempelan } from './tempelan.rules';

it('sel dengan baris baru, tab, dan kutip seperti disalin Excel', () =>
  expect(
    bacaTempelan('No\tKegiatan\r\n1\t"Rapat\nlanjutan ""A"""\r\n2\tRapat "B" dan C\r\n3\t"belum ditutup\tx\r\n\r\n'),
  ).toEqual([
    ['No', 'Kegiatan'],
    ['1', 'Rapat\nlanjutan "A"'],
    ['2', 'Rapat "B" dan C'],
    ['3', '"belum ditutup', 'x'],
  ]));

it('tabel apa pun yang disalin terbaca kembali', () => {
  const sel = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\t', '\n', '√') }).map((s) => s.trim());
  const salin = (s: string) => (/[\t\n"]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s);
  fc.assert(
    fc.property(fc.array(fc.array(sel, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (tabel) => {
      const isi = [...tabel, ['akhir', 'x']];
      expect(bacaTempelan(isi.map((b) => b.map(salin).join('\t')).join('\n'))).toEqual(isi);
    }),
  );
});
