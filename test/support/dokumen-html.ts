/** Just enough of an HTML reader to hold the pages to account: our templates write plain, quoted, closed markup. */
export interface DokumenHtml {
  /** visible text with single blanks */
  readonly teks: string;
  readonly id: readonly string[];
  /** of every `href`, unescaped */
  readonly tautan: readonly string[];
  /** faults of the markup, as sentences */
  readonly cacat: readonly string[];
}

const TANPA_ISI = new Set(['meta', 'link', 'br', 'input', 'img', 'hr']);
/** A script that is a file of ours, by the hash of its content; nothing stands between its tags (see below). */
const BERKAS_SKRIP = /^ src="\/aset\/[a-z-]+\.[0-9a-f]{10}\.js" defer$/;
const SVG_TUNGGAL = new Set(['use', 'rect', 'line', 'circle', 'path']);

export function bacaHtml(html: string): DokumenHtml {
  const cacat: string[] = [];
  const id: string[] = [];
  const tautan: string[] = [];
  const terbuka: string[] = [];
  if (!html.startsWith('<!doctype html>')) cacat.push('tidak diawali doctype');
  for (const [, tutup, nama = '', atribut = '', tunggal] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*)\s*(\/?)>/gi,
  )) {
    if (tutup) {
      const harap = terbuka.pop();
      if (harap !== nama) cacat.push(`</${nama}> menutup <${harap ?? '?'}>`);
      continue;
    }
    if ((nama === 'script' && !BERKAS_SKRIP.test(atribut)) || nama === 'style') cacat.push(`<${nama}> di halaman`);
    for (const [, a = '', nilai = ''] of atribut.matchAll(/([^\s"'<>=/]+)(?:="([^"]*)")?/g)) {
      if (a === 'style' || a.startsWith('on')) cacat.push(`atribut ${a}`);
      if (a === 'id') id.push(lepas(nilai));
      if (a === 'href') tautan.push(lepas(nilai));
      if (/^\s*javascript:/i.test(nilai)) cacat.push(`alamat ${nilai}`);
    }
    if (!tunggal && !TANPA_ISI.has(nama)) terbuka.push(nama);
    if (tunggal && !SVG_TUNGGAL.has(nama)) cacat.push(`<${nama}/> bukan unsur tunggal`);
  }
  if (/<script[^>]*>(?!<\/script>)/i.test(html)) cacat.push('skrip dengan isi di halaman');
  if (terbuka.length > 0) cacat.push(`tidak ditutup: ${terbuka.join(', ')}`);
  const kembar = id.filter((x, i) => id.indexOf(x) !== i);
  if (kembar.length > 0) cacat.push(`id kembar: ${kembar.join(', ')}`);
  const polos = html.replace(/<[^>]*>/g, ' ');
  if (/[<>]/.test(polos)) cacat.push(`tanda kurung sudut lepas: ${/.{0,40}[<>].{0,40}/.exec(polos)?.[0] ?? ''}`);
  return {
    teks: lepas(html.replace(/<title[\s\S]*?<\/title>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' '),
    id,
    tautan,
    cacat,
  };
}

function lepas(teks: string): string {
  return teks
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&#x60;/g, '`')
    .replace(/&amp;/g, '&');
}
