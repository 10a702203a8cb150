import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak } from '../../shared/galat';
import { Jam } from '../../shared/jam';
import { PemberitahuanService } from '../pemberitahuan/pemberitahuan.service';
import type { Pengguna } from '../pengguna.query';
import { SesiService } from '../sesi/sesi.service';
import { TautanService } from '../tautan/tautan.service';
import type { Pengundang } from '../tautan/undangan.service';
import { TotpService } from '../totp/totp.service';
import { JejakInstansi } from './jejak-instansi.service';

/**
 * What others do to somebody's account: an admin for the agency, the operator for the installation. Who may, the caller asks; each act
 * ends the sessions at once, is recorded, and is told to the holder.
 */
@Injectable()
export class AkunOrangService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly sesi: SesiService,
    private readonly totp: TotpService,
    private readonly tautan: TautanService,
    private readonly pemberitahuan: PemberitahuanService,
    private readonly audit: AuditService,
    private readonly jejak: JejakInstansi,
    private readonly jam: Jam,
  ) {}

  lepasTotp(akun: Pengguna, oleh: Pengundang, alasan: string): Promise<void> {
    return this.transaksi.jalankan(async () => {
      await this.totp.hapus(akun.id);
      const sesiDiakhiri = await this.sesi.akhiriSemua(akun.id, null);
      const isi = { sasaran: sasaran(akun), sebelum: null, sesudah: { sesiDiakhiri }, alasan };
      await this.audit.catat('akun.totp_setel_ulang', { ...isi, instansiId: oleh.instansi?.id ?? null });
      if (oleh.instansi === null) await this.jejak.catat(akun.id, 'akun.totp_setel_ulang', isi);
      const teks = `Verifikasi dua langkah akun Anda dilepas oleh ${sebutan(oleh)}. Pasanglah lagi bila bukan itu yang Anda minta.`;
      await this.pemberitahuan.beri(akun, 'Verifikasi dua langkah Anda dilepas', teks);
    });
  }

  /** After the roles have ended. */
  async keluarkan(akun: Pengguna, oleh: Pengundang): Promise<void> {
    await this.sesi.akhiriSemua(akun.id, null);
    const teks = `Semua peran Anda di ${oleh.instansi?.nama ?? 'instansi itu'} diakhiri oleh ${oleh.pelaku.nama}.`;
    await this.pemberitahuan.beri(akun, 'Peran Anda diakhiri', teks);
  }

  /** @throws {GalatTidakBerhak} for one's own account, and for the last operator */
  nonaktifkan(akun: Pengguna, oleh: Pengundang, alasan: string): Promise<void> {
    if (akun.id === oleh.pelaku.penggunaId) throw new GalatTidakBerhak('Akun sendiri tidak dapat dinonaktifkan.');
    return this.transaksi.jalankan(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('tuntas/operator', 0))`);
      if (akun.operator && !(await this.adaOperatorLain(akun.id)))
        throw new GalatTidakBerhak('Ini operator terakhir; buat operator lain dahulu dari baris perintah.');
      const [baris] = await manager.query<[unknown[], number]>(
        'UPDATE pengguna SET dinonaktifkan = $2 WHERE id = $1 AND dinonaktifkan IS NULL RETURNING id',
        [akun.id, this.jam.sekarang()],
      );
      if (baris.length === 0) return;
      await this.tautan.hanguskan(akun.id);
      const sesiDiakhiri = await this.sesi.akhiriSemua(akun.id, null);
      await this.sesi.lupakanPerangkat(akun.id);
      const sesudah = { aktif: false, surel: akun.surel, sesiDiakhiri };
      const isi = { sasaran: sasaran(akun), alasan, sebelum: { aktif: true }, sesudah };
      await this.audit.catat('akun.nonaktifkan', { ...isi, instansiId: null });
      await this.jejak.catat(akun.id, 'akun.nonaktifkan', isi);
      await this.pemberitahuan.beri(akun, 'Akun Tuntas Anda dinonaktifkan', `Akun Anda dinonaktifkan oleh ${sebutan(oleh)}.`);
    });
  }

  aktifkan(akun: Pengguna, oleh: Pengundang, alasan: string): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const [baris] = await manager.query<[unknown[], number]>(
        'UPDATE pengguna SET dinonaktifkan = NULL WHERE id = $1 AND dinonaktifkan IS NOT NULL RETURNING id',
        [akun.id],
      );
      if (baris.length === 0) return;
      const sesudah = { aktif: true, surel: akun.surel };
      const isi = { sasaran: sasaran(akun), alasan, sebelum: { aktif: false }, sesudah };
      await this.audit.catat('akun.aktifkan', { ...isi, instansiId: null });
      await this.jejak.catat(akun.id, 'akun.aktifkan', isi);
      await this.pemberitahuan.beri(akun, 'Akun Tuntas Anda aktif lagi', `Akun Anda diaktifkan lagi oleh ${sebutan(oleh)}.`);
    });
  }

  private async adaOperatorLain(penggunaId: string): Promise<boolean> {
    const lain = await this.transaksi.manager.query<unknown[]>(
      'SELECT 1 FROM pengguna WHERE operator AND dinonaktifkan IS NULL AND id <> $1 LIMIT 1',
      [penggunaId],
    );
    return lain.length > 0;
  }
}

function sasaran({ id, nama }: Pengguna): { jenis: string; id: string; nama: string } {
  return { jenis: 'pengguna', id, nama };
}

function sebutan({ pelaku, instansi }: Pengundang): string {
  return `${pelaku.nama} (${instansi ? `admin ${instansi.nama}` : 'operator pemasangan'})`;
}
