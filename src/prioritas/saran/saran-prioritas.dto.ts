import { SalahSatu, SatuBaris, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

export class PrioritasDariSaranDto {
  /** code of a plan in state draf */
  @TeksWajib('Pilih rencananya', 100)
  rencana = '';

  @SatuBaris()
  @TeksWajib('Tuliskan judul prioritasnya', 300)
  judul = '';

  @SalahSatu(['ya', 'tidak'], 'Pilih apakah prioritas ini tentang unsur sarannya')
  denganUnsur = '';

  @TeksWajib('Tuliskan alasannya; laporan mencetaknya', 2000)
  alasan = '';
}

export class KegiatanDariSaranDto {
  /** id of a prioritas in a plan in state draf */
  @TeksWajib('Pilih prioritasnya', 100)
  prioritas = '';

  @SatuBaris()
  @TeksBoleh(100)
  kode = '';

  @TeksWajib('Tuliskan kegiatannya', 2000)
  uraian = '';

  /** periods, `2026-TW1 2026-TW2` */
  @TeksWajib('Tuliskan jadwalnya, misalnya 2026-TW1, 2026-TW2', 500)
  jadwal = '';

  /** code of a unit */
  @TeksWajib('Pilih unit penanggung jawabnya', 100)
  unit = '';
}

export class KaitkanSaranDto {
  /** `p:<id>` or `k:<id>` */
  @TeksWajib('Pilih prioritas atau kegiatannya', 100)
  tujuan = '';
}
