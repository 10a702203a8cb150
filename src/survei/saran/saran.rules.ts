export const STATUS_SARAN = ['nihil', 'baru', 'ditetapkan', 'ditanggapi', 'layak_terbit', 'tidak_diterbitkan'] as const;
export type StatusSaran = (typeof STATUS_SARAN)[number];

/** As people read it. */
export const NAMA_STATUS_SARAN: Readonly<Record<StatusSaran, string>> = {
  nihil: 'Tanpa saran',
  baru: 'Baru',
  ditetapkan: 'Ditetapkan',
  ditanggapi: 'Ditanggapi',
  layak_terbit: 'Layak terbit',
  tidak_diterbitkan: 'Tidak diterbitkan',
};

/** Acts on a suggestion; the button, the audit entry and the address have the same word. */
export type TindakanSaran =
  'tetapkan' | 'tanggapi' | 'terbitkan' | 'jangan-terbitkan' | 'tinjau-ulang' | 'kecualikan' | 'pulihkan';

/**
 * One table for the check, the buttons and the spec: baru → ditetapkan → ditanggapi → layak terbit or not. What was reviewed and gets
 * another answer, or another look, is reviewed again; `nihil` is no suggestion ("tidak ada") and waits for nothing.
 */
export const ALUR_SARAN: readonly {
  readonly dari: StatusSaran;
  readonly tindakan: TindakanSaran;
  readonly ke: StatusSaran;
  readonly perluAlasan: boolean;
}[] = [
  { dari: 'baru', tindakan: 'tetapkan', ke: 'ditetapkan', perluAlasan: false },
  { dari: 'ditetapkan', tindakan: 'tetapkan', ke: 'ditetapkan', perluAlasan: false },
  { dari: 'ditanggapi', tindakan: 'tetapkan', ke: 'ditanggapi', perluAlasan: false },
  { dari: 'ditetapkan', tindakan: 'tanggapi', ke: 'ditanggapi', perluAlasan: false },
  { dari: 'ditanggapi', tindakan: 'tanggapi', ke: 'ditanggapi', perluAlasan: false },
  { dari: 'layak_terbit', tindakan: 'tanggapi', ke: 'ditanggapi', perluAlasan: false },
  { dari: 'tidak_diterbitkan', tindakan: 'tanggapi', ke: 'ditanggapi', perluAlasan: false },
  { dari: 'ditanggapi', tindakan: 'terbitkan', ke: 'layak_terbit', perluAlasan: false },
  { dari: 'ditanggapi', tindakan: 'jangan-terbitkan', ke: 'tidak_diterbitkan', perluAlasan: true },
  { dari: 'layak_terbit', tindakan: 'tinjau-ulang', ke: 'ditanggapi', perluAlasan: true },
  { dari: 'tidak_diterbitkan', tindakan: 'tinjau-ulang', ke: 'ditanggapi', perluAlasan: true },
  { dari: 'baru', tindakan: 'kecualikan', ke: 'nihil', perluAlasan: true },
  { dari: 'ditetapkan', tindakan: 'kecualikan', ke: 'nihil', perluAlasan: true },
  { dari: 'nihil', tindakan: 'pulihkan', ke: 'baru', perluAlasan: true },
];

export function bolehLangkah(status: StatusSaran, tindakan: TindakanSaran): boolean {
  return ALUR_SARAN.some((l) => l.dari === status && l.tindakan === tindakan);
}

/** The states from which an act may be done. */
export function asalTindakan(tindakan: TindakanSaran): StatusSaran[] {
  return ALUR_SARAN.filter((l) => l.tindakan === tindakan).map((l) => l.dari);
}

/** The state after an act, or an Indonesian sentence why it cannot be done. */
export function langkahSaran(
  status: StatusSaran,
  tindakan: TindakanSaran,
  alasan?: string,
): { readonly ke: StatusSaran } | { readonly ditolak: string } {
  const langkah = ALUR_SARAN.find((l) => l.dari === status && l.tindakan === tindakan);
  if (!langkah) return { ditolak: TOLAK[tindakan](NAMA_STATUS_SARAN[status].toLowerCase()) };
  if (langkah.perluAlasan && !alasan?.trim()) return { ditolak: 'Tuliskan alasannya' };
  return { ke: langkah.ke };
}

const TOLAK: Readonly<Record<TindakanSaran, (kini: string) => string>> = {
  tetapkan: (kini) => `Saran ini sudah berstatus ${kini}; tinjau ulang dahulu sebelum mengubah penetapannya`,
  tanggapi: (kini) => `Saran ini berstatus ${kini}; koordinator menetapkan unsur dan unitnya dahulu`,
  terbitkan: (kini) => `Saran ini berstatus ${kini}; yang dapat diterbitkan hanya yang sudah ditanggapi`,
  'jangan-terbitkan': (kini) => `Saran ini berstatus ${kini}; yang ditinjau hanya yang sudah ditanggapi`,
  'tinjau-ulang': (kini) => `Saran ini berstatus ${kini}; yang ditinjau ulang hanya yang sudah ditinjau`,
  kecualikan: (kini) => `Saran ini sudah berstatus ${kini}, jadi tetap dihitung sebagai saran`,
  pulihkan: (kini) => `Saran ini berstatus ${kini}, jadi sudah dihitung sebagai saran`,
};

/** A text as it is compared: width, case, blanks and the signs around it make no difference. */
export function bentukBanding(teks: string): string {
  return teks
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}

const HAL = 'saran|kritik|masukan|komentar|keluhan|kendala|usul|usulan|tanggapan|catatan';
const NIHIL = new RegExp(
  '^(?:' +
    `(?:(?:${HAL}) )*(?:(?:untuk )?(?:saat|sementara|sejauh)(?: ini)? )?` +
    '(?:tidak|tdk|tak|ga|gak|nggak|enggak|ngga|gk|blm|belum)(?: ?(?:ada|punya|memiliki))?(?: lagi)?' +
    `(?: (?:${HAL}|dan|atau|apa|apapun|pun|yang|untuk|saat|ini|sementara))*(?: (?:terima|trima) ?kasih| makasih| trims)?` +
    `|tiada(?: (?:${HAL}|dan))*|tanpa (?:${HAL})|nihil|kosong|null|none|nil|no|no comment|nothing|n a|na|x+|0` +
    ')$',
);

/** Blank, "-", "tidak ada", "nihil", "belum ada saran": an answer that suggests nothing. "Tidak ada toilet" does. */
export function adalahNihil(teks: string): boolean {
  const polos = bentukBanding(teks)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return polos === '' || NIHIL.test(polos);
}

/** One suggestion a line; numbers, bullets and quotation marks around it are the list's, not the suggestion's. */
export function pisahBaris(tempelan: string): { baris: number; teks: string }[] {
  return tempelan.split(/\r\n?|\n/).flatMap((mentah, i) => {
    const teks = mentah
      .trim()
      .replace(/^(?:[-–•*](?=[\s\p{L}])\s*)?(?:\(?\d{1,4}[.)]\s+)?/u, '')
      .replace(/^["“”](.*)["“”]([.;,]?)$/u, '$1')
      .replaceAll('""', '"')
      .trim();
    return mentah.trim() === '' ? [] : [{ baris: i + 1, teks: teks === '' ? mentah.trim() : teks }];
  });
}
