import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { galatMedan } from '../../shared/isian';
import { tanggalIndonesia } from '../../shared/tanggal';
import { JabatanEntity } from '../jabatan/jabatan.entity';
import { PeranService } from '../peran/peran.service';
import { Organisasi, type Tempat } from '../tempat';
import { UnitEntity } from '../unit.entity';
import { tolakUsang } from '../versi';
import { versiUnit } from './versi-unit';
import { catatNamaUnit } from './nama-unit';
import { NamaUnitEntity } from './nama-unit.entity';
import { pindahkanJabatan } from './pindah-jabatan';
import type { BuatUnitDto, GabungUnitDto, NonaktifUnitDto, PindahUnitDto, UbahNamaUnitDto } from './unit.dto';
import { UnitQuery } from './unit.query';
import {
  KALIMAT_MASALAH_UNIT,
  aktif,
  masalahGabung,
  masalahNonaktif,
  masalahPindah,
  pindahKarenaGabung,
  susunPohon,
  type MasalahUnit,
} from './unit.rules';

/** The acts on units. Nothing is deleted: a unit that goes stays in the tree of its time, with its names. */
@Injectable()
export class UnitService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: UnitQuery,
    private readonly peran: PeranService,
    private readonly audit: AuditService,
  ) {}

  /** @returns the new unit's code */
  buat(tempat: Tempat, dto: BuatUnitDto): Promise<string> {
    const { instansi } = tempat;
    return this.organisasi.kelola(tempat, async (manager) => {
      const semua = await this.query.semua(instansi.id);
      if (semua.some((u) => u.kode.toLowerCase() === dto.kode.toLowerCase()))
        throw galatMedan('kode', 'Kode ini sudah dipakai unit lain; pilih kode yang lain');
      const induk = dto.induk === '' ? null : susunPohon(semua).get(dto.induk);
      if (induk === undefined) throw salah('induk', 'tidak-ada');
      if (induk !== null && !aktif(induk)) throw salah('induk', 'sudah-berakhir');
      const unit = { id: randomUUID(), kode: dto.kode, nama: dto.nama, singkatan: dto.singkatan || null, jenis: dto.jenis };
      const urutan = Math.max(-1, ...semua.map((u) => u.urutan)) + 1;
      await manager.insert(UnitEntity, { ...unit, instansiId: instansi.id, urutan, indukId: induk?.id ?? null });
      await catatNamaUnit(manager, instansi.id, [unit], tempat.hariIni, tempat.hariIni);
      await this.audit.catat('unit.buat', {
        instansiId: instansi.id,
        sasaran: { jenis: 'unit', id: unit.id, nama: unit.nama },
        sebelum: null,
        sesudah: { kode: unit.kode, nama: unit.nama, singkatan: unit.singkatan, jenis: unit.jenis, induk: induk?.nama ?? null },
      });
      return unit.kode;
    });
  }

  ubahNama(tempat: Tempat, kode: string, dto: UbahNamaUnitDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const unit = await this.unitAktif(tempat, kode, dto.versi, 'nama');
      const baru = { nama: dto.nama, singkatan: dto.singkatan || null };
      if (unit.nama === baru.nama && unit.singkatan === baru.singkatan)
        throw galatMedan('nama', 'Nama dan singkatannya masih sama; ubah salah satu');
      tidakNanti(tempat, dto.sejak);
      const kini = await manager.findOneBy(NamaUnitEntity, { unitId: unit.id, selesai: IsNull() });
      if (kini?.mulai && dto.sejak < kini.mulai)
        throw galatMedan(
          'sejak',
          `Nama sekarang berlaku sejak ${tanggalIndonesia(kini.mulai)}; pilih tanggal itu atau sesudahnya`,
        );
      await manager.update(UnitEntity, { id: unit.id }, baru);
      await catatNamaUnit(manager, tempat.instansi.id, [{ id: unit.id, ...baru }], dto.sejak);
      await this.audit.catat('unit.ubah_nama', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'unit', id: unit.id, nama: baru.nama },
        sebelum: { nama: unit.nama, singkatan: unit.singkatan },
        sesudah: { ...baru, sejak: dto.sejak },
        alasan: dto.alasan,
      });
    });
  }

  pindah(tempat: Tempat, kode: string, dto: PindahUnitDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const unit = await this.unitAktif(tempat, kode, dto.versi, 'induk');
      const pohon = susunPohon(await this.query.semua(tempat.instansi.id));
      const indukId = dto.induk === '' ? null : dto.induk;
      const masalah = masalahPindah(pohon, unit.id, indukId);
      if (masalah) throw salah('induk', masalah);
      await manager.update(UnitEntity, { id: unit.id }, { indukId });
      const nama = (id: string | null) => (id === null ? null : (pohon.get(id)?.nama ?? null));
      await this.audit.catat('unit.pindah', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'unit', id: unit.id, nama: unit.nama },
        sebelum: { induk: nama(unit.indukId) },
        sesudah: { induk: nama(indukId) },
        alasan: dto.alasan,
      });
    });
  }

  /** Children, posts and roles pass to the successor; plans and reports keep naming the unit, and the successor answers for them. */
  gabung(tempat: Tempat, kode: string, dto: GabungUnitDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const unit = await this.unitAktif(tempat, kode, dto.versi, 'penerus');
      const pohon = susunPohon(await this.query.semua(tempat.instansi.id));
      const masalah = masalahGabung(pohon, unit.id, dto.penerus);
      if (masalah) throw salah('penerus', masalah);
      tidakNanti(tempat, dto.sejak);
      for (const { id, indukId } of pindahKarenaGabung(pohon, unit.id, dto.penerus))
        await manager.update(UnitEntity, { id }, { indukId });
      const jabatan = await pindahkanJabatan(manager, unit.id, dto.penerus, dto.sejak);
      const peran = await this.peran.alihkanUnit(tempat, unit.id, dto.penerus, dto.sejak);
      await manager.update(UnitEntity, { id: unit.id }, { berakhir: dto.sejak, penerusId: dto.penerus });
      await this.audit.catat('unit.gabung', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'unit', id: unit.id, nama: unit.nama },
        sebelum: { nama: unit.nama },
        sesudah: { penerus: pohon.get(dto.penerus)?.nama ?? '', sejak: dto.sejak, jabatan, peran },
        alasan: dto.alasan,
      });
    });
  }

  nonaktifkan(tempat: Tempat, kode: string, dto: NonaktifUnitDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const unit = await this.unitAktif(tempat, kode, dto.versi, 'sejak');
      const masalah = masalahNonaktif(susunPohon(await this.query.semua(tempat.instansi.id)), unit.id);
      if (masalah) throw salah('sejak', masalah);
      tidakNanti(tempat, dto.sejak);
      const { pemegang, peran } = await this.query.beban(unit.id, dto.sejak);
      if (pemegang > 0)
        throw galatMedan(
          'sejak',
          `Masih ada ${pemegang} pemegang jabatan pada tanggal itu; akhiri dahulu, atau gabungkan unit ini ke penerusnya`,
        );
      if (peran > 0)
        throw galatMedan(
          'sejak',
          `Masih ada ${peran} peran untuk unit ini pada tanggal itu; akhiri dahulu, atau gabungkan unit ini ke penerusnya`,
        );
      await manager.update(JabatanEntity, { unitId: unit.id, berakhir: IsNull() }, { berakhir: dto.sejak });
      await manager.update(UnitEntity, { id: unit.id }, { berakhir: dto.sejak });
      await this.audit.catat('unit.nonaktifkan', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'unit', id: unit.id, nama: unit.nama },
        sebelum: { aktif: true },
        sesudah: { aktif: false, sejak: dto.sejak },
        alasan: dto.alasan,
      });
    });
  }

  private async unitAktif({ instansi }: Tempat, kode: string, versi: string, medan: string): Promise<UnitEntity> {
    const unit = await this.query.satu(instansi.id, kode);
    if (!unit) throw salah(medan, 'tidak-ada');
    if (!aktif(unit)) throw salah(medan, 'sudah-berakhir');
    const induk = unit.indukId === null ? null : (await this.query.satuId(instansi.id, unit.indukId))?.nama;
    const letak = induk ? `di bawah ${induk}` : 'di tingkat teratas';
    tolakUsang(versi, versiUnit(unit), medan, `Unit ini kini bernama "${unit.nama}", ${letak}`);
    return unit;
  }
}

function salah(medan: string, masalah: MasalahUnit): Error {
  return galatMedan(medan, KALIMAT_MASALAH_UNIT[masalah]);
}

/** The tree shows today, so that its changes cannot lie ahead. */
function tidakNanti({ hariIni }: Tempat, tanggal: string): void {
  if (tanggal > hariIni)
    throw galatMedan('sejak', `Paling lambat hari ini, ${tanggalIndonesia(hariIni)}; yang akan datang dicatat pada harinya`);
}
