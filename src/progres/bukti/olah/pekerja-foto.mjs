// A process of its own for pictures: what strangers send is decoded away from the server, in memory that goes with the process.
// Plain JavaScript, because it is started as it stands. One picture at a time; it ends with its parent.
import { open, readFile } from 'node:fs/promises';
import decodeHeic from 'heic-decode';
import sharp from 'sharp';

const SISI_BESAR = 2560;
const SISI_KECIL = 480;
const PIKSEL_TERBANYAK = 100_000_000;
/** Where the whole picture must be in memory at once. */
const PIKSEL_SEKALIGUS = 50_000_000;
const BITA_KEPALA_HEIC = 1024 * 1024;
const OPSI = { limitInputPixels: PIKSEL_TERBANYAK, sequentialRead: true, failOn: 'truncated' };
/** Clockwise turns, and whether it is mirrored first, by the number that the camera wrote. */
const PUTARAN = { 2: [0, true], 3: [180, false], 4: [180, true], 5: [270, true], 6: [90, false], 7: [90, true], 8: [270, false] };

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile', 'VipsForeignLoadJpegBuffer'],
});

class Terlalu extends Error {}

function periksaLuas(lebar, tinggi, batas) {
  if (lebar * tinggi > batas) throw Object.assign(new Terlalu(), { luas: { lebar, tinggi, batas } });
}

/** Size by what the header says, the largest of the pictures in the file. */
async function periksaHeic(jalur) {
  const berkas = await open(jalur, 'r');
  try {
    const kepala = Buffer.alloc(BITA_KEPALA_HEIC);
    const { bytesRead } = await berkas.read(kepala, 0, BITA_KEPALA_HEIC, 0);
    let ada = false;
    for (let p = kepala.indexOf('ispe'); p >= 0 && p + 16 <= bytesRead; p = kepala.indexOf('ispe', p + 4)) {
      periksaLuas(kepala.readUInt32BE(p + 8), kepala.readUInt32BE(p + 12), PIKSEL_SEKALIGUS);
      ada = true;
    }
    if (!ada) throw new Error('HEIC tanpa ukuran');
  } finally {
    await berkas.close();
  }
}

/** Its decoder has turned it already. */
async function dariHeic(jalur) {
  await periksaHeic(jalur);
  const { width, height, data } = await decodeHeic({ buffer: await readFile(jalur) });
  periksaLuas(width, height, PIKSEL_SEKALIGUS);
  return {
    gambar: sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } }),
    arah: 1,
  };
}

async function dariBerkas(jalur, jenis) {
  // The limit is ours to tell, so the header is read without one.
  const kepala = await sharp(jalur, { ...OPSI, limitInputPixels: false }).metadata();
  if (`image/${kepala.format}` !== jenis) throw new Error('Bukan format itu');
  periksaLuas(kepala.width, kepala.height, jenis === 'image/webp' || kepala.isProgressive ? PIKSEL_SEKALIGUS : PIKSEL_TERBANYAK);
  return { gambar: sharp(jalur, OPSI), arah: kepala.orientation ?? 1 };
}

/** Made small before it is turned: turning needs the whole picture in memory. */
async function olah({ jalur, jenis }) {
  const { gambar, arah } = jenis === 'image/heic' ? await dariHeic(jalur) : await dariBerkas(jalur, jenis);
  const { data, info } = await gambar
    .resize({ width: SISI_BESAR, height: SISI_BESAR, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColorspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [sudut, cermin] = PUTARAN[arah] ?? [0, false];
  const tegak = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .flop(cermin)
    .rotate(sudut);
  const besar = await tegak
    .jpeg({ quality: 86, chromaSubsampling: jenis === 'image/png' ? '4:4:4' : '4:2:0' })
    .toBuffer({ resolveWithObject: true });
  const kecil = await sharp(besar.data)
    .resize({ width: SISI_KECIL, height: SISI_KECIL, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 76 })
    .toBuffer();
  return { besar: besar.data, kecil, lebar: besar.info.width, tinggi: besar.info.height };
}

process.on('message', (tugas) => {
  olah(tugas).then(
    (hasil) => process.send({ hasil }),
    (galat) => process.send(galat instanceof Terlalu ? { luas: galat.luas } : { rusak: String(galat?.message ?? galat) }),
  );
});
process.on('disconnect', () => process.exit(0));
