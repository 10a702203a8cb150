import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak, GalatTidakDitemukan } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { Jam } from '../../shared/jam';
import { JejakInstansi } from '../akun/jejak-instansi.service';
import type { Pelaku } from '../pelaku';
import { PemberitahuanService } from '../pemberitahuan/pemberitahuan.service';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { normalSurel } from '../surel.rules';
import { KotakKeluar } from '../surat/kotak-keluar.service';
import { MASA_TAUTAN, suratTautan, suratUndanganPeran } from './surat.view';
import { TautanService, type AsalTautan } from './tautan.service';
import { bolehMenyerahkanTautan } from './undangan.policy';

/** What became of a link: sent, or to be handed over (shown once), or not needed. */
export interface HasilUndangan {
  readonly penggunaId: string;
  readonly dikirim: boolean;
  /** path of the link for the inviter to hand over; null when it goes by mail or none was made */
  readonly tautan: string | null;
  /** the account serves nobody yet but the inviter; otherwise the role waits for its holder's consent */
  readonly baru: boolean;
}

/** Who invites: the agency, or null for the operator. */
export interface Pengundang {
  readonly pelaku: Pelaku;
  readonly instansi: { readonly id: string; readonly nama: string } | null;
  /** the agency in whose chain of the audit the operator's act stands */
  readonly rantai?: string;
}

/**
 * Makes accounts for people whom an admin names, and the link by which they set their password. Roles are given elsewhere. With a mail
 * server a link goes to the mailbox only, however the sending turns out; without one whoever makes it hands it over, which stands in the
 * audit of the agency and is told to the holder.
 */
