import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Transaksi } from '../database/transaksi';
import { KeadaanLaporanService } from '../progres/lapor/keadaan-laporan.service';
import { LaporanSlotService } from '../progres/lapor/laporan-slot.service';
import type { LaporanKini, TempatLapor } from '../progres/lapor/tempat-lapor';
import { pastikanIzin } from '../rtl/susun/rencana-terkunci';
import { GalatPengguna, GalatTidakBerhak } from '../shared/galat';
import { GalatIsian, type GalatMedan } from '../shared/isian';
import { langkahVerifikasi, type PihakVerifikasi } from './alur-verifikasi.rules';
import { BerkasLaporanQuery, type BerkasLaporan, type PengajuanTersimpan } from './berkas-laporan.query';
import { GalatLaporanBerubah } from './galat-laporan-berubah';
import { PutusanLaporanEntity } from './putusan-laporan.entity';
import { butirPeriksa, masalahPutusan, type PutusanBukti, type PutusanPemeriksa, type TindakanPutusan } from './putusan.rules';
import { halanganPutusan } from './verifikasi.policy';

/** A decision as somebody takes it, on the report as they read it. */
export interface PutusanBaru {
  /** `versi` of the report that was read */
  readonly versi: number;
  readonly alasan: string;
  /** what is said of each thing to judge, by its field (`ButirPeriksa.medan`) */
  readonly nilai: ReadonlyMap<string, { readonly memadai: boolean; readonly catatan: string }>;
}

export interface PutusanTertulis {
  readonly id: string;
  readonly laporan: LaporanKini;
  readonly pengajuan: PengajuanTersimpan;
}

const IZIN = { pemeriksa: 'verifikasi.putuskan', pimpinan: 'tidakDapat.putuskan' } as const;
const PERISTIWA = {
  verifikasi: 'putusan.verifikasi',
  kembalikan: 'putusan.kembalikan',
  nyatakanTidakMemadai: 'putusan.nyatakan_tidak_memadai',
  setujuiTidakDapat: 'putusan.setujui_tidak_dapat',
  tolakTidakDapat: 'putusan.tolak_tidak_dapat',
} as const;
const MAKS_ALASAN = 2000;
const MAKS_CATATAN = 300;

/** Deciding on what a unit reported. Every decision is a new entry; none is written over. */
@Injectable()
export class PutusanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly laporan: LaporanSlotService,
    private readonly keadaan: KeadaanLaporanService,
    private readonly berkas: BerkasLaporanQuery,
    private readonly audit: AuditService,
  ) {}

  /**
   * Ends the examination of a report: terverifikasi, dikembalikan, or bukti tidak memadai.
   * @throws {GalatIsian} with everything that speaks against it
   * @throws {GalatLaporanBerubah} when it is not the state that was read
   * @throws {GalatTidakBerhak} for one who reported any of it
   */
  putuskan(tempat: TempatLapor, tindakan: PutusanPemeriksa, putusan: PutusanBaru): Promise<PutusanTertulis> {
    return this.tulis(tempat, 'pemeriksa', tindakan, putusan, (pengajuan) => nilaiBukti(tempat, tindakan, pengajuan, putusan));
  }

  /** Takes a verification back: a new entry, with its reason; the report waits for a decision again. */
  cabut(
    tempat: TempatLapor,
    pihak: 'pemeriksa' | 'pimpinan',
    putusan: Pick<PutusanBaru, 'versi' | 'alasan'>,
  ): Promise<PutusanTertulis> {
    return this.tulis(tempat, pihak, 'cabut', putusan, () => []);
  }

  /** The pimpinan's decision on a kegiatan that is said to be impossible. */
  putuskanTidakDapat(
    tempat: TempatLapor,
    tindakan: 'setujuiTidakDapat' | 'tolakTidakDapat',
    putusan: Pick<PutusanBaru, 'versi' | 'alasan'>,
  ): Promise<PutusanTertulis> {
    return this.tulis(tempat, 'pimpinan', tindakan, putusan, () => []);
  }

  private async tulis(
    tempat: TempatLapor,
    pihak: Exclude<PihakVerifikasi, 'unit'>,
    tindakan: TindakanPutusan,
    { versi, alasan }: Pick<PutusanBaru, 'versi' | 'alasan'>,
    periksa: (pengajuan: PengajuanTersimpan) => PutusanBukti[],
  ): Promise<PutusanTertulis> {
    pastikanIzin(tempat, IZIN[pihak]);
    return this.transaksi.jalankan(async (manager) => {
      const keluar = halanganPutusan(tempat.kegiatan);
      if (keluar !== null) throw new GalatPengguna(keluar);
      const laporan = tempat.laporan && (await this.laporan.tahan(tempat.laporan.id, 'UPDATE'));
      const berkas = laporan && (await this.berkas.baca(laporan.id, manager));
      const pengajuan = berkas?.pengajuan.at(-1);
      if (!laporan || !berkas || !pengajuan)
        throw new GalatPengguna('Laporan ini belum diajukan, jadi belum ada yang diputuskan.');
      const rapi = alasan.trim();
      const langkah = langkahVerifikasi(laporan.keadaan, tindakan, {
        ...{ pelaku: tempat.pelaku.penggunaId, pelapor: berkas.pelapor },
        ...{ oleh: pihak, klaim: pengajuan.isi.status, alasan: rapi },
      });
      if ('ditolak' in langkah && langkah.sebab === 'sendiri') throw new GalatTidakBerhak(langkah.ditolak);
      if (laporan.versi !== versi) throw new GalatLaporanBerubah(laporan, berkas);
      if ('ditolak' in langkah && langkah.sebab === 'keadaan') throw new GalatPengguna(langkah.ditolak);
      const galat: GalatMedan[] = 'ditolak' in langkah ? [{ medan: 'alasan', pesan: langkah.ditolak.replace(/\.$/, '') }] : [];
      if (rapi.length > MAKS_ALASAN) galat.push({ medan: 'alasan', pesan: 'Persingkat; paling banyak 2.000 huruf' });
      const bukti = kumpulkan(galat, () => periksa(pengajuan));
      if (galat.length > 0 || 'ditolak' in langkah) throw new GalatIsian(galat);
      const id = await this.simpan(manager, tempat, {
        tindakan,
        ke: langkah.ke,
        alasan: rapi,
        bukti,
        berkas,
        pengajuan,
        laporan,
      });
      return { id, laporan, pengajuan };
    });
  }

  private async simpan(
    manager: EntityManager,
    { instansi, kegiatan, periode, pelaku, sekarang }: TempatLapor,
    isi: {
      readonly tindakan: TindakanPutusan;
      readonly ke: PutusanLaporanEntity['ke'] | 'draf';
      readonly alasan: string;
      readonly bukti: PutusanBukti[];
      readonly berkas: BerkasLaporan;
      readonly pengajuan: PengajuanTersimpan;
      readonly laporan: LaporanKini;
    },
  ): Promise<string> {
    const { tindakan, ke, bukti, berkas, pengajuan, laporan } = isi;
    if (ke === 'draf') throw new Error('Putusan tidak pernah kembali ke draf');
    const id = randomUUID();
    const { oleh } = this.transaksi.konteks;
    const alasan = isi.alasan === '' ? null : isi.alasan;
    await manager.insert(PutusanLaporanEntity, {
      ...{ id, instansiId: instansi.id, laporanId: laporan.id, pengajuanId: pengajuan.id },
      ...{ urutan: (berkas.putusan.at(-1)?.urutan ?? 0) + 1, tindakan, ke, alasan, bukti },
      ...{ olehId: pelaku.penggunaId, olehNama: oleh.nama, pada: sekarang },
      olehJabatan: oleh.jabatan.find((j) => j.instansiId === instansi.id)?.jabatan ?? null,
    });
    await this.keadaan.pindahkan(laporan, ke, sekarang);
    const umum = {
      instansiId: instansi.id,
      sasaran: { jenis: 'laporan-slot', id: laporan.id, nama: `${kegiatan.kode} ${periode}` },
      sebelum: { keadaan: laporan.keadaan },
      alasan,
    };
    const { putaran } = pengajuan;
    if (tindakan === 'cabut') await this.audit.catat('putusan.cabut', { ...umum, sesudah: { keadaan: ke, putaran } });
    else
      await this.audit.catat(PERISTIWA[tindakan], {
        ...umum,
        sesudah: { keadaan: ke, putaran, bukti: auditBukti(bukti, pengajuan) },
      });
    return id;
  }
}

