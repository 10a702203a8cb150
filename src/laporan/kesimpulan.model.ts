import { NAMA_STATUS } from '../progres/progres.rules';
import { kalimatAturan, kalimatPersen, type HasilRealisasi, type KeadaanKegiatan } from '../realisasi/realisasi.rules';
import { bulatkan, rasional, teksDesimal, teksIndonesia, teksRingkas } from '../shared/desimal';
import { namaPenanggungJawab, riwayatLaporan, type Bahan } from './bahan.model';
import type { Judul, Penomoran } from './dokumen.model';
import { rentangDalamKalimat } from './jadwal.model';
import { kalimat, susunTeks, type Blok, type Potongan } from './teks.rules';
import { gabung, ringkas, tanpaTitik, terbilang } from './tulisan.rules';

/** The percentage as a sentence prints it: the figure apart, so that it can be set in bold, then its fraction and rule. */
export interface Persen {
  readonly angka: string;
  readonly uraian: string;
}

export interface TabelHitung {
  readonly judul: Judul;
  readonly satuan: string;
  /** the middle column exists only where an item holds several kegiatan */
  readonly perPrioritas: boolean;
  /** short enough to stay on one page */
  readonly pendek: boolean;
  readonly baris: readonly { kode: string; judul: readonly Potongan[]; status: string; nilai: string }[];
  readonly rumus: string;
  readonly persen: string;
  readonly catatan: readonly string[];
}

export interface TabelStrategi {
  readonly judul: Judul;
  readonly baris: readonly {
    no: number;
    rtl: readonly Potongan[];
    strategi: readonly Blok[];
    target: string | null;
    penanggungJawab: string | null;
    pendukung: string | null;
  }[];
}

export interface Kesimpulan {
  readonly persen: Persen;
  readonly hitung: TabelHitung;
  /** planned kegiatan that are not done, with the reason; empty when all are */
  readonly belum: readonly (readonly Potongan[])[];
  readonly jumlahKegiatan: string;
  readonly strategi: TabelStrategi | null;
  readonly tambahan: readonly (readonly Potongan[])[];
  /** numbers of the list items, which a table may part */
  readonly nomor: { readonly belum: number; readonly strategi: number; readonly tambahan: number };
}

export function kesimpulan(bahan: Bahan, nomor: Penomoran, nomorTabelRealisasi: string | null): Kesimpulan {
  const hitung = tabelHitung(bahan, nomor.tabel('Perhitungan Persentase Realisasi'));
  const terbuka = kegiatanTerbuka(bahan);
  const strategi =
    terbuka.length > 0 ? tabelStrategi(bahan, terbuka, nomor.tabel('Strategi Penyelesaian Rencana Tindak Lanjut')) : null;
  return {
    persen: persenCetak(bahan.hasil.realisasi),
    hitung,
    belum: terbuka.map((k) => kalimat(alasanBelum(bahan, k, nomorTabelRealisasi))),
    jumlahKegiatan: terbilang(bahan.hasil.kegiatan.length),
    strategi,
    tambahan: (bahan.catatan?.kesimpulanTambahan ?? []).map(kalimat).filter((k) => k.length > 0),
    nomor: { belum: 2, strategi: 3, tambahan: strategi ? 4 : 3 },
  };
}

/** What is not done, a part of it included: these are told one by one, with their reasons. */
export function kegiatanTerbuka({ hasil }: Bahan): KeadaanKegiatan[] {
  return hasil.kegiatan.filter((k) => k.status !== 'sudah');
}

export function persenCetak(hasil: HasilRealisasi): Persen {
  const teks = kalimatPersen(hasil);
  const batas = teks.indexOf(' (');
  return { angka: teks.slice(0, batas), uraian: teks.slice(batas + 1) };
}

export function tabelHitung({ hasil, catatan }: Bahan, judul: Judul): TabelHitung {
  const { realisasi } = hasil;
  const perPrioritas = realisasi.aturan.satuan === 'prioritas';
  return {
    judul,
    satuan: perPrioritas ? 'Prioritas' : 'Kegiatan',
    perPrioritas,
    pendek: realisasi.dihitung.length <= 12,
    baris: realisasi.dihitung.map((item) => ({
      kode: item.kode,
      judul: kalimat(ringkas(item.judul, 220)),
      status: item.kegiatan.map((k) => sebutStatus(k, perPrioritas)).join('; '),
      nilai: teksIndonesia(item.nilai),
    })),
    rumus: realisasi.persen ? `Realisasi: ${teksIndonesia(realisasi.pembilang)} ÷ ${realisasi.penyebut} × 100%` : 'Realisasi',
    persen: realisasi.persen ? `${teksIndonesia(realisasi.persen)}%` : 'tidak ada item',
    catatan: [
      `Aturan: ${kalimatAturan(realisasi.aturan)}.`,
      ...kalimatKetat(hasil.ketat, realisasi),
      ...realisasi.dikecualikan.map((d) => `Tidak dihitung: ${d.item} ${ringkas(d.judul, 120)} (${d.alasan}).`),
      ...catatanTertulis(catatan?.persenTertulis, realisasi),
    ],
  };
}

