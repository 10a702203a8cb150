import { bacaSaat } from './tanggal-respons.rules';
import type { UrutanTanggal } from './respons.rules';

/** Seconds within which the same answers of the same profile are taken for one sending pressed twice. */
export const JEDA_GANDA = 600;
const INGATAN_MAKS = 50_000;

/** Points out double submissions: the same response code, or the same answers and profile shortly after one another. */
export class PencariGanda {
  private readonly kode = new TabelSidik();
  private readonly terakhir = new Map<string, { detik: number; baris: number }>();

  /** The row that this one repeats; null when it is new. Codes are kept as hashes only. */
  menurutKode(kode: string, baris: number): number | null {
    return kode === '' ? null : this.kode.tambah(sidik(kode), baris);
  }

  menurutSaat(isi: string, saat: string, urutan: UrutanTanggal | undefined, baris: number): number | null {
    const terbaca = bacaSaat(saat, urutan);
    if (!terbaca || terbaca.detik === null) return null;
    const detik = Date.parse(terbaca.tanggal) / 1_000 + terbaca.detik;
    const dulu = this.terakhir.get(isi);
    this.terakhir.delete(isi);
    this.terakhir.set(isi, { detik, baris });
    if (this.terakhir.size > INGATAN_MAKS) {
      for (const tua of this.terakhir.keys()) {
        this.terakhir.delete(tua);
        break;
      }
    }
    return dulu && Math.abs(detik - dulu.detik) <= JEDA_GANDA ? dulu.baris : null;
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
