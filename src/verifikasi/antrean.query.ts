import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import type { Tempat } from '../organisasi/tempat';
import { serahTerimaBerlaku } from '../progres/lapor/serah-terima-berlaku';
import type { StatusPelaksanaan, StatusVerifikasi } from '../progres/progres.rules';
import type { KodePeriode } from '../shared/periode';

/** What of the queue is asked for; '' = all. */
export interface SaringanAntrean {
  /** kode of a unit: reports that it answers for, by itself or in a kelompok */
  readonly unit: string;
  /** id of the person who submitted */
  readonly pelapor: string;
  readonly periode: KodePeriode;
  /** '' = what waits for a decision */
  readonly keadaan: StatusVerifikasi | '';
}

export interface BarisAntrean {
  readonly id: string;
  readonly rencana: string;
  readonly kegiatan: string;
  readonly uraian: string;
  readonly periode: KodePeriode;
  readonly keadaan: StatusVerifikasi;
  readonly versi: number;
  readonly sejak: Date;
  readonly status: StatusPelaksanaan;
  readonly bukti: number;
  readonly pengganti: boolean;
  readonly terlambat: boolean;
  readonly pelapor: string;
  readonly unit: string | null;
  /** whether this person may decide on it */
  readonly giliran: boolean;
  /** whether this person reported any of it */
  readonly sendiri: boolean;
  /** whether this person opened it in this session, in the state in which it is */
  readonly dibuka: boolean;
}

/** Whose queue it is, and of which agency. */
export interface PemilikAntrean {
  readonly instansi: { readonly id: string };
  readonly pelaku: Tempat['pelaku'];
}

export interface PilihanAntrean {
  readonly unit: readonly { readonly kode: string; readonly nama: string }[];
  readonly pelapor: readonly { readonly id: string; readonly nama: string }[];
  readonly periode: readonly KodePeriode[];
}

export const TANPA_SARINGAN: SaringanAntrean = { unit: '', pelapor: '', periode: '', keadaan: '' };

/** Whether this person ($2) reported any of it. */
const SENDIRI = `EXISTS (
  SELECT FROM isian_laporan x WHERE x.laporan_id = l.id AND (x.oleh_id = $2::uuid OR $2::uuid = ANY (x.penulis))
  UNION ALL SELECT FROM bukti_laporan x WHERE x.laporan_id = l.id AND x.oleh_id = $2::uuid
  UNION ALL SELECT FROM pengajuan_laporan x LEFT JOIN penugasan n ON n.id = x.penugasan_id
    WHERE x.laporan_id = l.id AND (x.oleh_id = $2::uuid OR n.pengguna_id = $2::uuid))`;

/**
 * $1 agency, $2 person, $3 session, $4… filter. The unit of a row: who took it over last before its period, else the first of the plan.
 * Nothing is decided any more on a kegiatan that an addendum took out: its reports stay in its history.
 */
const DASAR = `
  FROM laporan_slot l
    JOIN kegiatan k ON k.id = l.kegiatan_id
    JOIN rencana r ON r.id = k.rencana_id
    JOIN pengajuan_laporan p ON p.laporan_id = l.id AND p.putaran = l.putaran
    LEFT JOIN LATERAL (SELECT t.unit_id, NULL::text AS kelompok FROM serah_terima t
      WHERE t.kegiatan_id = k.id AND t.mulai_periode <= l.periode AND ${serahTerimaBerlaku('t')}
      ORDER BY t.pada DESC LIMIT 1) st ON true
    LEFT JOIN LATERAL (SELECT j.unit_id, j.kelompok FROM penanggung_jawab j WHERE j.kegiatan_id = k.id ORDER BY j.urutan LIMIT 1) pj ON true
    LEFT JOIN unit u ON u.id = coalesce(st.unit_id, pj.unit_id)
    CROSS JOIN LATERAL (SELECT ${SENDIRI} AS sendiri) s
    LEFT JOIN laporan_dibuka d ON d.laporan_id = l.id AND d.pengguna_id = $2::uuid AND d.sesi_id = $3::uuid AND d.versi = l.versi
  WHERE l.instansi_id = $1::uuid
    AND ($4 = '' OR coalesce(u.kode = $4, false) OR st.unit_id IS NULL AND EXISTS (
      SELECT FROM kelompok_unit g JOIN anggota_kelompok a ON a.kelompok_id = g.id JOIN unit au ON au.id = a.unit_id
      WHERE g.instansi_id = l.instansi_id AND g.nama = pj.kelompok AND au.kode = $4))
    AND ($5 = '' OR p.oleh_id::text = $5)
    AND ($6 = '' OR l.periode = $6)
    AND l.keadaan = coalesce(nullif($7, ''), 'diajukan')
    AND (k.keadaan = 'berlaku' OR l.keadaan = 'terverifikasi')`;

