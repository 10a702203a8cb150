import type { UnsurInstrumen } from '../../instrumen/instrumen.rules';

/** Something that a cell may name: a unit, a group, an unsur, a survey. */
export interface Disebut {
  /** what stands for it: its kode, or the name of a group */
  readonly kunci: string;
  /** how it is shown when it is suggested */
  readonly nama: string;
  /** every way of calling it */
  readonly sebutan: readonly string[];
}

export type HasilSebut =
  | { readonly jenis: 'ketemu'; readonly kunci: string }
  /** several begin so */
  | { readonly jenis: 'ganda'; readonly pilihan: readonly string[] }
  | { readonly jenis: 'tiada'; readonly saran: string | null };

/** Letters and digits only, so that `U-3`, `u3` and `Bagian  Umum.` are what they mean. */
export function polos(teks: string): string {
  return teks
    .replace(/<[^<>]*>/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Nothing that has a name is longer. */
const NAMA_TERPANJANG = 300;
/** Different texts of one table that are looked at closely: a bound on what a table made to hurt may cost. */
const TERINGAT_TERBANYAK = 4_000;

/** Finds what a text names, among a list that is prepared once. */
export class PencariSebutan {
  private readonly tepat = new Map<string, Set<string>>();
  private readonly nama = new Map<string, string>();
  private readonly teringat = new Map<string, HasilSebut>();

  constructor(daftar: readonly Disebut[]) {
    for (const { kunci, nama, sebutan } of daftar) {
      this.nama.set(kunci, nama);
      for (const s of [kunci, nama, ...sebutan]) {
        const p = polos(s);
        if (p !== '') this.tepat.set(p, (this.tepat.get(p) ?? new Set()).add(kunci));
      }
    }
  }

  /** The same cells come again and again: each is looked for once. */
  cari(teks: string): HasilSebut {
    const p = polos(teks);
    const ada = this.teringat.get(p);
    if (ada) return ada;
    if (this.lelah) return this.temukanTepat(p) ?? { jenis: 'tiada', saran: null };
    const hasil = this.temukan(p);
    this.teringat.set(p, hasil);
    return hasil;
  }

  /** So much was looked for that no list of units holds it; from now on nothing is suggested. */
  get lelah(): boolean {
    return this.teringat.size >= TERINGAT_TERBANYAK;
  }

  private temukanTepat(p: string): HasilSebut | null {
    const sama = this.tepat.get(p);
    return sama?.size === 1 ? { jenis: 'ketemu', kunci: [...sama][0] ?? '' } : null;
  }

  private temukan(p: string): HasilSebut {
    const tepat = this.temukanTepat(p);
    if (tepat) return tepat;
    const sama = this.tepat.get(p);
    const mirip = sama ?? new Set([...this.tepat].filter(([s]) => s.startsWith(`${p} `)).flatMap(([, k]) => [...k]));
    if (p !== '' && mirip.size > 1) return { jenis: 'ganda', pilihan: [...mirip].map((k) => this.nama.get(k) ?? k) };
    const [satu] = mirip;
    return { jenis: 'tiada', saran: satu === undefined ? this.terdekat(p) : (this.nama.get(satu) ?? satu) };
  }

  /** A slip of the keyboard away; null when several are equally near. */
  private terdekat(p: string): string | null {
    if (p.length > NAMA_TERPANJANG) return null;
    const batas = Math.min(3, Math.floor(p.length / 4));
    let terbaik = batas + 1;
    let kunci = new Set<string>();
    for (const [s, milik] of this.tepat) {
      if (Math.abs(s.length - p.length) >= terbaik + 1) continue;
      const jarak = jarakKetik(s, p, terbaik);
      if (jarak > terbaik || jarak > batas) continue;
      kunci = jarak < terbaik ? new Set(milik) : new Set([...kunci, ...milik]);
      terbaik = jarak;
    }
    const [satu] = kunci;
    return kunci.size === 1 && satu !== undefined ? (this.nama.get(satu) ?? satu) : null;
  }
}

/** Letters added, left out, mistaken or exchanged; beyond `batas` only that it is more. */
function jarakKetik(a: string, b: string, batas: number): number {
  let [lalu, kini] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const berikut = [i];
    for (let j = 1; j <= b.length; j++) {
      const ganti = (kini[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let nilai = Math.min(ganti, (kini[j] ?? 0) + 1, (berikut[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) nilai = Math.min(nilai, (lalu[j - 2] ?? 0) + 1);
      berikut.push(nilai);
    }
    if (Math.min(...berikut) > batas) return batas + 1;
    [lalu, kini] = [kini, berikut];
  }
  return kini[b.length] ?? 0;
}

const PEMISAH = /\s*[\n;,&]\s*|\s+dan\/atau\s+|\s+(?:dan|serta)\s+|\s*\/\s*/i;

/**
 * The things that a cell names, taken apart at commas, lines, and `dan`. Names hold those themselves (`Bagian Hukum, Kerja Sama, dan
 * Hubungan Masyarakat`), so that the longest stretch that is one name, or almost one, is taken as one.
 */
export function pecahSebutan(teks: string, pencari: PencariSebutan): string[] {
  const bersih = teks.replace(/<[^<>]*>/g, '').trim();
  const kenal = (bagian: string): boolean => pencari.cari(bagian).jenis === 'ketemu';
  const hampir = (bagian: string): boolean => {
    const hasil = pencari.cari(bagian);
    return hasil.jenis === 'tiada' && hasil.saran !== null;
  };
  if (bersih === '') return [];
  if (kenal(bersih)) return [bersih];
  const potongan = potong(bersih);
  if (pencari.lelah) return potongan.map((_, i) => bagian(bersih, potongan, i, 1));
  const hasil: string[] = [];
  for (let i = 0; i < potongan.length;) {
    const cari = (cocok: (bagian: string) => boolean): number => panjangNama(bersih, potongan, i, cocok);
    const panjang = cari(kenal) > 0 ? cari(kenal) : kenal(bagian(bersih, potongan, i, 1)) ? 1 : Math.max(cari(hampir), 1);
    hasil.push(bagian(bersih, potongan, i, panjang));
    i += panjang;
  }
  return hasil;
}

interface Letak {
  readonly awal: number;
  readonly akhir: number;
}

function potong(teks: string): Letak[] {
  const hasil: Letak[] = [];
  let awal = 0;
  for (const m of teks.matchAll(new RegExp(PEMISAH, 'gi'))) {
    if (m.index > awal) hasil.push({ awal, akhir: m.index });
    awal = m.index + m[0].length;
  }
  if (awal < teks.length) hasil.push({ awal, akhir: teks.length });
  return hasil;
}

function bagian(teks: string, potongan: readonly Letak[], i: number, panjang: number): string {
  return teks.slice(potongan[i]?.awal, potongan[i + panjang - 1]?.akhir).replace(/^dan\s+/i, '');
}

/** How many stretches from `i`, two at least, are one name; 0 = none. */
function panjangNama(teks: string, potongan: readonly Letak[], i: number, cocok: (bagian: string) => boolean): number {
  for (let n = Math.min(potongan.length - i, 8); n > 1; n--) if (cocok(bagian(teks, potongan, i, n))) return n;
  return 0;
}

/** Names under which unsur of 14/2017 stand in plans and questionnaires. */
const NAMA_LAIN: Readonly<Record<string, readonly string[]>> = {
  U1: ['persyaratan pelayanan', 'kesesuaian persyaratan'],
  U2: ['prosedur', 'sistem mekanisme prosedur', 'prosedur pelayanan', 'kemudahan prosedur'],
  U3: ['waktu pelayanan', 'waktu penyelesaian pelayanan', 'kecepatan pelayanan', 'kecepatan waktu'],
  U4: ['biaya', 'tarif', 'biaya tarif', 'kewajaran biaya'],
  U5: ['produk spesifikasi jenis pelayanan', 'produk pelayanan', 'produk layanan', 'produk spesifikasi', 'spesifikasi produk', 'kesesuaian layanan dengan hasil', 'produk spesifikasi jenis layanan'], // prettier-ignore
  U6: ['kompetensi', 'kompetensi petugas'],
  U7: ['perilaku', 'perilaku petugas'],
  U8: ['pengaduan', 'penanganan pengaduan', 'penanganan pengaduan saran masukan'],
  U9: ['sarana prasarana', 'sarana', 'prasarana', 'kualitas sarana dan prasarana'],
};

/** @param umum whether the instrument is that of 14/2017, whose unsur are known by other names too */
export function daftarUnsurDisebut(unsur: readonly UnsurInstrumen[], umum: boolean): Disebut[] {
  return unsur.map(({ kode, nama }) => {
    const semua = [nama, ...(umum ? (NAMA_LAIN[kode] ?? []) : [])];
    return { kunci: kode, nama: `${kode} – ${nama}`, sebutan: semua.flatMap((n) => [n, `unsur ${n}`]) };
  });
}
