import type { DataSource } from 'typeorm';
import { decode } from './entitas-html';
import { masukSebagai, type OrangUji, type PeranUji } from './orang';

export interface Balasan {
  readonly status: number;
  readonly ke: string | null;
  readonly isi: string;
}

/** Requests of one signed-in person on the organisation of one agency. */
export class PerambanOrganisasi {
  constructor(
    private readonly alamat: string,
    readonly orang: OrangUji,
    private readonly instansi: string,
  ) {}

  static async masuk(
    uji: { alamat: string; sumber: DataSource },
    instansi: string,
    peran: readonly PeranUji[],
    nama?: string,
  ): Promise<PerambanOrganisasi> {
    return new PerambanOrganisasi(
      uji.alamat,
      await masukSebagai(uji.sumber, peran, nama === undefined ? {} : { nama }),
      instansi,
    );
  }

  jalur(akhir: string): string {
    return akhir.startsWith('/') ? akhir : `/instansi/${this.instansi}/organisasi/${akhir}`;
  }

  buka(akhir: string): Promise<Balasan> {
    return this.minta(akhir, {});
  }

  kirim(akhir: string, isian: Readonly<Record<string, string>> = {}): Promise<Balasan> {
    const badan = new URLSearchParams({ _csrf: this.orang.csrf, ...isian });
    return this.minta(akhir, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: badan.toString(),
    });
  }

  /** A form with a file. */
  unggah(akhir: string, medan: string, bita: Uint8Array<ArrayBuffer>, nama: string, jenis: string): Promise<Balasan> {
    const badan = new FormData();
    badan.set('_csrf', this.orang.csrf);
    badan.set(medan, new Blob([bita], { type: jenis }), nama);
    return this.minta(akhir, { method: 'POST', body: badan });
  }

  /** As `unggah`, with other fields beside the file, which come before it. */
  unggahDengan(
    akhir: string,
    isian: Readonly<Record<string, string>>,
    medan: string,
    bita: Uint8Array<ArrayBuffer>,
    nama: string,
  ): Promise<Balasan> {
    const badan = new FormData();
    badan.set('_csrf', this.orang.csrf);
    for (const [n, nilai] of Object.entries(isian)) badan.set(n, nilai);
    badan.set(medan, new Blob([bita]), nama);
    return this.minta(akhir, { method: 'POST', body: badan });
  }

  private async minta(akhir: string, opsi: RequestInit): Promise<Balasan> {
    const jawaban = await fetch(this.alamat + this.jalur(akhir), {
      ...opsi,
      redirect: 'manual',
      headers: { accept: 'text/html', ...this.orang.kepala, ...(opsi.headers as Record<string, string> | undefined) },
    });
    return { status: jawaban.status, ke: jawaban.headers.get('location'), isi: await jawaban.text() };
  }
}

/** The faults of the error summary, each with the field to which it leads. */
export function daftarGalat(html: string): [medan: string, pesan: string][] {
  const ringkasan = /<div class="ina-galat"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
  return [...ringkasan.matchAll(/<a href="#([^"]+)">([\s\S]*?)<\/a>/g)].map((m) => [decode(m[1] ?? ''), decode(m[2] ?? '')]);
}
