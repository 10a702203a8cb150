import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { bacaKetikan, type GalatMedan, type Ketikan } from '../../shared/isian';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { jangkar, teksKueri } from '../../shared/tampilan/tautan';
import { formulirRtl, jalurRencana, lanjutRtl, remahRencana } from '../halaman/halaman-rtl.view';
import { GalatUsang } from '../susun/galat-usang';
import { rapikanIsi } from '../susun/isi-kegiatan.rules';
import { KegiatanService } from '../susun/kegiatan.service';
import { pastikanDraf, rencanaTidakAda } from '../susun/rencana-terkunci';
import { semuaTersusun, type KegiatanTersusun, type RencanaTersusun } from '../susun/susunan';
import { SusunanQuery, type Acuan } from '../susun/susunan.query';
import { gabungkan } from './gabungan.rules';
import { kegiatanFormulir, usangView, type BahanFormulir } from './kegiatan-formulir.view';
import { bacaDasar, bacaKetikanKegiatan, bacaVersi, denganTambahan, galatFormulir, keKetikan } from './ketikan-kegiatan';
import { kegiatanTidakAda, susunanView } from './susunan.view';

/** The kegiatan of a plan in draf, one at a time. */
@Controller('instansi/:instansi/rencana/:rencana')
export class KegiatanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: SusunanQuery,
    private readonly kegiatan: KegiatanService,
  ) {}

  @Get('susunan')
  @Izin('rencana.susun')
  async susunan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    return susunanView(tempat, kini, acuan);
  }

  @Get('kegiatan-baru')
  @Izin('rencana.susun')
  async halamanBuat(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Query('prioritas') prioritas: unknown,
  ): Promise<Halaman> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    pastikanDraf(kini);
    return kegiatanFormulir(bahanBuat(tempat, kini, acuan, { prioritas: teksKueri(prioritas) }, []));
  }

  @Post('kegiatan-baru')
  @Izin('rencana.susun')
  async buat(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    const ketikan = denganTambahan(bacaKetikan(badan));
    if (ketikan['tambah']) return kegiatanFormulir(bahanBuat(tempat, kini, acuan, ketikan, []));
    try {
      const opsi = ketikan['kode'] ? { kode: ketikan['kode'] } : {};
      const kode = await this.kegiatan.buat(tempat, rencana, bacaKetikanKegiatan(ketikan), opsi);
      return lanjutRtl(`${jalurRencana(tempat, rencana, 'susunan')}#${jangkar('kegiatan', kode)}`, 'kegiatan-dibuat');
    } catch (galat) {
      const daftar = galatFormulir(galat);
      if (daftar === null) throw galat;
      return kegiatanFormulir(bahanBuat(tempat, kini, acuan, ketikan, daftar));
    }
  }

  @Get('kegiatan/:kegiatan/ubah')
  @Izin('rencana.susun')
  async halamanUbah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    pastikanDraf(kini);
    const k = cari(tempat, kini, kode);
    return kegiatanFormulir(bahanUbah(tempat, kini, acuan, k, keKetikan(k.isi, kini.satuanJadwal, acuan.daftarUnsur), []));
  }

  @Post('kegiatan/:kegiatan/ubah')
  @Izin('rencana.susun')
  async ubah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    const ketikan = denganTambahan(bacaKetikan(badan));
    const ada = semuaTersusun(kini).find((x) => x.kode === kode);
    if (!ada) return kegiatanHilang(tempat, kini, acuan, kode, ketikan);
    const sama = { versi: ketikan['versi'] ?? '', dasar: ketikan['dasar'] ?? '' };
    if (ketikan['tambah']) return kegiatanFormulir(bahanUbah(tempat, kini, acuan, ada, ketikan, [], sama));
    try {
      const berubah = await this.kegiatan.ubah(tempat, rencana, kode, bacaVersi(ketikan), bacaKetikanKegiatan(ketikan));
      const tujuan = `${jalurRencana(tempat, rencana, 'susunan')}#${jangkar('kegiatan', kode)}`;
      return lanjutRtl(tujuan, berubah ? 'kegiatan-diubah' : 'kegiatan-tetap');
    } catch (galat) {
      const daftar = galatFormulir(galat);
      if (daftar !== null) return kegiatanFormulir(bahanUbah(tempat, kini, acuan, ada, ketikan, daftar, sama));
      if (!(galat instanceof GalatUsang)) throw galat;
      if (!galat.kini) return kegiatanHilang(tempat, kini, acuan, kode, ketikan);
      const isian = rapikanIsi(bacaKetikanKegiatan(ketikan));
      const dasar = bacaDasar(sama.dasar) ?? galat.kini.isi;
      const { isi, banding } = gabungkan(dasar, galat.kini.isi, isian);
      const usang = usangView(tempat, galat.kini, dasar, isian, banding, kini, acuan);
      const gabungan = keKetikan(isi, kini.satuanJadwal, acuan.daftarUnsur);
      return kegiatanFormulir({ ...bahanUbah(tempat, kini, acuan, galat.kini, gabungan, []), usang, status: 409 });
    }
  }

  @Get('kegiatan/:kegiatan/hapus')
  @Izin('rencana.susun')
  async halamanHapus(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, kini] = await this.buka(instansi, rencana, pelaku);
    pastikanDraf(kini);
    return hapusView(tempat, kini, cari(tempat, kini, kode));
  }

  @Post('kegiatan/:kegiatan/hapus')
  @Izin('rencana.susun')
  async hapus(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, kini] = await this.buka(instansi, rencana, pelaku);
    try {
      await this.kegiatan.batalkan(tempat, rencana, kode, bacaVersi(bacaKetikan(badan)));
    } catch (galat) {
      if (galat instanceof GalatUsang && galat.kini) return hapusView(tempat, kini, galat.kini, galat.message);
      throw galat instanceof GalatUsang ? kegiatanTidakAda(tempat, rencana, kode) : galat;
    }
    return lanjutRtl(jalurRencana(tempat, rencana, 'susunan'), 'kegiatan-dibatalkan');
  }

  @Post('kegiatan/:kegiatan/salin')
  @Izin('rencana.susun')
  async salin(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Alihan> {
    const [tempat] = await this.buka(instansi, rencana, pelaku);
    const baru = await this.ada(tempat, rencana, kode, () => this.kegiatan.salin(tempat, rencana, kode));
    return lanjutRtl(`${jalurRencana(tempat, rencana, 'susunan')}#${jangkar('kegiatan', baru)}`, 'kegiatan-disalin');
  }

  @Post('kegiatan/:kegiatan/urutan')
  @Izin('rencana.susun')
  async urutan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Alihan> {
    const [tempat] = await this.buka(instansi, rencana, pelaku);
    const arah = bacaKetikan(badan)['arah'];
    if (arah !== 'naik' && arah !== 'turun') throw new GalatPengguna('Pilih naik atau turun.');
    await this.ada(tempat, rencana, kode, () => this.kegiatan.urutkan(tempat, rencana, kode, arah));
    return lanjutRtl(`${jalurRencana(tempat, rencana, 'susunan')}#${jangkar('kegiatan', kode)}`, 'kegiatan-diurutkan');
  }

  private async ada<T>(tempat: Tempat, rencana: string, kode: string, kerja: () => Promise<T>): Promise<T> {
    try {
      return await kerja();
    } catch (galat) {
      throw galat instanceof GalatUsang ? kegiatanTidakAda(tempat, rencana, kode) : galat;
    }
  }

  private async buka(instansi: string, kode: string, pelaku: Pelaku): Promise<[Tempat, RencanaTersusun, Acuan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const rencana = await this.query.rencana(tempat.instansi.id, kode);
    if (!rencana) throw rencanaTidakAda(tempat, kode);
    return [tempat, rencana, await this.query.acuan(rencana)];
  }
}

