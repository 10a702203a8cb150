import { SalahSatu, TanggalBoleh, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

const TINDAKAN = ['buka', 'kunci'] as const;

/** Opening or locking periods for the whole agency. */
export class KelolaJendelaDto {
  @SalahSatu(TINDAKAN, 'Pilih membuka atau mengunci')
  tindakan = '';

  @TanggalBoleh()
  mulai = '';

  @TanggalBoleh()
  batas = '';

  @TeksBoleh(1000)
  alasan = '';
}

/** The same for slots of their own: what is exceptional says why. */
export class KelolaSlotDto {
  @SalahSatu(TINDAKAN, 'Pilih membuka atau mengunci')
  tindakan = '';

  @TanggalBoleh()
  mulai = '';

  @TanggalBoleh()
  batas = '';

  @TeksWajib('Tuliskan alasannya; unit dan pemeriksa membacanya', 1000)
  alasan = '';
}
