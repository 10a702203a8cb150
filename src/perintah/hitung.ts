import { hitungPaket } from '../paket/hitung';
import { UKURAN_MAKS } from '../paket/json';
import { bacaPaket } from '../paket/paket.baca';
import { bacaArgumen } from './argumen';
import { bacaBerkas } from './berkas';
import { GalatPemakaian, type KodeKeluar } from './perintah';

export function jalankan(argumen: readonly string[]): KodeKeluar {
  const { berkas } = bacaArgumen(argumen, {});
  const [satu] = berkas;
  if (satu === undefined || berkas.length > 1) throw new GalatPemakaian('hitung memerlukan tepat satu berkas paket.');
  const hasil = hitungPaket(bacaPaket(bacaBerkas(satu, UKURAN_MAKS)));
  process.stdout.write(`${JSON.stringify(hasil, null, 2)}\n`);
  return 0;
}
