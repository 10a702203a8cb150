import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { indeksAkhir, indeksAwal, kodePeriode, periode, urutkanPeriode, type KodePeriode } from '../../shared/periode';
import { penanggungSlot, type PenanggungTersusun, type SerahTerima } from '../lapor/penanggung.rules';
import { serahTerimaBerlaku } from '../lapor/serah-terima-berlaku';
import type { StatusVerifikasi } from '../progres.rules';
import type { EntriBerwaktu } from './jendela.rules';

/** An entry of the book of windows, with who made it. */
export interface CatatanJendela extends EntriBerwaktu {
  /** kode, where it is for one slot */
  readonly kegiatan: string | null;
  readonly rencana: string | null;
  readonly alasan: string | null;
  readonly olehNama: string;
  readonly olehJabatan: string | null;
}

/** A slot of a plan that is ditetapkan, as far as its window concerns it. */
export interface SlotTerjadwal {
  readonly kegiatanId: string;
  readonly kegiatan: string;
  readonly uraian: string;
  readonly rencana: string;
  readonly periode: KodePeriode;
  /** the unit, or the kelompok, that reports; null where there is none */
  readonly utama: string | null;
  /** null: nobody entered anything */
  readonly keadaan: StatusVerifikasi | null;
  /** since when that state holds */
  readonly sejak: Date | null;
  /** submitted here, or imported */
  readonly dilaporkan: boolean;
}

interface BarisSlot extends Omit<SlotTerjadwal, 'utama' | 'dilaporkan'> {
  readonly putaran: number | null;
  readonly impor: readonly (KodePeriode | null)[];
  readonly penanggung: readonly PenanggungTersusun[];
  readonly serah: readonly SerahTerima[];
}

@Injectable()
export class JendelaQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Every entry of the agency, oldest first. */
  entri(instansiId: string): Promise<CatatanJendela[]> {
    return this.transaksi.manager.query<CatatanJendela[]>(
      `SELECT j.periode, j.kegiatan_id AS "kegiatanId", j.tindakan, j.mulai::text, j.batas::text, j.alasan, j.oleh_nama AS "olehNama",
         j.oleh_jabatan AS "olehJabatan", j.pada, k.kode AS kegiatan, r.kode AS rencana
       FROM jendela_laporan j LEFT JOIN kegiatan k ON k.id = j.kegiatan_id LEFT JOIN rencana r ON r.id = k.rencana_id
       WHERE j.instansi_id = $1 ORDER BY j.pada, j.id`,
      [instansiId],
    );
  }

  /** The periods that a window can be opened for: every triwulan with a slot in it, and every month that has one of its own. */
  async periode(instansiId: string): Promise<KodePeriode[]> {
    const baris = await this.transaksi.manager.query<{ periode: string }[]>(
      `SELECT DISTINCT s.periode FROM slot s ${BERLAKU} WHERE s.instansi_id = $1`,
      [instansiId],
    );
    const semua = baris.flatMap((b) => [b.periode, triwulan(b.periode)]);
    return [...new Set(semua)].map(periode).sort(urutkanPeriode).map(kodePeriode);
  }

  /** The slots that lie within a period, in the order of the plans. @param dalam null: of all periods */
  async slot(instansiId: string, dalam: KodePeriode | null): Promise<SlotTerjadwal[]> {
    const baris = await this.transaksi.manager.query<BarisSlot[]>(SLOT, [instansiId]);
    const nama = new Map(
      (
        await this.transaksi.manager.query<{ id: string; nama: string }[]>(
          'SELECT id, coalesce(singkatan, nama) AS nama FROM unit WHERE instansi_id = $1',
          [instansiId],
        )
      ).map((u) => [u.id, u.nama]),
    );
    const milik = dalam === null ? baris : baris.filter((b) => beririsan(dalam, b.periode));
    return milik.map(({ putaran, impor, penanggung, serah, ...slot }) => {
      const { utama, kelompok } = penanggungSlot(penanggung, serah, slot.periode);
      const dilaporkan = (putaran ?? 0) > 0 || impor.some((kode) => kode === null || beririsan(kode, slot.periode));
      return { ...slot, utama: kelompok ?? nama.get(utama[0] ?? '') ?? null, dilaporkan };
    });
  }
}

const BERLAKU = `JOIN kegiatan k ON k.id = s.kegiatan_id AND k.keadaan = 'berlaku'
  JOIN rencana r ON r.id = k.rencana_id AND r.status = 'ditetapkan'`;

const SLOT = `
  SELECT s.kegiatan_id AS "kegiatanId", k.kode AS kegiatan, k.uraian, r.kode AS rencana, s.periode, l.keadaan, l.sejak, l.putaran,
    coalesce((SELECT json_agg(x.periode) FROM realisasi x WHERE x.kegiatan_id = k.id), '[]') AS impor,
    coalesce((SELECT json_agg(json_build_object('unitId', p.unit_id, 'kelompok', p.kelompok, 'anggota', '[]'::json) ORDER BY p.urutan)
      FROM penanggung_jawab p WHERE p.kegiatan_id = k.id), '[]') AS penanggung,
    coalesce((SELECT json_agg(json_build_object('unitId', t.unit_id, 'mulaiPeriode', t.mulai_periode) ORDER BY t.pada DESC)
      FROM serah_terima t WHERE t.kegiatan_id = k.id AND ${serahTerimaBerlaku('t')}), '[]') AS serah
  FROM slot s ${BERLAKU} LEFT JOIN laporan_slot l ON l.kegiatan_id = s.kegiatan_id AND l.periode = s.periode
  WHERE s.instansi_id = $1 ORDER BY r.urutan, r.kode, k.urutan, k.kode, s.periode`;

/** The triwulan in which a period begins. */
function triwulan(kode: KodePeriode): KodePeriode {
  const { tahun } = periode(kode);
  const ke = Math.floor((indeksAwal(periode(kode)) % 12) / 3) + 1;
  return kodePeriode({ jenis: 'triwulan', tahun, ke });
}

/** A report on a longer or shorter period than the slot's is one on the slot too. */
export function beririsan(a: KodePeriode, b: KodePeriode): boolean {
  const [x, y] = [periode(a), periode(b)];
  return indeksAwal(x) <= indeksAkhir(y) && indeksAwal(y) <= indeksAkhir(x);
}
