import { readFileSync } from 'node:fs';
import { berkasContoh } from '../../src/paket/contoh';
import { ImporService } from '../../src/paket/impor.service';
import type { Paket } from '../../src/paket/paket';
import { bacaPaket } from '../../src/paket/paket.baca';
import type { Rencana } from '../../src/rtl/rtl.rules';
import type { AplikasiUji } from './aplikasi';
import { decode } from './entitas-html';
import { PerambanOrganisasi, type Balasan } from './organisasi';

/** The example agency with one more plan, an empty draf. */
export async function imporDenganDraf(uji: AplikasiUji, instansi: string, draf: Partial<Rencana>): Promise<void> {
  const contoh = berkasContoh()
    .map(({ jalur }) => bacaPaket(readFileSync(jalur)))
    .find((p) => p.instansi.kode === instansi);
  if (!contoh) throw new Error(`Contoh ${instansi} tidak ada`);
  const umum = { kode: 'DRAF', judul: 'Rencana draf', satuanJadwal: 'triwulan', status: 'draf', prioritas: [] } as const;
  const paket: Paket = { ...contoh, rencana: [...(contoh.rencana ?? []), { ...umum, ...draf }] };
  await uji.aplikasi.get(ImporService).imporSistem(paket, 'uji');
}

export interface BarisPrioritas {
  readonly id: string;
  readonly no: number;
  readonly judul: string;
  readonly unsur: readonly string[];
  readonly asal: string | null;
  readonly alasan: string | null;
  readonly program: string | null;
}

/** One person on the priorities of one plan. */
export class PerambanPrioritas {
  private constructor(
    private readonly uji: AplikasiUji,
    readonly peramban: PerambanOrganisasi,
    private readonly instansi: string,
    private readonly rencana: string,
  ) {}

  static async masuk(
    uji: AplikasiUji,
    instansi: string,
    rencana: string,
    peran: 'koordinator' | 'pimpinan' | 'inspektur' = 'koordinator',
    nama = 'Koordinator Satu',
  ): Promise<PerambanPrioritas> {
    const peramban = await PerambanOrganisasi.masuk(uji, instansi, [{ instansi, peran }], nama);
    return new PerambanPrioritas(uji, peramban, instansi, rencana);
  }

  alamat(akhir: string): string {
    return `/instansi/${this.instansi}/rencana/${this.rencana}/${akhir}`;
  }

  buka(akhir = 'prioritas'): Promise<Balasan> {
    return this.peramban.buka(this.alamat(akhir));
  }

  kirim(akhir: string, isian: Readonly<Record<string, string>> = {}): Promise<Balasan> {
    return this.peramban.kirim(this.alamat(akhir), isian);
  }

  /** An act without a form of its own, and what the page to which it leads says of it. */
  async kabar(akhir: string, isian: Readonly<Record<string, string>> = {}): Promise<string> {
    const { kepala, csrf } = this.peramban.orang;
    const body = new URLSearchParams({ _csrf: csrf, ...isian });
    const jawaban = await fetch(this.uji.alamat + this.alamat(akhir), {
      method: 'POST',
      body,
      headers: kepala,
      redirect: 'manual',
    });
    if (jawaban.status !== 303) throw new Error(`${akhir}: ${jawaban.status}`);
    const kuki = jawaban.headers.getSetCookie().find((k) => k.startsWith('tuntas_kabar='))?.split(';')[0] ?? ''; // prettier-ignore
    const cookie = `${kepala.cookie}; ${kuki}`;
    return teksHalaman(await (await fetch(this.uji.alamat + this.alamat('prioritas'), { headers: { cookie } })).text());
  }

  /** Adds one as its form sends it. */
  tambah(isi: { unsur?: readonly string[]; judul?: string; asal?: string; alasan?: string; program?: string }): Promise<Balasan> {
    const { unsur = [], judul = '', asal = unsur.length > 0 ? 'unsur' : 'bebas', alasan = '', program = '' } = isi;
    const centang = Object.fromEntries(unsur.map((u, i) => [`unsur.${i + 1}`, u]));
    return this.kirim('prioritas-baru', { ...centang, judul, asal, alasan, program });
  }

  daftar(): Promise<BarisPrioritas[]> {
    return this.uji.sumber.query<BarisPrioritas[]>(
      `SELECT p.id, p.no, p.judul, p.unsur, p.asal, p.alasan, p.program FROM prioritas p JOIN rencana r ON r.id = p.rencana_id
       JOIN instansi i ON i.id = r.instansi_id WHERE i.kode = $1 AND r.kode = $2 ORDER BY p.urutan, p.no`,
      [this.instansi, this.rencana],
    );
  }

  async satu(no: number): Promise<BarisPrioritas> {
    const ada = (await this.daftar()).find((p) => p.no === no);
    if (!ada) throw new Error(`Prioritas ${no} tidak ada`);
    return ada;
  }

  dilewati(): Promise<{ unsur: string; alasan: string }[]> {
    return this.uji.sumber.query<{ unsur: string; alasan: string }[]>(
      `SELECT d.unsur, d.alasan FROM prioritas_dilewati d JOIN rencana r ON r.id = d.rencana_id JOIN instansi i ON i.id = r.instansi_id
       WHERE i.kode = $1 AND r.kode = $2 ORDER BY d.unsur`,
      [this.instansi, this.rencana],
    );
  }

  audit(): Promise<{ peristiwa: string; alasan: string | null }[]> {
    return this.uji.sumber.query<{ peristiwa: string; alasan: string | null }[]>(
      `SELECT a.peristiwa, a.alasan FROM audit a JOIN instansi i ON i.id = a.instansi_id
       WHERE i.kode = $1 AND a.peristiwa LIKE 'prioritas.%' ORDER BY a.nomor`,
      [this.instansi],
    );
  }
}

/** What a reader sees: no marks, no blanks in rows. */
export function teksHalaman(html: string): string {
  const isi = html.slice(html.indexOf('<main'));
  return decode(isi.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

export function versiFormulir(html: string): string {
  return /name="versi" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
