import type { Tempat } from '../../organisasi/tempat';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { bergeser } from '../adendum.rules';
import { keAdendum, type AwalDanAdendum } from '../awal/rencana-awal.service';
import { halamanRtl, jalurRencana, remahRencana } from '../halaman/halaman-rtl.view';
import { semuaKegiatan, type Kegiatan } from '../rtl.rules';
import { keKegiatan, semuaTersusun, type RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import { kegiatanTeks } from './adendum.view';
import { kegiatanAdendum } from './isi-adendum';

/** Plan awal and berlaku side by side, one line a kegiatan, with the addendum that made the difference. */
export function awalView(tempat: Tempat, rencana: RencanaTersusun, acuan: Acuan, ada: AwalDanAdendum | null): Halaman {
  const awal = ada ? semuaKegiatan(ada.awal.isi) : [];
  const kini = new Map(semuaTersusun(rencana).map((k) => [k.kode, keKegiatan(k.kode, k.isi, k.asal)]));
  const berkali = new Set(ada ? bergeser(ada.adendum.map(keAdendum)) : []);
  const sebab = (kode: string) =>
    (ada?.adendum ?? [])
      .filter((a) => kegiatanAdendum(a.isi) === kode || (a.isi.jenis === 'diganti' && a.isi.pengganti.kode === kode))
      .map((a) => `Adendum ${a.nomor}, ${a.jenis}: ${a.alasan}`)
      .join('. ');
  const teks = (k: Kegiatan | undefined, kosong: string) => (k ? kegiatanTeks(k, acuan) : kosong);
  const baris = [...awal.map((k) => k.kode), ...[...kini.keys()].filter((kode) => !awal.some((k) => k.kode === kode))].map(
    (kode) => {
      const [semula, sekarang] = [awal.find((k) => k.kode === kode), kini.get(kode)];
      const sama = teks(semula, '') === teks(sekarang, '');
      return [
        { teks: kode, mikro: berkali.has(kode) ? 'bergeser 2 kali atau lebih' : null, tautan: jalurRencana(tempat, rencana.kode, 'kegiatan', kode) }, // prettier-ignore
        { teks: teks(semula, 'belum ada') },
        { teks: sama ? 'sama' : teks(sekarang, 'tidak berlaku lagi') },
        { teks: sebab(kode) || 'tidak berubah' },
      ];
    },
  );
  const berubah = baris.filter((b) => b[2]?.teks !== 'sama').length;
  return halamanRtl(tempat, {
    judul: 'Rencana awal dan berlaku',
    anak: rencana.judul,
    remah: remahRencana(tempat, rencana.kode),
    tindakan: [{ teks: 'Adendum', tautan: jalurRencana(tempat, rencana.kode, 'adendum') }],
    fakta: ada
      ? [
          { nama: 'Kegiatan pada rencana awal', teks: String(awal.length) },
          { nama: 'Kegiatan yang berlaku', teks: String(kini.size) },
          { nama: 'Kegiatan yang berbeda', teks: String(berubah) },
          { nama: 'Bergeser 2 kali atau lebih', teks: berkali.size === 0 ? '0' : `${berkali.size}: ${[...berkali].join(', ')}` },
        ]
      : [],
    isi: [
      {
        ...{ id: 'banding', judul: 'Kegiatan', kolom: ['Kode', 'Rencana awal', 'Rencana berlaku', 'Sebab'] },
        baris: ada ? baris : [],
        kosong: { ikon: 'lock', judul: 'Belum ditetapkan', teks: 'Rencana awal tersimpan saat rencana ditetapkan pimpinan.' },
      },
    ],
  });
}
