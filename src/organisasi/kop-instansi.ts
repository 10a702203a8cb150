import { randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import { InstansiEntity } from './instansi.entity';
import { KopInstansiEntity } from './kop-instansi.entity';

/**
 * Keeps the history of letterheads in step with the agency, as it stands stored now: a change holds from `sejak` on, a second one on the
 * same day corrects the first. A letterhead or logo set for the first time was always missing, not absent: it heads old reports too.
 * @param sejak today in the agency's zone
 */
export async function catatKopInstansi(manager: EntityManager, instansiId: string, sejak: string): Promise<void> {
  const i = await manager.findOneByOrFail(InstansiEntity, { id: instansiId });
  const { nama, singkatan, kota, kopSurat, logoKunci, logoJenis } = i;
  const semua = await manager.findBy(KopInstansiEntity, { instansiId });
  if (semua.every((k) => k.kopSurat.length === 0)) await manager.update(KopInstansiEntity, { instansiId }, { kopSurat });
  if (semua.every((k) => k.logoKunci === null)) await manager.update(KopInstansiEntity, { instansiId }, { logoKunci, logoJenis });
  const kini = await manager.findOneBy(KopInstansiEntity, { instansiId, selesai: IsNull() });
  const baru = { nama, singkatan, kota, kopSurat, logoKunci, logoJenis };
  if (kini && isi(kini) === isi(baru)) return;
  if (kini && kini.mulai !== null && kini.mulai >= sejak) {
    await manager.update(KopInstansiEntity, { id: kini.id }, baru);
    return;
  }
  if (kini) await manager.update(KopInstansiEntity, { id: kini.id }, { selesai: sejak });
  await manager.insert(KopInstansiEntity, { id: randomUUID(), instansiId, ...baru, mulai: kini ? sejak : null, selesai: null });
}

type Isi = Pick<KopInstansiEntity, 'nama' | 'singkatan' | 'kota' | 'kopSurat' | 'logoKunci' | 'logoJenis'>;

function isi({ nama, singkatan, kota, kopSurat, logoKunci, logoJenis }: Isi): string {
  return JSON.stringify([nama, singkatan, kota, kopSurat, logoKunci, logoJenis]);
}
