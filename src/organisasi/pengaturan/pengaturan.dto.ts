import { Matches, ValidateBy, ValidateIf } from 'class-validator';
import { SalahSatu, SatuBaris, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';
import { BARIS_KOP_TERBANYAK } from '../organisasi.rules';

export const ZONA = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'] as const;

/** An agency may keep the zone that its paket named. */
export function zonaDikenal(zona: string): boolean {
  try {
    new Intl.DateTimeFormat('id', { timeZone: zona });
    return /^[A-Za-z]/.test(zona);
  } catch {
    return false;
  }
}

const barisKop = (teks: string): string[] =>
  teks
    .split('\n')
    .map((b) => b.trim())
    .filter(Boolean);

export class UbahPengaturanDto {
  @SatuBaris()
  @TeksWajib('Tuliskan nama instansi', 300)
  nama = '';

  @SatuBaris()
  @TeksWajib('Tuliskan singkatannya', 100)
  singkatan = '';

  @SatuBaris()
  @TeksWajib('Tuliskan kotanya; tercetak pada tempat dan tanggal laporan', 100)
  kota = '';

  @ValidateBy(
    { name: 'zona', validator: { validate: (v) => typeof v === 'string' && zonaDikenal(v) } },
    { message: 'Pilih zona waktunya' },
  )
  zonaWaktu = '';

  @SatuBaris()
  @TeksBoleh(300)
  situs = '';

  @ValidateBy(
    { name: 'kop', validator: { validate: (v) => typeof v === 'string' && barisKop(v).length <= BARIS_KOP_TERBANYAK } },
    { message: `Paling banyak ${BARIS_KOP_TERBANYAK} baris` },
  )
  @TeksBoleh(1000)
  kopSurat = '';

  @SalahSatu(['a4', 'f4'], 'Pilih ukuran kertasnya')
  kertas = '';

  @SalahSatu(['', 'ya', 'tidak'], 'Pilih cara menulis nilai')
  skalaGanda = '';

  @Matches(/^([1-9]|1\d|20)$/, { message: 'Tuliskan bilangan bulat dari 1 sampai 20' })
  jumlahPrioritas = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}

export { barisKop };

export class UbahAturanDto {
  @SalahSatu(['kegiatan', 'prioritas'], 'Pilih yang dihitung')
  satuan = '';

  /** comma or point; up to two decimals */
  @Matches(/^(0([.,]\d{1,2})?|1([.,]0{1,2})?)$/, { message: 'Tuliskan angka dari 0 sampai 1, misalnya 0,5' })
  bobotSebagian = '';

  @ValidateIf((_, v) => v !== '')
  @SalahSatu(['klaim', 'terverifikasi'], 'Pilih dasarnya')
  dasar = '';

  @SalahSatu(['dalam-penyebut', 'dikecualikan'], 'Pilih perlakuan untuk yang tidak dapat dilaksanakan')
  tidakDapat = '';

  @SalahSatu(['dihitung', 'tidak'], 'Pilih perlakuan untuk kegiatan pengganti')
  pengganti = '';

  @TeksWajib('Tuliskan alasan atau dasar perubahannya', 1000)
  alasan = '';
}
