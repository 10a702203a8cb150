import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import type { Oleh } from '../database/konteks';
import { Jam } from '../shared/jam';
import type { Peran } from './pelaku';

/** An account as signing in needs it. */
export interface Pengguna {
  readonly id: string;
  readonly surel: string;
  readonly nama: string;
  readonly sandi: string | null;
  readonly operator: boolean;
  readonly contoh: boolean;
  readonly dinonaktifkan: Date | null;
  readonly totpRahasia: string | null;
  readonly totpSejak: Date | null;
  /** the mailbox is known to be the holder's */
  readonly surelTerbukti: Date | null;
}

/** A role that has not ended. */
export interface PeranMilik {
  readonly instansiId: string;
  readonly peran: Peran;
  /** it has begun */
  readonly berlaku: boolean;
}

const KOLOM = `id, surel, nama, sandi, operator, contoh, dinonaktifkan, totp_rahasia AS "totpRahasia", totp_sejak AS "totpSejak",
  surel_terbukti AS "surelTerbukti"`;

@Injectable()
export class PenggunaQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
  ) {}

  /** @param surel normalised */
  async menurutSurel(surel: string): Promise<Pengguna | null> {
    const [baris] = await this.transaksi.manager.query<Pengguna[]>(`SELECT ${KOLOM} FROM pengguna WHERE surel = $1`, [surel]);
    return baris ?? null;
  }

  async satu(id: string): Promise<Pengguna | null> {
    const [baris] = await this.transaksi.manager.query<Pengguna[]>(`SELECT ${KOLOM} FROM pengguna WHERE id = $1`, [id]);
    return baris ?? null;
  }

  contoh(): Promise<{ surel: string; nama: string }[]> {
    return this.transaksi.manager.query<{ surel: string; nama: string }[]>(
      'SELECT surel, nama FROM pengguna WHERE contoh AND dinonaktifkan IS NULL ORDER BY dibuat, surel',
    );
  }

  /** @param contoh demonstration accounts may sign in, and count */
  async adaOperator(contoh: boolean): Promise<boolean> {
    const [baris] = await this.transaksi.manager.query<{ ada: boolean }[]>(
      'SELECT EXISTS (SELECT FROM pengguna WHERE operator AND dinonaktifkan IS NULL AND (NOT contoh OR $1)) AS ada',
      [contoh],
    );
    return baris?.ada ?? false;
  }

  /** Roles held today, as the agency's zone reckons it, or later: read as the person, before the person is signed in. */
  peran(penggunaId: string, oleh: Oleh): Promise<PeranMilik[]> {
    const sendiri = { instansi: [], pengguna: penggunaId, operator: false, oleh };
    return this.transaksi.sebagai(sendiri, async (manager) => {
      const milik = await manager.query<{ id: string }[]>('SELECT DISTINCT instansi_id AS id FROM peran WHERE pengguna_id = $1', [
        penggunaId,
      ]);
      if (milik.length === 0) return [];
      // The zone stands with the agency, which is seen in its own context only.
      return this.transaksi.sebagai({ ...sendiri, instansi: milik.map(({ id }) => id) }, (m) =>
        m.query<PeranMilik[]>(
          `SELECT r.instansi_id AS "instansiId", r.peran, bool_or(r.mulai <= h.ini) AS berlaku
           FROM peran r JOIN instansi i ON i.id = r.instansi_id, LATERAL (SELECT ($2::timestamptz AT TIME ZONE i.zona_waktu)::date AS ini) h
           WHERE r.pengguna_id = $1 AND (r.selesai IS NULL OR (r.selesai > h.ini AND r.selesai > r.mulai))
           GROUP BY r.instansi_id, r.peran ORDER BY r.instansi_id, r.peran`,
          [penggunaId, this.jam.sekarang()],
        ),
      );
    });
  }

  /** The post held today in the agency of the running context, with Plt./Plh.: the one that `pelaku_sesi` names. */
  async jabatan(penggunaId: string, instansiId: string): Promise<string | null> {
    const [baris] = await this.transaksi.manager.query<{ jabatan: string }[]>(
      `SELECT CASE t.status WHEN 'plt' THEN 'Plt. ' WHEN 'plh' THEN 'Plh. ' ELSE '' END || j.nama AS jabatan
       FROM penugasan t JOIN jabatan j ON j.id = t.jabatan_id JOIN instansi i ON i.id = t.instansi_id,
         LATERAL (SELECT ($3::timestamptz AT TIME ZONE i.zona_waktu)::date AS ini) h
       WHERE t.pengguna_id = $1 AND t.instansi_id = $2 AND t.mulai <= h.ini AND (t.selesai IS NULL OR t.selesai > h.ini)
       ORDER BY t.status, t.mulai, t.id LIMIT 1`,
      [penggunaId, instansiId, this.jam.sekarang()],
    );
    return baris?.jabatan ?? null;
  }

  /** Whether one of the person's agencies demands a second factor of one of the roles held there. */
  async totpWajib(penggunaId: string, oleh: Oleh): Promise<boolean> {
    const peran = await this.peran(penggunaId, oleh);
    if (peran.length === 0) return false;
    const instansi = [...new Set(peran.map((p) => p.instansiId))];
    const kebijakan = await this.transaksi.sebagai({ instansi, pengguna: penggunaId, operator: false, oleh }, (manager) =>
      manager.query<{ instansiId: string; totpWajib: Peran[] }[]>(
        'SELECT instansi_id AS "instansiId", totp_wajib AS "totpWajib" FROM kebijakan_masuk',
      ),
    );
    return kebijakan.some((k) => peran.some((p) => p.instansiId === k.instansiId && k.totpWajib.includes(p.peran)));
  }

  /** What a stranger would try first as the password of this person: own names and those of the agencies. */
  async konteksSandi({ id, nama, surel }: Pick<Pengguna, 'id' | 'nama' | 'surel'>, oleh: Oleh): Promise<string[]> {
    const instansi = [...new Set((await this.peran(id, oleh)).map((p) => p.instansiId))];
    const daftar = await this.transaksi.sebagai({ instansi, pengguna: id, operator: false, oleh }, (manager) =>
      manager.query<{ nama: string; singkatan: string; kode: string }[]>('SELECT nama, singkatan, kode FROM instansi'),
    );
    return [nama, surel, ...daftar.flatMap((i) => [i.nama, i.singkatan, i.kode])];
  }
}
