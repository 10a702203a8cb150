import { Body, Controller, Get, Header, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { AkunOrangService } from '../../auth/akun/akun-orang.service';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import { PintuService } from '../../auth/masuk/pintu.service';
import type { Pelaku } from '../../auth/pelaku';
import { PenggunaQuery, type Pengguna } from '../../auth/pengguna.query';
import { UndanganService, type Pengundang } from '../../auth/tautan/undangan.service';
import { GalatTidakDitemukan } from '../../shared/galat';
import { berhasil } from '../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../shared/tampilan/tampilan';
import { jalur, teksKueri } from '../../shared/tampilan/tautan';
import { kirim } from '../halaman.view';
import { AlasanDto } from '../orang/tindakan-orang.dto';
import { AkunInstalasiQuery, type AkunTerpasang } from './akun-instalasi.query';
import { akunInstalasiView, daftarAkunView, tautanAkunView, type FormulirAkunInstalasi } from './akun-instalasi.view';

const TERPANJANG = 200;

/** Accounts belong to nobody's agency: the operator closes and opens them, and helps who may not be helped by one admin. */
@Controller('instalasi/akun')
@Izin('instansi.buat')
export class AkunInstalasiController {
  constructor(
    private readonly query: AkunInstalasiQuery,
    private readonly pengguna: PenggunaQuery,
    private readonly akun: AkunOrangService,
    private readonly undangan: UndanganService,
    private readonly pintu: PintuService,
  ) {}

  @Get()
  async daftar(@Query('q') q: unknown): Promise<Halaman> {
    const teks = teksKueri(q, TERPANJANG).trim();
    return daftarAkunView(await this.query.cari(teks), teks);
  }

  @Get(':akun')
  async satu(@Param('akun') id: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return akunInstalasiView(await this.terpasang(id), pelaku, null);
  }

  @Post(':akun/nonaktifkan')
  nonaktifkan(@Param('akun') id: string, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.kerjakan(id, pelaku, badan, 'nonaktifkan', 'Akun dinonaktifkan, dan semua sesinya berakhir.', (...isi) =>
      this.akun.nonaktifkan(...isi),
    );
  }

  @Post(':akun/aktifkan')
  aktifkan(@Param('akun') id: string, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.kerjakan(id, pelaku, badan, 'aktifkan', 'Akun aktif lagi.', (...isi) => this.akun.aktifkan(...isi));
  }

  @Post(':akun/totp')
  totp(@Param('akun') id: string, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const teks = 'Verifikasi dua langkahnya dilepas, dan semua sesinya berakhir.';
    return this.kerjakan(id, pelaku, badan, 'totp', teks, (...isi) => this.akun.lepasTotp(...isi));
  }

  @Post(':akun/tautan')
  @Header('Cache-Control', 'no-store')
  async tautan(@Param('akun') id: string, @PelakuKini() pelaku: Pelaku, @Req() req: Request): Promise<Halaman> {
    const akun = await this.milik(id);
    const hasil = await this.undangan.aturUlang(akun.id, { pelaku, instansi: null });
    return tautanAkunView(akun, hasil, this.pintu.alamat(req));
  }

  private kerjakan(
    id: string,
    pelaku: Pelaku,
    badan: unknown,
    formulir: FormulirAkunInstalasi,
    teks: string,
    kerja: (akun: Pengguna, oleh: Pengundang, alasan: string) => Promise<void>,
  ): Promise<Halaman | Alihan> {
    return kirim(
      AlasanDto,
      badan,
      async ({ alasan }) => {
        await kerja(await this.milik(id), { pelaku, instansi: null }, alasan);
        return new Alihan(jalur('instalasi', 'akun', id), berhasil(teks));
      },
      async (ketikan, galat) => akunInstalasiView(await this.terpasang(id), pelaku, { formulir, ketikan, galat }),
    );
  }

  private async terpasang(id: string): Promise<AkunTerpasang> {
    const akun = await this.query.satu(id);
    if (!akun) throw new GalatTidakDitemukan('Akun itu tidak ada di sini.');
    return akun;
  }

  private async milik(id: string): Promise<Pengguna> {
    const akun = await this.pengguna.satu((await this.terpasang(id)).id);
    if (!akun) throw new GalatTidakDitemukan('Akun itu tidak ada di sini.');
    return akun;
  }
}
