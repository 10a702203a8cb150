import { punyaIzinDi } from '../auth/izin';
import type { Pelaku } from '../auth/pelaku';
import { type JenisLaporan } from '../laporan/laporan.rules';
import { teksBilangan, teksIndonesia, rasional } from '../shared/desimal';
import { jalur, kueri, teksKueri } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import { hitunganView } from './hitungan.view';
import { kerangka } from './kerangka.view';
import { ubinRencana } from './rencana-ubin.view';
import { kesiapanView } from './rencana/kesiapan.view';
import { matriksView } from './rencana/matriks-halaman.view';
import { pilihMatriks, type BahanRencana } from './rencana/pilihan-matriks';
import { kunciRencana, riwayatView } from './rencana/riwayat.view';
import { halamanLain, tombolRencana } from './rencana/tombol.view';
import { tandaRencana } from './tanda.view';
import { temuanView } from './temuan.view';
import { keteranganWaktu, kueriWaktu, pitaWaktu } from './waktu.view';

export const NAMA_LAPORAN: Readonly<Record<JenisLaporan, string>> = {
  'hasil-tindak-lanjut': 'Laporan Hasil Tindak Lanjut',
  'monitoring-evaluasi': 'Laporan Monitoring dan Evaluasi',
  skm: 'Laporan SKM',
  'capaian-rencana-aksi': 'Laporan Capaian Rencana Aksi',
};

export interface BahanHalamanRencana extends BahanRencana {
  /** whoever asks: the page shows what this person may do */
  readonly pelaku: Pelaku;
}

export function rencanaView(bahan: BahanHalamanRencana): object {
  const { berkas } = bahan;
  const { instansi, rencana } = berkas;
  const pilihan = pilihMatriks(bahan);
  const { alamat, waktu, hasil, tetap, rinci, satuan } = pilihan;
  const bawa = kueriWaktu(waktu);
  const susun = punyaIzinDi(bahan.pelaku, 'rencana.susun', rinci.instansiId);
  return {
    kerangka: kerangka({
      judul: rencana.judul,
      instansi,
      keterangan: keteranganWaktu(waktu),
      remah: [
        { teks: 'Rencana', tautan: jalur('instansi', instansi.kode, 'rencana') },
        ...(rencana.survei === undefined
          ? []
          : [{ teks: rencana.survei, tautan: jalur('instansi', instansi.kode, 'survei', rencana.survei) }]),
        { teks: rencana.kode },
      ],
      pita: pitaWaktu(alamat, waktu, satuan === rencana.satuanJadwal ? {} : { satuan }),
      waktu: bawa,
      lanskap: true,
      sekarang: bahan.sekarang,
    }),
    judul: rencana.judul,
    status: tandaRencana(rencana.status),
    kunci: kunciRencana(rencana.status, rinci, instansi.zonaWaktu),
    anak: `${teksBilangan(hasil.kegiatan.length)} kegiatan dalam ${teksBilangan(rencana.prioritas.length)} prioritas.`,
    pdf: { a4: `${alamat}/laporan.pdf`, f4: `${alamat}/laporan.pdf?kertas=f4` },
    tombol: tombolRencana(rencana, bahan.pelaku, rinci, alamat),
    halamanLain: halamanLain(rencana.status, rinci, alamat, jalur('instansi', instansi.kode, 'triwulan')),
    // In a draf the page of the workbook has it.
    buku: rencana.status === 'draf' && susun ? null : `${alamat}/buku-kerja.xlsx`,
    kesiapan: kesiapanView(berkas, pilihan, susun),
    hitungan: hitunganView(hasil.realisasi, alamat, tetap, teksKueri(bahan.kueri['hh'])),
    ubin: ubinRencana(hasil, berkas, alamat, tetap),
    matriks: matriksView(bahan, pilihan),
    temuan: temuanView(hasil.temuan, { instansi: instansi.kode, rencana: rencana.kode, waktu: bawa }),
    riwayat: riwayatView(rinci, instansi.zonaWaktu, alamat, bawa),
    laporan: berkas.laporan.map((l) => ({
      nama: NAMA_LAPORAN[l.jenis],
      tanggal: `${l.tempat}, ${tanggalIndonesia(l.tanggal)}`,
      penandatangan: `${l.penandatangan.nama}, ${l.penandatangan.jabatan}`,
      tertulis: l.persenTertulis === undefined ? null : `tertulis ${teksIndonesia(rasional(l.persenTertulis))}%`,
      tautan: kueri(`${alamat}/laporan.pdf`, { jenis: l.jenis }),
    })),
  };
}
