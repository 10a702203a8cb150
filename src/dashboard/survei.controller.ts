import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { punyaIzinDi } from '../auth/izin';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import type { Instansi } from '../organisasi/organisasi.rules';
import { GalatTidakDitemukan } from '../shared/galat';
import { Jam } from '../shared/jam';
import { Halaman } from '../shared/tampilan/tampilan';
import { teksKueri } from '../shared/tampilan/tautan';
import { waktuDibawa } from '../shared/tampilan/waktu';
import { hariIniDi, tanggalIndonesia } from '../shared/tanggal';
import { ringkasanSaranView } from '../survei/saran/ringkasan-saran.view';
import { SaranQuery } from '../survei/saran/saran.query';
import { tombolSurvei } from '../survei/kelola/tindakan.view';
import { KodePipe } from './kode.pipe';
import { perbandinganView, pilihPerbandingan } from './layanan-halaman.view';
import { SurveiHalamanQuery } from './survei-halaman.query';
import { csvTabel, konteksSurvei, NAMA_TABEL, tabelLayananCsv, tabelSurvei } from './survei-tabel';
import { pilihInstrumen, surveiView } from './survei.view';
import { bacaCara, halamanTrenView, NAMA_CARA, tabelTren } from './tren-halaman.view';
import { bacaUrutan } from './unsur.view';

type Kueri = Readonly<Record<string, unknown>>;

/** What the surveys of an agency say: one survey, the trend, services beside each other; and the tables of each as files. */
@Controller('instansi/:instansi')
@Izin('survei.lihat')
export class SurveiController {
  constructor(
    private readonly query: SurveiHalamanQuery,
    private readonly saran: SaranQuery,
    private readonly jam: Jam,
  ) {}

  @Get('survei/:survei')
  async survei(
    @Param('instansi', KodePipe) instansi: string,
    @Param('survei', KodePipe) survei: string,
    @Query() kueri: Kueri,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const { instansiId, ...bahan } = await this.query.survei(instansi, survei, pelaku);
    const urut = bacaUrutan(teksKueri(kueri['urut']));
    const bolehKelola = punyaIzinDi(pelaku, 'survei.kelola', instansiId);
    const tombol = tombolSurvei({ id: instansiId, kode: bahan.instansi.kode }, pelaku, bahan.survei);
    const bolehSusun = punyaIzinDi(pelaku, 'rencana.susun', instansiId);
    const isi = { ...bahan, urut, bolehKelola, bolehSusun, tombol, waktu: waktuDibawa(kueri), sekarang: this.jam.sekarang() };
    const saran = ringkasanSaranView({ instansiId, instansi, survei, pelaku }, await this.saran.jumlahSurvei(instansiId, survei));
    return new Halaman('dashboard/survei', { ...surveiView(isi), saran });
  }

  @Get('survei/:survei/tabel/:tabel')
  async tabel(
    @Param('instansi', KodePipe) kode: string,
    @Param('survei', KodePipe) kodeSurvei: string,
    @Param('tabel', KodePipe) berkas: string,
    @PelakuKini() pelaku: Pelaku,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const nama = NAMA_TABEL.find((n) => `${n}.csv` === berkas);
    if (nama === undefined) throw new GalatTidakDitemukan(`Tabel itu tidak ada; yang ada: ${NAMA_TABEL.join(', ')}.`);
    const bahan = await this.query.survei(kode, kodeSurvei, pelaku);
    const isi = { ...bahan, instrumen: pilihInstrumen(bahan.instrumen, bahan.survei) };
    const konteks = konteksSurvei(bahan.instansi, isi);
    return this.berkas(res, bahan.instansi, `${nama}-${kodeSurvei}`, (hari) => csvTabel(konteks, hari, tabelSurvei(nama, isi)));
  }

  @Get('survei-tren')
  async tren(@Param('instansi', KodePipe) instansi: string, @Query() kueri: Kueri): Promise<Halaman> {
    const bahan = await this.query.semua(instansi);
    const cara = bacaCara(teksKueri(kueri['cara']));
    return new Halaman('dashboard/survei-tren', halamanTrenView({ ...bahan, cara, kueri, sekarang: this.jam.sekarang() }));
  }

  @Get('survei-tren.csv')
  async eksporTren(
    @Param('instansi', KodePipe) kode: string,
    @Query() kueri: Kueri,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const bahan = await this.query.semua(kode);
    const cara = bacaCara(teksKueri(kueri['cara']));
    const tabel = tabelTren({ ...bahan, cara, kueri, sekarang: this.jam.sekarang() });
    const konteks = [
      ['Instansi', bahan.instansi.nama],
      ['Gabungan setahun', NAMA_CARA[cara]],
    ];
    return this.berkas(res, bahan.instansi, 'tren-survei', (hari) => csvTabel(konteks, hari, tabel));
  }

  @Get('survei-layanan')
  async layanan(@Param('instansi', KodePipe) instansi: string, @Query() kueri: Kueri): Promise<Halaman> {
    const bahan = await this.query.perbandingan(instansi);
    const kodeInstrumen = teksKueri(kueri['instrumen']);
    return new Halaman(
      'dashboard/survei-layanan',
      perbandinganView({ ...bahan, kodeInstrumen, kueri, sekarang: this.jam.sekarang() }),
    );
  }

  @Get('survei-layanan.csv')
  async eksporLayanan(
    @Param('instansi', KodePipe) kode: string,
    @Query() kueri: Kueri,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const bahan = await this.query.perbandingan(kode);
    const kodeInstrumen = teksKueri(kueri['instrumen']);
    const { instrumen, hasil, waktu, survei } = pilihPerbandingan({
      ...bahan,
      kodeInstrumen,
      kueri,
      sekarang: this.jam.sekarang(),
    });
    const tabel = instrumen ? tabelLayananCsv(hasil, instrumen) : { kepala: ['Layanan'], baris: [] };
    const konteks = [
      ['Instansi', bahan.instansi.nama],
      ['Masa', waktu.tw || String(waktu.tahun ?? '')],
      ['Instrumen', instrumen?.nama ?? ''],
      ['Survei', survei.map((s) => s.kode).join(', ')],
    ];
    return this.berkas(res, bahan.instansi, 'layanan', (hari) => csvTabel(konteks, hari, tabel));
  }

  private berkas(res: Response, instansi: Instansi, nama: string, isi: (hariIni: string) => string): StreamableFile {
    const hariIni = hariIniDi(instansi.zonaWaktu, this.jam.sekarang());
    const aman = `${nama}-${instansi.kode}`.replace(/[^A-Za-z0-9]+/g, '-');
    res.set('Cache-Control', 'private, no-cache');
    return new StreamableFile(Buffer.from(isi(tanggalIndonesia(hariIni))), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${aman}-${hariIni}.csv"`,
    });
  }
}
