// node laporan-baca.mjs FILE.pdf → text, outline, labels and links as JSON on standard output.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(readFileSync(process.argv[2]));
const dokumen = await getDocument({ data, verbosity: 0, isEvalSupported: false }).promise;
const halaman = [];
const tautan = [];
for (let i = 1; i <= dokumen.numPages; i++) {
  const lembar = await dokumen.getPage(i);
  const { items } = await lembar.getTextContent();
  halaman.push(items.map((t) => t.str + (t.hasEOL ? '\n' : '')).join(''));
  for (const a of await lembar.getAnnotations()) if (a.url) tautan.push(a.url);
}
const rata = (daftar) => (daftar ?? []).flatMap((d) => [d.title, ...rata(d.items)]);
const { info } = await dokumen.getMetadata();
const tanda = await dokumen.getMarkInfo();
process.stdout.write(
  JSON.stringify({
    info,
    label: await dokumen.getPageLabels(),
    kerangka: rata(await dokumen.getOutline()),
    ditandai: tanda?.Marked === true,
    halaman,
    tautan,
  }),
);
