import { Matches } from 'class-validator';
import { SalahSatu, SatuBaris, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';
import { bacaPeriode } from '../../shared/periode';
import type { IsiRencana } from '../susun/rencana.service';

export class UbahRencanaDto {
  @SatuBaris()
  @TeksWajib('Tuliskan judul rencana', 1000)
  judul = '';

  /** kode */
  @TeksBoleh(100)
  survei = '';

  @Matches(/^(|\d{4}(-(S[12]|TW[1-4]|0[1-9]|1[0-2]))?)$/, {
    message: 'Tulis periodenya seperti 2026, 2026-S1, 2026-TW2, atau 2026-04',
  })
  @TeksBoleh(8)
  periode = '';

  @SalahSatu(['triwulan', 'bulan'], 'Pilih satuan jadwalnya')
  satuanJadwal = '';

  /** kode of the plan before */
  @TeksBoleh(100)
  asal = '';

  @TeksBoleh(12)
  versi = '';
}

export class BuatRencanaDto extends UbahRencanaDto {
  @TeksWajib('Tuliskan kode rencana', 100)
  kode = '';
}

export class AlasanDto {
  @TeksWajib('Tuliskan alasannya', 1000)
  alasan = '';
}

const TANPA_SIDIK = 'Baca dahulu rencananya pada halaman ini, lalu kirim dari sini';

/** An act on the plan as it was read. */
export class SidikDto {
  @TeksWajib(TANPA_SIDIK, 40)
  sidik = '';
}

/** The same, with a reason. */
export class AlasanSidikDto extends AlasanDto {
  @TeksWajib(TANPA_SIDIK, 40)
  sidik = '';
}

export function isiRencana(dto: UbahRencanaDto): IsiRencana {
  return {
    judul: dto.judul,
    survei: dto.survei || null,
    periode: bacaPeriode(dto.periode),
    satuanJadwal: dto.satuanJadwal === 'bulan' ? 'bulan' : 'triwulan',
    asal: dto.asal || null,
  };
}
