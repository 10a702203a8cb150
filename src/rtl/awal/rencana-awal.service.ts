import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transaksi } from '../../database/transaksi';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import { GalatPengguna } from '../../shared/galat';
import { hariIniDi } from '../../shared/tanggal';
import { AdendumEntity } from '../adendum.entity';
import { rencanaBerlaku, type Adendum } from '../adendum.rules';
import { RencanaAwalEntity } from '../rencana-awal.entity';
import { RencanaEntity } from '../rencana.entity';
import type { BuktiDiharapkan, Rencana, StatusRencana } from '../rtl.rules';
import { keRencana, semuaTersusun, type RencanaTersusun } from '../susun/susunan';
import { SusunanQuery } from '../susun/susunan.query';
import { kanonik, samaRencana } from './sama-rencana.rules';
import { SlotService } from './slot.service';

/** The plan as it was ditetapkan, and what was made of it since. */
export interface AwalDanAdendum {
  readonly awal: RencanaAwalEntity;
  readonly adendum: readonly AdendumEntity[];
}

/** What a printed report tells of both. */
export interface PerubahanRencana {
  readonly awal: Rencana;
  /** in their order */
  readonly adendum: readonly Pick<AdendumEntity, 'nomor' | 'isi' | 'alasan' | 'tanggal' | 'penyetujuNama' | 'penyetujuJabatan'>[];
}

/** Keeps the plan awal: every plan that is ditetapkan has one, and with its addenda it says what the tables say. */
@Injectable()
export class RencanaAwalService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: SusunanQuery,
    private readonly slot: SlotService,
  ) {}

  /** Null for a plan that is not ditetapkan yet. */
  async baca(rencanaId: string, manager: EntityManager = this.transaksi.manager): Promise<AwalDanAdendum | null> {
    const [awal] = await manager.find(RencanaAwalEntity, { where: { rencanaId }, order: { nomor: 'DESC' }, take: 1 });
    if (!awal) return null;
    return { awal, adendum: await manager.find(AdendumEntity, { where: { rencanaId }, order: { nomor: 'ASC' } }) };
  }

  /** Null for a plan that is not ditetapkan yet, or that nothing changed since. */
  async perubahan(instansiId: string, kode: string): Promise<PerubahanRencana | null> {
    const rencana = await this.transaksi.manager.findOneBy(RencanaEntity, { instansiId, kode });
    const ada = rencana && (await this.baca(rencana.id));
    return ada && ada.adendum.length > 0 ? { awal: ada.awal.isi, adendum: ada.adendum } : null;
  }

  /** Keeps the plan as it stands as plan awal. */
  async simpan(manager: EntityManager, rencana: RencanaTersusun, sumber: 'tetapkan' | 'impor', pada: Date): Promise<void> {
    const { id: rencanaId, instansiId } = rencana;
    const lama = await this.baca(rencanaId, manager);
    const bukti: Record<string, readonly BuktiDiharapkan[]> = Object.fromEntries(
      semuaTersusun(rencana).flatMap((k) => (k.isi.buktiDiharapkan.length > 0 ? [[k.kode, k.isi.buktiDiharapkan]] : [])),
    );
    await manager.insert(RencanaAwalEntity, {
      ...{ id: randomUUID(), instansiId, rencanaId, nomor: (lama?.awal.nomor ?? 0) + 1, sumber },
      ...{ isi: keRencana(rencana), buktiDiharapkan: bukti, pada },
    });
  }

  /**
   * Before an import: until the end of the transaction nobody else acts on these plans.
   * @returns by kode, those that wait for the pimpinan, as they stand
   */
  async kunciUntukImpor(instansiId: string, kode: readonly string[]): Promise<ReadonlyMap<string, Rencana>> {
    const manager = this.transaksi.managerTransaksi;
    const terkunci = await manager.query<{ kode: string; status: StatusRencana }[]>(
      'SELECT kode, status FROM rencana WHERE instansi_id = $1 AND kode = ANY ($2) ORDER BY kode FOR UPDATE',
      [instansiId, [...kode]],
    );
    const diajukan = new Map<string, Rencana>();
    for (const r of terkunci.filter(({ status }) => status === 'diajukan')) {
      const kini = await this.query.rencana(instansiId, r.kode, manager);
      if (kini) diajukan.set(r.kode, keRencana(kini));
    }
    return diajukan;
  }

  /**
   * After an import: a plan that came ditetapkan gets its plan awal and its slots; one that it brought before may be corrected by it.
   * @param diajukan what `kunciUntukImpor` found
   * @throws {GalatPengguna} when it would change a plan that is diajukan, that was ditetapkan here, or that has addenda here
   */
  async selaraskanImpor(
    instansiId: string,
    kode: readonly string[],
    diajukan: ReadonlyMap<string, Rencana>,
    { zonaWaktu, pada }: { readonly zonaWaktu: string; readonly pada: Date },
  ): Promise<void> {
    const manager = this.transaksi.managerTransaksi;
    for (const k of kode) {
      const kini = await this.query.rencana(instansiId, k, manager);
      if (!kini) continue;
      const menunggu = diajukan.get(k);
      if (menunggu && !samaRencana(menunggu, keRencana(kini)))
        throw new GalatPengguna(
          `Rencana ${k} sedang diajukan, jadi paket tidak dapat mengubahnya. Tarik dahulu pengajuannya atau tunggu putusan pimpinan, atau keluarkan rencana itu dari paket.`,
        );
      const lama = await this.baca(kini.id, manager);
      if (lama && samaRencana(berlaku(lama), keRencana(kini))) continue;
      if (lama && (lama.awal.sumber === 'tetapkan' || lama.adendum.length > 0))
        throw new GalatPengguna(
          `Rencana ${k} sudah ditetapkan di sini, jadi paket tidak dapat mengubahnya. Usulkan perubahannya sebagai adendum, atau keluarkan rencana itu dari paket.`,
        );
      if (kini.status !== 'ditetapkan') continue;
      await this.simpan(manager, kini, 'impor', pada);
      await this.slot.samakan(manager, kini, hariIniDi(zonaWaktu, pada));
    }
  }

  /** @throws {Error} when the tables do not say what plan awal and addenda say: the act that did it is taken back */
  async pastikanSama(manager: EntityManager, rencana: RencanaTersusun): Promise<void> {
    const lama = await this.baca(rencana.id, manager);
    if (!lama) throw new Error(`Rencana ${rencana.kode} tidak punya rencana awal`);
    const [harus, ada] = [berlaku(lama), keRencana(rencana)];
    if (!samaRencana(harus, ada))
      throw new Error(
        `Rencana ${rencana.kode} berbeda dari rencana awal dan adendumnya: ${kanonik(ada)} bukan ${kanonik(harus)}`,
      );
  }
}

