import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';

export interface InstansiTerpasang {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string;
  readonly kota: string;
}

/** What the operator may know of the agencies: that they are there. */
@Injectable()
export class InstalasiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  daftar(): Promise<InstansiTerpasang[]> {
    return this.transaksi.manager.query<InstansiTerpasang[]>(
      'SELECT kode, nama, singkatan, kota FROM instansi ORDER BY nama, kode',
    );
  }
}
