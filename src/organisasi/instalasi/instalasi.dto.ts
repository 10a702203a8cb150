import { Matches, IsIn } from 'class-validator';
import { SatuBaris, TeksWajib } from '../../shared/aturan-isian';
import { ZONA } from '../pengaturan/pengaturan.dto';

export class AdminPertamaDto {
  @SatuBaris()
  @TeksWajib('Tuliskan nama admin pertama', 200)
  adminNama = '';

  @SatuBaris()
  @TeksWajib('Tuliskan surel admin pertama', 254)
  adminSurel = '';
}

export class BuatInstansiDto extends AdminPertamaDto {
  @Matches(/^[A-Z0-9][A-Z0-9.-]*$/, { message: 'Pakai huruf besar, angka, titik, atau tanda hubung, misalnya KPU-TANGERANG' })
  @TeksWajib('Tuliskan kode instansi', 60)
  kode = '';

  @SatuBaris()
  @TeksWajib('Tuliskan nama instansi', 300)
  nama = '';

  @SatuBaris()
  @TeksWajib('Tuliskan singkatannya', 100)
  singkatan = '';

  @SatuBaris()
  @TeksWajib('Tuliskan kotanya', 100)
  kota = '';

  @IsIn([...ZONA], { message: 'Pilih zona waktunya' })
  zonaWaktu = '';
}
