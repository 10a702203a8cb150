import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { kirim } from '../../organisasi/halaman.view';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { SaranTindakLanjutQuery } from '../../rtl/saran/saran-tindak-lanjut.query';
import { galatMedan, type GalatMedan, type Ketikan } from '../../shared/isian';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { lanjutSaran } from '../../survei/saran/bingkai-saran.view';
import type { SaranTersimpan } from '../../survei/saran/saran.query';
import { BukaSaran, jalurSaran, type TempatSaran } from '../../survei/saran/tempat-saran';
import { KaitkanSaranDto, KegiatanDariSaranDto, PrioritasDariSaranDto } from './saran-prioritas.dto';
import { SaranPrioritasService } from './saran-prioritas.service';
import { kaitkanView, kegiatanBaruView, prioritasBaruView } from './saran-prioritas.view';

interface Alamat {
  readonly instansi: string;
  readonly survei: string;
  readonly saran: string;
}

type Isian = { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] } | null;

/** From a suggestion into the plan. */
@Controller('instansi/:instansi/survei/:survei/saran/:saran')
export class SaranPrioritasController {
  constructor(
    private readonly buka: BukaSaran,
    private readonly query: SaranTindakLanjutQuery,
    private readonly unit: UnitQuery,
    private readonly service: SaranPrioritasService,
  ) {}

  @Get('prioritas-baru')
  @Izin('saran.kelola')
  async halamanPrioritas(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const { tempat, saran } = await this.bahan(p, pelaku);
    return this.prioritasView(tempat, saran, null);
  }

  @Post('prioritas-baru')
  @Izin('saran.kelola')
  async prioritas(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const { tempat, saran } = await this.bahan(p, pelaku);
    return kirim(
      PrioritasDariSaranDto,
      badan,
      async (dto) => {
        bukanNihil(saran, 'rencana');
        await this.service.prioritasBaru(tempat, saran, dto);
        return selesai(tempat, saran, 'Prioritas sudah dibuat dari saran ini.');
      },
      (ketikan, galat) => this.prioritasView(tempat, saran, { ketikan, galat }),
    );
  }

  @Get('kegiatan-baru')
  @Izin('saran.kelola')
  async halamanKegiatan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const { tempat, saran } = await this.bahan(p, pelaku);
    return this.kegiatanView(tempat, saran, null);
  }

  @Post('kegiatan-baru')
  @Izin('saran.kelola')
  async kegiatan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const { tempat, saran } = await this.bahan(p, pelaku);
    return kirim(
      KegiatanDariSaranDto,
      badan,
      async (dto) => {
        bukanNihil(saran, 'prioritas');
        await this.service.kegiatanBaru(tempat, saran, dto);
        return selesai(tempat, saran, 'Kegiatan sudah dibuat dari saran ini.');
      },
      (ketikan, galat) => this.kegiatanView(tempat, saran, { ketikan, galat }),
    );
  }

  @Get('kaitkan')
  @Izin('saran.kelola')
  async halamanKaitkan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const { tempat, saran } = await this.bahan(p, pelaku);
    return this.kaitkanView(tempat, saran, null);
  }

  @Post('kaitkan')
  @Izin('saran.kelola')
  async kaitkan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const { tempat, saran } = await this.bahan(p, pelaku);
    return kirim(
      KaitkanSaranDto,
      badan,
      async (dto) => {
        bukanNihil(saran, 'tujuan');
        await this.service.kaitkan(tempat, saran, dto);
        return selesai(tempat, saran, 'Saran sudah dikaitkan.');
      },
      (ketikan, galat) => this.kaitkanView(tempat, saran, { ketikan, galat }),
    );
  }

  private async bahan(p: Alamat, pelaku: Pelaku): Promise<{ tempat: TempatSaran; saran: SaranTersimpan }> {
    const tempat = await this.buka.survei(p.instansi, p.survei, pelaku);
    return { tempat, saran: await this.buka.satu(tempat, p.saran) };
  }

  private async prioritasView(tempat: TempatSaran, saran: SaranTersimpan, isian: Isian): Promise<Halaman> {
    return prioritasBaruView(tempat, saran, await this.query.rencanaDraf(tempat.instansi.id, tempat.survei.id), isian);
  }

  private async kegiatanView(tempat: TempatSaran, saran: SaranTersimpan, isian: Isian): Promise<Halaman> {
    const tujuan = await this.query.tujuan(tempat.instansi.id, tempat.survei.id, true);
    return kegiatanBaruView(tempat, saran, tujuan, await this.unit.aktif(tempat.instansi.id), isian);
  }

  private async kaitkanView(tempat: TempatSaran, saran: SaranTersimpan, isian: Isian): Promise<Halaman> {
    return kaitkanView(tempat, saran, await this.query.tujuan(tempat.instansi.id, tempat.survei.id, false), isian);
  }
}

function selesai(tempat: TempatSaran, { nomor }: SaranTersimpan, kabar: string): Alihan {
  return lanjutSaran(jalurSaran(tempat, String(nomor)), kabar);
}

function bukanNihil({ status }: SaranTersimpan, medan: string): void {
  if (status === 'nihil') throw galatMedan(medan, 'Jawaban ini tidak memuat saran, jadi tidak ada yang ditindaklanjuti');
}
