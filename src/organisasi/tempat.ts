import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Pelaku } from '../auth/pelaku';
import { Transaksi } from '../database/transaksi';
import { GalatTidakBerhak } from '../shared/galat';
import { HalamanTidakAda } from '../shared/galat.view';
import { Jam } from '../shared/jam';
import { hariIniDi } from '../shared/tanggal';
import { bolehKelolaOrganisasi } from './organisasi.policy';
import { OrganisasiQuery, type InstansiTersimpan } from './organisasi.query';

/** Where and when something is done, and by whom. */
export interface Tempat {
  readonly instansi: InstansiTersimpan;
  /** in the agency's own zone */
  readonly hariIni: string;
  readonly sekarang: Date;
  readonly pelaku: Pelaku;
}

@Injectable()
export class Organisasi {
  constructor(
    private readonly query: OrganisasiQuery,
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
  ) {}

  /** @throws {HalamanTidakAda} when there is no such agency for this person */
  async buka(kode: string, pelaku: Pelaku): Promise<Tempat> {
    const instansi = await this.query.instansi(kode);
    if (!instansi)
      throw new HalamanTidakAda(`Instansi dengan kode ${kode} tidak ada di sini.`, { teks: 'Cari instansinya', tautan: '/' });
    const sekarang = this.jam.sekarang();
    return { instansi, pelaku, sekarang, hariIni: hariIniDi(instansi.zonaWaktu, sekarang) };
  }

  /**
   * One act on the organisation of one agency: asked of the policy once more, all of it or nothing, and one at a time, for two moves at
   * once could close a circle that neither sees.
   * @throws {GalatTidakBerhak} for anybody but an admin
   */
  kelola<T>({ pelaku, instansi }: Tempat, kerja: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (!bolehKelolaOrganisasi(pelaku, instansi.id))
      throw new GalatTidakBerhak('Hanya admin instansi ini yang mengelola organisasinya. Minta bantuan admin.');
    return this.transaksi.jalankan(async (manager) => {
      await kunciOrganisasi(manager, instansi.id);
      return kerja(manager);
    });
  }
}

/** Until the end of the transaction, nobody else changes the organisation of this agency. */
export async function kunciOrganisasi(manager: EntityManager, instansiId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/organisasi/${instansiId}`]);
}
