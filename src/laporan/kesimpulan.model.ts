import { NAMA_STATUS } from '../progres/progres.rules';
import { kalimatAturan, kalimatPersen, type HasilRealisasi, type KeadaanKegiatan } from '../realisasi/realisasi.rules';
import { bulatkan, rasional, teksBilangan, teksDesimal, teksIndonesia, teksPecahan, type Rasional } from '../shared/desimal';
import { namaPenanggungJawab, riwayatLaporan, type Bahan } from './bahan.model';
import type { Judul, Penomoran } from './dokumen.model';
import { rentangDalamKalimat } from './jadwal.model';
import { kalimat, susunTeks, type Blok, type Potongan } from './teks.rules';
import {
  bacaTerbuka,
  kalimatKegiatanTerbuka,
  kalimatPrioritasKosong,
  pengantarTerbuka,
  sebutAlasanAturan,
  type Terbuka,
} from './terbuka.model';
import { gabung, ringkas, terbilang } from './tulisan.rules';

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
    /** why the rule does not count it, when the unit has done it */
    alasan: string | null;
    strategi: readonly Blok[];
    target: string | null;
    penanggungJawab: string | null;
    pendukung: string | null;
  }[];
  readonly catatan: readonly string[];
}

export interface Kesimpulan {
  readonly persen: Persen;
  /** null when nothing can be counted */
  readonly hitung: TabelHitung | null;
  /** what of the notes under the table remains to be said when there is no table */
  readonly catatanHitung: readonly string[];
  /** every item counts fully and nothing is left open */
  readonly tuntas: boolean;
  /** tuntas without any activity put in place of a planned one */
  readonly sesuaiRencana: boolean;
  /** what is not done or not counted, one by one, with the reason */
  readonly belum: readonly (readonly Potongan[])[];
  readonly pengantarBelum: string;
  readonly jumlahKegiatan: string;
  readonly strategi: TabelStrategi | null;
  readonly tambahan: readonly (readonly Potongan[])[];
  /** numbers of the list items, which a table may part */
  readonly nomor: { readonly belum: number; readonly strategi: number; readonly tambahan: number };
}

export function kesimpulan(bahan: Bahan, nomor: Penomoran, nomorTabelRealisasi: string | null): Kesimpulan {
  const { realisasi, kegiatan } = bahan.hasil;
  const hitung = tabelHitung(bahan, nomor);
  const terbuka = bacaTerbuka(bahan);
  const strategi = tabelStrategi(bahan, terbuka, nomor);
  const belum = [
    ...terbuka.kegiatan.map((k) => kalimatKegiatanTerbuka(bahan, k, nomorTabelRealisasi)),
    ...terbuka.prioritas.map(kalimatPrioritasKosong),
  ];
  const setelahBelum = belum.length > 0 || terbuka.tuntas ? 3 : 2;
  return {
    persen: persenCetak(realisasi),
    hitung,
    catatanHitung: hitung || kegiatan.length === 0 ? [] : catatanHitung(bahan),
    tuntas: terbuka.tuntas,
    sesuaiRencana: terbuka.tuntas && kegiatan.every((k) => !k.diganti),
    belum: belum.map(kalimat),
    pengantarBelum: pengantarTerbuka(bahan, terbuka),
    jumlahKegiatan: terbilang(kegiatan.length),
    strategi,
    tambahan: (bahan.catatan?.kesimpulanTambahan ?? []).map(kalimat).filter((k) => k.length > 0),
    nomor: { belum: 2, strategi: setelahBelum, tambahan: strategi ? setelahBelum + 1 : setelahBelum },
  };
}

export function persenCetak(hasil: HasilRealisasi): Persen {
  const teks = kalimatPersen(hasil);
  const batas = teks.indexOf(' (');
  return { angka: teks.slice(0, batas), uraian: teks.slice(batas + 1) };
}

/** Null when there is nothing to count: a table without rows says less than a sentence. */
export function tabelHitung(bahan: Bahan, nomor: Penomoran): TabelHitung | null {
  const { persen, pembilang, penyebut, aturan, dihitung } = bahan.hasil.realisasi;
  if (!persen) return null;
  const perPrioritas = aturan.satuan === 'prioritas';
  return {
    judul: nomor.tabel('Perhitungan Persentase Realisasi'),
    satuan: perPrioritas ? 'Prioritas' : 'Kegiatan',
    perPrioritas,
    pendek: dihitung.length <= 12,
    baris: dihitung.map((item) => ({
      kode: item.kode,
      judul: kalimat(ringkas(item.judul, 220)),
      status: item.kegiatan.map((k) => sebutStatus(k, perPrioritas)).join('; '),
      nilai: angkaHitung(item.nilai),
    })),
    rumus: `Realisasi: ${angkaHitung(pembilang)} ÷ ${teksBilangan(penyebut)} × 100%`,
    persen: `${teksIndonesia(persen)}%`,
    catatan: catatanHitung(bahan),
  };
}

