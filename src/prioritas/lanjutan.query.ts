import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import type { Tempat } from '../organisasi/tempat';
import { keRencana } from '../rtl/susun/susunan';
import type { BahanPrioritas } from './bahan-prioritas.query';
import { keadaanKegiatan } from './keadaan-lalu';
import { kegiatanTerbuka, rencanaSebelumnya, type KegiatanTerbuka } from './lanjutan.rules';

/** An unfinished kegiatan of an earlier plan, as it is offered. */
export interface KegiatanLanjutan extends KegiatanTerbuka {
  readonly id: string;
  /** what the unit wrote last */
  readonly laporan: string | null;
  /** where it is carried on already */
  readonly dilanjutkan: { readonly rencana: string; readonly kegiatan: string } | null;
}

@Injectable()
export class LanjutanQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Of every earlier plan, the latest plan first; those that are carried on already are listed with the plan that does. */
  async cari({ instansi }: Tempat, bahan: BahanPrioritas): Promise<KegiatanLanjutan[]> {
    const kini = keRencana(bahan.rencana);
    const sebelumnya = rencanaSebelumnya(kini, bahan.daftarRencana, bahan.daftarSurvei);
    if (sebelumnya.length === 0) return [];
    const baris = await this.transaksi.manager.query<
      { id: string; rencana: string; kode: string; rencanaLanjut: string | null; kodeLanjut: string | null }[]
    >(
      `SELECT DISTINCT ON (k.id) k.id, r.kode AS rencana, k.kode, rl.kode AS "rencanaLanjut", kl.kode AS "kodeLanjut"
       FROM kegiatan k JOIN rencana r ON r.id = k.rencana_id
         LEFT JOIN kegiatan kl ON kl.asal_kegiatan_id = k.id AND kl.keadaan = 'berlaku' LEFT JOIN rencana rl ON rl.id = kl.rencana_id
       WHERE r.instansi_id = $1 AND r.kode = ANY ($2::text[]) ORDER BY k.id, (rl.kode = $3) DESC NULLS LAST, rl.urutan, kl.urutan`,
      [instansi.id, sebelumnya.map((r) => r.kode), kini.kode],
    );
    const menurut = new Map(baris.map((b) => [`${b.rencana}\n${b.kode}`, b]));
    const keadaan = (rencana: string, kode: string) => keadaanKegiatan(bahan.keadaan, rencana, kode);
    return kegiatanTerbuka(sebelumnya, (r, k) => keadaan(r, k).status).flatMap((k) => {
      const b = menurut.get(`${k.rencana.kode}\n${k.kegiatan.kode}`);
      if (!b) return [];
      const dilanjutkan = b.rencanaLanjut !== null && b.kodeLanjut !== null ? { rencana: b.rencanaLanjut, kegiatan: b.kodeLanjut } : null; // prettier-ignore
      return [{ ...k, id: b.id, dilanjutkan, laporan: keadaan(k.rencana.kode, k.kegiatan.kode).uraian }];
    });
  }
}
