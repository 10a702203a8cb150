import { namaPeriodeLengkap, periode } from '../../shared/periode';
import { Halaman } from '../../shared/tampilan/tampilan';
import { tanggalIndonesia, waktuIndonesia } from '../../shared/tanggal';
import { bingkaiLapor } from './bingkai-lapor.view';
import { isiPengajuanView } from './isi-pengajuan.view';
import type { TandaTerima } from './tanda-terima.query';
import { jalurLapor, type TempatLapor } from './tempat-lapor';

export interface FaktaTandaTerima {
  readonly nama: string;
  readonly teks: string;
}

/** What a receipt says first: number, period in words, time with its zone, both names. */
export function faktaTandaTerima(tempat: TempatLapor, p: TandaTerima): FaktaTandaTerima[] {
  const { instansi, rencana, kegiatan, periode: kode } = tempat;
  const sebut = (nama: string, jabatan: string | null) => (jabatan === null ? nama : `${nama}, ${jabatan}`);
  return [
    { nama: 'Nomor', teks: p.nomor },
    { nama: 'Instansi', teks: instansi.nama },
    { nama: 'Rencana', teks: `${rencana.kode} ${rencana.judul}` },
    { nama: 'Kegiatan', teks: `${kegiatan.kode} ${kegiatan.uraian}` },
    { nama: 'Periode', teks: namaPeriodeLengkap(periode(kode)) },
    { nama: 'Diterima', teks: waktuIndonesia(instansi.zonaWaktu, p.pada) },
    { nama: 'Pengajuan ke', teks: String(p.putaran) },
    { nama: 'Atas nama', teks: sebut(p.atasNama, p.atasNamaJabatan) },
    { nama: 'Diajukan oleh', teks: sebut(p.olehNama, p.olehJabatan) },
    ...(p.batas === null
      ? []
      : [{ nama: 'Batas waktu', teks: `${tanggalIndonesia(p.batas)}, ${p.terlambat ? 'terlambat' : 'tepat waktu'}` }]),
    { nama: 'Sidik isi (SHA-256)', teks: p.sidik },
  ];
}

/** The receipt; its heading takes the focus, for it is what the person waited for. */
export function tandaTerimaView(tempat: TempatLapor, p: TandaTerima): Halaman {
  const judul = `Tanda terima ${p.nomor}`;
  return new Halaman('progres/tanda-terima', {
    kerangka: bingkaiLapor(tempat, judul),
    judul,
    anak: 'Laporan sudah diterima dan menunggu pemeriksaan orang lain. Simpan tanda terima ini bila perlu.',
    pdf: jalurLapor(tempat, 'tanda-terima', String(p.putaran), 'cetak.pdf'),
    laporan: jalurLapor(tempat),
    fakta: faktaTandaTerima(tempat, p),
    isi: isiPengajuanView(tempat, p),
  });
}
