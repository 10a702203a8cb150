import type { EntityManager } from 'typeorm';
import type { Tempat } from '../organisasi/tempat';
import { GalatPengguna, GalatTidakBerhak } from '../shared/galat';
import { HalamanTidakAda } from '../shared/galat.view';
import { jalur } from '../shared/tampilan/tautan';
import { halanganStatus, type TindakanSurvei } from './status.rules';
import { SurveiEntity } from './survei.entity';
import { berwenang, bolehLihatSurvei } from './survei.policy';

/** The act does not fit the state that the survey is in. */
export class GalatStatusSurvei extends GalatPengguna {
  override readonly name: string = 'GalatStatusSurvei';
}

/** @throws {HalamanTidakAda} when the agency has no such survey, or none that this person may see */
export async function cariSurvei(manager: EntityManager, { instansi, pelaku }: Tempat, kode: string): Promise<SurveiEntity> {
  const survei = kodeSah(kode) ? await manager.findOneBy(SurveiEntity, { instansiId: instansi.id, kode }) : null;
  if (!survei || !bolehLihatSurvei(pelaku, instansi.id, survei.status)) throw tidakAda(instansi, kode);
  return survei;
}

/**
 * Begins an act on one survey: holds its row until the end of the transaction, so that two acts follow one another, and asks policy and
 * state. Typing, importing and whatever else changes its content is `ubah`: only a draft can be changed.
 * @throws {GalatTidakBerhak} when the roles held do not allow it
 * @throws {GalatStatusSurvei} when its state does not, in a sentence that says what to do
 */
export async function kunciSurvei(
  manager: EntityManager,
  tempat: Tempat,
  kode: string,
  tindakan: TindakanSurvei,
): Promise<SurveiEntity> {
  if (!berwenang(tempat.pelaku, tempat.instansi.id, tindakan))
    throw new GalatTidakBerhak('Peran Anda tidak mencakup tindakan ini. Mintalah kepada koordinator SKM instansi Anda.');
  if (!kodeSah(kode)) throw tidakAda(tempat.instansi, kode);
  const survei = await manager.findOne(SurveiEntity, {
    where: { instansiId: tempat.instansi.id, kode },
    lock: { mode: 'pessimistic_write' },
  });
  if (!survei) throw tidakAda(tempat.instansi, kode);
  const halangan = halanganStatus(tindakan, survei.status);
  if (halangan !== null) throw new GalatStatusSurvei(`${halangan}.`);
  return survei;
}

/** What can be no code never reaches the database. */
const kodeSah = (kode: string): boolean => kode !== '' && kode.length <= 100 && !/\p{Cc}/u.test(kode) && kode.isWellFormed();

function tidakAda(instansi: Tempat['instansi'], kode: string): HalamanTidakAda {
  return new HalamanTidakAda(`Survei ${kode} tidak ada pada ${instansi.nama}, atau belum ditetapkan.`, {
    teks: 'Lihat daftar survei',
    tautan: jalur('instansi', instansi.kode, 'survei'),
  });
}
