import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { UnitEntity } from '../../organisasi/unit.entity';
import { galatMedan } from '../../shared/isian';
import { AnggotaKelompokEntity } from '../anggota-kelompok.entity';
import { KelompokUnitEntity } from '../kelompok-unit.entity';
import { pastikanIzin } from '../susun/rencana-terkunci';

export interface Kelompok {
  /** null for one that only plans name, as they came by import */
  readonly id: string | null;
  readonly nama: string;
  /** units that it stands for, by name */
  readonly anggota: readonly UnitEntity[];
}

/** Named groups of units ("seluruh Pokja"): a plan names the group, the group resolves to units. Its name stays as it is. */
@Injectable()
export class KelompokService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /** Every group of the agency, those that only imported plans name included. */
  async daftar(instansiId: string): Promise<Kelompok[]> {
    const { manager } = this.transaksi;
    const baris = await manager.query<{ id: string | null; nama: string }[]>(
      `SELECT g.id, coalesce(g.nama, p.nama) AS nama FROM (SELECT id, nama FROM kelompok_unit WHERE instansi_id = $1) g
       FULL JOIN (SELECT DISTINCT kelompok AS nama FROM penanggung_jawab WHERE instansi_id = $1 AND kelompok IS NOT NULL) p ON p.nama = g.nama
       ORDER BY 2`,
      [instansiId],
    );
    const anggota = await manager.findBy(AnggotaKelompokEntity, { instansiId });
    const unit = await manager.find(UnitEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    return baris.map((b) => {
      const milik = new Set(anggota.filter((a) => a.kelompokId === b.id).map((a) => a.unitId));
      return { ...b, anggota: unit.filter((u) => milik.has(u.id)) };
    });
  }

  /** Units that a group stands for, by its name; empty when nobody said yet. */
  async unit(instansiId: string, nama: string): Promise<UnitEntity[]> {
    return [...((await this.daftar(instansiId)).find((k) => k.nama === nama)?.anggota ?? [])];
  }

  /** @param unit kode @throws {GalatIsian} */
  buat(tempat: Tempat, nama: string, unit: readonly string[]): Promise<void> {
    pastikanIzin(tempat, 'rencana.susun');
    const instansiId = tempat.instansi.id;
    return this.transaksi.jalankan(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/kelompok/${instansiId}`]);
      if (await manager.existsBy(KelompokUnitEntity, { instansiId, nama }))
        throw galatMedan('nama', 'Kelompok dengan nama ini sudah ada; ubah anggotanya di sana');
      const id = randomUUID();
      await manager.insert(KelompokUnitEntity, { id, instansiId, nama });
      await this.tulisAnggota(instansiId, id, unit);
      await this.audit.catat('kelompok.buat', {
        instansiId,
        sasaran: { jenis: 'kelompok', id, nama },
        sebelum: null,
        sesudah: { nama, unit },
      });
    });
  }

  /** @param lama the members that the form was made from: whoever changed them since is not overwritten */
  ubah(tempat: Tempat, id: string, lama: readonly string[], unit: readonly string[]): Promise<void> {
    pastikanIzin(tempat, 'rencana.susun');
    const instansiId = tempat.instansi.id;
    return this.transaksi.jalankan(async (manager) => {
      await manager.query('SELECT 1 FROM kelompok_unit WHERE id = $1 FOR UPDATE', [id]);
      const kini = (await this.daftar(instansiId)).find((k) => k.id === id);
      if (!kini) throw galatMedan('unit', 'Kelompok ini sudah tidak ada');
      const anggota = kini.anggota.map((u) => u.kode);
      if (anggota.join('\n') !== lama.join('\n'))
        throw galatMedan('unit', `Orang lain mengubahnya sesudah formulir ini dibuka; anggotanya kini ${kini.anggota.map((u) => u.nama).join(', ') || 'kosong'}. Bandingkan, lalu kirim lagi bila tetap perlu`); // prettier-ignore
      await manager.delete(AnggotaKelompokEntity, { kelompokId: id });
      await this.tulisAnggota(instansiId, id, unit);
      await this.audit.catat('kelompok.ubah', {
        instansiId,
        sasaran: { jenis: 'kelompok', id, nama: kini.nama },
        sebelum: { unit: anggota },
        sesudah: { unit },
      });
    });
  }

  private async tulisAnggota(instansiId: string, kelompokId: string, kode: readonly string[]): Promise<void> {
    if (kode.length === 0) throw galatMedan('unit', 'Pilih sedikitnya satu unit');
    const { manager } = this.transaksi;
    const unit = await manager.findBy(UnitEntity, { instansiId, kode: Any([...kode]) });
    if (unit.length !== new Set(kode).size) throw galatMedan('unit', 'Ada unit yang tidak dikenal; pilih lagi');
    await manager.insert(AnggotaKelompokEntity, unit.map((u) => ({ kelompokId, instansiId, unitId: u.id }))); // prettier-ignore
  }
}
