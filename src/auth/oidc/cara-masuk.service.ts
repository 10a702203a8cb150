import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import { galatMedan, GalatIsian, type GalatMedan } from '../../shared/isian';
import { Jam } from '../../shared/jam';
import { Kunci } from '../kunci';
import { PERAN, type Peran } from '../pelaku';
import { gunaRahasia, OidcService } from './oidc.service';
import { PenyediaQuery, type Penyedia } from './penyedia.query';

export interface IsianPenyedia {
  readonly label: string;
  readonly penerbit: string;
  readonly klienId: string;
  /** empty keeps the one that is stored */
  readonly rahasia: string;
  readonly aktif: boolean;
}

const TERPANJANG = { label: 60, penerbit: 500, klienId: 200, rahasia: 500 } as const;

/** How the people of one agency sign in; in the running context of that agency. */
@Injectable()
export class CaraMasukService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly penyedia: PenyediaQuery,
    private readonly oidc: OidcService,
    private readonly kunci: Kunci,
    private readonly audit: AuditService,
    private readonly jam: Jam,
  ) {}

  /** Holds at once, for running sessions too, of those who have one of these roles. */
  async wajibkanTotp(instansi: { id: string; nama: string }, diminta: readonly string[]): Promise<void> {
    const totpWajib = PERAN.filter((peran) => diminta.includes(peran));
    if (totpWajib.length !== new Set(diminta).size)
      throw new GalatPengguna('Ada peran yang tidak dikenal di antara pilihan itu. Buka kembali halamannya, lalu pilih lagi.');
    await this.transaksi.jalankan(async (manager) => {
      const sebelum: Peran[] = await this.penyedia.totpWajib(instansi.id);
      if (sebelum.join() === totpWajib.join()) return;
      await manager.query(
        `INSERT INTO kebijakan_masuk (instansi_id, totp_wajib, diubah) VALUES ($1, $2, $3)
         ON CONFLICT (instansi_id) DO UPDATE SET totp_wajib = excluded.totp_wajib, diubah = excluded.diubah`,
        [instansi.id, totpWajib, this.jam.sekarang()],
      );
      const sasaran = { jenis: 'instansi', id: instansi.id, nama: instansi.nama };
      await this.audit.catat('masuk.kebijakan', {
        instansiId: instansi.id,
        sasaran,
        sebelum: { totpWajib: sebelum },
        sesudah: { totpWajib },
      });
    });
  }

  /** An active provider must answer before it is kept. @throws {GalatIsian} */
  async simpanPenyedia(instansi: { id: string; nama: string }, isian: IsianPenyedia): Promise<void> {
    const ada = await this.transaksi.jalankan(() => this.penyedia.milik(instansi.id));
    const galat = periksaIsian(isian, ada);
    if (galat.length > 0) throw new GalatIsian(galat);
    const klienRahasia =
      isian.rahasia === '' && ada ? ada.klienRahasia : this.kunci.segel(isian.rahasia, gunaRahasia(instansi.id));
    if (isian.aktif) await this.periksaJawaban({ ...isian, klienRahasia, instansiId: instansi.id });
    await this.transaksi.jalankan(async (manager) => {
      await manager.query(
        `INSERT INTO penyedia_identitas (id, instansi_id, label, penerbit, klien_id, klien_rahasia, aktif, diubah)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (instansi_id) DO UPDATE SET label = excluded.label, penerbit = excluded.penerbit, klien_id = excluded.klien_id,
           klien_rahasia = excluded.klien_rahasia, aktif = excluded.aktif, diubah = excluded.diubah`,
        [randomUUID(), instansi.id, isian.label, isian.penerbit, isian.klienId, klienRahasia, isian.aktif, this.jam.sekarang()],
      );
      const { label, penerbit, klienId, aktif } = isian;
      await this.audit.catat('masuk.penyedia', {
        instansiId: instansi.id,
        sasaran: { jenis: 'instansi', id: instansi.id, nama: instansi.nama },
        sebelum: ada ? { label: ada.label, penerbit: ada.penerbit, klienId: ada.klienId, aktif: ada.aktif } : null,
        sesudah: { label, penerbit, klienId, aktif, rahasiaDiganti: isian.rahasia !== '' },
      });
    });
  }

  private async periksaJawaban(penyedia: Omit<Penyedia, 'id' | 'label' | 'aktif'>): Promise<void> {
    try {
      await this.oidc.periksa(penyedia);
    } catch (galat) {
      if (!(galat instanceof GalatPengguna)) throw galat;
      throw galatMedan(
        'penerbit',
        'Alamat ini tidak menjawab sebagai penyedia OpenID Connect; periksa alamat penerbit (issuer) itu',
      );
    }
  }
}

function periksaIsian(isian: IsianPenyedia, ada: Penyedia | null): GalatMedan[] {
  const galat: GalatMedan[] = [];
  const wajib = { label: 'Tuliskan teks tombolnya', penerbit: 'Tuliskan alamat penerbit', klienId: 'Tuliskan ID klien' } as const;
  for (const medan of ['label', 'penerbit', 'klienId'] as const) {
    if (isian[medan] === '') galat.push({ medan, pesan: wajib[medan] });
  }
  if (isian.penerbit !== '' && !URL.canParse(isian.penerbit))
    galat.push({ medan: 'penerbit', pesan: 'Tuliskan alamat lengkap, diawali https://' });
  // With another issuer the old secret would be sent to whoever answers there.
  const pindah = ada !== null && (ada.penerbit !== isian.penerbit || ada.klienId !== isian.klienId);
  if (isian.rahasia === '' && (ada === null || pindah)) galat.push({ medan: 'rahasia', pesan: 'Tuliskan rahasia klien' });
  for (const medan of ['label', 'penerbit', 'klienId', 'rahasia'] as const) {
    if (isian[medan].length > TERPANJANG[medan]) galat.push({ medan, pesan: `Paling banyak ${TERPANJANG[medan]} karakter` });
  }
  return galat;
}
