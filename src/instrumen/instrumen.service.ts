import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { BentukPeristiwa } from '../audit/peristiwa';
import { punyaIzinDi } from '../auth/izin';
import { Transaksi } from '../database/transaksi';
import type { Tempat } from '../organisasi/tempat';
import { GalatPengguna, GalatTidakBerhak } from '../shared/galat';
import { galatMedan, type Ketikan } from '../shared/isian';
import { tanggalIndonesia } from '../shared/tanggal';
import { bacaInstrumen, type IsianInstrumen } from './instrumen-isian';
import { InstrumenEntity } from './instrumen.entity';
import { InstrumenQuery } from './instrumen.query';
import type { Instrumen } from './instrumen.rules';
import { versiBerikut, versiTerakhir } from './versi.rules';

/** An agency's own instruments. One that a survey uses never changes: a new version is a new record, and old surveys keep theirs. */
@Injectable()
export class InstrumenService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: InstrumenQuery,
    private readonly audit: AuditService,
  ) {}

  /** @returns its code. @throws {GalatIsian} */
  buat(tempat: Tempat, ketikan: Ketikan): Promise<string> {
    return this.kelola(tempat, async (manager, semua) => {
      const isian = bacaInstrumen(ketikan);
      if (semua.some((i) => i.kode.toLowerCase() === isian.kode.toLowerCase()))
        throw galatMedan('kode', 'Kode ini sudah dipakai instrumen lain; pilih kode yang lain');
      await this.sisip(manager, tempat, isian, semua.length, 'instrumen.buat', null);
      return isian.kode;
    });
  }

  /** Only what no survey uses yet. @throws {GalatIsian} */
  ubah(tempat: Tempat, kode: string, ketikan: Ketikan): Promise<void> {
    return this.kelola(tempat, async (manager, semua) => {
      const lama = milik(semua, kode);
      if ((await this.query.jumlahSurvei(tempat.instansi.id, kode)) > 0)
        throw new GalatPengguna('Instrumen ini sudah dipakai survei, jadi tidak berubah lagi. Buat versi barunya.');
      const isian = bacaInstrumen({ ...ketikan, kode });
      await manager.update(InstrumenEntity, { instansiId: tempat.instansi.id, kode }, kolom(isian));
      const { id } = await manager.findOneByOrFail(InstrumenEntity, { instansiId: tempat.instansi.id, kode });
      await this.audit.catat('instrumen.ubah', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'instrumen', id, nama: isian.nama },
        sebelum: audit(lama),
        sesudah: audit({ ...lama, ...isian }),
      });
    });
  }

  /** @returns code of the new version. @throws {GalatIsian} */
  versiBaru(tempat: Tempat, kode: string, ketikan: Ketikan): Promise<string> {
    return this.kelola(tempat, async (manager, semua) => {
      const lama = milik(semua, kode);
      if (!versiTerakhir(lama, semua))
        throw galatMedan('namaInstrumen', 'Sudah ada versi yang lebih baru; buat versi berikutnya dari sana');
      const berikut = versiBerikut(lama, semua);
      const isian = { ...bacaInstrumen({ ...ketikan, kode: berikut.kode }), ...berikut };
      await this.sisip(manager, tempat, isian, semua.length, 'instrumen.versi', { kode });
      return berikut.kode;
    });
  }

  private kelola<T>(tempat: Tempat, kerja: (manager: EntityManager, semua: readonly Instrumen[]) => Promise<T>): Promise<T> {
    const { id } = tempat.instansi;
    if (!punyaIzinDi(tempat.pelaku, 'instrumen.kelola', id))
      throw new GalatTidakBerhak('Instrumen dikelola koordinator SKM. Mintalah kepada koordinator instansi Anda.');
    return this.transaksi.jalankan(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/survei/${id}`]);
      return kerja(manager, await this.query.semua(id));
    });
  }

  private async sisip<J extends 'instrumen.buat' | 'instrumen.versi'>(
    manager: EntityManager,
    { instansi }: Tempat,
    isian: Instrumen,
    urutan: number,
    peristiwa: J,
    sebelum: BentukPeristiwa<J>['sebelum'],
  ): Promise<void> {
    const id = randomUUID();
    const { pokok = null, versi = 1 } = isian;
    await manager.insert(InstrumenEntity, {
      id,
      instansiId: instansi.id,
      urutan,
      kode: isian.kode,
      pokok,
      versi,
      ...kolom(isian),
    });
    await this.audit.catat<J>(peristiwa, {
      instansiId: instansi.id,
      sasaran: { jenis: 'instrumen', id, nama: isian.nama },
      sebelum,
      sesudah: audit(isian),
    });
  }
}

/** @throws {GalatPengguna} for one of the regulations */
function milik(semua: readonly Instrumen[], kode: string): Instrumen {
  const instrumen = semua.find((i) => i.kode === kode);
  if (!instrumen) throw new GalatPengguna(`Instrumen ${kode} tidak ada.`);
  if (InstrumenQuery.bawaan(kode))
    throw new GalatPengguna('Instrumen bawaan mengikuti peraturannya dan tidak dapat diubah. Salin dahulu.');
  return instrumen;
}

function kolom(i: IsianInstrumen): Omit<Partial<InstrumenEntity>, 'id' | 'instansi'> {
  return {
    nama: i.nama,
    skalaMin: i.skala.min,
    skalaMaks: i.skala.maks,
    unsur: [...i.unsur],
    mutu: [...i.mutu],
    peraturan: i.peraturan ?? null,
    berlakuMulai: i.berlaku?.mulai ?? null,
    berlakuSelesai: i.berlaku?.selesai ?? null,
    tambahan: [...(i.tambahan ?? [])],
  };
}

function audit(i: Instrumen): BentukPeristiwa<'instrumen.buat'>['sesudah'] {
  const { mulai, selesai } = i.berlaku ?? {};
  return {
    kode: i.kode,
    nama: i.nama,
    versi: i.versi ?? 1,
    peraturan: i.peraturan ?? null,
    berlaku:
      [mulai && `sejak ${tanggalIndonesia(mulai)}`, selesai && `sampai ${tanggalIndonesia(selesai)}`].filter(Boolean).join(' ') ||
      null,
    skala: `${i.skala.min}–${i.skala.maks}`,
    unsur: i.unsur.map((u) => `${u.kode} ${u.nama}`),
    mutu: i.mutu.map((m) => `${m.mutu} ${m.kinerja} ≥ ${String(m.min).replace('.', ',')}`),
  };
}
