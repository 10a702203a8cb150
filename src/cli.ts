import { BANTUAN_PERINTAH, BANTUAN_UMUM, NAMA_PERINTAH, type NamaPerintah } from './perintah/bantuan';
import { GalatPemakaian, type KodeKeluar } from './perintah/perintah';
import { GalatPengguna } from './shared/galat';

interface Perintah {
  jalankan(argumen: readonly string[]): KodeKeluar | Promise<KodeKeluar>;
}

/** Each loaded only when it runs: `hitung` must not wait for a database driver. */
const MUAT: Readonly<Record<NamaPerintah, () => Promise<Perintah>>> = {
  audit: () => import('./perintah/audit.js'),
  berkas: () => import('./perintah/berkas-bukti.js'),
  hitung: () => import('./perintah/hitung.js'),
  impor: () => import('./perintah/impor.js'),
  ekspor: () => import('./perintah/ekspor.js'),
  laporan: () => import('./perintah/laporan.js'),
  operator: () => import('./perintah/operator.js'),
};

async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const [nama, ...sisa] = argumen;
  if (nama === undefined) {
    process.stderr.write(BANTUAN_UMUM);
    return 2;
  }
  if (mintaBantuan(nama) || nama === 'help') {
    process.stdout.write(BANTUAN_UMUM);
    return 0;
  }
  const dikenal = NAMA_PERINTAH.find((n) => n === nama);
  if (!dikenal) throw new GalatPemakaian(`Perintah "${nama}" tidak dikenal; pilihannya: ${NAMA_PERINTAH.join(', ')}.`);
  const batas = sisa.indexOf('--');
  if ((batas < 0 ? sisa : sisa.slice(0, batas)).some(mintaBantuan)) {
    process.stdout.write(BANTUAN_PERINTAH[dikenal].lengkap);
    return 0;
  }
  try {
    const perintah = await MUAT[dikenal]();
    return await perintah.jalankan(sisa);
  } catch (galat) {
    if (galat instanceof GalatPemakaian) galat.message += `\nBantuan: tuntas ${nama} --help`;
    throw galat;
  }
}

function mintaBantuan(argumen: string): boolean {
  return argumen === '--help' || argumen === '-h';
}

function kodeGalat(galat: unknown): KodeKeluar {
  if (galat instanceof GalatPemakaian || galat instanceof GalatPengguna) {
    process.stderr.write(`${galat.message}\n`);
    return galat instanceof GalatPemakaian ? 2 : 1;
  }
  process.stderr.write(`Kesalahan tak terduga: ${galat instanceof Error ? (galat.stack ?? galat.message) : String(galat)}\n`);
  return 1;
}

// A reader that has seen enough (`… | head -1`) is no error.
process.stdout.on('error', (galat: NodeJS.ErrnoException) => process.exit(galat.code === 'EPIPE' ? 0 : 1));
process.stderr.on('error', () => undefined);

void jalankan(process.argv.slice(2))
  .catch(kodeGalat)
  .then((kode) => {
    process.exitCode = kode;
  });