function cari(tempat: Tempat, rencana: RencanaTersusun, kode: string): KegiatanTersusun {
  const k = semuaTersusun(rencana).find((x) => x.kode === kode);
  if (!k) throw kegiatanTidakAda(tempat, rencana.kode, kode);
  return k;
}

function bahanBuat(
  tempat: Tempat,
  rencana: RencanaTersusun,
  acuan: Acuan,
  ketikan: Ketikan,
  galat: readonly GalatMedan[],
): BahanFormulir {
  return {
    ...{ tempat, rencana, acuan, ketikan, galat, denganKode: true },
    ...{ judul: 'Buat kegiatan', gagal: 'Kegiatan belum dibuat', tombol: 'Buat kegiatan' },
    aksi: jalurRencana(tempat, rencana.kode, 'kegiatan-baru'),
    batal: jalurRencana(tempat, rencana.kode, 'susunan'),
  };
}

/** @param sama version and beginning of the form that came back, where it goes on with them */
function bahanUbah(
  tempat: Tempat,
  rencana: RencanaTersusun,
  acuan: Acuan,
  k: KegiatanTersusun,
  ketikan: Ketikan,
  galat: readonly GalatMedan[],
  sama?: { readonly versi: string; readonly dasar: string },
): BahanFormulir {
  const dasar = sama?.dasar ?? JSON.stringify(keKetikan(k.isi, rencana.satuanJadwal, acuan.daftarUnsur));
  return {
    ...{ tempat, rencana, acuan, ketikan, galat },
    ...{ judul: `Ubah kegiatan ${k.kode}`, gagal: 'Kegiatan belum disimpan', tombol: 'Simpan kegiatan' },
    aksi: jalurRencana(tempat, rencana.kode, 'kegiatan', k.kode, 'ubah'),
    batal: jalurRencana(tempat, rencana.kode, 'susunan'),
    tersembunyi: [
      { nama: 'versi', nilai: sama?.versi ?? String(k.versi) },
      { nama: 'dasar', nilai: dasar },
    ],
  };
}

