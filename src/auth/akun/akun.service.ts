import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak } from '../../shared/galat';
import { galatMedan, GalatIsian } from '../../shared/isian';
import { lamaTunggu } from '../masuk/isian-masuk';
import type { Pelaku } from '../pelaku';
import { PembatasService, type KunciBatas } from '../pembatas/pembatas.service';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { periksaSandiBaru } from '../sandi/sandi-baru';
import { SandiService } from '../sandi/sandi.service';
import type { CaraMasuk } from '../sesi/sesi.entity';
import { SesiService } from '../sesi/sesi.service';
import { TautanService } from '../tautan/tautan.service';

const NAMA_TERPANJANG = 200;

/** Whoever is signed in, and how: a session opened by an agency's provider may not change what opens the whole account. */
export interface Pemilik {
  readonly pelaku: Pelaku;
  readonly cara: CaraMasuk;
}

/** What people do with their own account. Acts that open or close it ask for the password once more. */
@Injectable()
export class AkunService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengguna: PenggunaQuery,
    private readonly sandi: SandiService,
    private readonly sesi: SesiService,
    private readonly tautan: TautanService,
    private readonly pembatas: PembatasService,
    private readonly audit: AuditService,
  ) {}

  /** @throws {GalatIsian} on `nama` */
  async gantiNama({ pelaku, cara }: Pemilik, nama: string): Promise<void> {
    pastikanPemilik(cara);
    const baru = nama.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (baru === '') throw galatMedan('nama', 'Tuliskan nama Anda');
    if (baru.length > NAMA_TERPANJANG) throw galatMedan('nama', `Nama paling banyak ${NAMA_TERPANJANG} karakter`);
    if (/\p{C}/u.test(baru)) throw galatMedan('nama', 'Hapus huruf yang tidak terbaca dari nama');
    await this.transaksi.jalankan(async (manager) => {
      await manager.query('UPDATE pengguna SET nama = $2 WHERE id = $1', [pelaku.penggunaId, baru]);
      const sasaran = { jenis: 'pengguna', id: pelaku.penggunaId, nama: baru };
      await this.audit.catat('akun.ganti_nama', {
        instansiId: null,
        sasaran,
        sebelum: { nama: pelaku.nama },
        sesudah: { nama: baru },
      });
    });
  }

  /**
   * Ends every other session and every link on its way; this session goes on under a new token.
   * @returns that token @throws {GalatIsian} on `kini`, `sandi`, `ulang`
   */
  async gantiSandi(pemilik: Pemilik, kini: string, sandi: string, ulang: string): Promise<string> {
    const akun = await this.pastikanSandi(pemilik, kini);
    const konteks = await this.pengguna.konteksSandi(akun, this.transaksi.konteks.oleh);
    const galat = periksaSandiBaru(sandi, ulang, konteks);
    if (galat.length > 0) throw new GalatIsian(galat);
    const tersimpan = await this.sandi.buat(sandi);
    return this.transaksi.jalankan(async (manager) => {
      await manager.query('UPDATE pengguna SET sandi = $2 WHERE id = $1', [akun.id, tersimpan]);
      await this.tautan.hanguskan(akun.id);
      const sesiDiakhiri = await this.sesi.akhiriSemua(akun.id, pemilik.pelaku.sesiId);
      const sasaran = { jenis: 'pengguna', id: akun.id, nama: akun.nama };
      await this.audit.catat('akun.ganti_sandi', { instansiId: null, sasaran, sebelum: null, sesudah: { sesiDiakhiri } });
      return this.sesi.gantiToken(pemilik.pelaku.sesiId);
    });
  }

  /** @param sesiId null = all but this one @returns how many ended */
  async akhiriSesi({ pelaku }: Pemilik, sesiId: string | null): Promise<number> {
    return this.transaksi.jalankan(async () => {
      const jumlah =
        sesiId === null
          ? await this.sesi.akhiriSemua(pelaku.penggunaId, pelaku.sesiId)
          : Number(await this.sesi.akhiri(pelaku.penggunaId, sesiId));
      if (jumlah === 0) return 0;
      const sasaran = { jenis: 'pengguna', id: pelaku.penggunaId, nama: pelaku.nama };
      await this.audit.catat('akun.akhiri_sesi', { instansiId: null, sasaran, sebelum: null, sesudah: { jumlah } });
      return jumlah;
    });
  }

  /**
   * The password once more, against whoever found an open browser.
   * @throws {GalatIsian} on `kini` @throws {GalatTidakBerhak} in a session opened by a provider
   */
  async pastikanSandi({ pelaku, cara }: Pemilik, kini: string): Promise<Pengguna> {
    pastikanPemilik(cara);
    const akun = await this.pengguna.satu(pelaku.penggunaId);
    if (!akun) throw new Error('Akun sesi ini tidak ada');
    if (kini === '') throw galatMedan('kini', 'Tuliskan kata sandi Anda sekarang');
    const kunci: KunciBatas[] = [['sandiKini', akun.id, pelaku.sesiId]];
    const detik = await this.pembatas.ambil(kunci);
    if (detik > 0) throw galatMedan('kini', `Terlalu banyak percobaan. Coba lagi ${lamaTunggu(detik)} lagi`);
    if (!(await this.sandi.cocok(akun.sandi, kini))) throw galatMedan('kini', 'Kata sandi sekarang tidak cocok');
    await this.pembatas.lupakan(kunci);
    return akun;
  }
}

export function pastikanPemilik(cara: CaraMasuk): void {
  if (cara === 'oidc') {
    throw new GalatTidakBerhak(
      'Anda masuk lewat akun instansi. Untuk mengubah nama, kata sandi, atau verifikasi dua langkah, masuklah dengan kata sandi; bila belum ' +
        'punya, buatlah lewat “Lupa kata sandi?” atau mintalah tautan kepada admin instansi Anda.',
    );
  }
}
