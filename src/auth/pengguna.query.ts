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

  /** Roles held today or later, by agency: read as the person, before the person is signed in. */
  peran(penggunaId: string, oleh: Oleh): Promise<{ instansiId: string; peran: Peran }[]> {
    return this.transaksi.sebagai({ instansi: [], pengguna: penggunaId, operator: false, oleh }, (manager) =>
      manager.query<{ instansiId: string; peran: Peran }[]>(
        `SELECT DISTINCT instansi_id AS "instansiId", peran FROM peran
         WHERE pengguna_id = $1 AND (selesai IS NULL OR selesai > ($2::timestamptz AT TIME ZONE 'Asia/Jakarta')::date)`,
        [penggunaId, this.jam.sekarang()],
      ),
    );
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
