import { Injectable } from '@nestjs/common';
import type { Pelaku } from '../../auth/pelaku';
import { tanpaNull } from '../../database/kolom';
import { Transaksi } from '../../database/transaksi';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { leluhur, penerusAkhir, susunPohon, type SimpulUnit } from '../../organisasi/unit/unit.rules';
import { HalamanTidakAda } from '../../shared/galat.view';
import { bacaPeriode, namaPeriode, type KodePeriode } from '../../shared/periode';
import { jalur } from '../../shared/tampilan/tautan';
import { jendelaLaporan, type EntriBerwaktu } from '../jendela/jendela.rules';
import { penanggungSlot, type PenanggungTersusun, type SerahTerima } from './penanggung.rules';
import { serahTerimaBerlaku } from './serah-terima-berlaku';
import type { BuktiDiminta, LaporanKini, TempatLapor, UnitLapor } from './tempat-lapor';

/** All that is known of one slot, in one row: its page is opened, and its draft saved, far more often than anything else. */
interface Baris {
  readonly periode: KodePeriode;
  readonly rencana: TempatLapor['rencana'];
  readonly kegiatan: TempatLapor['kegiatan'];
  readonly bukti: readonly (Omit<BuktiDiminta, 'periode'> & { readonly periode: string | null })[];
  readonly penanggung: readonly PenanggungTersusun[];
  readonly serah: readonly SerahTerima[];
  readonly jendela: readonly (Omit<EntriBerwaktu, 'pada'> & { readonly pada: string })[];
  readonly laporan: (Omit<LaporanKini, 'sejak'> & { readonly sejak: string }) | null;
}

type BarisUnit = SimpulUnit & { readonly kode: string; readonly nama: string; readonly singkatan: string | null };

@Injectable()
export class TempatLaporQuery {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly transaksi: Transaksi,
  ) {}

  /** @throws {HalamanTidakAda} when the plan has no such slot */
  async buka(instansi: string, rencana: string, kegiatan: string, periode: string, pelaku: Pelaku): Promise<TempatLapor> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const hasil = await this.slot(tempat, rencana, kegiatan, periode);
    if (hasil) return hasil;
    const p = bacaPeriode(periode);
    throw new HalamanTidakAda(
      `Kegiatan ${kegiatan} pada rencana ${rencana} tidak dijadwalkan ${p ? `untuk ${namaPeriode(p)}` : `pada ${periode}`}.`,
      { teks: `Buka rencana ${rencana}`, tautan: jalur('instansi', tempat.instansi.kode, 'rencana', rencana) },
    );
  }

  /** Null when the plan has no such slot. */
  async slot(tempat: Tempat, rencana: string, kegiatan: string, periode: KodePeriode): Promise<TempatLapor | null> {
    const { manager } = this.transaksi;
    const [baris] = await manager.query<(Baris & { readonly unit: readonly BarisUnit[] })[]>(SATU, [
      ...[tempat.instansi.id, rencana, kegiatan, periode],
    ]);
    return baris ? this.susun(tempat, baris, pembacaUnit(tempat.instansi.id, baris.unit)) : null;
  }

  /** Every slot of these periods that is to be reported on, in the order of the plans; what was imported stands where it was. */
  async semua(tempat: Tempat, periode: readonly KodePeriode[]): Promise<TempatLapor[]> {
    const sql = `${SLOT} AND s.periode = ANY($2) AND r.status = 'ditetapkan' AND k.keadaan = 'berlaku'
      AND (EXISTS (SELECT FROM laporan_slot x WHERE x.kegiatan_id = k.id AND x.periode = s.periode)
        OR NOT EXISTS (SELECT FROM realisasi x WHERE x.kegiatan_id = k.id AND coalesce(x.periode, s.periode) = s.periode))
      ORDER BY r.urutan, r.kode, k.urutan, k.kode, s.periode`;
    const semua = await this.transaksi.manager.query<Baris[]>(sql, [tempat.instansi.id, periode]);
    const unit = pembacaUnit(tempat.instansi.id, await this.transaksi.manager.query<BarisUnit[]>(UNIT, [tempat.instansi.id]));
    return semua.map((baris) => this.susun(tempat, baris, unit));
  }

  private susun(tempat: Tempat, baris: Baris, unit: (id: string) => UnitLapor | null): TempatLapor {
    const { periode } = baris;
    const { utama, kelompok, pendukung } = penanggungSlot(baris.penanggung, baris.serah, periode);
    const pilih = (id: readonly string[]) => id.flatMap((i) => unit(i) ?? []);
    const [pertama] = pilih(utama);
    const laporan = baris.laporan && { ...baris.laporan, sejak: new Date(baris.laporan.sejak) };
    const entri = baris.jendela.map((e) => ({ ...e, pada: new Date(e.pada) }));
    return {
      ...tempat,
      rencana: baris.rencana,
      kegiatan: baris.kegiatan,
      periode,
      utama: pilih(utama),
      namaUtama: kelompok ?? pertama?.nama ?? null,
      pendukung: pilih(pendukung),
      buktiDiharapkan: baris.bukti.map((b) => tanpaNull(b)),
      jendela: jendelaLaporan(entri, { kegiatanId: baris.kegiatan.id, periode }, laporan, tempat.hariIni),
      laporan,
    };
  }
}

