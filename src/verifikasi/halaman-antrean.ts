import { Injectable } from '@nestjs/common';
import type { Tempat } from '../organisasi/tempat';
import type { TempatLapor } from '../progres/lapor/tempat-lapor';
import { TempatLaporQuery } from '../progres/lapor/tempat-lapor.query';
import { TemuanLaporanQuery } from '../progres/lapor/temuan-laporan.query';
import { HalamanTidakAda } from '../shared/galat.view';
import type { GalatMedan, Ketikan } from '../shared/isian';
import { potong } from '../shared/tampilan/penomoran';
import type { Halaman } from '../shared/tampilan/tampilan';
import { jalur } from '../shared/tampilan/tautan';
import { AntreanQuery, type SaringanAntrean } from './antrean.query';
import { antreanView } from './antrean.view';
import type { Temuan } from '../survei/temuan.rules';
import { BerkasLaporanQuery, type BerkasLaporan } from './berkas-laporan.query';
import { DibukaService } from './dibuka.service';
import { periksaView } from './periksa.view';
import { kueriSaringan } from './saringan-antrean';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

const KOSONG: Isian = { ketikan: {}, galat: [] };
const SEHALAMAN = 25;
const SEHARI = 86_400_000;

/** Puts the queue together, for reading and after a decision that could not be taken. */
@Injectable()
export class HalamanAntrean {
  constructor(
    private readonly query: AntreanQuery,
    private readonly tempatLapor: TempatLaporQuery,
    private readonly berkas: BerkasLaporanQuery,
    private readonly dibuka: DibukaService,
    private readonly temuan: TemuanLaporanQuery,
  ) {}

  /**
   * @param pilihan `dipilih`: id of the report to read; `dibaca`: version on which a decision came too late; `buka`: it counts as opened
   * @throws {HalamanTidakAda} when there is no such report
   */
  async susun(
    tempat: Tempat,
    saringan: SaringanAntrean,
    pilihan: { dipilih?: string; nomor?: string; isian?: Isian; dibaca?: number | null; banyak?: Isian; buka?: boolean },
  ): Promise<Halaman> {
    const { dipilih = '', nomor = '', isian = KOSONG, dibaca = null, banyak = KOSONG, buka = false } = pilihan;
    const jumlah = await this.query.jumlah(tempat, saringan);
    const potongan = potong(jumlah.semua, SEHALAMAN, nomor);
    const rincian = dipilih === '' ? null : await this.rincian(tempat, saringan, dipilih, { isian, dibaca, buka });
    const galat = [...isian.galat, ...banyak.galat];
    return antreanView({
      ...{ tempat, saringan, jumlah, potongan, rincian, banyak, dipilih: dipilih === '' ? null : dipilih },
      daftar: await this.query.daftar(tempat, saringan, potongan.lewati, potongan.ambil),
      pilihan: await this.query.pilihan(tempat.instansi.id),
      selesai: await this.query.diputusSejak(tempat, new Date(tempat.sekarang.getTime() - SEHARI)),
      status: galat.length > 0 || dibaca !== null ? 422 : 200,
    });
  }

  /** One report in the state in which it is now. */
  private async rincian(
    tempat: Tempat,
    saringan: SaringanAntrean,
    id: string,
    { isian, dibaca, buka }: { isian: Isian; dibaca: number | null; buka: boolean },
  ): Promise<object> {
    const alamat = await this.query.alamat(tempat.instansi.id, id);
    const slot = alamat && (await this.tempatLapor.slot(tempat, alamat.rencana, alamat.kegiatan, alamat.periode));
    const berkas = slot?.laporan && (await this.berkas.baca(slot.laporan.id));
    if (!slot?.laporan || !berkas) throw tidakAda(tempat);
    const hasil = periksaView({
      ...{ tempat: slot, berkas, isian, dibaca, bawaan: kueriSaringan(saringan) },
      temuan: await this.temuanTerakhir(slot, berkas),
      ditetapkan: await this.berkas.ditetapkan(slot.rencana.id),
      berikut: await this.query.berikut(tempat, saringan, { id, sejak: slot.laporan.sejak }),
    });
    if (!hasil) throw tidakAda(tempat);
    if (buka) await this.dibuka.catat(slot);
    return hasil;
  }

  /** What the checks say of the last submission: the same as the unit read before it. */
  private async temuanTerakhir(slot: TempatLapor, { pengajuan }: BerkasLaporan): Promise<Temuan[]> {
    const terakhir = pengajuan.at(-1);
    return terakhir ? this.temuan.periksa(slot, terakhir.isi) : [];
  }
}

function tidakAda({ instansi }: Tempat): HalamanTidakAda {
  return new HalamanTidakAda('Laporan itu tidak ada dalam antrean, atau belum pernah diajukan.', {
    teks: 'Buka antrean verifikasi',
    tautan: jalur('instansi', instansi.kode, 'verifikasi'),
  });
}
