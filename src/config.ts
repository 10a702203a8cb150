import { accessSync, constants, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { PengaturanAuth } from './auth/pengaturan';
import { normalSurel } from './auth/surel.rules';
import { bacaClamd, bacaS3, bacaYa, type AlamatClamd } from './config-berkas';
import { akarProyek } from './shared/akar';
import { GalatPengguna } from './shared/galat';
import type { PengaturanS3 } from './storage/gudang-s3';

/** What the environment decides; everything else is data of an instansi. */
export interface Konfigurasi {
  /** `PORT`, 0 = any free one */
  readonly port: number;
  /** `ALAMAT`: the IP address to listen on */
  readonly alamat: string;
  /** `DATABASE_URL`: a PostgreSQL server; `null` = the embedded one */
  readonly databaseUrl: string | null;
  /** `APP_DATABASE_URL`: the same database as a role that owns no table; `null` = we make one */
  readonly appDatabaseUrl: string | null;
  /** `TUNTAS_DATA`: folder of the embedded database */
  readonly folderData: string;
  /** `TUNTAS_PROXY`: proxies in front whose word about the visitor's address and TLS is taken; `null` = none */
  readonly proxy: number | readonly string[] | null;
  /** `ALAMAT_PUBLIK`: scheme and host by which people reach us; `null` = as the request says */
  readonly alamatPublik: string | null;
  /** `SMTP_URL` and `SUREL_PENGIRIM`: mail server and sender; `null` = links are handed over instead */
  readonly surat: { readonly url: string; readonly dari: string } | null;
  /** `TUNTAS_KUNCI`: 32 bytes that seal secrets in the database; `null` = a file in the data folder, with the embedded database only */
  readonly kunci: Buffer | null;
  /** `OIDC_TANPA_TLS=ya`: providers without TLS, for trials */
  readonly oidcTanpaTls: boolean;
  /** `TUNTAS_CHROMIUM`: the browser that prints the PDF; `null` = find one */
  readonly chromium: string | null;
  /** `S3_BUCKET`, `S3_ENDPOINT`, …: where files lie; `null` = in the data folder */
  readonly s3: PengaturanS3 | null;
  /** `CLAMD_URL`: a virus scanner that is asked about every file; `null` = none */
  readonly clamd: AlamatClamd | null;
  /** `TUNTAS_CEK_TAUTAN=ya`: links given as evidence are visited from the server */
  readonly cekTautan: boolean;
}

/** Every fault of the environment at once. */
export class GalatKonfigurasi extends GalatPengguna {
  override readonly name: string = 'GalatKonfigurasi';

  constructor(readonly masalah: readonly string[]) {
    super(['Pengaturan lingkungan tidak dapat dipakai:', ...masalah.map((m) => `- ${m}`)].join('\n'));
  }
}

/** An empty variable counts as absent. @throws {GalatKonfigurasi} with every fault */
export function bacaKonfigurasi(env: NodeJS.ProcessEnv = process.env, akar: string = akarProyek()): Konfigurasi {
  const masalah: string[] = [];
  const baca = <T>(nama: string, bawaan: T, ubah: (teks: string) => T): T => {
    const teks = env[nama]?.trim();
    if (!teks) return bawaan;
    try {
      return ubah(teks);
    } catch (galat) {
      masalah.push(`${nama}: ${galat instanceof Error ? galat.message : String(galat)}`);
      return bawaan;
    }
  };
  const alamatPublik = baca<string | null>('ALAMAT_PUBLIK', null, bacaAlamatPublik);
  const smtp = baca<string | null>('SMTP_URL', null, bacaSmtp);
  const pengirim = baca<string | null>('SUREL_PENGIRIM', null, bacaPengirim);
  const konfigurasi: Konfigurasi = {
    port: baca('PORT', 3000, bacaPort),
    alamat: baca('ALAMAT', '127.0.0.1', bacaAlamat),
    databaseUrl: baca<string | null>('DATABASE_URL', null, bacaUrl),
    appDatabaseUrl: baca<string | null>('APP_DATABASE_URL', null, bacaUrl),
    folderData: baca('TUNTAS_DATA', join(akar, '.data'), (teks) => resolve(akar, teks)),
    proxy: baca<Konfigurasi['proxy']>('TUNTAS_PROXY', null, bacaProxy),
    alamatPublik,
    surat: smtp !== null && pengirim !== null ? { url: smtp, dari: pengirim } : null,
    kunci: baca<Buffer | null>('TUNTAS_KUNCI', null, bacaKunci),
    oidcTanpaTls: baca('OIDC_TANPA_TLS', false, (teks) => teks === 'ya'),
    chromium: baca<string | null>('TUNTAS_CHROMIUM', null, bacaProgram),
    s3: bacaS3(baca, masalah),
    clamd: baca<AlamatClamd | null>('CLAMD_URL', null, bacaClamd),
    cekTautan: baca('TUNTAS_CEK_TAUTAN', false, bacaYa),
  };
  if (konfigurasi.appDatabaseUrl !== null && !env['DATABASE_URL']?.trim())
    masalah.push('APP_DATABASE_URL: hanya berarti bersama DATABASE_URL.');
  if (smtp !== null && alamatPublik === null)
    masalah.push('ALAMAT_PUBLIK: wajib bila SMTP_URL diisi, karena surat memuat tautan ke alamat itu.');
  if (smtp !== null && pengirim === null) masalah.push('SUREL_PENGIRIM: wajib bila SMTP_URL diisi.');
  // A file beside one replica would be another key in the next one, and gone with its container.
  if (env['DATABASE_URL']?.trim() && !env['TUNTAS_KUNCI']?.trim())
    masalah.push(
      'TUNTAS_KUNCI: wajib bila DATABASE_URL diisi, karena menyegel rahasia di basis data; buat sekali dengan "openssl rand -hex 32", simpan ' +
        'baik-baik, dan pakai kunci yang sama pada setiap start dan setiap replika.',
    );
  if (masalah.length > 0) throw new GalatKonfigurasi(masalah);
  return konfigurasi;
}

/**
 * What signing in needs of it. Demonstration accounts: on the embedded database only, and not where a public address or a proxy says that
 * others are to reach us; offered where strangers cannot.
 */
export function pengaturanAuth(konfigurasi: Konfigurasi): PengaturanAuth {
  const { alamatPublik, surat, kunci, folderData, oidcTanpaTls, databaseUrl, alamat, proxy } = konfigurasi;
  const untukUmum = proxy !== null || (alamatPublik !== null && !situsSetempat(alamatPublik));
  const akunContoh = databaseUrl === null && !untukUmum;
  const setempat = alamat === '::1' || alamat.startsWith('127.');
  return new PengaturanAuth({
    ...{ alamatPublik, surat, kunci, folderData, oidcTanpaTls, akunContoh },
    tawarkanAkunContoh: akunContoh && setempat,
  });
}

/** `http://localhost:3000` and the loopback by number. */
function situsSetempat(alamat: string): boolean {
  const { hostname } = new URL(alamat);
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

function bacaPort(teks: string): number {
  const port = Number(teks);
  if (!/^\d{1,5}$/.test(teks) || port > 65_535) throw new Error(`"${teks}" bukan nomor port; isi bilangan bulat 0 sampai 65535.`);
  return port;
}

function bacaAlamat(teks: string): string {
  if (isIP(teks) === 0) throw new Error(`"${teks}" bukan alamat IP; contoh 127.0.0.1 atau 0.0.0.0.`);
  return teks;
}

/** The text itself is never repeated in the message: it carries a password. */
function bacaUrl(teks: string): string {
  const url = URL.canParse(teks) ? new URL(teks) : null;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new Error('bukan alamat PostgreSQL; bentuknya postgresql://pengguna:sandi@host:5432/nama.');
  }
  return teks;
}

/** A number of hops, or addresses and networks. */
function bacaProxy(teks: string): number | readonly string[] {
  if (/^[1-9]$/.test(teks)) return Number(teks);
  const daftar = teks.split(',').map((bagian) => bagian.trim());
  const salah = daftar.find((bagian) => {
    const [ip = '', panjang] = bagian.split('/');
    const versi = isIP(ip);
    return (
      versi === 0 ||
      (panjang !== undefined &&
        !(/^\d{1,3}$/.test(panjang) && Number(panjang) >= 1 && Number(panjang) <= (versi === 4 ? 32 : 128)))
    );
  });
  if (salah !== undefined)
    throw new Error(`"${salah}" bukan alamat IP atau jaringan (10.0.0.0/8), dan bukan jumlah proxy 1 sampai 9.`);
  return daftar;
}

function bacaAlamatPublik(teks: string): string {
  const url = URL.canParse(teks) ? new URL(teks) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new Error(`"${teks}" bukan alamat situs tanpa jalur; contoh https://tuntas.instansi.go.id.`);
  }
  return url.origin;
}

/** The text itself is never repeated in the message: it may carry a password. */
function bacaSmtp(teks: string): string {
  const url = URL.canParse(teks) ? new URL(teks) : null;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new Error('bukan alamat server surat; bentuknya smtp://pengguna:sandi@host:587 atau smtps://….');
  }
  return teks;
}

function bacaPengirim(teks: string): string {
  const surel = normalSurel(teks);
  if (surel === null) throw new Error(`"${teks}" bukan alamat surel.`);
  return surel;
}

function bacaKunci(teks: string): Buffer {
  const kunci = /^[0-9a-f]{64}$/i.test(teks) ? Buffer.from(teks, 'hex') : Buffer.from(teks, 'base64url');
  if (kunci.length !== 32)
    throw new Error('bukan kunci 32 bita dalam heksadesimal atau base64; buat dengan "openssl rand -hex 32".');
  return kunci;
}

function bacaProgram(teks: string): string {
  try {
    accessSync(teks, constants.X_OK);
  } catch {
    throw new Error(`"${teks}" tidak ada atau tidak dapat dijalankan.`);
  }
  if (!statSync(teks).isFile()) throw new Error(`"${teks}" bukan berkas program.`);
  return teks;
}
