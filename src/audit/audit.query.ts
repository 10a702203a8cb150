import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import { RANTAI_PEMASANGAN } from './audit-rantai.entity';
import type { IsiAudit } from './bentuk-peristiwa';

/** Which entries are shown; empty = all. Days are those of the agency's zone, both inclusive. */
export interface SaringanAudit {
  /** id of a person, or empty */
  readonly oleh: string;
  readonly peristiwa: string;
  readonly dari: string;
  readonly sampai: string;
}

export interface CatatanAudit {
  readonly nomor: number;
  readonly waktu: Date;
  readonly peristiwa: string;
  readonly penggunaId: string | null;
  readonly nama: string;
  readonly jabatan: string | null;
  readonly peran: readonly string[];
  readonly sasaranJenis: string;
  readonly sasaranNama: string;
  readonly sebelum: IsiAudit | null;
  readonly sesudah: IsiAudit | null;
  readonly alasan: string | null;
  readonly ip: string | null;
  readonly agen: string | null;
}

const KOLOM = `nomor, waktu, peristiwa, pengguna_id AS "penggunaId", nama, jabatan, peran, sasaran_jenis AS "sasaranJenis",
  sasaran_nama AS "sasaranNama", sebelum, sesudah, alasan, ip, agen`;

/** Who acted; `nama` as last written. */
export interface PelakuTercatat {
  readonly id: string;
  readonly nama: string;
}

/** Reads one chain of the audit, newest first. `null` stands for the installation's. */
@Injectable()
export class AuditQuery {
  constructor(private readonly transaksi: Transaksi) {}

  async jumlah(instansiId: string | null, saringan: SaringanAudit, zona: string): Promise<number> {
    const { syarat, isi } = susunSyarat(instansiId, saringan, zona);
    const [baris] = await this.transaksi.manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM audit WHERE ${syarat}`,
      isi,
    );
    return baris?.n ?? 0;
  }

  async daftar(
    instansiId: string | null,
    saringan: SaringanAudit,
    zona: string,
    lewati: number,
    ambil: number,
  ): Promise<CatatanAudit[]> {
    const { syarat, isi } = susunSyarat(instansiId, saringan, zona);
    return this.transaksi.manager.query<CatatanAudit[]>(
      `SELECT ${KOLOM} FROM audit WHERE ${syarat} ORDER BY nomor DESC OFFSET $${isi.length + 1} LIMIT $${isi.length + 2}`,
      [...isi, lewati, ambil],
    );
  }

  /** Everything that happened to one record of the agency, newest first. @param jenis a word of the glossary: `survei` */
  untukSasaran(instansiId: string, jenis: string, id: string, ambil = 500): Promise<CatatanAudit[]> {
    return this.transaksi.manager.query<CatatanAudit[]>(
      `SELECT ${KOLOM} FROM audit WHERE instansi_id = $1 AND sasaran_jenis = $2 AND sasaran_id = $3 ORDER BY nomor DESC LIMIT $4`,
      [instansiId, jenis, id, ambil],
    );
  }

  /** The next piece for an export, oldest first: entries never move, so that pieces read one after the other make a whole. */
  async sesudah(
    instansiId: string | null,
    saringan: SaringanAudit,
    zona: string,
    nomor: number,
    ambil: number,
  ): Promise<CatatanAudit[]> {
    const { syarat, isi } = susunSyarat(instansiId, saringan, zona);
    return this.transaksi.manager.query<CatatanAudit[]>(
      `SELECT ${KOLOM} FROM audit WHERE ${syarat} AND nomor > $${isi.length + 1} ORDER BY nomor LIMIT $${isi.length + 2}`,
      [...isi, nomor, ambil],
    );
  }

  /** Everybody who acted, and every kind of event, for the filter. */
  async pilihan(instansiId: string | null): Promise<{ pelaku: PelakuTercatat[]; peristiwa: string[] }> {
    const rantai = [instansiId ?? RANTAI_PEMASANGAN];
    const pelaku = await this.transaksi.manager.query<PelakuTercatat[]>(
      `SELECT id, nama FROM (SELECT DISTINCT ON (pengguna_id) pengguna_id AS id, nama FROM audit
         WHERE rantai_id = $1 AND pengguna_id IS NOT NULL ORDER BY pengguna_id, nomor DESC) p ORDER BY nama, id`,
      rantai,
    );
    const peristiwa = await this.transaksi.manager.query<{ peristiwa: string }[]>(
      'SELECT DISTINCT peristiwa FROM audit WHERE rantai_id = $1 ORDER BY 1',
      rantai,
    );
    return { pelaku, peristiwa: peristiwa.map((p) => p.peristiwa) };
  }
}

function susunSyarat(instansiId: string | null, s: SaringanAudit, zona: string): { syarat: string; isi: unknown[] } {
  const isi: unknown[] = [instansiId ?? RANTAI_PEMASANGAN, zona];
  const pakai = (nilai: string) => `$${isi.push(nilai)}`;
  const bagian = ['rantai_id = $1', '$2::text IS NOT NULL'];
  if (s.oleh === TANPA_PENGGUNA) bagian.push('pengguna_id IS NULL');
  else if (s.oleh !== '') bagian.push(`pengguna_id = ${pakai(s.oleh)}`);
  if (s.peristiwa !== '') bagian.push(`peristiwa = ${pakai(s.peristiwa)}`);
  if (s.dari !== '') bagian.push(`waktu >= (${pakai(s.dari)}::date)::timestamp AT TIME ZONE $2`);
  if (s.sampai !== '') bagian.push(`waktu < (${pakai(s.sampai)}::date + 1)::timestamp AT TIME ZONE $2`);
  return { syarat: bagian.join(' AND '), isi };
}

/** Value of the filter for acts of the system itself. */
export const TANPA_PENGGUNA = 'sistem';
