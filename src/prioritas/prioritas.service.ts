import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Tempat } from '../organisasi/tempat';
import { tolakUsang } from '../organisasi/versi';
import { KegiatanEntity } from '../rtl/kegiatan.entity';
import { adaTulisan } from '../rtl/alasan-prioritas.rules';
import { PrioritasEntity } from '../rtl/prioritas.entity';
import { KaitanSaranService } from '../rtl/saran/kaitan-saran.service';
import { DilewatiService } from '../rtl/susun/dilewati.service';
import { RencanaTerkunci } from '../rtl/susun/rencana-terkunci';
import type { PrioritasTersusun, RencanaTersusun } from '../rtl/susun/susunan';
import { GalatIsian, galatMedan } from '../shared/isian';
import { acuanPrioritas, BahanPrioritasQuery, belumDiputuskan } from './bahan-prioritas.query';
import { judulBaku, masalahPrioritas, type IsiPrioritas } from './pilihan.rules';
import { GalatUrutanBerubah, prioritasTidakAda } from './galat-prioritas';
import { kalimatPrioritas, nomorkan, prioritasAudit, versiPrioritas } from './tulis-prioritas';

/** The acts on the priorities of a plan in draf: chosen, changed, merged, ordered, taken out. */
@Injectable()
export class PrioritasService {
  constructor(
    private readonly terkunci: RencanaTerkunci,
    private readonly bahan: BahanPrioritasQuery,
    private readonly dilewati: DilewatiService,
    private readonly kaitan: KaitanSaranService,
    private readonly audit: AuditService,
  ) {}

  /** At the end of the order. @returns its id @throws {GalatIsian} */
  buat(tempat: Tempat, rencana: string, isi: IsiPrioritas): Promise<string> {
    return this.susun(tempat, rencana, async (manager, kini) => {
      tolak(masalahPrioritas(isi, acuanPrioritas(await this.bahan.pilihan(tempat, kini, manager))));
      return this.tulisBaru(manager, kini, kini.prioritas.length, isi);
    });
  }

  /**
   * Takes proposed unsur as priorities of their own, lowest first.
   * @param unsur kode; empty = all that nobody has decided on and that do not tie at the cut, for those people choose from
   * @returns how many
   * @throws {GalatIsian} for one that is not proposed or is decided already
   */
  ambil(tempat: Tempat, rencana: string, unsur: string): Promise<number> {
    return this.susun(tempat, rencana, async (manager, kini) => {
      const bahan = await this.bahan.pilihan(tempat, kini, manager);
      const acuan = acuanPrioritas(bahan);
      const dimaui =
        unsur === '' ? belumDiputuskan(bahan).filter((u) => !u.diBatas) : bahan.usulan.filter((u) => u.unsur === unsur);
      if (unsur !== '' && !acuan.terendah.has(unsur))
        throw galatMedan('unsur', `${unsur} tidak termasuk unsur yang diusulkan; tambahkan dengan alasannya`);
      for (const [i, u] of dimaui.entries()) {
        const isi: IsiPrioritas = { judul: judulBaku([u.unsur], acuan.unsur), program: null, unsur: [u.unsur], asal: 'unsur', alasan: null }; // prettier-ignore
        tolak(masalahPrioritas(isi, acuan));
        await this.tulisBaru(manager, kini, kini.prioritas.length + i, isi);
      }
      return dimaui.length;
    });
  }

  /** @param versi what the form was made from @throws {GalatIsian} */
  ubah(tempat: Tempat, rencana: string, id: string, versi: string, isi: IsiPrioritas): Promise<void> {
    return this.susun(tempat, rencana, async (manager, kini) => {
      const lama = cari(tempat, kini, id);
      tolakUsang(versi, versiPrioritas(lama), 'judul', kalimatPrioritas(lama));
      tolak(masalahPrioritas(isi, acuanPrioritas(await this.bahan.pilihan(tempat, kini, manager), id)));
      if (versiPrioritas({ ...lama, ...isi }) === versiPrioritas(lama)) return;
      await manager.update(PrioritasEntity, { id }, { ...isi, unsur: [...isi.unsur] });
      await this.dilewati.lepas(manager, kini, isi.unsur);
      await this.audit.catat('prioritas.ubah', {
        instansiId: kini.instansiId,
        sasaran: { jenis: 'prioritas', id, nama: isi.judul },
        sebelum: prioritasAudit(lama),
        sesudah: prioritasAudit({ ...isi, no: lama.no }),
        alasan: isi.alasan,
      });
    });
  }

