import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { bacaKetikan, galatMedan, GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { GalatStatusSurvei } from '../kunci-survei';
import { halanganStatus } from '../status.rules';
import { BERKAS_TABEL_TERBESAR, bacaBerkasTabel } from './tabel-berkas';
import { GalatBersamaan, MEDAN_AWAL, tulisAwal } from './bersamaan';
import { bacaHasil, CARA_HASIL, isiTempelan, ketikanHasil, medanUnsur, urutkanUnsur, type CaraHasil } from './hasil-isian';
import { hasilView, kuesioner, labelHasil, type IsianHasil } from './hasil.view';
import { jalurSurvei, lanjut } from './halaman.view';
import { KelolaQuery, type SurveiTerbuka } from './kelola.query';
import { KelolaSurveiService } from './kelola.service';
import { olehTeks } from './riwayat.view';
import { bacaTabelUnsur, selTeks } from './tempel.rules';
import { terkunci } from './terkunci';

/** The result of a survey by form, by a pasted table, or by a small file that holds one. */
@Controller('instansi/:instansi/survei/:survei')
export class HasilSurveiController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: KelolaQuery,
    private readonly service: KelolaSurveiService,
  ) {}

  @Get('hasil')
  @Izin('survei.kelola')
  async halaman(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Query('cara') diminta: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = await this.query.satu(tempat, kode);
    const halangan = halanganStatus('ubah', kini.survei.status ?? 'ditetapkan');
    if (halangan !== null) return terkunci(tempat, kode, halangan);
    const cara = pilihCara(diminta, kini);
    return this.tampil(tempat, kini, cara, ketikanHasil(kini.survei, kini.nBersama, kini.instrumen, cara));
  }

  @Post('hasil')
  @Izin('survei.kelola')
  async kirim(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = await this.query.satu(tempat, kode);
    const ketikan = bacaKetikan(badan);
    const cara = caraTerkirim(ketikan, kini);
    const aksi = ketikan['aksi'] ?? 'pratinjau';
    if (!AKSI.includes(aksi)) throw rusak();
    if (aksi === 'tempel') return this.tempel(tempat, kini, cara, ketikan);
    if (aksi === 'kuesioner' && kuesioner(kini)) return this.tampil(tempat, kini, cara, urutanKuesioner(ketikan, kini));
    if (aksi !== 'simpan') return this.tampil(tempat, kini, cara, ketikan);
    try {
      await this.service.simpanHasil(tempat, kode, ketikan, cara);
      return lanjut(jalurSurvei(tempat, kode), 'hasil-disimpan');
    } catch (galat) {
      return await this.ulangi(tempat, kode, cara, ketikan, galat);
    }
  }

  @Post('hasil/berkas')
  @Izin('survei.kelola')
  async berkas(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
    @Req() req: Request,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = await this.query.satu(tempat, kode);
    const cara = caraTerkirim(bacaKetikan(badan), kini);
    const tersimpan = ketikanHasil(kini.survei, kini.nBersama, kini.instrumen, cara);
    try {
      const berkas = req.unggahan?.medan === 'berkas' ? req.unggahan : null;
      if (!berkas) throw galatMedan('berkas', 'Pilih berkasnya dahulu');
      if (berkas.isi.length > BERKAS_TABEL_TERBESAR)
        throw galatMedan('berkas', 'Berkas ini lebih besar dari 1 MB; salin tabel unsurnya saja ke berkas baru');
      const hasil = bacaTabelUnsur(
        await bacaBerkasTabel(berkas.isi, berkas.nama, kini.instrumen),
        kini.instrumen,
        cara === 'terbit' ? 'nilai' : cara,
      );
      const ketikan = { ...isiTempelan(tersimpan, hasil, kini.instrumen), [MEDAN_AWAL]: tulisAwal(tersimpan) };
      return this.tampil(tempat, kini, cara, ketikan, { tempelan: hasil });
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      return hasilView(tempat, kini, cara, { ketikan: tersimpan, galat: galat.daftar, awal: tulisAwal(tersimpan) });
    }
  }

  private tempel(tempat: Tempat, kini: SurveiTerbuka, cara: CaraHasil, ketikan: Ketikan): Halaman {
    const teks = ketikan['tempel'] ?? '';
    if (teks === '') return hasilView(tempat, kini, cara, { ketikan, galat: [{ medan: 'tempel', pesan: 'Tempelkan tabelnya dahulu' }], awal: ketikan[MEDAN_AWAL] ?? '' }); // prettier-ignore
    const hasil = bacaTabelUnsur(selTeks(teks), kini.instrumen, cara === 'terbit' ? 'nilai' : cara);
    // Once it stands in the fields it need not stand above them; what was not understood stays to be mended.
    const diisi = { ...isiTempelan(ketikan, hasil, kini.instrumen), tempel: hasil.unsur.length > 0 ? '' : teks };
    return this.tampil(tempat, kini, cara, diisi, { tempelan: hasil });
  }

  /** The form as typed, with what it comes to; faults are shown beside their fields, nothing is stored. */
  private tampil(
    tempat: Tempat,
    kini: SurveiTerbuka,
    cara: CaraHasil,
    ketikan: Ketikan,
    lagi: Pick<IsianHasil, 'tempelan'> = {},
  ): Halaman {
    const awal = ketikan[MEDAN_AWAL] ?? tulisAwal(ketikan);
    const kosong = !Object.entries(ketikan).some(([m, v]) => v !== '' && /^(jumlah|angka|terbit)/.test(m));
    if (kosong) return hasilView(tempat, kini, cara, { ketikan, galat: [], awal, ...lagi });
    try {
      return hasilView(tempat, kini, cara, { ketikan, galat: [], awal, terbaca: bacaHasil(ketikan, kini.instrumen, kini.jumlahRespons ? 'terbit' : cara), ...lagi }); // prettier-ignore
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      return hasilView(tempat, kini, cara, { ketikan, galat: galat.daftar, awal, ...lagi });
    }
  }

  private async ulangi(tempat: Tempat, kode: string, cara: CaraHasil, ketikan: Ketikan, galat: unknown): Promise<Halaman> {
    const kini = await this.query.satu(tempat, kode);
    const awal = ketikan[MEDAN_AWAL] ?? '';
    const salah = (daftar: readonly GalatMedan[]) => hasilView(tempat, kini, cara, { ketikan, galat: daftar, awal });
    if (galat instanceof GalatIsian) return salah(galat.daftar);
    if (galat instanceof GalatStatusSurvei) return salah([{ medan: 'terbitNilai', pesan: galat.message }]);
    if (!(galat instanceof GalatBersamaan)) throw galat;
    const [label, lama] = [labelHasil(kini, cara), bacaKetikan(JSON.parse(awal))];
    const bersamaan = {
      oleh: olehTeks(tempat, await this.query.perubahanTerakhir(tempat, kini.id)),
      perubahan: galat.berubah.map((m) => ({ nama: label(m), lama: lama[m] ?? '', baru: galat.kini[m] ?? '' })),
    };
    return hasilView(tempat, kini, cara, { ketikan: galat.gabungan, galat: [], bersamaan, awal: tulisAwal(galat.kini) });
  }
}

