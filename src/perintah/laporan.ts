import { Transaksi } from '../database/transaksi';
import { BerkasQuery } from '../laporan/berkas.query';
import { LaporanService } from '../laporan/laporan.service';
import { RtlQuery } from '../rtl/rtl.query';
import { GalatTidakDitemukan } from '../shared/galat';
import { hariIniDi } from '../shared/tanggal';
import { bacaArgumen } from './argumen';
import { periksaTujuan, tulisBerkas } from './berkas';
import { GalatPemakaian, type KodeKeluar } from './perintah';
import { denganAplikasi } from './sambungan';

export async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const dikenal = { instansi: null, rencana: null, keluar: null, format: ['pdf'], kertas: ['a4', 'f4'] };
  const { berkas, opsi } = bacaArgumen(argumen, dikenal, ['instansi', 'rencana', 'keluar']);
  if (berkas.length > 0) throw new GalatPemakaian(`laporan tidak memerlukan "${berkas.join(' ')}".`);
  const { instansi = '', rencana = '', keluar = '' } = opsi;
  periksaTujuan(keluar);
  const kertas = opsi['kertas'] === 'f4' ? 'f4' : 'a4';
  tulisBerkas(keluar, await cetak(instansi, rencana, kertas));
  return 0;
}

async function cetak(kodeInstansi: string, kodeRencana: string, kertas: 'a4' | 'f4'): Promise<Uint8Array> {
  return denganAplikasi({ contoh: true }, async (aplikasi) => {
    // The connection is given back before the printing.
    const bahan = await aplikasi.get(Transaksi).sebagaiSistem('tuntas laporan', kodeInstansi, async (instansiId) => ({
      berkas: await aplikasi.get(BerkasQuery).rencana(kodeInstansi, kodeRencana),
      ada: (await aplikasi.get(RtlQuery).daftar(instansiId)).map(({ kode }) => kode),
    }));
    if (!bahan) throw new GalatTidakDitemukan(`Instansi "${kodeInstansi}" tidak ada.`);
    const { berkas, ada } = bahan;
    if (!berkas) {
      throw new GalatTidakDitemukan(
        `Rencana "${kodeRencana}" tidak ada di instansi ${kodeInstansi}; yang ada: ${ada.join(', ') || 'belum satu pun'}.`,
      );
    }
    const hariIni = hariIniDi(berkas.instansi.zonaWaktu, new Date());
    return aplikasi.get(LaporanService).pdf(berkas, { hariIni, kertas });
  });
}
