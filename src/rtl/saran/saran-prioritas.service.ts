import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { GalatTidakBerhak } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { bacaPeriode, kodePeriode, PANJANG } from '../../shared/periode';
import { SaranRiwayatEntity } from '../../survei/saran/saran-riwayat.entity';
import { bolehKelolaSaran } from '../../survei/saran/saran.policy';
import type { SaranTersimpan } from '../../survei/saran/saran.query';
import type { TempatSaran } from '../../survei/saran/tempat-saran';
import { sasaran } from '../../survei/saran/tindakan-saran.service';
import { KegiatanEntity } from '../kegiatan.entity';
import { PenanggungJawabEntity } from '../penanggung-jawab.entity';
import { PrioritasEntity } from '../prioritas.entity';
import { RencanaEntity } from '../rencana.entity';
import type { SatuanJadwal } from '../rtl.rules';
import type { KaitkanSaranDto, KegiatanDariSaranDto, PrioritasDariSaranDto } from './saran-prioritas.dto';
import { SaranTindakLanjutEntity, type CaraTindakLanjut } from './saran-tindak-lanjut.entity';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Kaitan {
  readonly cara: CaraTindakLanjut;
  readonly rencana: string;
  readonly no: number;
  readonly prioritasId: string;
  readonly kegiatan: { readonly id: string; readonly kode: string } | null;
}

/** Turns a suggestion into a prioritas or a kegiatan of a plan that is still a draf, or ties it to one that is there. */
@Injectable()
export class SaranPrioritasService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly unit: UnitQuery,
    private readonly audit: AuditService,
  ) {}

  prioritasBaru(tempat: TempatSaran, saran: SaranTersimpan, dto: PrioritasDariSaranDto): Promise<void> {
    return this.kaitkanDengan(tempat, saran, async (manager) => {
      const instansiId = tempat.instansi.id;
      const rencana = await manager.findOne(RencanaEntity, {
        where: { instansiId, kode: dto.rencana },
        lock: { mode: 'pessimistic_write' },
      });
      if (!rencana) throw galatMedan('rencana', 'Pilih rencana yang ada');
      pastikanDraf(rencana, 'rencana');
      const ada = await manager.findBy(PrioritasEntity, { rencanaId: rencana.id });
      const no = Math.max(0, ...ada.map((p) => p.no)) + 1;
      const id = randomUUID();
      await manager.insert(PrioritasEntity, {
        id,
        instansiId,
        rencanaId: rencana.id,
        urutan: Math.max(-1, ...ada.map((p) => p.urutan)) + 1,
        no,
        judul: dto.judul,
        program: null,
        unsur: dto.denganUnsur === 'ya' && saran.unsur !== null ? [saran.unsur] : [],
        alasan: dto.alasan,
      });
      return { cara: 'prioritas_baru', rencana: rencana.kode, no, prioritasId: id, kegiatan: null };
    });
  }

  kegiatanBaru(tempat: TempatSaran, saran: SaranTersimpan, dto: KegiatanDariSaranDto): Promise<void> {
    return this.kaitkanDengan(tempat, saran, async (manager) => {
      const instansiId = tempat.instansi.id;
      const prioritas = await cariPrioritas(manager, instansiId, dto.prioritas, 'prioritas');
      const rencana = await manager.findOneOrFail(RencanaEntity, { where: { id: prioritas.rencanaId }, lock: { mode: 'pessimistic_write' } }); // prettier-ignore
      pastikanDraf(rencana, 'prioritas');
      const jadwal = bacaJadwal(dto.jadwal, rencana.satuanJadwal);
      const unit = (await this.unit.aktif(instansiId)).find((u) => u.kode === dto.unit);
      if (!unit) throw galatMedan('unit', 'Pilih unit yang ada dan masih bekerja');
      const ada = await manager.findBy(KegiatanEntity, { rencanaId: rencana.id });
      const kode = dto.kode || kodeBerikut(prioritas.no, ada.map((k) => k.kode)); // prettier-ignore
      if (ada.some((k) => k.kode.toLowerCase() === kode.toLowerCase()))
        throw galatMedan('kode', 'Kode ini sudah dipakai kegiatan lain dalam rencana itu; pilih kode yang lain');
      const id = randomUUID();
      await manager.insert(KegiatanEntity, {
        id,
        instansiId,
        rencanaId: rencana.id,
        prioritasId: prioritas.id,
        urutan: Math.max(-1, ...ada.map((k) => k.urutan)) + 1,
        kode,
        uraian: dto.uraian,
        surveiId: rencana.surveiId === tempat.survei.id ? null : tempat.survei.id,
        jadwal,
        keluaran: null,
        indikator: null,
      });
      await manager.insert(PenanggungJawabEntity, { instansiId, kegiatanId: id, urutan: 0, unitId: unit.id, kelompok: null });
      return {
        cara: 'kegiatan_baru',
        rencana: rencana.kode,
        no: prioritas.no,
        prioritasId: prioritas.id,
        kegiatan: { id, kode },
      };
    });
  }

  /** No plan changes by this, so that its state does not matter. */
  kaitkan(tempat: TempatSaran, saran: SaranTersimpan, dto: KaitkanSaranDto): Promise<void> {
    return this.kaitkanDengan(tempat, saran, async (manager) => {
      const instansiId = tempat.instansi.id;
      const [jenis = '', id = ''] = dto.tujuan.split(':', 2);
      const kegiatan = jenis === 'k' && UUID.test(id) ? await manager.findOneBy(KegiatanEntity, { instansiId, id }) : null;
      if (jenis === 'k' && !kegiatan) throw galatMedan('tujuan', 'Pilih prioritas atau kegiatan yang ada');
      const prioritas = await cariPrioritas(manager, instansiId, kegiatan?.prioritasId ?? id, 'tujuan');
      const rencana = await manager.findOneByOrFail(RencanaEntity, { id: prioritas.rencanaId });
      const sudah = await manager.existsBy(
        SaranTindakLanjutEntity,
        kegiatan ? { saranId: saran.id, kegiatanId: kegiatan.id } : { saranId: saran.id, prioritasId: prioritas.id },
      );
      if (sudah) throw galatMedan('tujuan', 'Saran ini sudah dikaitkan dengannya; pilih yang lain');
      return { cara: 'dikaitkan', rencana: rencana.kode, no: prioritas.no, prioritasId: prioritas.id, kegiatan };
    });
  }

  /** The link, its step in the suggestion's history, and the audit, with what `kerja` makes or finds: all of it or nothing. */
  private kaitkanDengan(
    tempat: TempatSaran,
    saran: SaranTersimpan,
    kerja: (manager: EntityManager) => Promise<Kaitan>,
  ): Promise<void> {
    const { pelaku, instansi, sekarang } = tempat;
    if (!bolehKelolaSaran(pelaku, instansi.id))
      throw new GalatTidakBerhak('Hanya koordinator untuk seluruh instansi yang menindaklanjuti saran dalam rencana.');
    return this.transaksi.jalankan(async (manager) => {
      const kaitan = await kerja(manager);
      const { konteks } = this.transaksi;
      const oleh = { pada: sekarang, penggunaId: konteks.pengguna, nama: konteks.oleh.nama };
      const { cara, rencana, no, kegiatan } = kaitan;
      await manager.insert(SaranTindakLanjutEntity, {
        id: randomUUID(),
        instansiId: instansi.id,
        saranId: saran.id,
        prioritasId: kegiatan ? null : kaitan.prioritasId,
        kegiatanId: kegiatan?.id ?? null,
        cara,
        ...oleh,
      });
      await manager.insert(SaranRiwayatEntity, {
        id: randomUUID(),
        instansiId: instansi.id,
        saranId: saran.id,
        tindakan: 'tindak-lanjuti',
        dari: saran.status,
        ke: saran.status,
        keterangan: kegiatan ? `kegiatan ${kegiatan.kode} dalam ${rencana}` : `prioritas ${no} dalam ${rencana}`,
        alasan: null,
        ...oleh,
      });
      await this.audit.catat('saran.tindak_lanjuti', {
        ...sasaran(tempat, saran),
        sebelum: null,
        sesudah: { cara, rencana, prioritas: no, kegiatan: kegiatan?.kode ?? null },
      });
    });
  }
}