/** The buttons of the form. */
const AKSI: readonly string[] = ['simpan', 'pratinjau', 'kuesioner', 'tempel'];

function rusak(): GalatPengguna {
  return new GalatPengguna('Formulir ini terkirim rusak. Buka kembali halamannya, lalu isi lagi.');
}

/** @throws {GalatPengguna} for a way that no form of ours names: what is typed must not be read as another */
function caraTerkirim({ cara }: Ketikan, kini: SurveiTerbuka): CaraHasil {
  if (cara !== undefined && !CARA_HASIL.some((c) => c === cara)) throw rusak();
  return pilihCara(cara, kini);
}

function pilihCara(diminta: unknown, { survei }: SurveiTerbuka): CaraHasil {
  const cara = CARA_HASIL.find((c) => c === diminta);
  if (cara) return cara;
  if (survei.tingkat === 'respons') return 'terbit';
  return survei.tingkat === 'terbit' && survei.terbit === undefined ? 'nrr' : survei.tingkat;
}

/** Sarana before pengaduan, everything else as it was. */
function urutanKuesioner(ketikan: Ketikan, { instrumen }: SurveiTerbuka): Ketikan {
  const kode = urutkanUnsur(ketikan, instrumen).map((u) => u.kode);
  const tanpa = kode.filter((k) => k !== 'U9');
  tanpa.splice(tanpa.indexOf('U8'), 0, 'U9');
  return { ...ketikan, ...Object.fromEntries(tanpa.map((k, i) => [medanUnsur('urut', k), String(i + 1)])) };
}
