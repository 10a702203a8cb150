// The page of a telephone: pictures are made smaller before they are sent, and keep when and where they were taken.
(() => {
  const SISI = 2560;
  const MUTU = 0.85;

  // The Exif part of a JPEG, with its orientation set to upright, as the smaller picture is; null when there is none.
  const ambilExif = async (berkas) => {
    const bita = new Uint8Array(await berkas.slice(0, 262144).arrayBuffer());
    if (bita[0] !== 0xff || bita[1] !== 0xd8) return null;
    for (let i = 2; i + 4 < bita.length && bita[i] === 0xff && bita[i + 1] !== 0xda; ) {
      const panjang = 2 + bita[i + 2] * 256 + bita[i + 3];
      const exif = bita[i + 1] === 0xe1 && String.fromCharCode(...bita.slice(i + 4, i + 8)) === 'Exif';
      if (exif && i + panjang <= bita.length) return tegakkan(bita.slice(i, i + panjang));
      i += panjang;
    }
    return null;
  };

  const tegakkan = (segmen) => {
    const isi = new DataView(segmen.buffer, 10);
    const kecilDulu = isi.getUint16(0) === 0x4949;
    const awal = isi.getUint32(4, kecilDulu);
    const jumlah = isi.getUint16(awal, kecilDulu);
    for (let n = 0; n < jumlah; n += 1) {
      const letak = awal + 2 + n * 12;
      if (isi.getUint16(letak, kecilDulu) === 0x0112) isi.setUint16(letak + 8, 1, kecilDulu);
    }
    return segmen;
  };

  const kecilkan = async (berkas) => {
    const gambar = await createImageBitmap(berkas, { imageOrientation: 'from-image' });
    const skala = Math.min(1, SISI / Math.max(gambar.width, gambar.height));
    const kanvas = document.createElement('canvas');
    kanvas.width = Math.round(gambar.width * skala);
    kanvas.height = Math.round(gambar.height * skala);
    kanvas.getContext('2d').drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
    gambar.close();
    const kecil = await new Promise((selesai) => kanvas.toBlob(selesai, 'image/jpeg', MUTU));
    if (!kecil || kecil.size >= berkas.size) return berkas;
    const exif = await ambilExif(berkas).catch(() => null);
    const bagian = exif ? [kecil.slice(0, 2), exif, kecil.slice(2)] : [kecil];
    return new File(bagian, berkas.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
  };

  // What the browser cannot read goes as it is.
  window.tuntasKecilkan = (berkas) =>
    berkas.type.startsWith('image/') && berkas.size > 300000 ? kecilkan(berkas).catch(() => berkas) : Promise.resolve(berkas);
})();
