import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import type { Peran } from '../../auth/pelaku';
import { SesiService } from '../../auth/sesi/sesi.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna, GalatTidakDitemukan } from '../../shared/galat';
import { GalatIsian, galatMedan } from '../../shared/isian';
import { tambahHari, tanggalIndonesia } from '../../shared/tanggal';
import { JabatanQuery } from '../jabatan/jabatan.query';
import { JabatanService } from '../jabatan/jabatan.service';
import { PeranService } from '../peran/peran.service';
import { Organisasi, type Tempat } from '../tempat';
import { DaftarDiTangan } from './di-tangan';
import type { MulaiMutasiDto } from './mutasi.dto';
import { MutasiEntity } from './mutasi.entity';
import { MutasiQuery, type BahanMutasi } from './mutasi.query';
import { periksaPilihan, susunLangkah, type LangkahMutasi, type PilihanMutasi } from './mutasi.rules';

/** What was shown no longer holds: somebody changed what the dry run rests on. */
export class MutasiBerubah extends GalatPengguna {
  override readonly name: string = 'MutasiBerubah';

  constructor(sebab = 'Yang dipegang orang ini, atau orang yang dapat menerimanya, berubah sesudah uji coba ini dibuat') {
    super(`${sebab}. Belum ada yang dijalankan; periksa kembali siapa menerima apa, lalu buat uji coba yang baru.`);
  }
}

/** Ends the trial: its savepoint is rolled back. */
class SelesaiMencoba extends Error {}

