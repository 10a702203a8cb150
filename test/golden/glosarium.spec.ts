import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const AKAR = join(__dirname, '../..');

/** The words of the last column of docs/glosarium.md, with the term that is used instead. */
function terlarang(): [kata: string, istilah: string][] {
  const baris = readFileSync(join(AKAR, 'docs/glosarium.md'), 'utf8').split('\n').filter((b) => b.startsWith('| ')); // prettier-ignore
  return baris.slice(1).flatMap((b): [string, string][] => {
    const kolom = b.split('|').map((k) => k.trim());
    return [...(kolom[4] ?? '').matchAll(/`([^`]+)`/g)].map((m) => [m[1] ?? '', kolom[1] ?? '']);
  });
}

function berkas(folder: string): string[] {
  return readdirSync(join(AKAR, folder), { recursive: true, encoding: 'utf8' })
    .filter((nama) => /\.(ts|hbs)$/.test(nama) && !nama.endsWith('.spec.ts'))
    .map((nama) => join(folder, nama));
}

/** Identifiers and words, camelCase taken apart at its ends only: `evidence` also meets `evidenceList`. */
function memuat(isi: string, kata: string): boolean {
  const besar = kata.charAt(0).toUpperCase() + kata.slice(1);
  return new RegExp(`(?<![A-Za-z])${kata}(?![a-z])|${besar}(?![a-z])`).test(isi);
}

/** Comments are English prose; only code and templates are held to the terms. */
const tanpaKomentar = (isi: string) => isi.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$|\{\{!--[\s\S]*?--\}\}/gm, '');

it('the glossary names forbidden words', () => expect(terlarang().length).toBeGreaterThan(30));

it.each(['src', 'views'])('%s uses the terms of the glossary', (folder) => {
  const daftar = terlarang();
  const pelanggaran = berkas(folder).flatMap((nama) => {
    const isi = tanpaKomentar(readFileSync(join(AKAR, nama), 'utf8'));
    return daftar.filter(([kata]) => memuat(isi, kata)).map(([kata, istilah]) => `${nama}: "${kata}", pakai "${istilah}"`);
  });
  expect(pelanggaran).toEqual([]);
});
