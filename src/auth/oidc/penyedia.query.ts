import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import type { Peran } from '../pelaku';

/** A way in by an agency's provider, as the sign-in page offers it. */
export interface PintuOidc {
  readonly id: string;
  readonly label: string;
}

export interface Penyedia extends PintuOidc {
  readonly instansiId: string;
  readonly penerbit: string;
  readonly klienId: string;
  readonly klienRahasia: string;
  readonly aktif: boolean;
}

const KOLOM = `id, label, instansi_id AS "instansiId", penerbit, klien_id AS "klienId", klien_rahasia AS "klienRahasia", aktif`;
const POLA_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class PenyediaQuery {
  constructor(private readonly transaksi: Transaksi) {}

  pintu(): Promise<PintuOidc[]> {
    return this.diPintu<PintuOidc>('SELECT id, label FROM penyedia_identitas WHERE aktif ORDER BY label, id', []);
  }

  /** An active provider, whoever asks. */
  async untukMasuk(id: string): Promise<Penyedia | null> {
    if (!POLA_UUID.test(id)) return null;
    const [baris] = await this.diPintu<Penyedia>(`SELECT ${KOLOM} FROM penyedia_identitas WHERE id = $1 AND aktif`, [id]);
    return baris ?? null;
  }

  /** Of the agency of the running context. */
  async milik(instansiId: string): Promise<Penyedia | null> {
    const sql = `SELECT ${KOLOM} FROM penyedia_identitas WHERE instansi_id = $1`;
    const [baris] = await this.transaksi.manager.query<Penyedia[]>(sql, [instansiId]);
    return baris ?? null;
  }

  /** Roles of which the agency demands a second factor. */
  async totpWajib(instansiId: string): Promise<Peran[]> {
    const sql = 'SELECT totp_wajib AS "totpWajib" FROM kebijakan_masuk WHERE instansi_id = $1';
    const [baris] = await this.transaksi.manager.query<{ totpWajib: Peran[] }[]>(sql, [instansiId]);
    return baris?.totpWajib ?? [];
  }

  /** Before anybody is known, the door opens the table of providers, for reading, for this one statement (migration 1011). */
  private diPintu<T>(sql: string, nilai: readonly unknown[]): Promise<T[]> {
    return this.transaksi.jalankan(async (manager) => {
      await manager.query("SELECT set_config('tuntas.masuk', 'ya', true)");
      const baris = await manager.query<T[]>(sql, [...nilai]);
      await manager.query("SELECT set_config('tuntas.masuk', '', true)");
      return baris;
    });
  }
}
