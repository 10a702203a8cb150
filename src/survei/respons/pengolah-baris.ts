import type { Instrumen } from '../../instrumen/instrumen.rules';
import { BarisJumlah } from './baris-jumlah';
import { KODE_KIRIM } from './kolom.rules';
import { KOSONG, PembacaJawaban, SALAH } from './pembaca-jawaban';
import { PencariGanda } from './pencari-ganda';
import { PengumpulBlok } from './pengumpul-blok';
import { PenyaringBaris } from './penyaring-baris';
import {
  BATAS_DAFTAR,
  ISI_BLOK,
  type ArtiKolom,
  type BarisDitolak,
  type BlokRespons,
  type JumlahUnsur,
  type RingkasanOlahan,
  type Susunan,
} from './respons.rules';
import type { Baris } from './sumber-baris';
import { kataKata, SAMARAN, samarkan } from './teks.rules';

const ALASAN_MAKS = 5;

/** Row after row: respondent or not, readable or not; counts, blocks, doubles. */
export class PengolahBaris {
  private readonly pertanyaan: readonly PembacaJawaban[];
  private readonly penting: readonly PembacaJawaban[];
  private readonly penyaring: PenyaringBaris;
  private readonly pengumpul: PengumpulBlok;
  private readonly jumlahan: BarisJumlah;
  private readonly ganda = new PencariGanda();
  private readonly kolomKode: number;
  private readonly kolomTanggal: number;
  private readonly huruf: Buffer;
  private readonly hurufPenting: Buffer;
  private readonly n: Float64Array;
  private readonly jumlah: Float64Array;
  private readonly kelompok: readonly Kelompok[];
  private readonly nPenting: Float64Array;
  private readonly jumlahPenting: Float64Array;
  private readonly penuh: BlokRespons[] = [];
  private diterima = 0;
  private ditolak = 0;
  private jumlahDilewati = 0;
  private jumlahGanda = 0;
  private readonly dilewati: { baris: number; alasan: string }[] = [];
  private readonly daftarGanda: { baris: number; samaDengan: number }[] = [];

  constructor(
    private readonly arti: readonly ArtiKolom[],
    private readonly susunan: Susunan,
    instrumen: Instrumen,
    private readonly tolak: (b: BarisDitolak) => void,
  ) {
    const { skala } = instrumen;
    this.pertanyaan = instrumen.unsur.flatMap(({ kode }) =>
      arti.flatMap((a, k) =>
        a.jenis === 'unsur' && a.unsur === kode ? [new PembacaJawaban(k, kode, kode + (a.sub ?? ''), skala, a.tangga)] : [],
      ),
    );
    const dinilai = [...new Set(this.pertanyaan.map((p) => p.unsur))];
    this.penting = dinilai.flatMap((kode) => {
      const k = arti.findIndex((a) => a.jenis === 'kepentingan' && a.unsur === kode);
      const a = arti[k];
      return a?.jenis === 'kepentingan' ? [new PembacaJawaban(k, kode, `kepentingan ${kode}`, skala, a.tangga)] : [];
    });
    this.penyaring = new PenyaringBaris(arti, susunan);
    this.pengumpul = new PengumpulBlok(arti, susunan, this.penting.length > 0);
    this.kolomKode = arti.findIndex(
      (a, k) => a.jenis === 'identitas' && KODE_KIRIM.test(kataKata(susunan.kolom[k]?.judul ?? '')),
    );
    this.kolomTanggal = arti.findIndex((a) => a.jenis === 'tanggal');
    this.huruf = Buffer.alloc(this.pertanyaan.length);
    this.hurufPenting = Buffer.alloc(dinilai.length, '-');
    this.n = new Float64Array(this.pertanyaan.length);
    this.jumlah = new Float64Array(this.pertanyaan.length);
    this.nPenting = new Float64Array(dinilai.length);
    this.jumlahPenting = new Float64Array(dinilai.length);
    this.jumlahan = new BarisJumlah(this.pertanyaan, this.n, this.jumlah);
    this.kelompok = dinilai.map((kode) => new Kelompok(kode, this.pertanyaan.flatMap((p, i) => (p.unsur === kode ? [i] : [])))); // prettier-ignore
  }

  terima(baris: Baris): boolean {
    const { pertanyaan, huruf } = this;
    let [terisi, salah] = [0, 0];
    for (let i = 0; i < pertanyaan.length; i++) {
      const nilai = pertanyaan[i]?.baca(baris) ?? KOSONG;
      if (nilai === SALAH) salah++;
      else if (nilai !== KOSONG) terisi++;
      huruf[i] = nilai < 0 ? 0x2d : nilai + 0x30;
    }
    for (const [i, p] of this.penting.entries()) {
      const nilai = p.baca(baris);
      if (nilai === SALAH) salah++;
      const letak = this.kelompok.findIndex((k) => k.unsur === this.penting[i]?.unsur);
      this.hurufPenting[letak] = nilai < 0 ? 0x2d : nilai + 0x30;
    }
    const rupa = { terisi, salah, pertanyaan: pertanyaan.length };
    const alasan = this.barisJumlah(baris, salah) ?? this.penyaring.alasan(baris, rupa);
    if (alasan !== null) this.lewati(baris.nomor, alasan);
    else if (salah > 0 || terisi === 0) this.tolakBaris(baris);
    else this.catat(baris);
    return true;
  }

  /** A row of totals without a word beside it, known by its numbers. */
  private barisJumlah(baris: Baris, salah: number): string | null {
    const bawah = this.penyaring.diBawahJumlah;
    if ((salah === 0 && !bawah) || !this.penyaring.sendirian(baris)) return null;
    const jenis = this.jumlahan.cocok(baris, bawah);
    if (jenis === null) return null;
    this.penyaring.diBawahJumlah = true;
    return `${jenis} kolom di atasnya, tanpa label`;
  }

