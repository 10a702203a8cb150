import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Konteks } from '../../database/konteks';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import { Jam } from '../../shared/jam';
import { Penyimpanan } from '../../storage/penyimpanan';
import { kunciSurvei } from '../kunci-survei';
import { berkasTersimpan } from './berkas-impor';
import { ImporResponsEntity } from './impor-respons.entity';
import { adaBerkas, sasaranImpor, tolak } from './impor-respons.service';
import { DENYUT_TERLAMA, halanganImpor } from './impor.rules';
import { masalahKolom, pemetaanKini } from './masalah-kolom.rules';
import { siapkanRespons } from './siapkan-respons';
import { sidikSurvei, type TempatSurvei } from './tempat-impor';

const DENYUT = DENYUT_TERLAMA / 5;
const TERHENTI = 'Pemeriksaan terhenti karena aplikasi dimatikan. Periksa lagi berkasnya.';

/**
 * Reads whole files beside the requests, one at a time per agency. Its state stands in the row of the import: a process that ends in
 * between leaves a row without a pulse, which may be read again.
 */
@Injectable()
export class PeriksaService implements BeforeApplicationShutdown {
  private readonly pekerja = randomUUID();
  private readonly antrean = new Map<string, Promise<void>>();
  private readonly berhenti = new AbortController();
  private readonly catatan = new Logger(PeriksaService.name);

  constructor(
    private readonly transaksi: Transaksi,
    private readonly penyimpanan: Penyimpanan,
    private readonly jam: Jam,
    private readonly audit: AuditService,
  ) {}

  /**
   * Begins to read a file; returns at once.
   * @throws {GalatPengguna} when something stands against it: the state, or columns that are not clear
   */
  async mulai(t: TempatSurvei, { id }: ImporResponsEntity): Promise<void> {
    const impor = await this.transaksi.jalankan(async (manager) => {
      await kunciSurvei(manager, t, t.survei.kode, 'ubah');
      const ini = await manager.findOneOrFail(ImporResponsEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      tolak(halanganImpor('periksa', ini, t.sekarang));
      adaBerkas(ini.kunciBerkas);
      const [masalah] = masalahKolom(ini, t.instrumen);
      if (masalah !== undefined) throw new GalatPengguna(masalah.pesan);
      const baru = {
        keadaan: 'dibaca' as const,
        kemajuan: 0,
        galat: null,
        pekerja: this.pekerja,
        denyut: this.jam.sekarang(),
        ringkasan: null,
        sidik: null,
        sidikSurvei: await sidikSurvei(manager, t.survei.id),
        kunciSiap: null,
        kunciDitolak: null,
      };
      await manager.update(ImporResponsEntity, { id }, baru);
      await this.audit.catat('survei.impor.periksa', {
        ...sasaranImpor(t, ini),
        sebelum: { keadaan: ini.keadaan },
        sesudah: { keadaan: baru.keadaan },
      });
      return { lama: ini, kini: { ...ini, ...baru } };
    });
    for (const k of [impor.lama.kunciSiap, impor.lama.kunciDitolak]) if (k !== null) await this.penyimpanan.hapus(k);
    this.antrekan(this.transaksi.konteks, t, impor.kini);
  }

  /** Until the file has been read, or given up; for tests and for the end of the process. */
  async tunggu(): Promise<void> {
    while (this.antrean.size > 0) await Promise.all(this.antrean.values());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.berhenti.abort(new GalatPengguna(TERHENTI));
    await this.tunggu();
  }

  private antrekan(konteks: Konteks, t: TempatSurvei, impor: ImporResponsEntity): void {
    const kunci = t.instansi.id;
    const giliran = this.antrean.get(kunci) ?? Promise.resolve();
    const kerja = giliran.then(() => this.transaksi.denganKonteks(konteks, () => this.baca(t, impor)));
    const akhir = kerja
      .catch((galat: unknown) => this.catatan.error(galat))
      .finally(() => {
        if (this.antrean.get(kunci) === akhir) this.antrean.delete(kunci);
      });
    this.antrean.set(kunci, akhir);
  }

  private async baca(t: TempatSurvei, impor: ImporResponsEntity): Promise<void> {
    const henti = new AbortController();
    let kemajuan = 0;
    const lapor = () =>
      this.catatKemajuan(impor.id, kemajuan).then(
        (masih) => {
          if (!masih) henti.abort(new GalatPengguna('Impor ini sudah dibatalkan.'));
        },
        (galat: unknown) => this.catatan.warn(galat),
      );
    const denyut = setInterval(() => void lapor(), Math.min(DENYUT, 500));
    try {
      const { namaBerkas: nama, ukuran, kunciBerkas, susunan } = impor;
      const berkas = await berkasTersimpan(this.penyimpanan, { nama, ukuran, kunci: adaBerkas(kunciBerkas) });
      const hasil = await siapkanRespons(this.penyimpanan, berkas, susunan, pemetaanKini(impor), t.instrumen, {
        kemajuan: (bagian) => (kemajuan = Math.min(1, Math.max(kemajuan, bagian))),
        batal: AbortSignal.any([this.berhenti.signal, henti.signal]),
      });
      const tercatat = await this.simpanKeadaan(impor.id, {
        keadaan: 'siap',
        kemajuan: 1,
        ringkasan: hasil.ringkasan,
        sidik: hasil.siap.sha256,
        kunciSiap: hasil.siap.kunci,
        kunciDitolak: hasil.ditolak.kunci,
        pekerja: null,
      });
      for (const { kunci } of [hasil.siap, hasil.ditolak])
        await (tercatat ? this.penyimpanan.tetapkan(kunci) : this.penyimpanan.hapus(kunci));
    } catch (galat) {
      if (!(galat instanceof GalatPengguna)) this.catatan.error(galat);
      const pesan = galat instanceof GalatPengguna ? galat.message : 'Berkas ini tidak dapat dibaca sampai selesai. Coba lagi.';
      await this.simpanKeadaan(impor.id, { keadaan: 'gagal', galat: pesan, pekerja: null });
    } finally {
      clearInterval(denyut);
    }
  }

  private catatKemajuan(id: string, kemajuan: number): Promise<boolean> {
    return this.simpanKeadaan(id, { kemajuan });
  }

  /** Only while this process is the one that reads it. @returns false when it is not any more */
  private simpanKeadaan(id: string, isi: Partial<ImporResponsEntity>): Promise<boolean> {
    return this.transaksi.jalankan(async (manager) => {
      const { affected } = await manager.update(
        ImporResponsEntity,
        { id, keadaan: 'dibaca', pekerja: this.pekerja },
        { ...isi, denyut: this.jam.sekarang() },
      );
      return affected === 1;
    });
  }
}
