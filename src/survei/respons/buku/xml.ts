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
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${nama}(\\s[^<>]*)?/?>`, 'g'))].map((m) => rapikanKutip(m[1] ?? ''));
}

/** Attributes in single quotes or after line ends, as few writers have them, in the form that `atribut` looks for. */
function rapikanKutip(atributnya: string): string {
  return atributnya.replace(/\s+/g, ' ').replace(/='([^']*)'/g, '="$1"');
}

export interface Simpul {
  /** text of the start tag's attributes */
  readonly ciri: string;
  /** null where the element is empty by its very tag */
  readonly isi: string | null;
  /** where what follows begins */
  readonly akhir: number;
}

/**
 * Elements of this local name one after the other, none inside another; stops at one that is not closed. Looks at each character a
 * fixed number of times, whatever the text: it comes from strangers.
 */
export function* daftarSimpul(xml: string, nama: string): Generator<Simpul, void, undefined> {
  const pola = new RegExp(`<(\\w{1,20}:)?${nama}(\\s[^<>]*)?/?>`, 'g');
  for (let m = pola.exec(xml); m; m = pola.exec(xml)) {
    const ciri = m[2]?.includes("='") ? rapikanKutip(m[2]) : (m[2] ?? '');
    if (m[0].endsWith('/>')) {
      yield { ciri, isi: null, akhir: pola.lastIndex };
      continue;
    }
    const tutup = `</${m[1] ?? ''}${nama}>`;
    const letak = xml.indexOf(tutup, pola.lastIndex);
    if (letak < 0) return;
    const akhir = letak + tutup.length;
    yield { ciri, isi: xml.slice(pola.lastIndex, letak), akhir };
    pola.lastIndex = akhir;
  }
}

/** Joins the `<t>` of a rich text, without its phonetic reading. */
export function teksKaya(xml: string): string {
  let hasil = '';
  let letak = 0;
  const polos = (bagian: string) => {
    for (const t of daftarSimpul(bagian, 't')) hasil += t.isi ?? '';
  };
  if (xml.includes('rPh')) {
    for (const f of daftarSimpul(xml, 'rPh')) {
      polos(xml.slice(letak, f.akhir - (f.isi?.length ?? 0)));
      letak = f.akhir;
    }
  }
  polos(xml.slice(letak));
  return uraiEntitas(hasil);
}
