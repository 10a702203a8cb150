import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { akarProyek } from '../akar';
import { kecilkanGaya } from './gaya';

describe('kecilkanGaya', () => {
  it('drops comments and needless blanks, and keeps those that CSS needs', () => {
    expect(kecilkanGaya('/* a */\na  >  b , c {\n  width: calc(50% + .375rem);\n  color: red;\n}\n')).toBe(
      'a>b,c{width:calc(50% + .375rem);color:red}',
    );
    expect(kecilkanGaya(':root { --L: initial; --D: ; }')).toBe(':root{--L:initial;--D: ;}');
    expect(kecilkanGaya('@media screen and (min-width: 75em) { a + b { margin: 0 0.5rem } }')).toBe(
      '@media screen and (min-width:75em){a + b{margin:0 .5rem}}',
    );
  });

  it('keeps all style sheets together under 25 kB', () => {
    const folder = join(akarProyek(), 'views/aset/gaya');
    const css = readdirSync(folder).map((berkas) => readFileSync(join(folder, berkas), 'utf8'));
    expect(Buffer.byteLength(kecilkanGaya(css.join('\n')))).toBeLessThan(25_000);
  });

  it('keeps the sheet of the pages of reporting under 4.5 kB', () => {
    const css = readFileSync(join(akarProyek(), 'views/aset/lapor.css'), 'utf8');
    expect(Buffer.byteLength(kecilkanGaya(css))).toBeLessThan(4_500);
  });

  it('knows the two themes as colours and nothing else', () => {
    const folder = join(akarProyek(), 'views/aset/gaya');
    const css = kecilkanGaya(readdirSync(folder).map((berkas) => readFileSync(join(folder, berkas), 'utf8')).join('\n')); // prettier-ignore
    // Two switches set the scheme and which value of a pair holds.
    const saklar = [...css.matchAll(/:root(?::not\(\[data-theme="light"\]\)|\[data-theme="dark"\])\{([^}]*)\}/g)];
    expect(saklar.map(([, isi]) => isi)).toEqual(Array(2).fill('--L: ;--D:initial;color-scheme:dark'));
    expect(css.match(/prefers-color-scheme|data-theme="?dark/g)).toHaveLength(2);
    // A pair is two colours; one is two shadows, and only ever that.
    const pasangan = [...css.matchAll(/([\w-]+):([^;{}]*var\(--[LD],[^;}]*)/g)].filter(([, nama]) => nama !== '--ina-shadow');
    expect(pasangan.length).toBeGreaterThan(20);
    for (const [, nama, nilai] of pasangan) {
      expect(nama).toMatch(/^--ina-/);
      expect([nama, nilai]).toEqual([nama, expect.stringMatching(/^var\(--L,#[0-9a-f]{3,6}\) var\(--D,#[0-9a-f]{3,6}\)$/)]);
    }
    expect(css.match(/[\w-]+:[^;{}]*var\(--ina-shadow\)/g)?.filter((d) => d !== 'box-shadow:var(--ina-shadow)')).toEqual([]);
  });
});
