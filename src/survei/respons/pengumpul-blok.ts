import { bacaJenisKelamin, bacaTeks, bacaUsia } from './profil-sel.rules';
import { KELOMPOK_USIA, type ArtiKolom, type BlokRespons, type Ciri, type Susunan } from './respons.rules';
import type { Baris } from './sumber-baris';
import { bacaSaat } from './tanggal-respons.rules';

type Teks = string | null;

const INGATAN_MAKS = 20_000;

/** What a respondent says beside the answers, column by column, gathered into blocks. */
export class PengumpulBlok {
  private baris: number[] = [];
  private jawaban: string[] = [];
  private kepentingan: string[] = [];
  private usia: (number | null)[] = [];
  private kelompokUsia: Teks[] = [];
  private adaKelompok = false;
  private readonly daftar: readonly KolomTeks[];

  constructor(
    arti: readonly ArtiKolom[],
    susunan: Susunan,
    private readonly adaKepentingan: boolean,
  ) {
    const ciri = (nama: Ciri) => (a: ArtiKolom) => a.jenis === 'ciri' && a.ciri === nama;
    const pertama = (uji: (a: ArtiKolom) => boolean) => arti.findIndex(uji);
    const tanggal = pertama((a) => a.jenis === 'tanggal');
    const artiTanggal = arti[tanggal];
    const urutan = artiTanggal?.jenis === 'tanggal' ? artiTanggal.urutan : undefined;
    const judulLain = new Set<string>();
    this.daftar = [
      new KolomTeks('tanggal', [tanggal], (t) => bacaSaat(t, urutan)?.tanggal ?? null),
      new KolomTeks('layanan', [pertama(ciri('layanan'))], bacaTeks),
      new KolomTeks('jenisKelamin', [pertama(ciri('jenis_kelamin'))], bacaJenisKelamin),
      new KolomTeks('pendidikan', [pertama(ciri('pendidikan'))], bacaTeks),
      new KolomTeks('pekerjaan', [pertama(ciri('pekerjaan'))], bacaTeks),
      new KolomTeks('usia', [pertama(ciri('usia'))], bacaTeks),
      new KolomTeks('saran', arti.flatMap((a, k) => (a.jenis === 'saran' ? [k] : [])), bacaTeks),
      ...arti.flatMap((a, k) => {
        if (a.jenis !== 'lain') return [];
        const judul = susunan.kolom[k]?.judul ?? '';
        const nama = judul === '' || judulLain.has(judul) ? `${judul || 'Kolom'} (${k + 1})` : judul;
        judulLain.add(nama);
        return [new KolomTeks(`lain:${nama}`, [k], bacaTeks)];
      }),
    ].filter((k) => k.ada); // prettier-ignore
  }

  get n(): number {
    return this.baris.length;
  }

  tambah(baris: Baris, jawaban: string, kepentingan: string): void {
    this.baris.push(baris.nomor);
    this.jawaban.push(jawaban);
    if (this.adaKepentingan) this.kepentingan.push(kepentingan);
    for (const kolom of this.daftar) {
      const teks = kolom.tambah(baris);
      if (kolom.nama !== 'usia') continue;
      const usia = teks === null ? null : bacaUsia(teks);
      const kelompok = usia === null ? teks : null;
      this.usia.push(usia);
      this.kelompokUsia.push(kelompok);
      this.adaKelompok ||= kelompok !== null;
    }
  }

  /** The respondents of the last row, as one text: what two sendings have in common. */
  profilTerakhir(): string {
    return this.daftar.filter((k) => k.nama !== 'tanggal').map((k) => k.isi.at(-1) ?? '').join('\u0001'); // prettier-ignore
  }

  /** Hands over what was gathered and begins anew. */
  ambil(): BlokRespons {
    const isi = (nama: string): Teks[] | null => this.daftar.find((k) => k.nama === nama)?.isi ?? null;
    const lain = Object.fromEntries(
      this.daftar.filter((k) => k.nama.startsWith('lain:')).map((k) => [k.nama.slice('lain:'.length), k.isi]),
    );
    if (this.adaKelompok) lain[KELOMPOK_USIA] = this.kelompokUsia;
    const blok: BlokRespons = {
      n: this.baris.length,
      baris: this.baris,
      jawaban: this.jawaban,
      kepentingan: this.adaKepentingan ? this.kepentingan : null,
      layanan: isi('layanan'),
      tanggal: isi('tanggal'),
      usia: isi('usia') ? this.usia : null,
      jenisKelamin: isi('jenisKelamin'),
      pendidikan: isi('pendidikan'),
      pekerjaan: isi('pekerjaan'),
      saran: isi('saran'),
      lain: Object.keys(lain).length > 0 ? lain : null,
    };
    [this.baris, this.jawaban, this.kepentingan, this.usia, this.kelompokUsia] = [[], [], [], [], []];
    this.adaKelompok = false;
    for (const kolom of this.daftar) kolom.isi = [];
    return blok;
  }
}

/** One field from one column, or from several joined; what was understood once is remembered. */
class KolomTeks {
  isi: Teks[] = [];
  readonly ada: boolean;
  private readonly kolom: readonly number[];
  private readonly ingatan = new Map<string, Teks>();

  constructor(
    readonly nama: string,
    kolom: readonly number[],
    private readonly baca: (teks: string) => Teks,
  ) {
    this.kolom = kolom.filter((k) => k >= 0);
    this.ada = this.kolom.length > 0;
  }

  tambah(baris: Baris): Teks {
    const [satu = 0] = this.kolom;
    const hasil =
      this.kolom.length === 1
        ? this.urai(baris.teks(satu))
        : this.kolom.flatMap((k) => this.urai(baris.teks(k)) ?? []).join('; ') || null;
    this.isi.push(hasil);
    return hasil;
  }

  private urai(teks: string): Teks {
    if (teks === '') return null;
    const ingat = this.ingatan.get(teks);
    if (ingat !== undefined) return ingat;
    const hasil = this.baca(teks);
    if (this.ingatan.size < INGATAN_MAKS) this.ingatan.set(teks, hasil);
    return hasil;
  }
}
