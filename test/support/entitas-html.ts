/** The text that an attribute or element of a page of ours shows. */
export function decode(html: string): string {
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, kode: string) => String.fromCodePoint(Number.parseInt(kode, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
