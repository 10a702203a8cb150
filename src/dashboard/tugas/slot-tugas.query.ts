import { Injectable } from '@nestjs/common';
import type { Pelaku } from '../../auth/pelaku';
import { berperanUntukInstansi } from '../../auth/kewenangan.policy';
import { Transaksi } from '../../database/transaksi';
import type { EntriBerwaktu } from '../../progres/jendela/jendela.rules';
import type { StatusVerifikasi } from '../../progres/progres.rules';
import type { KodePeriode } from '../../shared/periode';
import { dalamWaktu } from './jendela-slot.rules';

/** A slot of a plan that is ditetapkan, with its report as far as it decides what is owed. */
export interface SlotTugas {
  readonly rencana: string;
  readonly kegiatanId: string;
  readonly kegiatan: string;
  readonly uraian: string;
  readonly periode: KodePeriode;
  /** null: nobody entered anything */
  readonly keadaan: StatusVerifikasi | null;
  readonly putaran: number;
  readonly sejak: Date | null;
  /** who reports: kode of the unit, null for a kelompok or nobody; and as people say it */
  readonly unit: string | null;
  readonly namaUnit: string | null;
  /** whether this person reports it for the utama */
  readonly utama: boolean;
  /** names of this person's pendukung units that have not added anything */
  readonly kontribusi: readonly string[];
  /** of the decision that gave it back */
  readonly alasan: string | null;
  readonly pemutus: string | null;
  /** whether any of its submissions came late */
  readonly pernahTerlambat: boolean;
}

interface BarisSlot extends SlotTugas {
  readonly impor: readonly (KodePeriode | null)[] | null;
}

/** $1 agency, $2 units of the roles, $3 whether for all units, $4 whether what nobody reports is this person's. */
const MILIK = `
  bawah AS (
    SELECT id FROM unit WHERE instansi_id = $1 AND ($3 OR id = ANY($2::uuid[]))
    UNION SELECT u.id FROM unit u JOIN bawah b ON u.induk_id = b.id WHERE u.penerus_id IS NULL),
  milik AS (SELECT id FROM bawah UNION SELECT u.id FROM unit u JOIN milik m ON u.penerus_id = m.id),
  kelompok_milik AS (SELECT DISTINCT g.nama FROM kelompok_unit g JOIN anggota_kelompok a ON a.kelompok_id = g.id
    WHERE g.instansi_id = $1 AND a.unit_id IN (SELECT id FROM milik)),
  calon AS (
    SELECT kegiatan_id AS id FROM penanggung_jawab WHERE instansi_id = $1 AND unit_id IN (SELECT id FROM milik)
    UNION SELECT kegiatan_id FROM penanggung_jawab WHERE instansi_id = $1 AND kelompok IN (SELECT nama FROM kelompok_milik)
    UNION SELECT kegiatan_id FROM serah_terima WHERE instansi_id = $1 AND unit_id IN (SELECT id FROM milik)
    UNION SELECT x.id FROM kegiatan x WHERE $4 AND x.instansi_id = $1 AND NOT EXISTS (SELECT FROM penanggung_jawab j
      LEFT JOIN kelompok_unit g ON g.instansi_id = j.instansi_id AND g.nama = j.kelompok
      LEFT JOIN anggota_kelompok a ON a.kelompok_id = g.id
      WHERE j.kegiatan_id = x.id AND coalesce(j.unit_id, a.unit_id) IS NOT NULL
        AND j.urutan = (SELECT min(urutan) FROM penanggung_jawab WHERE kegiatan_id = x.id)))`;

const UTAMA = `
  CASE WHEN st.unit_id IS NOT NULL THEN st.unit_id IN (SELECT id FROM milik)
    WHEN pj.unit_id IS NOT NULL THEN pj.unit_id IN (SELECT id FROM milik)
    ELSE coalesce(pj.kelompok IN (SELECT nama FROM kelompok_milik), false)
      OR $4 AND NOT EXISTS (SELECT FROM kelompok_unit g JOIN anggota_kelompok a ON a.kelompok_id = g.id
        WHERE g.instansi_id = $1 AND g.nama = pj.kelompok) END`;

/** Units of this person that stand after the first, and whose part of the report is empty. */
const KONTRIBUSI = `
  coalesce((SELECT json_agg(DISTINCT (SELECT coalesce(w.singkatan, w.nama) FROM unit w WHERE w.id = x.id))
    FROM (SELECT coalesce(j.unit_id, a.unit_id) AS id FROM penanggung_jawab j
      LEFT JOIN kelompok_unit g ON g.instansi_id = j.instansi_id AND g.nama = j.kelompok
      LEFT JOIN anggota_kelompok a ON a.kelompok_id = g.id WHERE j.kegiatan_id = k.id AND j.urutan > pj.urutan) x
    WHERE x.id IN (SELECT id FROM milik) AND x.id IS DISTINCT FROM coalesce(st.unit_id, pj.unit_id)
      AND NOT EXISTS (SELECT FROM isian_laporan i WHERE i.laporan_id = l.id AND i.bagian = x.id::text AND i.nilai <> '')
      AND NOT EXISTS (SELECT FROM bukti_laporan b WHERE b.laporan_id = l.id AND b.bagian = x.id::text AND b.dilepas IS NULL)), '[]')`;

