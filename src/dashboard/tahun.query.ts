import { Injectable } from '@nestjs/common';
import { tanpaNull } from '../database/kolom';
import { Transaksi } from '../database/transaksi';
import { laporanTerbaca } from '../progres/laporan-terbaca';
import type { Realisasi } from '../progres/progres.rules';
import type { Kegiatan, Rencana } from '../rtl/rtl.rules';
import { kelompokkan } from '../shared/kelompok';
import type { MasaInstansi } from './waktu-instansi.view';

interface BarisKegiatan {
  readonly rencana: string;
  readonly kode: string;
  readonly jadwal: string[];
}

interface BarisLaporan {
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode: string | null;
  readonly mulai: string | null;
  readonly selesai: string | null;
}

/** Where in time an agency has something, for the header of the pages that show none of it: periods only, in three queries. */
@Injectable()
export class TahunQuery {
  constructor(private readonly transaksi: Transaksi) {}

  async masa(instansiId: string): Promise<MasaInstansi> {
    const { manager } = this.transaksi;
    const survei = await manager.query<{ tahun: number }[]>(
      'SELECT DISTINCT periode_tahun AS tahun FROM survei WHERE instansi_id = $1',
      [instansiId],
    );
    const kegiatan = await manager.query<BarisKegiatan[]>(
      `SELECT rencana_id AS rencana, kode, jadwal FROM kegiatan WHERE instansi_id = $1 AND keadaan = 'berlaku' ORDER BY urutan`,
      [instansiId],
    );
    const laporan = await manager.query<BarisLaporan[]>(
      `SELECT rencana_id AS rencana, kegiatan, periode, mulai, selesai FROM ${laporanTerbaca('k.instansi_id = $1')} x`,
      [instansiId],
    );
    const milik = kelompokkan(laporan, (l) => l.rencana);
    return {
      tahunSurvei: survei.map((s) => s.tahun),
      rencana: [...kelompokkan(kegiatan, (k) => k.rencana)].map(([kode, daftar]) => ({
        rencana: keRencana(kode, daftar),
        realisasi: (milik.get(kode) ?? []).map(keRealisasi),
      })),
    };
  }
}

/** A plan with no more than its schedule. */
function keRencana(kode: string, baris: readonly BarisKegiatan[]): Rencana {
  const kegiatan = baris.map(({ kode: k, jadwal }): Kegiatan => ({ kode: k, uraian: '', jadwal, penanggungJawab: [] }));
  const prioritas = [{ no: 1, judul: '', unsur: [], kegiatan }];
  return { kode, judul: '', satuanJadwal: 'triwulan', status: 'ditetapkan', prioritas };
}

function keRealisasi({ rencana, kegiatan, periode, mulai, selesai }: BarisLaporan): Realisasi {
  return tanpaNull({ rencana, kegiatan, status: 'belum' as const, deskripsi: '', periode, mulai, selesai });
}
