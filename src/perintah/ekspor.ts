import { Transaksi } from '../database/transaksi';
import { EksporQuery, tulisPaket } from '../paket/ekspor.query';
import { GalatTidakDitemukan } from '../shared/galat';
import { bacaArgumen } from './argumen';
import { periksaTujuan, tulisBerkas } from './berkas';
import { GalatPemakaian, type KodeKeluar } from './perintah';
import { denganAplikasi } from './sambungan';

export async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const { berkas, opsi } = bacaArgumen(argumen, { instansi: null, keluar: null }, ['instansi']);
  if (berkas.length > 0) throw new GalatPemakaian(`ekspor tidak memerlukan "${berkas.join(' ')}".`);
  const { instansi = '', keluar } = opsi;
  if (keluar !== undefined) periksaTujuan(keluar);
  const paket = await denganAplikasi({ contoh: true }, (aplikasi) =>
    aplikasi
      .get(Transaksi)
      .sebagaiSistem('tuntas ekspor', instansi, () => aplikasi.get(EksporQuery).ekspor(instansi), 'REPEATABLE READ'),
  );
  if (!paket) throw new GalatTidakDitemukan(`Instansi "${instansi}" tidak ada.`);
  const isi = tulisPaket(paket);
  if (keluar === undefined) process.stdout.write(isi);
  else tulisBerkas(keluar, isi);
  return 0;
}