  /** Blocks that are full by now. */
  *ambil(): Generator<BlokRespons> {
    yield* this.penuh.splice(0);
  }

  tutup(): RingkasanOlahan {
    if (this.pengumpul.n > 0) this.penuh.push(this.pengumpul.ambil());
    return {
      diterima: this.diterima,
      ditolak: this.ditolak,
      dilewati: this.dilewati,
      jumlahDilewati: this.jumlahDilewati,
      ganda: this.daftarGanda,
      jumlahGanda: this.jumlahGanda,
      pertanyaan: this.pertanyaan.map((p) => p.unsur),
      unsur: this.kelompok.map((k) => k.hasil(this.n, this.jumlah)),
      kepentingan:
        this.penting.length === 0
          ? null
          : this.kelompok.map((k, i) => ({ unsur: k.unsur, n: this.nPenting[i] ?? 0, jumlah: this.jumlahPenting[i] ?? 0 })),
    };
  }

  private catat(baris: Baris): void {
    const { huruf, n, jumlah } = this;
    for (let i = 0; i < huruf.length; i++) {
      const nilai = (huruf[i] ?? 0) - 0x30;
      if (nilai < 0) continue;
      n[i] = (n[i] ?? 0) + 1;
      jumlah[i] = (jumlah[i] ?? 0) + nilai;
    }
    for (const k of this.kelompok) k.catat(huruf);
    if (this.penting.length > 0) {
      this.hurufPenting.forEach((h, i) => {
        if (h === 0x2d) return;
        this.nPenting[i] = (this.nPenting[i] ?? 0) + 1;
        this.jumlahPenting[i] = (this.jumlahPenting[i] ?? 0) + h - 0x30;
      });
    }
    this.diterima++;
    const jawaban = huruf.toString('latin1');
    this.pengumpul.tambah(baris, jawaban, this.penting.length > 0 ? this.hurufPenting.toString('latin1') : '');
    if (this.kolomKode >= 0 || this.kolomTanggal >= 0) this.cariGanda(baris, jawaban);
    if (this.pengumpul.n >= ISI_BLOK) this.penuh.push(this.pengumpul.ambil());
  }

  private cariGanda(baris: Baris, jawaban: string): void {
    let sama = this.kolomKode < 0 ? null : this.ganda.menurutKode(baris.teks(this.kolomKode).trim(), baris.nomor);
    if (this.kolomTanggal >= 0) {
      const a = this.arti[this.kolomTanggal];
      const urutan = a?.jenis === 'tanggal' ? a.urutan : undefined;
      const isi = `${jawaban}\u0001${this.pengumpul.profilTerakhir()}`;
      sama ??= this.ganda.menurutSaat(isi, baris.teks(this.kolomTanggal), urutan, baris.nomor);
    }
    if (sama === null) return;
    this.jumlahGanda++;
    if (this.daftarGanda.length < BATAS_DAFTAR) this.daftarGanda.push({ baris: baris.nomor, samaDengan: sama });
  }

  private lewati(baris: number, alasan: string): void {
    this.jumlahDilewati++;
    if (this.dilewati.length < BATAS_DAFTAR) this.dilewati.push({ baris, alasan });
  }

  private tolakBaris(baris: Baris): void {
    const salah = [...this.pertanyaan, ...this.penting].filter((p) => p.baca(baris) === SALAH);
    const alasan = salah.slice(0, ALASAN_MAKS).map((p) => p.alasan(baris));
    if (salah.length > ALASAN_MAKS) alasan.push(`dan ${salah.length - ALASAN_MAKS} jawaban lain`);
    this.ditolak++;
    this.jumlahan.tambahDitolak(baris);
    this.tolak({
      baris: baris.nomor,
      alasan: salah.length === 0 ? 'tidak memuat satu jawaban pun' : alasan.join('; '),
      isi: this.susunan.kolom.map(({ indeks }) => {
        const teks = baris.teks(indeks);
        return this.arti[indeks]?.jenis === 'identitas' && teks !== '' ? SAMARAN : samarkan(teks);
      }),
    });
  }
}

/** The questions of one unsur: with several, a respondent's answer is the mean of those that were answered, kept as a fraction. */
class Kelompok {
  private n = 0;
  private jumlah = 0;
  private readonly penyebut: number;

  constructor(
    readonly unsur: string,
    private readonly letak: readonly number[],
  ) {
    this.penyebut = letak.length === 1 ? 1 : letak.reduce((kpk, _, i) => (kpk * (i + 1)) / fpb(kpk, i + 1), 1);
  }

  catat(huruf: Buffer): void {
    if (this.letak.length === 1) return;
    let [banyak, total] = [0, 0];
    for (const i of this.letak) {
      const nilai = (huruf[i] ?? 0) - 0x30;
      if (nilai < 0) continue;
      banyak++;
      total += nilai;
    }
    if (banyak === 0) return;
    this.n++;
    this.jumlah += (total * this.penyebut) / banyak;
  }

  hasil(n: Float64Array, jumlah: Float64Array): JumlahUnsur {
    const [satu = 0] = this.letak;
    if (this.letak.length === 1) return { unsur: this.unsur, n: n[satu] ?? 0, jumlah: jumlah[satu] ?? 0, penyebut: 1 };
    return { unsur: this.unsur, n: this.n, jumlah: this.jumlah, penyebut: this.penyebut };
  }
}

const fpb = (a: number, b: number): number => (b === 0 ? a : fpb(b, a % b));
