import { randomUUID } from 'node:crypto';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { Any } from 'typeorm';
import { kelompokkan } from '../shared/kelompok';

/** How many records an import found new, different, and as they were. */
export interface Tambahan {
  baru: number;
  berubah: number;
  tetap: number;
  /** stored before and not named in the paket: left alone, nothing is deleted */
  dibiarkan: number;
}

/** A row that may be stored already: everything but its id. */
export type Calon<E> = { readonly [K in keyof E]?: E[K] };

/** Rows of a table that belong to one record and are replaced with it. */
export interface Anak<A extends ObjectLiteral> {
  readonly entitas: EntityTarget<A>;
  /** property that holds the record's id */
  readonly milik: keyof A & string;
  /** rows by the record's key, each without `milik` */
  readonly isi: ReadonlyMap<string, readonly Calon<A>[]>;
}

const SEKALI = 1000;

/**
 * Makes the stored records of one table say what `mau` says, by natural key: inserts the new, rewrites the different, leaves the rest.
 * @param ada what is stored
 * @param kunci the natural key of a row
 * @param idBaru ids that new rows must get, where other rows already name them
 * @returns id by natural key, of what was stored and what is new; keys that were written
 */
export async function samakan<E extends { id: string }>(
  manager: EntityManager,
  entitas: EntityTarget<E>,
  ada: readonly E[],
  mau: readonly Calon<E>[],
  kunci: (baris: Calon<E>) => string,
  hitungan: Tambahan,
  daftarAnak: readonly Anak<ObjectLiteral>[] = [],
  idBaru: ReadonlyMap<string, string> = new Map(),
): Promise<{ id: Map<string, string>; ditulis: Set<string> }> {
  const tersimpan = new Map(ada.map((baris) => [kunci(baris), baris]));
  const id = new Map([...tersimpan].map(([k, baris]) => [k, baris.id]));
  const anakTersimpan: Map<string, ObjectLiteral[]>[] = [];
  for (const anak of daftarAnak) anakTersimpan.push(await bacaAnak(manager, anak, [...id.values()]));
  const ditulis = new Set<string>();
  const tulis: (Calon<E> & { id: string })[] = [];

  for (const calon of mau) {
    const k = kunci(calon);
    const lama = tersimpan.get(k);
    const baris = { ...calon, id: lama?.id ?? idBaru.get(k) ?? randomUUID() };
    const sama =
      lama !== undefined &&
      samaIsi(calon, lama) &&
      daftarAnak.every((anak, i) => samaDaftar(anak.isi.get(k) ?? [], anakTersimpan[i]?.get(lama.id) ?? []));
    if (sama) {
      hitungan.tetap += 1;
      continue;
    }
    hitungan[lama ? 'berubah' : 'baru'] += 1;
    id.set(k, baris.id);
    ditulis.add(k);
    tulis.push(baris);
  }
  hitungan.dibiarkan += ada.length - mau.filter((c) => tersimpan.has(kunci(c))).length;

  for (let i = 0; i < tulis.length; i += SEKALI) {
    await manager.upsert(entitas, tulis.slice(i, i + SEKALI) as QueryDeepPartialEntity<E>[], ['id']);
  }
  for (const anak of daftarAnak) await gantiAnak(manager, anak, ditulis, id);
  return { id, ditulis };
}

async function bacaAnak(
  manager: EntityManager,
  { entitas, milik }: Anak<ObjectLiteral>,
  pemilik: readonly string[],
): Promise<Map<string, ObjectLiteral[]>> {
  if (pemilik.length === 0) return new Map();
  const semua = await manager.find(entitas, { where: { [milik]: Any([...pemilik]) }, order: { urutan: 'ASC' } });
  return kelompokkan(semua, (a) => String(a[milik]));
}

async function gantiAnak(
  manager: EntityManager,
  anak: Anak<ObjectLiteral>,
  ditulis: ReadonlySet<string>,
  id: ReadonlyMap<string, string>,
) {
  const pemilik = [...ditulis].flatMap((k) => id.get(k) ?? []);
  if (pemilik.length === 0) return;
  await manager.delete(anak.entitas, { [anak.milik]: Any(pemilik) });
  const baris = [...ditulis].flatMap((k) => (anak.isi.get(k) ?? []).map((a) => ({ ...a, [anak.milik]: id.get(k) })));
  for (let i = 0; i < baris.length; i += SEKALI) await manager.insert(anak.entitas, baris.slice(i, i + SEKALI));
}

function samaDaftar(mau: readonly object[], ada: readonly object[]): boolean {
  return mau.length === ada.length && mau.every((m, i) => samaIsi(m, ada[i] ?? {}));
}

/** Compares what `mau` states; an absent value is null, keys of JSON columns may come back in another order. */
function samaIsi(mau: object, ada: object): boolean {
  const lama = ada as Record<string, unknown>;
  return Object.entries(mau).every(([kolom, nilai]) => kanonik(nilai) === kanonik(lama[kolom]));
}

function kanonik(nilai: unknown): string {
  return JSON.stringify(nilai ?? null, (_, isi: unknown) =>
    typeof isi === 'object' && isi !== null && !Array.isArray(isi) ? Object.fromEntries(Object.entries(isi).sort()) : isi,
  );
}
