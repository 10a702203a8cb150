import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import type { Pelaku } from '../../auth/pelaku';
import { PengaturanAuth } from '../../auth/pengaturan';
import { UndanganService, type HasilUndangan } from '../../auth/tautan/undangan.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak, GalatTidakDitemukan } from '../../shared/galat';
import { GalatIsian, galatMedan } from '../../shared/isian';
import { Jam } from '../../shared/jam';
import { hariIniDi } from '../../shared/tanggal';
import { InstansiEntity } from '../instansi.entity';
import { catatKopInstansi } from '../kop-instansi';
import { bolehBuatInstansi } from '../organisasi.policy';
import { PeranQuery } from '../peran/peran.query';
import { PeranService } from '../peran/peran.service';
import type { InstansiTersimpan } from '../organisasi.query';
import { kunciOrganisasi, type Tempat } from '../tempat';
import { JawabanUndangan } from '../undangan/jawaban-undangan.service';
import { UndanganPeranQuery, type Undangan } from '../undangan/undangan-peran.query';
import type { AdminPertamaDto, BuatInstansiDto } from './instalasi.dto';

@Injectable()
export class InstalasiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly undangan: UndanganService,
    private readonly peran: PeranService,
    private readonly peranQuery: PeranQuery,
    private readonly undanganPeran: UndanganPeranQuery,
    private readonly jawaban: JawabanUndangan,
    private readonly audit: AuditService,
    private readonly pengaturan: PengaturanAuth,
    private readonly jam: Jam,
  ) {}

  /** A new agency and its first admin, in one act. What follows (units, people) is the admin's. */
  async buat(pelaku: Pelaku, dto: BuatInstansiDto): Promise<HasilUndangan> {
    if (!bolehBuatInstansi(pelaku)) throw new GalatTidakBerhak('Hanya operator pemasangan yang membuat instansi.');
    return this.transaksi.jalankan(async () => {
      await this.transaksi.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/impor/${dto.kode}`]);
      const [ada] = await this.transaksi.manager.query<unknown[]>('SELECT 1 FROM instansi WHERE lower(kode) = lower($1)', [
        dto.kode,
      ]);
      if (ada) throw galatMedan('kode', 'Kode ini sudah dipakai instansi lain; pilih kode yang lain');
      const id = randomUUID();
      const { kode, nama, singkatan, kota, zonaWaktu } = dto;
      return this.transaksi.sebagai({ ...this.transaksi.konteks, instansi: [id] }, async (manager) => {
        await manager.insert(InstansiEntity, { id, kode, nama, singkatan, kota, zonaWaktu });
        await catatKopInstansi(manager, id, hariIniDi(zonaWaktu, this.jam.sekarang()));
        const undangan = await this.undang(dto, pelaku);
        const sekarang = this.jam.sekarang();
        const tempat: Tempat = {
          instansi: { id, kode, nama, singkatan, kota, zonaWaktu },
          pelaku,
          sekarang,
          hariIni: hariIniDi(zonaWaktu, sekarang),
        };
        await this.audit.catat('instansi.buat', {
          instansiId: id,
          sasaran: { jenis: 'instansi', id, nama },
          sebelum: null,
          sesudah: { kode, nama, kota, zonaWaktu, adminPertama: dto.adminSurel },
        });
        const { penggunaId, baru: akunBaru } = undangan;
        await this.peran.adminPertama(manager, tempat, { penggunaId, nama: dto.adminNama, akunBaru });
        return undangan;
      });
    });
  }

  /**
   * A new link for the admin whom the operator appointed, while nobody has worked there yet, or while that person is asked; the former
   * one ends with it.
   * @throws {GalatTidakDitemukan} @throws {GalatTidakBerhak} when the agency has an admin who came in: links are theirs to make then
   */
  async tautanAdminPertama(pelaku: Pelaku, kode: string): Promise<{ hasil: HasilUndangan; nama: string }> {
    if (!bolehBuatInstansi(pelaku)) throw new GalatTidakBerhak('Hanya operator pemasangan yang membuat tautan ini.');
    const instansi = await this.instansi(kode);
    return this.transaksi.sebagai({ ...this.transaksi.konteks, instansi: [instansi.id] }, async (manager) => {
      const adaAdmin = await this.adaAdmin(instansi);
      const orang = adaAdmin
        ? await manager.query<{ id: string; nama: string; masuk: boolean }[]>(
            `SELECT p.id, p.nama, p.sandi IS NOT NULL OR EXISTS (SELECT FROM identitas_luar l WHERE l.pengguna_id = p.id) AS masuk
             FROM pengguna p WHERE EXISTS (SELECT FROM peran r WHERE r.pengguna_id = p.id AND r.instansi_id = $1) LIMIT 2`,
            [instansi.id],
          )
        : [];
      const [satu, lain] = orang;
      if (satu && !lain && !satu.masuk) {
        const hasil = await this.undangan.aturUlang(satu.id, { pelaku, instansi: null, rantai: instansi.id });
        return { hasil, nama: satu.nama };
      }
      const menunggu = adaAdmin ? undefined : await this.undanganAdmin(instansi);
      if (!menunggu)
        throw new GalatTidakBerhak('Admin instansi ini sudah pernah masuk. Tautan baru dibuat oleh admin instansi itu sendiri.');
      const sekarang = this.jam.sekarang();
      const tempat: Tempat = { instansi, pelaku, sekarang, hariIni: hariIniDi(instansi.zonaWaktu, sekarang) };
      const tautan = await this.jawaban.buatTautan(tempat, menunggu.id);
      return { hasil: { penggunaId: menunggu.penggunaId, dikirim: false, tautan, baru: true }, nama: menunggu.nama };
    });
  }

  /**
   * Nobody is admin there with a running role and an account that may sign in, and nobody is asked to be: an imported agency, one whose
   * first admin declined or never answered, or one whose last admin's role ended or account was closed.
   */
  async tanpaAdmin(kode: string): Promise<boolean> {
    const instansi = await this.instansi(kode);
    return this.transaksi.sebagai({ ...this.transaksi.konteks, instansi: [instansi.id] }, () => this.bolehDitunjuk(instansi));
  }

  /** An admin for an agency that has none. @throws {GalatIsian} @throws {GalatTidakBerhak} when it has one, or somebody is asked */
  async tunjukAdminPertama(pelaku: Pelaku, kode: string, dto: AdminPertamaDto): Promise<HasilUndangan> {
    if (!bolehBuatInstansi(pelaku)) throw new GalatTidakBerhak('Hanya operator pemasangan yang menunjuk admin pertama.');
    const instansi = await this.instansi(kode);
    return this.transaksi.sebagai({ ...this.transaksi.konteks, instansi: [instansi.id] }, async (manager) => {
      await kunciOrganisasi(manager, instansi.id);
      if (!(await this.bolehDitunjuk(instansi)))
        throw new GalatTidakBerhak(
          'Instansi ini mempunyai admin, atau seseorang sudah diundang menjadi adminnya. Peran di sana diberikan oleh adminnya.',
        );
      const undangan = await this.undang(dto, pelaku);
      const sekarang = this.jam.sekarang();
      const tempat: Tempat = { instansi, pelaku, sekarang, hariIni: hariIniDi(instansi.zonaWaktu, sekarang) };
      const { penggunaId, baru: akunBaru } = undangan;
      await this.peran.adminPertama(manager, tempat, { penggunaId, nama: dto.adminNama, akunBaru });
      return undangan;
    });
  }

  private async bolehDitunjuk(instansi: InstansiTersimpan): Promise<boolean> {
    return !(await this.adaAdmin(instansi)) && (await this.undanganAdmin(instansi)) === undefined;
  }

  private adaAdmin({ id, zonaWaktu }: InstansiTersimpan): Promise<boolean> {
    const hariIni = hariIniDi(zonaWaktu, this.jam.sekarang());
    return this.peranQuery.adaAdmin(id, hariIni, this.pengaturan.akunContoh);
  }

  /** Whoever is asked to be admin, the latest asked first. */
  private async undanganAdmin({ id }: InstansiTersimpan): Promise<Undangan | undefined> {
    return (await this.undanganPeran.terbuka(id)).find((u) => u.peran === 'admin');
  }

  async instansi(kode: string): Promise<InstansiTersimpan> {
    const [baris] = await this.transaksi.manager.query<InstansiTersimpan[]>(
      'SELECT id, kode, nama, singkatan, kota, zona_waktu AS "zonaWaktu" FROM instansi WHERE kode = $1',
      [kode],
    );
    if (!baris) throw new GalatTidakDitemukan('Instansi dengan kode itu tidak ada di sini.');
    return baris;
  }

  private async undang({ adminSurel, adminNama }: AdminPertamaDto, pelaku: Pelaku): Promise<HasilUndangan> {
    try {
      return await this.undangan.undang({ surel: adminSurel, nama: adminNama }, { pelaku, instansi: null });
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      throw new GalatIsian(galat.daftar.map(({ medan, pesan }) => ({ medan: medan === 'surel' ? 'adminSurel' : medan, pesan })));
    }
  }
}
