import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { bacaPeriode, indeksAwal, periode, type KodePeriode } from '../../shared/periode';
import { BuktiLaporanQuery } from '../bukti/unggah/bukti-laporan.query';
import { JendelaQuery, beririsan } from '../jendela/jendela.query';
import { keadaanSlot } from '../jendela/jendela.rules';
import { IsianService } from '../lapor/isian.service';
import { periksaKelengkapan } from '../lapor/kelengkapan';
import { PejabatQuery, type Pejabat } from '../lapor/pejabat.query';
import type { TempatLapor } from '../lapor/tempat-lapor';
import { TempatLaporQuery } from '../lapor/tempat-lapor.query';
import { TemuanLaporanQuery } from '../lapor/temuan-laporan.query';
import { triwulanDari } from './alamat-gabungan';
import { nilaiButir, slotUnit, unitGabungan, type ButirGabungan, type UnitGabungan } from './gabungan.policy';

export interface BahanGabungan {
  /** null: no plan has a slot */
  readonly tw: KodePeriode | null;
  readonly unit: readonly UnitGabungan[];
  /** null: there is nothing that this person submits */
  readonly dipilih: UnitGabungan | null;
  readonly butir: readonly ButirGabungan[];
  /** who may answer for the unit */
  readonly pejabat: readonly Pejabat[];
  /** of the form: sent twice is once */
  readonly kunciKirim: string;
}

/** One of the reports that were submitted with one sending. */
export interface Terkirim {
  readonly rencana: string;
  readonly kegiatan: string;
  readonly uraian: string;
  readonly periode: KodePeriode;
  readonly putaran: number;
  readonly nomor: string;
  readonly atasNama: string;
  readonly atasNamaJabatan: string | null;
  readonly olehNama: string;
  readonly terlambat: boolean;
  readonly bukti: number;
  readonly pada: Date;
}

@Injectable()
export class GabunganQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly jendela: JendelaQuery,
    private readonly tempatLapor: TempatLaporQuery,
    private readonly isian: IsianService,
    private readonly bukti: BuktiLaporanQuery,
    private readonly pejabat: PejabatQuery,
    private readonly temuan: TemuanLaporanQuery,
  ) {}

  /**
   * @param waktu a triwulan; of a year or of '' = the latest that is open, else that of today
   * @param kode of a unit; '' = the first
   */
  async bahan(tempat: Tempat, waktu: KodePeriode, kode: string): Promise<BahanGabungan> {
    const { instansi, pelaku } = tempat;
    const periodeSlot = await this.jendela.periode(instansi.id);
    const triwulan = [...new Set(periodeSlot.map(triwulanDari))];
    const dalamTahun = triwulan.filter((p) => p.startsWith(waktu));
    const tw =
      bacaPeriode(waktu)?.jenis === 'triwulan'
        ? waktu
        : await this.triwulanKini(tempat, dalamTahun.length > 0 ? dalamTahun : triwulan);
    const dalam = tw === null ? [] : periodeSlot.filter((p) => beririsan(tw, p));
    const slot = await this.tempatLapor.semua(tempat, dalam);
    const semuaUnit = unitGabungan(pelaku, slot);
    const dipilih = semuaUnit.find((u) => u.kode === kode) ?? semuaUnit[0] ?? null;
    const butir: ButirGabungan[] = [];
    for (const s of dipilih ? slotUnit(pelaku, slot, dipilih.kode) : []) butir.push(await this.satu(s));
    return {
      ...{ tw, unit: semuaUnit, dipilih, butir, kunciKirim: randomUUID() },
      pejabat: await this.pejabat.utama({ ...tempat, utama: dipilih?.unit ? [dipilih.unit] : [] }),
    };
  }

  /** What one sending submitted, in the order of the plans. */
  terkirim({ instansi }: Tempat, kunciKirim: string): Promise<Terkirim[]> {
    return this.transaksi.manager.query<Terkirim[]>(
      `SELECT r.kode AS rencana, k.kode AS kegiatan, k.uraian, l.periode, p.putaran, p.nomor, p.atas_nama AS "atasNama",
         p.atas_nama_jabatan AS "atasNamaJabatan", p.oleh_nama AS "olehNama", p.terlambat, jsonb_array_length(p.isi->'bukti') AS bukti, p.pada
       FROM pengajuan_laporan p JOIN laporan_slot l ON l.id = p.laporan_id JOIN kegiatan k ON k.id = l.kegiatan_id
         JOIN rencana r ON r.id = k.rencana_id
       WHERE p.instansi_id = $1 AND p.kunci_kirim = $2 ORDER BY r.urutan, r.kode, k.urutan, k.kode, l.periode`,
      [instansi.id, kunciKirim],
    );
  }

  private async satu(tempat: TempatLapor): Promise<ButirGabungan> {
    const { laporan, pendukung, hariIni } = tempat;
    const isian = laporan ? await this.isian.semua(laporan.id) : [];
    const bukti = laporan ? await this.bukti.berlaku(laporan.id) : [];
    const butir = nilaiButir(tempat, periksaKelengkapan({ isian, bukti, pejabat: [], pendukung, hariIni }));
    return { ...butir, temuan: butir.golongan === 'siap' ? await this.temuan.periksa(tempat, butir.isi) : [] };
  }

  private async triwulanKini({ instansi, hariIni }: Tempat, triwulan: readonly KodePeriode[]): Promise<KodePeriode | null> {
    const entri = await this.jendela.entri(instansi.id);
    const terbuka = triwulan.findLast((p) => keadaanSlot(entri, { kegiatanId: '', periode: p }, hariIni).keadaan === 'terbuka');
    const kini = Number(hariIni.slice(0, 4)) * 12 + Number(hariIni.slice(5, 7)) - 1;
    return terbuka ?? triwulan.findLast((p) => indeksAwal(periode(p)) <= kini) ?? triwulan[0] ?? null;
  }
}
