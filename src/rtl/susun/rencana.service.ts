import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import type { BentukPeristiwa } from '../../audit/peristiwa';
import type { Izin } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { GalatIsian, galatMedan } from '../../shared/isian';
import { kodePeriode, PANJANG, periode, type Periode } from '../../shared/periode';
import { SurveiEntity } from '../../survei/survei.entity';
import { langkahRencana, type TindakanRencana } from '../alur-rencana.rules';
import { KekuranganQuery } from '../hidup/kekurangan.query';
import { RencanaAwalService } from '../awal/rencana-awal.service';
import { SlotService } from '../awal/slot.service';
import { RencanaEntity } from '../rencana.entity';
import { RiwayatRencanaEntity } from '../riwayat-rencana.entity';
import type { SatuanJadwal } from '../rtl.rules';
import { GalatRencanaBerubah } from './galat-usang';
import { masalahKode } from './kode.rules';
import { pastikanIzin, RencanaTerkunci } from './rencana-terkunci';
import { semuaTersusun, type RencanaTersusun } from './susunan';

export interface IsiRencana {
  readonly judul: string;
  /** kode of the survey that it answers */
  readonly survei: string | null;
  readonly periode: Periode | null;
  readonly satuanJadwal: SatuanJadwal;
  /** kode of the plan before */
  readonly asal: string | null;
}

