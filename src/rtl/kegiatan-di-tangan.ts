import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import { DaftarDiTangan, type SumberDiTangan } from '../organisasi/mutasi/di-tangan';
import type { ButirDiTangan } from '../organisasi/mutasi/mutasi.rules';

interface BarisKegiatan {
  readonly unit: string;
  readonly rencana: string;
  readonly jumlah: number;
}

/**
 * What a penanggung jawab answers for: the kegiatan of their units. They sit on the unit, so a transfer shows them and they go with the
 * role there; nothing of a plan changes.
 */
@Injectable()
export class KegiatanDiTangan implements SumberDiTangan, OnModuleInit {
  readonly jenis = 'kegiatan';

  constructor(
    private readonly daftar: DaftarDiTangan,
    private readonly transaksi: Transaksi,
  ) {}

  onModuleInit(): void {
    this.daftar.daftarkan(this);
  }

  cari: SumberDiTangan['cari'] = async ({ instansi }, { tanggungan }) => {
    const unit = [...new Set(tanggungan.flatMap((t) => t.cakupan))];
    const baris = await this.transaksi.manager.query<BarisKegiatan[]>(
      `SELECT u.nama AS unit, r.kode AS rencana, count(DISTINCT k.id)::int AS jumlah
       FROM penanggung_jawab p JOIN kegiatan k ON k.id = p.kegiatan_id JOIN rencana r ON r.id = k.rencana_id JOIN unit u ON u.id = p.unit_id
       WHERE k.instansi_id = $1 AND k.keadaan = 'berlaku' AND p.unit_id = ANY ($2::uuid[]) GROUP BY u.id, u.nama, r.id, r.kode ORDER BY u.nama, r.kode`,
      [instansi.id, unit],
    );
    return baris.map((b): ButirDiTangan => ({
      kunci: `kegiatan:${b.unit}:${b.rencana}`,
      jenis: this.jenis,
      id: b.rencana,
      judul: `${b.jumlah} kegiatan dalam rencana ${b.rencana}`,
      keterangan: `tanggungan ${b.unit}`,
      tindakan: ['ikut'],
      keadaan: String(b.jumlah),
      asal: { macam: 'lain' },
    }));
  };

  serahkan: SumberDiTangan['serahkan'] = () => Promise.reject(new Error('Kegiatan ikut peran untuk unitnya'));
}
