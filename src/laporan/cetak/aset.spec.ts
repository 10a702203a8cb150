import fc from 'fast-check';
import { gayaCetak, teksCss } from './aset';

/** Reads a CSS string token back as a browser does. */
function baca(token: string): string {
  return token.slice(1, -1).replace(/\\([0-9a-f]{1,6}) /g, (_, h: string) => String.fromCodePoint(parseInt(h, 16)));
}

it('teks apa pun menjadi satu token string CSS yang utuh', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (teks) => {
      const token = teksCss(teks);
      expect(token).toMatch(/^"[^"\n\r\f<]*"$/);
      expect(baca(token)).toBe(teks);
    }),
  );
  expect(teksCss('"} </style>\n\\')).toBe('"\\22 } \\3c /style\\3e \\a \\5c "');
});

it('lembar cetak memuat hurufnya sendiri dan tidak menunjuk ke mana pun', () => {
  const alamat = [...gayaCetak().matchAll(/url\(["']?([^)"']{0,30})/g)].map((m) => m[1] ?? '');
  expect(alamat.length).toBeGreaterThan(50);
  expect(alamat.filter((a) => !a.startsWith('data:'))).toEqual([]);
});
