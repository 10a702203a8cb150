import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { PrioritasEntity } from '../prioritas.entity';
import { RencanaEntity } from '../rencana.entity';
import type { AsalPrioritas } from '../rtl.rules';
import { KaitanSaranService } from '../saran/kaitan-saran.service';
import { DilewatiService } from './dilewati.service';
import { GalatIsiKegiatan, GalatRencanaBerubah, GalatUsang } from './galat-usang';
import { masalahKegiatan, medanBerbeda, rapikanIsi, type IsiKegiatan } from './isi-kegiatan.rules';
import { kegiatanAudit } from './kegiatan-audit';
import { kodeBerikut, kunciKode, masalahKode } from './kode.rules';
import { hapusKegiatan, tulisKegiatan, type BarisKegiatan } from './penulis-kegiatan';
import { RencanaTerkunci } from './rencana-terkunci';
import { semuaTersusun, type KegiatanTersusun, type RencanaTersusun } from './susunan';
import { SusunanQuery, type Acuan } from './susunan.query';

/** One change of a plan in draf. `prioritasId` of an `isi` may be the id that a `prioritas-buat` of the same list brings. */
export type PerubahanRencana =
  | { readonly jenis: 'prioritas-buat'; readonly id: string; readonly prioritas: PrioritasBaru }
  | { readonly jenis: 'buat'; readonly isi: IsiKegiatan; readonly kode?: string; readonly asalKegiatanId?: string | null }
  | { readonly jenis: 'ubah'; readonly kegiatan: string; readonly versi: number; readonly isi: IsiKegiatan }
  | { readonly jenis: 'batalkan'; readonly kegiatan: string; readonly versi: number };

export interface PrioritasBaru {
  readonly judul: string;
  readonly program: string | null;
  readonly unsur: readonly string[];
  readonly alasan: string | null;
  readonly asal: AsalPrioritas | null;
}

export interface HasilPerubahan {
  /** kode of each change, in its order; null for a prioritas */
  readonly kode: readonly (string | null)[];
  readonly baru: number;
  readonly berubah: number;
  readonly tetap: number;
  readonly dibatalkan: number;
}

/** What one list of changes comes to, before anything is written. */
interface Rancangan {
  readonly tulis: BarisKegiatan[];
  readonly hapus: KegiatanTersusun[];
  readonly sebelum: KegiatanTersusun[];
  readonly kode: (string | null)[];
  nomor: number;
  tetap: number;
  baru: number;
}

/** Writes kegiatan of a plan in draf. Form, paste and workbook all come here: one way of doing a thing. */
@Injectable()
export class PerubahanService {
  constructor(
    private readonly terkunci: RencanaTerkunci,
    private readonly query: SusunanQuery,
    private readonly transaksi: Transaksi,
    private readonly kaitan: KaitanSaranService,
    private readonly dilewati: DilewatiService,
    private readonly audit: AuditService,
  ) {}

  /**
   * All of the changes, or none, in one transaction with one entry in the audit.
   * @param opsi.sidik of the plan that the changes were made from; without it only the versions of the kegiatan are compared
   * @param opsi.sumber where they come from, as the audit tells: `buku kerja`, `tempelan`
   * @throws {GalatRencanaBerubah} when the plan is another one than `sidik` says
   * @throws {GalatUsang} when a kegiatan was written since
   * @throws {GalatIsiKegiatan} with every fault of every change
   */
  terapkanPerubahan(
    tempat: Tempat,
    rencana: string,
    perubahan: readonly PerubahanRencana[],
    opsi: { readonly sidik?: string | null; readonly sumber: string },
  ): Promise<HasilPerubahan> {
    return this.terkunci.susun(tempat, rencana, async (manager, kini) => {
      if (opsi.sidik !== undefined && opsi.sidik !== null && opsi.sidik !== kini.sidik)
        throw new GalatRencanaBerubah(`Rencana ${rencana} sudah berubah sejak diperiksa. Periksa lagi, lalu terapkan.`);
      const prioritas = await this.buatPrioritas(manager, kini, perubahan);
      const { rancangan, no } = await this.terapkan(tempat, manager, { ...kini, prioritas }, perubahan);
      const berubah = rancangan.tulis.length - rancangan.baru;
      if (rancangan.tulis.length + rancangan.hapus.length + (prioritas.length - kini.prioritas.length) > 0)
        await this.audit.catat('rencana.susun_banyak', {
          instansiId: kini.instansiId,
          sasaran: { jenis: 'rencana', id: kini.id, nama: kini.judul },
          sebelum: { kegiatan: [...rancangan.sebelum, ...rancangan.hapus].map((k) => kegiatanAudit(k.kode, no(k.isi), k.isi)) },
          sesudah: {
            kegiatan: rancangan.tulis.map((k) => kegiatanAudit(k.kode, no(k.isi), k.isi)),
            prioritas: prioritas.slice(kini.prioritas.length).map(({ judul, unsur, alasan }) => ({ judul, unsur, alasan })),
            sumber: opsi.sumber,
          },
        });
      const { kode, baru, tetap, hapus } = rancangan;
      return { kode, baru, berubah, tetap, dibatalkan: hapus.length };
    });
  }

