import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tempat } from '../organisasi/tempat';
import { penerusAkhir, susunPohon } from '../organisasi/unit/unit.rules';
import { RencanaEntity } from '../rtl/rencana.entity';
import type { PenanggungJawab } from '../rtl/rtl.rules';
import type { IsiKegiatan } from '../rtl/susun/isi-kegiatan.rules';
import { PerubahanService, type PerubahanRencana } from '../rtl/susun/perubahan.service';
import { RencanaTerkunci } from '../rtl/susun/rencana-terkunci';
import { semuaTersusun, type RencanaTersusun } from '../rtl/susun/susunan';
import { SusunanQuery, type Acuan } from '../rtl/susun/susunan.query';
import { GalatIsian } from '../shared/isian';
import { acuanPrioritas, type BahanPrioritas } from './bahan-prioritas.query';
import { LanjutanQuery, type KegiatanLanjutan } from './lanjutan.query';

/** Stands for a prioritas that is to be made from the one of the earlier plan. */
export const PRIORITAS_BARU = 'baru';

/** One kegiatan that is carried on, and where it goes. */
export interface PilihanLanjutan {
  readonly kegiatanId: string;
  /** id of a prioritas of the new plan, or `PRIORITAS_BARU` */
  readonly ke: string;
}

/** Carries unfinished kegiatan of earlier plans into a draf, each with its lineage; its schedule is to be given anew. */
@Injectable()
export class LanjutanService {
  constructor(
    private readonly terkunci: RencanaTerkunci,
    private readonly perubahan: PerubahanService,
    private readonly susunan: SusunanQuery,
    private readonly query: LanjutanQuery,
  ) {}

  /**
   * @param sidik of the plan as the page showed it
   * @returns how many were carried on
   * @throws {GalatIsian} for nothing chosen, or what is not offered
   * @throws {GalatRencanaBerubah}
   */
  lanjutkan(tempat: Tempat, bahan: BahanPrioritas, pilihan: readonly PilihanLanjutan[], sidik: string): Promise<number> {
    const { kode } = bahan.rencana;
    const kerja = async (manager: EntityManager, kini: RencanaTersusun) => {
      const ditawarkan = new Map((await this.query.cari(tempat, { ...bahan, rencana: kini })).map((k) => [k.id, k]));
      const dipilih = pilihan.map((p) => ({ ...p, kegiatan: ditawarkan.get(p.kegiatanId) }));
      const masalah = dipilih.flatMap(({ kegiatanId, ke, kegiatan }) => {
        const medan = `bawa.${kegiatanId}`;
        if (!kegiatan) return [{ medan, pesan: 'Kegiatan ini tidak ditawarkan untuk rencana ini' }];
        if (kegiatan.dilanjutkan) return [{ medan, pesan: `${kegiatan.kegiatan.kode} sudah dilanjutkan sebagai ${kegiatan.dilanjutkan.kegiatan} dalam ${kegiatan.dilanjutkan.rencana}` }]; // prettier-ignore
        const ada = ke === PRIORITAS_BARU || kini.prioritas.some((p) => p.id === ke);
        return ada ? [] : [{ medan: `ke.${kegiatanId}`, pesan: `Pilih prioritas untuk ${kegiatan.kegiatan.kode}` }];
      });
      if (pilihan.length === 0) masalah.push({ medan: 'bawa', pesan: 'Centang kegiatan yang hendak dilanjutkan' });
      if (masalah.length > 0) throw new GalatIsian(masalah);
      const perubahan = await this.susun(manager, kini, bahan, dipilih.flatMap((d) => (d.kegiatan ? [{ ke: d.ke, kegiatan: d.kegiatan }] : []))); // prettier-ignore
      await this.perubahan.terapkanPerubahan(tempat, kode, perubahan, {
        sidik: sidik || null,
        sumber: 'lanjutan rencana sebelumnya',
      });
      const asal = await manager.findOneBy(RencanaEntity, { instansiId: kini.instansiId, kode: dipilih[0]?.kegiatan?.rencana.kode ?? '' }); // prettier-ignore
      if (asal && kini.asalRencanaId === null) await manager.update(RencanaEntity, { id: kini.id }, { asalRencanaId: asal.id });
      return dipilih.length;
    };
    return this.terkunci.susun(tempat, kode, kerja, 'prioritas.kelola');
  }

