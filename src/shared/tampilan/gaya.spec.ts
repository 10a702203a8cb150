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
});
