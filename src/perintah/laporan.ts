import { Transaksi } from '../database/transaksi';
import { BerkasQuery } from '../laporan/berkas.query';
import type { Kertas } from '../laporan/laporan';
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
  const kertas = opsi['kertas'] === 'f4' || opsi['kertas'] === 'a4' ? opsi['kertas'] : undefined;
  tulisBerkas(keluar, await cetak(instansi, rencana, kertas));
  return 0;
}

async function cetak(kodeInstansi: string, kodeRencana: string, kertas: Kertas | undefined): Promise<Uint8Array> {
  return denganAplikasi({ contoh: true }, async (aplikasi) => {
    // The connection is given back before the printing.
    const bahan = await aplikasi.get(Transaksi).sebagaiSistem('tuntas laporan', kodeInstansi, async (instansiId) => ({
      cetak: await aplikasi.get(BerkasQuery).bahanCetak(kodeInstansi, kodeRencana),
      ada: (await aplikasi.get(RtlQuery).daftar(instansiId)).map(({ kode }) => kode),
    }));
    if (!bahan) throw new GalatTidakDitemukan(`Instansi "${kodeInstansi}" tidak ada.`);
    const { cetak: dicetak, ada } = bahan;
    if (!dicetak) {
      throw new GalatTidakDitemukan(
        `Rencana "${kodeRencana}" tidak ada di instansi ${kodeInstansi}; yang ada: ${ada.join(', ') || 'belum satu pun'}.`,
      );
    }
    const { berkas, logo, foto, perubahan } = dicetak;
    const hariIni = hariIniDi(berkas.instansi.zonaWaktu, new Date());
    return aplikasi.get(LaporanService).pdf(berkas, { hariIni, kertas, logo, foto, perubahan });
  });
}
