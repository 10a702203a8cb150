import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { Jam } from '../../shared/jam';
import type { Asal } from '../asal';
import { bentukToken, buatToken, sidikToken } from '../token';
import type { CaraMasuk, TahapSesi } from './sesi.entity';
import { UMUR_PENUH, UMUR_PERANGKAT, UMUR_TERTUNDA } from './sesi.rules';

export interface SesiBaru {
  readonly penggunaId: string;
  readonly tahap: TahapSesi;
  readonly cara: CaraMasuk;
  readonly lewatInstansiId?: string | null;
  /** a second factor was given */
  readonly duaLangkah?: boolean;
  readonly asal: Asal;
}

/** Begins, renews and ends sessions, in the running transaction. What a browser holds is never stored, only its digest. */
@Injectable()
export class SesiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
  ) {}

  /**
   * A new session with a token of its own: what the browser held before ends with it, so that nobody can prepare a session for another.
   * @param tokenLama whatever the browser sent
   * @returns the token for the cookie
   */
  async mulai(sesi: SesiBaru, tokenLama: string | undefined): Promise<string> {
    const kini = this.jam.sekarang();
    const token = buatToken();
    const umur = sesi.tahap === 'penuh' ? UMUR_PENUH : UMUR_TERTUNDA;
    const sidikLama = bentukToken(tokenLama) ? sidikToken(tokenLama) : null;
    await this.transaksi.manager.query('DELETE FROM sesi WHERE sidik = $1 OR berakhir < $2', [sidikLama, kini]);
    await this.transaksi.manager.query(
      `INSERT INTO sesi (id, pengguna_id, sidik, tahap, cara, lewat_instansi_id, dibuat, terakhir, berakhir, ip, agen, dua_langkah)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11)`,
      [
        randomUUID(),
        sesi.penggunaId,
        sidikToken(token),
        sesi.tahap,
        sesi.cara,
        sesi.lewatInstansiId ?? null,
        kini,
        new Date(kini.getTime() + umur * 1000),
        sesi.asal.ip,
        sesi.asal.agen,
        sesi.duaLangkah ?? false,
      ],
    );
    return token;
  }

  /** The same session under a new token, after its rights or its password changed. */
  async gantiToken(sesiId: string): Promise<string> {
    const token = buatToken();
    await this.transaksi.manager.query('UPDATE sesi SET sidik = $2 WHERE id = $1', [sesiId, sidikToken(token)]);
    return token;
  }

  /** The second factor was given in it. */
  async tandaiDuaLangkah(sesiId: string): Promise<void> {
    await this.transaksi.manager.query('UPDATE sesi SET dua_langkah = true WHERE id = $1', [sesiId]);
  }

  /** @returns whether there was such a session of that person */
  async akhiri(penggunaId: string, sesiId: string): Promise<boolean> {
    const [hasil] = await this.transaksi.manager.query<[{ id: string }[], number]>(
      'DELETE FROM sesi WHERE pengguna_id = $1 AND id = $2 RETURNING id',
      [penggunaId, sesiId],
    );
    return hasil.length > 0;
  }

  /** @param kecuali the session that stays; null = all end @returns how many ended */
  async akhiriSemua(penggunaId: string, kecuali: string | null): Promise<number> {
    const [hasil] = await this.transaksi.manager.query<[{ id: string }[], number]>(
      'DELETE FROM sesi WHERE pengguna_id = $1 AND ($2::uuid IS NULL OR id <> $2) RETURNING id',
      [penggunaId, kecuali],
    );
    return hasil.length;
  }

  /** Whether this browser is one in which the account's owner signed in before. */
  async kenalPerangkat(token: string | undefined, surel: string): Promise<boolean> {
    if (!bentukToken(token)) return false;
    const baris = await this.transaksi.manager.query<unknown[]>(
      'SELECT FROM perangkat t JOIN pengguna p ON p.id = t.pengguna_id WHERE t.sidik = $1 AND p.surel = $2',
      [sidikToken(token), surel],
    );
    return baris.length > 0;
  }

  /** @returns the token for the cookie: a new one, so that one stolen earlier ends */
  async ingatPerangkat(penggunaId: string, tokenLama: string | undefined): Promise<string> {
    const kini = this.jam.sekarang();
    const token = buatToken();
    const sidikLama = bentukToken(tokenLama) ? sidikToken(tokenLama) : null;
    await this.transaksi.manager.query(
      `DELETE FROM perangkat WHERE pengguna_id = $1 AND (sidik = $2 OR terakhir < $3::timestamptz - $4 * interval '1 s')`,
      [penggunaId, sidikLama, kini, UMUR_PERANGKAT],
    );
    await this.transaksi.manager.query(
      'INSERT INTO perangkat (id, pengguna_id, sidik, dibuat, terakhir) VALUES ($1, $2, $3, $4, $4)',
      [randomUUID(), penggunaId, sidikToken(token), kini],
    );
    return token;
  }

  async lupakanPerangkat(penggunaId: string): Promise<void> {
    await this.transaksi.manager.query('DELETE FROM perangkat WHERE pengguna_id = $1', [penggunaId]);
  }
}