  /** Takes another prioritas in, with its unsur and kegiatan; this one keeps its place. @throws {GalatIsian} */
  gabung(
    tempat: Tempat,
    rencana: string,
    id: string,
    { dengan, judul, alasan, versi }: { dengan: string; judul: string; alasan: string; versi: string },
  ): Promise<void> {
    return this.susun(tempat, rencana, async (manager, kini) => {
      const lama = cari(tempat, kini, id);
      tolakUsang(versi, versiPrioritas(lama), 'judul', kalimatPrioritas(lama));
      const lain = kini.prioritas.find((p) => p.id === dengan && p.id !== id);
      if (!lain) throw galatMedan('dengan', 'Pilih prioritas lain dari rencana ini');
      const unsur = [...new Set([...lama.unsur, ...lain.unsur])];
      const asal = unsur.length > 0 ? 'unsur' : (lama.asal ?? lain.asal ?? 'bebas');
      const isi: IsiPrioritas = { judul, program: lama.program ?? lain.program, unsur, asal, alasan };
      tolak(masalahPrioritas(isi, acuanPrioritas(await this.bahan.pilihan(tempat, kini, manager), id, dengan)));
      await manager.update(KegiatanEntity, { prioritasId: dengan }, { prioritasId: id });
      await this.kaitan.pindah(manager, dengan, id);
      await manager.delete(PrioritasEntity, { id: dengan });
      await manager.update(PrioritasEntity, { id }, { ...isi, unsur });
      await nomorkan(manager, kini.prioritas.filter((p) => p.id !== dengan)); // prettier-ignore
      await this.audit.catat('prioritas.gabung', {
        instansiId: kini.instansiId,
        sasaran: { jenis: 'prioritas', id, nama: judul },
        sebelum: { prioritas: [prioritasAudit(lama), prioritasAudit(lain)] },
        sesudah: { ...prioritasAudit({ ...isi, no: lama.no }), kegiatanIkut: lain.kegiatan.map((k) => k.kode) },
        alasan,
      });
    });
  }

  /** One place up or down; at the end nothing happens. @param no the number that the page showed @throws {GalatUrutanBerubah} */
  pindah(tempat: Tempat, rencana: string, id: string, arah: 'naik' | 'turun', no: string): Promise<void> {
    return this.susun(tempat, rencana, async (manager, kini) => {
      const ini = cari(tempat, kini, id);
      if (no !== '' && no !== String(ini.no)) throw new GalatUrutanBerubah();
      const dari = kini.prioritas.indexOf(ini);
      const ke = dari + (arah === 'naik' ? -1 : 1);
      const lain = kini.prioritas[ke];
      if (!lain) return;
      await nomorkan(manager, kini.prioritas.map((p, i) => (i === dari ? lain : i === ke ? ini : p))); // prettier-ignore
      await this.audit.catat('prioritas.urutkan', {
        instansiId: kini.instansiId,
        sasaran: { jenis: 'prioritas', id, nama: ini.judul },
        sebelum: { no: ini.no },
        sesudah: { no: ke + 1 },
      });
    });
  }

  /** Out of the draf. One of the lowest unsur goes with a reason, which the report prints. @throws {GalatIsian} */
  keluarkan(tempat: Tempat, rencana: string, id: string, versi: string, alasan: string): Promise<void> {
    return this.susun(tempat, rencana, async (manager, kini) => {
      const lama = cari(tempat, kini, id);
      tolakUsang(versi, versiPrioritas(lama), 'alasan', kalimatPrioritas(lama));
      if (lama.kegiatan.length > 0)
        throw galatMedan('alasan', `Masih ada ${lama.kegiatan.length} kegiatan di dalamnya; pindahkan atau keluarkan dahulu`);
      const { terendah } = acuanPrioritas(await this.bahan.pilihan(tempat, kini, manager));
      const dilewati = lama.unsur.filter((u) => terendah.has(u));
      if (dilewati.length > 0 && !adaTulisan(alasan))
        throw galatMedan('alasan', `Tuliskan alasannya: ${dilewati.join(', ')} termasuk unsur dengan nilai terendah`);
      await this.kaitan.lepas(manager, [id], tempat.sekarang);
      await manager.delete(PrioritasEntity, { id });
      for (const unsur of dilewati) await this.dilewati.tulis(manager, kini, unsur, alasan);
      await nomorkan(manager, kini.prioritas.filter((p) => p.id !== id)); // prettier-ignore
      await this.audit.catat('prioritas.hapus', {
        instansiId: kini.instansiId,
        sasaran: { jenis: 'prioritas', id, nama: lama.judul },
        sebelum: prioritasAudit(lama),
        sesudah: null,
        alasan: alasan || null,
      });
    });
  }

  private async tulisBaru(manager: EntityManager, kini: RencanaTersusun, ke: number, isi: IsiPrioritas): Promise<string> {
    const { instansiId, id: rencanaId } = kini;
    // An import may have left holes: places and numbers are closed up with the new one.
    if (ke === kini.prioritas.length) await nomorkan(manager, kini.prioritas);
    const id = randomUUID();
    const baris = { ...isi, unsur: [...isi.unsur], id, instansiId, rencanaId, no: ke + 1, urutan: ke };
    await manager.insert(PrioritasEntity, baris);
    await this.dilewati.lepas(manager, kini, isi.unsur);
    await this.audit.catat('prioritas.buat', {
      instansiId,
      sasaran: { jenis: 'prioritas', id, nama: isi.judul },
      sebelum: null,
      sesudah: prioritasAudit({ ...isi, no: ke + 1 }),
      alasan: isi.alasan,
    });
    return id;
  }

  private susun<T>(tempat: Tempat, rencana: string, kerja: (m: EntityManager, r: RencanaTersusun) => Promise<T>): Promise<T> {
    return this.terkunci.susun(tempat, rencana, kerja, 'prioritas.kelola');
  }
}

function tolak(masalah: readonly { medan: string; pesan: string }[]): void {
  if (masalah.length > 0) throw new GalatIsian(masalah);
}

/** @throws {HalamanTidakAda} when it is gone */
function cari(tempat: Tempat, rencana: RencanaTersusun, id: string): PrioritasTersusun {
  const ada = rencana.prioritas.find((p) => p.id === id);
  if (!ada) throw prioritasTidakAda(tempat, rencana.kode);
  return ada;
}
