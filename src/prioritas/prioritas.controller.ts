import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { Organisasi } from '../organisasi/tempat';
import { jalurRencana } from '../rtl/halaman/halaman-rtl.view';
import { bacaIsian, bacaKetikan, GalatIsian } from '../shared/isian';
import { berhasil, type Kabar } from '../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { BahanPrioritasQuery } from './bahan-prioritas.query';
import { GalatUrutanBerubah, prioritasTidakAda } from './galat-prioritas';
import { LanjutanQuery } from './lanjutan.query';
import { LewatiService } from './lewati.service';
import { AmbilUsulanDto, PindahPrioritasDto } from './prioritas.dto';
import { PrioritasService } from './prioritas.service';
import { prioritasView } from './prioritas.view';

/** The page of a plan's priorities, and the acts that need no form of their own: each leads back to it. */
@Controller('instansi/:instansi/rencana/:rencana')
export class PrioritasController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly bahan: BahanPrioritasQuery,
    private readonly lanjutan: LanjutanQuery,
    private readonly prioritas: PrioritasService,
    private readonly lewati: LewatiService,
  ) {}

  @Get('prioritas')
  @Izin('rencana.lihat')
  async halaman(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const bahan = await this.bahan.semua(tempat, rencana);
    const lanjutan = bahan.rencana.status === 'draf' ? (await this.lanjutan.cari(tempat, bahan)).filter((k) => k.dilanjutkan === null) : []; // prettier-ignore
    return prioritasView(tempat, bahan, lanjutan.length);
  }

  @Post('prioritas/ambil')
  @Izin('prioritas.kelola')
  async ambil(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { unsur } = bacaIsian(AmbilUsulanDto, bacaKetikan(badan));
    return this.kembali(tempat, rencana, async () => {
      const n = await this.prioritas.ambil(tempat, rencana, unsur);
      return n === 0
        ? { nada: 'catatan', teks: 'Tidak ada usulan yang menunggu keputusan.' }
        : berhasil(n === 1 ? 'Usulan sudah menjadi prioritas.' : `${n} usulan sudah menjadi prioritas.`);
    });
  }

  @Post('prioritas/:prioritas/pindah')
  @Izin('prioritas.kelola')
  async pindah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('prioritas') prioritas: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { arah, no } = bacaIsian(PindahPrioritasDto, bacaKetikan(badan));
    return this.kembali(tempat, rencana, async () => {
      await this.prioritas.pindah(tempat, rencana, prioritas, arah === 'naik' ? 'naik' : 'turun', no);
      return berhasil('Urutan prioritas sudah diubah.');
    });
  }

  @Post('prioritas-lewati/:unsur/batal')
  @Izin('prioritas.kelola')
  async batalLewati(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('unsur') unsur: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const bahan = await this.bahan.pilihan(tempat, await this.bahan.rencana(tempat, rencana));
    if (!bahan.dilewati.has(unsur) && !bahan.usulan.some((u) => u.unsur === unsur)) throw prioritasTidakAda(tempat, rencana);
    return this.kembali(tempat, rencana, async () => {
      await this.lewati.batal(tempat, rencana, unsur);
      return berhasil(`${unsur} tidak dilewati lagi, dan menunggu keputusan.`);
    });
  }

  /** These have nothing typed to keep: what cannot be done is told on the page itself. */
  private async kembali(
    tempat: Parameters<typeof jalurRencana>[0],
    rencana: string,
    kerja: () => Promise<Kabar>,
  ): Promise<Alihan> {
    const tautan = jalurRencana(tempat, rencana, 'prioritas');
    try {
      return new Alihan(tautan, await kerja());
    } catch (galat) {
      if (galat instanceof GalatIsian || galat instanceof GalatUrutanBerubah)
        return new Alihan(tautan, { nada: 'gagal', teks: galat.message });
      throw galat;
    }
  }
}
