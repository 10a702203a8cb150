import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pembawaIkon } from './ikon';

const VIEWS = resolve(__dirname, '../../../views');
const SVG = readFileSync(resolve(VIEWS, 'aset/ikon.svg'), 'utf8');
const bawa = pembawaIkon('<svg><symbol id="i-a"><path/></symbol><symbol id="i-b-1"><path/></symbol></svg>');

it('a page carries the icons that it uses, each once', () => {
  const ikon = '<svg><use href="#i-b-1"/></svg>';
  expect(bawa(`<body>${ikon}${ikon}</body>`)).toBe(
    `<body>${ikon}${ikon}<div hidden><svg><symbol id="i-b-1"><path/></symbol></svg></div>\n</body>`,
  );
  expect(bawa('<body></body>')).toBe('<body></body>');
  expect(bawa(ikon)).toBe(ikon);
});

it('with scripts of ours, all of them', () => {
  expect(bawa('<script src="/aset/x.js" defer></script><body></body>')).toContain('id="i-a"');
});

it('every icon that a template or a script names by itself is there', () => {
  const nama = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((b) => b.endsWith('.hbs') || b.endsWith('.js'))
    .flatMap((b) => [
      ...readFileSync(resolve(VIEWS, b), 'utf8').matchAll(/partials\/ikon nama="([^"]+)"|gambarIkon\('([^']+)'\)/g),
    ])
    .map((m) => m[1] ?? m[2] ?? '');
  expect(nama.length).toBeGreaterThan(20);
  for (const satu of new Set(nama)) expect(SVG).toContain(`<symbol id="i-${satu}"`);
});
