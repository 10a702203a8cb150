import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { HalamanTidakAda } from '../../shared/galat.view';
import { bacaKetikan, GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { berhasil } from '../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../shared/tampilan/tampilan';
import { jalur, teksKueri } from '../../shared/tampilan/tautan';
import { waktuDibawa } from '../../shared/tampilan/waktu';
import type { AtasNama } from '../lapor/kelengkapan';
import type { TempatLapor } from '../lapor/tempat-lapor';
import { jalurGabungan } from './alamat-gabungan';
import { GabunganQuery, type BahanGabungan } from './gabungan.query';
import { gabunganView, hasilGabunganView } from './gabungan.view';
import { KirimGabunganService } from './kirim-gabungan.service';

type Kueri = Record<string, unknown>;

const PANJANG_NAMA = 200;

/** All reports of a unit for one triwulan; each is submitted in its own transaction. */
@Controller('instansi/:instansi/kirim-gabungan')
@Izin('lapor.isi')
@KonteksSendiri()
export class GabunganController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: GabunganQuery,
    private readonly layanan: KirimGabunganService,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  async halaman(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku, @Query() q: Kueri): Promise<Halaman> {
    const { tempat, bahan } = await this.buka(instansi, pelaku, q);
    return gabunganView(tempat, bahan);
  }

  @Post()
  async kirim(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() q: Kueri,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const { tempat, bahan } = await this.buka(instansi, pelaku, q);
    const ketikan = bacaKetikan(badan);
    const kunci = bacaKunci(ketikan);
    try {
      const { slot, atasNama } = bacaPilihan(bahan, ketikan);
      const gagal = await this.layanan.kirim(slot, kunci, atasNama);
      const terkirim = await this.transaksi.jalankan(() => this.query.terkirim(tempat, kunci));
      if (gagal.length > 0) return hasilGabunganView(tempat, { terkirim, gagal, tw: bahan.tw, unit: bahan.dipilih?.kode ?? '' });
      const kabar = berhasil(`${terkirim.length} laporan sudah dikirim, masing-masing dengan tanda terimanya.`);
      return new Alihan(jalurGabungan(tempat.instansi.kode, bahan.tw, bahan.dipilih?.kode, kunci), kabar);
    } catch (galat) {
      if (galat instanceof GalatIsian) return gabunganView(tempat, bahan, { ketikan, galat: galat.daftar });
      throw galat;
    }
  }

  /** The receipts of one sending. */
  @Get(':kunci')
  async hasil(
    @Param('instansi') instansi: string,
    @Param('kunci') kunci: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() q: Kueri,
  ): Promise<Halaman> {
    return this.transaksi.jalankan(async () => {
      const tempat = await this.organisasi.buka(instansi, pelaku);
      const terkirim = /^[\w-]{1,100}$/.test(kunci) ? await this.query.terkirim(tempat, kunci) : [];
      if (terkirim.length === 0)
        throw new HalamanTidakAda('Tidak ada laporan yang dikirim dengan kiriman itu.', {
          teks: 'Buka kirim gabungan',
          tautan: jalur('instansi', instansi, 'kirim-gabungan'),
        });
      return hasilGabunganView(tempat, { terkirim, gagal: [], tw: waktu(q) || null, unit: teksKueri(q['unit'], 100) });
    });
  }

  private buka(instansi: string, pelaku: Pelaku, q: Kueri): Promise<{ tempat: Tempat; bahan: BahanGabungan }> {
    return this.transaksi.jalankan(async () => {
      const tempat = await this.organisasi.buka(instansi, pelaku);
      return { tempat, bahan: await this.query.bahan(tempat, waktu(q), teksKueri(q['unit'], 100)) };
    });
  }
}

/** Triwulan or year of the address; '' = none. */
function waktu(q: Kueri): string {
  const { tw, tahun } = waktuDibawa(q);
  return String(tw ?? tahun ?? '');
}

/** @throws {GalatPengguna} for what no form of ours sends */
function bacaKunci({ kunci = '' }: Ketikan): string {
  if (!/^[\w-]{8,100}$/.test(kunci))
    throw new GalatPengguna('Formulir ini terkirim rusak. Muat ulang halaman kirim gabungan, lalu kirim lagi.');
  return kunci;
}

/** Which reports, and in whose name. @throws {GalatIsian} with all faults */
function bacaPilihan(bahan: BahanGabungan, ketikan: Ketikan): { slot: TempatLapor[]; atasNama: AtasNama } {
  const galat: GalatMedan[] = [];
  const dipilih = new Set(Object.entries(ketikan).flatMap(([nama, nilai]) => (/^pilih_\d+$/.test(nama) ? [nilai] : [])));
  const slot = bahan.butir.filter((b) => dipilih.has(b.kunci)).map((b) => b.tempat);
  if (dipilih.size === 0) galat.push({ medan: 'pilih', pesan: 'Pilih sedikitnya satu laporan' });
  else if (slot.length !== dipilih.size)
    galat.push({ medan: 'pilih', pesan: 'Ada laporan yang bukan lagi milik unit ini; muat ulang halamannya, lalu pilih lagi' });
  const { pejabat } = bahan;
  const penugasan = ketikan['penugasan'] ?? '';
  const satu = pejabat.find((p) => p.id === penugasan) ?? (pejabat.length === 1 ? pejabat[0] : undefined);
  const [nama, jabatan] = [ketikan['atasNama'] ?? '', ketikan['atasNamaJabatan'] ?? ''];
  if (penugasan === '' ? !satu && pejabat.length > 1 : satu?.id !== penugasan)
    galat.push({ medan: 'penugasan', pesan: 'Pilih pejabat yang bertanggung jawab atas laporan-laporan ini' });
  if (pejabat.length === 0) {
    if (nama === '')
      galat.push({ medan: 'atasNama', pesan: 'Tulis nama pejabat yang bertanggung jawab atas laporan-laporan ini' });
    for (const [medan, teks] of [
      ['atasNama', nama],
      ['atasNamaJabatan', jabatan],
    ] as const) {
      if (teks.length > PANJANG_NAMA) galat.push({ medan, pesan: `Persingkat; paling banyak ${PANJANG_NAMA} huruf` });
      else if (/\p{Cc}/u.test(teks) || !teks.isWellFormed()) galat.push({ medan, pesan: 'Hapus huruf yang tidak terbaca' });
    }
  }
  if (galat.length > 0) throw new GalatIsian(galat);
  const atasNama = satu
    ? { nama: satu.nama, jabatan: satu.jabatan, penugasanId: satu.id }
    : { nama, jabatan: jabatan || null, penugasanId: null };
  return { slot, atasNama };
}
