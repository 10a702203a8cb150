import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { bacaKetikan, GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { jalurRencana, lanjutRtl } from '../halaman/halaman-rtl.view';
import { kegiatanFormulir } from '../kegiatan/kegiatan-formulir.view';
import { bacaKetikanKegiatan, bacaVersi, denganTambahan, keKetikan } from '../kegiatan/ketikan-kegiatan';
import { kegiatanTidakAda } from '../kegiatan/susunan.view';
import { GalatIsiKegiatan, GalatUsang } from '../susun/galat-usang';
import { rencanaTidakAda } from '../susun/rencana-terkunci';
import { semuaTersusun, type KegiatanTersusun, type RencanaTersusun } from '../susun/susunan';
import { SusunanQuery, type Acuan } from '../susun/susunan.query';
import { AdendumService, type UsulanBaru } from './adendum.service';
import { usulkanView } from './usulkan.view';

/** The three that change a kegiatan; a fourth adds one. */
const JENIS = ['diganti', 'dibatalkan', 'digeser'] as const;
export type JenisUsulan = (typeof JENIS)[number];

/** Proposing a change of a plan that is ditetapkan. */
@Controller('instansi/:instansi/rencana/:rencana')
export class UsulkanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: SusunanQuery,
    private readonly adendum: AdendumService,
  ) {}

  @Get('adendum-baru')
  @Izin('rencana.susun')
  async halamanTambahan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    return tambahanView(tempat, kini, acuan, {}, []);
  }

  @Post('adendum-baru')
  @Izin('rencana.susun')
  async tambahan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    const ketikan = denganTambahan(bacaKetikan(badan));
    if (ketikan['tambah']) return tambahanView(tempat, kini, acuan, ketikan, []);
    const usulan = { jenis: 'tambahan', isi: bacaKetikanKegiatan(ketikan), alasan: ketikan['alasan'] ?? '' } as const;
    return this.usulkan(tempat, rencana, usulan, (galat) => tambahanView(tempat, kini, acuan, ketikan, galat));
  }

  @Get('kegiatan/:kegiatan/adendum/:jenis')
  @Izin('rencana.susun')
  async halamanUbah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @Param('jenis') teksJenis: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    const [jenis, k] = [bacaJenis(tempat, kini, teksJenis), cari(tempat, kini, kode)];
    return usulkanView(tempat, kini, acuan, k, jenis, keKetikan(k.isi, kini.satuanJadwal, acuan.daftarUnsur), []);
  }

  @Post('kegiatan/:kegiatan/adendum/:jenis')
  @Izin('rencana.susun')
  async ubah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('kegiatan') kode: string,
    @Param('jenis') teksJenis: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, kini, acuan] = await this.buka(instansi, rencana, pelaku);
    const jenis = bacaJenis(tempat, kini, teksJenis);
    const ketikan = denganTambahan(bacaKetikan(badan));
    const luar = kini.dikeluarkan.find((x) => x.kode === kode);
    const k = luar ?? cari(tempat, kini, kode);
    const ulang = (galat: readonly GalatMedan[]) => usulkanView(tempat, kini, acuan, k, jenis, ketikan, galat);
    // It left the plan while this was typed.
    if (luar) return ulang([{ medan: 'alasan', pesan: kalimatKeluar(kode) }]);
    if (ketikan['tambah']) return ulang([]);
    const isi = bacaKetikanKegiatan({ ...ketikan, prioritas: k.isi.prioritasId });
    const umum = { kegiatan: kode, versi: bacaVersi(ketikan), alasan: ketikan['alasan'] ?? '' };
    const usulan: Readonly<Record<JenisUsulan, UsulanBaru>> = {
      diganti: { ...umum, jenis: 'diganti', isi },
      dibatalkan: { ...umum, jenis: 'dibatalkan' },
      digeser: { ...umum, jenis: 'digeser', jadwal: isi.jadwal },
    };
    return this.usulkan(tempat, rencana, usulan[jenis], ulang);
  }

  private async usulkan(
    tempat: Tempat,
    rencana: string,
    usulan: UsulanBaru,
    ulang: (galat: readonly GalatMedan[]) => Halaman,
  ): Promise<Halaman | Alihan> {
    try {
      await this.adendum.usulkan(tempat, rencana, usulan);
      return lanjutRtl(jalurRencana(tempat, rencana, 'adendum'), 'adendum-diusulkan');
    } catch (galat) {
      if (galat instanceof GalatIsiKegiatan || galat instanceof GalatIsian) return ulang(galat.daftar);
      if (galat instanceof GalatUsang) return ulang([{ medan: 'alasan', pesan: galat.message.replace(/\.$/, '') }]);
      throw galat;
    }
  }

  private async buka(instansi: string, kode: string, pelaku: Pelaku): Promise<[Tempat, RencanaTersusun, Acuan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const rencana = await this.query.rencana(tempat.instansi.id, kode);
    if (!rencana) throw rencanaTidakAda(tempat, kode);
    if (rencana.status !== 'ditetapkan')
      throw new GalatPengguna(`Rencana ${kode} belum ditetapkan, jadi belum perlu adendum; ubah kegiatannya langsung.`);
    return [tempat, rencana, await this.query.acuan(rencana)];
  }
}

function bacaJenis(tempat: Tempat, rencana: RencanaTersusun, teks: string): JenisUsulan {
  const jenis = JENIS.find((j) => j === teks);
  if (!jenis) throw kegiatanTidakAda(tempat, rencana.kode, teks);
  return jenis;
}

const kalimatKeluar = (kode: string): string =>
  `Kegiatan ${kode} sudah dikeluarkan dari rencana lewat adendum; salin tulisan Anda bila masih perlu, lalu usulkan atas kegiatan lain`;

function cari(tempat: Tempat, rencana: RencanaTersusun, kode: string): KegiatanTersusun {
  const k = semuaTersusun(rencana).find((x) => x.kode === kode);
  if (!k) throw kegiatanTidakAda(tempat, rencana.kode, kode);
  return k;
}

function tambahanView(
  tempat: Tempat,
  rencana: RencanaTersusun,
  acuan: Acuan,
  ketikan: Ketikan,
  galat: readonly GalatMedan[],
): Halaman {
  return kegiatanFormulir({
    ...{ tempat, rencana, acuan, ketikan, galat, denganAlasan: true },
    ...{ judul: 'Usulkan kegiatan tambahan', gagal: 'Adendum belum diusulkan', tombol: 'Usulkan adendum' },
    anak: 'Rencana ini sudah ditetapkan. Kegiatan baru masuk sesudah disetujui pimpinan.',
    aksi: jalurRencana(tempat, rencana.kode, 'adendum-baru'),
    batal: jalurRencana(tempat, rencana.kode, 'adendum'),
  });
}
