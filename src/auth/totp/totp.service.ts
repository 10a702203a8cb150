import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import type { IsiPeristiwa } from '../../audit/peristiwa';
import { Transaksi } from '../../database/transaksi';
import { Jam } from '../../shared/jam';
import { Kunci } from '../kunci';
import type { Pengguna } from '../pengguna.query';
import { buatKodePemulihan, buatRahasiaTotp, JUMLAH_KODE_PEMULIHAN, langkahKode, normalKodePemulihan } from './totp';

type Akun = Pick<Pengguna, 'id' | 'nama' | 'totpRahasia' | 'totpSejak'>;

/** The second factor of an account: a code from the phone, or a recovery code. */
@Injectable()
export class TotpService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly kunci: Kunci,
    private readonly audit: AuditService,
    private readonly jam: Jam,
  ) {}

  /** A code counts once: the same one again, and any older one, is refused. Recovery codes are used up. */
  async cocok(akun: Akun, kode: string): Promise<boolean> {
    if (akun.totpSejak === null || akun.totpRahasia === null) return false;
    const pemulihan = normalKodePemulihan(kode);
    if (pemulihan !== null) return this.pakaiPemulihan(akun.id, pemulihan);
    const langkah = langkahKode(this.buka(akun.id, akun.totpRahasia), kode, this.jam.sekarang());
    return langkah !== null && this.pakaiLangkah(akun.id, langkah);
  }

  /** The secret of an enrolment in progress: the one begun before, so that the page may be loaded again. */
  async siapkan(akun: Akun): Promise<string> {
    if (akun.totpRahasia !== null && akun.totpSejak === null) {
      try {
        return this.buka(akun.id, akun.totpRahasia);
      } catch {
        // Sealed with a key that is gone: begun anew.
      }
    }
    const rahasia = buatRahasiaTotp();
    await this.transaksi.manager.query(
      'UPDATE pengguna SET totp_rahasia = $2, totp_langkah = NULL WHERE id = $1 AND totp_sejak IS NULL',
      [akun.id, this.kunci.segel(rahasia, guna(akun.id))],
    );
    return rahasia;
  }

  /** Confirms the enrolment with a code from the phone. @returns the recovery codes, or null when the code is wrong */
  async pasang(akun: Akun, kode: string): Promise<string[] | null> {
    if (akun.totpSejak !== null || akun.totpRahasia === null) return null;
    const langkah = langkahKode(this.buka(akun.id, akun.totpRahasia), kode, this.jam.sekarang());
    if (langkah === null) return null;
    return this.transaksi.jalankan(async (manager) => {
      const [baris] = await manager.query<[unknown[], number]>(
        'UPDATE pengguna SET totp_sejak = $2, totp_langkah = $3 WHERE id = $1 AND totp_sejak IS NULL AND totp_rahasia = $4 RETURNING id',
        [akun.id, this.jam.sekarang(), langkah, akun.totpRahasia],
      );
      if (baris.length === 0) return null;
      const daftar = await this.gantiPemulihan(akun.id);
      await this.audit.catat('akun.totp_pasang', { ...this.milik(akun), sebelum: null, sesudah: null });
      return daftar;
    });
  }

  async lepas(akun: Akun): Promise<void> {
    await this.transaksi.jalankan(async () => {
      await this.hapus(akun.id);
      await this.audit.catat('akun.totp_lepas', { instansiId: null, sasaran: sasaran(akun), sebelum: null, sesudah: null });
    });
  }

  /** In the running transaction, unrecorded: its callers say who took it off. No session counts as opened with it any more. */
  async hapus(penggunaId: string): Promise<void> {
    const { manager } = this.transaksi;
    await manager.query('UPDATE pengguna SET totp_rahasia = NULL, totp_sejak = NULL, totp_langkah = NULL WHERE id = $1', [
      penggunaId,
    ]);
    await manager.query('DELETE FROM kode_pemulihan WHERE pengguna_id = $1', [penggunaId]);
    await manager.query('UPDATE sesi SET dua_langkah = false WHERE pengguna_id = $1', [penggunaId]);
  }

  /** New recovery codes; the old ones end. */
  buatPemulihan(akun: Akun): Promise<string[]> {
    return this.transaksi.jalankan(async () => {
      const daftar = await this.gantiPemulihan(akun.id);
      const sesudah = { jumlah: daftar.length };
      await this.audit.catat('akun.kode_pemulihan', { instansiId: null, sasaran: sasaran(akun), sebelum: null, sesudah });
      return daftar;
    });
  }

  async sisaPemulihan(penggunaId: string): Promise<number> {
    const [baris] = await this.transaksi.manager.query<{ jumlah: number }[]>(
      'SELECT count(*)::integer AS jumlah FROM kode_pemulihan WHERE pengguna_id = $1 AND dipakai IS NULL',
      [penggunaId],
    );
    return baris?.jumlah ?? 0;
  }

  private async gantiPemulihan(penggunaId: string): Promise<string[]> {
    const { manager } = this.transaksi;
    const daftar = Array.from({ length: JUMLAH_KODE_PEMULIHAN }, buatKodePemulihan);
    await manager.query('DELETE FROM kode_pemulihan WHERE pengguna_id = $1', [penggunaId]);
    for (const kode of daftar) {
      const sidik = sidikPemulihan(penggunaId, normalKodePemulihan(kode) ?? '');
      await manager.query('INSERT INTO kode_pemulihan (id, pengguna_id, sidik) VALUES ($1, $2, $3)', [
        randomUUID(),
        penggunaId,
        sidik,
      ]);
    }
    return daftar;
  }

  private async pakaiPemulihan(penggunaId: string, kode: string): Promise<boolean> {
    const [baris] = await this.transaksi.manager.query<[unknown[], number]>(
      'UPDATE kode_pemulihan SET dipakai = $3 WHERE pengguna_id = $1 AND sidik = $2 AND dipakai IS NULL RETURNING id',
      [penggunaId, sidikPemulihan(penggunaId, kode), this.jam.sekarang()],
    );
    return baris.length > 0;
  }

  private async pakaiLangkah(penggunaId: string, langkah: number): Promise<boolean> {
    const [baris] = await this.transaksi.manager.query<[unknown[], number]>(
      'UPDATE pengguna SET totp_langkah = $2 WHERE id = $1 AND (totp_langkah IS NULL OR totp_langkah < $2) RETURNING id',
      [penggunaId, langkah],
    );
    return baris.length > 0;
  }

  /** Enrolling on the way in, the person is known before the context knows. */
  private milik(akun: Akun): Pick<IsiPeristiwa<'akun.totp_pasang'>, 'instansiId' | 'sasaran' | 'oleh'> {
    const isi = { instansiId: null, sasaran: sasaran(akun) };
    if (this.transaksi.konteks.pengguna !== null) return isi;
    return { ...isi, oleh: { penggunaId: akun.id, nama: akun.nama, jabatan: null } };
  }

  private buka(penggunaId: string, rahasia: string): string {
    return this.kunci.buka(rahasia, guna(penggunaId));
  }
}

function guna(penggunaId: string): string {
  return `totp/${penggunaId}`;
}

/** The codes are random enough that a plain digest tells nothing. */
function sidikPemulihan(penggunaId: string, kode: string): Buffer {
  return createHash('sha256').update(`pemulihan/${penggunaId}/${kode}`).digest();
}

function sasaran(akun: Akun): { jenis: string; id: string; nama: string } {
  return { jenis: 'pengguna', id: akun.id, nama: akun.nama };
}
