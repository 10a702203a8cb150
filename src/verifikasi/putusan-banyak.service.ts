import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import type { Tempat } from '../organisasi/tempat';
import type { TempatLapor } from '../progres/lapor/tempat-lapor';
import { TempatLaporQuery } from '../progres/lapor/tempat-lapor.query';
import { GalatPengguna } from '../shared/galat';
import { GalatIsian, galatMedan, type GalatMedan } from '../shared/isian';
import { AntreanQuery } from './antrean.query';
import { BerkasLaporanQuery } from './berkas-laporan.query';
import { DibukaService } from './dibuka.service';
import { PutusanService } from './putusan.service';
import { butirPeriksa } from './putusan.rules';

/** As many as a person can have looked at in one sitting. */
const MAKS = 50;

/** Verifying many reports with one act: only such as this person opened in this session, in the state in which they were shown. */
@Injectable()
export class PutusanBanyakService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly tempatLapor: TempatLaporQuery,
    private readonly antrean: AntreanQuery,
    private readonly berkas: BerkasLaporanQuery,
    private readonly dibuka: DibukaService,
    private readonly putusan: PutusanService,
  ) {}

  /**
   * All of them or none. Every piece of evidence is said to be enough; an expected one that is missing stays so.
   * @returns how many
   * @throws {GalatIsian} with what speaks against each
   */
  verifikasi(tempat: Tempat, laporanId: readonly string[]): Promise<number> {
    if (laporanId.length === 0) throw galatMedan('pilih', 'Pilih sedikitnya satu laporan');
    if (laporanId.length > MAKS) throw galatMedan('pilih', `Pilih paling banyak ${MAKS} laporan sekaligus`);
    return this.transaksi.jalankan(async () => {
      const versi = await this.dibuka.versi(tempat, laporanId);
      const galat: GalatMedan[] = [];
      // In one order, so that two who hold some of the same never wait for each other.
      for (const id of [...laporanId].sort()) {
        const alamat = await this.antrean.alamat(tempat.instansi.id, id);
        const slot = alamat && (await this.tempatLapor.slot(tempat, alamat.rencana, alamat.kegiatan, alamat.periode));
        if (!slot) throw new GalatPengguna('Salah satu laporan yang dipilih tidak ada lagi. Muat ulang antreannya.');
        const dilihat = versi.get(id);
        const masalah =
          dilihat === undefined ? 'belum Anda buka dalam sesi ini; buka dan baca dahulu' : await this.satu(slot, dilihat);
        if (masalah !== null) galat.push({ medan: `pilih.${id}`, pesan: `Laporan ${slot.kegiatan.kode} ${masalah}` });
      }
      if (galat.length > 0) throw new GalatIsian(galat);
      return laporanId.length;
    });
  }

  /** What speaks against one of them; null when it is verified. */
  private async satu(tempat: TempatLapor, versi: number): Promise<string | null> {
    const pengajuan = tempat.laporan && (await this.berkas.baca(tempat.laporan.id)).pengajuan.at(-1);
    const butir = pengajuan ? butirPeriksa(pengajuan.isi.bukti, tempat.buktiDiharapkan) : [];
    const nilai = new Map(butir.map((b) => [b.medan, { memadai: b.bukti !== undefined, catatan: '' }]));
    try {
      await this.putusan.putuskan(tempat, 'verifikasi', { versi, alasan: '', nilai });
      return null;
    } catch (galat) {
      if (!(galat instanceof GalatPengguna)) throw galat;
      return `belum dapat diverifikasi: ${galat.message.replace(/\.$/, '')}`;
    }
  }
}