  /** The changes without an entry of their own, within an act that writes its own; the plan is locked and in draf. */
  async terapkan(
    tempat: Tempat,
    manager: EntityManager,
    rencana: RencanaTersusun,
    perubahan: readonly PerubahanRencana[],
  ): Promise<{ rancangan: Rancangan; no: (isi: IsiKegiatan) => number }> {
    const acuan = await this.query.acuan(rencana);
    const rancangan = rancang(rencana, acuan, perubahan);
    const { instansiId, id: rencanaId } = rencana;
    const oleh = this.transaksi.konteks.oleh.nama;
    if (rancangan.tulis.length > 0)
      await tulisKegiatan({ manager, instansiId, rencanaId, acuan, oleh, sekarang: tempat.sekarang }, rancangan.tulis);
    const hapus = rancangan.hapus.map((k) => k.id);
    await this.kaitan.lepas(manager, hapus, tempat.sekarang);
    if (hapus.length > 0) await hapusKegiatan(manager, hapus);
    if (rancangan.nomor !== rencana.nomorKegiatan)
      await manager.update(RencanaEntity, { id: rencanaId }, { nomorKegiatan: rancangan.nomor });
    const noPer = new Map(rencana.prioritas.map((p) => [p.id, p.no]));
    return { rancangan, no: (isi) => noPer.get(isi.prioritasId) ?? 0 };
  }

  private async buatPrioritas(
    manager: EntityManager,
    rencana: RencanaTersusun,
    perubahan: readonly PerubahanRencana[],
  ): Promise<RencanaTersusun['prioritas']> {
    const { instansiId, id: rencanaId } = rencana;
    const hasil = [...rencana.prioritas];
    for (const [ke, p] of perubahan.entries()) {
      if (p.jenis !== 'prioritas-buat') continue;
      const terpakai = unsurTerpakai(p.prioritas.unsur, hasil);
      if (terpakai !== null) throw new GalatIsiKegiatan([{ ke, medan: 'prioritas', pesan: terpakai }]);
      const no = Math.max(0, ...hasil.map((x) => x.no)) + 1;
      const urutan = Math.max(-1, ...hasil.map((x) => x.urutan)) + 1;
      const baru = { ...p.prioritas, id: p.id, no, urutan };
      await manager.insert(PrioritasEntity, { ...baru, instansiId, rencanaId, unsur: [...baru.unsur] });
      hasil.push({ ...baru, versi: 1, kegiatan: [] });
    }
    await this.dilewati.lepas(manager, rencana, hasil.slice(rencana.prioritas.length).flatMap((p) => p.unsur)); // prettier-ignore
    return hasil;
  }
}

/** An unsur has one prioritas in a plan: which has it already, said to whoever names it again. Null when none has. */
export function unsurTerpakai(
  unsur: readonly string[],
  ada: readonly { readonly no?: number; readonly judul: string; readonly unsur: readonly string[] }[],
): string | null {
  for (const u of unsur) {
    const milik = ada.find((p) => p.unsur.includes(u));
    if (milik)
      return `${u} sudah ada dalam prioritas ${milik.no ?? 'baru'} (${milik.judul}); tulis prioritas itu, atau keluarkan dahulu unsurnya dari sana`;
  }
  return null;
}

/** @throws {GalatUsang | GalatIsiKegiatan} */
function rancang(rencana: RencanaTersusun, acuan: Acuan, perubahan: readonly PerubahanRencana[]): Rancangan {
  const semua = [...semuaTersusun(rencana), ...rencana.dikeluarkan];
  const ada = new Map(semuaTersusun(rencana).map((k) => [k.kode, k]));
  const dipakai = new Set(semua.map((k) => kunciKode(k.kode)));
  let urutan = Math.max(-1, ...semua.map((k) => k.urutan));
  const r: Rancangan = { tulis: [], hapus: [], sebelum: [], kode: [], nomor: rencana.nomorKegiatan, tetap: 0, baru: 0 };
  const galat: { ke: number; medan: string; pesan: string }[] = [];
  perubahan.forEach((p, ke) => {
    if (p.jenis === 'prioritas-buat') return void r.kode.push(null);
    const lama = p.jenis === 'buat' ? undefined : ada.get(p.kegiatan);
    if (p.jenis !== 'buat' && lama?.versi !== p.versi) throw new GalatUsang(p.kegiatan, lama ?? null);
    if (p.jenis === 'batalkan') {
      if (lama) r.hapus.push(lama);
      return void r.kode.push(p.kegiatan);
    }
    const isi = rapikanIsi(p.isi);
    galat.push(...masalahKegiatan(isi, acuan, lama?.isi).map((m) => ({ ke, ...m })));
    if (lama) {
      r.kode.push(lama.kode);
      if (medanBerbeda(lama.isi, isi).length === 0) return void (r.tetap += 1);
      r.sebelum.push(lama);
      r.tulis.push({ id: lama.id, kode: lama.kode, urutan: lama.urutan, isi, asalKegiatanId: lama.asalKegiatanId });
      return;
    }
    const sendiri = p.jenis === 'buat' ? (p.kode ?? '') : '';
    const berikut = sendiri === '' ? kodeBerikut(rencana.kode, r.nomor, dipakai) : { kode: sendiri, nomor: r.nomor };
    const masalah = sendiri === '' ? null : masalahKode(sendiri);
    if (masalah !== null) galat.push({ ke, medan: 'kode', pesan: masalah });
    if (dipakai.has(kunciKode(berikut.kode)))
      galat.push({ ke, medan: 'kode', pesan: `Kode ${berikut.kode} sudah dipakai kegiatan lain dalam rencana ini` });
    r.nomor = berikut.nomor;
    dipakai.add(kunciKode(berikut.kode));
    urutan += 1;
    r.baru += 1;
    r.kode.push(berikut.kode);
    const asalKegiatanId = p.jenis === 'buat' ? (p.asalKegiatanId ?? null) : null;
    r.tulis.push({ id: randomUUID(), kode: berikut.kode, urutan, isi, asalKegiatanId });
  });
  if (galat.length > 0) throw new GalatIsiKegiatan(galat);
  return r;
}
