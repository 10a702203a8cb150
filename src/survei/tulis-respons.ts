import type { EntityManager } from 'typeorm';
import { RESPONDEN_PER_BLOK } from './respons.entity';

/** Blocks that go to the server in one statement. */
const BLOK_SEKALI = 50;

/** What a survey has of raw answers, and all that was counted from them beside `survei_unsur`: to be replaced, or taken out. */
export async function kosongkanRespons(manager: EntityManager, surveiId: string): Promise<void> {
  await manager.query('DELETE FROM respons WHERE survei_id = $1', [surveiId]);
  await manager.query('DELETE FROM survei_profil WHERE survei_id = $1', [surveiId]);
  await manager.query('DELETE FROM survei_layanan_unsur WHERE survei_id = $1', [surveiId]);
}

/**
 * Replaces the raw answers of a survey by answers alone, as a paket has them.
 * @param jawaban a character an unsur, digits and `-` only
 */
export async function gantiRespons(
  manager: EntityManager,
  instansiId: string,
  surveiId: string,
  jawaban: readonly string[],
): Promise<void> {
  await kosongkanRespons(manager, surveiId);
  for (let i = 0; i < jawaban.length; i += RESPONDEN_PER_BLOK * BLOK_SEKALI) {
    const blok: string[] = [];
    const batas = Math.min(jawaban.length, i + RESPONDEN_PER_BLOK * BLOK_SEKALI);
    for (let j = i; j < batas; j += RESPONDEN_PER_BLOK) blok.push(jawaban.slice(j, j + RESPONDEN_PER_BLOK).join(','));
    await manager.query(
      `INSERT INTO respons (instansi_id, survei_id, blok, n, jawaban)
       SELECT $1, $2, $3::int + ke::int - 1, cardinality(jawaban), jawaban
       FROM (SELECT ke, string_to_array(teks, ',') AS jawaban FROM unnest($4::text[]) WITH ORDINALITY AS b (teks, ke)) b`,
      [instansiId, surveiId, i / RESPONDEN_PER_BLOK, blok],
    );
  }
}

/** Counts importance anew from the answers, where the rows of `survei_unsur` were written without it; most surveys have none. */
export async function hitungUlangKepentingan(manager: EntityManager, surveiId: string): Promise<void> {
  await manager.query(
    `UPDATE survei_unsur u SET kepentingan_n = k.n, kepentingan_jumlah = k.jumlah
     FROM (SELECT ke, count(*)::int AS n, sum(huruf::int)::int AS jumlah
       FROM respons r, unnest(r.kepentingan) AS isi, regexp_split_to_table(isi, '') WITH ORDINALITY AS h (huruf, ke)
       WHERE r.survei_id = $1 AND huruf <> '-' GROUP BY ke) k
     WHERE u.survei_id = $1 AND u.urutan = k.ke - 1`,
    [surveiId],
  );
}
