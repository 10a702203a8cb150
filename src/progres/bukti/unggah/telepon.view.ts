import { namaPeriode, namaPeriodeLengkap, periode } from '../../../shared/periode';
import { gambarQr } from '../../../shared/tampilan/gambar-qr';
import { kerangkaUmum } from '../../../shared/tampilan/kerangka';
import { Halaman } from '../../../shared/tampilan/tampilan';
import { jalur } from '../../../shared/tampilan/tautan';
import { waktuIndonesia } from '../../../shared/tanggal';
import { jalurLapor, type Bagian, type TempatLapor } from '../../lapor/tempat-lapor';
import { BERKAS_TERBESAR, JENIS_DITERIMA, KALIMAT_BATAS } from '../objek/batas';
import { bingkaiBukti } from './bukti.view';
import { medanSasaran } from './medan-bukti';
import type { Telepon } from './telepon.service';

export const jalurTelepon = (token: string, ...akhir: readonly string[]): string => jalur('t', token, ...akhir);

/** The code, shown once: its token is stored nowhere. @param asal scheme and host by which people reach us */
export function teleponBukaView(
  tempat: TempatLapor,
  bagian: Bagian,
  { id, token, berakhir }: { readonly id: string; readonly token: string; readonly berakhir: Date },
  asal: string,
): Halaman {
  const alamat = asal + jalurTelepon(token);
  const judul = 'Foto dengan ponsel';
  return new Halaman('progres/telepon-buka', {
    kerangka: { ...bingkaiBukti(tempat, judul), alamat: jalurLapor(tempat) },
    judul,
    anak: `${tempat.kegiatan.kode} ${tempat.kegiatan.uraian} · ${namaPeriodeLengkap(periode(tempat.periode))}`,
    bagian,
    berakhir: berakhir.toISOString(),
    qr: gambarQr(alamat),
    alamat,
    sampai: waktuIndonesia(tempat.instansi.zonaWaktu, berakhir),
    cabut: jalurLapor(tempat, 'telepon', id, 'cabut'),
    kembali: jalurLapor(tempat),
  });
}

/** The bare page of the telephone. @param terkirim what came in with this form */
export function teleponView(
  { tempat, bagian, berakhir }: Telepon,
  token: string,
  { galat = [], terkirim = null }: { readonly galat?: readonly string[]; readonly terkirim?: string | null } = {},
): Halaman {
  const { instansi, kegiatan } = tempat;
  const konteks = {
    kerangka: {
      ...kerangkaUmum('Unggah foto'),
      gaya: ['lapor.css'],
      skrip: ['telepon.js', 'unggah.js'],
      alamat: jalurTelepon(token),
    },
    judul: `${galat.length === 1 ? 'Satu hal' : `${galat.length} hal`} belum tersimpan`,
    galat: galat.map((g) => `${g}.`),
    terkirim,
    untuk: `${instansi.singkatan} · ${kegiatan.kode} ${kegiatan.uraian} · laporan ${namaPeriode(periode(tempat.periode))}`,
    aksi: jalurTelepon(token),
    bagian,
    bitaTerbanyak: BERKAS_TERBESAR,
    medan: medanSasaran('berkas', { bagian, diharapkan: null, surat: false, menggantikan: null }),
    batas: KALIMAT_BATAS,
    diterima: JENIS_DITERIMA,
    sampai: waktuIndonesia(instansi.zonaWaktu, berakhir),
  };
  return new Halaman('progres/telepon', konteks, galat.length > 0 ? 422 : 200);
}
