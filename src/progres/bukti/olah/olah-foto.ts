import type { Penyimpanan } from '../../../storage/penyimpanan';
import type { BerkasTertampung } from '../../../storage/tampungan';
import type { JenisGambar } from '../jenis/jenis.rules';
import { bacaJejak, type JejakFoto } from './foto-exif';
import { kerjakanFoto } from './pengolah-foto';

/** A picture written anew: upright, without anything of its file but its pixels, and small beside it. Both staged, unclaimed. */
export interface FotoOlahan extends JejakFoto {
  readonly besar: BerkasTertampung;
  readonly kecil: BerkasTertampung;
  readonly lebar: number;
  readonly tinggi: number;
}

/**
 * Decodes and writes a picture anew; the size is judged by the header before anything is decoded.
 * @throws {BerkasDitolak} damaged, cut off, or too many pixels
 * @throws {GalatSementara} no memory or no room for it now
 */
export async function olahFoto(penyimpanan: Penyimpanan, jalur: string, jenis: JenisGambar): Promise<FotoOlahan> {
  const { besar, kecil, lebar, tinggi } = await kerjakanFoto(jalur, jenis);
  const jejak = await bacaJejak(jalur, jenis === 'image/heic');
  const tertampung = await tulis(penyimpanan, besar);
  try {
    return { besar: tertampung, kecil: await tulis(penyimpanan, kecil), lebar, tinggi, ...jejak };
  } catch (galat) {
    await penyimpanan.hapus(tertampung.kunci);
    throw galat;
  }
}

async function tulis(penyimpanan: Penyimpanan, isi: Uint8Array): Promise<BerkasTertampung> {
  const tampungan = await penyimpanan.tampung();
  try {
    await tampungan.tulis(isi);
    return await tampungan.selesai();
  } catch (galat) {
    await tampungan.buang();
    throw galat;
  }
}