const KOLOM = `l.id, r.kode AS rencana, k.kode AS kegiatan, k.uraian, l.periode, l.keadaan, l.versi, l.sejak, p.status,
  jsonb_array_length(p.isi -> 'bukti') AS bukti, p.isi ? 'kegiatanPengganti' AS pengganti, p.terlambat, p.oleh_nama AS pelapor,
  coalesce(u.singkatan, u.nama, pj.kelompok) AS unit, s.sendiri, d.laporan_id IS NOT NULL AS dibuka,
  NOT s.sendiri AND p.status <> 'tidak_dapat' AS giliran`;

/** Those that wait for this person first, the oldest first. */
const URUT = `ORDER BY NOT s.sendiri AND p.status <> 'tidak_dapat' DESC, l.sejak, l.id`;

@Injectable()
export class AntreanQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** How many wait for this person, by period: as many as `jumlah` says without a filter, and claims for a pimpinan to decide on. */
  giliranPerPeriode({
    instansi,
    pelaku,
  }: PemilikAntrean): Promise<{ periode: KodePeriode; jumlah: number; tidakDapat: number }[]> {
    return this.transaksi.manager.query<{ periode: KodePeriode; jumlah: number; tidakDapat: number }[]>(
      `SELECT l.periode, (count(*) FILTER (WHERE p.status <> 'tidak_dapat'))::int AS jumlah,
         (count(*) FILTER (WHERE p.status = 'tidak_dapat'))::int AS "tidakDapat"
       FROM laporan_slot l JOIN kegiatan k ON k.id = l.kegiatan_id AND k.keadaan = 'berlaku'
         JOIN pengajuan_laporan p ON p.laporan_id = l.id AND p.putaran = l.putaran
       WHERE l.instansi_id = $1::uuid AND l.keadaan = 'diajukan' AND NOT ${SENDIRI} GROUP BY l.periode`,
      [instansi.id, pelaku.penggunaId],
    );
  }

  /** How many there are, and how many of them this person may decide on. */
  async jumlah(tempat: Tempat, saringan: SaringanAntrean): Promise<{ semua: number; giliran: number }> {
    const [baris] = await this.transaksi.manager.query<{ semua: number; giliran: number }[]>(
      `SELECT count(*)::int AS semua, (count(*) FILTER (WHERE NOT s.sendiri AND p.status <> 'tidak_dapat'))::int AS giliran ${DASAR}`,
      isiSaringan(tempat, saringan),
    );
    return baris ?? { semua: 0, giliran: 0 };
  }

  daftar(tempat: PemilikAntrean, saringan: SaringanAntrean, lewati: number, ambil: number | null): Promise<BarisAntrean[]> {
    return this.transaksi.manager.query<BarisAntrean[]>(`SELECT ${KOLOM} ${DASAR} ${URUT} OFFSET $8 LIMIT $9`, [
      ...isiSaringan(tempat, saringan),
      ...[lewati, ambil],
    ]);
  }

  /** The one to examine after this one: the next in the order of the queue, from its beginning again after the last. */
  async berikut(tempat: Tempat, saringan: SaringanAntrean, sesudah: { id: string; sejak: Date }): Promise<BarisAntrean | null> {
    const [baris] = await this.transaksi.manager.query<BarisAntrean[]>(
      `SELECT ${KOLOM} ${DASAR} AND NOT s.sendiri AND p.status <> 'tidak_dapat' AND l.id <> $8::uuid
       ORDER BY (l.sejak, l.id) <= ($9::timestamptz, $8::uuid), l.sejak, l.id LIMIT 1`,
      [...isiSaringan(tempat, { ...saringan, keadaan: 'diajukan' }), sesudah.id, sesudah.sejak],
    );
    return baris ?? null;
  }

  /** Claims that something cannot be done, which wait for the pimpinan, the oldest first. */
  async menungguPimpinan(tempat: PemilikAntrean): Promise<BarisAntrean[]> {
    return this.transaksi.manager.query<BarisAntrean[]>(
      `SELECT ${KOLOM} ${DASAR} AND p.status = 'tidak_dapat' ORDER BY l.sejak, l.id`,
      isiSaringan(tempat, TANPA_SARINGAN),
    );
  }

  /** What this person decided since a moment, newest first. */
  diputusSejak(
    tempat: Tempat,
    sejak: Date,
  ): Promise<{ id: string; kegiatan: string; uraian: string; ke: StatusVerifikasi; pada: Date }[]> {
    return this.transaksi.manager.query(
      `SELECT l.id, k.kode AS kegiatan, k.uraian, x.ke, x.pada FROM putusan_laporan x JOIN laporan_slot l ON l.id = x.laporan_id
         JOIN kegiatan k ON k.id = l.kegiatan_id
       WHERE x.instansi_id = $1 AND x.oleh_id = $2 AND x.pada >= $3 ORDER BY x.pada DESC LIMIT 20`,
      [tempat.instansi.id, tempat.pelaku.penggunaId, sejak],
    );
  }

  /** What can be filtered by: units, people and periods of the reports that were ever submitted. */
  async pilihan(instansiId: string): Promise<PilihanAntrean> {
    const cari = <T>(sql: string) => this.transaksi.manager.query<T[]>(sql, [instansiId]);
    return {
      unit: await cari('SELECT kode, coalesce(singkatan, nama) AS nama FROM unit WHERE instansi_id = $1 ORDER BY urutan, kode'),
      pelapor: await cari(
        `SELECT oleh_id::text AS id, max(oleh_nama) AS nama FROM pengajuan_laporan WHERE instansi_id = $1 AND oleh_id IS NOT NULL
         GROUP BY oleh_id ORDER BY 2, 1`,
      ),
      periode: (
        await cari<{ periode: string }>('SELECT DISTINCT periode FROM laporan_slot WHERE instansi_id = $1 ORDER BY periode')
      ).map((p) => p.periode),
    };
  }

  /** Where a report belongs; null when there is none of that id here. */
  async alamat(instansiId: string, laporanId: string): Promise<{ rencana: string; kegiatan: string; periode: string } | null> {
    if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(laporanId)) return null;
    const [baris] = await this.transaksi.manager.query<{ rencana: string; kegiatan: string; periode: string }[]>(
      `SELECT r.kode AS rencana, k.kode AS kegiatan, l.periode FROM laporan_slot l JOIN kegiatan k ON k.id = l.kegiatan_id
         JOIN rencana r ON r.id = k.rencana_id WHERE l.instansi_id = $1 AND l.id = $2`,
      [instansiId, laporanId],
    );
    return baris ?? null;
  }
}

function isiSaringan({ instansi, pelaku }: PemilikAntrean, { unit, pelapor, periode, keadaan }: SaringanAntrean): unknown[] {
  return [instansi.id, pelaku.penggunaId, pelaku.sesiId, unit, pelapor, periode, keadaan];
}
