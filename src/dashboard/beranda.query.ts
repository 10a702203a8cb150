import { Injectable } from '@nestjs/common';
import type { Instrumen, KelasMutu, UnsurInstrumen } from '../instrumen/instrumen.rules';
import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { AturanTertulis } from '../organisasi/aturan.rules';
import { laporanTerbaca } from '../progres/laporan-terbaca';
import type { Realisasi, StatusPelaksanaan, StatusVerifikasi } from '../progres/progres.rules';
import type { Kegiatan, Prioritas, Rencana } from '../rtl/rtl.rules';
import { tanpaNull } from '../database/kolom';
import { Transaksi } from '../database/transaksi';
import { kelompokkan } from '../shared/kelompok';
import { polaCari, syaratCari } from '../shared/pencarian';
import type { JenisPeriode } from '../shared/periode';
import type { DataUnsur, Survei, TingkatData } from '../survei/survei.rules';

/** One agency of the first page: its latest survey and its latest plans, with as much as their figures need. */
export interface InstansiBeranda {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string;
  readonly kota: string;
  readonly aturan: AturanTertulis | undefined;
  readonly survei: { readonly survei: Survei; readonly instrumen: Instrumen } | null;
  readonly rencana: readonly { readonly rencana: Rencana; readonly realisasi: readonly Realisasi[] }[];
  readonly jumlahRencana: number;
}

interface BarisInstansi {
  readonly id: string;
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string;
  readonly kota: string;
  readonly aturan: AturanTertulis | null;
  readonly jumlah_rencana: number;
}

interface BarisSurvei {
  readonly instansi_id: string;
  readonly kode: string;
  readonly judul: string;
  readonly instrumen: string;
  readonly periode: { readonly jenis: JenisPeriode; readonly tahun: number; readonly ke: number | null };
  readonly tingkat: TingkatData;
  readonly terbit: { readonly nrr: number | null; readonly nilai: number | null; readonly mutu: string | null } | null;
  readonly unsur: readonly {
    readonly unsur: string;
    readonly n: number | null;
    readonly jumlah: number | null;
    readonly nrr: number | null;
    readonly nilai: number | null;
  }[];
  readonly milik: {
    readonly nama: string;
    readonly min: number;
    readonly maks: number;
    readonly unsur: readonly UnsurInstrumen[];
    readonly mutu: readonly KelasMutu[];
  } | null;
}

interface BarisRencana {
  readonly id: string;
  readonly instansi_id: string;
  readonly kode: string;
  readonly judul: string;
}

interface BarisKegiatan {
  readonly id: string;
  readonly rencana_id: string;
  readonly no: number | null;
  readonly judul: string | null;
  readonly kode: string | null;
}

interface BarisRealisasi {
  readonly rencana_id: string;
  readonly kegiatan: string;
  readonly periode: string | null;
  readonly status: StatusPelaksanaan;
  readonly diganti: boolean;
  readonly verifikasi: StatusVerifikasi | null;
}

/** Plans shown beside an agency; the rest is a number. */
const RENCANA_TERBANYAK = 3;

const COCOK = syaratCari('$1', 'i.nama', 'i.singkatan', 'i.kode', 'i.kota');

