import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import type { Sasaran } from '../../audit/peristiwa';
import { Transaksi } from '../../database/transaksi';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { aktif } from '../../organisasi/unit/unit.rules';
import { GalatTidakBerhak } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { NAMA_IDENTITAS, temukanIdentitas } from './identitas.rules';
import { SaranRiwayatEntity } from './saran-riwayat.entity';
import { SaranTanggapanEntity } from './saran-tanggapan.entity';
import { BUKAN_SATU_PUN, type TanggapiSaranDto, type TerbitkanSaranDto, type TetapkanSaranDto } from './saran.dto';
import { SaranEntity } from './saran.entity';
import { bolehKelolaSaran, bolehTanggapiSaran } from './saran.policy';
import { langkahSaran, type StatusSaran, type TindakanSaran } from './saran.rules';
import { BukaSaran, type TempatSaran } from './tempat-saran';

/** Acts whose reason is all that is typed. */
export type TindakanBeralasan = 'jangan-terbitkan' | 'tinjau-ulang' | 'kecualikan' | 'pulihkan';

const PERISTIWA = {
  'jangan-terbitkan': 'saran.jangan_terbitkan',
  'tinjau-ulang': 'saran.tinjau_ulang',
  kecualikan: 'saran.kecualikan',
  pulihkan: 'saran.pulihkan',
} as const;

interface Langkah {
  readonly saran: SaranEntity;
  readonly ke: StatusSaran;
  readonly manager: EntityManager;
}

