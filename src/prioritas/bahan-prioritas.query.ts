import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transaksi } from '../database/transaksi';
import { InstrumenQuery } from '../instrumen/instrumen.query';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { JUMLAH_PRIORITAS_BAKU } from '../organisasi/organisasi.rules';
import type { Tempat } from '../organisasi/tempat';
import { PrioritasDilewatiEntity } from '../rtl/prioritas-dilewati.entity';
import { RtlQuery } from '../rtl/rtl.query';
import type { Rencana } from '../rtl/rtl.rules';
import { rencanaTidakAda } from '../rtl/susun/rencana-terkunci';
import type { RencanaTersusun } from '../rtl/susun/susunan';
import { SusunanQuery } from '../rtl/susun/susunan.query';
import { hitungSurvei } from '../survei/skor.rules';
import { SurveiQuery } from '../survei/survei.query';
import type { Survei } from '../survei/survei.rules';
import { surveiSebanding, tindakLanjutLalu, unsurBerulang, type Berulang, type TindakLanjutLalu } from './berulang.rules';
import { SumberKeadaanLalu, type KeadaanRencana } from './keadaan-lalu';
import type { AcuanPrioritas } from './pilihan.rules';
import { unsurTerendah } from '../survei/terendah.rules';
import { usulkan, type UsulanUnsur } from './usulan.rules';

/** What the choice of priorities of one plan rests on. */
export interface BahanPilihan {
  readonly rencana: RencanaTersusun;
  readonly survei: Survei | null;
  readonly instrumen: Instrumen | null;
  /** N of "N lowest" */
  readonly jumlah: number;
  /** lowest first; none without values per unsur */
  readonly usulan: readonly UsulanUnsur[];
  /** reason by unsur */
  readonly dilewati: ReadonlyMap<string, string>;
}

/** The same with the time before. */
export interface BahanPrioritas extends BahanPilihan {
  readonly berulang: readonly (Berulang & { readonly lalu: readonly TindakLanjutLalu[] })[];
  readonly daftarRencana: readonly Rencana[];
  readonly daftarSurvei: readonly Survei[];
  readonly keadaan: KeadaanRencana;
}

@Injectable()
export class BahanPrioritasQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly susunan: SusunanQuery,
    private readonly survei: SurveiQuery,
    private readonly instrumen: InstrumenQuery,
    private readonly rtl: RtlQuery,
    private readonly sumber: SumberKeadaanLalu,
  ) {}

  /** @throws {HalamanTidakAda} when there is no such plan */
  async rencana(tempat: Tempat, kode: string): Promise<RencanaTersusun> {
    const sah = kode.length <= 100 && kode.isWellFormed() && !/\p{Cc}/u.test(kode);
    const rencana = sah ? await this.susunan.rencana(tempat.instansi.id, kode) : null;
    if (!rencana) throw rencanaTidakAda(tempat, kode);
    return rencana;
  }

  async pilihan(
    tempat: Tempat,
    rencana: RencanaTersusun,
    manager: EntityManager = this.transaksi.manager,
  ): Promise<BahanPilihan> {
    return (await this.dasar(tempat, rencana, manager)).pilihan;
  }

  /** Everything that the page shows. @throws {HalamanTidakAda} */
  async semua(tempat: Tempat, kode: string): Promise<BahanPrioritas> {
    const { pilihan, daftarSurvei, daftarInstrumen } = await this.dasar(tempat, await this.rencana(tempat, kode));
    const { survei, jumlah } = pilihan;
    const daftarRencana = await this.rtl.daftar(tempat.instansi.id);
    const sebanding = survei === null ? [] : surveiSebanding(daftarSurvei, survei);
    const terendah = sebanding.map((s) => ({ survei: s, terendah: new Set(terendahSurvei(s, daftarInstrumen, jumlah)) }));
    const berulang = [...unsurBerulang(terendah).values()];
    return {
      ...pilihan,
      daftarRencana,
      daftarSurvei,
      berulang: berulang.map((b) => ({
        ...b,
        lalu: tindakLanjutLalu(
          b,
          daftarRencana.filter((r) => r.kode !== kode),
        ),
      })),
      keadaan: await this.sumber.cari(tempat.instansi.id),
    };
  }

  private async dasar({ instansi }: Tempat, rencana: RencanaTersusun, manager: EntityManager = this.transaksi.manager) {
    const daftarSurvei = await this.survei.daftar(instansi.id);
    const daftarInstrumen = await this.instrumen.semua(instansi.id);
    const survei = daftarSurvei.find((s) => s.kode === rencana.survei) ?? null;
    const instrumen = daftarInstrumen.find((i) => i.kode === survei?.instrumen) ?? null;
    const jumlah = instansi.pengaturan?.jumlahPrioritas ?? JUMLAH_PRIORITAS_BAKU;
    const barisDilewati = await manager.find(PrioritasDilewatiEntity, { where: { rencanaId: rencana.id } });
    const pilihan: BahanPilihan = {
      rencana,
      survei,
      instrumen,
      jumlah,
      usulan: survei && instrumen ? usulkan(hitungSurvei(survei, instrumen).unsur, instrumen, jumlah) : [],
      dilewati: new Map(barisDilewati.map((d) => [d.unsur, d.alasan])),
    };
    return { pilihan, daftarSurvei, daftarInstrumen };
  }
}

function terendahSurvei(survei: Survei, semua: readonly Instrumen[], jumlah: number): string[] {
  const instrumen = semua.find((i) => i.kode === survei.instrumen);
  return instrumen ? unsurTerendah(hitungSurvei(survei, instrumen).unsur, jumlah).flat() : [];
}

/** What a choice is judged by. @param sendiri id of the prioritas that is being changed, and of one that it takes in */
export function acuanPrioritas(bahan: BahanPilihan, ...sendiri: readonly string[]): AcuanPrioritas {
  const { rencana, instrumen, usulan } = bahan;
  const lain = rencana.prioritas.filter((p) => !sendiri.includes(p.id));
  // A plan without survey keeps the unsur that it names.
  const tanpaSurvei = new Map(rencana.prioritas.flatMap((p) => p.unsur.map((u) => [u, u] as const)));
  return {
    unsur: instrumen ? new Map(instrumen.unsur.map((u) => [u.kode, u.nama])) : tanpaSurvei,
    dinilai: usulan.length === 0 ? null : new Set(usulan.map((u) => u.unsur)),
    terendah: new Set(usulan.filter((u) => u.terendah).map((u) => u.unsur)),
    terpakai: new Map(lain.flatMap((p) => p.unsur.map((u) => [u, p.no] as const))),
  };
}

/** Proposed unsur of which nobody has decided anything. */
export function belumDiputuskan({ usulan, rencana, dilewati }: BahanPilihan): UsulanUnsur[] {
  const dipilih = new Set(rencana.prioritas.flatMap((p) => p.unsur));
  return usulan.filter((u) => u.terendah && !dipilih.has(u.unsur) && !dilewati.has(u.unsur));
}
