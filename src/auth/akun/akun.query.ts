import { Injectable } from '@nestjs/common';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import type { Pelaku } from '../pelaku';
import { SesiQuery, type SesiTerdaftar } from '../sesi/sesi.query';
import { Transaksi } from '../../database/transaksi';
import { TotpService } from '../totp/totp.service';

/** All that the account page shows. */
export interface Akun {
  readonly akun: Pengguna;
  readonly sesi: readonly SesiTerdaftar[];
  readonly totpWajib: boolean;
  readonly sisaPemulihan: number;
}

@Injectable()
export class AkunQuery {
  constructor(
    private readonly pengguna: PenggunaQuery,
    private readonly sesi: SesiQuery,
    private readonly totp: TotpService,
    private readonly transaksi: Transaksi,
  ) {}

  async satu(pelaku: Pelaku): Promise<Akun> {
    const akun = await this.pengguna.satu(pelaku.penggunaId);
    if (!akun) throw new Error('Akun sesi ini tidak ada');
    return {
      akun,
      sesi: await this.sesi.daftar(akun.id),
      totpWajib: await this.pengguna.totpWajib(akun.id, this.transaksi.konteks.oleh),
      sisaPemulihan: akun.totpSejak === null ? 0 : await this.totp.sisaPemulihan(akun.id),
    };
  }
}
