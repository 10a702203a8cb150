import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { kelompokAlamat, type Asal } from '../asal';
import { MasukService } from '../masuk/masuk.service';
import { Transaksi } from '../../database/transaksi';
import { PembatasService } from '../pembatas/pembatas.service';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { KotakKeluar } from '../surat/kotak-keluar.service';
import { normalSurel } from '../surel.rules';
import { MASA_TAUTAN, suratTautan } from './surat.view';
import { TautanService } from './tautan.service';

/** A link by mail for whoever forgot the password. What the visitor is told, and when, is the same for every address. */
@Injectable()
export class LupaSandiService implements OnModuleDestroy {
  private readonly pencatat = new Logger(LupaSandiService.name);
  private readonly berjalan = new Set<Promise<void>>();

  constructor(
    private readonly pengguna: PenggunaQuery,
    private readonly masuk: MasukService,
    private readonly tautan: TautanService,
    private readonly kotak: KotakKeluar,
    private readonly pembatas: PembatasService,
    private readonly transaksi: Transaksi,
  ) {}

  /** Mail can be sent from here; otherwise an admin hands over a link. */
  get lewatSurat(): boolean {
    return this.kotak.aktif;
  }

  /** @returns 0, or the seconds to wait; the work itself begins after the answer, so that its time tells nothing */
  async minta(surelDiketik: string, asal: Asal): Promise<number> {
    const detik = await this.pembatas.ambil([['lupaAlamat', kelompokAlamat(asal.ip)]]);
    if (detik > 0 || !this.lewatSurat) return detik;
    const kerja = new Promise<void>((selesai) => setImmediate(selesai))
      .then(() => this.kirim(surelDiketik))
      .catch((galat: unknown) =>
        this.pencatat.error('Tautan atur ulang gagal dibuat', galat instanceof Error ? galat.stack : undefined),
      )
      .finally(() => this.berjalan.delete(kerja));
    this.berjalan.add(kerja);
    return 0;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.berjalan);
  }

  private async kirim(surelDiketik: string): Promise<void> {
    const surel = normalSurel(surelDiketik);
    const akun = surel === null ? null : await this.pengguna.menurutSurel(surel);
    if (akun && this.masuk.bolehMasuk(akun) && !akun.contoh) await this.kirimKe(akun);
  }

  /** Nobody's mailbox is flooded, and no stranger is told. @returns 0, or the seconds to wait */
  async kirimKe(akun: Pengguna): Promise<number> {
    const detik = await this.pembatas.ambil([['lupaAkun', akun.id]]);
    if (detik > 0) return detik;
    const jenis = akun.sandi === null ? 'undangan' : 'atur_ulang';
    await this.transaksi.jalankan(async () => {
      const jalur = await this.tautan.buat(akun, jenis, { lewat: 'surat' });
      await this.kotak.antre(akun.id, suratTautan(jenis, akun, this.kotak.alamat + jalur), MASA_TAUTAN[jenis]);
    });
    return 0;
  }
}