function sebutStatus(k: KeadaanKegiatan, denganKode: boolean): string {
  const status = k.status === null ? 'belum melapor' : NAMA_STATUS[k.status].toLowerCase();
  const pendek = k.status === 'sebagian' ? 'sebagian' : status;
  return `${denganKode ? `${k.kegiatan.kode} ` : ''}${pendek}${k.diganti ? ', melalui kegiatan pengganti' : ''}`;
}

/** The figure under the inspectors' rule, wherever the agency's own rule differs from it. */
function kalimatKetat(ketat: HasilRealisasi, milik: HasilRealisasi): string[] {
  if (!ketat.persen) return [];
  const { satuan, bobotSebagian, tidakDapat } = milik.aturan;
  if (satuan === 'kegiatan' && bobotSebagian === 0 && tidakDapat === 'dalam-penyebut') return [];
  const angka = `${teksIndonesia(ketat.persen)}% (${teksRingkas(ketat.pembilang)} dari ${ketat.penyebut} kegiatan)`;
  return [`Dengan aturan ketat (satuan kegiatan, sebagian dihitung 0) realisasi ${angka}.`];
}

/** What the signed paper states, where it is another figure than the computed one. */
function catatanTertulis(tertulis: number | undefined, { persen }: HasilRealisasi): string[] {
  if (tertulis === undefined || !persen) return [];
  const nilai = rasional(tertulis);
  if (teksDesimal(nilai) === teksDesimal(bulatkan(persen))) return [];
  return [`Laporan yang ditandatangani menyatakan ${teksIndonesia(nilai)}%; angka di atas adalah hasil perhitungan.`];
}

const SEBUTAN: Readonly<Record<string, string>> = {
  belum: 'belum',
  sebagian: 'sebagian',
  tidak_dapat: 'tidak dapat dilaksanakan',
};

function alasanBelum(bahan: Bahan, k: KeadaanKegiatan, nomorTabel: string | null): string {
  const { kegiatan, realisasi } = k;
  const status = k.status === null ? 'belum melapor' : (SEBUTAN[k.status] ?? k.status);
  const awal = `Kegiatan ${kegiatan.kode}, ${tanpaTitik(ringkas(kegiatan.uraian, 160))} (${status})`;
  if (!realisasi) {
    const [utama] = namaPenanggungJawab(bahan, kegiatan);
    return utama ? `${awal}: ${utama} belum menyampaikan laporan.` : `${awal}: penanggung jawab belum ditentukan.`;
  }
  const hambatan = riwayatLaporan(bahan, k).findLast((r) => r.hambatan?.trim())?.hambatan;
  if (!hambatan) return `${awal}: hambatan belum dicantumkan oleh unit.`;
  const utuh = hambatanSebaris(hambatan);
  const pendek = ringkas(utuh, 320);
  const rujukan = pendek === utuh || nomorTabel === null ? '' : ` (selengkapnya pada ${nomorTabel})`;
  return `${awal}: ${tanpaTitik(pendek)}${rujukan}.`;
}

/** A list of obstacles as one clause: its items joined by semicolons. */
function hambatanSebaris(teks: string): string {
  const baca = (p: readonly Potongan[]) => tanpaTitik(p.map((x) => x.teks).join(''));
  return susunTeks(teks)
    .flatMap((b) => (b.daftar ? b.daftar.butir.map(baca) : b.paragraf ? [baca(b.paragraf)] : []))
    .join('; ');
}

function tabelStrategi(bahan: Bahan, terbuka: readonly KeadaanKegiatan[], judul: Judul): TabelStrategi {
  return {
    judul,
    baris: terbuka.map((k, i) => {
      const [utama, ...pendukung] = namaPenanggungJawab(bahan, k.kegiatan);
      return {
        no: i + 1,
        rtl: kalimat(`${k.kegiatan.kode} ${ringkas(k.kegiatan.uraian, 200)}`),
        strategi: susunTeks(langkahBerikut(bahan, k) ?? ''),
        target: rentangDalamKalimat(k.kegiatan.jadwal, bahan.berkas.rencana.satuanJadwal),
        penanggungJawab: utama ?? null,
        pendukung: gabung(pendukung) || null,
      };
    }),
  };
}

/** What the unit itself wrote about the way forward, latest report first. */
function langkahBerikut(bahan: Bahan, k: KeadaanKegiatan): string | undefined {
  return riwayatLaporan(bahan, k).findLast((r) => r.tindakLanjutBerikut?.trim())?.tindakLanjutBerikut;
}
