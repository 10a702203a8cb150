import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jam } from '../../shared/jam';
import { BATAS, jedaSetelah, type NamaBatas } from './jeda.rules';

/** Something that is counted: the limit, and what it counts. */
export type KunciBatas = readonly [NamaBatas, ...string[]];

/** More attempts than these wait as long as the last of them. */
const LANGKAH_JEDA = 120;

/**
 * Counts attempts in the database, so that replicas share the count. It works outside the caller's transaction on purpose: an attempt
 * counts even when all else is rolled back, and is counted before its outcome is known, so that many at once do not slip through.
 */
@Injectable()
export class PembatasService {
  constructor(
    private readonly sumber: DataSource,
    private readonly jam: Jam,
  ) {}

  /**
   * Counts one attempt for each key.
   * @returns 0 when it may go on, else the seconds to wait; a refused attempt is not counted
   */
  async ambil(kunci: readonly KunciBatas[]): Promise<number> {
    const kini = this.jam.sekarang();
    let tunggu = 0;
    const terambil: KunciBatas[] = [];
    for (const satu of kunci) {
      const sisa = await this.hitung(satu, kini);
      if (sisa === 0) terambil.push(satu);
      tunggu = Math.max(tunggu, sisa);
      if (sisa > 0) break;
    }
    if (tunggu > 0) await this.kembalikan(terambil);
    return tunggu;
  }

  /** The attempt turned out well: it does not count, where others use the key too. */
  async kembalikan(kunci: readonly KunciBatas[]): Promise<void> {
    if (kunci.length === 0) return;
    await this.sumber.query('UPDATE pembatas SET hitungan = greatest(0, hitungan - 1) WHERE kunci = ANY ($1)', [
      kunci.map(namaKunci),
    ]);
  }

  /** The attempt turned out well: earlier mistakes are forgiven. */
  async lupakan(kunci: readonly KunciBatas[]): Promise<void> {
    await this.sumber.query('DELETE FROM pembatas WHERE kunci = ANY ($1) OR kedaluwarsa < $2', [
      kunci.map(namaKunci),
      this.jam.sekarang(),
    ]);
  }

  private async hitung(kunci: KunciBatas, kini: Date): Promise<number> {
    const batas = BATAS[kunci[0]];
    const jeda = Array.from({ length: LANGKAH_JEDA }, (_, i) => jedaSetelah(i + 1, batas));
    const [baris] = await this.sumber.query<{ diterima: boolean; tunggu: number }[]>(
      `WITH percobaan AS (
         INSERT INTO pembatas AS p (kunci, hitungan, boleh_lagi, kedaluwarsa)
         VALUES ($1, 1, ${bolehLagi('1')}, $2::timestamptz + $4 * interval '1 s')
         ON CONFLICT (kunci) DO UPDATE SET
           hitungan = CASE WHEN p.kedaluwarsa <= $2 THEN 1 ELSE p.hitungan + 1 END,
           boleh_lagi = ${bolehLagi(`least(${LANGKAH_JEDA}, CASE WHEN p.kedaluwarsa <= $2 THEN 1 ELSE p.hitungan + 1 END)`)},
           kedaluwarsa = $2::timestamptz + $4 * interval '1 s'
         WHERE p.boleh_lagi <= $2 OR p.kedaluwarsa <= $2
         RETURNING 1)
       SELECT EXISTS (SELECT FROM percobaan) AS diterima,
         coalesce((SELECT ceil(extract(epoch FROM boleh_lagi - $2))::integer FROM pembatas WHERE kunci = $1), 0) AS tunggu`,
      [namaKunci(kunci), kini, jeda, batas.jendela],
    );
    return baris?.diterima === false ? Math.max(1, baris.tunggu) : 0;
  }
}

/**
 * When the attempt after the given one is taken. Without waiting it is any time, not this moment: of attempts at once, another may have
 * looked at the clock a moment earlier.
 */
function bolehLagi(percobaan: string): string {
  const jeda = `($3::integer[])[${percobaan}]`;
  return `CASE WHEN ${jeda} = 0 THEN to_timestamp(0) ELSE $2::timestamptz + ${jeda} * interval '1 s' END`;
}

/** A digest: the table tells nobody which accounts were tried. */
function namaKunci([nama, ...bagian]: KunciBatas): string {
  return `${nama}:${createHash('sha256').update(JSON.stringify(bagian)).digest('base64url')}`;
}
