import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import type { NilaiAudit } from '../../audit/bentuk-peristiwa';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { GalatPengguna, GalatTidakDitemukan } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import type { KodePeriode } from '../../shared/periode';
import { AdendumEntity } from '../adendum.entity';
import { RencanaAwalService } from '../awal/rencana-awal.service';
import { SlotService } from '../awal/slot.service';
import { RencanaEntity } from '../rencana.entity';
import { GalatIsiKegiatan, GalatUsang } from '../susun/galat-usang';
import { masalahKegiatan, rapikanIsi, type IsiKegiatan } from '../susun/isi-kegiatan.rules';
import { kodeBerikut, kunciKode } from '../susun/kode.rules';
import { RencanaTerkunci } from '../susun/rencana-terkunci';
import { keKegiatan, semuaTersusun, type KegiatanTersusun, type RencanaTersusun } from '../susun/susunan';
import { SusunanQuery } from '../susun/susunan.query';
import { UsulanAdendumEntity } from '../usulan-adendum.entity';
import { jadwalGeser, masalahGeser, masalahLewat } from './geser.rules';
import { kegiatanAdendum, type IsiAdendum } from './isi-adendum';
import { PenerapAdendum } from './penerap-adendum';
import { pastikanDapatDisetujui, pastikanPengusul, pengusulnya } from './periksa-usulan';

/** A change of a plan that is ditetapkan, as it is proposed; `versi` of the kegiatan as it was read. */
export type UsulanBaru = { readonly alasan: string } & (
  | { readonly jenis: 'tambahan'; readonly isi: IsiKegiatan }
  | { readonly jenis: 'diganti'; readonly kegiatan: string; readonly versi: number; readonly isi: IsiKegiatan }
  | { readonly jenis: 'dibatalkan'; readonly kegiatan: string; readonly versi: number }
  | { readonly jenis: 'digeser'; readonly kegiatan: string; readonly versi: number; readonly jadwal: readonly KodePeriode[] }
);