/** What is said of each piece of evidence and each empty place. @throws {GalatIsian} */
function nilaiBukti(
  { buktiDiharapkan }: TempatLapor,
  tindakan: PutusanPemeriksa,
  { isi }: PengajuanTersimpan,
  { nilai }: PutusanBaru,
): PutusanBukti[] {
  const butir = butirPeriksa(isi.bukti, buktiDiharapkan);
  const galat = butir.flatMap((b): GalatMedan[] => {
    const kata = nilai.get(b.medan);
    if (!kata) return [{ medan: b.medan, pesan: `Pilih memadai atau tidak untuk ${b.nama}` }];
    return kata.catatan.length > MAKS_CATATAN
      ? [{ medan: b.medan, pesan: `Persingkat catatan pada ${b.nama}; paling banyak 300 huruf` }]
      : [];
  });
  if (galat.length > 0) throw new GalatIsian(galat);
  const masalah = masalahPutusan(tindakan, isi.status, butir, (b) => nilai.get(b.medan)?.memadai ?? false);
  if (masalah.length > 0) throw new GalatIsian(masalah);
  return butir.map(({ medan, bukti, diharapkan }) => {
    const { memadai, catatan } = nilai.get(medan) ?? { memadai: false, catatan: '' };
    return {
      ...(bukti === undefined ? {} : { bukti }),
      ...(diharapkan === undefined ? {} : { diharapkan }),
      memadai,
      ...(catatan === '' ? {} : { catatan }),
    };
  });
}

/** Faults of one part join those of the others: all at once. */
function kumpulkan(galat: GalatMedan[], kerja: () => PutusanBukti[]): PutusanBukti[] {
  try {
    return kerja();
  } catch (e) {
    if (!(e instanceof GalatIsian)) throw e;
    galat.push(...e.daftar);
    return [];
  }
}

function auditBukti(
  bukti: readonly PutusanBukti[],
  { isi }: PengajuanTersimpan,
): { nama: string; memadai: boolean; catatan: string | null }[] {
  return bukti.map((b) => ({
    nama: isi.bukti.find((x) => x.id === b.bukti)?.nama ?? `bukti yang diharapkan ke-${(b.diharapkan ?? 0) + 1}`,
    memadai: b.memadai,
    catatan: b.catatan ?? null,
  }));
}
