import { Injectable } from '@nestjs/common';
import type { Pelaku } from '../auth/pelaku';
import { Transaksi } from '../database/transaksi';
import { Organisasi } from '../organisasi/tempat';
import { jalurLapor } from '../progres/lapor/tempat-lapor';
import { TempatLaporQuery } from '../progres/lapor/tempat-lapor.query';
import { PERNAH_TERLAMBAT, tandaKeadaan, type Tanda } from '../progres/tanda-laporan';
import { indeksAwal, namaPeriodeLengkap, periode } from '../shared/periode';
import { BERKAS_KOSONG, BerkasLaporanQuery } from './berkas-laporan.query';
import { lacakView } from './lacak.view';
import { putusanView } from './pendamping.view';
import { riwayatLaporan, type ButirRiwayatLaporan } from './riwayat-laporan.view';

/** One slot of a kegiatan on the kegiatan's own page. */
export interface SlotKegiatan {
  readonly judul: string;
  readonly tautan: string;
  readonly tanda: readonly Tanda[];
  readonly lacak: object;
  /** the decision that holds */
  readonly terakhir: object | null;
  readonly riwayat: readonly ButirRiwayatLaporan[];
}

/** Tracker, decision and history of every slot of a kegiatan, the earliest period first. */
@Injectable()
export class SlotKegiatanQuery {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly transaksi: Transaksi,
    private readonly tempatLapor: TempatLaporQuery,
    private readonly berkas: BerkasLaporanQuery,
  ) {}

  async daftar(instansi: string, rencana: string, kegiatan: string, pelaku: Pelaku): Promise<SlotKegiatan[]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const slot = await this.transaksi.manager.query<{ periode: string; rencanaId: string }[]>(
      `SELECT s.periode, r.id AS "rencanaId" FROM slot s JOIN kegiatan k ON k.id = s.kegiatan_id JOIN rencana r ON r.id = k.rencana_id
       WHERE s.instansi_id = $1 AND r.kode = $2 AND k.kode = $3`,
      [tempat.instansi.id, rencana, kegiatan],
    );
    const [pertama] = slot;
    if (!pertama) return [];
    const ditetapkan = await this.berkas.ditetapkan(pertama.rencanaId);
    const urut = slot.map((s) => s.periode).sort((a, b) => indeksAwal(periode(a)) - indeksAwal(periode(b)));
    const hasil: SlotKegiatan[] = [];
    for (const kode of urut) {
      const t = await this.tempatLapor.slot(tempat, rencana, kegiatan, kode);
      if (!t) continue;
      const berkas = t.laporan ? await this.berkas.baca(t.laporan.id) : BERKAS_KOSONG;
      hasil.push({
        ...{ judul: namaPeriodeLengkap(periode(kode)), tautan: jalurLapor(t), lacak: lacakView(t, berkas, ditetapkan) },
        tanda: [
          ...(t.laporan ? [tandaKeadaan(t.laporan.keadaan)] : []),
          ...(berkas.pengajuan.some((p) => p.terlambat) ? [PERNAH_TERLAMBAT] : []),
        ],
        ...putusanView(t, berkas),
        riwayat: riwayatLaporan(t, berkas),
      });
    }
    return hasil;
  }
}
