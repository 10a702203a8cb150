import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import type { Temuan } from '../../survei/temuan.rules';
import { realisasiPengajuan, type PengajuanTerbaca } from '../laporan-terbaca';
import { ProgresQuery } from '../progres.query';
import { periksaLaporan } from '../temuan-laporan.rules';
import type { IsiPengajuan } from './pengajuan.rules';
import type { TempatLapor } from './tempat-lapor';

/** The draft is complete, and says something that its unit should look at once more before it goes. */
export class GalatTemuan extends GalatPengguna {
  override readonly name: string = 'GalatTemuan';

  constructor(readonly temuan: readonly Temuan[]) {
    super('Pemeriksaan menemukan yang perlu dilihat dahulu. Perbaiki, atau ajukan apa adanya.');
  }
}

/** Whether somebody has to read it before submitting; a note alone holds nobody up. */
export function perluDibaca(temuan: readonly Temuan[]): boolean {
  return temuan.some((t) => t.tingkat !== 'catatan');
}

/** Tells in a form which findings were read. */
export function sidikTemuan(temuan: readonly Temuan[]): string {
  return createHash('sha256').update(JSON.stringify(temuan.map((t) => t.pesan))).digest('base64url').slice(0, 24); // prettier-ignore
}

@Injectable()
export class TemuanLaporanQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly progres: ProgresQuery,
  ) {}

  /** What the consistency checks say of a report, as it is or as it would be submitted now. */
  async periksa(tempat: TempatLapor, isi: IsiPengajuan): Promise<Temuan[]> {
    const { instansi, rencana, kegiatan, periode, laporan } = tempat;
    const kini = realisasiPengajuan({
      ...{ rencana: rencana.kode, kegiatan: kegiatan.kode, periode, status: isi.status, isi },
      verifikasi: laporan?.keadaan ?? 'draf',
    });
    const [baris] = await this.transaksi.manager.query<{ jadwal: string[] }[]>('SELECT jadwal FROM kegiatan WHERE id = $1', [
      kegiatan.id,
    ]);
    const semua = await this.progres.kegiatan(instansi.id, rencana.kode, kegiatan.kode);
    return periksaLaporan({ kode: kegiatan.kode, jadwal: baris?.jadwal ?? [] }, kini, semua, await this.seberkas(tempat, isi));
  }

  /** Reports on other kegiatan with the same content as evidence. */
  private async seberkas({ instansi, kegiatan }: TempatLapor, isi: IsiPengajuan) {
    const sha256 = isi.bukti.flatMap((b) => b.sha256 ?? []);
    if (sha256.length === 0) return [];
    const baris = await this.transaksi.manager.query<PengajuanTerbaca[]>(
      `SELECT r.kode AS rencana, k.kode AS kegiatan, l.periode, p.status, l.keadaan AS verifikasi, p.isi
       FROM laporan_slot l JOIN pengajuan_laporan p ON p.laporan_id = l.id AND p.putaran = l.putaran
         JOIN kegiatan k ON k.id = l.kegiatan_id AND k.keadaan = 'berlaku' JOIN rencana r ON r.id = k.rencana_id
       WHERE l.kegiatan_id <> $2
         AND l.id IN (SELECT laporan_id FROM bukti_laporan WHERE instansi_id = $1 AND sha256 = ANY ($3::text[]))
       ORDER BY r.kode, k.kode, l.periode`,
      [instansi.id, kegiatan.id, sha256],
    );
    return baris.map(realisasiPengajuan);
  }
}
