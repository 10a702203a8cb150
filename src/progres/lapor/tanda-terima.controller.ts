import { Controller, Get, Param } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { ALAMAT_SLOT, type AlamatSlot } from './alamat-slot';
import { BukaTandaTerima } from './buka-tanda-terima';
import { tandaTerimaView } from './tanda-terima.view';

@Controller(`${ALAMAT_SLOT}/tanda-terima`)
export class TandaTerimaController {
  constructor(private readonly tandaTerima: BukaTandaTerima) {}

  @Get(':putaran')
  @Izin('rencana.lihat')
  async halaman(@Param() alamat: AlamatSlot, @Param('putaran') putaran: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const { tempat, tandaTerima } = await this.tandaTerima.buka(alamat, putaran, pelaku);
    return tandaTerimaView(tempat, tandaTerima);
  }
}