/** It went while somebody was writing it: the text comes back as a new one. */
function kegiatanHilang(tempat: Tempat, rencana: RencanaTersusun, acuan: Acuan, kode: string, ketikan: Ketikan): Halaman {
  const pesan = `Kegiatan ${kode} dibatalkan orang lain sesudah Anda membukanya. Isian Anda ada di bawah; buat sebagai kegiatan baru bila tetap perlu.`;
  return kegiatanFormulir({ ...bahanBuat(tempat, rencana, acuan, ketikan, []), anak: pesan, status: 404 });
}

function hapusView(tempat: Tempat, rencana: RencanaTersusun, k: KegiatanTersusun, usang?: string): Halaman {
  return formulirRtl(tempat, {
    judul: `Batalkan kegiatan ${k.kode}`,
    anak: usang ?? k.isi.uraian,
    remah: remahRencana(tempat, rencana.kode),
    ...{
      medan: [],
      ketikan: {},
      galat: usang === undefined ? [] : [{ medan: 'versi', pesan: `Kini berbunyi: ${k.isi.uraian}` }],
    },
    gagal: 'Kegiatan belum dibatalkan',
    tersembunyi: [{ nama: 'versi', nilai: String(k.versi) }],
    aksi: jalurRencana(tempat, rencana.kode, 'kegiatan', k.kode, 'hapus'),
    batal: jalurRencana(tempat, rencana.kode, 'susunan'),
    akibat: { judul: 'Kegiatan ini keluar dari draf.', butir: ['Isinya tetap tercatat pada log audit.', `Kode ${k.kode} tidak diberikan lagi dengan sendirinya.`] }, // prettier-ignore
    ...{ tombol: 'Batalkan kegiatan', bahaya: true },
  });
}