@Injectable()
export class MutasiService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: MutasiQuery,
    private readonly jabatanQuery: JabatanQuery,
    private readonly jabatan: JabatanService,
    private readonly peran: PeranService,
    private readonly diTangan: DaftarDiTangan,
    private readonly sesi: SesiService,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /** Step 1: which holding ends, and when. @returns the transfer's id */
  mulai(tempat: Tempat, dto: MulaiMutasiDto): Promise<string> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const penugasan = (await this.jabatanQuery.semuaPenugasan(tempat.instansi.id)).find((p) => p.id === dto.penugasan);
      if (!penugasan) throw galatMedan('penugasan', 'Pilih jabatan siapa yang berakhir');
      if (dto.sampai < penugasan.mulai)
        throw galatMedan('sampai', `Penugasan ini mulai ${tanggalIndonesia(penugasan.mulai)}; pilih tanggal itu atau sesudahnya`);
      const tanggal = tambahHari(dto.sampai, 1);
      if (penugasan.selesai !== null && tanggal >= penugasan.selesai)
        throw galatMedan(
          'sampai',
          `Penugasan ini sudah berakhir ${tanggalIndonesia(tambahHari(penugasan.selesai, -1))}; pilih tanggal sebelumnya`,
        );
      const id = randomUUID();
      await manager.insert(MutasiEntity, {
        id,
        instansiId: tempat.instansi.id,
        penugasanId: penugasan.id,
        tanggal,
        alasan: dto.alasan,
        status: 'draf',
        pilihan: [],
        langkah: null,
        sidik: null,
        dibuatOlehId: tempat.pelaku.penggunaId,
        dibuatPada: tempat.sekarang,
        diperiksaPada: null,
        dijalankanPada: null,
      });
      await this.audit.catat('mutasi.mulai', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'mutasi', id, nama: `Mutasi ${penugasan.nama}` },
        sebelum: null,
        sesudah: { penugasanId: penugasan.id, tanggal },
        alasan: dto.alasan,
      });
      return id;
    });
  }

  /**
   * Step 2: who inherits what. The steps are tried for real, within a savepoint that is rolled back, and stored as they were tried.
   * @throws {GalatIsian} with every fault of the choices, or the first step that cannot be done, on the field of its thing
   */
  periksa(tempat: Tempat, id: string, pilihan: readonly PilihanMutasi[]): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const bahan = await this.bahanTerbuka(tempat, id);
      const { butir, calon, utama, penugasan, mutasi } = bahan;
      const masalah = periksaPilihan(butir, pilihan, utama, penugasan.penggunaId, calon);
      if (masalah.length > 0) throw new GalatIsian(masalah.map((m) => ({ medan: m.butir, pesan: m.pesan })));
      const langkah = susunLangkah(butir, pilihan, mutasi.tanggal, calon);
      await this.coba(tempat, langkah, mutasi.alasan);
      await manager.update(
        MutasiEntity,
        { id },
        { status: 'diperiksa', pilihan, langkah, sidik: bahan.sidik, diperiksaPada: tempat.sekarang },
      );
      await this.audit.catat('mutasi.periksa', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'mutasi', id, nama: `Mutasi ${penugasan.nama}` },
        sebelum: { status: mutasi.status },
        sesudah: { status: 'diperiksa', langkah: langkah.map((l) => l.teks) },
        alasan: mutasi.alasan,
      });
    });
  }

  /**
   * Step 3: does exactly the dry run, in one transaction.
   * @throws {MutasiBerubah} when anything that it rests on has changed since, or a step can no longer be done
   */
  jalankan(tempat: Tempat, id: string): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const { mutasi, sidik, penugasan } = await this.bahanTerbuka(tempat, id);
      if (mutasi.status !== 'diperiksa' || mutasi.langkah === null) throw new MutasiBerubah('Mutasi ini belum diuji coba');
      if (mutasi.sidik !== sidik) throw new MutasiBerubah();
      try {
        for (const langkah of mutasi.langkah) await this.langkah(manager, tempat, langkah, mutasi.alasan);
      } catch (galat) {
        if (galat instanceof GalatIsian) throw new MutasiBerubah(galat.daftar[0]?.pesan);
        throw galat;
      }
      await manager.update(MutasiEntity, { id }, { status: 'dijalankan', dijalankanPada: tempat.sekarang });
      await this.audit.catat('mutasi.jalankan', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'mutasi', id, nama: `Mutasi ${penugasan.nama}` },
        sebelum: null,
        sesudah: { tanggal: mutasi.tanggal, langkah: mutasi.langkah.map((l) => l.teks) },
        alasan: mutasi.alasan,
      });
    });
  }

  batalkan(tempat: Tempat, id: string): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const { mutasi, penugasan } = await this.bahanTerbuka(tempat, id);
      await manager.update(MutasiEntity, { id }, { status: 'dibatalkan' });
      await this.audit.catat('mutasi.batalkan', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'mutasi', id, nama: `Mutasi ${penugasan.nama}` },
        sebelum: { status: mutasi.status },
        sesudah: { status: 'dibatalkan' },
      });
    });
  }

  private async bahanTerbuka(tempat: Tempat, id: string): Promise<BahanMutasi> {
    const bahan = await this.query.bahan(tempat, id);
    if (!bahan) throw new GalatTidakDitemukan('Mutasi itu tidak ada pada instansi ini.');
    if (bahan.mutasi.status === 'dijalankan') throw new MutasiBerubah('Mutasi ini sudah dijalankan');
    if (bahan.mutasi.status === 'dibatalkan') throw new MutasiBerubah('Mutasi ini sudah dibatalkan');
    return bahan;
  }

  private async coba(tempat: Tempat, semua: readonly LangkahMutasi[], alasan: string): Promise<void> {
    const percobaan = this.transaksi.jalankan(async (manager) => {
      for (const langkah of semua) {
        try {
          await this.langkah(manager, tempat, langkah, alasan);
        } catch (galat) {
          if (!(galat instanceof GalatIsian)) throw galat;
          throw galatMedan(langkah.butir, galat.daftar[0]?.pesan ?? '');
        }
      }
      throw new SelesaiMencoba();
    });
    await percobaan.catch((galat: unknown) => {
      if (!(galat instanceof SelesaiMencoba)) throw galat;
    });
  }

  private langkah(manager: EntityManager, tempat: Tempat, langkah: LangkahMutasi, alasan: string): Promise<void> {
    switch (langkah.jenis) {
      case 'akhiri-penugasan':
        return this.jabatan.akhiriPenugasan(manager, tempat, langkah.penugasanId, langkah.selesai, alasan);
      case 'buka-penugasan': {
        const { jabatanId, penggunaId, status, mulai, nama, nip, pangkat } = langkah;
        return this.jabatan.bukaPenugasan(manager, tempat, {
          jabatanId,
          penggunaId,
          status,
          mulai,
          nama,
          nip,
          pangkat,
          selesai: null,
          dasar: null,
        });
      }
      case 'beri-peran': {
        const { penggunaId, unitId, mulai } = langkah;
        return this.peran.beriPeran(manager, tempat, {
          penggunaId,
          peran: langkah.peran as Peran,
          unitId,
          mulai,
          selesai: null,
          dasar: null,
        });
      }
      case 'akhiri-peran':
        return this.peran.akhiriPeran(manager, tempat, langkah.peranId, langkah.selesai, alasan);
      case 'akhiri-sesi':
        return this.sesi.akhiriSemua(langkah.penggunaId, null).then(() => undefined);
      case 'serahkan':
        return this.diTangan.satu(langkah.macam).serahkan(tempat, langkah.id, langkah.penggunaId, alasan);
    }
  }
}
