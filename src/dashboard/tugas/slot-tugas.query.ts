import { Injectable } from '@nestjs/common';
import type { Pelaku } from '../../auth/pelaku';
import { berperanUntukInstansi } from '../../auth/kewenangan.policy';
import { Transaksi } from '../../database/transaksi';
import type { EntriBerwaktu } from '../../progres/jendela/jendela.rules';
import { serahTerimaBerlaku } from '../../progres/lapor/serah-terima-berlaku';
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

/** Slots that stand alike. */
export interface SlotSerupa {
  readonly periode: KodePeriode;
  readonly keadaan: StatusVerifikasi | null;
  readonly diajukan: boolean;
  readonly utama: boolean;
  readonly kontribusi: boolean;
  /** where its openings are its own */
  readonly kegiatanId: string | null;
  readonly sejak: Date | null;
  readonly jumlah: number;
}

/** JSON: the periods of what was imported for the kegiatan */
type DenganImpor<T> = T & { readonly impor: string | null };

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

/**
 * What is asked of every kegiatan once, not of each of its slots: the first of its plan, whether this person is that, which of this
 * person's units stand behind it, what was imported. A hand-over holds from a period on, so that is asked of the slot.
 */
const UTAMA = `
  pj AS MATERIALIZED (SELECT DISTINCT ON (j.kegiatan_id) j.kegiatan_id, j.unit_id, j.kelompok, j.urutan,
      CASE WHEN j.unit_id IS NOT NULL THEN j.unit_id IN (SELECT id FROM milik)
        ELSE j.kelompok IN (SELECT nama FROM kelompok_milik) OR $4 AND j.kelompok NOT IN (SELECT g.nama FROM kelompok_unit g
          JOIN anggota_kelompok a ON a.kelompok_id = g.id WHERE g.instansi_id = $1) END AS utama
    FROM penanggung_jawab j WHERE j.instansi_id = $1 ORDER BY j.kegiatan_id, j.urutan),
  serah AS MATERIALIZED (SELECT t.kegiatan_id, t.unit_id, t.mulai_periode, t.pada, t.unit_id IN (SELECT id FROM milik) AS utama
    FROM serah_terima t WHERE t.instansi_id = $1 AND ${serahTerimaBerlaku('t')}),
  pendukung AS MATERIALIZED (SELECT DISTINCT j.kegiatan_id, x.unit_id FROM penanggung_jawab j
      JOIN pj ON pj.kegiatan_id = j.kegiatan_id AND j.urutan > pj.urutan
      LEFT JOIN kelompok_unit g ON g.instansi_id = j.instansi_id AND g.nama = j.kelompok
      LEFT JOIN anggota_kelompok a ON a.kelompok_id = g.id
      CROSS JOIN LATERAL (SELECT coalesce(j.unit_id, a.unit_id) AS unit_id) x
    WHERE j.instansi_id = $1 AND x.unit_id IN (SELECT id FROM milik)),
  bersama AS MATERIALIZED (SELECT kegiatan_id, array_agg(unit_id) AS unit FROM pendukung GROUP BY kegiatan_id)`;

/** Of this person's units behind another one (x), those that have not added anything to the report of the slot. */
const BELUM_MENAMBAH = `x.id IS DISTINCT FROM m.unit_id
    AND NOT EXISTS (SELECT FROM isian_laporan i WHERE i.laporan_id = l.id AND i.bagian = x.id::text AND i.nilai <> '')
    AND NOT EXISTS (SELECT FROM bukti_laporan b WHERE b.laporan_id = l.id AND b.bagian = x.id::text AND b.dilepas IS NULL)`;

const IMPOR = `impor AS MATERIALIZED (SELECT x.kegiatan_id, json_agg(DISTINCT x.periode)::text AS periode FROM realisasi x
    WHERE x.instansi_id = $1 GROUP BY x.kegiatan_id)`;

