import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import type { Asal } from '../asal';
import { kelompokAlamat } from '../asal';
import { JejakMasuk } from './jejak-masuk.service';
import { PembatasService, type KunciBatas } from '../pembatas/pembatas.service';
import { PengaturanAuth } from '../pengaturan';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { SandiService } from '../sandi/sandi.service';
import type { CaraMasuk, TahapSesi } from '../sesi/sesi.entity';
import { SesiService } from '../sesi/sesi.service';
import { normalSurel } from '../surel.rules';

/** The browser that signs in: from where, and what it holds. */
export interface Peramban {
  readonly asal: Asal;
  readonly tokenSesi: string | undefined;
  readonly tokenPerangkat: string | undefined;
}

/** Every failure looks the same: only whether and how long to wait differs, and that does not depend on the account. */
export type HasilMasuk =
  | { readonly jenis: 'gagal' }
  | { readonly jenis: 'tunggu'; readonly detik: number }
  | { readonly jenis: 'masuk'; readonly token: string; readonly tahap: TahapSesi; readonly perangkat: string | null };

/** What failed attempts are recorded for when the account is not known: what was typed there may be a password. */
const TAK_DIKENAL = 'surel yang tidak dikenal';

@Injectable()
export class MasukService {
  constructor(
    private readonly pengguna: PenggunaQuery,
    private readonly sandi: SandiService,
    private readonly sesi: SesiService,
    private readonly pembatas: PembatasService,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly jejak: JejakMasuk,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  /** E-mail and password. Takes the same steps, and about the same time, whether the account exists or not. */
  async denganSandi(surelDiketik: string, sandi: string, peramban: Peramban): Promise<HasilMasuk> {
    const surel = normalSurel(surelDiketik);
    const diketik = surel ?? surelDiketik.slice(0, 300);
    const kunci = await this.kunciBatas(diketik, peramban);
    const detik = await this.tunggu(kunci, diketik, peramban.asal);
    if (detik > 0) return { jenis: 'tunggu', detik };
    const akun = surel === null ? null : await this.pengguna.menurutSurel(surel);
    const boleh = akun !== null && this.bolehMasuk(akun);
    const cocok = await this.sandi.cocok(boleh ? akun.sandi : null, sandi);
    if (!akun || !boleh || !cocok) {
      await this.catatGagal(akun, 'sandi');
      return { jenis: 'gagal' };
    }
    await this.pembatas.lupakan(kunci.milikAkun);
    await this.pembatas.kembalikan(kunci.bersama);
    if (akun.sandi !== null && this.sandi.perluDiperbarui(akun.sandi)) await this.perbarui(akun, sandi);
    return this.mulai(akun, await this.tahap(akun), 'sandi', peramban);
  }

  bolehMasuk(akun: Pengguna): boolean {
    return akun.dinonaktifkan === null && (!akun.contoh || this.pengaturan.akunContoh);
  }

  /** Begins the session; only a complete sign-in makes the browser a known one. */
  mulai(
    akun: Pick<Pengguna, 'id' | 'nama'>,
    tahap: TahapSesi,
    cara: CaraMasuk,
    { asal, tokenSesi, tokenPerangkat }: Peramban,
    { lewatInstansiId = null, duaLangkah = false }: { lewatInstansiId?: string | null; duaLangkah?: boolean } = {},
  ): Promise<Extract<HasilMasuk, { jenis: 'masuk' }>> {
    return this.transaksi.jalankan(async () => {
      const token = await this.sesi.mulai({ penggunaId: akun.id, tahap, cara, lewatInstansiId, duaLangkah, asal }, tokenSesi);
      if (tahap !== 'penuh') return { jenis: 'masuk', token, tahap, perangkat: null };
      const perangkat = await this.sesi.ingatPerangkat(akun.id, tokenPerangkat);
      await this.audit.catat('masuk.berhasil', { ...isi(akun), sebelum: null, sesudah: { cara } });
      await this.jejak.berhasil(akun, cara, lewatInstansiId);
      return { jenis: 'masuk', token, tahap, perangkat };
    });
  }

  /** @param sebab which step failed */
  async catatGagal(akun: Pick<Pengguna, 'id' | 'nama'> | null, sebab: string): Promise<void> {
    const oleh = { penggunaId: null, nama: 'Belum masuk', jabatan: null };
    const sasaran = { jenis: 'pengguna', id: akun?.id ?? null, nama: akun?.nama ?? TAK_DIKENAL };
    await this.transaksi.jalankan(() =>
      this.audit.catat('masuk.gagal', { instansiId: null, sasaran, oleh, sebelum: null, sesudah: { sebab } }),
    );
    this.jejak.gagal(akun, sebab);
  }

  async keluar(sesiId: string, akun: Pick<Pengguna, 'id' | 'nama'>): Promise<void> {
    await this.transaksi.jalankan(async () => {
      if (await this.sesi.akhiri(akun.id, sesiId))
        await this.audit.catat('masuk.keluar', { ...isi(akun), sebelum: null, sesudah: null });
    });
  }

  private async tahap(akun: Pengguna): Promise<TahapSesi> {
    if (akun.totpSejak !== null) return 'totp';
    return (await this.pengguna.totpWajib(akun.id, this.transaksi.konteks.oleh)) ? 'daftar_totp' : 'penuh';
  }

  private async perbarui(akun: Pengguna, sandi: string): Promise<void> {
    const baru = await this.sandi.buat(sandi);
    await this.transaksi.manager.query('UPDATE pengguna SET sandi = $2 WHERE id = $1 AND sandi = $3', [
      akun.id,
      baru,
      akun.sandi,
    ]);
  }

  /** The count of the account over all addresses stops an address at its second attempt only. @returns 0, or the seconds to wait */
  private async tunggu(
    kunci: Record<'semua' | 'milikAkun' | 'bersama', KunciBatas[]>,
    surel: string,
    { ip }: Asal,
  ): Promise<number> {
    const [akun, lain] = [kunci.bersama.filter(([nama]) => nama === 'akun'), kunci.semua.filter(([nama]) => nama !== 'akun')];
    const detik = await this.pembatas.ambil(lain);
    if (detik > 0 || akun.length === 0) return detik;
    const pertama = (await this.pembatas.ambil([['akunPertama', surel, kelompokAlamat(ip)]])) === 0;
    const detikAkun = await this.pembatas.ambil(akun);
    if (detikAkun === 0) return 0;
    if (pertama && (await this.pembatas.ambil([['akunPertamaSemua', surel]])) === 0) return 0;
    await this.pembatas.kembalikan(lain);
    return detikAkun;
  }

  /** A known browser is counted by itself, and not with the strangers who try the same account. */
  private async kunciBatas(
    surel: string,
    { asal, tokenPerangkat }: Peramban,
  ): Promise<Record<'semua' | 'milikAkun' | 'bersama', KunciBatas[]>> {
    const alamat: KunciBatas = ['alamat', kelompokAlamat(asal.ip)];
    if (tokenPerangkat !== undefined && (await this.sesi.kenalPerangkat(tokenPerangkat, surel))) {
      const perangkat: KunciBatas = ['akunPerangkat', surel, tokenPerangkat];
      return { semua: [perangkat], milikAkun: [perangkat], bersama: [] };
    }
    const akunAlamat: KunciBatas = ['akunAlamat', surel, kelompokAlamat(asal.ip)];
    const akun: KunciBatas = ['akun', surel];
    const pertama: KunciBatas = ['akunPertama', surel, kelompokAlamat(asal.ip)];
    return { semua: [akunAlamat, akun, alamat], milikAkun: [akunAlamat, pertama], bersama: [akun, alamat] };
  }
}

function isi(akun: Pick<Pengguna, 'id' | 'nama'>): {
  instansiId: null;
  sasaran: { jenis: string; id: string; nama: string };
  oleh: { penggunaId: string; nama: string; jabatan: null };
} {
  return {
    instansiId: null,
    sasaran: { jenis: 'pengguna', id: akun.id, nama: akun.nama },
    oleh: { penggunaId: akun.id, nama: akun.nama, jabatan: null },
  };
}
