import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import { Transaksi } from '../database/transaksi';
import { kelompokkan } from '../shared/kelompok';
import { KegiatanEntity } from '../rtl/kegiatan.entity';
import { RencanaEntity } from '../rtl/rencana.entity';
import { BuktiEntity } from './bukti.entity';
import type { Bukti, Realisasi } from './progres.rules';
import { RealisasiEntity } from './realisasi.entity';

@Injectable()
export class ProgresQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Every report of an agency on kegiatan that hold, in the order of their import; those on others stay with their kegiatan. */
  semua(instansiId: string, manager: EntityManager = this.transaksi.manager): Promise<Realisasi[]> {
    return this.baca(manager, "x.instansiId = :instansiId AND k.keadaan = 'berlaku'", { instansiId });
  }

  /** The reports on one kegiatan, though an addendum took it out of its plan. */
  kegiatan(instansiId: string, rencana: string, kode: string): Promise<Realisasi[]> {
    const syarat = 'x.instansiId = :instansiId AND r.kode = :rencana AND k.kode = :kode';
    return this.baca(this.transaksi.manager, syarat, { instansiId, rencana, kode });
  }

  private async baca(
    manager: EntityManager,
    syarat: string,
    isi: { readonly instansiId: string } & Readonly<Record<string, string>>,
  ): Promise<Realisasi[]> {
    const baris = await manager
      .createQueryBuilder(RealisasiEntity, 'x')
      .innerJoin(KegiatanEntity, 'k', 'k.id = x.kegiatanId')
      .innerJoin(RencanaEntity, 'r', 'r.id = k.rencanaId')
      .addSelect(['k.kode AS kegiatan', 'r.kode AS rencana'])
      .where(syarat, isi)
      .orderBy('x.urutan')
      .getRawAndEntities<{ kegiatan: string; rencana: string }>();
    const bukti = await manager
      .createQueryBuilder(BuktiEntity, 'b')
      .innerJoin(RealisasiEntity, 'x', 'x.id = b.realisasiId')
      .where('x.instansiId = :instansiId', { instansiId: isi.instansiId })
      .orderBy('b.urutan')
      .getMany();
    const buktiPer = kelompokkan(bukti, (b) => b.realisasiId);
    return baris.entities.map(
      (x, i) =>
      keRealisasi(x, baris.raw[i]?.rencana ?? '', baris.raw[i]?.kegiatan ?? '', (buktiPer.get(x.id) ?? []).map(keBukti)), // prettier-ignore
    );
  }
}

function keRealisasi(x: RealisasiEntity, rencana: string, kegiatan: string, bukti: Bukti[]): Realisasi {
  const { periode, status, deskripsi, hambatan, tindakLanjutBerikut, kegiatanPengganti, mulai, selesai } = x;
  const isi = { rencana, kegiatan, periode, status, deskripsi, hambatan, tindakLanjutBerikut, kegiatanPengganti, mulai, selesai };
  return tanpaNull({ ...isi, bukti: x.adaBukti ? bukti : null });
}

function keBukti({ jenis, url, berkas, keterangan, tanggal }: BuktiEntity): Bukti {
  return tanpaNull({ jenis, url, berkas, keterangan, tanggal });
}
