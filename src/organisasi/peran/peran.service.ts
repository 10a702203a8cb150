import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { NAMA_PERAN, type Peran } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakDitemukan } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { tambahHari, tanggalIndonesia } from '../../shared/tanggal';
import { belumBerakhir, bertumpang } from '../jabatan/penugasan.rules';
import { OrangQuery } from '../orang/orang.query';
import { Organisasi, type Tempat } from '../tempat';
import { UndanganPeranService } from '../undangan/undangan-peran.service';
import { UnitQuery } from '../unit/unit.query';
import { aktif } from '../unit/unit.rules';
import type { AkhiriPeranDto, BeriPeranDto } from './peran.dto';
import { PenulisPeran, type PeranBaru } from './penulis-peran';
import { PeranEntity } from './peran.entity';
import { tolakAkhiriPeran, tolakBeriPeran, tolakLingkup, tolakRangkap } from './peran.policy';
import { PeranQuery } from './peran.query';

/** What became of a role that is to be given: it holds, or it waits for the holder of an account to take it. */
export type HasilBeri = 'diberikan' | 'menunggu';

@Injectable()
export class PeranService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: PeranQuery,
    private readonly unit: UnitQuery,
    private readonly orang: OrangQuery,
    private readonly audit: AuditService,
    private readonly transaksi: Transaksi,
    private readonly penulis: PenulisPeran,
    private readonly undangan: UndanganPeranService,
  ) {}

  beri(tempat: Tempat, dto: BeriPeranDto): Promise<HasilBeri> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const orang = await this.orang.anggota(tempat.instansi.id, dto.pengguna);
      if (!orang) throw galatMedan('pengguna', 'Pilih orang dari instansi ini; yang belum ada diundang dahulu');
      if (dto.sampai !== '' && dto.sampai < dto.mulai)
        throw galatMedan('sampai', 'Hari terakhir tidak boleh sebelum hari pertama');
      const baru = {
        penggunaId: dto.pengguna,
        peran: dto.peran as Peran,
        unitId: dto.unit === '' ? null : dto.unit,
        mulai: dto.mulai,
        selesai: dto.sampai === '' ? null : tambahHari(dto.sampai, 1),
        dasar: dto.dasar || null,
      };
      return this.beriAtauUndang(manager, tempat, baru, orang.nama);
    });
  }

  akhiri(tempat: Tempat, id: string, dto: AkhiriPeranDto): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const milik = await this.query.satu(tempat.instansi.id, id);
      if (!milik) throw new GalatTidakDitemukan('Peran itu tidak ada pada instansi ini.');
      // Ending on the day before it began takes back what was given by mistake.
      const selesai = tambahHari(dto.sampai, 1);
      if (selesai < milik.mulai)
        throw galatMedan(
          'sampai',
          `Peran ini mulai ${tanggalIndonesia(milik.mulai)}; paling awal sehari sebelumnya, yang berarti tidak pernah berlaku`,
        );
      if (milik.selesai !== null && selesai >= milik.selesai)
        throw galatMedan(
          'sampai',
          `Peran ini sudah berakhir ${tanggalIndonesia(tambahHari(milik.selesai, -1))}; pilih tanggal sebelumnya`,
        );
      await this.akhiriPeran(manager, tempat, id, selesai, dto.alasan);
    });
  }

  /** A part of an act on the organisation, for whom it does not matter whether the role waits. @throws {GalatIsian} */
  async beriPeran(manager: EntityManager, tempat: Tempat, baru: PeranBaru): Promise<void> {
    const orang = await this.orang.anggota(tempat.instansi.id, baru.penggunaId);
    await this.beriAtauUndang(manager, tempat, baru, orang?.nama ?? '');
  }

  /**
   * Gives the role to who holds one here already, or whose account was made for it. Anybody else has an account that others may hold the
   * key to, and is asked first: the role waits as an invitation.
   * @param nama as the inviter knows the person @param akunBaru nobody uses the account yet
   * @throws {GalatIsian} on the field that is wrong
   */
  async beriAtauUndang(
    manager: EntityManager,
    tempat: Tempat,
    baru: PeranBaru,
    nama: string,
    akunBaru = false,
  ): Promise<HasilBeri> {
    const instansiId = tempat.instansi.id;
    const milik = await this.query.orang(instansiId, baru.penggunaId);
    const dipegang = milik.filter((p) => bertumpang(p, baru)).map((p) => p.peran);
    const lingkup = tolakLingkup(baru.peran, baru.unitId);
    if (lingkup !== null) throw galatMedan('unit', lingkup);
    const unit = baru.unitId === null ? null : (await this.unit.semua(instansiId)).find((u) => u.id === baru.unitId);
    if (unit === undefined || (unit !== null && !aktif(unit))) throw galatMedan('unit', 'Pilih unit yang masih bekerja');
    const tolak = tolakBeriPeran(tempat.pelaku, { instansiId, ...baru }, dipegang);
    if (tolak !== null) throw galatMedan('peran', tolak);
    if (milik.some((p) => p.peran === baru.peran && p.unitId === baru.unitId && bertumpang(p, baru)))
      throw galatMedan('peran', 'Orang ini sudah memegang peran itu untuk lingkup dan masa yang sama');
    if (akunBaru || milik.some((p) => belumBerakhir(p, tempat.hariIni))) {
      await this.penulis.tulis(manager, pemberi(tempat), baru, unit?.nama ?? null);
      return 'diberikan';
    }
    await this.undangan.undang(manager, tempat, { ...baru, nama, unitNama: unit?.nama ?? null });
    return 'menunggu';
  }

  /** A part of an act on the organisation. */
  async akhiriPeran(manager: EntityManager, tempat: Tempat, id: string, selesai: string, alasan: string): Promise<void> {
    const instansiId = tempat.instansi.id;
    const milik = await this.query.satu(instansiId, id);
    if (!milik) throw new GalatTidakDitemukan('Peran itu tidak ada pada instansi ini.');
    const lain = await this.query.adminLain(instansiId, milik.penggunaId, selesai > tempat.hariIni ? selesai : tempat.hariIni);
    const tolak = tolakAkhiriPeran(tempat.pelaku, { instansiId, ...milik }, lain);
    if (tolak !== null) throw galatMedan('sampai', tolak);
    await manager.update(PeranEntity, { id }, { selesai, diakhiriOlehId: tempat.pelaku.penggunaId });
    await this.audit.catat('peran.akhiri', {
      instansiId,
      sasaran: { jenis: 'peran', id, nama: `${NAMA_PERAN[milik.peran]}: ${milik.nama}` },
      sebelum: { selesai: milik.selesai },
      sesudah: { selesai },
      alasan,
    });
  }

  /** Roles on a unit that is merged go on with its successor. @returns how many */
  async alihkanUnit(tempat: Tempat, dari: string, ke: string, tanggal: string): Promise<number> {
    const manager = this.transaksi.managerTransaksi;
    const instansiId = tempat.instansi.id;
    const nama = (await this.unit.semua(instansiId)).find((u) => u.id === ke)?.nama ?? null;
    const sudahAda = await this.query.unit(instansiId, ke);
    const jalan = (await this.query.unit(instansiId, dari)).filter((p) => belumBerakhir(p, tanggal));
    for (const p of jalan) {
      const mulai = p.mulai > tanggal ? p.mulai : tanggal;
      await manager.update(PeranEntity, { id: p.id }, { selesai: mulai, diakhiriOlehId: tempat.pelaku.penggunaId });
      const baru = { penggunaId: p.penggunaId, peran: p.peran, unitId: ke, mulai, selesai: p.selesai, dasar: p.dasar };
      const ganda = sudahAda.some((a) => a.penggunaId === p.penggunaId && a.peran === p.peran && bertumpang(a, baru));
      if (!ganda) await this.penulis.tulis(manager, pemberi(tempat), baru, nama);
    }
    return jalan.length;
  }

  /**
   * An admin of an agency that has none, appointed by the operator, who asked that before. Writes nothing but that.
   * @throws {GalatIsian} on `adminSurel` when that person may not be admin there
   */
  async adminPertama(manager: EntityManager, tempat: Tempat, orang: AdminPertama): Promise<HasilBeri> {
    const { penggunaId, nama, akunBaru } = orang;
    const milik = await this.query.orang(tempat.instansi.id, penggunaId);
    const dipegang = milik.filter((p) => belumBerakhir(p, tempat.hariIni)).map((p) => p.peran);
    const tolak = tolakRangkap('admin', dipegang);
    if (tolak !== null) throw galatMedan('adminSurel', tolak);
    const baru = { penggunaId, peran: 'admin', unitId: null, mulai: tempat.hariIni, selesai: null, dasar: null } as const;
    if (akunBaru) {
      await this.penulis.tulis(manager, pemberi(tempat), baru, null);
      return 'diberikan';
    }
    await this.undangan.undang(manager, tempat, { ...baru, nama, unitNama: null });
    return 'menunggu';
  }

  /**
   * Takes everything at once from a person of the agency: roles end today, those to come never begin, invitations are withdrawn.
   * @returns how many roles ended @throws {GalatIsian} on `alasan` when the agency would be left without an admin
   */
  async akhiriSemua(manager: EntityManager, tempat: Tempat, penggunaId: string, alasan: string): Promise<number> {
    const jalan = (await this.query.orang(tempat.instansi.id, penggunaId)).filter((p) => belumBerakhir(p, tempat.hariIni));
    for (const p of jalan) {
      const selesai = p.mulai > tempat.hariIni ? p.mulai : tempat.hariIni;
      await this.akhiriPeran(manager, tempat, p.id, selesai, alasan);
    }
    await this.undangan.tarikSemua(manager, tempat, penggunaId);
    return jalan.length;
  }
}

export interface AdminPertama {
  readonly penggunaId: string;
  readonly nama: string;
  readonly akunBaru: boolean;
}

function pemberi({ instansi, pelaku }: Tempat): { instansiId: string; diberiOlehId: string } {
  return { instansiId: instansi.id, diberiOlehId: pelaku.penggunaId };
}
