import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { GalatTidakDitemukan } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { tambahHari, tanggalIndonesia } from '../../shared/tanggal';
import { OrangQuery } from '../orang/orang.query';
import { Organisasi, type Tempat } from '../tempat';
import { UnitQuery } from '../unit/unit.query';
import { aktif } from '../unit/unit.rules';
import type { AkhiriPenugasanDto, BuatJabatanDto, TugaskanDto, TutupJabatanDto, UbahNamaJabatanDto } from './jabatan.dto';
import { JabatanEntity } from './jabatan.entity';
import { JabatanQuery, type Jabatan } from './jabatan.query';
import { LetakJabatanEntity } from './letak-jabatan.entity';
import { NamaJabatanEntity } from './nama-jabatan.entity';
import { PenugasanEntity } from './penugasan.entity';
import { belumBerakhir, penghalangPenugasan, sebutanJabatan, type StatusPenugasan } from './penugasan.rules';

/** A holding to be opened; `selesai` half-open. */
export interface PenugasanBaru {
  readonly jabatanId: string;
  readonly penggunaId: string;
  readonly status: StatusPenugasan;
  readonly mulai: string;
  readonly selesai: string | null;
  readonly nama: string;
  readonly nip: string | null;
  readonly pangkat: string | null;
  readonly dasar: string | null;
}

