/**
 * Named consistency checks (DOMAIN section 7). `galat` blocks closing unless waived with name and reason; a finding that concerns one
 * kegiatan carries `kegiatan`; one cause shared by several, which is mended in one place, is told once with `daftarKegiatan`.
 */
export interface Temuan {
  readonly kode: KodeTemuan;
  readonly tingkat: TingkatTemuan;
  /** an Indonesian sentence that says what was found and what to do */
  readonly pesan: string;
  readonly kegiatan?: string;
  readonly daftarKegiatan?: readonly string[];
  /** number of the prioritas */
  readonly prioritas?: number;
  /** kode of the survey */
  readonly survei?: string;
}

export type TingkatTemuan = 'galat' | 'peringatan' | 'catatan';

export type KodeTemuan =
  | 'kegiatan-belum-dilaporkan'
  | 'sudah-tanpa-bukti'
  | 'tanpa-bukti-sama-sekali'
  | 'sudah-tanpa-uraian'
  | 'sudah-masih-berproses'
  | 'bukti-di-luar-periode'
  | 'bukti-sebelum-rencana'
  | 'bukti-dipakai-ulang'
  | 'teks-sama'
  | 'status-mundur'
  | 'sudah-sebelum-jadwal-berakhir'
  | 'laporan-sebelum-jadwal-berakhir'
  | 'realisasi-di-luar-jadwal'
  | 'kegiatan-diganti'
  | 'kegiatan-tanpa-jadwal'
  | 'kegiatan-tanpa-penanggung-jawab'
  | 'prioritas-tanpa-kegiatan'
  | 'unsur-tidak-dinilai'
  | 'prioritas-bukan-terendah'
  | 'prioritas-tanpa-alasan'
  | 'unsur-terendah-dilewati'
  | 'rencana-belum-ditetapkan'
  | 'persen-berbeda'
  | 'nip-janggal'
  | 'rtl-sebelumnya-terbuka'
  | 'terbit-berbeda'
  | 'nilai-nrr-berbeda'
  | 'unsur-tidak-lengkap'
  | 'responden-kurang'
  | 'responden-tunggal'
  | 'profil-tidak-genap'
  | 'profil-tidak-sesuai'
  | 'tanggal-janggal';

/** Most serious first; within a level the order of the checks is kept. */
export function urutkanTemuan(daftar: readonly Temuan[]): Temuan[] {
  const bobot: Record<TingkatTemuan, number> = { galat: 0, peringatan: 1, catatan: 2 };
  return [...daftar].sort((a, b) => bobot[a.tingkat] - bobot[b.tingkat]);
}

/** `1, 2.1, dan 3.2`; beyond `batas` the rest is counted. */
export function sebutkan(daftar: readonly string[], batas = 12): string {
  if (daftar.length > batas) return `${daftar.slice(0, batas).join(', ')}, dan ${daftar.length - batas} lainnya`;
  if (daftar.length < 3) return daftar.join(' dan ');
  return `${daftar.slice(0, -1).join(', ')}, dan ${daftar.at(-1)}`;
}
