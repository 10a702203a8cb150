import { Injectable } from '@nestjs/common';
import { BerkasQuery, type BerkasLaporan } from '../laporan/berkas.query';
import { OrganisasiQuery, type InstansiTersimpan } from '../organisasi/organisasi.query';
import { ProgresQuery } from '../progres/progres.query';
import { HalamanTidakAda } from '../shared/galat.view';
import { jalur } from '../shared/tampilan/tautan';
import type { BahanInstansi } from './instansi.view';

/**
 * What the pages of one agency show. The agency comes from the address, and everything is asked for under its id; one query after the
 * other, for a request has one connection.
 */
@Injectable()
export class BahanQuery {
  constructor(
    private readonly organisasi: OrganisasiQuery,
    private readonly berkas: BerkasQuery,
    private readonly progres: ProgresQuery,
  ) {}

  /** @throws {HalamanTidakAda} when there is no such agency */
  async instansi(kode: string): Promise<Omit<BahanInstansi, 'sekarang' | 'kueri'>> {
    return (await this.berkas.instansi(kode)) ?? instansiTidakAda(kode);
  }

  /** @throws {HalamanTidakAda} when there is no such agency or plan */
  async rencana(kode: string, kodeRencana: string): Promise<BerkasLaporan> {
    const berkas = await this.berkas.rencana(kode, kodeRencana);
    if (berkas) return berkas;
    const instansi = await this.cariInstansi(kode);
    throw tidakAda(`Rencana ${kodeRencana} tidak ada pada ${instansi.nama}.`, instansi);
  }

  /** With the reports on a kegiatan that an addendum took out, where it is one. */
  async denganDikeluarkan(berkas: BerkasLaporan, kode: string, instansiId: string): Promise<BerkasLaporan> {
    const { rencana, realisasi } = berkas;
    if (!rencana.dikeluarkan?.some((d) => d.kegiatan.kode === kode)) return berkas;
    return { ...berkas, realisasi: [...realisasi, ...(await this.progres.kegiatan(instansiId, rencana.kode, kode))] };
  }

  private async cariInstansi(kode: string): Promise<InstansiTersimpan> {
    return (await this.organisasi.instansi(kode)) ?? instansiTidakAda(kode);
  }
}

function instansiTidakAda(kode: string): never {
  throw new HalamanTidakAda(`Instansi dengan kode ${kode} tidak ada di sini.`, { teks: 'Cari instansinya', tautan: '/' });
}

function tidakAda(pesan: string, { kode, nama }: { kode: string; nama: string }): HalamanTidakAda {
  return new HalamanTidakAda(pesan, { teks: `Buka halaman ${nama}`, tautan: jalur('instansi', kode) });
}
