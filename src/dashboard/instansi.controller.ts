import { Controller, Get, Param, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { asalSaranView } from '../rtl/saran/asal-saran.view';
import { SaranTindakLanjutQuery } from '../rtl/saran/saran-tindak-lanjut.query';
import { HalamanTidakAda } from '../shared/galat.view';
import { Jam } from '../shared/jam';
import { Halaman } from '../shared/tampilan/tampilan';
import { jalur, teksKueri } from '../shared/tampilan/tautan';
import { SlotKegiatanQuery } from '../verifikasi/slot-kegiatan.query';
import { BahanQuery } from './bahan.query';
import { CekBuktiQuery } from './cek-bukti.query';
import { Dasbor } from './dasbor/dasbor';
import { instansiView } from './instansi.view';
import { kegiatanView } from './kegiatan.view';
import { KodePipe } from './kode.pipe';
import { rencanaView } from './rencana.view';
import { RincianKegiatanQuery, TANPA_RINCIAN_KEGIATAN } from './rencana/rincian-kegiatan.query';
import { RincianQuery } from './rencana/rincian.query';

/** The pages of one agency on its plans. */
@Controller('instansi/:instansi')
export class InstansiController {
  constructor(
    private readonly query: BahanQuery,
    private readonly saran: SaranTindakLanjutQuery,
    private readonly rincian: RincianQuery,
    private readonly rincianKegiatan: RincianKegiatanQuery,
    private readonly slot: SlotKegiatanQuery,
    private readonly cek: CekBuktiQuery,
    private readonly dasbor: Dasbor,
    private readonly jam: Jam,
  ) {}

  @Get()
  @Izin('instansi.lihat')
  async ringkasan(
    @Param('instansi', KodePipe) instansi: string,
    @Query() kueri: Record<string, unknown>,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const bahan = await this.query.instansi(instansi);
    if (this.dasbor.diminta(instansi, pelaku, kueri)) return this.dasbor.halaman(bahan, pelaku, kueri);
    return new Halaman(
      'dashboard/instansi',
      instansiView({ ...bahan, cek: await this.cek.menurutRencana(instansi), kueri, sekarang: this.jam.sekarang() }),
    );
  }

  @Get('rencana/:rencana')
  @Izin('rencana.lihat')
  async rencana(
    @Param('instansi', KodePipe) instansi: string,
    @Param('rencana', KodePipe) rencana: string,
    @Query() kueri: Record<string, unknown>,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const berkas = await this.query.rencana(instansi, rencana);
    const rinci = await this.rincian.rencana(instansi, rencana);
    const saran = asalSaranView(instansi, await this.saran.asal(instansi, rencana), pelaku);
    return new Halaman('dashboard/rencana', {
      ...rencanaView({ berkas, rinci, kueri, pelaku, sekarang: this.jam.sekarang() }),
      saran,
    });
  }

  @Get('rencana/:rencana/kegiatan/:kegiatan')
  @Izin('rencana.lihat')
  async kegiatan(
    @Param('instansi', KodePipe) instansi: string,
    @Param('rencana', KodePipe) rencana: string,
    @Param('kegiatan', KodePipe) kode: string,
    @Query() kueri: Record<string, unknown>,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const berlaku = await this.query.rencana(instansi, rencana);
    const rinci = await this.rincian.rencana(instansi, rencana);
    const berkas = await this.query.denganDikeluarkan(berlaku, kode, rinci.instansiId);
    const rinciKegiatan = (await this.rincianKegiatan.kegiatan(instansi, rencana, kode)) ?? TANPA_RINCIAN_KEGIATAN;
    const terlama = teksKueri(kueri['urut']) === 'lama';
    const tab = teksKueri(kueri['tab']);
    const slot = tab === 'verifikasi' || tab === 'riwayat' ? await this.slot.daftar(instansi, rencana, kode, pelaku) : [];
    const bahan = { berkas, rinci, rinciKegiatan, kode, kueri, terlama, tab, slot, pelaku };
    const isi = kegiatanView({ ...bahan, sekarang: this.jam.sekarang() });
    const kembali = { teks: `Buka rencana ${rencana}`, tautan: jalur('instansi', instansi, 'rencana', rencana) };
    if (!isi) throw new HalamanTidakAda(`Kegiatan ${kode} tidak ada dalam rencana ${rencana}.`, kembali);
    const luar = berkas.rencana.dikeluarkan?.find((d) => d.kegiatan.kode === kode)?.prioritas ?? null;
    const { no } = berkas.rencana.prioritas.find((p) => p.kegiatan.some((k) => k.kode === kode)) ?? { no: luar };
    const asal = await this.saran.asal(instansi, rencana);
    const milik = asal.filter((a) => (a.kegiatan === null ? a.no === no : a.kegiatan === kode));
    return new Halaman('dashboard/kegiatan', { ...isi, saran: asalSaranView(instansi, milik, pelaku) });
  }
}