function pastikanDraf({ status, kode }: RencanaEntity, medan: string): void {
  if (status !== 'draf')
    throw galatMedan(medan, `Rencana ${kode} sudah ${status}, jadi tidak dapat ditambah dari sini; kaitkan saja`);
}

async function cariPrioritas(manager: EntityManager, instansiId: string, id: string, medan: string): Promise<PrioritasEntity> {
  const prioritas = UUID.test(id) ? await manager.findOneBy(PrioritasEntity, { instansiId, id }) : null;
  if (!prioritas) throw galatMedan(medan, 'Pilih yang ada dalam daftar');
  return prioritas;
}

/** `3.1`, `3.2` …: the first that is free. */
function kodeBerikut(no: number, dipakai: readonly string[]): string {
  for (let ke = 1; ; ke += 1) if (!dipakai.includes(`${no}.${ke}`)) return `${no}.${ke}`;
}

/** @throws {GalatIsian} when a part is no period, or finer than the plan's own unit */
function bacaJadwal(teks: string, satuan: SatuanJadwal): string[] {
  const kode = teks.toUpperCase().split(/[\s,;]+/).filter(Boolean); // prettier-ignore
  const periode = kode.map((k) => bacaPeriode(k));
  const salah = kode.find((_, i) => periode[i] === null);
  if (salah !== undefined || kode.length === 0)
    throw galatMedan('jadwal', `${salah ?? 'Isian itu'} bukan periode; tuliskan seperti 2026-TW1 atau 2026-03, dipisah koma`);
  const terlaluRinci = periode.find((p) => p !== null && PANJANG[p.jenis] < PANJANG[satuan]);
  if (terlaluRinci)
    throw galatMedan('jadwal', `Rencana ini dijadwalkan per ${satuan}; ${kodePeriode(terlaluRinci)} terlalu rinci`);
  return [...new Set(periode.flatMap((p) => (p === null ? [] : [kodePeriode(p)])))];
}