/** Slots with their reports and who reports them. @param orang with expressions on the person, else for the agency as a whole */
const dasar = (orang: boolean): string => `
  FROM slot s
    JOIN kegiatan k ON k.id = s.kegiatan_id AND k.keadaan = 'berlaku'
    JOIN rencana r ON r.id = k.rencana_id AND r.status = 'ditetapkan'
    LEFT JOIN laporan_slot l ON l.kegiatan_id = s.kegiatan_id AND l.periode = s.periode
    LEFT JOIN pj ON pj.kegiatan_id = k.id
    LEFT JOIN LATERAL (SELECT t.unit_id, t.utama FROM serah t WHERE t.kegiatan_id = k.id AND t.mulai_periode <= s.periode
      ORDER BY t.pada DESC LIMIT 1) st ON true
    LEFT JOIN impor o ON o.kegiatan_id = k.id
    CROSS JOIN LATERAL (SELECT coalesce(st.unit_id, pj.unit_id) AS unit_id, ${orang ? 'coalesce(st.utama, pj.utama, $4)' : 'false'} AS utama) m
    ${orang ? 'LEFT JOIN bersama n ON n.kegiatan_id = k.id AND NOT m.utama' : ''}`;

/** For the agency as a whole: $1 agency. */
const TANPA_ORANG = `
  pj AS MATERIALIZED (SELECT DISTINCT ON (j.kegiatan_id) j.kegiatan_id, j.unit_id, j.kelompok FROM penanggung_jawab j
    WHERE j.instansi_id = $1 ORDER BY j.kegiatan_id, j.urutan),
  serah AS MATERIALIZED (SELECT t.kegiatan_id, t.unit_id, t.mulai_periode, t.pada, false AS utama FROM serah_terima t
    WHERE t.instansi_id = $1 AND ${serahTerimaBerlaku('t')})`;

const dengan = (orang: boolean): string => `WITH RECURSIVE ${orang ? `${MILIK}, ${UTAMA}` : TANPA_ORANG}, ${IMPOR}`;

/** @param orang see `dasar`; $5 periods */
const sql = (orang: boolean, syarat: string): string => `${dengan(orang)}
  SELECT r.kode AS rencana, k.id AS "kegiatanId", k.kode AS kegiatan, k.uraian, s.periode, l.keadaan, coalesce(l.putaran, 0) AS putaran,
    l.sejak, u.kode AS unit, coalesce(u.singkatan, u.nama, pj.kelompok) AS "namaUnit", m.utama,
    ${
      orang
        ? `CASE WHEN n.unit IS NULL THEN '[]' ELSE coalesce((SELECT json_agg((SELECT coalesce(w.singkatan, w.nama) FROM unit w WHERE w.id = x.id))
      FROM unnest(n.unit) AS x(id) WHERE ${BELUM_MENAMBAH}), '[]') END`
        : `'[]'::json`
    } AS kontribusi, d.alasan, d.oleh_nama AS pemutus,
    EXISTS (SELECT FROM pengajuan_laporan p WHERE p.laporan_id = l.id AND p.terlambat) AS "pernahTerlambat", o.periode AS impor
  ${dasar(orang)}
    LEFT JOIN unit u ON u.id = m.unit_id
    LEFT JOIN LATERAL (SELECT x.alasan, x.oleh_nama FROM putusan_laporan x WHERE x.laporan_id = l.id ORDER BY x.urutan DESC LIMIT 1) d
      ON l.keadaan IN ('dikembalikan', 'bukti_tidak_memadai')
  WHERE s.instansi_id = $1 ${orang ? 'AND s.kegiatan_id = ANY(ARRAY(SELECT id FROM calon))' : ''} AND ${syarat}
  ORDER BY r.urutan, r.kode, k.urutan, k.kode, s.periode`;

const TERBUKA = `(l.keadaan IS NULL OR l.keadaan NOT IN ('diajukan', 'terverifikasi'))`;
const SEMUA = sql(true, 's.periode = ANY($5)');

