import 'reflect-metadata';
import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { buatAplikasi } from './aplikasi';
import { Kunci } from './auth/kunci';
import { AkunContohService, sandiContoh } from './auth/masuk/akun-contoh.service';
import { bacaKonfigurasi, pengaturanAuth, type Konfigurasi } from './config';
import { bukaBasisData } from './database/basis-data';
import { bukaSumberSiap } from './persiapan';
import { GalatPengguna } from './shared/galat';

/** How long a request in progress may still take when we are asked to stop. */
const BATAS_PERMINTAAN_MS = 5_000;
const BATAS_TUTUP_HTTP_MS = 10_000;
const TANPA_OPERATOR =
  'Belum ada operator, jadi belum ada yang dapat membuat instansi dan mengundang orang. Buat dengan:\n' +
  '  npm run tuntas -- operator buat --surel SUREL --nama NAMA\n';
const SINYAL = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What was opened, closed in the opposite order, once. */
class Penutup {
  private readonly langkah: (() => Promise<void>)[] = [];
  private penutupan: Promise<void> | null = null;
  /** somebody asked us to stop */
  diminta = false;

  tambah(langkah: () => Promise<void>): void {
    this.langkah.push(langkah);
  }

  tutup(): Promise<void> {
    this.penutupan ??= this.jalankan();
    return this.penutupan;
  }

  private async jalankan(): Promise<void> {
    for (const langkah of this.langkah.reverse()) {
      try {
        await langkah();
      } catch (galat) {
        tulisGalat(galat);
      }
    }
  }
}

/** Asked to stop while still starting. */
class Dihentikan extends Error {}

async function mulai(penutup: Penutup): Promise<void> {
  const lanjut = () => {
    if (penutup.diminta) throw new Dihentikan();
  };
  const konfigurasi = bacaKonfigurasi();
  const auth = pengaturanAuth(konfigurasi);
  const basisData = await bukaBasisData(konfigurasi, 'layanan');
  penutup.tambah(() => basisData.tutup());
  basisData.saatMati(() => {
    void gagal(
      penutup,
      new GalatPengguna(`PostgreSQL tertanam berhenti sendiri; catatannya ada di folder data ${konfigurasi.folderData}.`),
    );
  });
  lanjut();
  const sumber = await bukaSumberSiap(basisData, {
    contoh: true,
    sandiContoh: auth.akunContoh ? () => sandiContoh(new Kunci(auth)) : null,
  });
  penutup.tambah(() => sumber.destroy());
  lanjut();
  const aplikasi = await buatAplikasi(sumber, { auth, proxy: konfigurasi.proxy });
  penutup.tambah(() => tutupAplikasi(aplikasi));
  const alamat = await dengarkan(aplikasi, konfigurasi);
  basisData.umumkanAlamat(alamat);
  lanjut();
  if (basisData.keterangan !== null) process.stderr.write(`${basisData.keterangan}\n`);
  process.stdout.write(`Tuntas siap di ${alamat}\n${await kabarAkunContoh(aplikasi)}`);
  if (!(await aplikasi.get(AkunContohService).adaOperator())) process.stderr.write(TANPA_OPERATOR);
}

/** Further lines of the start: whom one can sign in as on the embedded database. */
async function kabarAkunContoh(aplikasi: NestExpressApplication): Promise<string> {
  const contoh = await aplikasi.get(AkunContohService).daftar();
  if (!contoh) return '';
  const lebar = Math.max(...contoh.daftar.map(({ surel }) => surel.length));
  const baris = contoh.daftar.map(({ surel, nama }) => `  ${surel.padEnd(lebar)}  ${nama}\n`);
  return `Akun contoh, kata sandi semuanya ${contoh.sandi}\n${baris.join('')}`;
}

/** @returns the address for the browser */
async function dengarkan(aplikasi: NestExpressApplication, { port, alamat }: Konfigurasi): Promise<string> {
  try {
    await aplikasi.init();
    // Not `aplikasi.listen`, which would log a taken port as an error of the software.
    await new Promise<void>((siap, gagalMendengarkan) => {
      aplikasi.getHttpServer().once('error', gagalMendengarkan).listen(port, alamat, siap);
    });
  } catch (galat) {
    const kode = (galat as NodeJS.ErrnoException).code;
    if (kode === 'EADDRINUSE')
      throw new GalatPengguna(`Port ${port} di ${alamat} sudah dipakai program lain; pilih port lain dengan PORT=….`);
    if (kode === 'EACCES')
      throw new GalatPengguna(`Port ${port} tidak boleh dipakai oleh pengguna ini; pilih port lain dengan PORT=….`);
    if (kode === 'EADDRNOTAVAIL') throw new GalatPengguna(`ALAMAT ${alamat} bukan alamat mesin ini.`);
    throw galat;
  }
  const { port: portTerpakai } = aplikasi.getHttpServer().address() as AddressInfo;
  return `http://${await namaAlamat(alamat)}:${portTerpakai}`;
}

/** `localhost` where that name leads to us; on a minimal system it may lead nowhere. */
async function namaAlamat(alamat: string): Promise<string> {
  const setempat = ['127.0.0.1', '0.0.0.0', '::'].includes(alamat);
  if (!setempat) return alamat.includes(':') ? `[${alamat}]` : alamat;
  const daftar = await lookup('localhost', { all: true }).catch(() => []);
  return daftar.some(({ address }) => address === '127.0.0.1') ? 'localhost' : '127.0.0.1';
}

/** Takes no new request; those in progress get a moment to finish. */
async function tutupAplikasi(aplikasi: NestExpressApplication): Promise<void> {
  const server = aplikasi.getHttpServer();
  const paksa = setTimeout(() => {
    server.closeAllConnections();
  }, BATAS_PERMINTAAN_MS);
  const batas = new Promise<void>((selesai) => setTimeout(selesai, BATAS_TUTUP_HTTP_MS).unref());
  await Promise.race([aplikasi.close(), batas]);
  clearTimeout(paksa);
}

async function gagal(penutup: Penutup, galat: unknown): Promise<void> {
  if (!penutup.diminta) tulisGalat(galat);
  penutup.diminta = true;
  await penutup.tutup();
  process.exit(1);
}

function tulisGalat(galat: unknown): void {
  const teks =
    galat instanceof GalatPengguna ? galat.message : galat instanceof Error ? (galat.stack ?? galat.message) : String(galat);
  process.stderr.write(`${teks}\n`);
}

async function jalankan(): Promise<void> {
  const penutup = new Penutup();
  let siap = false;
  for (const sinyal of SINYAL) {
    // Ctrl-C reaches us from the terminal and once more through npm: the second asks for what already happens.
    process.on(sinyal, () => {
      penutup.diminta = true;
      if (siap) void penutup.tutup().then(() => process.exit(0));
    });
  }
  process.stdout.on('error', () => undefined);
  // A limit on the size of files fails the write that meets it; by itself the signal would end the server.
  process.on('SIGXFSZ', () => undefined);
  process.on('uncaughtException', (galat) => void gagal(penutup, galat));
  process.on('unhandledRejection', (galat) => void gagal(penutup, galat));
  try {
    await mulai(penutup);
    siap = true;
  } catch (galat) {
    if (!(galat instanceof Dihentikan)) return gagal(penutup, galat);
  }
  if (penutup.diminta) {
    await penutup.tutup();
    process.exit(0);
  }
}

void jalankan();
