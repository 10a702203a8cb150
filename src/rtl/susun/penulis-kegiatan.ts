import { Any, type EntityManager } from 'typeorm';
import { BuktiDiharapkanEntity } from '../bukti-diharapkan.entity';
import { KegiatanEntity } from '../kegiatan.entity';
import { PenanggungJawabEntity } from '../penanggung-jawab.entity';
import type { IsiKegiatan } from './isi-kegiatan.rules';
import type { Acuan } from './susunan.query';

/** A kegiatan to be written whole; what is not named here stays. */
export interface BarisKegiatan {
  readonly id: string;
  readonly kode: string;
  readonly urutan: number;
  readonly isi: IsiKegiatan;
  readonly asalKegiatanId: string | null;
}

export interface Penulisan {
  readonly manager: EntityManager;
  readonly instansiId: string;
  readonly rencanaId: string;
  readonly acuan: Pick<Acuan, 'idUnit' | 'idSurvei'>;
  readonly oleh: string;
  readonly sekarang: Date;
}

const SEKALI = 500;

/** Inserts or rewrites kegiatan with their PJ and expected evidence, in few statements however many they are. */
export async function tulisKegiatan(p: Penulisan, baris: readonly BarisKegiatan[]): Promise<void> {
  const { manager, instansiId, rencanaId, acuan } = p;
  const pj: Partial<PenanggungJawabEntity>[] = [];
  const bukti: Partial<BuktiDiharapkanEntity>[] = [];
  const kegiatan = baris.map(({ id, kode, urutan, isi, asalKegiatanId }) => {
    isi.penanggungJawab.forEach((x, ke) =>
      pj.push({
        instansiId,
        kegiatanId: id,
        urutan: ke,
        unitId: 'unit' in x ? (acuan.idUnit.get(x.unit) ?? null) : null,
        kelompok: 'unit' in x ? null : x.kelompok,
      }),
    );
    isi.buktiDiharapkan.forEach((b, ke) =>
      bukti.push({ instansiId, kegiatanId: id, urutan: ke, periode: b.periode ?? null, jenis: b.jenis, uraian: b.uraian }),
    );
    return {
      ...{ id, instansiId, rencanaId, prioritasId: isi.prioritasId, urutan, kode, uraian: isi.uraian },
      surveiId: isi.survei === null ? null : (acuan.idSurvei.get(isi.survei) ?? null),
      ...{ jadwal: [...isi.jadwal], keluaran: isi.keluaran, indikator: isi.indikator },
      unsur: isi.unsur === null ? null : [...isi.unsur],
      ...{ asalKegiatanId, diubahNama: p.oleh, diubahPada: p.sekarang },
    };
  });
  const kegiatanId = Any(baris.map((b) => b.id));
  for (let i = 0; i < kegiatan.length; i += SEKALI) await manager.upsert(KegiatanEntity, kegiatan.slice(i, i + SEKALI), ['id']);
  await manager.delete(PenanggungJawabEntity, { kegiatanId });
  await manager.delete(BuktiDiharapkanEntity, { kegiatanId });
  for (let i = 0; i < pj.length; i += SEKALI) await manager.insert(PenanggungJawabEntity, pj.slice(i, i + SEKALI));
  for (let i = 0; i < bukti.length; i += SEKALI) await manager.insert(BuktiDiharapkanEntity, bukti.slice(i, i + SEKALI));
}

/** Takes kegiatan out of a draf; the database refuses for any other plan. */
export async function hapusKegiatan(manager: EntityManager, id: readonly string[]): Promise<void> {
  const kegiatanId = Any([...id]);
  await manager.delete(PenanggungJawabEntity, { kegiatanId });
  await manager.delete(BuktiDiharapkanEntity, { kegiatanId });
  await manager.delete(KegiatanEntity, { id: Any([...id]) });
}
