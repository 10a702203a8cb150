import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import type { Sasaran } from '../../audit/peristiwa';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import { Penyimpanan } from '../../storage/penyimpanan';
import { kunciSurvei } from '../kunci-survei';
import type { Pemetaan, Susunan } from '../respons/respons.rules';
import { kenaliSusunan, type OpsiSusunan } from '../respons/susunan';
import { berkasTersimpan } from './berkas-impor';
import { ImporResponsEntity } from './impor-respons.entity';
import { halanganImpor } from './impor.rules';
import { PemetaanResponsEntity } from './pemetaan-respons.entity';
import type { TempatSurvei } from './tempat-impor';
import type { Unggahan } from './unggahan';

/** A file that nobody applied in so many days is given up: it holds what people wrote about themselves. */
export const HARI_SIMPAN = 30;
/** Leftovers of a process that ended, in milliseconds. */
const UMUR_TAMPUNGAN = 24 * 60 * 60 * 1000;

/** Acts on a file of answers before it is applied. Each opens its own transaction: reading a file must hold no connection. */
@Injectable()
export class ImporResponsService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly penyimpanan: Penyimpanan,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes an uploaded file: looks how it is laid out, as it was decided for such a file before, and keeps it. One that is no table is
   * removed.
   * @returns the id of the import
   * @throws {GalatPengguna} when it is no table of answers
   */
  async terima(t: TempatSurvei, unggahan: Unggahan): Promise<string> {
    const id = randomUUID();
    try {
      await this.penyimpanan.tetapkan(unggahan.kunci);
      const { susunan, pemetaan } = await this.kenali(t, unggahan, {});
      await this.transaksi.jalankan(async (manager) => {
        await kunciSurvei(manager, t, t.survei.kode, 'ubah');
        await manager.insert(ImporResponsEntity, {
          id,
          instansiId: t.instansi.id,
          surveiId: t.survei.id,
          keadaan: 'diterima',
          namaBerkas: unggahan.nama,
          ukuran: unggahan.ukuran,
          sha256: unggahan.sha256,
          kunciBerkas: unggahan.kunci,
          pemetaan,
          susunan,
          kemajuan: 0,
          pekerja: null,
          denyut: null,
          galat: null,
          ringkasan: null,
          sidik: null,
          sidikSurvei: null,
          kunciSiap: null,
          kunciDitolak: null,
          oleh: t.pelaku.nama,
          pada: t.sekarang,
          diterapkanPada: null,
        });
        await this.audit.catat('survei.impor.terima', {
          ...sasaranImpor(t, { id, namaBerkas: unggahan.nama }),
          sebelum: null,
          sesudah: { ukuran: unggahan.ukuran, sha256: unggahan.sha256 },
        });
      });
    } catch (galat) {
      await this.penyimpanan.hapus(unggahan.kunci);
      throw galat;
    }
    await this.bersihkan(t);
    return id;
  }

  /** How the file is laid out with the remembered decision; another sheet or header row is looked at anew. */
  private async kenali(
    t: TempatSurvei,
    { nama, ukuran, kunci }: { nama: string; ukuran: number; kunci: string },
    opsi: OpsiSusunan,
  ): Promise<{ susunan: Susunan; pemetaan: Pemetaan | null }> {
    const berkas = await berkasTersimpan(this.penyimpanan, { nama, ukuran, kunci });
    const susunan = await kenaliSusunan(berkas, t.instrumen, opsi);
    const ingatan = await this.transaksi.jalankan((manager) =>
      manager.findOneBy(PemetaanResponsEntity, { instansiId: t.instansi.id, sidikJudul: susunan.sidikJudul }),
    );
    if (!ingatan) return { susunan, pemetaan: null };
    const pemetaan = { ...ingatan.pemetaan, barisJudul: susunan.barisJudul, ...(susunan.lembar === undefined ? {} : { lembar: susunan.lembar }) }; // prettier-ignore
    return { susunan: await kenaliSusunan(berkas, t.instrumen, { ...opsi, ingatan: pemetaan }), pemetaan };
  }

  /** Another sheet or header row: the columns are looked at anew, and what was said of the former ones is dropped. */
  async pilihLembar(
    t: TempatSurvei,
    impor: ImporResponsEntity,
    pilihan: { lembar?: string; barisJudul?: number },
  ): Promise<void> {
    const { namaBerkas: nama, ukuran, kunciBerkas: kunci } = impor;
    const { susunan, pemetaan } = await this.kenali(t, { nama, ukuran, kunci: adaBerkas(kunci) }, pilihan);
    await this.ubah(t, impor, { susunan, pemetaan });
  }

  /** What the person says that the columns mean; their words are looked at again in that light. */
  async koreksi(t: TempatSurvei, impor: ImporResponsEntity, arti: Pemetaan['arti']): Promise<void> {
    const { barisJudul, lembar } = impor.susunan;
    const pemetaan = { barisJudul, ...(lembar === undefined ? {} : { lembar }), arti };
    const { namaBerkas: nama, ukuran, kunciBerkas: kunci } = impor;
    const berkas = await berkasTersimpan(this.penyimpanan, { nama, ukuran, kunci: adaBerkas(kunci) });
    await this.ubah(t, impor, { susunan: await kenaliSusunan(berkas, t.instrumen, { ingatan: pemetaan }), pemetaan });
  }

  private async ubah(
    t: TempatSurvei,
    { id }: ImporResponsEntity,
    isi: { susunan: Susunan; pemetaan: Pemetaan | null },
  ): Promise<void> {
    const lama = await this.transaksi.jalankan(async (manager) => {
      await kunciSurvei(manager, t, t.survei.kode, 'ubah');
      const impor = await manager.findOneOrFail(ImporResponsEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      tolak(halanganImpor('koreksi', impor, t.sekarang));
      await manager.update(
        ImporResponsEntity,
        { id },
        { ...isi, keadaan: 'diterima', kemajuan: 0, galat: null, ...TANPA_SIAPAN },
      );
      const letak = ({ lembar, barisJudul }: Susunan) => ({ lembar: lembar ?? null, barisJudul });
      await this.audit.catat('survei.impor.atur', {
        ...sasaranImpor(t, impor),
        sebelum: letak(impor.susunan),
        sesudah: {
          ...letak(isi.susunan),
          kolomDiubah: Object.keys(isi.pemetaan?.arti ?? {}).length,
        },
      });
      return impor;
    });
    await this.hapusBerkas([lama.kunciSiap, lama.kunciDitolak]);
  }

  /** Gives the import up; the file and everything made of it are removed. */
  async batal(t: TempatSurvei, { id }: ImporResponsEntity): Promise<void> {
    const lama = await this.transaksi.jalankan(async (manager) => {
      await kunciSurvei(manager, t, t.survei.kode, 'ubah');
      const impor = await manager.findOneOrFail(ImporResponsEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      tolak(halanganImpor('batal', impor, t.sekarang));
      await manager.update(ImporResponsEntity, { id }, { keadaan: 'batal', pekerja: null, kunciBerkas: null, ...TANPA_SIAPAN });
      await this.audit.catat('survei.impor.batal', {
        ...sasaranImpor(t, impor),
        sebelum: { keadaan: impor.keadaan },
        sesudah: { keadaan: 'batal' },
      });
      return impor;
    });
    await this.hapusBerkas([lama.kunciBerkas, lama.kunciSiap, lama.kunciDitolak]);
  }

  /** What nobody will apply any more. */
  private async bersihkan(t: TempatSurvei): Promise<void> {
    const batas = new Date(t.sekarang.getTime() - HARI_SIMPAN * UMUR_TAMPUNGAN);
    const lama = await this.transaksi.jalankan(async (manager) => {
      const usang = await manager.findBy(ImporResponsEntity, {
        instansiId: t.instansi.id,
        keadaan: In(['diterima', 'siap', 'gagal']),
        pada: LessThan(batas),
      });
      for (const { id } of usang)
        await manager.update(ImporResponsEntity, { id }, { keadaan: 'batal', kunciBerkas: null, ...TANPA_SIAPAN });
      return usang;
    });
    await this.hapusBerkas(lama.flatMap((i) => [i.kunciBerkas, i.kunciSiap, i.kunciDitolak]));
  }

  private async hapusBerkas(kunci: readonly (string | null)[]): Promise<void> {
    for (const k of kunci) if (k !== null) await this.penyimpanan.hapus(k);
  }
}

const TANPA_SIAPAN = { ringkasan: null, sidik: null, sidikSurvei: null, kunciSiap: null, kunciDitolak: null } as const;

/** Not the survey: until a file is applied nothing of that changes, and its history tells only of changes. */
export function sasaranImpor(
  { instansi, survei }: TempatSurvei,
  { id, namaBerkas }: Pick<ImporResponsEntity, 'id' | 'namaBerkas'>,
): { instansiId: string; sasaran: Sasaran } {
  return { instansiId: instansi.id, sasaran: { jenis: 'impor', id, nama: `${namaBerkas} (${survei.kode})` } };
}

/** @throws {GalatPengguna} when something stands against it */
export function tolak(halangan: string | null): void {
  if (halangan !== null) throw new GalatPengguna(`${halangan}.`);
}

/** @throws {GalatPengguna} when the file has been removed */
export function adaBerkas(kunci: string | null): string {
  if (kunci === null) throw new GalatPengguna('Berkasnya sudah tidak disimpan. Unggah lagi berkasnya.');
  return kunci;
}
