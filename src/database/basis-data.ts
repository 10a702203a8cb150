import { setTimeout as tunggu } from 'node:timers/promises';
import type { Konfigurasi } from '../config';
import { GalatPengguna } from '../shared/galat';
import { KunciInstans, type Instans } from './instans';
import { turunkanAkses, type AksesAplikasi } from './akses-aplikasi';
import { bacaSandi, PENGGUNA_APLIKASI, PENGGUNA_POSTGRES, siapkanKlaster, siapkanSandiAplikasi } from './klaster';
import { folderBasisData, siapkanBinari, siapkanRuang, type RuangData } from './ruang-data';
import { ServerTertanam } from './server-tertanam';
import { hentikanYatim } from './yatim';

/** A PostgreSQL to connect to: the one of `DATABASE_URL`, our own embedded one, or that of a running `npm start`. */
export interface BasisData {
  /** as the owner of the tables: migrations and rights, nothing else */
  readonly url: string;
  /** as the role of the running application */
  readonly aplikasi: AksesAplikasi;
  /** a sentence for the person who starts, when the data lie where one would not look */
  readonly keterangan: string | null;
  /** Tells commands beside us where our pages are. */
  umumkanAlamat(alamat: string): void;
  /** Called when the embedded server ends without having been asked to. */
  saatMati(kerja: () => void): void;
  /** Stops what was started for this; nobody may be connected any more. */
  tutup(): Promise<void>;
}

/** A command does not last long; a start, at most the recovery after a crash. */
const BATAS_TUNGGU_MS = 120_000;

/**
 * @param jenis a `layanan` must have the data folder to itself; a `perintah` joins a running one
 * @throws {GalatPengguna} with one sentence: folder in use, no permission, PostgreSQL does not start
 */
export async function bukaBasisData(konfigurasi: Konfigurasi, jenis: Instans['jenis']): Promise<BasisData> {
  if (konfigurasi.databaseUrl !== null)
    return menumpang(konfigurasi.databaseUrl, aksesServer(konfigurasi.databaseUrl, konfigurasi.appDatabaseUrl));
  const ruang = await siapkanRuang(konfigurasi.folderData);
  const kunci = new KunciInstans(ruang.folder);
  const akhir = Date.now() + BATAS_TUNGGU_MS;
  for (let pemegang = kunci.ambil(jenis); pemegang; pemegang = kunci.ambil(jenis)) {
    if (pemegang.jenis === 'layanan' && jenis === 'layanan') throw new GalatPengguna(kalimatDipakai(ruang, pemegang));
    if (pemegang.jenis === 'layanan' && pemegang.port !== null)
      return menumpang(urlTertanam(pemegang.port, bacaSandi(ruang)), aksesTertanam(pemegang.port, ruang));
    if (Date.now() > akhir) throw new GalatPengguna(kalimatDipakai(ruang, pemegang));
    await tunggu(100);
  }
  try {
    return await jalankanSendiri(ruang, kunci);
  } catch (galat) {
    kunci.lepas();
    throw galat;
  }
}

async function jalankanSendiri(ruang: RuangData, kunci: KunciInstans): Promise<BasisData> {
  await hentikanYatim(folderBasisData(ruang));
  const binari = siapkanBinari(ruang);
  const sandi = siapkanKlaster(binari, ruang);
  const server = await ServerTertanam.jalankan(binari, ruang);
  kunci.umumkan({ port: server.port });
  return {
    url: urlTertanam(server.port, sandi),
    aplikasi: aksesTertanam(server.port, ruang),
    keterangan: ruang.dipindahkan
      ? `Basis data berada di ${ruang.folder} (dijalankan sebagai ${ruang.pengguna?.nama ?? 'pengguna ini'}).`
      : null,
    umumkanAlamat: (alamat) => kunci.umumkan({ alamat }),
    saatMati: (kerja) => server.saatMati(kerja),
    async tutup() {
      await server.hentikan();
      kunci.lepas();
    },
  };
}

function menumpang(url: string, aplikasi: AksesAplikasi): BasisData {
  return {
    url,
    aplikasi,
    keterangan: null,
    umumkanAlamat: () => undefined,
    saatMati: () => undefined,
    tutup: () => Promise.resolve(),
  };
}

export function urlTertanam(port: number, sandi: string, nama = 'postgres', pengguna = PENGGUNA_POSTGRES): string {
  return `postgresql://${pengguna}:${sandi}@127.0.0.1:${port}/${nama}`;
}

function aksesTertanam(port: number, ruang: RuangData): AksesAplikasi {
  return { url: urlTertanam(port, siapkanSandiAplikasi(ruang), 'postgres', PENGGUNA_APLIKASI), dikelola: true };
}

/** @throws {GalatPengguna} when there is nothing to derive the application's password from */
function aksesServer(urlPemilik: string, urlAplikasi: string | null): AksesAplikasi {
  const akses = urlAplikasi === null ? turunkanAkses(urlPemilik) : { url: urlAplikasi, dikelola: false };
  if (akses) return akses;
  throw new GalatPengguna(
    'DATABASE_URL tidak memuat sandi, sehingga sandi peran aplikasi tidak dapat diturunkan darinya; isi APP_DATABASE_URL dengan alamat ' +
      'basis data yang sama memakai peran yang tidak memiliki tabel.',
  );
}

function kalimatDipakai(ruang: RuangData, { pid, jenis, alamat }: Instans): string {
  const siapa =
    jenis === 'layanan'
      ? `Tuntas yang sudah berjalan${alamat === null ? '' : ` di ${alamat}`}`
      : 'perintah tuntas yang sedang berjalan';
  return `Folder data ${ruang.folder} sedang dipakai oleh ${siapa} (PID ${pid}); hentikan dahulu proses itu.`;
}
