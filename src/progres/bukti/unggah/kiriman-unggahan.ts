import type { Request, Response } from 'express';
import { GalatPengguna } from '../../../shared/galat';
import { bacaKetikan } from '../../../shared/isian';
import { namaTampil } from './baca-formulir';
import { bacaMedanSasaran, type SasaranBukti } from './medan-bukti';
import { LetakBerbeda, type KeadaanUnggahan } from './unggahan.service';

/** Where the next byte goes, in requests and answers. */
const KEPALA_LETAK = 'Upload-Offset';

/** What announces a file: the field that it was chosen in, its name, its size in bytes. @throws {GalatPengguna} */
export function bacaAwalUnggahan(badan: unknown): {
  readonly sasaran: SasaranBukti;
  readonly nama: string;
  readonly ukuran: number;
} {
  const { medan = '', nama = '', ukuran = '' } = bacaKetikan(badan);
  const sasaran = bacaMedanSasaran(medan);
  if (sasaran?.cara !== 'berkas')
    throw new GalatPengguna('Tempat berkas ini tidak dikenal. Muat ulang halamannya, lalu pilih lagi berkasnya.');
  if (nama === '' || nama.length > 1000)
    throw new GalatPengguna('Nama berkas ini kosong atau terlalu panjang; ganti namanya, lalu pilih lagi.');
  if (!/^\d{1,15}$/.test(ukuran)) throw new GalatPengguna('Ukuran berkas ini tidak terbaca; pilih lagi berkasnya.');
  return { sasaran, nama: namaTampil(nama), ukuran: Number(ukuran) };
}

/** @returns bytes @throws {GalatPengguna} */
export function bacaLetak(req: Request): number {
  const letak = req.get(KEPALA_LETAK) ?? '';
  if (!/^\d{1,15}$/.test(letak)) throw new GalatPengguna('Letak lanjutan unggahan ini tidak terbaca. Muat ulang halamannya.');
  return Number(letak);
}

/** The offset stands in the head too: it is all that HEAD tells. */
export function jawabLetak(res: Response, keadaan: KeadaanUnggahan): KeadaanUnggahan {
  res.set(KEPALA_LETAK, String(keadaan.diterima));
  return keadaan;
}

/** A sender that meant to go on elsewhere is told where (409). */
export async function atauLetak(res: Response, kerja: () => Promise<KeadaanUnggahan>): Promise<KeadaanUnggahan> {
  try {
    return jawabLetak(res, await kerja());
  } catch (galat) {
    if (!(galat instanceof LetakBerbeda)) throw galat;
    res.status(409);
    return jawabLetak(res, galat.keadaan);
  }
}
