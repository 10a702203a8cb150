import sharp, { type Metadata, type Sharp } from 'sharp';
import type { BerkasTertampung } from '../../../storage/tampungan';
import type { Penyimpanan } from '../../../storage/penyimpanan';
import { GalatSementara } from '../../../shared/galat';
import type { JenisGambar } from '../jenis/jenis.rules';
import { BerkasDitolak } from '../objek/galat-berkas';
import { Antrean } from './antrean';
import { bacaJejak, type JejakFoto } from './foto-exif';
import { bukaHeic, ukuranHeic } from './heic';

/** A picture written anew: upright, without anything of its file but its pixels, and small beside it. Both staged, unclaimed. */
export interface FotoOlahan extends JejakFoto {
  readonly besar: BerkasTertampung;
  readonly kecil: BerkasTertampung;
  readonly lebar: number;
  readonly tinggi: number;
}

const SISI_BESAR = 2560;
const SISI_KECIL = 480;
const JUTA = 1_000_000;
const PIKSEL_TERBANYAK = 100 * JUTA;
/** Where the whole picture must be in memory at once. */
const PIKSEL_SEKALIGUS = 50 * JUTA;
const PIKSEL_RINGAN = 25 * JUTA;

// Nothing is kept between pictures, one thread each, and only these formats are ever opened.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile', 'VipsForeignLoadJpegBuffer'],
});

const antrean = new Antrean(2);

/**
 * Decodes and writes a picture anew; the size is judged by the header before anything is decoded. Two at once, large ones alone.
 * @throws {BerkasDitolak} damaged, cut off, or too many pixels
 */
export async function olahFoto(penyimpanan: Penyimpanan, jalur: string, jenis: JenisGambar): Promise<FotoOlahan> {
  const sumber = await periksaUkuran(jalur, jenis);
  return antrean.jalankan(sumber.bobot, async () => {
    const jejak = await bacaJejak(jalur, jenis === 'image/heic');
    const gambar = jenis === 'image/heic' ? await dariHeic(jalur) : sharp(jalur, OPSI).autoOrient();
    const besar = await tulis(penyimpanan, siapkan(gambar, SISI_BESAR, jenis === 'image/png' ? '4:4:4' : '4:2:0', 86));
    try {
      const jalurBesar = penyimpanan.letakTampungan(besar.kunci);
      const { width: lebar, height: tinggi } = await sharp(jalurBesar, OPSI).metadata();
      const kecil = await tulis(penyimpanan, siapkan(sharp(jalurBesar, OPSI), SISI_KECIL, '4:2:0', 76));
      return { besar, kecil, lebar, tinggi, ...jejak };
    } catch (galat) {
      await penyimpanan.hapus(besar.kunci);
      throw galat;
    }
  });
}

const OPSI = { limitInputPixels: PIKSEL_TERBANYAK, sequentialRead: true, failOn: 'truncated' } as const;

async function periksaUkuran(jalur: string, jenis: JenisGambar): Promise<{ bobot: number }> {
  if (jenis === 'image/heic') {
    const ukuran = await ukuranHeic(jalur);
    if (!ukuran) throw rusak();
    if (ukuran.lebar * ukuran.tinggi > PIKSEL_SEKALIGUS) throw terlaluLuas(ukuran.lebar, ukuran.tinggi, PIKSEL_SEKALIGUS);
    return { bobot: 2 };
  }
  // The limit is ours to tell, so the header is read without one.
  const kepala: Metadata = await sharp(jalur, { ...OPSI, limitInputPixels: false })
    .metadata()
    .catch((galat: unknown) => {
      throw rusak(galat);
    });
  if (`image/${kepala.format}` !== jenis) throw rusak();
  const piksel = kepala.width * kepala.height;
  const sekaligus = jenis === 'image/webp' || kepala.isProgressive || (jenis === 'image/png' && (kepala.orientation ?? 1) > 1);
  const batas = sekaligus ? PIKSEL_SEKALIGUS : PIKSEL_TERBANYAK;
  if (piksel > batas) throw terlaluLuas(kepala.width, kepala.height, batas);
  return { bobot: piksel > PIKSEL_RINGAN ? 2 : 1 };
}

/** Its decoder has turned it already. */
async function dariHeic(jalur: string): Promise<Sharp> {
  const { bita, lebar, tinggi } = await bukaHeic(jalur);
  return sharp(Buffer.from(bita.buffer, bita.byteOffset, bita.byteLength), {
    raw: { width: lebar, height: tinggi, channels: 4 },
    limitInputPixels: PIKSEL_TERBANYAK,
  });
}

function siapkan(gambar: Sharp, sisi: number, chromaSubsampling: string, quality: number): Sharp {
  return gambar
    .resize({ width: sisi, height: sisi, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColorspace('srgb')
    .jpeg({ quality, chromaSubsampling, progressive: false });
}

async function tulis(penyimpanan: Penyimpanan, gambar: Sharp): Promise<BerkasTertampung> {
  const isi = await gambar.toBuffer().catch((galat: unknown) => {
    throw rusak(galat);
  });
  const tampungan = await penyimpanan.tampung();
  try {
    await tampungan.tulis(isi);
    return await tampungan.selesai();
  } catch (galat) {
    await tampungan.buang();
    throw galat;
  }
}

function rusak(sebab?: unknown): Error {
  if (sebab instanceof Error && /ENOSPC|out of memory|unable to malloc/i.test(sebab.message))
    return new GalatSementara('Server sedang kehabisan memori atau ruang untuk mengolah foto. Tunggu sebentar, lalu coba lagi.', {
      cause: sebab,
    });
  return new BerkasDitolak(
    'Foto ini rusak atau terpotong, jadi tidak dapat dibuka. Ambil atau simpan ulang fotonya, lalu unggah lagi.',
    { cause: sebab },
  );
}

function terlaluLuas(lebar: number, tinggi: number, batas: number): BerkasDitolak {
  return new BerkasDitolak(
    `Foto ini ${lebar} × ${tinggi} piksel, melebihi ${batas / JUTA} juta piksel. Perkecil fotonya, lalu unggah lagi.`,
  );
}
