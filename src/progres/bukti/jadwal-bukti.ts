import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { bacaKonfigurasi } from '../../config';
import { Jadwal, JADWAL } from '../../database/jadwal';
import { KesesuaianBerkas, UMUR_SISA } from './objek/kesesuaian.service';
import { CekTautanService } from './tautan/cek-tautan.service';

/** What goes on by itself with evidence. A failure is told in the log, and the next run does it. */
@Injectable()
export class JadwalBukti {
  private readonly catatan = new Logger(JadwalBukti.name);
  private readonly cekTautan = bacaKonfigurasi().cekTautan;

  constructor(
    private readonly jadwal: Jadwal,
    private readonly kesesuaian: KesesuaianBerkas,
    private readonly tautan: CekTautanService,
  ) {}

  @Cron(JADWAL['sapu-berkas'].cron)
  async sapu(): Promise<void> {
    await this.coba(() => this.jadwal.sekali('sapu-berkas', () => this.kesesuaian.sapu(new Date(Date.now() - UMUR_SISA))));
  }

  @Cron(JADWAL['cek-tautan'].cron)
  async cek(): Promise<void> {
    if (!this.cekTautan) return;
    await this.coba(() => this.jadwal.sekali('cek-tautan', () => this.tautan.jalankan()));
  }

  private async coba(kerja: () => Promise<unknown>): Promise<void> {
    try {
      await kerja();
    } catch (galat) {
      this.catatan.warn(galat);
    }
  }
}