/** Two places where they are exact, else the fraction: whoever adds and divides what is printed must get the printed percentage. */
function angkaHitung(nilai: Rasional): string {
  return bulatkan(nilai).equals(nilai) ? teksIndonesia(nilai) : teksPecahan(nilai);
}

/** Rule, strict figure, and what stands outside the figure: the notes under the table of the percentage. */
export function catatanHitung({ hasil: { realisasi, ketat }, catatan }: Bahan): string[] {
  return [
    `Aturan: ${kalimatAturan(realisasi.aturan)}.`,
    ...kalimatKetat(ketat, realisasi),
    ...realisasi.dikecualikan.map((d) => `Tidak dihitung: ${d.item} ${ringkas(d.judul, 120)} (${d.alasan}).`),
    ...catatanTertulis(catatan?.persenTertulis, realisasi),
  ];
}

function sebutStatus(k: KeadaanKegiatan, denganKode: boolean): string {
  const status = k.belumWaktunya ? 'dijadwalkan' : k.status === null ? 'belum melapor' : NAMA_STATUS[k.status].toLowerCase();
  const pendek = k.status === 'sebagian' ? 'sebagian' : status;
  return `${denganKode ? `${k.kegiatan.kode} ` : ''}${pendek}${k.diganti ? ', melalui kegiatan pengganti' : ''}`;
}

/** The figure under the inspectors' rule, wherever the agency's own rule differs from it. */
function kalimatKetat(ketat: HasilRealisasi, milik: HasilRealisasi): string[] {
  if (!ketat.persen) return [];
  const { satuan, bobotSebagian, tidakDapat } = milik.aturan;
  if (satuan === 'kegiatan' && bobotSebagian === 0 && tidakDapat === 'dalam-penyebut') return [];
  const angka = `${teksIndonesia(ketat.persen)}% (${teksPecahan(ketat.pembilang)} dari ${teksBilangan(ketat.penyebut)} kegiatan)`;
  return [`Dengan aturan ketat (satuan kegiatan, sebagian dihitung 0) realisasi ${angka}.`];
}

/** What the signed paper states, where it is another figure than the computed one. */
function catatanTertulis(tertulis: number | undefined, { persen }: HasilRealisasi): string[] {
  if (tertulis === undefined) return [];
  const nilai = rasional(tertulis);
  if (!persen)
    return [`Laporan yang ditandatangani menyatakan ${teksIndonesia(nilai)}%, tetapi tidak ada item yang dapat dihitung.`];
  if (teksDesimal(nilai) === teksDesimal(bulatkan(persen))) return [];
  return [`Laporan yang ditandatangani menyatakan ${teksIndonesia(nilai)}%; angka di atas adalah hasil perhitungan.`];
}

/** How what is open will be finished. What cannot be done and has no way forward needs no target; it is named under the table. */
function tabelStrategi(bahan: Bahan, { kegiatan }: Terbuka, nomor: Penomoran): TabelStrategi | null {
  const tidakDapat = (k: KeadaanKegiatan) => k.status === 'tidak_dapat';
  const dilanjutkan = kegiatan.filter((k) => !tidakDapat(k) || langkahBerikut(bahan, k));
  const dihentikan = kegiatan.filter((k) => !dilanjutkan.includes(k)).map((k) => k.kegiatan.kode);
  if (dilanjutkan.length === 0) return null;
  const baris = dilanjutkan.map((k, i) => {
    const [utama, ...pendukung] = namaPenanggungJawab(bahan, k.kegiatan);
    return {
      no: i + 1,
      rtl: kalimat(`${k.kegiatan.kode} ${ringkas(k.kegiatan.uraian, 200)}`),
      alasan: sebutAlasanAturan(k, bahan.hasil.realisasi),
      strategi: susunTeks(langkahBerikut(bahan, k) ?? ''),
      target: tidakDapat(k) ? 'Tidak ditetapkan' : rentangDalamKalimat(k.kegiatan.jadwal, bahan.berkas.rencana.satuanJadwal),
      penanggungJawab: utama ?? null,
      pendukung: gabung(pendukung) || null,
    };
  });
  return {
    judul: nomor.tabel('Strategi Penyelesaian Rencana Tindak Lanjut'),
    baris,
    catatan:
      dihentikan.length === 0
        ? []
        : [`Kegiatan ${gabung(dihentikan)} tidak dapat dilaksanakan dan tidak dilanjutkan, sehingga tidak memerlukan strategi.`],
  };
}

/** What the unit itself wrote about the way forward, latest report first. */
function langkahBerikut(bahan: Bahan, k: KeadaanKegiatan): string | undefined {
  return riwayatLaporan(bahan, k).findLast((r) => r.tindakLanjutBerikut?.trim())?.tindakLanjutBerikut;
}
