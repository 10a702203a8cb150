import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { Organisasi, type Tempat } from '../organisasi/tempat';
import { GalatPengguna } from '../shared/galat';
import { HalamanTidakAda } from '../shared/galat.view';
import { bacaKetikan, GalatIsian, type Ketikan } from '../shared/isian';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { teksKueri } from '../shared/tampilan/tautan';
import { ketikanInstrumen, ukuran } from './instrumen-isian';
import { InstrumenQuery } from './instrumen.query';
import type { Instrumen } from './instrumen.rules';
import { InstrumenService } from './instrumen.service';
import {
  daftarInstrumenView,
  formulirInstrumenView,
  instrumenView,
  jalurInstrumen,
  lanjut,
  type BahanInstrumen,
  type Maksud,
} from './instrumen.view';

/** Instruments: those of the regulations to read, the agency's own to make. */
@Controller('instansi/:instansi')
export class InstrumenController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: InstrumenQuery,
    private readonly service: InstrumenService,
  ) {}

  @Get('instrumen')
  @Izin('survei.lihat')
  async daftar(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return daftarInstrumenView(tempat, await this.bahan(tempat));
  }

  @Get('instrumen-baru')
  @Izin('instrumen.kelola')
  async halamanBuat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query('dari') dari: unknown,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const asal = (await this.query.semua(tempat.instansi.id)).find((i) => i.kode === teksKueri(dari));
    const ketikan = asal
      ? { ...ketikanInstrumen(asal), kode: '', namaInstrumen: `${asal.nama} (salinan)` }
      : { skalaMin: '1', skalaMaks: '4' };
    return formulirInstrumenView(tempat, 'buat', null, { ketikan, galat: [] });
  }

  @Post('instrumen-baru')
  @Izin('instrumen.kelola')
  async buat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return this.kirim(tempat, 'buat', null, badan, async (ketikan) =>
      lanjut(tempat, await this.service.buat(tempat, ketikan), 'dibuat'),
    );
  }

  @Get('instrumen/:instrumen')
  @Izin('survei.lihat')
  async satu(
    @Param('instansi') instansi: string,
    @Param('instrumen') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const bahan = await this.bahan(tempat);
    return instrumenView(tempat, cari(tempat, bahan.semua, kode), bahan);
  }

  @Get('instrumen/:instrumen/ubah')
  @Izin('instrumen.kelola')
  async halamanUbah(
    @Param('instansi') instansi: string,
    @Param('instrumen') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { semua, pemakaian } = await this.bahan(tempat);
    const kini = cari(tempat, semua, kode);
    if (InstrumenQuery.bawaan(kode)) return bawaan(tempat, kode);
    if ((pemakaian.get(kode) ?? 0) > 0)
      return new Alihan(jalurInstrumen(tempat, kode, 'versi-baru'), {
        nada: 'catatan',
        teks: 'Instrumen ini sudah dipakai survei, jadi perubahannya dibuat sebagai versi baru.',
      });
    return formulirInstrumenView(tempat, 'ubah', kini, { ketikan: ketikanInstrumen(kini), galat: [] });
  }

  @Post('instrumen/:instrumen/ubah')
  @Izin('instrumen.kelola')
  async ubah(
    @Param('instansi') instansi: string,
    @Param('instrumen') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = cari(tempat, await this.query.semua(tempat.instansi.id), kode);
    return this.kirim(tempat, 'ubah', kini, badan, async (ketikan) => {
      await this.service.ubah(tempat, kode, ketikan);
      return lanjut(tempat, kode, 'diubah');
    });
  }

  @Get('instrumen/:instrumen/versi-baru')
  @Izin('instrumen.kelola')
  async halamanVersi(
    @Param('instansi') instansi: string,
    @Param('instrumen') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = cari(tempat, await this.query.semua(tempat.instansi.id), kode);
    if (InstrumenQuery.bawaan(kode)) return bawaan(tempat, kode);
    return formulirInstrumenView(tempat, 'versi', kini, { ketikan: ketikanInstrumen(kini), galat: [] });
  }

  @Post('instrumen/:instrumen/versi-baru')
  @Izin('instrumen.kelola')
  async versi(
    @Param('instansi') instansi: string,
    @Param('instrumen') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = cari(tempat, await this.query.semua(tempat.instansi.id), kode);
    return this.kirim(tempat, 'versi', kini, badan, async (ketikan) =>
      lanjut(tempat, await this.service.versiBaru(tempat, kode, ketikan), 'versi-dibuat'),
    );
  }

  /** Reads the form and does its act; more rows, or faults, bring it back as it was typed. */
  private async kirim(
    tempat: Tempat,
    maksud: Maksud,
    kini: Instrumen | null,
    badan: unknown,
    kerja: (ketikan: Ketikan) => Promise<Alihan>,
  ): Promise<Halaman | Alihan> {
    const ketikan = bacaKetikan(badan);
    pastikanUtuh(ketikan);
    if (ketikan['aksi'] === 'tambah') {
      const { unsur, kelas } = ukuran(ketikan);
      const lebih = { ...ketikan, barisUnsur: String(unsur + 3), barisKelas: String(kelas + 1) };
      return formulirInstrumenView(tempat, maksud, kini, { ketikan: lebih, galat: [] });
    }
    try {
      return await kerja(ketikan);
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      return formulirInstrumenView(tempat, maksud, kini, { ketikan, galat: galat.daftar });
    }
  }

  private async bahan({ instansi }: Tempat): Promise<BahanInstrumen> {
    return { semua: await this.query.semua(instansi.id), pemakaian: await this.query.pemakaian(instansi.id) };
  }
}

/** @throws {GalatPengguna} for a button or a number of rows that no form of ours sends: it must not pass as saving */
function pastikanUtuh({ aksi = 'simpan', barisUnsur = '', barisKelas = '' }: Ketikan): void {
  if (['simpan', 'tambah'].includes(aksi) && /^\d{0,3}$/.test(barisUnsur) && /^\d{0,3}$/.test(barisKelas)) return;
  throw new GalatPengguna('Formulir ini terkirim rusak. Buka kembali halamannya, lalu isi lagi.');
}

function cari(tempat: Tempat, semua: readonly Instrumen[], kode: string): Instrumen {
  const instrumen = semua.find((i) => i.kode === kode);
  if (instrumen) return instrumen;
  const kembali = { teks: 'Lihat daftar instrumen', tautan: jalurInstrumen(tempat) };
  throw new HalamanTidakAda(`Instrumen ${kode} tidak ada pada ${tempat.instansi.nama}.`, kembali);
}

function bawaan(tempat: Tempat, kode: string): Alihan {
  const teks = 'Instrumen bawaan mengikuti peraturannya dan tidak dapat diubah. Salin dahulu menjadi milik instansi.';
  return new Alihan(jalurInstrumen(tempat, kode), { nada: 'peringatan', teks });
}
