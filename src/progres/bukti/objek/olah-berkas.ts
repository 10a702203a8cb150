import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { BerkasTertampung } from '../../../storage/tampungan';
import type { Penyimpanan } from '../../../storage/penyimpanan';
import { BITA_AWAL, kenaliAwal, type JenisAwal } from '../jenis/jenis.rules';
import { periksaDokumen } from '../jenis/periksa-dokumen';
import { periksaOle } from '../jenis/periksa-ole';
import { periksaPdf } from '../jenis/periksa-pdf';
import { Antrean } from '../olah/antrean';
import { olahFoto } from '../olah/olah-foto';
import { BERKAS_TERBESAR, BERKAS_TERBESAR_MB } from './batas';
import { BerkasDitolak } from './galat-berkas';
import type { ObjekBerkasEntity } from '../objek-berkas.entity';

/** What goes into the store, staged, and what is known of it. */
export type ObjekOlahan = Omit<ObjekBerkasEntity, 'instansi' | 'instansiId' | 'asalSha256' | 'dibuat'>;

const antreanDokumen = new Antrean(2);
/** An old document is held in memory, so it goes alone. */
const BOBOT = { pdf: 1, zip: 1, ole: 2 } as const;

/**
 * Judges a staged file by its content and stages what will be stored: a picture written anew, a document as it is.
 * @throws {BerkasDitolak}
 */
export async function olahBerkas(penyimpanan: Penyimpanan, { kunci, ukuran }: BerkasTertampung): Promise<ObjekOlahan> {
  if (ukuran > BERKAS_TERBESAR)
    throw new BerkasDitolak(
      `Berkas ini lebih besar dari ${BERKAS_TERBESAR_MB} MB. Perkecil, atau unggah ke tempat lain dan cantumkan tautannya.`,
    );
  const jalur = penyimpanan.letakTampungan(kunci);
  const awal = await bacaAwal(jalur);
  if (awal.kelas === 'tolak') throw new BerkasDitolak(awal.sebab);
  if (awal.kelas !== 'gambar')
    return antreanDokumen.jalankan(BOBOT[awal.kelas], () => olahDokumen(penyimpanan, jalur, ukuran, awal.kelas));
  const { besar, kecil, lebar, tinggi, ...jejak } = await olahFoto(penyimpanan, jalur, awal.jenis);
  return { ...besar, jenis: 'image/jpeg', lebar, tinggi, kunciKecil: kecil.kunci, ...jejak };
}

async function olahDokumen(
  penyimpanan: Penyimpanan,
  jalur: string,
  ukuran: number,
  kelas: keyof typeof BOBOT,
): Promise<ObjekOlahan> {
  const jenis = await PERIKSA[kelas](jalur, ukuran);
  const tampungan = await penyimpanan.tampung();
  try {
    for await (const potong of createReadStream(jalur, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>)
      await tampungan.tulis(potong);
    const tanpaGambar = { lebar: null, tinggi: null, kunciKecil: null, waktuFoto: null, lintang: null, bujur: null };
    return { ...(await tampungan.selesai()), jenis, ...tanpaGambar };
  } catch (galat) {
    await tampungan.buang();
    throw galat;
  }
}

const PERIKSA: Readonly<Record<keyof typeof BOBOT, (jalur: string, ukuran: number) => Promise<string>>> = {
  pdf: (jalur) => periksaPdf(jalur).then(() => 'application/pdf'),
  zip: periksaDokumen,
  ole: periksaOle,
};

async function bacaAwal(jalur: string): Promise<JenisAwal> {
  const berkas = await open(jalur, 'r');
  try {
    const kepala = Buffer.alloc(BITA_AWAL);
    const { bytesRead } = await berkas.read(kepala, 0, BITA_AWAL, 0);
    return kenaliAwal(kepala.subarray(0, bytesRead));
  } finally {
    await berkas.close();
  }
}