@Injectable()
export class JabatanService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: JabatanQuery,
    private readonly unit: UnitQuery,
    private readonly orang: OrangQuery,
    private readonly audit: AuditService,
  ) {}

  /** @returns the new post's id */
  buat(tempat: Tempat, dto: BuatJabatanDto): Promise<string> {
    const instansiId = tempat.instansi.id;
    return this.organisasi.kelola(tempat, async (manager) => {
      const unit = (await this.unit.semua(instansiId)).find((u) => u.id === dto.unit);
      if (!unit || !aktif(unit)) throw galatMedan('unit', 'Pilih unit yang masih bekerja');
      const milik = (await this.query.semua(instansiId)).filter((j) => j.unitId === unit.id && j.berakhir === null);
      if (milik.some((j) => j.nama.toLowerCase() === dto.nama.toLowerCase()))
        throw galatMedan('nama', 'Unit ini sudah punya jabatan dengan nama itu');
      const memimpin = dto.memimpin === 'ya';
      const pemimpin = milik.find((j) => j.memimpin);
      if (memimpin && pemimpin) throw galatMedan('memimpin', `Unit ini sudah dipimpin ${pemimpin.nama}`);
      const id = randomUUID();
      await manager.insert(JabatanEntity, {
        id,
        instansiId,
        unitId: unit.id,
        urutan: milik.length,
        nama: dto.nama,
        memimpin,
        berakhir: null,
      });
      await manager.insert(NamaJabatanEntity, {
        id: randomUUID(),
        instansiId,
        jabatanId: id,
        nama: dto.nama,
        mulai: null,
        selesai: null,
      });
      await manager.insert(LetakJabatanEntity, {
        ...{ id: randomUUID(), instansiId, jabatanId: id, unitId: unit.id, memimpin },
        ...{ mulai: null, selesai: null },
      });
      await this.audit.catat('jabatan.buat', {
        instansiId,
        sasaran: { jenis: 'jabatan', id, nama: dto.nama },
        sebelum: null,
        sesudah: { nama: dto.nama, unit: unit.nama, memimpin },
      });
      return id;
    });
  }

  ubahNama(tempat: Tempat, id: string, dto: UbahNamaJabatanDto): Promise<void> {
    const instansiId = tempat.instansi.id;
    return this.organisasi.kelola(tempat, async (manager) => {
      const jabatan = await this.jabatanTerbuka(tempat, id, 'nama');
      if (jabatan.nama === dto.nama) throw galatMedan('nama', 'Namanya masih sama');
      if (dto.sejak > tempat.hariIni) throw galatMedan('sejak', `Paling lambat hari ini, ${tanggalIndonesia(tempat.hariIni)}`);
      const kini = await manager.findOneByOrFail(NamaJabatanEntity, { jabatanId: id, selesai: IsNull() });
      if (kini.mulai !== null && dto.sejak < kini.mulai)
        throw galatMedan(
          'sejak',
          `Nama sekarang berlaku sejak ${tanggalIndonesia(kini.mulai)}; pilih tanggal itu atau sesudahnya`,
        );
      if (kini.mulai === dto.sejak) await manager.update(NamaJabatanEntity, { id: kini.id }, { nama: dto.nama });
      else {
        await manager.update(NamaJabatanEntity, { id: kini.id }, { selesai: dto.sejak });
        await manager.insert(NamaJabatanEntity, {
          id: randomUUID(),
          instansiId,
          jabatanId: id,
          nama: dto.nama,
          mulai: dto.sejak,
          selesai: null,
        });
      }
      await manager.update(JabatanEntity, { id }, { nama: dto.nama });
      await this.audit.catat('jabatan.ubah_nama', {
        instansiId,
        sasaran: { jenis: 'jabatan', id, nama: dto.nama },
        sebelum: { nama: jabatan.nama },
        sesudah: { nama: dto.nama, sejak: dto.sejak },
        alasan: dto.alasan,
      });
    });
  }

  tutup(tempat: Tempat, id: string, dto: TutupJabatanDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const jabatan = await this.jabatanTerbuka(tempat, id, 'sejak');
      if (dto.sejak > tempat.hariIni) throw galatMedan('sejak', `Paling lambat hari ini, ${tanggalIndonesia(tempat.hariIni)}`);
      const masih = (await this.query.penugasanJabatan(tempat.instansi.id, id)).find((p) => belumBerakhir(p, dto.sejak));
      if (masih) throw galatMedan('sejak', `${masih.nama} masih memegangnya pada tanggal itu; akhiri dahulu penugasannya`);
      await manager.update(JabatanEntity, { id }, { berakhir: dto.sejak });
      await this.audit.catat('jabatan.tutup', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'jabatan', id, nama: jabatan.nama },
        sebelum: { ada: true },
        sesudah: { ada: false, sejak: dto.sejak },
        alasan: dto.alasan,
      });
    });
  }

  tugaskan(tempat: Tempat, jabatanId: string, dto: TugaskanDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      await this.jabatanTerbuka(tempat, jabatanId, 'status');
      if (dto.sampai !== '' && dto.sampai < dto.mulai)
        throw galatMedan('sampai', 'Hari terakhir tidak boleh sebelum hari pertama');
      if (!(await this.orang.anggota(tempat.instansi.id, dto.pengguna)))
        throw galatMedan('pengguna', 'Pilih orang dari instansi ini; yang belum ada diundang dahulu');
      await this.bukaPenugasan(manager, tempat, {
        jabatanId,
        penggunaId: dto.pengguna,
        status: dto.status as StatusPenugasan,
        mulai: dto.mulai,
        selesai: dto.sampai === '' ? null : tambahHari(dto.sampai, 1),
        nama: dto.nama,
        nip: dto.nip || null,
        pangkat: dto.pangkat || null,
        dasar: dto.dasar || null,
      });
    });
  }

  akhiri(tempat: Tempat, id: string, dto: AkhiriPenugasanDto): Promise<string> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const penugasan = await this.query.satuPenugasan(tempat.instansi.id, id);
      if (!penugasan) throw new GalatTidakDitemukan('Penugasan itu tidak ada pada instansi ini.');
      const selesai = tambahHari(dto.sampai, 1);
      if (dto.sampai < penugasan.mulai)
        throw galatMedan('sampai', `Penugasan ini mulai ${tanggalIndonesia(penugasan.mulai)}; pilih tanggal itu atau sesudahnya`);
      if (penugasan.selesai !== null && selesai >= penugasan.selesai)
        throw galatMedan(
          'sampai',
          `Penugasan ini sudah berakhir ${tanggalIndonesia(tambahHari(penugasan.selesai, -1))}; pilih tanggal sebelumnya`,
        );
      await this.akhiriPenugasan(manager, tempat, id, selesai, dto.alasan);
      return penugasan.jabatanId;
    });
  }

  /** A part of an act on the organisation: opens a holding where it fits. @throws {GalatIsian} on `mulai`, naming who stands in the way */
  async bukaPenugasan(manager: EntityManager, tempat: Tempat, baru: PenugasanBaru): Promise<void> {
    const instansiId = tempat.instansi.id;
    const jabatan = await this.jabatanTerbuka(tempat, baru.jabatanId, 'mulai');
    const penghalang = penghalangPenugasan(await this.query.penugasanJabatan(instansiId, baru.jabatanId), baru);
    if (penghalang) {
      const masa = `sejak ${tanggalIndonesia(penghalang.mulai)}${penghalang.selesai ? ` sampai ${tanggalIndonesia(tambahHari(penghalang.selesai, -1))}` : ''}`;
      throw galatMedan(
        'mulai',
        `${penghalang.nama} memegang ${sebutanJabatan(penghalang.status, jabatan.nama)} ${masa}; akhiri dahulu, atau pilih masa atau status lain`,
      );
    }
    const id = randomUUID();
    await manager.insert(PenugasanEntity, { id, instansiId, ...baru });
    await this.audit.catat('penugasan.buka', {
      instansiId,
      sasaran: { jenis: 'penugasan', id, nama: `${baru.nama}, ${sebutanJabatan(baru.status, jabatan.nama)}` },
      sebelum: null,
      sesudah: { ...baru },
    });
  }

  /** A part of an act on the organisation: ends a holding. */
  async akhiriPenugasan(manager: EntityManager, tempat: Tempat, id: string, selesai: string, alasan: string): Promise<void> {
    const lama = await this.query.satuPenugasan(tempat.instansi.id, id);
    if (!lama) throw new GalatTidakDitemukan('Penugasan itu tidak ada pada instansi ini.');
    const jabatan = await this.query.satu(tempat.instansi.id, lama.jabatanId);
    await manager.update(PenugasanEntity, { id }, { selesai });
    await this.audit.catat('penugasan.akhiri', {
      instansiId: tempat.instansi.id,
      sasaran: { jenis: 'penugasan', id, nama: `${lama.nama}, ${sebutanJabatan(lama.status, jabatan?.nama ?? '')}` },
      sebelum: { selesai: lama.selesai },
      sesudah: { selesai },
      alasan,
    });
  }

  private async jabatanTerbuka({ instansi }: Tempat, id: string, medan: string): Promise<Jabatan> {
    const jabatan = await this.query.satu(instansi.id, id);
    if (!jabatan) throw new GalatTidakDitemukan('Jabatan itu tidak ada pada instansi ini.');
    if (jabatan.berakhir !== null) throw galatMedan(medan, 'Jabatan ini sudah ditutup');
    return jabatan;
  }
}
