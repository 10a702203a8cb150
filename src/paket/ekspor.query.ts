import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transaksi } from '../database/transaksi';
import { InstrumenQuery } from '../instrumen/instrumen.query';
import { LaporanQuery } from '../laporan/laporan.query';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { OrganisasiQuery } from '../organisasi/organisasi.query';
import { ProgresQuery } from '../progres/progres.query';
import type { Realisasi } from '../progres/progres.rules';
import { RtlQuery } from '../rtl/rtl.query';
import { tanpaDikeluarkan } from '../rtl/rtl.rules';
import { SurveiQuery, type SurveiTersimpan } from '../survei/survei.query';
import type { DataUnsur } from '../survei/survei.rules';
import { FORMAT_PAKET, VERSI_PAKET, type JumlahPaket, type Paket, type RealisasiPaket, type SurveiPaket } from './paket';

@Injectable()
export class EksporQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly organisasi: OrganisasiQuery,
    private readonly instrumen: InstrumenQuery,
    private readonly survei: SurveiQuery,
    private readonly rtl: RtlQuery,
    private readonly progres: ProgresQuery,
    private readonly laporan: LaporanQuery,
  ) {}

  /**
   * One agency as a paket; null when there is no such agency in the context that holds. Read from a single moment in time, unless a
   * transaction of another kind is already running.
   */
  ekspor(kodeInstansi: string): Promise<Paket | null> {
    return this.transaksi.jalankan(async (manager): Promise<Paket | null> => {
      const tersimpan = await this.organisasi.instansi(kodeInstansi, manager);
      if (!tersimpan) return null;
      const { id, ...instansi } = tersimpan;
      const { sumber } = await manager.findOneByOrFail(InstansiEntity, { id });
      const survei: SurveiPaket[] = [];
      for (const s of await this.survei.tersimpan(id, manager)) survei.push(await this.surveiPaket(s, manager));
      return {
        format: FORMAT_PAKET,
        versi: VERSI_PAKET,
        ...(sumber === null ? {} : { sumber }),
        instansi,
        unit: await this.organisasi.daftarUnit(id, manager),
        instrumen: await this.instrumen.milikInstansi(id, manager),
        survei,
        rencana: (await this.rtl.daftar(id, manager)).map(tanpaDikeluarkan),
        realisasi: (await this.progres.semua(id, manager)).map(tanpaVerifikasi),
        laporan: await this.laporan.semua(id, manager),
      };
    }, 'REPEATABLE READ');
  }

  /** Back to the level at which the result came in. */
  private async surveiPaket(
    { id, survei, nBersama, jumlahResponden }: SurveiTersimpan,
    manager: EntityManager,
  ): Promise<SurveiPaket> {
    const { tingkat, unsur, jumlahResponden: dihitung, jumlahRespons, jumlahProfil, ...umum } = survei; // what was counted is not what was stated
    const dasar = { ...umum, ...(jumlahResponden === null ? {} : { jumlahResponden }) };
    switch (tingkat) {
      case 'respons':
        // A paket has a digit an unsur; where an unsur had several questions, their sums say the same.
        if (unsur.some((u) => u.penyebut !== undefined)) return { ...dasar, jumlahPerUnsur: jumlahJawaban(unsur) };
        return { ...dasar, respons: { unsur: unsur.map((u) => u.unsur), baris: await this.survei.respons(id, manager) } };
      case 'jumlah':
        return {
          ...dasar,
          jumlahPerUnsur: {
            n: nBersama ?? new Map(unsur.map((u) => [u.unsur, u.n ?? 0])),
            jumlah: new Map(unsur.map((u) => [u.unsur, u.jumlah ?? 0])),
          },
        };
      case 'nrr':
      case 'nilai':
        return { ...dasar, nilaiUnsur: unsur.map(({ unsur: kode, nrr, nilai }) => ({ unsur: kode, ...(nrr === undefined ? {} : { nrr }), ...(nilai === undefined ? {} : { nilai }) })) }; // prettier-ignore
      case 'terbit':
        return dasar;
    }
  }
}

function jumlahJawaban(unsur: readonly DataUnsur[]): JumlahPaket {
  return {
    n: new Map(unsur.map((u) => [u.unsur, (u.n ?? 0) * (u.penyebut ?? 1)])),
    jumlah: new Map(unsur.map((u) => [u.unsur, u.jumlah ?? 0])),
  };
}

/** Verification is not exported: another installation cannot vouch for it. Reasons and contributions go along as text. */
function tanpaVerifikasi(realisasi: Realisasi): RealisasiPaket {
  const { verifikasi, alasanPengganti, alasanTidakDapat, kontribusi = [], bukti, ...isi } = realisasi;
  const tambahan = [
    ...(alasanPengganti === undefined ? [] : [`Alasan penggantian: ${alasanPengganti}`]),
    ...(alasanTidakDapat === undefined ? [] : [`Alasan tidak dapat dilaksanakan: ${alasanTidakDapat}`]),
    ...kontribusi.map((k) => `${k.nama}: ${k.uraian}`),
  ];
  return {
    ...isi,
    ...(tambahan.length > 0 && { deskripsi: [isi.deskripsi, ...tambahan].filter((t) => t.trim() !== '').join('\n\n') }),
    ...(bukti && { bukti: bukti.map(({ id, sha256, ...b }) => b) }),
  };
}

/** The file: readable, in the key order of the format, with a line end. */
export function tulisPaket(paket: Paket): string {
  const isi = JSON.stringify(
    paket,
    (_, nilai: unknown) => (nilai instanceof Map ? Object.fromEntries(nilai as Map<string, unknown>) : nilai),
    2,
  );
  return `${isi}\n`;
}
