import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { Jam } from '../../shared/jam';
import { Kunci } from '../kunci';
import { PengaturanAuth } from '../pengaturan';
import type { Surat } from '../tautan/surat.service';
import { gunaSurat, PengirimSurat } from './pengirim-surat.service';
import type { KeadaanSurat } from './surat-keluar.entity';

/** What the last letter to somebody came to. */
export interface SuratTerakhir {
  readonly keadaan: KeadaanSurat;
  readonly dibuat: Date;
}

/** Hours for which a letter without a link is worth sending. */
const MASA_KABAR = 48;

/**
 * Letters leave after their act is done: they are rows of its transaction, and a worker sends what is committed. A mail server that hangs
 * holds nobody, and an act that is rolled back sends nothing.
 */
@Injectable()
export class KotakKeluar {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly kunci: Kunci,
    private readonly pengirim: PengirimSurat,
    private readonly pengaturan: PengaturanAuth,
    private readonly jam: Jam,
  ) {}

  /** Letters can be sent from here; otherwise links are handed over. */
  get aktif(): boolean {
    return this.pengaturan.surat !== null && this.pengaturan.alamatPublik !== null;
  }

  /** Scheme and host for what stands in a letter. */
  get alamat(): string {
    return this.pengaturan.alamatPublik ?? '';
  }

  /**
   * In the running transaction. A letter with a link takes the place of earlier ones that still wait: their links have ended.
   * @param jamTautan hours that its link works; null = it carries none
   */
  async antre(penggunaId: string, surat: Surat, jamTautan: number | null): Promise<void> {
    if (!this.aktif) return;
    const id = randomUUID();
    const kini = this.jam.sekarang();
    const { manager } = this.transaksi;
    if (jamTautan !== null) {
      await manager.query(
        `UPDATE surat_keluar SET keadaan = 'diganti', isi = NULL, selesai = $2 WHERE pengguna_id = $1 AND keadaan = 'antre' AND bertautan`,
        [penggunaId, kini],
      );
    }
    await manager.query(
      `INSERT INTO surat_keluar (id, pengguna_id, kepada, perihal, isi, bertautan, dibuat, berakhir, percobaan, coba_lagi, keadaan)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $7, 'antre')`,
      [
        id,
        penggunaId,
        surat.kepada,
        surat.perihal,
        this.kunci.segel(surat.isi, gunaSurat(id)),
        jamTautan !== null,
        kini,
        new Date(kini.getTime() + (jamTautan ?? MASA_KABAR) * 3_600_000),
      ],
    );
    this.pengirim.bangunkan();
  }

  async terakhir(penggunaId: string): Promise<SuratTerakhir | null> {
    const [baris] = await this.transaksi.manager.query<SuratTerakhir[]>(
      `SELECT keadaan, dibuat FROM surat_keluar WHERE pengguna_id = $1 AND keadaan <> 'diganti' ORDER BY dibuat DESC, id LIMIT 1`,
      [penggunaId],
    );
    return baris ?? null;
  }
}
