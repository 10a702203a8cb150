import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { instansiPelaku, type Pelaku } from '../pelaku';

/** An agency as the header names it. */
export interface InstansiPelaku {
  readonly id: string;
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string;
}

@Injectable()
export class InstansiPelakuQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** The agencies in which the person holds a role, by name. */
  async daftar(pelaku: Pelaku): Promise<InstansiPelaku[]> {
    const instansi = instansiPelaku(pelaku);
    if (instansi.length === 0) return [];
    const oleh = { nama: pelaku.nama, jabatan: null, peran: [], ip: null, agen: null };
    return this.transaksi.sebagai({ instansi, pengguna: pelaku.penggunaId, operator: false, oleh }, (manager) =>
      manager.query<InstansiPelaku[]>('SELECT id, kode, nama, singkatan FROM instansi WHERE id = ANY ($1) ORDER BY nama, kode', [
        instansi,
      ]),
    );
  }
}