/** The acts on one suggestion, each asked of the policy and of the table of states once more. */
@Injectable()
export class TindakanSaranService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly buka: BukaSaran,
    private readonly unit: UnitQuery,
    private readonly audit: AuditService,
  ) {}

  tetapkan(tempat: TempatSaran, nomor: number, dto: TetapkanSaranDto): Promise<void> {
    return this.langkah(tempat, nomor, 'tetapkan', 'unsur', undefined, async ({ saran, ke, manager }) => {
      const unsur = unsurTerpilih(tempat, dto.unsur);
      const unit = await this.unitTerpilih(tempat, dto.unit);
      const lama =
        saran.unitId === null ? null : ((await this.unit.semua(tempat.instansi.id)).find((u) => u.id === saran.unitId) ?? null);
      await manager.update(SaranEntity, { id: saran.id }, { status: ke, unsur, unitId: unit?.id ?? null });
      await this.audit.catat('saran.tetapkan', {
        ...sasaran(tempat, saran),
        sebelum: { status: saran.status, unsur: saran.unsur, unit: lama?.nama ?? null },
        sesudah: { status: ke, unsur, unit: unit?.nama ?? null },
      });
      return `${unsur ?? 'bukan unsur'}, ${unit?.nama ?? 'koordinator'}`;
    });
  }

  tanggapi(tempat: TempatSaran, nomor: number, dto: TanggapiSaranDto): Promise<void> {
    return this.langkah(tempat, nomor, 'tanggapi', 'tanggapan', undefined, async ({ saran, ke, manager }) => {
      const { konteks } = this.transaksi;
      await manager.update(SaranEntity, { id: saran.id }, { status: ke });
      await manager.insert(SaranTanggapanEntity, {
        id: randomUUID(),
        instansiId: tempat.instansi.id,
        saranId: saran.id,
        unitId: saran.unitId,
        teks: dto.tanggapan,
        pada: tempat.sekarang,
        penggunaId: konteks.pengguna,
        nama: konteks.oleh.nama,
      });
      await this.audit.catat('saran.tanggapi', {
        ...sasaran(tempat, saran),
        sebelum: { status: saran.status },
        sesudah: { status: ke, tanggapan: dto.tanggapan },
      });
      return null;
    });
  }

  /** The words that are published may differ from those that came; the latter stay. */
  terbitkan(tempat: TempatSaran, nomor: number, dto: TerbitkanSaranDto): Promise<void> {
    return this.langkah(tempat, nomor, 'terbitkan', 'teks', undefined, async ({ saran, ke, manager }) => {
      const sisa = temukanIdentitas(dto.teks);
      if (sisa.length > 0 && dto.yakin !== 'ya') {
        const daftar = sisa.map((s) => `${NAMA_IDENTITAS[s.jenis]} “${s.teks}”`).join(', ');
        throw galatMedan('teks', `Masih ada yang tampak seperti identitas: ${daftar}; samarkan, atau nyatakan bukan identitas`);
      }
      await manager.update(SaranEntity, { id: saran.id }, { status: ke, teksTerbit: dto.teks });
      await this.audit.catat('saran.terbitkan', {
        ...sasaran(tempat, saran),
        sebelum: { status: saran.status },
        sesudah: { status: ke, teksTerbit: dto.teks },
      });
      return dto.teks === saran.teks ? 'sesuai teks aslinya' : 'teksnya disunting';
    });
  }

  beralasan(tempat: TempatSaran, nomor: number, tindakan: TindakanBeralasan, alasan: string): Promise<void> {
    return this.langkah(tempat, nomor, tindakan, 'alasan', alasan, async ({ saran, ke, manager }) => {
      const kembali = tindakan === 'kecualikan' || tindakan === 'pulihkan' ? { unsur: null, unitId: null } : {};
      await manager.update(SaranEntity, { id: saran.id }, { status: ke, ...kembali });
      await this.audit.catat(PERISTIWA[tindakan], {
        ...sasaran(tempat, saran),
        sebelum: { status: saran.status },
        sesudah: { status: ke },
        alasan,
      });
      return null;
    });
  }

  /**
   * One step of the table of states, all of it or nothing, with its entry in the history.
   * @param kerja does it and says what the history tells besides
   */
  private langkah(
    tempat: TempatSaran,
    nomor: number,
    tindakan: TindakanSaran,
    medan: string,
    alasan: string | undefined,
    kerja: (langkah: Langkah) => Promise<string | null>,
  ): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const saran = await manager.findOne(SaranEntity, {
        where: { surveiId: tempat.survei.id, nomor },
        lock: { mode: 'pessimistic_write' },
      });
      if (!saran) throw galatMedan(medan, 'Saran ini tidak ada');
      await this.pastikan(tempat, saran, tindakan);
      const hasil = langkahSaran(saran.status, tindakan, alasan);
      if ('ditolak' in hasil) throw galatMedan(medan, hasil.ditolak);
      const keterangan = await kerja({ saran, ke: hasil.ke, manager });
      const { konteks } = this.transaksi;
      await manager.insert(SaranRiwayatEntity, {
        id: randomUUID(),
        instansiId: tempat.instansi.id,
        saranId: saran.id,
        tindakan,
        dari: saran.status,
        ke: hasil.ke,
        keterangan,
        alasan: alasan ?? null,
        pada: tempat.sekarang,
        penggunaId: konteks.pengguna,
        nama: konteks.oleh.nama,
      });
    });
  }

  private async pastikan(tempat: TempatSaran, saran: SaranEntity, tindakan: TindakanSaran): Promise<void> {
    const { pelaku, instansi } = tempat;
    const boleh =
      tindakan === 'tanggapi'
        ? bolehTanggapiSaran(pelaku, instansi.id, await this.buka.dituju(tempat, saran.unitId))
        : bolehKelolaSaran(pelaku, instansi.id);
    if (boleh) return;
    throw new GalatTidakBerhak(
      tindakan === 'tanggapi'
        ? 'Saran ini ditanggapi oleh pelapor atau penanggung jawab unit yang ditetapkan, atau oleh koordinator.'
        : 'Hanya koordinator untuk seluruh instansi yang menetapkan dan meninjau saran.',
    );
  }

  /** @throws {GalatIsian} when it is no unit that works today */
  async unitTerpilih({ instansi }: TempatSaran, kode: string): Promise<{ id: string; nama: string } | null> {
    if (kode === BUKAN_SATU_PUN) return null;
    const unit = (await this.unit.semua(instansi.id)).find((u) => u.kode === kode && aktif(u));
    if (!unit) throw galatMedan('unit', 'Pilih unit yang ada dan masih bekerja');
    return unit;
  }
}

/** @throws {GalatIsian} when the instrument has no such unsur */
export function unsurTerpilih({ unsur }: TempatSaran, kode: string): string | null {
  if (kode === BUKAN_SATU_PUN) return null;
  if (!unsur.some((u) => u.kode === kode)) throw galatMedan('unsur', 'Pilih unsur dari instrumen survei ini');
  return kode;
}

/** By its number: the audit is read by people who may not read the words. */
export function sasaran(
  { instansi, survei }: TempatSaran,
  { id, nomor }: Pick<SaranEntity, 'id' | 'nomor'>,
): { instansiId: string; sasaran: Sasaran } {
  return { instansiId: instansi.id, sasaran: { jenis: 'saran', id, nama: `Saran ${nomor} (${survei.kode})` } };
}
