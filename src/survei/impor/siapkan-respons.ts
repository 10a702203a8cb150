import { createHash } from 'node:crypto';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import type { Penyimpanan } from '../../storage/penyimpanan';
import type { BerkasTertampung } from '../../storage/tampungan';
import type { BerkasRespons } from '../respons/berkas-respons';
import { olahRespons } from '../respons/olah';
import { artiKolom } from '../respons/pemetaan.rules';
import type { BlokRespons, Pemetaan, Susunan } from '../respons/respons.rules';
import { PenghitungRespons } from './angka-respons.rules';
import type { RingkasanImpor } from './impor.rules';
import { PenulisDitolak } from './penulis-ditolak';
import { tulisSiapan } from './siapan';

const SEKALI_TULIS = 512 * 1024;

export interface Siapan {
  readonly ringkasan: RingkasanImpor;
  readonly siap: BerkasTertampung;
  readonly ditolak: BerkasTertampung;
}

export interface OpsiSiapkan {
  /** 0–1 of the bytes read */
  readonly kemajuan?: (bagian: number) => void;
  /** stops the reading when aborted */
  readonly batal?: AbortSignal;
}

/** The unsur of each character of an answer, in the instrument's order, as the columns say. */
export function daftarPertanyaan(susunan: Susunan, pemetaan: Pemetaan, instrumen: Instrumen): string[] {
  const arti = artiKolom(susunan, pemetaan);
  return instrumen.unsur.flatMap(({ kode }) => arti.flatMap((a) => (a.jenis === 'unsur' && a.unsur === kode ? [kode] : [])));
}

/**
 * Reads a whole file into prepared answers and a list of what was rejected, both on the disk and unclaimed, in one pass and flat memory.
 * Nothing stays when it fails.
 * @throws {GalatPengguna} when the file is not readable to its end
 */
export async function siapkanRespons(
  penyimpanan: Penyimpanan,
  berkas: BerkasRespons,
  susunan: Susunan,
  pemetaan: Pemetaan,
  instrumen: Instrumen,
  { kemajuan, batal }: OpsiSiapkan = {},
): Promise<Siapan> {
  const [tujuan, tujuanDitolak] = [await penyimpanan.tampung(), await penyimpanan.tampung()];
  try {
    const ditolak = new PenulisDitolak(tujuanDitolak, susunan.kolom.map((k) => k.judul)); // prettier-ignore
    const pertanyaan = daftarPertanyaan(susunan, pemetaan, instrumen);
    const penyiap = new PenyiapRespons(pertanyaan, (isi) => tujuan.tulis(isi));
    const olahan = olahRespons(berkas, susunan, pemetaan, instrumen, {
      ...(kemajuan && { kemajuan }),
      ditolak: (b) => ditolak.tambah(b),
    });
    for await (const blok of olahan.blok()) {
      batal?.throwIfAborted();
      await penyiap.tambah(blok);
    }
    batal?.throwIfAborted();
    const olah = await olahan.selesai;
    if (olah.pertanyaan.join('\n') !== pertanyaan.join('\n')) throw new Error('Urutan pertanyaan berbeda dari susunan berkas');
    const angka = await penyiap.selesai();
    const ringkasan: RingkasanImpor = { ...olah, ...angka, contohDitolak: ditolak.contoh, dikeluarkan: [] };
    return { ringkasan, siap: await tujuan.selesai(), ditolak: await ditolak.selesai() };
  } catch (galat) {
    await tujuan.buang();
    await tujuanDitolak.buang();
    throw galat;
  }
}

/** Writes blocks as prepared lines and counts them on the way. */
export class PenyiapRespons {
  private readonly penghitung: PenghitungRespons;
  private readonly sidik = createHash('sha256');
  private readonly antrean: string[] = [];
  private panjang = 0;
  private nomor = 0;
  private saran = 0;

  constructor(
    pertanyaan: readonly string[],
    private readonly tulis: (isi: Buffer) => Promise<void>,
  ) {
    this.penghitung = new PenghitungRespons(pertanyaan, [...new Set(pertanyaan)]);
  }

  async tambah(blok: BlokRespons): Promise<void> {
    this.penghitung.tambah(blok);
    this.sidik.update(blok.jawaban.join('\n') + '\n');
    for (const s of blok.saran ?? []) if (s !== null) this.saran += 1;
    const baris = tulisSiapan(this.nomor, blok);
    this.nomor += 1;
    this.antrean.push(baris);
    this.panjang += baris.length;
    if (this.panjang >= SEKALI_TULIS) await this.siram();
  }

  async selesai(): Promise<ReturnType<PenghitungRespons['hasil']> & { sidikJawaban: string; saran: number }> {
    await this.siram();
    return { ...this.penghitung.hasil(), sidikJawaban: this.sidik.digest('hex'), saran: this.saran };
  }

  private async siram(): Promise<void> {
    if (this.panjang === 0) return;
    const isi = Buffer.from(this.antrean.join(''));
    this.antrean.length = 0;
    this.panjang = 0;
    await this.tulis(isi);
  }
}
