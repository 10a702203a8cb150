import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { akhirPeriode, awalPeriode, kodePeriode, periode, type KodePeriode } from '../../shared/periode';
import { jadwalRinci } from '../jadwal.rules';
import { SlotEntity } from '../slot.entity';
import { susunUlangSlot, type Slot } from '../slot.rules';
import { semuaTersusun, type RencanaTersusun } from '../susun/susunan';

interface BarisSlot extends Slot {
  readonly id: string;
}

/** Makes and rebuilds the slots of a plan. What was reported on is never touched, nor what has begun. */
@Injectable()
export class SlotService {
  /** Every scheduled period of the plan, when it is ditetapkan. @returns how many */
  async buat(manager: EntityManager, rencana: RencanaTersusun): Promise<number> {
    return this.tambah(manager, rencana, semuaSlot(rencana));
  }

  /**
   * After an addendum: future slots without report follow the schedule; those of a kegiatan that is new in the plan are made whole.
   * @param baru kode of kegiatan that the addendum brought
   */
  async susunUlang(manager: EntityManager, rencana: RencanaTersusun, baru: readonly string[], hariIni: string): Promise<void> {
    const lama = (await this.ada(manager, rencana.id)).filter((s) => !baru.includes(s.kegiatan));
    const laporan = await this.laporan(manager, rencana.id);
    const dimaui = semuaSlot(rencana);
    const tetap = dimaui.filter((s) => !baru.includes(s.kegiatan));
    const { dihapus, ditambah } = susunUlangSlot(lama, tetap, (s) => dilaporkan(laporan, s), hariIni);
    await this.hapus(manager, rencana.id, dihapus);
    await this.tambah(manager, rencana, [...ditambah, ...dimaui.filter((s) => baru.includes(s.kegiatan))]);
  }

  /** After an import, which says how the plan was from its beginning: all slots without report follow it. */
  async samakan(manager: EntityManager, rencana: RencanaTersusun, hariIni: string): Promise<void> {
    const lama = await this.ada(manager, rencana.id);
    const laporan = await this.laporan(manager, rencana.id);
    const dimaui = semuaSlot(rencana);
    const kunci = (s: Slot) => `${s.kegiatan}\n${s.periode}`;
    const mau = new Set(dimaui.map(kunci));
    const mulai = (s: Slot) => awalPeriode(periode(s.periode)) <= hariIni;
    await this.hapus(
      manager,
      rencana.id,
      lama.filter((s) => !mau.has(kunci(s)) && !dilaporkan(laporan, s) && !mulai(s)),
    );
    await this.tambah(manager, rencana, dimaui);
  }

  async ada(manager: EntityManager, rencanaId: string): Promise<BarisSlot[]> {
    return manager.query<BarisSlot[]>(
      `SELECT k.id, k.kode AS kegiatan, s.periode FROM slot s JOIN kegiatan k ON k.id = s.kegiatan_id
       WHERE k.rencana_id = $1 ORDER BY k.urutan, k.kode, s.periode`,
      [rencanaId],
    );
  }

  /** Periods that were reported on, a report that is only begun included, by kode of kegiatan; null = a report on all of it. */
  private async laporan(manager: EntityManager, rencanaId: string): Promise<Map<string, (string | null)[]>> {
    const baris = await manager.query<{ kegiatan: string; periode: (string | null)[] }[]>(
      `SELECT k.kode AS kegiatan, array_agg(x.periode) AS periode
       FROM (SELECT kegiatan_id, periode FROM realisasi UNION ALL SELECT kegiatan_id, periode FROM laporan_slot) x
       JOIN kegiatan k ON k.id = x.kegiatan_id WHERE k.rencana_id = $1 GROUP BY k.kode`,
      [rencanaId],
    );
    return new Map(baris.map((b) => [b.kegiatan, b.periode]));
  }

  private async tambah(manager: EntityManager, rencana: RencanaTersusun, slot: readonly Slot[]): Promise<number> {
    const id = new Map(semuaTersusun(rencana).map((k) => [k.kode, k.id]));
    const baris = slot.map((s) => ({ instansiId: rencana.instansiId, kegiatanId: id.get(s.kegiatan) ?? '', periode: s.periode }));
    for (let i = 0; i < baris.length; i += 1000)
      await manager
        .createQueryBuilder()
        .insert()
        .into(SlotEntity)
        .values(baris.slice(i, i + 1000))
        .orIgnore()
        .execute();
    return baris.length;
  }

  private async hapus(manager: EntityManager, rencanaId: string, slot: readonly Slot[]): Promise<void> {
    if (slot.length === 0) return;
    await manager.query(
      `DELETE FROM slot s USING kegiatan k, unnest($2::text[], $3::text[]) AS x (kegiatan, periode)
       WHERE k.id = s.kegiatan_id AND k.rencana_id = $1 AND k.kode = x.kegiatan AND s.periode = x.periode`,
      [rencanaId, slot.map((s) => s.kegiatan), slot.map((s) => s.periode)],
    );
  }
}

function semuaSlot(rencana: RencanaTersusun): Slot[] {
  return semuaTersusun(rencana).flatMap((k) =>
    jadwalRinci(k.isi.jadwal, rencana.satuanJadwal).map((p) => ({ kegiatan: k.kode, periode: kodePeriode(p) })),
  );
}

/** A report on a longer or shorter period than the slot's is one on the slot too. */
function dilaporkan(laporan: ReadonlyMap<string, readonly (KodePeriode | null)[]>, slot: Slot): boolean {
  const s = periode(slot.periode);
  return (laporan.get(slot.kegiatan) ?? []).some((kode) => {
    if (kode === null) return true;
    const p = periode(kode);
    return awalPeriode(p) <= akhirPeriode(s) && akhirPeriode(p) >= awalPeriode(s);
  });
}