@Injectable()
export class BerandaQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** How many agencies hold every word of the search in their name, code or city. */
  async jumlah(q: string): Promise<number> {
    const [baris] = await this.transaksi.manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM instansi i WHERE ${COCOK}`,
      [polaCari(q)],
    );
    return baris?.n ?? 0;
  }

  /** One page of them by name, in five queries whatever their number. */
  async daftar(q: string, lewati: number, ambil: number): Promise<InstansiBeranda[]> {
    const instansi = await this.transaksi.manager.query<BarisInstansi[]>(
      `SELECT i.id, i.kode, i.nama, i.singkatan, i.kota, a.aturan,
         (SELECT count(*)::int FROM rencana r WHERE r.instansi_id = i.id) AS jumlah_rencana
       FROM instansi i
       LEFT JOIN LATERAL (
         SELECT json_build_object('satuan', satuan, 'bobotSebagian', bobot_sebagian, 'dasar', dasar, 'tidakDapat', tidak_dapat, 'pengganti', pengganti) AS aturan
         FROM aturan_realisasi WHERE instansi_id = i.id ORDER BY versi DESC LIMIT 1) a ON true
       WHERE ${COCOK}
       ORDER BY i.nama, i.kode OFFSET $2 LIMIT $3`,
      [polaCari(q), lewati, ambil],
    );
    const id = instansi.map((i) => i.id);
    const survei = new Map((await this.survei(id)).map((s) => [s.instansi_id, s]));
    const rencana = kelompokkan(await this.rencana(id), (r) => r.instansi);
    return instansi.map((i) => {
      const terakhir = survei.get(i.id);
      return {
        kode: i.kode,
        nama: i.nama,
        singkatan: i.singkatan,
        kota: i.kota,
        aturan: i.aturan ? tanpaNull(i.aturan) : undefined,
        survei: terakhir ? { survei: keSurvei(terakhir), instrumen: keInstrumen(terakhir) } : null,
        rencana: rencana.get(i.id) ?? [],
        jumlahRencana: i.jumlah_rencana,
      };
    });
  }

  private survei(id: readonly string[]): Promise<BarisSurvei[]> {
    return this.transaksi.manager.query<BarisSurvei[]>(
      `SELECT s.instansi_id, s.kode, s.judul, s.instrumen, s.tingkat,
         json_build_object('jenis', s.periode_jenis, 'tahun', s.periode_tahun, 'ke', s.periode_ke) AS periode,
         CASE WHEN s.ada_terbit THEN json_build_object('nrr', s.terbit_nrr, 'nilai', s.terbit_nilai, 'mutu', s.terbit_mutu) END AS terbit,
         (SELECT coalesce(json_agg(json_build_object('unsur', u.unsur, 'n', u.n, 'jumlah', u.jumlah, 'nrr', u.nrr, 'nilai', u.nilai) ORDER BY u.urutan), '[]')
            FROM survei_unsur u WHERE u.survei_id = s.id) AS unsur,
         (SELECT json_build_object('nama', m.nama, 'min', m.skala_min, 'maks', m.skala_maks, 'unsur', m.unsur, 'mutu', m.mutu)
            FROM instrumen m WHERE m.instansi_id = s.instansi_id AND m.kode = s.instrumen) AS milik
       FROM unnest($1::uuid[]) AS i(id)
       JOIN LATERAL (
         SELECT * FROM survei x WHERE x.instansi_id = i.id AND x.status = 'ditetapkan'
         ORDER BY x.periode_tahun DESC,
           coalesce(x.periode_ke, 1) * CASE x.periode_jenis WHEN 'bulan' THEN 1 WHEN 'triwulan' THEN 3 WHEN 'semester' THEN 6 ELSE 12 END DESC,
           x.urutan DESC
         LIMIT 1) s ON true`,
      [id],
    );
  }

  private async rencana(id: readonly string[]): Promise<(InstansiBeranda['rencana'][number] & { instansi: string })[]> {
    const rencana = await this.transaksi.manager.query<BarisRencana[]>(
      `SELECT r.id, r.instansi_id, r.kode, r.judul FROM unnest($1::uuid[]) AS i(id)
       JOIN LATERAL (SELECT * FROM rencana x WHERE x.instansi_id = i.id AND x.status = 'ditetapkan' ORDER BY x.urutan DESC
         LIMIT ${RENCANA_TERBANYAK}) r ON true`,
      [id],
    );
    const rencanaId = rencana.map((r) => r.id);
    const kegiatan = await this.transaksi.manager.query<BarisKegiatan[]>(
      `SELECT p.id, p.rencana_id, p.no, p.judul, k.kode FROM prioritas p LEFT JOIN kegiatan k ON k.prioritas_id = p.id AND k.keadaan = 'berlaku'
       WHERE p.rencana_id = ANY($1::uuid[]) ORDER BY p.urutan, k.urutan`,
      [rencanaId],
    );
    const realisasi = await this.transaksi.manager.query<BarisRealisasi[]>(
      `SELECT x.rencana_id, x.kegiatan, x.periode, x.status, x.kegiatan_pengganti IS NOT NULL AS diganti, x.verifikasi
       FROM ${laporanTerbaca("k.keadaan = 'berlaku' AND k.rencana_id = ANY($1::uuid[])")} x ORDER BY x.terkumpul, x.urutan`,
      [rencanaId],
    );
    const kegiatanPer = kelompokkan(kegiatan, (k) => k.rencana_id);
    const realisasiPer = kelompokkan(realisasi, (x) => x.rencana_id);
    return rencana.map((r) => ({
      instansi: r.instansi_id,
      rencana: keRencana(r, kegiatanPer.get(r.id) ?? []),
      realisasi: (realisasiPer.get(r.id) ?? []).map((x) => keRealisasi(r.kode, x)),
    }));
  }
}

function keSurvei(s: BarisSurvei): Survei {
  const { kode, judul, instrumen, tingkat } = s;
  const unsur: DataUnsur[] = s.unsur.map(tanpaNull);
  return tanpaNull({
    kode,
    judul,
    instrumen,
    tingkat,
    periode: tanpaNull(s.periode),
    terbit: s.terbit ? tanpaNull(s.terbit) : null,
    unsur,
  });
}

/** @throws {RangeError} when the survey names an instrument that does not exist; an import does not let that happen */
function keInstrumen({ instrumen, milik }: BarisSurvei): Instrumen {
  if (milik)
    return {
      kode: instrumen,
      nama: milik.nama,
      skala: { min: milik.min, maks: milik.maks },
      unsur: milik.unsur,
      mutu: milik.mutu,
    };
  const bawaan = INSTRUMEN_BAWAAN.find((i) => i.kode === instrumen);
  if (!bawaan) throw new RangeError(`Instrumen ${instrumen} tidak dikenal`);
  return bawaan;
}

/** A plan that is ditetapkan, with no more than the percentage reads: texts and schedules are left out. */
function keRencana({ kode, judul }: BarisRencana, baris: readonly BarisKegiatan[]): Rencana {
  const prioritas = [...kelompokkan(baris, (b) => b.id).values()].map((milik): Prioritas => {
    const kegiatan = milik.flatMap((b): Kegiatan[] =>
      b.kode === null ? [] : [{ kode: b.kode, uraian: '', jadwal: [], penanggungJawab: [] }],
    );
    return { no: milik[0]?.no ?? 0, judul: milik[0]?.judul ?? '', unsur: [], kegiatan };
  });
  return { kode, judul, satuanJadwal: 'triwulan', status: 'ditetapkan', prioritas };
}

function keRealisasi(rencana: string, { kegiatan, periode, status, diganti, verifikasi }: BarisRealisasi): Realisasi {
  return tanpaNull({ rencana, kegiatan, periode, status, deskripsi: '', kegiatanPengganti: diganti ? 'ya' : null, verifikasi });
}