/** Addenda: proposed by who writes plans, approved by the pimpinan, and only then applied. */
@Injectable()
export class AdendumService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly terkunci: RencanaTerkunci,
    private readonly query: SusunanQuery,
    private readonly awal: RencanaAwalService,
    private readonly slot: SlotService,
    private readonly penerap: PenerapAdendum,
    private readonly audit: AuditService,
  ) {}

  /**
   * @returns id of the proposal
   * @throws {GalatIsiKegiatan | GalatIsian} @throws {GalatUsang} when the kegiatan was changed since
   */
  usulkan(tempat: Tempat, rencana: string, usulan: UsulanBaru): Promise<string> {
    return this.terkunci.kerjakan(tempat, rencana, 'rencana.susun', async (manager, kini) => {
      pastikanDitetapkan(kini);
      periksaAlasan(usulan.alasan, 'Tuliskan alasan perubahannya');
      const sasaran = usulan.jenis === 'tambahan' ? null : cariBerlaku(kini, usulan.kegiatan, usulan.versi);
      const menunggu = { rencanaId: kini.id, keadaan: 'menunggu' as const };
      if (sasaran && (await manager.existsBy(UsulanAdendumEntity, { ...menunggu, kegiatanId: sasaran.id })))
        throw galatMedan('alasan', `Kegiatan ${sasaran.kode} masih punya usulan adendum yang menunggu putusan; tunggu, atau minta pengusulnya menariknya`); // prettier-ignore
      const isi = await this.susunIsi(tempat, manager, kini, usulan, sasaran);
      const { oleh } = this.transaksi.konteks;
      const id = randomUUID();
      await manager.insert(UsulanAdendumEntity, {
        ...{ id, instansiId: kini.instansiId, ...menunggu, jenis: isi.jenis, isi, alasan: usulan.alasan.trim() },
        ...{ kegiatanId: sasaran?.id ?? null, versiKegiatan: sasaran?.versi ?? null },
        ...{ olehId: tempat.pelaku.penggunaId, olehNama: oleh.nama, olehJabatan: this.jabatan(kini), pada: tempat.sekarang },
      });
      await this.audit.catat('adendum.usulkan', {
        instansiId: kini.instansiId,
        sasaran: { jenis: 'rencana', id: kini.id, nama: kini.judul },
        sebelum: null,
        sesudah: { jenis: isi.jenis, kegiatan: kegiatanAdendum(isi), isi: jsonAudit(isi) },
        alasan: usulan.alasan.trim(),
      });
      return id;
    });
  }

  /**
   * Applies it once, however often it is sent: tables, slots, and the entry that stays. Everything that was asked of the proposal is asked again, with today's date.
   * @throws {GalatRencanaBerubah} when the plan, what it points to, or the day does not allow it any more
   */
  setujui(tempat: Tempat, rencana: string, usulanId: string): Promise<void> {
    return this.terkunci.kerjakan(tempat, rencana, 'rencana.tetapkan', async (manager, kini) => {
      const usulan = await this.cari(manager, kini, usulanId);
      if (usulan.keadaan === 'disetujui' && !pengusulnya(usulan, tempat)) return;
      pastikanMenunggu(usulan);
      pastikanDitetapkan(kini);
      pastikanDapatDisetujui(tempat, kini, usulan, await this.query.acuan(kini));
      const { adendum } = (await this.awal.baca(kini.id, manager)) ?? { adendum: [] };
      const terakhir = adendum.at(-1);
      const tanggal = terakhir && terakhir.tanggal > tempat.hariIni ? terakhir.tanggal : tempat.hariIni;
      const { oleh } = this.transaksi.konteks;
      const baru = await this.penerap.terapkan(manager, kini, usulan.isi, { oleh: usulan.olehNama, sekarang: tempat.sekarang });
      const nomor = (terakhir?.nomor ?? 0) + 1;
      const putusan = { diputusNama: oleh.nama, diputusJabatan: this.jabatan(kini), diputusPada: tempat.sekarang };
      await manager.update(UsulanAdendumEntity, { id: usulan.id }, { keadaan: 'disetujui', ...putusan });
      await manager.insert(AdendumEntity, {
        ...{ id: randomUUID(), instansiId: kini.instansiId, rencanaId: kini.id, usulanId: usulan.id, nomor },
        ...{ jenis: usulan.jenis, kegiatan: kegiatanAdendum(usulan.isi), isi: usulan.isi, alasan: usulan.alasan, tanggal },
        ...{ penyetujuNama: oleh.nama, penyetujuJabatan: putusan.diputusJabatan, pada: tempat.sekarang },
        ...{ olehNama: usulan.olehNama, olehJabatan: usulan.olehJabatan },
      });
      const sesudah = await this.query.rencana(kini.instansiId, rencana, manager);
      if (!sesudah) throw new Error(`Rencana ${rencana} hilang`);
      await this.slot.susunUlang(manager, sesudah, baru, tempat.hariIni);
      await this.awal.pastikanSama(manager, sesudah);
      await this.audit.catat('adendum.setujui', {
        instansiId: kini.instansiId,
        sasaran: { jenis: 'rencana', id: kini.id, nama: kini.judul },
        sebelum: null,
        sesudah: { nomor, jenis: usulan.jenis, kegiatan: kegiatanAdendum(usulan.isi), isi: jsonAudit(usulan.isi) },
        alasan: usulan.alasan,
      });
    });
  }

  tolak(tempat: Tempat, rencana: string, usulanId: string, alasan: string): Promise<void> {
    return this.terkunci.kerjakan(tempat, rencana, 'rencana.tetapkan', async (manager, kini) => {
      const usulan = await this.cari(manager, kini, usulanId);
      if (usulan.keadaan === 'ditolak' && usulan.alasanPutusan === alasan.trim()) return;
      pastikanMenunggu(usulan);
      periksaAlasan(alasan, 'Tuliskan alasan penolakannya');
      await this.tutup(manager, kini, usulan, { keadaan: 'ditolak', alasan: alasan.trim(), pada: tempat.sekarang });
    });
  }

  /** Takes a proposal back before anybody decided on it. @throws {GalatPengguna} for anybody but who made it */
  tarik(tempat: Tempat, rencana: string, usulanId: string): Promise<void> {
    return this.terkunci.kerjakan(tempat, rencana, 'rencana.susun', async (manager, kini) => {
      const usulan = await this.cari(manager, kini, usulanId);
      pastikanPengusul(usulan, tempat);
      if (usulan.keadaan === 'ditarik') return;
      pastikanMenunggu(usulan);
      await this.tutup(manager, kini, usulan, { keadaan: 'ditarik', alasan: null, pada: tempat.sekarang });
    });
  }

  /** Every proposal of a plan, newest first. */
  usulan(rencanaId: string): Promise<UsulanAdendumEntity[]> {
    return this.transaksi.manager.find(UsulanAdendumEntity, { where: { rencanaId }, order: { pada: 'DESC', id: 'ASC' } });
  }

  private async susunIsi(
    tempat: Tempat,
    manager: EntityManager,
    kini: RencanaTersusun,
    usulan: UsulanBaru,
    sasaran: KegiatanTersusun | null,
  ): Promise<IsiAdendum> {
    if (usulan.jenis === 'dibatalkan') return { jenis: usulan.jenis, kegiatan: usulan.kegiatan };
    if (usulan.jenis === 'digeser') {
      const { jadwal: lama } = (sasaran ?? gagal()).isi;
      const geseran = { lama, diminta: usulan.jadwal, satuan: kini.satuanJadwal, hariIni: tempat.hariIni };
      const masalah = masalahGeser(geseran);
      if (masalah !== null) throw galatMedan('jadwal', masalah);
      return { jenis: usulan.jenis, kegiatan: usulan.kegiatan, jadwal: jadwalGeser(geseran) };
    }
    const isi = rapikanIsi(sasaran ? { ...usulan.isi, prioritasId: sasaran.isi.prioritasId } : usulan.isi);
    const masalah = masalahKegiatan(isi, await this.query.acuan(kini), sasaran?.isi);
    if (masalah.length > 0) throw new GalatIsiKegiatan(masalah.map((m) => ({ ke: 0, ...m })));
    const lewat = masalahLewat({ lama: sasaran?.isi.jadwal ?? [], diminta: isi.jadwal, satuan: kini.satuanJadwal, hariIni: tempat.hariIni }); // prettier-ignore
    if (lewat !== null) throw galatMedan('jadwal', lewat);
    const dipakai = new Set([...semuaTersusun(kini), ...kini.dikeluarkan].map((k) => kunciKode(k.kode)));
    const { kode, nomor } = kodeBerikut(kini.kode, kini.nomorKegiatan, dipakai);
    await manager.update(RencanaEntity, { id: kini.id }, { nomorKegiatan: nomor });
    const { unsur, buktiDiharapkan } = isi;
    const kegiatan = keKegiatan(kode, isi);
    const no = kini.prioritas.find((p) => p.id === isi.prioritasId)?.no ?? 0;
    if (usulan.jenis === 'tambahan') return { jenis: usulan.jenis, prioritas: no, kegiatan, unsur, buktiDiharapkan };
    return { jenis: usulan.jenis, kegiatan: usulan.kegiatan, pengganti: kegiatan, unsur, buktiDiharapkan };
  }

  private async cari(manager: EntityManager, kini: RencanaTersusun, id: string): Promise<UsulanAdendumEntity> {
    const usulan = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
      ? await manager.findOneBy(UsulanAdendumEntity, { id, rencanaId: kini.id })
      : null;
    if (!usulan) throw new GalatTidakDitemukan(`Usulan adendum itu tidak ada pada rencana ${kini.kode}.`);
    return usulan;
  }

  /** A proposal that changes nothing: kept with who closed it. */
  private async tutup(
    manager: EntityManager,
    kini: RencanaTersusun,
    usulan: UsulanAdendumEntity,
    { keadaan, alasan, pada }: { readonly keadaan: 'ditolak' | 'ditarik'; readonly alasan: string | null; readonly pada: Date },
  ): Promise<void> {
    const putusan = { diputusNama: this.transaksi.konteks.oleh.nama, diputusJabatan: this.jabatan(kini), diputusPada: pada };
    await manager.update(UsulanAdendumEntity, { id: usulan.id }, { keadaan, alasanPutusan: alasan, ...putusan });
    await this.audit.catat(keadaan === 'ditolak' ? 'adendum.tolak' : 'adendum.tarik', {
      instansiId: kini.instansiId,
      sasaran: { jenis: 'rencana', id: kini.id, nama: kini.judul },
      sebelum: null,
      sesudah: { jenis: usulan.jenis, kegiatan: kegiatanAdendum(usulan.isi) },
      alasan,
    });
  }

  private jabatan({ instansiId }: RencanaTersusun): string | null {
    return this.transaksi.konteks.oleh.jabatan.find((j) => j.instansiId === instansiId)?.jabatan ?? null;
  }
}

