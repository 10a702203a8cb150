import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { akarProyek } from '../../shared/akar';

/** Text faces, and the one that has √, ✓, ≥ and arrows. Static files: Chromium embeds a variable font as Type 3. */
const HURUF = ['@fontsource/source-serif-4', '@fontsource/source-sans-3'] as const;
const GAYA = ['400', '400-italic', '600', '600-italic'] as const;
const TANDA = 'U+2070-209F, U+2150-218F, U+2190-21FF, U+2200-22FF, U+2300-23FF, U+25A0-25FF, U+2600-26FF, U+2700-27BF';

/** The print sheet with its fonts inside it: a page that has it needs nothing from anywhere. Read once. */
export function gayaCetak(): string {
  gaya ??= [...HURUF.flatMap((paket) => GAYA.map((g) => wajah(paket, g))), wajahTanda(), lembarCetak()].join('\n');
  return gaya;
}
let gaya: string | undefined;

function lembarCetak(): string {
  return readFileSync(join(akarProyek(), 'views/laporan/cetak.css'), 'utf8');
}

/** The package's own @font-face rules (one per script, with its range), each with its woff2 file inlined. */
function wajah(paket: string, nama: string): string {
  const jalur = require.resolve(`${paket}/${nama}.css`);
  return readFileSync(jalur, 'utf8')
    .replace(
      /src:[^;]+;/g,
      (sumber) => `src: ${alamatData(join(dirname(jalur), /url\(\.\/([^)]+\.woff2)\)/.exec(sumber)?.[1] ?? ''))};`,
    )
    .replace(/font-display: swap;/g, '');
}

function wajahTanda(): string {
  const jalur = require.resolve('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2');
  return `@font-face { font-family: "Tanda"; font-weight: 400; src: ${alamatData(jalur)}; unicode-range: ${TANDA}; }`;
}

function alamatData(jalur: string): string {
  return `url(data:font/woff2;base64,${readFileSync(jalur).toString('base64')}) format("woff2")`;
}

/** A CSS string token for any text: quotes, backslashes, line ends and `</style>` cannot end it. */
export function teksCss(teks: string): string {
  const aman = teks.replace(/[\p{Cc}"\\<>&\u2028\u2029]/gu, (c) => `\\${c.codePointAt(0)?.toString(16) ?? ''} `);
  return `"${aman}"`;
}
