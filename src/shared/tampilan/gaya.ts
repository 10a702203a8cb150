/**
 * Style sheets as they are sent: without comments and needless blanks. It knows as much CSS as our own files use: no `>` or `{` inside
 * strings, and blanks around `+` and `-` (which `calc()` needs) are left alone, as is an empty custom property (`--D: ;`).
 */
export function kecilkanGaya(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{},>])\s*/g, '$1')
    .replace(/;\s+/g, ';')
    .replace(/:\s+(?!;)/g, ':')
    .replace(/(?<!: );}/g, '}')
    .replace(/(^|[\s(,:])0(\.\d)/g, '$1$2')
    .trim();
}
