import { belumTerverifikasi, type HasilRealisasi, type KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { Prioritas } from '../rtl/rtl.rules';
import { SATU } from '../shared/desimal';
import { namaPenanggungJawab, riwayatLaporan, type Bahan } from './bahan.model';
import { susunTeks, type Potongan } from './teks.rules';
import { gabung, ringkas, tanpaTitik, terbilang } from './tulisan.rules';

/** What a plan has not yet done, read from the result object: the sentences beside a percentage may not say more than the percentage. */
export interface Terbuka {
  /** kegiatan that count below 1 under the rule, and those that count fully while they are still going on */
  readonly kegiatan: readonly KeadaanKegiatan[];
  /** priorities without kegiatan: they are in no denominator, and must not vanish */
  readonly prioritas: readonly Prioritas[];
  /** there is something to count, and every item of it counts 1 with nothing left open or out */
  readonly tuntas: boolean;
}

export function bacaTerbuka({ hasil, berkas }: Bahan): Terbuka {
  const kegiatan = hasil.kegiatan.filter((k) => k.nilai.compare(SATU) < 0 || k.status !== 'sudah');
  const prioritas = berkas.rencana.prioritas.filter((p) => p.kegiatan.length === 0);
  const { penyebut, dihitung } = hasil.realisasi;
  const penuh = penyebut > 0 && dihitung.every((i) => i.nilai.equals(SATU));
  return { kegiatan, prioritas, tuntas: penuh && kegiatan.length === 0 && prioritas.length === 0 };
}

/** Why the rule does not count what the unit says it has done. */
type AlasanAturan = 'verifikasi' | 'pengganti';

const ALASAN: Readonly<Record<AlasanAturan, string>> = {
  verifikasi: 'belum terverifikasi',
  pengganti: 'kegiatan pengganti tidak dihitung menurut aturan',
};

/** Null for what its status itself explains. */
function alasanAturan(k: KeadaanKegiatan, { aturan }: HasilRealisasi): AlasanAturan | null {
  if (k.status !== 'sudah' && k.status !== 'sebagian') return null;
  if (k.realisasi && belumTerverifikasi(k.realisasi, aturan)) return 'verifikasi';
  return aturan.pengganti === 'tidak' && k.diganti ? 'pengganti' : null;
}

/** The same in words. */
export function sebutAlasanAturan(k: KeadaanKegiatan, hasil: HasilRealisasi): string | null {
  const alasan = alasanAturan(k, hasil);
  return alasan && ALASAN[alasan];
}

const SEBUTAN = {
  sudah: 'sudah',
  belum: 'belum',
  sebagian: 'sebagian',
  tidak_dapat: 'tidak dapat dilaksanakan',
} as const;

/** @param nomorTabel where the obstacle stands in full, when it is cut here */
export function kalimatKegiatanTerbuka(bahan: Bahan, k: KeadaanKegiatan, nomorTabel: string | null): string {
  const { kegiatan, realisasi } = k;
  const status = k.belumWaktunya ? 'dijadwalkan' : k.status === null ? 'belum melapor' : SEBUTAN[k.status];
  const awal = `Kegiatan ${kegiatan.kode}, ${tanpaTitik(ringkas(kegiatan.uraian, 160))} (${status})`;
  if (k.belumWaktunya) return `${awal}: jadwalnya belum mulai.`;
  if (!realisasi) {
    const [utama] = namaPenanggungJawab(bahan, kegiatan);
    return utama ? `${awal}: ${utama} belum menyampaikan laporan.` : `${awal}: penanggung jawab belum ditentukan.`;
  }
  const aturan = sebutAlasanAturan(k, bahan.hasil.realisasi);
  if (k.status === 'sudah') return `${awal}: ${aturan ?? 'tidak dihitung penuh menurut aturan'}.`;
  const sebab = sebabTerbuka(bahan, k);
  if (!sebab) return `${awal}: ${[aturan, 'hambatan belum dicantumkan oleh unit'].filter(Boolean).join('; ')}.`;
  const utuh = sebaris(sebab);
  const pendek = ringkas(utuh, 320);
  const rujukan = pendek === utuh || nomorTabel === null ? '' : ` (selengkapnya pada ${nomorTabel})`;
  return `${awal}: ${[aturan, tanpaTitik(pendek)].filter(Boolean).join('; ')}${rujukan}.`;
}

/** The obstacle as the unit wrote it last; what cannot be done has its reason, where no obstacle is given, in the description. */
function sebabTerbuka(bahan: Bahan, k: KeadaanKegiatan): string | undefined {
  const isi = (teks: string | undefined) => (teks?.trim() ? teks : undefined);
  const kini = isi(k.realisasi?.hambatan) ?? (k.status === 'tidak_dapat' ? isi(k.realisasi?.deskripsi) : undefined);
  return kini ?? isi(riwayatLaporan(bahan, k).findLast((r) => isi(r.hambatan))?.hambatan);
}

/** A list of obstacles as one clause: its items joined by semicolons. */
function sebaris(teks: string): string {
  const baca = (p: readonly Potongan[]) => tanpaTitik(p.map((x) => x.teks).join(''));
  return susunTeks(teks)
    .flatMap((b) => (b.daftar ? b.daftar.butir.map(baca) : b.paragraf ? [baca(b.paragraf)] : []))
    .join('; ');
}

export function kalimatPrioritasKosong(p: Prioritas): string {
  return `Prioritas ${p.no}, ${tanpaTitik(ringkas(p.judul, 160))}: belum ada kegiatan.`;
}

/** The words before the list of what is open: what was done and only does not count is not called unfinished. */
export function pengantarTerbuka({ hasil }: Bahan, { kegiatan, prioritas }: Terbuka): string {
  const belum = kegiatan.some((k) => k.status !== 'sudah') || prioritas.length > 0;
  const takTerhitung = kegiatan.some((k) => alasanAturan(k, hasil.realisasi) !== null);
  if (!belum) return 'Masih terdapat rencana tindak lanjut yang belum dihitung dalam realisasi menurut aturan, yaitu:';
  const tambahan = takTerhitung ? ' atau belum dihitung dalam realisasi' : '';
  return `Masih terdapat rencana tindak lanjut yang belum selesai ditindaklanjuti${tambahan} karena beberapa alasan, yaitu:`;
}

/** Counts in words of what is open: "dua kegiatan masih berjalan dan satu kegiatan belum dilaksanakan". Null when nothing is. */
export function jumlahTerbuka({ hasil }: Bahan, { kegiatan, prioritas }: Terbuka): string | null {
  const hitung = (saring: (k: KeadaanKegiatan) => boolean, kata: string) => {
    const n = kegiatan.filter(saring).length;
    return n === 0 ? [] : [`${terbilang(n)} kegiatan ${kata}`];
  };
  const sudah = (alasan: AlasanAturan) => (k: KeadaanKegiatan) =>
    k.status === 'sudah' && alasanAturan(k, hasil.realisasi) === alasan;
  const kosong = gabung(prioritas.map((p) => ringkas(p.judul, 80)));
  const bagian = [
    ...hitung((k) => k.status === 'sebagian', 'masih berjalan'),
    ...hitung((k) => k.status === 'belum', 'belum dilaksanakan'),
    ...hitung((k) => k.status === 'tidak_dapat', 'tidak dapat dilaksanakan'),
    ...hitung((k) => k.belumMelapor, 'belum dilaporkan'),
    ...hitung((k) => k.belumWaktunya, 'belum waktunya dilaksanakan'),
    ...hitung(sudah('verifikasi'), 'belum terverifikasi'),
    ...hitung(sudah('pengganti'), 'dilaksanakan melalui kegiatan pengganti yang tidak dihitung menurut aturan'),
    ...(kosong ? [`${terbilang(prioritas.length)} prioritas belum memiliki kegiatan (${kosong})`] : []),
  ];
  return bagian.length > 0 ? gabung(bagian) : null;
}
