import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak, GalatTidakDitemukan } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { Jam } from '../../shared/jam';
import type { Pelaku } from '../pelaku';
import { PengaturanAuth } from '../pengaturan';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { normalSurel } from '../surel.rules';
import { SuratService } from './surat.service';
import { suratTautan } from './surat.view';
import type { JenisTautan } from './tautan-akun.entity';
import { TautanService } from './tautan.service';
import { bolehMenyerahkanTautan } from './undangan.policy';

/** What became of a link: sent, or to be handed over (shown once), or not needed. */
export interface HasilUndangan {
  readonly penggunaId: string;
  readonly dikirim: boolean;
  /** path of the link for the inviter to hand over; null when it went by mail or none was made */
  readonly tautan: string | null;
}

/** Makes accounts for people whom an admin names, and the link by which they set their password. Roles are given elsewhere. */
@Injectable()
export class UndanganService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengguna: PenggunaQuery,
    private readonly tautan: TautanService,
    private readonly surat: SuratService,
    private readonly audit: AuditService,
    private readonly pengaturan: PengaturanAuth,
    private readonly jam: Jam,
  ) {}

  /**
   * Somebody who has an account already keeps it, name and password included; nothing is sent to them from here.
   * @throws {GalatIsian} on `surel` when it is no address
   */
  undang(isian: { surel: string; nama: string }, pelaku: Pelaku): Promise<HasilUndangan> {
    const surel = normalSurel(isian.surel);
    if (surel === null) throw galatMedan('surel', 'Tuliskan satu alamat surel yang lengkap, misalnya nama@instansi.go.id');
    return this.transaksi.jalankan(async () => {
      const ada = await this.pengguna.menurutSurel(surel);
      if (ada && ada.sandi !== null) return { penggunaId: ada.id, dikirim: false, tautan: null };
      const akun = ada ?? (await this.buat(surel, isian.nama));
      return this.beriTautan(akun, 'undangan', pelaku);
    });
  }

  /** A link for somebody who cannot sign in any more. @throws {GalatTidakDitemukan} @throws {GalatTidakBerhak} */
  aturUlang(penggunaId: string, pelaku: Pelaku): Promise<HasilUndangan> {
    return this.transaksi.jalankan(async () => {
      const akun = await this.pengguna.satu(penggunaId);
      if (!akun || akun.dinonaktifkan !== null) throw new GalatTidakDitemukan('Orang itu tidak ada di sini.');
      const hasil = await this.beriTautan(akun, akun.sandi === null ? 'undangan' : 'atur_ulang', pelaku);
      if (hasil.tautan === null && !hasil.dikirim) {
        throw new GalatTidakBerhak(
          'Orang ini juga memegang peran di instansi lain, jadi tautannya tidak dapat diserahkan lewat Anda. Mintalah operator pemasangan.',
        );
      }
      return hasil;
    });
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
    return { id, surel, nama, sandi: null, operator, contoh: false, dinonaktifkan: null, totpRahasia: null, totpSejak: null };
  }

  private async beriTautan(akun: Pengguna, jenis: JenisTautan, pelaku: Pelaku): Promise<HasilUndangan> {
    const { alamatPublik } = this.pengaturan;
    if (this.surat.aktif && alamatPublik !== null) {
      const jalur = await this.tautan.buat(akun, jenis, true);
      if (await this.surat.kirim(suratTautan(jenis, akun, alamatPublik + jalur)))
        return { penggunaId: akun.id, dikirim: true, tautan: null };
    }
    const peran = await this.pengguna.peran(akun.id, this.transaksi.konteks.oleh);
    const penerima = { operator: akun.operator, instansi: [...new Set(peran.map((p) => p.instansiId))] };
    if (!bolehMenyerahkanTautan(pelaku, penerima)) return { penggunaId: akun.id, dikirim: false, tautan: null };
    return { penggunaId: akun.id, dikirim: false, tautan: await this.tautan.buat(akun, jenis, false) };
  }
}
