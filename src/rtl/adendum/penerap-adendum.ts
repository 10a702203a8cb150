import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KegiatanEntity } from '../kegiatan.entity';
import type { IsiKegiatan } from '../susun/isi-kegiatan.rules';
import { tulisKegiatan } from '../susun/penulis-kegiatan';
import { semuaTersusun, type RencanaTersusun } from '../susun/susunan';
import { SusunanQuery } from '../susun/susunan.query';
import { isiKegiatanAdendum, type IsiAdendum } from './isi-adendum';

/** Makes the tables say what an addendum says. Rows of kegiatan that leave the plan stay, with their reports. */
@Injectable()
export class PenerapAdendum {
  constructor(private readonly query: SusunanQuery) {}

  /** @returns kode of the kegiatan that it brings into the plan */
  async terapkan(
    manager: EntityManager,
    rencana: RencanaTersusun,
    isi: IsiAdendum,
    { oleh, sekarang }: { readonly oleh: string; readonly sekarang: Date },
  ): Promise<string[]> {
    const ditulis = { diubahNama: oleh, diubahPada: sekarang };
    if (isi.jenis === 'tambahan') {
      const prioritas = rencana.prioritas.find((p) => p.no === isi.prioritas);
      if (!prioritas) throw new Error(`Prioritas ${isi.prioritas} tidak ada`);
      const urutan = Math.max(-1, ...[...semuaTersusun(rencana), ...rencana.dikeluarkan].map((k) => k.urutan)) + 1;
      return this.bawa(manager, rencana, {
        isi: isiKegiatanAdendum(prioritas.id, isi.kegiatan, isi),
        kode: isi.kegiatan.kode,
        urutan,
        oleh,
        sekarang,
      });
    }
    const lama = semuaTersusun(rencana).find((k) => k.kode === isi.kegiatan);
    if (!lama) throw new Error(`Kegiatan ${isi.kegiatan} tidak ada`);
    if (isi.jenis === 'digeser') {
      await manager.update(KegiatanEntity, { id: lama.id }, { jadwal: [...isi.jadwal], ...ditulis });
      return [];
    }
    await manager.update(KegiatanEntity, { id: lama.id }, { keadaan: isi.jenis, ...ditulis });
    if (isi.jenis === 'dibatalkan') return [];
    const ganti = isiKegiatanAdendum(lama.isi.prioritasId, isi.pengganti, isi);
    // In the place of the one that it replaces.
    return this.bawa(manager, rencana, { isi: ganti, kode: isi.pengganti.kode, urutan: lama.urutan, oleh, sekarang });
  }

  private async bawa(
    manager: EntityManager,
    rencana: RencanaTersusun,
    k: { isi: IsiKegiatan; kode: string; urutan: number; oleh: string; sekarang: Date },
  ): Promise<string[]> {
    const { instansiId, id: rencanaId } = rencana;
    const acuan = await this.query.acuan(rencana);
    const baris = { id: randomUUID(), kode: k.kode, urutan: k.urutan, isi: k.isi, asalKegiatanId: null };
    await tulisKegiatan({ manager, instansiId, rencanaId, acuan, oleh: k.oleh, sekarang: k.sekarang }, [baris]);
    return [k.kode];
  }
}
