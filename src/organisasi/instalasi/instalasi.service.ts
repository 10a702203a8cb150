import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import type { Pelaku } from '../../auth/pelaku';
import { UndanganService, type HasilUndangan } from '../../auth/tautan/undangan.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak } from '../../shared/galat';
import { GalatIsian, galatMedan } from '../../shared/isian';
import { Jam } from '../../shared/jam';
import { hariIniDi } from '../../shared/tanggal';
import { InstansiEntity } from '../instansi.entity';
import { catatKopInstansi } from '../kop-instansi';
import { bolehBuatInstansi } from '../organisasi.policy';
import { PeranService } from '../peran/peran.service';
import type { Tempat } from '../tempat';
import type { BuatInstansiDto } from './instalasi.dto';

@Injectable()
export class InstalasiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly undangan: UndanganService,
    private readonly peran: PeranService,
    private readonly audit: AuditService,
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
        await this.peran.adminPertama(manager, tempat, undangan.penggunaId);
        return undangan;
      });
    });
  }

  private async undang({ adminSurel, adminNama }: BuatInstansiDto, pelaku: Pelaku): Promise<HasilUndangan> {
    try {
      return await this.undangan.undang({ surel: adminSurel, nama: adminNama }, pelaku);
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      throw new GalatIsian(galat.daftar.map(({ medan, pesan }) => ({ medan: medan === 'surel' ? 'adminSurel' : medan, pesan })));
    }
  }
}