function pembacaUnit(instansiId: string, semua: readonly BarisUnit[]): (id: string) => UnitLapor | null {
  const pohon = susunPohon(semua);
  return (id) => {
    const u = pohon.get(id);
    const kini = penerusAkhir(pohon, id);
    if (!u || !kini) return null;
    const jalurUnit = [...new Set([id, kini.id, ...leluhur(pohon, kini.id).map((l) => l.id)])];
    return { id, kiniId: kini.id, instansiId, jalur: jalurUnit, kode: u.kode, nama: u.nama, singkatan: u.singkatan };
  };
}

const UNIT = `SELECT id, induk_id AS "indukId", penerus_id AS "penerusId", berakhir::text AS berakhir, kode, nama, singkatan
  FROM unit WHERE instansi_id = $1`;

const SLOT = `
  SELECT s.periode,
    json_build_object('id', r.id, 'kode', r.kode, 'judul', r.judul, 'status', r.status, 'satuanJadwal', r.satuan_jadwal) AS rencana,
    json_build_object('id', k.id, 'kode', k.kode, 'uraian', k.uraian, 'keluaran', k.keluaran, 'indikator', k.indikator,
      'keadaan', k.keadaan) AS kegiatan,
    coalesce((SELECT json_agg(json_build_object('urutan', b.urutan, 'periode', b.periode, 'jenis', b.jenis, 'uraian', b.uraian)
      ORDER BY b.urutan) FROM bukti_diharapkan b WHERE b.kegiatan_id = k.id AND coalesce(b.periode, s.periode) = s.periode), '[]') AS bukti,
    coalesce((SELECT json_agg(json_build_object('unitId', p.unit_id, 'kelompok', p.kelompok, 'anggota',
        coalesce((SELECT json_agg(a.unit_id ORDER BY u.urutan, u.kode) FROM kelompok_unit g
          JOIN anggota_kelompok a ON a.kelompok_id = g.id JOIN unit u ON u.id = a.unit_id
          WHERE g.instansi_id = p.instansi_id AND g.nama = p.kelompok), '[]')) ORDER BY p.urutan)
      FROM penanggung_jawab p WHERE p.kegiatan_id = k.id), '[]') AS penanggung,
    coalesce((SELECT json_agg(json_build_object('unitId', t.unit_id, 'mulaiPeriode', t.mulai_periode) ORDER BY t.pada DESC)
      FROM serah_terima t WHERE t.kegiatan_id = k.id AND ${serahTerimaBerlaku('t')}),
      '[]') AS serah,
    coalesce((SELECT json_agg(json_build_object('periode', j.periode, 'kegiatanId', j.kegiatan_id, 'tindakan', j.tindakan,
        'mulai', j.mulai, 'batas', j.batas, 'pada', j.pada) ORDER BY j.pada)
      FROM jendela_laporan j WHERE j.instansi_id = s.instansi_id AND coalesce(j.kegiatan_id, k.id) = k.id), '[]') AS jendela,
    (SELECT json_build_object('id', l.id, 'keadaan', l.keadaan, 'putaran', l.putaran, 'versi', l.versi, 'sejak', l.sejak)
      FROM laporan_slot l WHERE l.kegiatan_id = k.id AND l.periode = s.periode) AS laporan
  FROM slot s JOIN kegiatan k ON k.id = s.kegiatan_id JOIN rencana r ON r.id = k.rencana_id
  WHERE s.instansi_id = $1`;

/** With the units, so that the page of a slot and its saving wait for one answer. */
const SATU = `SELECT x.*, (SELECT coalesce(json_agg(u), '[]') FROM (${UNIT}) u) AS unit
  FROM (${SLOT} AND r.kode = $2 AND k.kode = $3 AND s.periode = $4) x`;
