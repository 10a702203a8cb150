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

/** Named groups of units ("seluruh Pokja"): a plan names the group, the group resolves to units. */
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
      await this.kunci(instansiId);
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

  /**
   * Plans that are a draf follow another name; one that has left that state keeps what it says, so that a group it names keeps its name.
   * @param lama the name and members that the form was made from: whoever changed them since is not overwritten
   * @throws {GalatIsian}
   */
  ubah(
    tempat: Tempat,
    id: string,
    lama: { readonly nama: string; readonly unit: readonly string[] },
    { nama, unit }: { readonly nama: string; readonly unit: readonly string[] },
  ): Promise<void> {
    pastikanIzin(tempat, 'rencana.susun');
    const instansiId = tempat.instansi.id;
    return this.transaksi.jalankan(async (manager) => {
      await this.kunci(instansiId);
      await manager.query('SELECT 1 FROM kelompok_unit WHERE id = $1 FOR UPDATE', [id]);
      const kini = (await this.daftar(instansiId)).find((k) => k.id === id);
      if (!kini) throw galatMedan('unit', 'Kelompok ini sudah tidak ada');
      const anggota = kini.anggota.map((u) => u.kode);
      if (kini.nama !== lama.nama)
        throw galatMedan('nama', `Orang lain menamainya "${kini.nama}" sesudah formulir ini dibuka. Bandingkan, lalu kirim lagi bila tetap perlu`); // prettier-ignore
      if (anggota.join('\n') !== lama.unit.join('\n'))
        throw galatMedan('unit', `Orang lain mengubahnya sesudah formulir ini dibuka; anggotanya kini ${kini.anggota.map((u) => u.nama).join(', ') || 'kosong'}. Bandingkan, lalu kirim lagi bila tetap perlu`); // prettier-ignore
      if (nama !== kini.nama) await this.namai(tempat, id, kini.nama, nama);
      await manager.delete(AnggotaKelompokEntity, { kelompokId: id });
      await this.tulisAnggota(instansiId, id, unit);
      await this.audit.catat('kelompok.ubah', {
        instansiId,
        sasaran: { jenis: 'kelompok', id, nama },
        sebelum: { nama: kini.nama, unit: anggota },
        sesudah: { nama, unit },
      });
    });
  }

  private async namai({ instansi: { id: instansiId }, sekarang }: Tempat, id: string, lama: string, baru: string): Promise<void> {
    const { manager } = this.transaksi;
    // Whoever locks or writes one of these plans waits for this, or this for them.
    const rencana = await manager.query<{ kode: string; status: string }[]>(
      `SELECT r.kode, r.status FROM rencana r WHERE r.instansi_id = $1 AND (r.status = 'draf' OR EXISTS (SELECT FROM penanggung_jawab j
         JOIN kegiatan k ON k.id = j.kegiatan_id WHERE k.rencana_id = r.id AND j.kelompok = $2)) ORDER BY r.id FOR UPDATE`,
      [instansiId, lama],
    );
    if ((await this.daftar(instansiId)).some((k) => k.nama === baru))
      throw galatMedan('nama', 'Nama ini sudah dipakai kelompok lain, atau disebut sebuah rencana');
    const tetap = rencana.filter((r) => r.status !== 'draf').map((r) => r.kode);
    if (tetap.length > 0)
      throw galatMedan('nama', `Nama ini tertulis pada rencana yang sudah diajukan atau ditetapkan (${tetap.join(', ')}); buat kelompok baru untuk rencana berikutnya`); // prettier-ignore
    await manager.query(
      `WITH j AS (UPDATE penanggung_jawab SET kelompok = $3 WHERE instansi_id = $1 AND kelompok = $2 RETURNING kegiatan_id)
       UPDATE kegiatan SET diubah_pada = $4, diubah_nama = $5 WHERE id IN (SELECT kegiatan_id FROM j)`,
      [instansiId, lama, baru, sekarang, this.transaksi.konteks.oleh.nama],
    );
    await manager.update(KelompokUnitEntity, { id }, { nama: baru });
  }

  /** One at a time in an agency: names are compared with those of all. */
  private kunci(instansiId: string): Promise<unknown> {
    return this.transaksi.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `tuntas/kelompok/${instansiId}`,
    ]);
  }

  private async tulisAnggota(instansiId: string, kelompokId: string, kode: readonly string[]): Promise<void> {
    if (kode.length === 0) throw galatMedan('unit', 'Pilih sedikitnya satu unit');
    const { manager } = this.transaksi;
    const unit = await manager.findBy(UnitEntity, { instansiId, kode: Any([...kode]) });
    if (unit.length !== new Set(kode).size) throw galatMedan('unit', 'Ada unit yang tidak dikenal; pilih lagi');
    await manager.insert(AnggotaKelompokEntity, unit.map((u) => ({ kelompokId, instansiId, unitId: u.id }))); // prettier-ignore
  }
}
