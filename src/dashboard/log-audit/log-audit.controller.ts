import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { AuditQuery } from '../../audit/audit.query';
import { AuditService } from '../../audit/audit.service';
import { punyaIzin, punyaIzinDi } from '../../auth/izin';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { OrganisasiQuery, type InstansiTersimpan } from '../../organisasi/organisasi.query';
import { GalatTidakDitemukan } from '../../shared/galat';
import { Jam } from '../../shared/jam';
import { potong } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { hariIniDi } from '../../shared/tanggal';
import { KodePipe } from '../kode.pipe';
import { aliranLogAudit } from './log-audit.csv';
import { logAuditView } from './log-audit.view';
import { bacaSaringanAudit } from './saringan-audit';

const CATATAN_PER_HALAMAN = 50;
const CATATAN_SEKALI_EKSPOR = 1000;
const ZONA_PEMASANGAN = 'Asia/Jakarta';

type Kueri = Readonly<Record<string, unknown>>;

/** The audit of one agency, and that of the installation: read, filtered, exported. */
@Controller()
export class LogAuditController {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly organisasi: OrganisasiQuery,
    private readonly query: AuditQuery,
    private readonly audit: AuditService,
    private readonly jam: Jam,
  ) {}

  @Get('instansi/:instansi/audit')
  @Izin('audit.lihat')
  async instansi(
    @Param('instansi', KodePipe) kode: string,
    @Query() kueri: Kueri,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const instansi = await this.cari(kode);
    return this.halaman(instansi, kueri, punyaIzinDi(pelaku, 'audit.ekspor', instansi.id));
  }

  @Get('instansi/:instansi/audit.csv')
  @Izin('audit.ekspor')
  @KonteksSendiri()
  async eksporInstansi(
    @Param('instansi', KodePipe) kode: string,
    @Query() kueri: Kueri,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    return this.ekspor(await this.transaksi.jalankan(() => this.cari(kode)), kueri, res);
  }

  @Get('audit')
  @Izin('audit.pemasangan')
  pemasangan(@Query() kueri: Kueri, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return this.halaman(null, kueri, punyaIzin(pelaku, 'audit.pemasangan'));
  }

  @Get('audit.csv')
  @Izin('audit.pemasangan')
  @KonteksSendiri()
  eksporPemasangan(@Query() kueri: Kueri, @Res({ passthrough: true }) res: Response): Promise<StreamableFile> {
    return this.ekspor(null, kueri, res);
  }

  private async cari(kode: string): Promise<InstansiTersimpan> {
    const instansi = await this.organisasi.instansi(kode);
    if (!instansi) throw new GalatTidakDitemukan('Instansi dengan kode itu tidak ada di sini.');
    return instansi;
  }

  private async halaman(instansi: InstansiTersimpan | null, kueri: Kueri, bolehEkspor: boolean): Promise<Halaman> {
    const { saringan, diabaikan } = bacaSaringanAudit(kueri);
    const id = instansi?.id ?? null;
    const zona = instansi?.zonaWaktu ?? ZONA_PEMASANGAN;
    const total = await this.query.jumlah(id, saringan, zona);
    const potongan = potong(total, CATATAN_PER_HALAMAN, teksKueri(kueri['h']));
    const daftar = await this.query.daftar(id, saringan, zona, potongan.lewati, potongan.ambil);
    const pilihan = await this.query.pilihan(id);
    const sekarang = this.jam.sekarang();
    const bahan = { instansi, zona, saringan, diabaikan, potongan, daftar, pilihan, bolehEkspor, sekarang };
    return new Halaman('dashboard/log-audit', logAuditView(bahan));
  }

  /** Reads in pieces while it is being sent, each in a short transaction; who took it away is itself an entry. */
  private async ekspor(instansi: InstansiTersimpan | null, kueri: Kueri, res: Response): Promise<StreamableFile> {
    const { saringan } = bacaSaringanAudit(kueri);
    const id = instansi?.id ?? null;
    const zona = instansi?.zonaWaktu ?? ZONA_PEMASANGAN;
    const { konteks } = this.transaksi;
    await this.transaksi.jalankan(() =>
      this.audit.catat('audit.ekspor', {
        instansiId: id,
        sasaran: { jenis: 'audit', id: null, nama: instansi ? `Log audit ${instansi.singkatan}` : 'Log audit pemasangan' },
        sebelum: null,
        sesudah: { saringan: new URLSearchParams(Object.entries(saringan).filter(([, v]) => v !== '')).toString() },
      }),
    );
    const ambil = (sesudah: number) =>
      this.transaksi.sebagai(konteks, () => this.query.sesudah(id, saringan, zona, sesudah, CATATAN_SEKALI_EKSPOR));
    const nama = `log-audit-${(instansi?.kode ?? 'pemasangan').replace(/[^A-Za-z0-9]+/g, '-')}-${hariIniDi(zona, this.jam.sekarang())}.csv`;
    res.set('Cache-Control', 'no-store');
    return new StreamableFile(aliranLogAudit(zona, ambil), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${nama}"`,
    });
  }
}
