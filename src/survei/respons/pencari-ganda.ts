import { bacaSaat } from './tanggal-respons.rules';
import type { UrutanTanggal } from './respons.rules';

/** Seconds within which the same answers of the same profile are taken for one sending pressed twice. */
export const JEDA_GANDA = 600;
const INGATAN_MAKS = 30_000;

interface Kiriman {
  readonly detik: number;
  readonly baris: number;
}

/** Points out double submissions: the same response code, or the same answers and profile shortly after one another. */
export class PencariGanda {
  private readonly kode = new TabelSidik();
  /** two generations: the older is dropped whole, which costs nothing per row */
  private baru = new Map<string, Kiriman>();
  private lama = new Map<string, Kiriman>();
  private hariTerakhir = '';
  private detikHari = 0;

  /** The row that this one repeats; null when it is new. Codes are kept as hashes only. */
  menurutKode(kode: string, baris: number): number | null {
    return kode === '' ? null : this.kode.tambah(sidik(kode), baris);
  }

  menurutSaat(isi: string, saat: string, urutan: UrutanTanggal | undefined, baris: number): number | null {
    const terbaca = bacaSaat(saat, urutan);
    if (!terbaca || terbaca.detik === null) return null;
    const detik = this.hari(terbaca.tanggal) + terbaca.detik;
    const dulu = this.baru.get(isi) ?? this.lama.get(isi);
    this.baru.set(isi, { detik, baris });
    if (this.baru.size >= INGATAN_MAKS) {
      this.lama = this.baru;
      this.baru = new Map();
    }
    return dulu && Math.abs(detik - dulu.detik) <= JEDA_GANDA ? dulu.baris : null;
  }

  /** Seconds to the beginning of a day; rows of one day follow one another. */
  private hari(tanggal: string): number {
    if (tanggal !== this.hariTerakhir) {
      this.hariTerakhir = tanggal;
      this.detikHari = Date.parse(tanggal) / 1_000;
    }
    return this.detikHari;
  }
}

/** 53 bits (cyrb53): a million codes meet by chance once in ten thousand files, and then only a hint is wrong. */
function sidik(teks: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < teks.length; i++) {
    const c = teks.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0) + 1;
}

/** Hash → row in flat arrays: 12 bytes an entry where a Map takes a hundred. */
class TabelSidik {
  private kunci = new Float64Array(1_024);
  private baris = new Int32Array(1_024);
  private isi = 0;

  tambah(kunci: number, baris: number): number | null {
    if (this.isi * 2 > this.kunci.length) this.perbesar();
    const letak = this.cari(kunci);
    if (this.kunci[letak] === kunci) return this.baris[letak] ?? null;
    this.kunci[letak] = kunci;
    this.baris[letak] = baris;
    this.isi++;
    return null;
  }

  private cari(kunci: number): number {
    const batas = this.kunci.length - 1;
    let letak = kunci % this.kunci.length;
    while (this.kunci[letak] !== 0 && this.kunci[letak] !== kunci) letak = (letak + 1) & batas;
    return letak;
  }

  private perbesar(): void {
    const [kunci, baris] = [this.kunci, this.baris];
    this.kunci = new Float64Array(kunci.length * 2);
    this.baris = new Int32Array(kunci.length * 2);
    kunci.forEach((k, i) => {
      if (k === 0) return;
      const letak = this.cari(k);
      this.kunci[letak] = k;
      this.baris[letak] = baris[i] ?? 0;
    });
  }
}
