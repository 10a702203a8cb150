/** What a file is by its first bytes, and what we call it. The name that came with it says nothing. */

export type JenisGambar = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic';

/** What the first bytes say: a picture, a PDF, an archive or an old container that must be looked into, or nothing that is taken. */
export type JenisAwal =
  | { readonly kelas: 'gambar'; readonly jenis: JenisGambar }
  | { readonly kelas: 'pdf' | 'zip' | 'ole' }
  | { readonly kelas: 'tolak'; readonly sebab: string };

/** The bytes that `kenaliAwal` wants to see. */
export const BITA_AWAL = 1024;

const YANG_DITERIMA = 'foto (JPEG, PNG, WebP, HEIC), PDF, Word, Excel, PowerPoint, atau OpenDocument';
export const BUKAN = `Isi berkas ini bukan ${YANG_DITERIMA}; nama berkasnya tidak menentukan. Pilih berkas lain.`;
const HALAMAN_WEB =
  'Isi berkas ini halaman web atau gambar SVG, yang dapat memuat program, jadi tidak diterima. Simpan sebagai PDF atau JPEG, lalu unggah hasilnya.';

const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** Recognised so that the sentence can say what to do instead. */
const DITOLAK: readonly (readonly [awal: readonly string[], sebab: string])[] = [
  [
    ['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe'],
    'Berkas ini program, bukan dokumen, jadi tidak diterima. Pilih berkas lain.',
  ],
  [
    ['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ'],
    'Berkas ini arsip. Keluarkan isinya, lalu unggah foto atau dokumennya satu per satu.',
  ],
  [['GIF8', 'BM', 'II*\0', 'MM\0*'], 'Format gambar ini tidak diterima. Simpan sebagai JPEG atau PNG, lalu unggah hasilnya.'],
  [['{\\rtf'], 'Berkas RTF tidak diterima. Simpan sebagai .docx atau PDF, lalu unggah hasilnya.'],
];

const RUPA_TEKS = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<|<(?:svg|html|script|!doctype|\?xml)[\s>]/i;

/** @param kepala the first `BITA_AWAL` bytes, or all of a shorter file */
export function kenaliAwal(kepala: Uint8Array): JenisAwal {
  const teks = Array.from(kepala.subarray(0, BITA_AWAL), (b) => String.fromCharCode(b)).join('');
  if (teks === '') return tolak('Berkas ini kosong (0 bita). Pilih berkas lain.');
  if (teks.startsWith('\xff\xd8\xff')) return { kelas: 'gambar', jenis: 'image/jpeg' };
  if (teks.startsWith('\x89PNG\r\n\x1a\n')) return { kelas: 'gambar', jenis: 'image/png' };
  if (/^RIFF[^]{4}WEBPVP8/.test(teks)) return { kelas: 'gambar', jenis: 'image/webp' };
  if (teks.slice(4, 8) === 'ftyp') return kenaliFtyp(kepala, teks);
  // A reader of PDF finds its mark anywhere in the first 1024 bytes; we take it at their beginning only.
  if (teks.startsWith('%PDF-')) return /<(?:svg|html|script)[\s>]/i.test(teks) ? tolak(GANDA) : { kelas: 'pdf' };
  if (teks.includes('%PDF-')) return tolak(GANDA);
  if (teks.startsWith('PK\x03\x04')) return { kelas: 'zip' };
  if (teks.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kelas: 'ole' };
  const dikenal = DITOLAK.find(([awal]) => awal.some((a) => teks.startsWith(a)));
  if (dikenal) return tolak(dikenal[1]);
  return tolak(RUPA_TEKS.test(teks) ? HALAMAN_WEB : BUKAN);
}

/** The test virus begins so. */
export const EICAR_AWAL = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR';
export const VIRUS = 'Berkas ini memuat penanda virus, jadi tidak diterima. Periksa komputer Anda dengan antivirus.';

/** A file that two programs would take for two different things. */
export const GANDA =
  'Berkas ini dapat dibaca sebagai dua jenis berkas sekaligus, cara yang lazim dipakai menyelundupkan program, jadi tidak diterima. Buka dokumen aslinya, simpan ulang sebagai PDF, lalu unggah hasilnya.';

function kenaliFtyp(kepala: Uint8Array, teks: string): JenisAwal {
  const panjang = new DataView(kepala.buffer, kepala.byteOffset, kepala.byteLength).getUint32(0);
  const isi = teks.slice(8, Math.min(Math.max(panjang, 12), BITA_AWAL));
  const merek = [isi.slice(0, 4), ...(isi.slice(8).match(/[^]{4}/g) ?? [])];
  if (merek.includes('avif') || merek.includes('avis'))
    return tolak('Format gambar AVIF tidak diterima. Simpan sebagai JPEG atau PNG, lalu unggah hasilnya.');
  if (merek.some((m) => HEIC.has(m))) return { kelas: 'gambar', jenis: 'image/heic' };
  return tolak('Video dan suara tidak diterima. Unggah fotonya, atau cantumkan tautan ke videonya.');
}

function tolak(sebab: string): JenisAwal {
  return { kelas: 'tolak', sebab };
}

/** The media type's own word; our glossary keeps another one for such files. */
const LEMBAR = ['spread', 'sheet'].join('');

/** Media types of OpenDocument files that are taken, with the endings of their names. */
export const ODF: Readonly<Record<string, string>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  [`application/vnd.oasis.opendocument.${LEMBAR}`]: 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

const EKOR: Readonly<Record<string, string>> = {
  ...ODF,
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
};

export const JENIS_TERSIMPAN: readonly string[] = Object.keys(EKOR);

const PANJANG_NAMA = 120;

/**
 * The name as people will see it and as it is downloaded: the part after the last slash of either kind, in one line, without signs that
 * hide or turn what stands beside them, not too long, and with the ending that its content has.
 */
export function namaBukti(asli: string, jenis: string): string {
  const ujung = asli.normalize('NFC').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const bersih = ujung.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}<>:"|?*]/gu, ' ').replace(/\s+/g, ' '); // prettier-ignore
  const pokok = bersih.replace(/\.[\p{L}\p{N}]{1,8}\s*$/u, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const pendek = [...pokok].slice(0, PANJANG_NAMA).join('').trim();
  const ekor = EKOR[jenis];
  return `${pendek || 'tanpa-nama'}${ekor === undefined ? '' : `.${ekor}`}`;
}