/** @param milik expressions on the person; without it, for the agency as a whole. $5 periods */
const sql = (orang: boolean, syarat: string): string => `
  ${orang ? `WITH RECURSIVE ${MILIK}` : ''}
  SELECT r.kode AS rencana, k.id AS "kegiatanId", k.kode AS kegiatan, k.uraian, s.periode, l.keadaan, coalesce(l.putaran, 0) AS putaran,
    l.sejak, u.kode AS unit, coalesce(u.singkatan, u.nama, pj.kelompok) AS "namaUnit",
    ${orang ? UTAMA : 'false'} AS utama, ${orang ? KONTRIBUSI : `'[]'::json`} AS kontribusi, d.alasan, d.oleh_nama AS pemutus,
    EXISTS (SELECT FROM pengajuan_laporan p WHERE p.laporan_id = l.id AND p.terlambat) AS "pernahTerlambat",
    (SELECT json_agg(x.periode) FROM realisasi x WHERE x.kegiatan_id = k.id) AS impor
  FROM slot s
    JOIN kegiatan k ON k.id = s.kegiatan_id AND k.keadaan = 'berlaku'
    JOIN rencana r ON r.id = k.rencana_id AND r.status = 'ditetapkan'
    LEFT JOIN laporan_slot l ON l.kegiatan_id = s.kegiatan_id AND l.periode = s.periode
    LEFT JOIN LATERAL (SELECT t.unit_id FROM serah_terima t
      WHERE t.kegiatan_id = k.id AND t.mulai_periode <= s.periode AND NOT EXISTS (SELECT FROM putusan_laporan a
        JOIN putusan_laporan c ON c.laporan_id = a.laporan_id AND c.urutan > a.urutan AND c.tindakan = 'cabut' WHERE a.id = t.putusan_id)
      ORDER BY t.pada DESC LIMIT 1) st ON true
    LEFT JOIN LATERAL (SELECT j.unit_id, j.kelompok, j.urutan FROM penanggung_jawab j WHERE j.kegiatan_id = k.id
      ORDER BY j.urutan LIMIT 1) pj ON true
    LEFT JOIN unit u ON u.id = coalesce(st.unit_id, pj.unit_id)
    LEFT JOIN LATERAL (SELECT x.alasan, x.oleh_nama FROM putusan_laporan x WHERE x.laporan_id = l.id ORDER BY x.urutan DESC LIMIT 1) d
      ON l.keadaan IN ('dikembalikan', 'bukti_tidak_memadai')
  WHERE s.instansi_id = $1 ${orang ? 'AND s.kegiatan_id = ANY(ARRAY(SELECT id FROM calon))' : ''} AND ${syarat}
  ORDER BY r.urutan, r.kode, k.urutan, k.kode, s.periode`;

const TERBUKA = `(l.keadaan IS NULL OR l.keadaan NOT IN ('diajukan', 'terverifikasi'))`;
const SEMUA = sql(true, 's.periode = ANY($5)');
const BELUM_SELESAI = sql(true, `s.periode = ANY($5) AND ${TERBUKA}`);
const TERLAMBAT = sql(
  false,
  `s.periode = ANY($2) AND (coalesce(l.putaran, 0) = 0 OR EXISTS (SELECT FROM pengajuan_laporan p WHERE p.laporan_id = l.id AND p.terlambat))`,
);

/** One query each, whatever the plan holds; what was imported counts as reported, and is left out. */
@Injectable()
export class SlotTugasQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Openings and lockings of the agency, oldest first. */
  entri(instansiId: string): Promise<EntriBerwaktu[]> {
    return this.transaksi.manager.query<EntriBerwaktu[]>(
      `SELECT periode, kegiatan_id AS "kegiatanId", tindakan, mulai::text, batas::text, pada FROM jendela_laporan
       WHERE instansi_id = $1 ORDER BY pada, id`,
      [instansiId],
    );
  }

  /**
   * Slots that are this person's to report on, for a unit or, where no unit answers, as the koordinator.
   * @param periode codes of the periods that matter
   * @param semua those that were submitted or verified too
   */
  async milik(instansiId: string, pelaku: Pelaku, periode: readonly KodePeriode[], semua: boolean): Promise<SlotTugas[]> {
    const peran = pelaku.peran.filter(
      (p) => p.instansiId === instansiId && (p.peran === 'pelapor' || p.peran === 'penanggung_jawab'),
    );
    const koordinator = berperanUntukInstansi(pelaku, 'koordinator', instansiId);
    if (periode.length === 0 || (peran.length === 0 && !koordinator)) return [];
    const isi = [instansiId, peran.flatMap((p) => p.unitId ?? []), peran.some((p) => p.unitId === null), koordinator, periode];
    return tanpaImpor(await this.transaksi.manager.query<BarisSlot[]>(semua ? SEMUA : BELUM_SELESAI, isi));
  }

  /** Slots of the agency that nobody submitted yet, or for which a submission came late. */
  async belumAtauTerlambat(instansiId: string, periode: readonly KodePeriode[]): Promise<SlotTugas[]> {
    if (periode.length === 0) return [];
    return tanpaImpor(await this.transaksi.manager.query<BarisSlot[]>(TERLAMBAT, [instansiId, periode]));
  }
}

function tanpaImpor(baris: readonly BarisSlot[]): SlotTugas[] {
  return baris.flatMap(({ impor, ...slot }) =>
    slot.putaran === 0 && impor?.some((kode) => kode === null || dalamWaktu(slot.periode, kode)) ? [] : [slot],
  );
}
