import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import type { EntriJendela } from '../../progres/jendela/jendela.rules';
import { kelompokkan } from '../../shared/kelompok';
import type { TindakanRencana } from '../../rtl/alur-rencana.rules';
import type { IsiAdendum } from '../../rtl/adendum/isi-adendum';

export interface CatatanRencana {
  readonly tindakan: TindakanRencana;
  readonly alasan: string | null;
  readonly olehId: string | null;
  readonly oleh: string;
  readonly jabatan: string | null;
  readonly pada: Date;
}

export interface CatatanAdendum {
  readonly nomor: number;
  readonly jenis: IsiAdendum['jenis'];
  /** kode */
  readonly kegiatan: string;
  /** kode of the kegiatan that it brought in the place of that one */
  readonly pengganti: string | null;
  readonly alasan: string;
  readonly tanggal: string;
  readonly penyetuju: string;
  readonly jabatan: string | null;
}

/** What the plan's tables say beyond `Rencana`: its life, its addenda, and what the filters need. */
export interface RincianRencana {
  readonly instansiId: string;
  readonly riwayat: readonly CatatanRencana[];
  readonly adendum: readonly CatatanAdendum[];
  /** proposals that nobody has decided yet */
  readonly usulanMenunggu: number;
  /** units of the named groups, by the group's name */
  readonly kelompok: ReadonlyMap<string, readonly string[]>;
  /** by kode: the unsur it answers to, where not all of its prioritas */
  readonly unsur: ReadonlyMap<string, readonly string[]>;
  /** plan whose unfinished kegiatan it carries on */
  readonly asal: string | null;
  /** by kode: kegiatan for which no evidence is said to be expected */
  readonly tanpaBuktiDiharapkan: readonly string[];
  /** openings and lockings that concern it, oldest first; a kegiatan by its kode */
  readonly jendela: readonly EntriJendela[];
}

/** What the list of plans tells of each beyond its figures. */
export interface RingkasanRencana {
  readonly adendum: number;
  readonly menunggu: number;
  /** when it came into the state in which it is */
  readonly sejak: Date | null;
}

/** Read only, in a fixed number of queries whatever the plan holds. */
@Injectable()
export class RincianQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** By kode of plan. */
  async ringkasan(kodeInstansi: string): Promise<{ instansiId: string; rencana: ReadonlyMap<string, RingkasanRencana> }> {
    const baris = await this.transaksi.manager.query<(RingkasanRencana & { id: string; kode: string | null })[]>(
      `SELECT i.id, r.kode,
         (SELECT count(*)::int FROM adendum a WHERE a.rencana_id = r.id) AS adendum,
         (SELECT count(*)::int FROM usulan_adendum u WHERE u.rencana_id = r.id AND u.keadaan = 'menunggu') AS menunggu,
         (SELECT max(h.pada) FROM riwayat_rencana h WHERE h.rencana_id = r.id) AS sejak
       FROM instansi i LEFT JOIN rencana r ON r.instansi_id = i.id WHERE i.kode = $1`,
      [kodeInstansi],
    );
    return { instansiId: baris[0]?.id ?? '', rencana: new Map(baris.flatMap((b) => (b.kode === null ? [] : [[b.kode, b]]))) };
  }

  async rencana(kodeInstansi: string, kode: string): Promise<RincianRencana> {
    const { manager } = this.transaksi;
    const [rencana] = await manager.query<{ id: string; instansi: string; asal: string | null; menunggu: number }[]>(
      `SELECT r.id, r.instansi_id AS instansi, a.kode AS asal,
         (SELECT count(*)::int FROM usulan_adendum u WHERE u.rencana_id = r.id AND u.keadaan = 'menunggu') AS menunggu
       FROM rencana r JOIN instansi i ON i.id = r.instansi_id LEFT JOIN rencana a ON a.id = r.asal_rencana_id
       WHERE i.kode = $1 AND r.kode = $2`,
      [kodeInstansi, kode],
    );
    if (!rencana) throw new Error(`Rencana ${kode} tidak ada`);
    const riwayat = await manager.query<CatatanRencana[]>(
      `SELECT tindakan, alasan, oleh_id AS "olehId", oleh_nama AS oleh, oleh_jabatan AS jabatan, pada FROM riwayat_rencana WHERE rencana_id = $1 ORDER BY nomor`,
      [rencana.id],
    );
    const adendum = await manager.query<CatatanAdendum[]>(
      `SELECT nomor, jenis, kegiatan, isi->'pengganti'->>'kode' AS pengganti, alasan, tanggal::text, penyetuju_nama AS penyetuju, penyetuju_jabatan AS jabatan
       FROM adendum WHERE rencana_id = $1 ORDER BY nomor`,
      [rencana.id],
    );
    const kegiatan = await manager.query<{ kode: string; unsur: string[] }[]>(
      'SELECT kode, unsur FROM kegiatan WHERE rencana_id = $1 AND unsur IS NOT NULL',
      [rencana.id],
    );
    const tanpaBukti = await manager.query<{ kode: string }[]>(
      `SELECT kode FROM kegiatan k WHERE rencana_id = $1 AND keadaan = 'berlaku'
         AND NOT EXISTS (SELECT FROM bukti_diharapkan b WHERE b.kegiatan_id = k.id) ORDER BY urutan`,
      [rencana.id],
    );
    const anggota = await manager.query<{ nama: string; unit: string }[]>(
      `SELECT g.nama, u.kode AS unit FROM kelompok_unit g JOIN anggota_kelompok a ON a.kelompok_id = g.id JOIN unit u ON u.id = a.unit_id
       WHERE g.instansi_id = $1 ORDER BY g.nama, u.urutan`,
      [rencana.instansi],
    );
    return {
      instansiId: rencana.instansi,
      riwayat,
      adendum,
      usulanMenunggu: rencana.menunggu,
      kelompok: new Map([...kelompokkan(anggota, (a) => a.nama)].map(([nama, isi]) => [nama, isi.map((a) => a.unit)])),
      unsur: new Map(kegiatan.map((k) => [k.kode, k.unsur])),
      asal: rencana.asal,
      tanpaBuktiDiharapkan: tanpaBukti.map((k) => k.kode),
      jendela: await manager.query<EntriJendela[]>(
        `SELECT j.periode, k.kode AS "kegiatanId", j.tindakan, j.mulai::text, j.batas::text
         FROM jendela_laporan j LEFT JOIN kegiatan k ON k.id = j.kegiatan_id
         WHERE j.instansi_id = $1 AND coalesce(k.rencana_id, $2) = $2 ORDER BY j.pada, j.id`,
        [rencana.instansi, rencana.id],
      ),
    };
  }
}

/** For figures from a paket alone, where the tables are not at hand. */
export const TANPA_RINCIAN: RincianRencana = {
  instansiId: '',
  riwayat: [],
  adendum: [],
  usulanMenunggu: 0,
  kelompok: new Map(),
  unsur: new Map(),
  asal: null,
  tanpaBuktiDiharapkan: [],
  jendela: [],
};