/** How many slots stand alike, as far as it decides what is owed. $5 periods, $6 kegiatan with openings of their own */
const SERUPA = `${dengan(true)},
  satu AS (
    SELECT s.periode, l.keadaan, coalesce(l.putaran, 0) > 0 AS diajukan, m.utama, o.periode AS impor,
      CASE WHEN n.unit IS NULL THEN false ELSE EXISTS (SELECT FROM unnest(n.unit) AS x(id) WHERE ${BELUM_MENAMBAH}) END AS kontribusi,
      CASE WHEN s.kegiatan_id = ANY($6) THEN s.kegiatan_id END AS "kegiatanId",
      CASE WHEN NOT m.utama AND l.keadaan IN ('dikembalikan', 'bukti_tidak_memadai') THEN l.sejak END AS sejak
    ${dasar(true)}
    WHERE s.instansi_id = $1 AND s.kegiatan_id = ANY(ARRAY(SELECT id FROM calon)) AND s.periode = ANY($5) AND ${TERBUKA})
  SELECT periode, keadaan, diajukan, utama, impor, kontribusi, "kegiatanId", sejak, count(*)::int AS jumlah FROM satu
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;
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
   * Slots that are this person's to report on, for a unit or, where no unit answers, as the koordinator; whatever became of them.
   * @param periode codes of the periods that matter
   */
  async milik(instansiId: string, pelaku: Pelaku, periode: readonly KodePeriode[]): Promise<SlotTugas[]> {
    const isi = isiMilik(instansiId, pelaku, periode);
    if (isi === null) return [];
    const baris = await this.transaksi.manager.query<DenganImpor<SlotTugas>[]>(SEMUA, isi);
    return tanpaImpor(baris, ({ putaran }) => putaran > 0);
  }

  /**
   * The same that are neither submitted nor verified, only counted: cheap enough for every page.
   * @param khusus kegiatan with openings of their own
   */
  async serupa(
    instansiId: string,
    pelaku: Pelaku,
    periode: readonly KodePeriode[],
    khusus: readonly string[],
  ): Promise<SlotSerupa[]> {
    const isi = isiMilik(instansiId, pelaku, periode);
    if (isi === null) return [];
    const baris = await this.transaksi.manager.query<DenganImpor<SlotSerupa>[]>(SERUPA, [...isi, khusus]);
    return tanpaImpor(baris, ({ diajukan }) => diajukan);
  }

  /** Slots of the agency that nobody submitted yet, or for which a submission came late. */
  async belumAtauTerlambat(instansiId: string, periode: readonly KodePeriode[]): Promise<SlotTugas[]> {
    if (periode.length === 0) return [];
    const baris = await this.transaksi.manager.query<DenganImpor<SlotTugas>[]>(TERLAMBAT, [instansiId, periode]);
    return tanpaImpor(baris, ({ putaran }) => putaran > 0);
  }
}

/** $1 … $5 of what is a person's; null when nothing can be. */
function isiMilik(instansiId: string, pelaku: Pelaku, periode: readonly KodePeriode[]): unknown[] | null {
  const peran = pelaku.peran.filter(
    (p) => p.instansiId === instansiId && (p.peran === 'pelapor' || p.peran === 'penanggung_jawab'),
  );
  const koordinator = berperanUntukInstansi(pelaku, 'koordinator', instansiId);
  if (periode.length === 0 || (peran.length === 0 && !koordinator)) return null;
  return [instansiId, peran.flatMap((p) => p.unitId ?? []), peran.some((p) => p.unitId === null), koordinator, periode];
}

function tanpaImpor<T extends { readonly periode: KodePeriode }>(
  baris: readonly DenganImpor<T>[],
  diajukan: (baris: T) => boolean,
): T[] {
  return baris.filter((b) => {
    const impor = b.impor === null || diajukan(b) ? [] : (JSON.parse(b.impor) as (KodePeriode | null)[]);
    return !impor.some((kode) => kode === null || dalamWaktu(b.periode, kode));
  });
}
