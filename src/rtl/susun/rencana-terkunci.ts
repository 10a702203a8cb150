import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { kalimatPemegang, punyaIzinDi, type Izin } from '../../auth/izin';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { GalatTerkunci, GalatTidakBerhak } from '../../shared/galat';
import { HalamanTidakAda } from '../../shared/galat.view';
import { jalur } from '../../shared/tampilan/tautan';
import type { RencanaTersusun } from './susunan';
import { SusunanQuery } from './susunan.query';

/** One act on one plan: asked of the policy once more, all of it or nothing, and one at a time. */
@Injectable()
export class RencanaTerkunci {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: SusunanQuery,
  ) {}

  /**
   * @throws {GalatTidakBerhak} for anybody without that permission over the whole agency
   * @throws {HalamanTidakAda} when there is no such plan
   */
  kerjakan<T>(
    tempat: Tempat,
    kode: string,
    izin: Izin,
    kerja: (manager: EntityManager, rencana: RencanaTersusun) => Promise<T>,
  ): Promise<T> {
    pastikanIzin(tempat, izin);
    return this.transaksi.jalankan(async (manager) => {
      await manager.query('SELECT 1 FROM rencana WHERE instansi_id = $1 AND kode = $2 FOR UPDATE', [tempat.instansi.id, kode]);
      const rencana = await this.query.rencana(tempat.instansi.id, kode, manager);
      if (!rencana) throw rencanaTidakAda(tempat, kode);
      return kerja(manager, rencana);
    });
  }

  /** The same, for what may be written only while the plan is a draf. */
  susun<T>(
    tempat: Tempat,
    kode: string,
    kerja: (manager: EntityManager, rencana: RencanaTersusun) => Promise<T>,
    izin: Izin = 'rencana.susun',
  ): Promise<T> {
    return this.kerjakan(tempat, kode, izin, (manager, rencana) => {
      pastikanDraf(rencana);
      return kerja(manager, rencana);
    });
  }
}

export function pastikanIzin({ pelaku, instansi }: Tempat, izin: Izin): void {
  if (!punyaIzinDi(pelaku, izin, instansi.id))
    throw new GalatTidakBerhak(`Ini hanya untuk ${kalimatPemegang(izin)} pada instansi ini.`);
}

/** @throws {GalatTerkunci} with what can be done instead */
export function pastikanDraf({ kode, status }: Pick<RencanaTersusun, 'kode' | 'status'>): void {
  if (status === 'diajukan')
    throw new GalatTerkunci(
      `Rencana ${kode} sedang diajukan, jadi terkunci. Tarik pengajuannya, atau minta pimpinan mengembalikannya, untuk mengubahnya.`,
    );
  if (status === 'ditetapkan')
    throw new GalatTerkunci(`Rencana ${kode} sudah ditetapkan, jadi terkunci. Perubahannya diusulkan sebagai adendum.`);
}

export function rencanaTidakAda({ instansi }: Tempat, kode: string): HalamanTidakAda {
  return new HalamanTidakAda(`Rencana ${kode} tidak ada pada ${instansi.nama}.`, {
    teks: `Buka ${instansi.singkatan}`,
    tautan: jalur('instansi', instansi.kode),
  });
}
