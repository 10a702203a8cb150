import type { Bukti, StatusPelaksanaan } from './progres.rules';

/** Why a kegiatan cannot be carried out, as far as that is a reason (DOMAIN section 5). */
export const ALASAN_TIDAK_DAPAT = {
  keadaan_kahar: 'Keadaan kahar (force majeure)',
  proses_hukum: 'Proses hukum',
  kewenangan_luar: 'Kewenangan instansi lain',
  reorganisasi: 'Reorganisasi',
  perubahan_peraturan: 'Perubahan peraturan',
  anggaran: 'Anggaran',
} as const;

export type AlasanTidakDapat = keyof typeof ALASAN_TIDAK_DAPAT;

/** What a unit has entered for one slot. */
export interface IsianLaporan {
  readonly status?: StatusPelaksanaan;
  readonly deskripsi?: string;
  readonly hambatan?: string;
  readonly tindakLanjutBerikut?: string;
  readonly alasan?: AlasanTidakDapat;
  /** decision letter on which `tidak_dapat` rests */
  readonly suratKeputusan?: Bukti;
  readonly bukti?: readonly Bukti[];
}

export interface SyaratKurang {
  readonly medan: keyof IsianLaporan;
  readonly pesan: string;
}

/**
 * The gate on submitting (DOMAIN section 5): *sudah* needs evidence and a description; *sebagian* and *belum* the obstacle and the way
 * forward; *tidak_dapat* the reason and the decision letter. All failures at once, empty when the report may be submitted.
 */
export function syaratKurang(isian: IsianLaporan): SyaratKurang[] {
  const kosong = (teks: string | undefined) => !teks?.trim();
  const kurang: SyaratKurang[] = [];
  const perlu = (medan: SyaratKurang['medan'], hilang: boolean, pesan: string) => {
    if (hilang) kurang.push({ medan, pesan });
  };
  switch (isian.status) {
    case undefined:
      perlu('status', true, 'Pilih status pelaksanaan.');
      break;
    case 'sudah':
      perlu('deskripsi', kosong(isian.deskripsi), 'Uraikan apa yang sudah dilaksanakan.');
      perlu('bukti', !isian.bukti?.length, 'Lampirkan paling sedikit satu bukti.');
      break;
    case 'sebagian':
    case 'belum':
      perlu('hambatan', kosong(isian.hambatan), 'Tulis hambatannya.');
      perlu('tindakLanjutBerikut', kosong(isian.tindakLanjutBerikut), 'Tulis langkah berikutnya.');
      break;
    case 'tidak_dapat':
      perlu('alasan', isian.alasan === undefined, `Pilih alasannya: ${Object.values(ALASAN_TIDAK_DAPAT).join(', ')}.`);
      perlu('suratKeputusan', isian.suratKeputusan === undefined, 'Lampirkan surat keputusan yang mendasarinya.');
  }
  return kurang;
}

/** Words seen in documents for a status (DOMAIN section 5); null when the text says none of them. */
export function bacaStatus(tertulis: string): StatusPelaksanaan | null {
  const teks = tertulis.toLowerCase().replace(/[^\p{L}]+/gu, ' ').trim(); // prettier-ignore
  if (/^tidak dapat|^tidak bisa/.test(teks)) return 'tidak_dapat';
  if (/^sebagian|berproses|dalam proses|masih berjalan|sedang/.test(teks)) return 'sebagian';
  if (/^(belum|tidak)\b/.test(teks)) return 'belum';
  return /^(sudah|telah|selesai|terlaksana|tuntas|ya)\b/.test(teks) ? 'sudah' : null;
}

/** Timeliness is derived from the days of submission and never forgotten: "pernah terlambat" stays after completion. */
export function ketepatanWaktu(
  batas: string,
  pengajuan: readonly string[],
  hariIni: string,
): { readonly status: 'tepat waktu' | 'terlambat' | 'belum jatuh tempo'; readonly pernahTerlambat: boolean } {
  const pertama = [...pengajuan].sort()[0];
  const terlambat = (pertama ?? hariIni) > batas;
  if (terlambat) return { status: 'terlambat', pernahTerlambat: true };
  return {
    status: pertama === undefined ? 'belum jatuh tempo' : 'tepat waktu',
    pernahTerlambat: pengajuan.some((p) => p > batas),
  };
}
