import { Injectable } from '@nestjs/common';
import type { Peran } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { Jam } from '../../shared/jam';
import type { KeadaanUndangan } from './undangan.policy';

export interface Undangan {
  readonly id: string;
  readonly instansiId: string;
  readonly instansiNama: string;
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  readonly peran: Peran;
  readonly unitId: string | null;
  readonly unitNama: string | null;
  readonly mulai: string;
  readonly selesai: string | null;
  readonly dasar: string | null;
  readonly diundangOlehId: string | null;
  readonly berakhir: Date;
  readonly keadaan: KeadaanUndangan;
}

const KOLOM = `u.id, u.instansi_id AS "instansiId", u.instansi_nama AS "instansiNama", u.pengguna_id AS "penggunaId", u.nama, p.surel, u.peran,
  u.unit_id AS "unitId", u.unit_nama AS "unitNama", u.mulai::text AS mulai, u.selesai::text AS selesai, u.dasar,
  u.diundang_oleh AS "diundangOlehId", u.berakhir, u.keadaan`;

@Injectable()
export class UndanganPeranQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
  ) {}

  /** Without an answer yet, of the agency of the running context; newest first. */
  terbuka(instansiId: string): Promise<Undangan[]> {
    return this.cari(
      `u.instansi_id = $1 AND u.keadaan IN ('menunggu', 'disetujui') AND u.berakhir > $2 ORDER BY u.dibuat DESC, u.id`,
      [instansiId, this.jam.sekarang()],
    );
  }

  /** Whatever became of it. @param id any text */
  async satu(instansiId: string, id: string): Promise<Undangan | null> {
    return (await this.cari('u.instansi_id = $1 AND u.id::text = $2', [instansiId, id]))[0] ?? null;
  }

  /** As its holder sees it, in any agency. */
  async milik(penggunaId: string, id: string): Promise<Undangan | null> {
    return (await this.cari('u.pengguna_id = $1 AND u.id::text = $2', [penggunaId, id]))[0] ?? null;
  }

  private cari(syarat: string, isi: readonly unknown[]): Promise<Undangan[]> {
    return this.transaksi.manager.query<Undangan[]>(
      `SELECT ${KOLOM} FROM undangan_peran u JOIN pengguna p ON p.id = u.pengguna_id WHERE ${syarat}`,
      [...isi],
    );
  }
}
