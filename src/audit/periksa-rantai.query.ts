import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import { PemeriksaRantai, type CacatRantai, type CatatanRantai, type KepalaRantai } from './rantai.rules';

/** What a check of one chain found. */
export interface HasilPeriksa {
  readonly jumlah: number;
  /** last hash as stored; noted elsewhere, it proves later that nothing before it was rewritten */
  readonly sidik: string;
  readonly cacat: readonly CacatRantai[];
}

const SEKALI = 2000;

/** Triggers that number, tie and keep the entries, by table. */
const PELINDUNG = [
  'audit.audit_sambung',
  'audit.audit_tetap',
  'audit_rantai.audit_rantai_maju',
  'audit_rantai.audit_rantai_tetap',
];

/** Columns of `NaskahCatatan`, as text. */
const NASKAH = `ARRAY[rantai_id::text, nomor::text, instansi_id::text, to_char(waktu AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  peristiwa, pengguna_id::text, nama, jabatan, array_to_json(peran)::text, sasaran_jenis, sasaran_id, sasaran_nama,
  sebelum::text, sesudah::text, alasan, ip, agen]`;

@Injectable()
export class PeriksaRantaiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /**
   * Reads one chain from its first entry and works every hash out again. Call in a transaction that sees one moment (`REPEATABLE READ`)
   * and whose context shows the chain.
   * @param rantaiId an agency's id, or `RANTAI_PEMASANGAN`
   */
  async periksa(rantaiId: string): Promise<HasilPeriksa> {
    const manager = this.transaksi.managerTransaksi;
    const [kepala] = await manager.query<KepalaRantai[]>('SELECT jumlah, sidik FROM audit_rantai WHERE id = $1', [rantaiId]);
    const pemeriksa = new PemeriksaRantai((teks) => createHash('sha256').update(teks).digest('hex'));
    let sesudah = Number.MIN_SAFE_INTEGER;
    let jumlah = 0;
    for (;;) {
      const baris = await manager.query<CatatanRantai[]>(
        `SELECT nomor, ${NASKAH} AS naskah, sidik_lalu AS "sidikLalu", sidik FROM audit
         WHERE rantai_id = $1 AND nomor > $2 ORDER BY nomor LIMIT ${SEKALI}`,
        [rantaiId, Math.max(sesudah, -2_147_483_648)],
      );
      for (const catatan of baris) pemeriksa.periksa(catatan);
      jumlah += baris.length;
      sesudah = baris.at(-1)?.nomor ?? sesudah;
      if (baris.length < SEKALI) break;
    }
    return { jumlah, sidik: kepala?.sidik ?? '', cacat: pemeriksa.selesai(kepala ?? null) };
  }

  /** Those of the triggers that are gone or do not hold for everybody. */
  async pelindungLepas(): Promise<string[]> {
    const aktif = await this.transaksi.managerTransaksi.query<{ nama: string }[]>(
      `SELECT c.relname || '.' || t.tgname AS nama FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND t.tgenabled = 'A'`,
    );
    return PELINDUNG.filter((nama) => !aktif.some((a) => a.nama === nama));
  }

  /** Hash of one entry, to compare with one noted earlier; null when there is no such entry. */
  async sidik(rantaiId: string, nomor: number): Promise<string | null> {
    const [baris] = await this.transaksi.managerTransaksi.query<{ sidik: string }[]>(
      'SELECT sidik FROM audit WHERE rantai_id = $1 AND nomor = $2',
      [rantaiId, nomor],
    );
    return baris?.sidik ?? null;
  }
}
