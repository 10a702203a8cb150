import { Injectable } from '@nestjs/common';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import type { Pelaku, Peran } from '../pelaku';
import { PemberitahuanService, type Pemberitahuan } from '../pemberitahuan/pemberitahuan.service';
import { KotakKeluar } from '../surat/kotak-keluar.service';
import { Jam } from '../../shared/jam';
import { SesiQuery, type SesiTerdaftar } from '../sesi/sesi.query';
import { Transaksi } from '../../database/transaksi';
import { TotpService } from '../totp/totp.service';

/** A role that an agency offers; `disetujui`: agreed, and waiting for a link of that agency. */
export interface UndanganAkun {
  readonly id: string;
  readonly instansi: string;
  readonly peran: Peran;
  readonly unit: string | null;
  readonly pengundang: string;
  readonly dibuat: Date;
  readonly keadaan: 'menunggu' | 'disetujui';
}

/** All that the account page shows. */
export interface Akun {
  readonly akun: Pengguna;
  readonly sesi: readonly SesiTerdaftar[];
  readonly totpWajib: boolean;
  readonly sisaPemulihan: number;
  readonly undangan: readonly UndanganAkun[];
  readonly pemberitahuan: readonly Pemberitahuan[];
  /** the mailbox can be proven from here */
  readonly lewatSurat: boolean;
}

@Injectable()
export class AkunQuery {
  constructor(
    private readonly pengguna: PenggunaQuery,
    private readonly sesi: SesiQuery,
    private readonly totp: TotpService,
    private readonly pemberitahuan: PemberitahuanService,
    private readonly kotak: KotakKeluar,
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
  ) {}

  async satu(pelaku: Pelaku): Promise<Akun> {
    const akun = await this.pengguna.satu(pelaku.penggunaId);
    if (!akun) throw new Error('Akun sesi ini tidak ada');
    return {
      akun,
      sesi: await this.sesi.daftar(akun.id),
      totpWajib: await this.pengguna.totpWajib(akun.id, this.transaksi.konteks.oleh),
      sisaPemulihan: akun.totpSejak === null ? 0 : await this.totp.sisaPemulihan(akun.id),
      undangan: await this.undangan(akun.id),
      pemberitahuan: await this.pemberitahuan.daftar(akun.id),
      lewatSurat: this.kotak.aktif,
    };
  }

  /** As the person, who sees their own in any agency. */
  private undangan(penggunaId: string): Promise<UndanganAkun[]> {
    return this.transaksi.sebagai({ ...this.transaksi.konteks, pengguna: penggunaId, instansi: [], operator: false }, (manager) =>
      manager.query<UndanganAkun[]>(
        `SELECT id, instansi_nama AS instansi, peran, unit_nama AS unit, pengundang_nama AS pengundang, dibuat, keadaan FROM undangan_peran
         WHERE pengguna_id = $1 AND keadaan IN ('menunggu', 'disetujui') AND berakhir > $2 ORDER BY dibuat DESC, id`,
        [penggunaId, this.jam.sekarang()],
      ),
    );
  }
}
