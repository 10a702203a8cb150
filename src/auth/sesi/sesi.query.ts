import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transaksi } from '../../database/transaksi';
import { Jam } from '../../shared/jam';
import type { InstansiPelaku, PeranDi } from '../pelaku';
import { PengaturanAuth } from '../pengaturan';
import { bentukToken, sidikToken } from '../token';
import type { CaraMasuk, TahapSesi } from './sesi.entity';
import type { SesiKini } from './sesi-kini';
import { UMUR_DIAM } from './sesi.rules';

interface BarisSesi {
  readonly sesiId: string;
  readonly tahap: TahapSesi;
  readonly cara: CaraMasuk;
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  readonly contoh: boolean;
  readonly operator: boolean;
  readonly peran: readonly PeranDi[];
  readonly instansi: readonly InstansiPelaku[];
  readonly lewatInstansiId: string | null;
  readonly diturunkan: boolean;
  readonly kabar: number;
}

export interface SesiTerdaftar {
  readonly id: string;
  readonly cara: CaraMasuk;
  readonly dibuat: Date;
  readonly terakhir: Date;
  readonly ip: string | null;
  readonly agen: string | null;
}

@Injectable()
export class SesiQuery {
  constructor(
    private readonly sumber: DataSource,
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  /** One statement, on a connection of its own for that long; none for what cannot be a token. Expired and ended sessions are none. */
  async cari(token: string | undefined): Promise<SesiKini | null> {
    if (!bentukToken(token)) return null;
    const [baris] = await this.sumber.query<{ hasil: BarisSesi | null }[]>(
      `SELECT pelaku_sesi($1, $2, $3 * interval '1 s') AS hasil`,
      [sidikToken(token), this.jam.sekarang(), UMUR_DIAM],
    );
    const s = baris?.hasil;
    if (!s || (s.contoh && !this.pengaturan.akunContoh)) return null;
    const { sesiId, penggunaId, nama, surel, operator, peran, instansi, tahap, cara, contoh } = s;
    const { lewatInstansiId, diturunkan, kabar } = s;
    const pelaku = tahap === 'penuh' ? { penggunaId, nama, surel, operator, peran, instansi, sesiId } : null;
    return { id: sesiId, tahap, cara, penggunaId, nama, surel, contoh, lewatInstansiId, diturunkan, kabar, pelaku };
  }

  /** The latest used first. */
  daftar(penggunaId: string): Promise<SesiTerdaftar[]> {
    return this.transaksi.manager.query<SesiTerdaftar[]>(
      `SELECT id, cara, dibuat, terakhir, ip, agen FROM sesi
       WHERE pengguna_id = $1 AND tahap = 'penuh' AND berakhir > $2 AND terakhir > $2 - $3 * interval '1 s' ORDER BY terakhir DESC, id`,
      [penggunaId, this.jam.sekarang(), UMUR_DIAM],
    );
  }
}
