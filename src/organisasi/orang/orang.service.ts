import { Injectable } from '@nestjs/common';
import type { Peran } from '../../auth/pelaku';
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
  ) {}

  /** An account (or the one that there is) with its first role here, which makes the person one of the agency. */
  undang(tempat: Tempat, dto: UndangDto): Promise<HasilUndangan> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const hasil = await this.undangan.undang({ surel: dto.surel, nama: dto.nama }, tempat.pelaku);
      await this.peran.beriPeran(manager, tempat, {
        penggunaId: hasil.penggunaId,
        peran: dto.peran as Peran,
        unitId: dto.unit === '' ? null : dto.unit,
        mulai: tempat.hariIni,
        selesai: null,
        dasar: null,
      });
      return hasil;
    });
  }

  /** A new link for a person of this agency who cannot sign in. */
  aturUlang(tempat: Tempat, penggunaId: string): Promise<HasilUndangan> {
    return this.organisasi.kelola(tempat, async () => {
      if (!(await this.query.anggota(tempat.instansi.id, penggunaId)))
        throw new GalatTidakDitemukan('Orang itu tidak ada pada instansi ini.');
      return this.undangan.aturUlang(penggunaId, tempat.pelaku);
    });
  }
}
