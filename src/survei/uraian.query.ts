import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import type { HitunganKepentingan } from './kuadran.rules';
import type { HitunganLayanan } from './layanan.rules';
import type { HitunganNilai } from './profil.rules';
import type { Ciri } from './respons/respons.rules';

/** What is stored of a survey beside its result: who answered, for which service, and what they hold important. */
export interface UraianSurvei {
  readonly profil: ReadonlyMap<Ciri, readonly HitunganNilai[]>;
  readonly layanan: readonly HitunganLayanan[];
  readonly kepentingan: readonly HitunganKepentingan[];
}

export interface LayananSurvei extends HitunganLayanan {
  /** kode of the survey */
  readonly survei: string;
}

/** Figures that were counted when the answers came in; the answers themselves are never read here. */
@Injectable()
export class UraianSurveiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  async satu(instansiId: string, kode: string): Promise<UraianSurvei> {
    const { manager } = this.transaksi;
    const milik = 'JOIN survei s ON s.id = b.survei_id WHERE s.instansi_id = $1 AND s.kode = $2';
    const profil = await manager.query<{ ciri: Ciri; nilai: string; jumlah: number }[]>(
      `SELECT b.ciri, b.kelompok AS nilai, b.jumlah FROM survei_profil b ${milik} ORDER BY b.ciri, b.urutan, b.kelompok`,
      [instansiId, kode],
    );
    const kepentingan = await manager.query<HitunganKepentingan[]>(
      `SELECT b.unsur, b.kepentingan_n AS n, b.kepentingan_jumlah AS jumlah FROM survei_unsur b ${milik}
       AND b.kepentingan_n > 0 AND b.kepentingan_jumlah IS NOT NULL ORDER BY b.urutan`,
      [instansiId, kode],
    );
    const per = new Map<Ciri, HitunganNilai[]>();
    for (const { ciri, nilai, jumlah } of profil) per.set(ciri, [...(per.get(ciri) ?? []), { nilai, jumlah }]);
    return { profil: per, layanan: await this.layanan(instansiId, [kode]), kepentingan };
  }

  /** Counts per service of the named surveys, larger services first. */
  layanan(instansiId: string, kode: readonly string[]): Promise<LayananSurvei[]> {
    return this.transaksi.manager.query<LayananSurvei[]>(
      `SELECT s.kode AS survei, b.layanan, b.unsur, b.responden, b.n, b.jumlah, b.penyebut
       FROM survei_layanan_unsur b JOIN survei s ON s.id = b.survei_id
       WHERE s.instansi_id = $1 AND s.kode = ANY ($2) ORDER BY s.urutan, b.urutan, b.layanan, b.unsur`,
      [instansiId, kode],
    );
  }
}
