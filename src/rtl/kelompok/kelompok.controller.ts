import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { boleh } from '../../organisasi/halaman.view';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { HalamanTidakAda } from '../../shared/galat.view';
import { bacaIsian, bacaKetikan, GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { SatuBaris, TeksWajib } from '../../shared/aturan-isian';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { kueri, teksKueri } from '../../shared/tampilan/tautan';
import { bingkaiRtl, halamanRtl, jalurInstansi, lanjutRtl } from '../halaman/halaman-rtl.view';
import { KelompokService, type Kelompok } from './kelompok.service';

class NamaKelompokDto {
  @SatuBaris()
  @TeksWajib('Tuliskan nama kelompok', 300)
  nama = '';
}

/** Groups of units that plans name. */
@Controller('instansi/:instansi/kelompok-unit')
export class KelompokController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly unit: UnitQuery,
    private readonly kelompok: KelompokService,
  ) {}

  @Get()
  @Izin('rencana.lihat')
  async daftar(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kelola = boleh(tempat, 'rencana.susun');
    const alamat = (...akhir: string[]) => jalurInstansi(tempat, 'kelompok-unit', ...akhir);
    return halamanRtl(tempat, {
      judul: 'Kelompok unit',
      anak: 'Nama yang dipakai rencana bagi beberapa unit sekaligus, misalnya "seluruh Pokja".',
      remah: [],
      tindakan: kelola ? [{ teks: 'Buat kelompok', tautan: alamat('baru'), utama: true }] : [],
      isi: [
        {
          ...{ id: 'kelompok', judul: 'Kelompok', kolom: ['Nama', 'Unit', 'Tindakan'] },
          baris: (await this.kelompok.daftar(tempat.instansi.id)).map((k) => [
            { teks: k.nama },
            { teks: k.anggota.map((u) => u.nama).join('; ') || 'belum ditentukan' },
            {
              teks: '',
              tindakan: !kelola
                ? []
                : k.id === null
                  ? [{ teks: 'Tentukan unitnya', tautan: kueri(alamat('baru'), { nama: k.nama }), tentang: k.nama }]
                  : [{ teks: 'Ubah', tautan: alamat(k.id), tentang: k.nama }],
            },
          ]),
          kosong: {
            ikon: 'unit',
            judul: 'Belum ada kelompok',
            teks: 'Kegiatan dapat ditanggung beberapa unit tanpa kelompok juga.',
          },
        },
      ],
    });
  }

  @Get('baru')
  @Izin('rencana.susun')
  async halamanBuat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() q: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return this.formulir(tempat, null, { nama: teksKueri(q['nama']) }, []);
  }

  @Post('baru')
  @Izin('rencana.susun')
  async buat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = bacaKetikan(badan);
    return this.coba(tempat, null, ketikan, async () => {
      await this.kelompok.buat(tempat, bacaIsian(NamaKelompokDto, ketikan).nama, terpilih(ketikan));
      return lanjutRtl(jalurInstansi(tempat, 'kelompok-unit'), 'kelompok-dibuat');
    });
  }

  @Get(':kelompok')
  @Izin('rencana.susun')
  async halamanUbah(
    @Param('instansi') instansi: string,
    @Param('kelompok') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, k] = await this.buka(instansi, id, pelaku);
    return this.formulir(
      tempat,
      k,
      { nama: k.nama, ...Object.fromEntries(k.anggota.map((u) => [`unit_${u.kode}`, u.kode])) },
      [],
    );
  }

  @Post(':kelompok')
  @Izin('rencana.susun')
  async ubah(
    @Param('instansi') instansi: string,
    @Param('kelompok') id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, k] = await this.buka(instansi, id, pelaku);
    const ketikan = bacaKetikan(badan);
    return this.coba(tempat, k, ketikan, async () => {
      const lama = { nama: ketikan['namaLama'] ?? '', unit: (ketikan['lama'] ?? '').split('\n').filter((x) => x !== '') };
      await this.kelompok.ubah(tempat, id, lama, { nama: bacaIsian(NamaKelompokDto, ketikan).nama, unit: terpilih(ketikan) });
      return lanjutRtl(jalurInstansi(tempat, 'kelompok-unit'), 'kelompok-diubah');
    });
  }

  private async coba(
    tempat: Tempat,
    k: Kelompok | null,
    ketikan: Ketikan,
    kerja: () => Promise<Alihan>,
  ): Promise<Halaman | Alihan> {
    try {
      return await kerja();
    } catch (galat) {
      if (galat instanceof GalatIsian) return this.formulir(tempat, k, ketikan, galat.daftar);
      throw galat;
    }
  }

  private async formulir(tempat: Tempat, k: Kelompok | null, ketikan: Ketikan, galat: readonly GalatMedan[]): Promise<Halaman> {
    const judul = k ? `Ubah kelompok ${k.nama}` : 'Buat kelompok unit';
    const dipilih = new Set(terpilih(ketikan));
    const unit = await this.unit.aktif(tempat.instansi.id);
    const konteks = {
      kerangka: bingkaiRtl(tempat, judul, [{ teks: 'Kelompok unit', tautan: jalurInstansi(tempat, 'kelompok-unit') }]),
      judul,
      ringkasan: ringkasanGalat('Kelompok belum disimpan', galat),
      nama: medan([{ nama: 'nama', label: 'Nama kelompok', petunjuk: 'Seperti tertulis pada rencana. Rencana yang masih draf mengikuti perubahannya.', maks: 300 }], ketikan, galat)[0], // prettier-ignore
      namaLama: k?.nama ?? null,
      lama: k ? k.anggota.map((u) => u.kode).join('\n') : null,
      // A kode may hold a bracket, which no name of a field may.
      unit: unit.map((u, i) => ({ nama: `unit_${i + 1}`, nilai: u.kode, teks: u.nama, dipilih: dipilih.has(u.kode) })),
      galatUnit: galat.find((g) => g.medan === 'unit')?.pesan ?? null,
      aksi: k?.id ? jalurInstansi(tempat, 'kelompok-unit', k.id) : jalurInstansi(tempat, 'kelompok-unit', 'baru'),
      batal: jalurInstansi(tempat, 'kelompok-unit'),
    };
    return new Halaman('rtl/kelompok-formulir', konteks, galat.length > 0 ? 422 : 200);
  }

  private async buka(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, Kelompok]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const k = (await this.kelompok.daftar(tempat.instansi.id)).find((x) => x.id === id);
    if (k) return [tempat, k];
    const kembali = { teks: 'Buka kelompok unit', tautan: jalurInstansi(tempat, 'kelompok-unit') };
    throw new HalamanTidakAda('Kelompok unit itu tidak ada di sini.', kembali);
  }
}

function terpilih(ketikan: Ketikan): string[] {
  return Object.entries(ketikan).flatMap(([nama, nilai]) => (nama.startsWith('unit_') && nilai !== '' ? [nilai] : []));
}