/** The life of a plan: draf → diajukan → ditetapkan, or back with a reason. */
@Injectable()
export class RencanaService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly terkunci: RencanaTerkunci,
    private readonly awal: RencanaAwalService,
    private readonly slot: SlotService,
    private readonly kekurangan: KekuranganQuery,
    private readonly audit: AuditService,
  ) {}

  /** A new draf. @returns its kode @throws {GalatIsian} */
  buat(tempat: Tempat, kode: string, isi: IsiRencana): Promise<string> {
    pastikanIzin(tempat, 'rencana.susun');
    const instansiId = tempat.instansi.id;
    return this.transaksi.jalankan(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/rencana/${instansiId}`]);
      const masalah = masalahKode(kode);
      if (masalah !== null) throw galatMedan('kode', masalah);
      const [ada] = await manager.query<object[]>(
        'SELECT 1 FROM rencana WHERE instansi_id = $1 AND lower(kode) = lower($2) LIMIT 1',
        [instansiId, kode],
      );
      if (ada) throw galatMedan('kode', `Kode ${kode} sudah dipakai rencana lain; pilih kode yang lain`);
      const urutan = (await manager.maximum(RencanaEntity, 'urutan', { instansiId })) ?? -1;
      const id = randomUUID();
      const baris = { id, instansiId, kode, urutan: urutan + 1, status: 'draf' as const };
      await manager.insert(RencanaEntity, { ...baris, ...(await this.kolom(manager, instansiId, kode, isi)) });
      await this.audit.catat('rencana.buat', {
        instansiId,
        sasaran: { jenis: 'rencana', id, nama: isi.judul },
        sebelum: null,
        sesudah: rencanaAudit(kode, isi),
      });
      return kode;
    });
  }

  /** The head of a draf. @param versi that was read @throws {GalatIsian} */
  ubah(tempat: Tempat, kode: string, versi: number, isi: IsiRencana): Promise<void> {
    return this.terkunci.susun(tempat, kode, async (manager, kini) => {
      const { instansiId } = kini;
      if (kini.versi !== versi)
        throw galatMedan('judul', `Orang lain mengubahnya sesudah formulir ini dibuka; judulnya kini "${kini.judul}". Bandingkan, lalu kirim lagi bila tetap perlu`); // prettier-ignore
      const terlaluPendek = semuaTersusun(kini).find((k) =>
        k.isi.jadwal.some((p) => PANJANG[periode(p).jenis] < PANJANG[isi.satuanJadwal]),
      );
      if (terlaluPendek)
        throw galatMedan('satuanJadwal', `Kegiatan ${terlaluPendek.kode} dijadwalkan per bulan; ubah dahulu jadwalnya`);
      const asal = kini.asalRencanaId === null ? null : await manager.findOneBy(RencanaEntity, { id: kini.asalRencanaId });
      await manager.update(RencanaEntity, { id: kini.id }, await this.kolom(manager, instansiId, kode, isi));
      await this.audit.catat('rencana.ubah', {
        instansiId,
        sasaran: { jenis: 'rencana', id: kini.id, nama: isi.judul },
        sebelum: rencanaAudit(kode, { ...kini, asal: asal?.kode ?? null }),
        sesudah: rencanaAudit(kode, isi),
      });
    });
  }

  /**
   * @param sidik of the plan as it was read
   * @throws {GalatIsian} with everything required that it lacks
   */
  ajukan(tempat: Tempat, kode: string, sidik: string): Promise<void> {
    return this.langkah(tempat, kode, 'ajukan', 'rencana.ajukan', { sidik }, async (_, kini) => {
      const wajib = (await this.kekurangan.cari(tempat, kini)).filter((k) => k.tingkat === 'wajib');
      if (wajib.length > 0) throw new GalatIsian(wajib.map(({ pesan }) => ({ medan: 'sidik', pesan: pesan.replace(/\.$/, '') })));
      return {};
    });
  }

  /** Takes the proposal back: whoever writes plans may change it again. */
  tarik(tempat: Tempat, kode: string, sidik: string): Promise<void> {
    return this.langkah(tempat, kode, 'tarik', 'rencana.ajukan', { sidik }, () => Promise.resolve({}));
  }

  /** @throws {GalatPengguna} without a reason */
  kembalikan(tempat: Tempat, kode: string, alasan: string, sidik: string): Promise<void> {
    return this.langkah(tempat, kode, 'kembalikan', 'rencana.tetapkan', { alasan, sidik }, () => Promise.resolve({}));
  }

  /**
   * Locks the plan: it is kept as plan awal, and every scheduled period becomes a slot.
   * @throws {GalatPengguna} when the same person proposed it
   */
  tetapkan(tempat: Tempat, kode: string, sidik: string): Promise<void> {
    return this.langkah(tempat, kode, 'tetapkan', 'rencana.tetapkan', { sidik }, async (manager, kini) => {
      const tetap = { ...kini, status: 'ditetapkan' as const };
      await this.awal.simpan(manager, tetap, 'tetapkan', tempat.sekarang);
      return { kegiatan: semuaTersusun(kini).length, slot: await this.slot.buat(manager, tetap) };
    });
  }

  /** Every act on it, oldest first. */
  riwayat(rencanaId: string): Promise<RiwayatRencanaEntity[]> {
    return this.transaksi.manager.find(RiwayatRencanaEntity, { where: { rencanaId }, order: { nomor: 'ASC' } });
  }

  private langkah(
    tempat: Tempat,
    kode: string,
    tindakan: TindakanRencana,
    izin: Izin,
    { alasan, sidik }: { readonly alasan?: string; readonly sidik: string },
    kerja: (manager: EntityManager, kini: RencanaTersusun) => Promise<{ kegiatan?: number; slot?: number }>,
  ): Promise<void> {
    return this.terkunci.kerjakan(tempat, kode, izin, async (manager, kini) => {
      const { id: rencanaId, instansiId } = kini;
      const riwayat = await manager.find(RiwayatRencanaEntity, { where: { rencanaId }, order: { nomor: 'ASC' } });
      const langkah = langkahRencana(kini.status, tindakan, alasan);
      // The same form sent twice: the first has done it.
      if ('ditolak' in langkah && sudahDilakukan(riwayat.at(-1), tindakan, alasan, tempat.pelaku)) return;
      if ('ditolak' in langkah) throw new GalatPengguna(langkah.ditolak);
      if (sidik !== kini.sidik)
        throw new GalatRencanaBerubah(`Rencana ${kode} sudah berubah sejak halaman ini dibuka. Baca lagi sebelum memutuskan.`);
      if (tindakan === 'tetapkan') pastikanBukanPengaju(kini, riwayat, tempat.pelaku);
      const tambahan = await kerja(manager, kini);
      await manager.update(RencanaEntity, { id: rencanaId }, { status: langkah.ke });
      const { oleh } = this.transaksi.konteks;
      await manager.insert(RiwayatRencanaEntity, {
        ...{ id: randomUUID(), instansiId, rencanaId, nomor: (riwayat.at(-1)?.nomor ?? 0) + 1, tindakan },
        ...{ alasan: alasan?.trim() ?? null, olehId: tempat.pelaku.penggunaId, olehNama: oleh.nama, pada: tempat.sekarang },
        olehJabatan: oleh.jabatan.find((j) => j.instansiId === instansiId)?.jabatan ?? null,
      });
      const umum = {
        instansiId,
        sasaran: { jenis: 'rencana', id: rencanaId, nama: kini.judul },
        sebelum: { status: kini.status },
        alasan: alasan?.trim() ?? null,
      };
      if (tindakan === 'tetapkan')
        await this.audit.catat('rencana.tetapkan', {
          ...umum,
          sesudah: { status: langkah.ke, kegiatan: tambahan.kegiatan ?? 0, slot: tambahan.slot ?? 0 },
        });
      else await this.audit.catat(`rencana.${tindakan}`, { ...umum, sesudah: { status: langkah.ke } });
    });
  }

  private async kolom(
    manager: EntityManager,
    instansiId: string,
    kode: string,
    isi: IsiRencana,
  ): Promise<Partial<RencanaEntity>> {
    const survei = isi.survei === null ? null : await manager.findOneBy(SurveiEntity, { instansiId, kode: isi.survei });
    if (isi.survei !== null && !survei) throw galatMedan('survei', 'Pilih survei yang ada pada instansi ini');
    const asal = isi.asal === null ? null : await manager.findOneBy(RencanaEntity, { instansiId, kode: isi.asal });
    if (isi.asal !== null && (!asal || asal.kode === kode))
      throw galatMedan('asal', 'Pilih rencana lain yang ada pada instansi ini');
    return {
      ...{ judul: isi.judul, surveiId: survei?.id ?? null, satuanJadwal: isi.satuanJadwal, asalRencanaId: asal?.id ?? null },
      ...{
        periodeJenis: isi.periode?.jenis ?? null,
        periodeTahun: isi.periode?.tahun ?? null,
        periodeKe: isi.periode?.ke ?? null,
      },
    };
  }
}

/** Whether the last act on the plan was this very one, by this very person. */
function sudahDilakukan(
  terakhir: RiwayatRencanaEntity | undefined,
  tindakan: TindakanRencana,
  alasan: string | undefined,
  { penggunaId }: Pick<Pelaku, 'penggunaId'>,
): boolean {
  if (terakhir?.tindakan !== tindakan || terakhir.olehId === null) return false;
  return terakhir.olehId === penggunaId && terakhir.alasan === (alasan?.trim() ?? null);
}

/** @param riwayat oldest first @throws {GalatPengguna} when it is this very person who proposed the plan last */
export function pastikanBukanPengaju(
  { kode }: Pick<RencanaTersusun, 'kode'>,
  riwayat: readonly RiwayatRencanaEntity[],
  { penggunaId }: Pick<Pelaku, 'penggunaId'>,
): void {
  if (riwayat.filter((r) => r.tindakan === 'ajukan').at(-1)?.olehId === penggunaId)
    throw new GalatPengguna(`Rencana ${kode} Anda sendiri yang mengajukan; penetapannya oleh pimpinan yang lain.`);
}

function rencanaAudit(kode: string, isi: IsiRencana): BentukPeristiwa<'rencana.buat'>['sesudah'] {
  const { judul, survei, satuanJadwal, asal } = isi;
  return { kode, judul, survei, periode: isi.periode === null ? null : kodePeriode(isi.periode), satuanJadwal, asal };
}
