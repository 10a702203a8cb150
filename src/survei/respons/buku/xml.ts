/** The little XML that a workbook needs: start tags with attributes, in document order, never a DOM. */

const ENTITAS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML; Excel writes a control character as `_x000D_`. */
export function uraiEntitas(teks: string): string {
  const polos = teks.includes('&')
    ? teks.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (asli, heks?: string, angka?: string, nama?: string) => {
        if (nama !== undefined) return ENTITAS[nama] ?? asli;
        const kode = heks === undefined ? Number(angka) : parseInt(heks, 16);
        return kode > 0 && kode <= 0x10ffff ? String.fromCodePoint(kode) : '';
      })
    : teks;
  return polos.includes('_x')
    ? polos.replace(/_x([0-9A-F]{4})_/g, (_asli, heks: string) => String.fromCharCode(parseInt(heks, 16)))
    : polos;
}

/** An attribute of a start tag's text (`c r="A1" t="s"`). */
export function atribut(tag: string, nama: string): string | null {
  const mulai = ` ${nama}="`;
  const i = tag.indexOf(mulai);
  if (i < 0) return null;
  const awal = i + mulai.length;
  const akhir = tag.indexOf('"', awal);
  return akhir < 0 ? null : uraiEntitas(tag.slice(awal, akhir));
}

/** Every start tag of this local name, whatever its prefix. */
export function daftarTag(xml: string, nama: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${nama}(\\s[^>]*)?/?>`, 'g'))].map((m) => rapikanKutip(m[1] ?? ''));
}

/** Attributes in single quotes or after line ends, as few writers have them, in the form that `atribut` looks for. */
function rapikanKutip(atributnya: string): string {
  return atributnya.replace(/\s+/g, ' ').replace(/='([^']*)'/g, '="$1"');
}

/** Joins the `<t>` of a rich text, without its phonetic reading. */
export function teksKaya(xml: string): string {
  const tanpaFonetik = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  let hasil = '';
  for (const m of tanpaFonetik.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) hasil += m[1] ?? '';
  return uraiEntitas(hasil);
}
