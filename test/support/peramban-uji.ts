import { decode } from './entitas-html';

export interface Jawaban {
  readonly status: number;
  readonly lokasi: string | null;
  readonly kepala: Headers;
  readonly isi: string;
}

/** A browser without script: keeps cookies, reads the token of the form, follows nothing by itself. */
export class PerambanUji {
  readonly kuki = new Map<string, string>();

  constructor(
    private readonly alamat: string,
    private readonly kepala: Readonly<Record<string, string>> = {},
  ) {}

  async buka(jalur: string, kepala: Readonly<Record<string, string>> = {}): Promise<Jawaban> {
    return this.minta(jalur, { headers: { accept: 'text/html', ...this.kepala, ...kepala } });
  }

  /** Opens the page with the form first, for its token. @param halaman where the form stands, when not under its own address */
  async kirim(jalur: string, isian: Readonly<Record<string, string>>, halaman = jalur): Promise<Jawaban> {
    const { isi } = await this.buka(halaman);
    return this.kirimMentah(jalur, new URLSearchParams({ _csrf: tokenDari(isi), ...isian }).toString());
  }

  kirimMentah(jalur: string, badan: string, kepala: Readonly<Record<string, string>> = {}): Promise<Jawaban> {
    return this.minta(jalur, {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...this.kepala, ...kepala },
      body: badan,
    });
  }

  private async minta(jalur: string, opsi: RequestInit): Promise<Jawaban> {
    const cookie = [...this.kuki].map(([nama, nilai]) => `${nama}=${nilai}`).join('; ');
    const jawaban = await fetch(new URL(jalur, this.alamat), {
      ...opsi,
      redirect: 'manual',
      headers: { ...(opsi.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    for (const baris of jawaban.headers.getSetCookie()) {
      const [pasangan = '', ...sifat] = baris.split(';');
      const [nama = '', nilai = ''] = [pasangan.slice(0, pasangan.indexOf('=')), pasangan.slice(pasangan.indexOf('=') + 1)];
      if (nilai === '' || sifat.some((s) => /expires=thu, 01 jan 1970/i.test(s))) this.kuki.delete(nama);
      else this.kuki.set(nama, nilai);
    }
    return {
      status: jawaban.status,
      lokasi: jawaban.headers.get('location'),
      kepala: jawaban.headers,
      isi: await jawaban.text(),
    };
  }
}

/** The hidden field of the first form of a page. */
export function tokenDari(html: string): string {
  return decode(/name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '');
}
