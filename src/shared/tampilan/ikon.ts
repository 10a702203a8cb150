const SIMBOL = /<symbol id="i-([a-z0-9-]+)"[\s\S]*?<\/symbol>/g;
const DIPAKAI = /<use href="#i-([a-z0-9-]+)"/g;
const AKHIR = '</body>';

/**
 * Puts the icons that a page uses into the page itself. In a file of their own Chromium paints them on the first page only for certain:
 * taken from its cache, they stay away from one page in four. A page with scripts gets all of them, for these may bring in more.
 * @param svg symbols named `i-…`
 * @returns adds the icons to a whole page, and leaves any other text as it is
 */
export function pembawaIkon(svg: string): (html: string) => string {
  const simbol = new Map([...svg.matchAll(SIMBOL)].map(([isi, nama = '']) => [nama, isi]));
  return (html) => {
    const letak = html.lastIndexOf(AKHIR);
    if (letak === -1) return html;
    const nama = html.includes('<script src=') ? simbol.keys() : new Set([...html.matchAll(DIPAKAI)].map(([, n = '']) => n));
    const isi = [...nama].map((n) => simbol.get(n) ?? '').join('');
    return isi === '' ? html : `${html.slice(0, letak)}<div hidden><svg>${isi}</svg></div>\n${html.slice(letak)}`;
  };
}
