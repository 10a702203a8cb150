import { createHash } from 'node:crypto';
import { lookup } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { alamatUmum } from './alamat-umum';

/** What stood behind a link. */
export interface HasilKunjungan {
  readonly berhasil: boolean;
  /** HTTP status; null when nobody answered */
  readonly kode: number | null;
  /** after all redirects; null when it is the same */
  readonly alamatAkhir: string | null;
  readonly judul: string | null;
  /** of the body; null when it was too large */
  readonly sha256: string | null;
  /** an Indonesian sentence */
  readonly galat: string | null;
}

export interface OpsiPengunjung {
  readonly bolehAlamat?: (ip: string) => boolean;
  readonly bolehPort?: (port: number) => boolean;
  /** milliseconds for all of it */
  readonly batasWaktu?: number;
}

const BATAS_WAKTU = 15_000;
const ALIHAN_TERBANYAK = 5;
const ISI_TERBESAR = 5 * 1024 * 1024;
const JUDUL_DICARI = 256 * 1024;
const JUDUL_TERPANJANG = 200;

class TakDapat extends Error {}

/**
 * Looks at a public address as a visitor would, and no further: plain GET, only ports of the web, never an address of our own network
 * (also when a name or a redirect leads there: the address that was judged is the one that is called), bounded in time, size and turns.
 */
export class Pengunjung {
  constructor(private readonly opsi: OpsiPengunjung = {}) {}

  /** Never throws: what went wrong is a part of the result. */
  async kunjungi(tautan: string): Promise<HasilKunjungan> {
    const kosong = { berhasil: false, kode: null, alamatAkhir: null, judul: null, sha256: null };
    const sinyal = AbortSignal.timeout(this.opsi.batasWaktu ?? BATAS_WAKTU);
    try {
      let url = this.periksa(tautan);
      for (let i = 0; i <= ALIHAN_TERBANYAK; i++) {
        const jawaban = await this.minta(url, sinyal);
        const kode = jawaban.statusCode ?? 0;
        const alih = kode >= 300 && kode < 400 ? jawaban.headers.location : undefined;
        if (alih === undefined) return await this.baca(jawaban, kode, url, tautan);
        jawaban.destroy();
        url = this.periksa(URL.canParse(alih, url) ? new URL(alih, url).href : '');
      }
      return { ...kosong, galat: 'Tautan ini dialihkan terlalu banyak kali.' };
    } catch (galat) {
      return { ...kosong, galat: sinyal.aborted ? 'Situsnya tidak menjawab dalam batas waktu.' : kalimat(galat) };
    }
  }

  private periksa(tautan: string): URL {
    const url = URL.canParse(tautan) ? new URL(tautan) : null;
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
      throw new TakDapat('Tautan ini bukan alamat web biasa.');
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const boleh = this.opsi.bolehPort ?? ((p: number) => p === 80 || p === 443);
    if (!boleh(port)) throw new TakDapat('Tautan ini memakai port yang tidak lazim, jadi tidak diperiksa.');
    const tuan = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(tuan) !== 0 && !this.boleh(tuan)) throw bukanUmum();
    return url;
  }

  private boleh(ip: string): boolean {
    return (this.opsi.bolehAlamat ?? alamatUmum)(ip);
  }

  private minta(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const cari: LookupFunction = (nama, opsi, selesai) => {
      lookup(nama, { ...opsi, all: true }, (galat, daftar) => {
        const [pertama] = daftar;
        if (galat || !pertama) selesai(galat ?? new TakDapat('Nama situs ini tidak ditemukan.'), '', 4);
        else if (daftar.some(({ address }) => !this.boleh(address))) selesai(bukanUmum(), '', 4);
        else if (opsi.all === true) selesai(null, daftar);
        else selesai(null, pertama.address, pertama.family);
      });
    };
    return new Promise((selesai, gagal) => {
      const { get } = url.protocol === 'https:' ? https : http;
      const headers = { 'user-agent': 'Tuntas (pemeriksa tautan)', accept: '*/*', 'accept-encoding': 'identity' };
      get(url, { agent: false, headers, lookup: cari, signal, maxHeaderSize: 16 * 1024 }, selesai).once('error', gagal);
    });
  }

  private async baca(jawaban: IncomingMessage, kode: number, url: URL, tautan: string): Promise<HasilKunjungan> {
    const sidik = createHash('sha256');
    const awal: Buffer[] = [];
    let panjang = 0;
    for await (const potong of jawaban as AsyncIterable<Buffer>) {
      if (panjang < JUDUL_DICARI) awal.push(potong);
      panjang += potong.length;
      if (panjang > ISI_TERBESAR) break;
      sidik.update(potong);
    }
    jawaban.destroy();
    const html = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(jawaban.headers['content-type'] ?? '');
    const berhasil = kode >= 200 && kode < 300;
    return {
      ...{ berhasil, kode, alamatAkhir: url.href === tautan ? null : url.href },
      judul: html ? judulHalaman(Buffer.concat(awal).toString('utf8')) : null,
      sha256: panjang > ISI_TERBESAR ? null : sidik.digest('hex'),
      galat: berhasil ? null : kalimatKode(kode),
    };
  }
}

const ENTITAS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ' };

/** In one line, without what HTML hides. */
function judulHalaman(html: string): string | null {
  const isi = /<title(?:\s[^>]*)?>([^<]*)<\/title/i.exec(html)?.[1] ?? '';
  const teks = isi.replace(/&(#?\w+);/g, (asal, nama: string) => ENTITAS[nama.toLowerCase()] ?? asal);
  const bersih = teks.toWellFormed().replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim(); // prettier-ignore
  return [...bersih].slice(0, JUDUL_TERPANJANG).join('') || null;
}

function kalimatKode(kode: number): string {
  if (kode === 404 || kode === 410) return 'Halamannya tidak ada lagi.';
  if (kode === 401 || kode === 403) return 'Halamannya hanya untuk yang berhak, jadi isinya tidak terlihat dari sini.';
  return `Situsnya menjawab dengan kode ${kode}.`;
}

function bukanUmum(): TakDapat {
  return new TakDapat('Tautan ini menuju jaringan dalam, bukan internet, jadi tidak diperiksa.');
}

function kalimat(galat: unknown): string {
  if (galat instanceof TakDapat) return galat.message;
  const kode = (galat as NodeJS.ErrnoException).code ?? '';
  if (kode === 'ENOTFOUND' || kode === 'EAI_AGAIN') return 'Nama situs ini tidak ditemukan.';
  if (/CERT|TLS|SSL/.test(kode)) return 'Sertifikat keamanan situsnya tidak sah.';
  return 'Situsnya tidak dapat dihubungi.';
}