  private async susun(
    manager: EntityManager,
    kini: RencanaTersusun,
    bahan: BahanPrioritas,
    dipilih: readonly { readonly ke: string; readonly kegiatan: KegiatanLanjutan }[],
  ): Promise<PerubahanRencana[]> {
    const acuan = await this.susunan.acuan(kini);
    const { unsur: dikenal, terpakai } = acuanPrioritas({ ...bahan, rencana: kini });
    const dipakai = new Set(terpakai.keys());
    const perubahan: PerubahanRencana[] = [];
    const baru = new Map<string, string>();
    const lama = new Map<string, IsiKegiatan>();
    for (const { kegiatan, ke } of dipilih) {
      const { rencana, prioritas } = kegiatan;
      const kunci = `${rencana.kode}\n${prioritas.no}`;
      if (ke === PRIORITAS_BARU && !baru.has(kunci)) {
        const unsur = prioritas.unsur.filter((u) => dikenal.has(u) && !dipakai.has(u));
        unsur.forEach((u) => dipakai.add(u));
        const id = randomUUID();
        baru.set(kunci, id);
        const alasan = `Melanjutkan prioritas ${prioritas.no} ${rencana.judul} (${rencana.kode}) yang belum selesai.`;
        const isi = { judul: prioritas.judul, program: prioritas.program ?? null, unsur, alasan };
        perubahan.push({ jenis: 'prioritas-buat', id, prioritas: { ...isi, asal: unsur.length > 0 ? 'unsur' : 'bebas' } });
      }
      if (!lama.has(kegiatan.id)) {
        const asal = await this.susunan.rencana(kini.instansiId, rencana.kode, manager);
        for (const k of asal ? semuaTersusun(asal) : []) lama.set(k.id, k.isi);
      }
      const isi = lama.get(kegiatan.id);
      if (!isi) throw new Error(`Kegiatan ${kegiatan.kegiatan.kode} tidak terbaca`);
      const prioritasId = ke === PRIORITAS_BARU ? (baru.get(kunci) ?? '') : ke;
      perubahan.push({ jenis: 'buat', isi: isiLanjutan(isi, prioritasId, acuan), asalKegiatanId: kegiatan.id });
    }
    return perubahan;
  }
}

/** The same work in the new plan: by the units of today, for the unsur that it knows, without the periods that have passed. */
function isiLanjutan(isi: IsiKegiatan, prioritasId: string, acuan: Acuan): IsiKegiatan {
  const unsur = isi.unsur?.filter((u) => acuan.unsur.has(u)) ?? [];
  const bukti = isi.buktiDiharapkan.filter((b) => b.periode === undefined);
  return {
    ...isi,
    prioritasId,
    unsur: unsur.length > 0 ? unsur : null,
    jadwal: [],
    penanggungJawab: isi.penanggungJawab.flatMap((p) => pjKini(p, acuan)),
    buktiDiharapkan: bukti,
  };
}

/** A unit that was merged answers through its successor; one that ended without any drops out. */
function pjKini(p: PenanggungJawab, { daftarUnit }: Acuan): PenanggungJawab[] {
  if (!('unit' in p)) return [p];
  const unit = daftarUnit.find((u) => u.kode === p.unit);
  if (!unit) return [];
  const penerus = penerusAkhir(susunPohon(daftarUnit), unit.id)?.id;
  const kini = daftarUnit.find((u) => u.id === penerus && u.berakhir === null);
  return kini ? [{ unit: kini.kode }] : [];
}