/** For the command line and the first start, which have no application around them. */
export function rencanaAwal(transaksi: Transaksi): RencanaAwalService {
  return new RencanaAwalService(transaksi, new SusunanQuery(transaksi, new InstrumenQuery(transaksi)), new SlotService());
}

/** The plan that holds now, from plan awal and addenda alone. */
export function berlaku({ awal, adendum }: AwalDanAdendum): Rencana {
  return rencanaBerlaku(awal.isi, adendum.map(keAdendum));
}

export function keAdendum(a: Pick<AdendumEntity, 'isi' | 'alasan' | 'tanggal' | 'penyetujuNama'>): Adendum {
  const umum = { alasan: a.alasan, tanggal: a.tanggal, penyetuju: a.penyetujuNama };
  const { isi } = a;
  switch (isi.jenis) {
    case 'tambahan':
      return { ...umum, jenis: isi.jenis, prioritas: isi.prioritas, kegiatan: isi.kegiatan };
    case 'diganti':
      return { ...umum, jenis: isi.jenis, kegiatan: isi.kegiatan, pengganti: isi.pengganti };
    case 'dibatalkan':
      return { ...umum, jenis: isi.jenis, kegiatan: isi.kegiatan };
    case 'digeser':
      return { ...umum, jenis: isi.jenis, kegiatan: isi.kegiatan, jadwal: isi.jadwal };
  }
}
