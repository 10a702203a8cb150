import { Injectable } from '@nestjs/common';
import { JabatanQuery } from '../../organisasi/jabatan/jabatan.query';
import { pemegangPada, sebutanJabatan } from '../../organisasi/jabatan/penugasan.rules';
import type { TempatLapor } from './tempat-lapor';

/** Who answers for the utama unit today: holds the post that heads it, with Plt. or Plh. */
export interface Pejabat {
  /** id of the penugasan */
  readonly id: string;
  readonly penggunaId: string;
  readonly nama: string;
  readonly jabatan: string;
}

@Injectable()
export class PejabatQuery {
  constructor(private readonly jabatan: JabatanQuery) {}

  /** One for each leading post of the utama's units that somebody holds today. */
  async utama({ instansi, utama, hariIni }: Pick<TempatLapor, 'instansi' | 'utama' | 'hariIni'>): Promise<Pejabat[]> {
    if (utama.length === 0) return [];
    const memimpin = await this.jabatan.pemimpin(instansi.id, [...new Set(utama.map((u) => u.kiniId))]);
    const penugasan = await this.jabatan.penugasanSemua(
      instansi.id,
      memimpin.map((j) => j.id),
    );
    return memimpin.flatMap((j): Pejabat[] => {
      const p = pemegangPada(
        penugasan.filter((x) => x.jabatanId === j.id),
        hariIni,
      );
      return p ? [{ id: p.id, penggunaId: p.penggunaId, nama: p.nama, jabatan: sebutanJabatan(p.status, j.nama) }] : [];
    });
  }
}
