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
import type { JenisTautan, LewatTautan } from './tautan-akun.entity';

/** A link that can still be used, and whose it is. */
export interface TautanSah {
  readonly id: string;
  readonly jenis: JenisTautan;
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  readonly lewat: LewatTautan;
  /** the account has a password already */
  readonly berSandi: boolean;
  /** the invitation of an agency that it is bound to */
  readonly undanganId: string | null;
}

/** How a link reaches the person, and in whose chain of the audit it stands. */
export interface AsalTautan {
  readonly lewat: LewatTautan;
  /** the agency whose admin makes it; null = the operator, or the person */
  readonly instansiId?: string | null;
  readonly undanganId?: string;
}

const JALUR: Readonly<Record<JenisTautan, string>> = {
  undangan: 'undangan',
  atur_ulang: 'atur-ulang',
  undangan_peran: 'undangan-peran',
};

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

  /** A new link; earlier ones of the account end. @returns its path */
  buat(
    akun: Pick<Pengguna, 'id' | 'nama'>,
    jenis: JenisTautan,
    { lewat, instansiId = null, undanganId }: AsalTautan,
  ): Promise<string> {
    const token = buatToken();
    const kini = this.jam.sekarang();
    const berakhir = new Date(kini.getTime() + MASA_TAUTAN[jenis] * 3_600_000);
    return this.transaksi.jalankan(async (manager) => {
      await this.hanguskan(akun.id);
      await manager.query(
        'INSERT INTO tautan_akun (id, pengguna_id, jenis, sidik, dibuat, berakhir, lewat, undangan_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [randomUUID(), akun.id, jenis, sidikToken(token), kini, berakhir, lewat, undanganId ?? null],
      );
      const sasaran = { jenis: 'pengguna', id: akun.id, nama: akun.nama };
      const sesudah = { jenis, dikirim: lewat === 'surat' };
      await this.audit.catat('tautan.buat', { instansiId, sasaran, sebelum: null, sesudah });
      return `/${JALUR[jenis]}/${token}`;
    });
  }

  /** Null for one that is forged, expired, used, ended, or of another kind: which of these, nobody is told. */
  async cari(token: string, jenis: JenisTautan): Promise<TautanSah | null> {
    if (!bentukToken(token)) return null;
    const [baris] = await this.transaksi.manager.query<TautanSah[]>(
      `SELECT t.id, t.jenis, t.pengguna_id AS "penggunaId", p.nama, p.surel, t.lewat, p.sandi IS NOT NULL AS "berSandi",
         t.undangan_id AS "undanganId"
       FROM tautan_akun t JOIN pengguna p ON p.id = t.pengguna_id
       WHERE t.sidik = $1 AND t.jenis = $2 AND t.dipakai IS NULL AND t.berakhir > $3 AND p.dinonaktifkan IS NULL`,
      [sidikToken(token), jenis, this.jam.sekarang()],
    );
    return baris ?? null;
  }

  /**
   * Sets the password, uses the link up, ends every session and forgets every known browser but this one. A link from the mailbox proves
   * it; one that was handed over proves nothing any more, for whoever handed it over may have used it.
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
      await manager.query('UPDATE pengguna SET sandi = $2, surel_terbukti = $3 WHERE id = $1', [
        tautan.penggunaId,
        tersimpan,
        tautan.lewat === 'surat' ? kini : null,
      ]);
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
