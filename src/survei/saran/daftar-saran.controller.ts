import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { AuditService } from '../../audit/audit.service';
import { punyaIzinDi } from '../../auth/izin';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { HalamanTidakAda } from '../../shared/galat.view';
import { potong } from '../../shared/tampilan/penomoran';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { jalur, teksKueri } from '../../shared/tampilan/tautan';
import { bolehLihatSurvei } from '../survei.policy';
import { teksSaringan } from './banyak-saran.service';
import { daftarSaranView } from './daftar-saran.view';
import { saranTerbitView } from './saran-terbit.view';
import { csvSaran } from './saran.csv';
import { SaranQuery, type JumlahStatus } from './saran.query';
import { bacaSaringanSaran, PILIHAN_STATUS, type SaringanSaran } from './saringan-saran';
import { BukaSaran } from './tempat-saran';

const SARAN_PER_HALAMAN = 50;
const SARAN_SEKALI_EKSPOR = 1000;
const TANPA_SARINGAN: SaringanSaran = { unsur: '', unit: '', status: '', q: '' };

type Kueri = Readonly<Record<string, unknown>>;

/** Lists of suggestions: to work on, to publish, to take away. */
@Controller('instansi/:instansi/survei/:survei')
export class DaftarSaranController {
  constructor(
    private readonly buka: BukaSaran,
    private readonly query: SaranQuery,
    private readonly unit: UnitQuery,
    private readonly audit: AuditService,
    private readonly transaksi: Transaksi,
  ) {}

  @Get('saran')
  @Izin('saran.lihat')
  async daftar(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Kueri,
  ): Promise<Halaman> {
    const tempat = await this.buka.survei(instansi, survei, pelaku);
    const saringan = bacaSaringanSaran(kueri);
    const lingkup = await this.buka.lingkup(tempat);
    const semua = await this.query.jumlahStatus(tempat.survei.id, TANPA_SARINGAN, lingkup);
    const tersaring = await this.query.jumlahStatus(tempat.survei.id, saringan, lingkup);
    const potongan = potong(berbeda(tersaring, saringan), SARAN_PER_HALAMAN, teksKueri(kueri['h']));
    const daftar = await this.query.daftar(tempat.survei.id, saringan, lingkup, potongan);
    const unit = await this.unit.semua(tempat.instansi.id);
    return daftarSaranView(tempat, { saringan, semua, tersaring, potongan, daftar, unit, lingkup });
  }

  @Get('saran/terbit')
  @Izin('survei.lihat')
  async terbit(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Kueri,
  ): Promise<Halaman> {
    const tempat = await this.buka.survei(instansi, kode, pelaku);
    const { survei } = tempat;
    if (!bolehLihatSurvei(pelaku, tempat.instansi.id, survei.status))
      throw new HalamanTidakAda(`Survei ${kode} belum ditetapkan, jadi sarannya belum terbit.`, {
        teks: `Buka halaman ${tempat.instansi.singkatan}`,
        tautan: jalur('instansi', tempat.instansi.kode),
      });
    const unsur = teksKueri(kueri['unsur'], 100);
    const potongan = potong(await this.query.jumlahTerbit(survei.id, unsur), SARAN_PER_HALAMAN, teksKueri(kueri['h']));
    return saranTerbitView(tempat, {
      unsur,
      potongan,
      daftar: await this.query.terbit(survei.id, unsur, potongan.lewati, potongan.ambil),
      hasil: await this.query.tanggapan(survei.id),
      bolehDaftar: punyaIzinDi(pelaku, 'saran.lihat', tempat.instansi.id),
    });
  }

  /** Read in pieces while it is being sent, each in a short transaction; who took it away is itself an entry. */
  @Get('saran.csv')
  @Izin('saran.ekspor')
  @KonteksSendiri()
  async ekspor(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Kueri,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const { konteks } = this.transaksi;
    const saringan = bacaSaringanSaran(kueri);
    const { tempat, lingkup } = await this.transaksi.jalankan(async () => {
      const t = await this.buka.survei(instansi, kode, pelaku);
      const sasaran = { jenis: 'survei', id: t.survei.id, nama: t.survei.judul };
      await this.audit.catat('saran.ekspor', {
        instansiId: t.instansi.id,
        sasaran,
        sebelum: null,
        sesudah: { saringan: teksSaringan(saringan) },
      });
      return { tempat: t, lingkup: await this.buka.lingkup(t) };
    });
    const ambil = (sesudah: number) =>
      this.transaksi.sebagai(konteks, () =>
        this.query.sesudah(tempat.survei.id, saringan, lingkup, sesudah, SARAN_SEKALI_EKSPOR),
      );
    const nama = `saran-${`${tempat.instansi.kode}-${tempat.survei.kode}`.replace(/[^A-Za-z0-9]+/g, '-')}-${tempat.hariIni}.csv`;
    res.set('Cache-Control', 'no-store');
    return new StreamableFile(Readable.from(csvSaran(tempat, ambil)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${nama}"`,
    });
  }
}

function berbeda(isi: readonly JumlahStatus[], { status }: SaringanSaran): number {
  const dipakai = PILIHAN_STATUS[status]?.status ?? [];
  return isi.filter((j) => dipakai.includes(j.status)).reduce((a, j) => a + j.berbeda, 0);
}
