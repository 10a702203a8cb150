import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import type { Tempat } from '../../organisasi/tempat';
import { KegiatanEntity } from '../kegiatan.entity';
import { GalatUsang } from './galat-usang';
import type { IsiKegiatan } from './isi-kegiatan.rules';
import { kegiatanAudit } from './kegiatan-audit';
import { PerubahanService } from './perubahan.service';
import { RencanaTerkunci } from './rencana-terkunci';
import { semuaTersusun, type KegiatanTersusun, type RencanaTersusun } from './susunan';

/** The acts on one kegiatan of a plan in draf. Each takes the version that was read, and refuses when somebody wrote it since. */
@Injectable()
export class KegiatanService {
  constructor(
    private readonly terkunci: RencanaTerkunci,
    private readonly perubahan: PerubahanService,
    private readonly audit: AuditService,
  ) {}

  /**
   * @param opsi.kode instead of the next of the plan
   * @param opsi.asalKegiatanId the kegiatan of an earlier plan that it carries on
   * @returns its kode
   * @throws {GalatIsiKegiatan}
   */
  buat(
    tempat: Tempat,
    rencana: string,
    isi: IsiKegiatan,
    opsi: { readonly kode?: string; readonly asalKegiatanId?: string | null } = {},
  ): Promise<string> {
    return this.terkunci.susun(tempat, rencana, async (manager, kini) => {
      const { rancangan, no } = await this.perubahan.terapkan(tempat, manager, kini, [{ jenis: 'buat', isi, ...opsi }]);
      const [baris] = rancangan.tulis;
      if (!baris) throw new Error('Kegiatan baru tidak tertulis');
      await this.audit.catat('kegiatan.buat', {
        instansiId: kini.instansiId,
        sasaran: sasaran(baris.id, baris.kode, baris.isi),
        sebelum: null,
        sesudah: kegiatanAudit(baris.kode, no(baris.isi), baris.isi),
      });
      return baris.kode;
    });
  }

  /**
   * @returns whether anything changed
   * @throws {GalatUsang | GalatIsiKegiatan}
   */
  ubah(tempat: Tempat, rencana: string, kegiatan: string, versi: number, isi: IsiKegiatan): Promise<boolean> {
    return this.terkunci.susun(tempat, rencana, async (manager, kini) => {
      const ubahan = [{ jenis: 'ubah', kegiatan, versi, isi }] as const;
      const { rancangan, no } = await this.perubahan.terapkan(tempat, manager, kini, ubahan);
      const [baris, lama] = [rancangan.tulis[0], rancangan.sebelum[0]];
      if (!baris || !lama) return false;
      await this.audit.catat('kegiatan.ubah', {
        instansiId: kini.instansiId,
        sasaran: sasaran(baris.id, baris.kode, baris.isi),
        sebelum: kegiatanAudit(lama.kode, no(lama.isi), lama.isi),
        sesudah: kegiatanAudit(baris.kode, no(baris.isi), baris.isi),
      });
      return true;
    });
  }

  /** Out of the draf; its text stays in the audit, its kode is not given again. @throws {GalatUsang} */
  batalkan(tempat: Tempat, rencana: string, kegiatan: string, versi: number): Promise<void> {
    return this.terkunci.susun(tempat, rencana, async (manager, kini) => {
      const { rancangan, no } = await this.perubahan.terapkan(tempat, manager, kini, [{ jenis: 'batalkan', kegiatan, versi }]);
      for (const k of rancangan.hapus)
        await this.audit.catat('kegiatan.hapus', {
          instansiId: kini.instansiId,
          sasaran: sasaran(k.id, k.kode, k.isi),
          sebelum: kegiatanAudit(k.kode, no(k.isi), k.isi),
          sesudah: null,
        });
    });
  }

  /** Another one with the same text, at the end of its prioritas. @returns its kode */
  async salin(tempat: Tempat, rencana: string, kegiatan: string): Promise<string> {
    return this.terkunci.susun(tempat, rencana, (_, kini) => this.buat(tempat, rencana, cari(kini, kegiatan).isi));
  }

  /** One place up or down within its prioritas; at the end nothing happens. */
  urutkan(tempat: Tempat, rencana: string, kegiatan: string, arah: 'naik' | 'turun'): Promise<void> {
    return this.terkunci.susun(tempat, rencana, async (manager, kini) => {
      const sasaranIni = cari(kini, kegiatan);
      const sejajar = kini.prioritas.find((p) => p.id === sasaranIni.isi.prioritasId)?.kegiatan ?? [];
      const lain = sejajar[sejajar.findIndex((k) => k.id === sasaranIni.id) + (arah === 'naik' ? -1 : 1)];
      if (!lain) return;
      // Two of an import may share a place: the whole prioritas gets places of its own, in those that it has.
      const baru = sejajar.map((k) => (k.id === lain.id ? sasaranIni : k.id === sasaranIni.id ? lain : k));
      const awal = Math.min(...sejajar.map((k) => k.urutan));
      for (const [i, k] of baru.entries()) await manager.update(KegiatanEntity, { id: k.id }, { urutan: awal + i });
      await this.audit.catat('kegiatan.urutkan', {
        instansiId: kini.instansiId,
        sasaran: sasaran(sasaranIni.id, kegiatan, sasaranIni.isi),
        sebelum: null,
        sesudah: { kode: kegiatan, arah },
      });
    });
  }
}

/** @throws {GalatUsang} when it is gone */
function cari(rencana: RencanaTersusun, kode: string): KegiatanTersusun {
  const ada = semuaTersusun(rencana).find((k) => k.kode === kode);
  if (!ada) throw new GalatUsang(kode, null);
  return ada;
}

function sasaran(id: string, kode: string, isi: IsiKegiatan): { jenis: string; id: string; nama: string } {
  return { jenis: 'kegiatan', id, nama: `${kode} ${isi.uraian}`.slice(0, 200) };
}