function pastikanMenunggu({ keadaan }: UsulanAdendumEntity): void {
  if (keadaan !== 'menunggu') throw new GalatPengguna(`Usulan adendum ini sudah ${keadaan}.`);
}

function periksaAlasan(alasan: string, kosong: string): void {
  if (!/[\p{L}\p{N}]/u.test(alasan)) throw galatMedan('alasan', kosong);
  if (alasan.length > 1000) throw galatMedan('alasan', 'Persingkat; paling banyak 1.000 huruf');
}

function pastikanDitetapkan({ kode, status }: RencanaTersusun): void {
  if (status !== 'ditetapkan')
    throw new GalatPengguna(`Rencana ${kode} belum ditetapkan, jadi belum perlu adendum; ubah kegiatannya langsung.`);
}

function cariBerlaku(kini: RencanaTersusun, kode: string, versi: number): KegiatanTersusun {
  const ada = semuaTersusun(kini).find((k) => k.kode === kode);
  if (ada?.versi !== versi) throw new GalatUsang(kode, ada ?? null);
  return ada;
}

function gagal(): never {
  throw new Error('Adendum tanpa kegiatan');
}

function jsonAudit(isi: IsiAdendum): NilaiAudit {
  return JSON.parse(JSON.stringify(isi)) as NilaiAudit;
}
