import { AWAL_CSV, barisCsv } from '../../shared/csv';
import type { BerkasTertampung, Tampungan } from '../../storage/tampungan';
import type { BarisDitolak } from '../respons/respons.rules';
import { DITOLAK_DITUNJUKKAN } from './impor.rules';

const SEKALI_TULIS = 256 * 1024;

/** The lines that could not be read, as a CSV file with their reasons, while a file is being read. Formulas in it are harmless. */
export class PenulisDitolak {
  readonly contoh: BarisDitolak[] = [];
  private antrean: string[];
  private panjang = 0;
  private rantai: Promise<void> = Promise.resolve();

  constructor(
    private readonly berkas: Tampungan,
    judul: readonly string[],
  ) {
    this.antrean = [AWAL_CSV, barisCsv(['Baris', 'Alasan', ...judul])];
  }

  /** Writing goes on beside reading. */
  tambah(b: BarisDitolak): void {
    if (this.contoh.length < DITOLAK_DITUNJUKKAN) this.contoh.push({ ...b, isi: b.isi.slice(0, 30) });
    const teks = barisCsv([b.baris, b.alasan, ...b.isi]);
    this.antrean.push(teks);
    this.panjang += teks.length;
    if (this.panjang >= SEKALI_TULIS) this.siram();
  }

  async selesai(): Promise<BerkasTertampung> {
    this.siram();
    await this.rantai;
    return this.berkas.selesai();
  }

  private siram(): void {
    const isi = Buffer.from(this.antrean.join(''));
    this.antrean = [];
    this.panjang = 0;
    this.rantai = this.rantai.then(() => this.berkas.tulis(isi));
    // Told by `selesai`.
    this.rantai.catch(() => undefined);
  }
}
