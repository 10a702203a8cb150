import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { Jam } from '../../shared/jam';
import type { Pengguna } from '../pengguna.query';
import { KotakKeluar } from '../surat/kotak-keluar.service';

export interface Pemberitahuan {
  readonly id: string;
  readonly teks: string;
  readonly dibuat: Date;
  readonly dibaca: Date | null;
}

/** Those marked as read stay on the account page for this long. */
const HARI_TAMPIL = 90;

/** Tells the holder of an account what somebody else did to it: on their next page until they have read it, and by mail. */
@Injectable()
export class PemberitahuanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly kotak: KotakKeluar,
    private readonly jam: Jam,
  ) {}

  /** In the running transaction. @param teks one or two sentences, without any link */
  async beri({ id, nama, surel }: Pick<Pengguna, 'id' | 'nama' | 'surel'>, perihal: string, teks: string): Promise<void> {
    await this.transaksi.manager.query('INSERT INTO pemberitahuan (id, pengguna_id, teks, dibuat) VALUES ($1, $2, $3, $4)', [
      randomUUID(),
      id,
      teks,
      this.jam.sekarang(),
    ]);
    const tanya = 'Bila Anda tidak mengenalnya, hubungi admin instansi Anda, lalu periksa halaman Akun saya.';
    await this.kotak.antre(
      id,
      { kepada: surel, perihal, isi: `Yth. ${nama},\n\n${teks}\n\n${tanya}\n\n${this.kotak.alamat}/akun\n` },
      null,
    );
  }

  /** Newest first: everything unread, and what was read lately. */
  daftar(penggunaId: string): Promise<Pemberitahuan[]> {
    return this.transaksi.manager.query<Pemberitahuan[]>(
      `SELECT id, teks, dibuat, dibaca FROM pemberitahuan
       WHERE pengguna_id = $1 AND (dibaca IS NULL OR dibuat > $2::timestamptz - ${HARI_TAMPIL} * interval '1 day') ORDER BY dibuat DESC, id`,
      [penggunaId, this.jam.sekarang()],
    );
  }

  async tandaiDibaca(penggunaId: string): Promise<void> {
    await this.transaksi.manager.query('UPDATE pemberitahuan SET dibaca = $2 WHERE pengguna_id = $1 AND dibaca IS NULL', [
      penggunaId,
      this.jam.sekarang(),
    ]);
  }
}
