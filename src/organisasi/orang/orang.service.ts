import { Injectable } from '@nestjs/common';
import type { Peran } from '../../auth/pelaku';
import { PenggunaQuery, type Pengguna } from '../../auth/pengguna.query';
import { AkunOrangService } from '../../auth/akun/akun-orang.service';
import { UndanganService, type HasilUndangan } from '../../auth/tautan/undangan.service';
import { GalatTidakDitemukan } from '../../shared/galat';
import { PeranService } from '../peran/peran.service';
import { Organisasi, type Tempat } from '../tempat';
import { OrangQuery } from './orang.query';
import type { UndangDto } from './undang.dto';

@Injectable()
export class OrangService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly undangan: UndanganService,
    private readonly peran: PeranService,
    private readonly query: OrangQuery,
    private readonly pengguna: PenggunaQuery,
    private readonly akun: AkunOrangService,
  ) {}

  /** A new account with its first role here, or, for somebody who has one, the invitation that they answer themselves. */
  undang(tempat: Tempat, dto: UndangDto): Promise<HasilUndangan> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const hasil = await this.undangan.undang({ surel: dto.surel, nama: dto.nama }, tempat);
      const baru = {
        penggunaId: hasil.penggunaId,
        peran: dto.peran as Peran,
        unitId: dto.unit === '' ? null : dto.unit,
        mulai: tempat.hariIni,
        selesai: null,
        dasar: null,
      };
      await this.peran.beriAtauUndang(manager, tempat, baru, dto.nama, hasil.baru);
      return hasil;
    });
  }

  /** A new link for a person of this agency who cannot sign in. */
  aturUlang(tempat: Tempat, penggunaId: string): Promise<HasilUndangan> {
    return this.organisasi.kelola(tempat, async () => {
      if (!(await this.query.anggota(tempat.instansi.id, penggunaId)))
        throw new GalatTidakDitemukan('Orang itu tidak ada pada instansi ini.');
      return this.undangan.aturUlang(penggunaId, tempat);
    });
  }

  /** For somebody who lost the phone and the recovery codes. @throws {GalatTidakBerhak} when the account opens another agency too */
  lepasTotp(tempat: Tempat, penggunaId: string, alasan: string): Promise<void> {
    return this.organisasi.kelola(tempat, async () => {
      const akun = await this.akunAnggota(tempat, penggunaId);
      await this.undangan.pastikanSendiri(akun, tempat.pelaku);
      await this.akun.lepasTotp(akun, tempat, alasan);
    });
  }

  /** All roles of the person here end at once, and every session with them. The account goes on: it may serve another agency. */
  keluarkan(tempat: Tempat, penggunaId: string, alasan: string): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const akun = await this.akunAnggota(tempat, penggunaId);
      await this.peran.akhiriSemua(manager, tempat, penggunaId, alasan);
      await this.akun.keluarkan(akun, tempat);
    });
  }

  private async akunAnggota(tempat: Tempat, penggunaId: string): Promise<Pengguna> {
    const anggota = await this.query.anggota(tempat.instansi.id, penggunaId);
    const akun = anggota && (await this.pengguna.satu(penggunaId));
    if (!akun) throw new GalatTidakDitemukan('Orang itu tidak ada pada instansi ini.');
    return akun;
  }
}
