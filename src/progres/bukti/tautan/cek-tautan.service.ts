import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { tiapInstansi } from '../../../database/tiap-instansi';
import { Transaksi } from '../../../database/transaksi';
import { CekTautanEntity } from '../cek-tautan.entity';
import { Pengunjung, type HasilKunjungan } from './pengunjung';

const PERINTAH = 'cek-tautan';
/** Of one agency in one run. */
const SEKALI = 20;

interface TautanBaru {
  readonly instansiId: string;
  readonly id: string;
  readonly url: string;
}

/** Looks once behind every link given as evidence, and records what was there. */
@Injectable()
export class CekTautanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengunjung: Pengunjung,
  ) {}

  /** Links that nobody has looked at yet, of all agencies. @returns how many were looked at */
  async jalankan(): Promise<number> {
    const daftar: TautanBaru[] = [];
    await tiapInstansi(this.transaksi, PERINTAH, async (instansiId, manager) => {
      const baris = await manager.query<TautanBaru[]>(
        `SELECT b.instansi_id AS "instansiId", b.id, b.url FROM bukti_laporan b
         WHERE b.instansi_id = $1 AND b.jenis = 'tautan' AND b.dilepas IS NULL
           AND NOT EXISTS (SELECT FROM cek_tautan c WHERE c.bukti_id = b.id)
         ORDER BY b.pada LIMIT ${SEKALI}`,
        [instansiId],
      );
      daftar.push(...baris);
    });
    // Outside any transaction: a site may take its time.
    const hasil = new Map<string, (HasilKunjungan & TautanBaru & { pada: Date })[]>();
    for (const satu of daftar) {
      const kunjungan = { ...(await this.pengunjung.kunjungi(satu.url)), ...satu, pada: new Date() };
      hasil.set(satu.instansiId, [...(hasil.get(satu.instansiId) ?? []), kunjungan]);
    }
    if (daftar.length === 0) return 0;
    await tiapInstansi(this.transaksi, PERINTAH, async (instansiId, manager) => {
      for (const { id: buktiId, berhasil, kode, alamatAkhir, judul, sha256, galat, pada } of hasil.get(instansiId) ?? []) {
        const isi = { berhasil, kode, alamatAkhir, judul, sha256, galat, pada };
        await manager.insert(CekTautanEntity, { id: randomUUID(), instansiId, buktiId, ...isi });
      }
    });
    return daftar.length;
  }
}