@Injectable()
export class UndanganService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengguna: PenggunaQuery,
    private readonly tautan: TautanService,
    private readonly kotak: KotakKeluar,
    private readonly pemberitahuan: PemberitahuanService,
    private readonly audit: AuditService,
    private readonly jejak: JejakInstansi,
    private readonly jam: Jam,
  ) {}

  /** Letters can be sent from here. */
  get lewatSurat(): boolean {
    return this.kotak.aktif;
  }

  /**
   * Somebody who has an account already keeps it, name and password included, and gets no link from here.
   * @throws {GalatIsian} on `surel` when it is no address, or its account is closed
   */
  undang(isian: { surel: string; nama: string }, pengundang: Pengundang): Promise<HasilUndangan> {
    const surel = normalSurel(isian.surel);
    if (surel === null) throw galatMedan('surel', 'Tuliskan satu alamat surel yang lengkap, misalnya nama@instansi.go.id');
    return this.transaksi.jalankan(async () => {
      const ada = await this.pengguna.menurutSurel(surel);
      if (ada && ada.dinonaktifkan !== null)
        throw galatMedan('surel', 'Akun dengan surel ini dinonaktifkan; mintalah operator pemasangan mengaktifkannya dahulu');
      if (ada && !(await this.belumDipakai(ada, pengundang)))
        return { penggunaId: ada.id, dikirim: false, tautan: null, baru: false };
      return this.beriTautan(ada ?? (await this.buat(surel, isian.nama)), 'undangan', pengundang);
    });
  }

  /** Tells the holder of an account that a role waits; one who never set a password gets the link for that by mail. */
  async kabari(penggunaId: string, instansi: string): Promise<void> {
    const akun = await this.pengguna.satu(penggunaId);
    if (!akun || !this.kotak.aktif) return;
    if (akun.sandi === null) await this.kirim(akun, 'undangan', { lewat: 'surat' });
    await this.kotak.antre(akun.id, suratUndanganPeran(akun, instansi, this.kotak.alamat), null);
  }

  /** A link for somebody who cannot sign in any more. @throws {GalatTidakDitemukan} @throws {GalatTidakBerhak} */
  aturUlang(penggunaId: string, pengundang: Pengundang): Promise<HasilUndangan> {
    return this.transaksi.jalankan(async () => {
      const akun = await this.pengguna.satu(penggunaId);
      if (!akun || akun.dinonaktifkan !== null) throw new GalatTidakDitemukan('Orang itu tidak ada di sini.');
      return this.beriTautan(akun, akun.sandi === null ? 'undangan' : 'atur_ulang', pengundang);
    });
  }

  /**
   * May this person act on the account as such: hand over a link, take a lost second factor off? Only where it opens nothing beyond what
   * they administer.
   * @throws {GalatTidakBerhak}
   */
  async pastikanSendiri(akun: Pengguna, pelaku: Pelaku): Promise<void> {
    const peran = await this.pengguna.peran(akun.id, this.transaksi.konteks.oleh);
    const penerima = { operator: akun.operator, instansi: [...new Set(peran.map((p) => p.instansiId))] };
    if (bolehMenyerahkanTautan(pelaku, penerima)) return;
    throw new GalatTidakBerhak(
      'Akun ini juga membuka yang bukan kelolaan Anda, misalnya peran di instansi lain, jadi tidak dapat dibukakan lewat Anda. Mintalah ' +
        'operator pemasangan.',
    );
  }

  /** The account alone, without a link: for the operator's command. @throws {GalatIsian} when the address is taken */
  async buat(surel: string, nama: string, operator = false): Promise<Pengguna> {
    const id = randomUUID();
    const { manager } = this.transaksi;
    const [baris] = await manager.query<{ id: string }[]>(
      `INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ($1, $2, $3, $4, false, $5)
       ON CONFLICT (surel) DO NOTHING RETURNING id`,
      [id, surel, nama, operator, this.jam.sekarang()],
    );
    if (!baris) throw galatMedan('surel', 'Sudah ada akun dengan surel ini');
    const sasaran = { jenis: 'pengguna', id, nama };
    await this.audit.catat(operator ? 'operator.buat' : 'pengguna.undang', {
      instansiId: null,
      sasaran,
      sebelum: null,
      sesudah: { surel, nama },
    });
    const kosong = { sandi: null, contoh: false, dinonaktifkan: null, totpRahasia: null, totpSejak: null, surelTerbukti: null };
    return { id, surel, nama, operator, ...kosong };
  }

  /** Nobody can sign in with it, and no other agency counts on it: making a link takes it from nobody. */
  private async belumDipakai(akun: Pengguna, { instansi }: Pengundang): Promise<boolean> {
    if (akun.sandi !== null || akun.operator) return false;
    const [luar] = await this.transaksi.manager.query<unknown[]>('SELECT 1 FROM identitas_luar WHERE pengguna_id = $1', [
      akun.id,
    ]);
    if (luar) return false;
    const peran = await this.pengguna.peran(akun.id, this.transaksi.konteks.oleh);
    return peran.every((p) => p.instansiId === instansi?.id);
  }

  private async beriTautan(
    akun: Pengguna,
    jenis: 'undangan' | 'atur_ulang',
    { pelaku, instansi, rantai }: Pengundang,
  ): Promise<HasilUndangan> {
    const hasil = { penggunaId: akun.id, baru: true };
    const asal = { instansiId: instansi?.id ?? rantai ?? null };
    if (this.kotak.aktif) {
      await this.kirim(akun, jenis, { ...asal, lewat: 'surat' });
      await this.catatDiInstansi(akun, jenis, asal.instansiId);
      return { ...hasil, dikirim: true, tautan: null };
    }
    await this.pastikanSendiri(akun, pelaku);
    const tautan = await this.tautan.buat(akun, jenis, { ...asal, lewat: 'serah' });
    await this.catatDiInstansi(akun, jenis, asal.instansiId);
    const dari = instansi ? `admin ${instansi.nama}` : 'operator pemasangan';
    const guna = jenis === 'undangan' ? 'membuat' : 'mengatur ulang';
    const teks = `Tautan untuk ${guna} kata sandi akun Anda dibuat dan diserahkan oleh ${pelaku.nama} (${dari}).`;
    await this.pemberitahuan.beri(akun, 'Tautan kata sandi Anda diserahkan', teks);
    return { ...hasil, dikirim: false, tautan };
  }

  /** The operator's link, after its entry in the log of the installation: the one order in which chains are locked. */
  private async catatDiInstansi(akun: Pengguna, jenis: 'undangan' | 'atur_ulang', tercatatDi: string | null): Promise<void> {
    if (tercatatDi !== null) return;
    const sasaran = { jenis: 'pengguna', id: akun.id, nama: akun.nama };
    await this.jejak.catat(akun.id, 'tautan.buat', { sasaran, sebelum: null, sesudah: { jenis, dikirim: this.kotak.aktif } });
  }

  private async kirim(akun: Pengguna, jenis: 'undangan' | 'atur_ulang', asal: AsalTautan): Promise<void> {
    const jalur = await this.tautan.buat(akun, jenis, asal);
    await this.kotak.antre(akun.id, suratTautan(jenis, akun, this.kotak.alamat + jalur), MASA_TAUTAN[jenis]);
  }
}
