import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { urlTertanam } from '../../src/database/basis-data';
import { PENGGUNA_APLIKASI, siapkanKlaster } from '../../src/database/klaster';
import { migrasikan } from '../../src/database/migrasi';
import { siapkanPeranAplikasi } from '../../src/database/peran-aplikasi';
import { barisPerintah } from '../../src/database/proses';
import { siapkanBinari, siapkanRuang } from '../../src/database/ruang-data';
import { ServerTertanam } from '../../src/database/server-tertanam';
import { buatSumberData } from '../../src/database/sumber-data';
import { TEMPLAT, URL_APLIKASI_UJI, URL_UJI } from './lingkungan-uji';

const AWALAN = 'tuntas-uji-';
/** Exactly the folders made here: other temporary folders of the tests begin alike. */
const POLA_SISA = /^tuntas-uji-(\d+)-[0-9a-f]{8}$/;

declare global {
  // Handed from jest's global setup to its global teardown.
  var serverUji: { hentikan(): Promise<void> } | undefined;
}

/** One PostgreSQL for the whole run, in a folder of its own, with a migrated template that each test file clones. */
export default async function siapkanSemua(): Promise<void> {
  hapusSisa();
  const folder = join(tmpdir(), `${AWALAN}${process.pid}-${randomBytes(4).toString('hex')}`);
  const ruang = await siapkanRuang(folder);
  const hapus = () => {
    for (const jalur of [folder, ruang.folder]) rmSync(jalur, { recursive: true, force: true });
  };
  try {
    const binari = siapkanBinari(ruang);
    const sandi = siapkanKlaster(binari, ruang, false);
    const server = await ServerTertanam.jalankan(binari, ruang, {
      fsync: 'off',
      full_page_writes: 'off',
      max_connections: '200',
    });
    globalThis.serverUji = { hentikan: () => server.hentikan().finally(hapus) };
    const url = (nama: string) => urlTertanam(server.port, sandi, nama);
    const urlAplikasi = urlTertanam(server.port, randomBytes(24).toString('base64url'), TEMPLAT, PENGGUNA_APLIKASI);
    process.env[URL_UJI] = url('postgres');
    process.env[URL_APLIKASI_UJI] = urlAplikasi;
    await buatTemplat(url('postgres'), url(TEMPLAT), urlAplikasi);
  } catch (galat) {
    await globalThis.serverUji?.hentikan();
    hapus();
    throw galat;
  }
}

/** What runs left behind that were killed. */
function hapusSisa(): void {
  for (const nama of readdirSync(tmpdir())) {
    const pid = Number(POLA_SISA.exec(nama)?.[1] ?? 0);
    if (pid && barisPerintah(pid) === null) rmSync(join(tmpdir(), nama), { recursive: true, force: true });
  }
}

async function buatTemplat(urlInduk: string, urlTemplat: string, urlAplikasi: string): Promise<void> {
  const induk = new Client({ connectionString: urlInduk });
  await induk.connect();
  await induk.query(`CREATE DATABASE ${TEMPLAT}`);
  const sumber = await buatSumberData(urlTemplat, 2).initialize();
  await migrasikan(sumber);
  // Clones inherit the rights with the tables: one role serves them all.
  await siapkanPeranAplikasi(sumber, { url: urlAplikasi, dikelola: true });
  await sumber.destroy();
  await induk.query(`ALTER DATABASE ${TEMPLAT} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  await induk.end();
}
