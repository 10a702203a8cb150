import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { HalamanTidakAda } from '../../shared/galat.view';
import { jalur } from '../../shared/tampilan/tautan';
import { cariSurvei } from '../kunci-survei';
import { AturanProfilQuery } from '../profil/aturan-profil.query';
import type { AturanProfil } from '../profil.rules';
import type { SurveiEntity } from '../survei.entity';
import { ImporResponsEntity } from './impor-respons.entity';

/** The survey into which answers come, with who does it and when. */
export interface TempatSurvei extends Tempat {
  readonly survei: SurveiEntity;
  readonly instrumen: Instrumen;
  /** the agency's bands, for the profile */
  readonly aturanProfil: AturanProfil;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

@Injectable()
export class TempatImpor {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly instrumen: InstrumenQuery,
    private readonly aturanProfil: AturanProfilQuery,
    private readonly transaksi: Transaksi,
  ) {}

  /** @throws {HalamanTidakAda} when there is no such survey for this person */
  async buka(kodeInstansi: string, kodeSurvei: string, pelaku: Pelaku): Promise<TempatSurvei> {
    const tempat = await this.organisasi.buka(kodeInstansi, pelaku);
    const survei = await cariSurvei(this.transaksi.manager, tempat, kodeSurvei);
    const instrumen = (await this.instrumen.semua(tempat.instansi.id)).find((i) => i.kode === survei.instrumen);
    if (!instrumen) throw new GalatPengguna(`Instrumen ${survei.instrumen} milik survei ini tidak ditemukan.`);
    const { aturan: aturanProfil } = await this.aturanProfil.berlaku(tempat.instansi.id);
    return { ...tempat, survei, instrumen, aturanProfil };
  }

  /** One import of that survey. @throws {HalamanTidakAda} also for another survey's or agency's */
  async satu({ survei, instansi }: TempatSurvei, id: string): Promise<ImporResponsEntity> {
    const impor = UUID.test(id) ? await this.transaksi.manager.findOneBy(ImporResponsEntity, { id, surveiId: survei.id }) : null;
    if (!impor)
      throw new HalamanTidakAda('Impor itu tidak ada pada survei ini.', {
        teks: 'Unggah berkas jawaban',
        tautan: jalur('instansi', instansi.kode, 'survei', survei.kode, 'impor'),
      });
    return impor;
  }

  /** The imports of that survey, newest first. */
  daftar({ survei }: TempatSurvei): Promise<ImporResponsEntity[]> {
    return this.transaksi.manager.find(ImporResponsEntity, { where: { surveiId: survei.id }, order: { pada: 'DESC' }, take: 50 });
  }
}

/** SHA-256 over all of a survey on which prepared answers rest: when it differs, they were made for another state of it. */
export async function sidikSurvei(manager: EntityManager, surveiId: string): Promise<string> {
  const [baris] = await manager.query<{ sidik: string }[]>(
    `SELECT encode(sha256(convert_to(jsonb_build_object(
         'instrumen', s.instrumen, 'tingkat', s.tingkat, 'status', s.status, 'jumlah', s.jumlah_respons, 'sidik', s.sidik_respons,
         'unsur', (SELECT jsonb_agg(to_jsonb(u) ORDER BY u.urutan) FROM survei_unsur u WHERE u.survei_id = s.id),
         'aturan', (SELECT jsonb_build_array(i.unsur, i.skala_min, i.skala_maks) FROM instrumen i
           WHERE i.instansi_id = s.instansi_id AND i.kode = s.instrumen)
       )::text, 'UTF8')), 'hex') AS sidik
     FROM survei s WHERE s.id = $1`,
    [surveiId],
  );
  return baris?.sidik ?? '';
}
