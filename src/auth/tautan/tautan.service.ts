import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { Jam } from '../../shared/jam';
import type { Pengguna } from '../pengguna.query';
import { SandiService } from '../sandi/sandi.service';
import { SesiService } from '../sesi/sesi.service';
import { bentukToken, buatToken, sidikToken } from '../token';
import { MASA_TAUTAN } from './surat.view';
import type { JenisTautan } from './tautan-akun.entity';

/** A link that can still be used, and whose it is. */
export interface TautanSah {
  readonly id: string;
  readonly jenis: JenisTautan;
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
}

/** Links that work once, for a time, for one account: only their digest is kept. */
@Injectable()
export class TautanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly sandi: SandiService,
    private readonly sesi: SesiService,
    private readonly audit: AuditService,
    private readonly jam: Jam,
  ) {}

  /** A new link; earlier ones of the account end. @param dikirim by mail, not handed over @returns its path */
  buat(akun: Pick<Pengguna, 'id' | 'nama'>, jenis: JenisTautan, dikirim: boolean): Promise<string> {
    const token = buatToken();
    const kini = this.jam.sekarang();
    const berakhir = new Date(kini.getTime() + MASA_TAUTAN[jenis] * 3_600_000);
    return this.transaksi.jalankan(async (manager) => {
      await this.hanguskan(akun.id);
      await manager.query(
        'INSERT INTO tautan_akun (id, pengguna_id, jenis, sidik, dibuat, berakhir) VALUES ($1, $2, $3, $4, $5, $6)',
        [randomUUID(), akun.id, jenis, sidikToken(token), kini, berakhir],
      );
      const sasaran = { jenis: 'pengguna', id: akun.id, nama: akun.nama };
      await this.audit.catat('tautan.buat', { instansiId: null, sasaran, sebelum: null, sesudah: { jenis, dikirim } });
      return `/${jenis === 'undangan' ? 'undangan' : 'atur-ulang'}/${token}`;
    });
  }

  /** Null for one that is forged, expired, used, ended, or of another kind: which of these, nobody is told. */
  async cari(token: string, jenis: JenisTautan): Promise<TautanSah | null> {
    if (!bentukToken(token)) return null;
    const [baris] = await this.transaksi.manager.query<TautanSah[]>(
      `SELECT t.id, t.jenis, t.pengguna_id AS "penggunaId", p.nama, p.surel
       FROM tautan_akun t JOIN pengguna p ON p.id = t.pengguna_id
       WHERE t.sidik = $1 AND t.jenis = $2 AND t.dipakai IS NULL AND t.berakhir > $3 AND p.dinonaktifkan IS NULL`,
      [sidikToken(token), jenis, this.jam.sekarang()],
    );
    return baris ?? null;
  }

  /**
   * Sets the password, uses the link up, ends every session and forgets every known browser but this one.
   * @returns the token of this browser as a known one; null when somebody else was faster
   */
  async pakai(tautan: TautanSah, sandi: string, tokenPerangkat: string | undefined): Promise<string | null> {
    const tersimpan = await this.sandi.buat(sandi);
    return this.transaksi.jalankan(async (manager) => {
      const kini = this.jam.sekarang();
      const [terpakai] = await manager.query<[unknown[], number]>(
        'UPDATE tautan_akun SET dipakai = $2 WHERE id = $1 AND dipakai IS NULL AND berakhir > $2 RETURNING id',
        [tautan.id, kini],
      );
      if (terpakai.length === 0) return null;
      await manager.query('UPDATE pengguna SET sandi = $2 WHERE id = $1', [tautan.penggunaId, tersimpan]);
      await this.hanguskan(tautan.penggunaId);
      await this.sesi.akhiriSemua(tautan.penggunaId, null);
      await this.sesi.lupakanPerangkat(tautan.penggunaId);
      const oleh = { penggunaId: tautan.penggunaId, nama: tautan.nama, jabatan: null };
      const sasaran = { jenis: 'pengguna', id: tautan.penggunaId, nama: tautan.nama };
      await this.audit.catat('tautan.pakai', {
        instansiId: null,
        sasaran,
        oleh,
        sebelum: null,
        sesudah: { jenis: tautan.jenis },
      });
      return this.sesi.ingatPerangkat(tautan.penggunaId, tokenPerangkat);
    });
  }

  /** After a change of password, links on their way lead nowhere any more. */
  async hanguskan(penggunaId: string): Promise<void> {
    await this.transaksi.manager.query('UPDATE tautan_akun SET dipakai = $2 WHERE pengguna_id = $1 AND dipakai IS NULL', [
      penggunaId,
      this.jam.sekarang(),
    ]);
  }
}
