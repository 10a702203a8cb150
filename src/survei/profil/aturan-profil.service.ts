import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { punyaIzinDi } from '../../auth/izin';
import { Transaksi } from '../../database/transaksi';
import { kunciOrganisasi, type Tempat } from '../../organisasi/tempat';
import { GalatTidakBerhak } from '../../shared/galat';
import { galatMedan, GalatIsian } from '../../shared/isian';
import { bacaAturanProfil, tulisAturanProfil, type AturanProfilTertulis } from '../aturan-profil.rules';
import { AturanProfilEntity } from './aturan-profil.entity';
import { AturanProfilQuery } from './aturan-profil.query';

@Injectable()
export class AturanProfilService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: AturanProfilQuery,
    private readonly audit: AuditService,
  ) {}

  /**
   * A new version of the bands. Nothing that was counted changes.
   * @throws {GalatIsian} when the bands overlap or leave somebody out, or say what holds already
   * @throws {GalatTidakBerhak} for anybody but a koordinator
   */
  ubah(tempat: Tempat, tertulis: AturanProfilTertulis): Promise<void> {
    const instansiId = tempat.instansi.id;
    if (!punyaIzinDi(tempat.pelaku, 'survei.kelola', instansiId))
      throw new GalatTidakBerhak('Hanya koordinator SKM instansi ini yang mengatur kelompok profil. Minta bantuan koordinator.');
    const { aturan, masalah } = bacaAturanProfil(tertulis);
    if (masalah.length > 0) throw new GalatIsian(masalah);
    return this.transaksi.jalankan(async (manager) => {
      await kunciOrganisasi(manager, instansiId);
      const kini = await this.query.berlaku(instansiId);
      const [lama, baru] = [tulisAturanProfil(kini.aturan), tulisAturanProfil(aturan)];
      if (JSON.stringify(lama) === JSON.stringify(baru)) throw galatMedan('usia', 'Kelompoknya masih sama dengan yang berlaku');
      const versi = kini.versi + 1;
      await manager.insert(AturanProfilEntity, {
        id: randomUUID(),
        instansiId,
        versi,
        usia: [...aturan.usia],
        pendidikan: [...aturan.pendidikan],
        pekerjaan: [...aturan.pekerjaan],
        oleh: tempat.pelaku.nama,
        berlakuSejak: tempat.sekarang,
      });
      await this.audit.catat('aturan_profil.ubah', {
        instansiId,
        sasaran: { jenis: 'aturan', id: null, nama: `Kelompok profil versi ${versi}` },
        sebelum: { versi: kini.versi, ...lama },
        sesudah: { versi, ...baru },
      });
    });
  }
}
