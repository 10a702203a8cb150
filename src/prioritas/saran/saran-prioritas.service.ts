import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { KegiatanEntity } from '../../rtl/kegiatan.entity';
import { PrioritasEntity } from '../../rtl/prioritas.entity';
import { RencanaEntity } from '../../rtl/rencana.entity';
import { KaitanSaranService, type TujuanKaitan } from '../../rtl/saran/kaitan-saran.service';
import type { CaraTindakLanjut } from '../../rtl/saran/saran-tindak-lanjut.entity';
import { GalatIsiKegiatan } from '../../rtl/susun/galat-usang';
import { KegiatanService } from '../../rtl/susun/kegiatan.service';
import { GalatTidakBerhak } from '../../shared/galat';
import { GalatIsian, galatMedan } from '../../shared/isian';
import { SaranRiwayatEntity } from '../../survei/saran/saran-riwayat.entity';
import { bolehKelolaSaran } from '../../survei/saran/saran.policy';
import type { SaranTersimpan } from '../../survei/saran/saran.query';
import type { TempatSaran } from '../../survei/saran/tempat-saran';
import { sasaran } from '../../survei/saran/tindakan-saran.service';
import { PrioritasService } from '../prioritas.service';
import type { KaitkanSaranDto, KegiatanDariSaranDto, PrioritasDariSaranDto } from './saran-prioritas.dto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Fields of a prioritas and of a kegiatan as the forms of a suggestion name them. */
const MEDAN_PRIORITAS: Readonly<Record<string, string>> = { unsur: 'denganUnsur', asal: 'denganUnsur' };
const MEDAN_KEGIATAN: Readonly<Record<string, string>> = { penanggungJawab: 'unit', survei: 'prioritas', unsur: 'prioritas' };

interface Kaitan {
  readonly cara: CaraTindakLanjut;
  readonly rencana: string;
  readonly no: number;
  readonly tujuan: TujuanKaitan;
  /** kode */
  readonly kegiatan: string | null;
  /** field of the form that chose where it goes */
  readonly medan: string;
}

/**
 * Turns a suggestion into a prioritas or a kegiatan of a plan that is still a draf, by the same acts as their own forms, or ties it to
 * one that is there.
 */
