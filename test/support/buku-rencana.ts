import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { berkasContoh } from '../../src/paket/contoh';
import { EksporQuery } from '../../src/paket/ekspor.query';
import { ImporService } from '../../src/paket/impor.service';
import type { Paket } from '../../src/paket/paket';
import { bacaPaket } from '../../src/paket/paket.baca';
import { Transaksi } from '../../src/database/transaksi';
import type { Rencana } from '../../src/rtl/rtl.rules';
import { bacaBuku, tulisBuku, type LembarTerbaca } from '../../src/shared/buku-kerja/buku-kerja';
import type { AplikasiUji } from './aplikasi';
import { decode } from './entitas-html';
import { PerambanOrganisasi, type Balasan } from './organisasi';

export function paketContoh(nama: string): Paket {
  const berkas = berkasContoh().find((b) => b.jalur.includes(nama));
  if (!berkas) throw new Error(`Paket contoh ${nama} tidak ada`);
  return bacaPaket(readFileSync(berkas.jalur));
}

/** An agency of the examples whose only plan is an empty draf, and a koordinator at work on it. */
export class PerambanBuku {
  private constructor(
    private readonly uji: AplikasiUji,
    readonly instansi: string,
    readonly rencana: string,
    readonly peramban: PerambanOrganisasi,
  ) {}

  /** @param kelompok groups that its PJ name */
  static async siapkan(
    uji: AplikasiUji,
    asli: Paket,
    kode: string,
    ubah: (r: Rencana) => Rencana = kosongkan,
  ): Promise<PerambanBuku> {
    // prettier-ignore
    const [rencana] = asli.rencana ?? [];
    if (!rencana) throw new Error('Paket tanpa rencana');
    const paket = { ...asli, instansi: { ...asli.instansi, kode }, rencana: [ubah(rencana)], realisasi: [], laporan: [] };
    await uji.aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paket))), 'uji');
    const kelompok = rencana.prioritas.flatMap((p) => p.kegiatan.flatMap((k) => k.penanggungJawab.flatMap((j) => ('kelompok' in j ? [j.kelompok] : [])))); // prettier-ignore
    for (const nama of new Set(kelompok))
      await uji.sumber.query('INSERT INTO kelompok_unit (id, instansi_id, nama) SELECT $1, id, $3 FROM instansi WHERE kode = $2', [randomUUID(), kode, nama]); // prettier-ignore
    const peramban = await PerambanOrganisasi.masuk(uji, kode, [{ instansi: kode, peran: 'koordinator' }], 'Rani Koordinator');
    return new PerambanBuku(uji, kode, rencana.kode, peramban);
  }

  async sebagai(nama: string): Promise<PerambanBuku> {
    const peramban = await PerambanOrganisasi.masuk(this.uji, this.instansi, [{ instansi: this.instansi, peran: 'koordinator' }], nama); // prettier-ignore
    return new PerambanBuku(this.uji, this.instansi, this.rencana, peramban);
  }

  jalur(akhir: string): string {
    return akhir.startsWith('/') ? akhir : `/instansi/${this.instansi}/rencana/${this.rencana}/${akhir}`;
  }

  buka(akhir: string): Promise<Balasan> {
    return this.peramban.buka(this.jalur(akhir));
  }

  kirim(akhir: string, isian: Readonly<Record<string, string>> = {}): Promise<Balasan> {
    return this.peramban.kirim(this.jalur(akhir), isian);
  }

  /** Bytes of a file of ours. */
  async unduh(akhir = 'buku-kerja.xlsx'): Promise<Uint8Array<ArrayBuffer>> {
    const jawaban = await fetch(this.uji.alamat + this.jalur(akhir), { headers: this.peramban.orang.kepala });
    if (jawaban.status !== 200) throw new Error(`${akhir}: ${jawaban.status}`);
    return new Uint8Array(await jawaban.arrayBuffer());
  }

  unggah(bita: Uint8Array): Promise<Balasan> {
    return this.peramban.unggah(
      this.jalur('buku-kerja'),
      'berkas',
      Uint8Array.from(bita),
      'rencana.xlsx',
      'application/octet-stream',
    );
  }

  tempel(tabel: readonly (readonly string[])[] | string, tahun = ''): Promise<Balasan> {
    const teks = typeof tabel === 'string' ? tabel : tabel.map((b) => b.join('\t')).join('\n');
    return this.kirim('tempel', { tabel: teks, tahun });
  }

  /** Follows to the dry run. */
  async hasil(balasan: Balasan): Promise<HasilHalaman> {
    if (balasan.status !== 303 && balasan.status !== 302)
      throw new Error(`${balasan.status}: ${decode(balasan.isi).slice(0, 3000)}`);
    const jalur = balasan.ke ?? '';
    return { jalur, ...bacaHasil((await this.buka(jalur)).isi) };
  }

  terapkan({ jalur }: HasilHalaman): Promise<Balasan> {
    return this.kirim(`${jalur}/terapkan`);
  }

  /** The plan as a paket of this agency would hold it. */
  async ekspor(): Promise<Rencana> {
    const paket = await this.uji.aplikasi
      .get(Transaksi)
      .sebagaiSistem('uji', this.instansi, () => this.uji.aplikasi.get(EksporQuery).ekspor(this.instansi));
    const rencana = paket?.rencana?.find((r) => r.kode === this.rencana);
    if (!rencana) throw new Error('Rencana tidak terekspor');
    return rencana;
  }
}

