import { Halaman } from '../../shared/tampilan/tampilan';
import { waktuIndonesia } from '../../shared/tanggal';
import { ALASAN_TIDAK_DAPAT } from '../gerbang.rules';
import { NAMA_STATUS } from '../progres.rules';
import { bingkaiLapor } from './bingkai-lapor.view';
import { medanPilih, medanVersi } from './formulir-lapor';
import type { Bentrok } from './isian.service';
import { NAMA_MEDAN, namaIsian, type MedanLaporan } from './medan-laporan';
import type { Pejabat } from './pejabat.query';
import { jalurLapor, type TempatLapor } from './tempat-lapor';

/** Fields with a list of values have no text to edit. */
const PILIHAN: readonly MedanLaporan[] = ['status', 'alasan', 'penugasan'];

/** Two people changed the same fields: each with both values, to be decided one by one; the others are saved already. */
export function konflikView(tempat: TempatLapor, bentrok: readonly Bentrok[], pejabat: readonly Pejabat[]): Halaman {
  const baca = (medan: MedanLaporan, nilai: string) => sebutanNilai(medan, nilai, pejabat);
  return new Halaman(
    'progres/konflik',
    {
      kerangka: bingkaiLapor(tempat, 'Dua orang mengubah isian yang sama', ['lapor.js']),
      judul: 'Dua orang mengubah isian yang sama',
      anak: 'Pilih isian yang dipakai untuk tiap medan di bawah ini. Isian lain yang Anda ketik sudah tersimpan.',
      aksi: jalurLapor(tempat, 'isian'),
      pemilik: tempat.pelaku.penggunaId,
      tempat: jalurLapor(tempat),
      butir: bentrok.map(({ kiriman, kini }) => ({
        bagian: kini.bagian,
        medan: kini.medan,
        label: NAMA_MEDAN[kini.medan],
        nama: namaIsian(kini),
        pilih: medanPilih(kini),
        versi: { nama: medanVersi(kini), nilai: String(kini.versi) },
        area: !PILIHAN.includes(kini.medan),
        nilai: kiriman.nilai,
        teks: baca(kini.medan, kiriman.nilai),
        server: baca(kini.medan, kini.nilai),
        oleh: `${kini.olehNama}, ${waktuIndonesia(tempat.instansi.zonaWaktu, kini.pada)}`,
      })),
    },
    409,
  );
}

/** A value as people read it. */
export function sebutanNilai(medan: MedanLaporan, nilai: string, pejabat: readonly Pejabat[]): string {
  if (nilai.trim() === '') return '(kosong)';
  const daftar: Readonly<Record<string, string>> =
    medan === 'status' ? NAMA_STATUS : medan === 'alasan' ? ALASAN_TIDAK_DAPAT : {};
  if (medan === 'penugasan') return pejabat.find((p) => p.id === nilai)?.nama ?? 'Pejabat lain';
  return Object.hasOwn(daftar, nilai) ? (daftar[nilai] ?? nilai) : nilai;
}