@Injectable()
export class SaranPrioritasService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly prioritas: PrioritasService,
    private readonly kegiatan: KegiatanService,
    private readonly kaitan: KaitanSaranService,
    private readonly audit: AuditService,
  ) {}

  /** @throws {GalatIsian} */
  prioritasBaru(tempat: TempatSaran, saran: SaranTersimpan, dto: PrioritasDariSaranDto): Promise<void> {
    return this.kaitkanDengan(tempat, saran, async (manager) => {
      await pastikanDraf(manager, tempat, dto.rencana, 'rencana');
      const unsur = dto.denganUnsur === 'ya' && saran.unsur !== null ? [saran.unsur] : [];
      const isi = { judul: dto.judul, program: null, unsur, asal: 'saran', alasan: dto.alasan } as const;
      const id = await denganMedan(MEDAN_PRIORITAS, () => this.prioritas.buat(tempat, dto.rencana, isi));
      const { no } = await manager.findOneByOrFail(PrioritasEntity, { id });
      return { cara: 'prioritas_baru', rencana: dto.rencana, no, tujuan: { prioritasId: id }, kegiatan: null, medan: 'rencana' };
    });
  }

  /** @throws {GalatIsian} */
  kegiatanBaru(tempat: TempatSaran, saran: SaranTersimpan, dto: KegiatanDariSaranDto): Promise<void> {
    return this.kaitkanDengan(tempat, saran, async (manager) => {
      const instansiId = tempat.instansi.id;
      const prioritas = await cariPrioritas(manager, instansiId, dto.prioritas, 'prioritas');
      const { kode: rencana, surveiId } = await manager.findOneByOrFail(RencanaEntity, { id: prioritas.rencanaId });
      await pastikanDraf(manager, tempat, rencana, 'prioritas');
      const isi = {
        ...{ prioritasId: prioritas.id, uraian: dto.uraian, unsur: null, keluaran: null, indikator: null },
        survei: surveiId === tempat.survei.id ? null : tempat.survei.kode,
        jadwal: bacaJadwal(dto.jadwal),
        penanggungJawab: [{ unit: dto.unit }],
        buktiDiharapkan: [],
      };
      const opsi = dto.kode === '' ? {} : { kode: dto.kode };
      const kode = await denganMedan(MEDAN_KEGIATAN, () => this.kegiatan.buat(tempat, rencana, isi, opsi));
      const { id: kegiatanId } = await manager.findOneByOrFail(KegiatanEntity, { rencanaId: prioritas.rencanaId, kode });
      return { cara: 'kegiatan_baru', rencana, no: prioritas.no, tujuan: { kegiatanId }, kegiatan: kode, medan: 'prioritas' };
    });
  }

  /** No plan changes by this, so that its state does not matter. @throws {GalatIsian} */
  kaitkan(tempat: TempatSaran, saran: SaranTersimpan, dto: KaitkanSaranDto): Promise<void> {
    return this.kaitkanDengan(tempat, saran, async (manager) => {
      const instansiId = tempat.instansi.id;
      const [jenis = '', id = ''] = dto.tujuan.split(':', 2);
      const cari = async () => {
        const kegiatan = jenis === 'k' && UUID.test(id) ? await manager.findOneBy(KegiatanEntity, { instansiId, id }) : null;
        if (jenis === 'k' && !kegiatan) throw galatMedan('tujuan', 'Pilih prioritas atau kegiatan yang ada');
        return { kegiatan, prioritas: await cariPrioritas(manager, instansiId, kegiatan?.prioritasId ?? id, 'tujuan') };
      };
      // Whoever takes it out of the plan at this moment goes first, or waits.
      const { rencanaId } = (await cari()).prioritas;
      const rencana = await manager.findOneOrFail(RencanaEntity, { where: { id: rencanaId }, lock: { mode: 'pessimistic_read' } }); // prettier-ignore
      const { kegiatan, prioritas } = await cari();
      return {
        ...{ cara: 'dikaitkan', rencana: rencana.kode, no: prioritas.no, kegiatan: kegiatan?.kode ?? null, medan: 'tujuan' },
        tujuan: kegiatan ? { kegiatanId: kegiatan.id } : { prioritasId: prioritas.id },
      };
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
      const { cara, rencana, no, kegiatan, tujuan, medan } = await kerja(manager);
      const milik = { id: saran.id, instansiId: instansi.id };
      if (!(await this.kaitan.kaitkan(manager, milik, tujuan, cara, sekarang)))
        throw galatMedan(medan, 'Saran ini sudah dikaitkan dengannya; pilih yang lain');
      const { konteks } = this.transaksi;
      await manager.insert(SaranRiwayatEntity, {
        ...{ id: randomUUID(), instansiId: instansi.id, saranId: saran.id, tindakan: 'tindak-lanjuti' },
        ...{ dari: saran.status, ke: saran.status, alasan: null },
        keterangan: kegiatan === null ? `prioritas ${no} dalam ${rencana}` : `kegiatan ${kegiatan} dalam ${rencana}`,
        ...{ pada: sekarang, penggunaId: konteks.pengguna, nama: konteks.oleh.nama },
      });
      await this.audit.catat('saran.tindak_lanjuti', {
        ...sasaran(tempat, saran),
        sebelum: null,
        sesudah: { cara, rencana, prioritas: no, kegiatan },
      });
    });
  }
}

/** The plan, locked, still a draf: said at the field that chose it. @throws {GalatIsian} */
async function pastikanDraf(manager: EntityManager, { instansi }: TempatSaran, kode: string, medan: string): Promise<void> {
  const rencana = await manager.findOne(RencanaEntity, {
    where: { instansiId: instansi.id, kode },
    lock: { mode: 'pessimistic_write' },
  });
  if (!rencana) throw galatMedan(medan, 'Pilih rencana yang ada');
  if (rencana.status !== 'draf')
    throw galatMedan(medan, `Rencana ${kode} sudah ${rencana.status}, jadi tidak dapat ditambah dari sini; kaitkan saja`);
}

/** Faults of the plan's own acts at the fields of this form; one that has none here at the first. */
async function denganMedan<T>(nama: Readonly<Record<string, string>>, kerja: () => Promise<T>): Promise<T> {
  try {
    return await kerja();
  } catch (galat) {
    if (!(galat instanceof GalatIsian || galat instanceof GalatIsiKegiatan)) throw galat;
    throw new GalatIsian(galat.daftar.map(({ medan, pesan }) => ({ medan: nama[medan] ?? medan, pesan })));
  }
}

async function cariPrioritas(manager: EntityManager, instansiId: string, id: string, medan: string): Promise<PrioritasEntity> {
  const prioritas = UUID.test(id) ? await manager.findOneBy(PrioritasEntity, { instansiId, id }) : null;
  if (!prioritas) throw galatMedan(medan, 'Pilih yang ada dalam daftar');
  return prioritas;
}

/** What was typed, as codes; whether they are periods of this plan is for the act to say. @throws {GalatIsian} when there is none */
function bacaJadwal(teks: string): string[] {
  const kode = teks.toUpperCase().split(/[\s,;]+/).filter(Boolean); // prettier-ignore
  if (kode.length === 0) throw galatMedan('jadwal', 'Tuliskan jadwalnya seperti 2026-TW1 atau 2026-03, dipisah koma');
  return kode;
}