export interface HasilHalaman {
  readonly jalur: string;
  readonly isi: string;
  /** rows by outcome */
  readonly jumlah: Readonly<Record<string, number>>;
  /** address → fault */
  readonly masalah: readonly (readonly [string, string])[];
}

function bacaHasil(html: string): Omit<HasilHalaman, 'jalur'> {
  const jumlah = [...html.matchAll(/<\/svg>\s*([\d.]+) (Ditolak|Baru|Berubah|Dibatalkan|Tetap)<\/a>/g)];
  const masalah = [...html.matchAll(/<li><b>([^<]*)<\/b>: ([^<]*)<\/li>/g)];
  return {
    isi: html,
    jumlah: Object.fromEntries(jumlah.flatMap((m) => (m[1] === '0' ? [] : [[(m[2] ?? '').toLowerCase(), Number(m[1])]]))),
    masalah: masalah.map((m) => [m[1] ?? '', decode(m[2] ?? '')] as const),
  };
}

/** The same plan before anybody wrote in it. */
export function kosongkan(r: Rencana): Rencana {
  return { ...r, status: 'draf', prioritas: [] };
}

/**
 * The workbook after somebody worked on it in another program, which keeps the text of the cells and little else.
 * @param ubah the rows of the sheet of kegiatan, the heading in row 2
 */
export async function suntingBuku(
  bita: Uint8Array,
  ubah: (baris: string[][], kolom: (judul: string) => number) => string[][],
  ubahLain: (lembar: LembarTerbaca) => string[][] = (l) => salin(l.baris),
): Promise<Uint8Array> {
  const lembar = await bacaBuku(bita, 6_000, 120);
  return tulisBuku({
    sheets: lembar.map((l) => {
      if (l.nama !== 'Rencana') return { name: l.nama, rows: ubahLain(l) };
      const kepala = l.baris[1] ?? [];
      return { name: l.nama, rows: ubah(salin(l.baris), (judul) => cariKolom(kepala, judul)) };
    }),
  });
}

const salin = (baris: readonly (readonly string[])[]): string[][] => baris.map((b) => [...b]);

function cariKolom(kepala: readonly string[], judul: string): number {
  const k = kepala.findIndex((j) => j.split('\n')[0] === judul);
  if (k < 0) throw new Error(`Kolom ${judul} tidak ada: ${kepala.join(' | ')}`);
  return k;
}
