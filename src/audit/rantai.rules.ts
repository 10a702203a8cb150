/** What is hashed of one entry, each column in its textual form, in this order. */
export type NaskahCatatan = readonly (string | null)[];

/** One entry as stored. */
export interface CatatanRantai {
  readonly nomor: number;
  readonly naskah: NaskahCatatan;
  readonly sidikLalu: string;
  readonly sidik: string;
}

/** Length and last hash that a chain claims. */
export interface KepalaRantai {
  readonly jumlah: number;
  readonly sidik: string;
}

/** One break in a chain, told to whoever checks it. */
export interface CacatRantai {
  readonly nomor: number;
  readonly pesan: string;
}

/** Hash before the first entry. */
export const SIDIK_AWAL = '0'.repeat(64);

/**
 * The text that is hashed: the entry before, then every column with its length in bytes, so that no two contents give one text. The
 * database builds the same one (`audit_naskah`); here it is built again from the stored columns, so that a changed function is found too.
 */
export function teksNaskah(sidikLalu: string, naskah: NaskahCatatan): string {
  return [sidikLalu, ...naskah.map((isi) => (isi === null ? '-' : `${panjangUtf8(isi)}:${isi}`))].join('\n');
}

function panjangUtf8(isi: string): number {
  return new TextEncoder().encode(isi).length;
}

/** Follows one chain entry by entry, oldest first; `selesai` compares its end with what the chain claims. */
export class PemeriksaRantai {
  private lalu = SIDIK_AWAL;
  private terakhir = 0;
  readonly cacat: CacatRantai[] = [];

  /** @param sidik SHA-256 of a text, hexadecimal */
  constructor(private readonly sidik: (teks: string) => string) {}

  periksa(catatan: CatatanRantai): void {
    const { nomor, naskah, sidikLalu } = catatan;
    if (nomor !== this.terakhir + 1)
      this.cacat.push({ nomor: this.terakhir + 1, pesan: kalimatHilang(this.terakhir + 1, nomor - 1) });
    else if (sidikLalu !== this.lalu) this.cacat.push({ nomor, pesan: 'tidak menyambung dengan catatan sebelumnya' });
    if (this.sidik(teksNaskah(sidikLalu, naskah)) !== catatan.sidik)
      this.cacat.push({ nomor, pesan: 'isinya berubah sesudah ditulis' });
    this.lalu = catatan.sidik;
    this.terakhir = nomor;
  }

  /** @param kepala null when the chain's own record is gone */
  selesai(kepala: KepalaRantai | null): readonly CacatRantai[] {
    if (kepala === null) return [...this.cacat, { nomor: 0, pesan: 'catatan panjang rantai hilang' }];
    if (kepala.jumlah > this.terakhir)
      this.cacat.push({ nomor: this.terakhir + 1, pesan: kalimatHilang(this.terakhir + 1, kepala.jumlah) });
    else if (kepala.jumlah < this.terakhir)
      this.cacat.push({ nomor: kepala.jumlah + 1, pesan: `tidak dikenal rantai, yang panjangnya ${kepala.jumlah}` });
    else if (kepala.sidik !== this.lalu)
      this.cacat.push({ nomor: this.terakhir, pesan: 'bukan catatan terakhir yang dikenal rantai' });
    return this.cacat;
  }
}

function kalimatHilang(dari: number, sampai: number): string {
  return dari >= sampai ? 'hilang' : `hilang sampai nomor ${sampai}`;
}
