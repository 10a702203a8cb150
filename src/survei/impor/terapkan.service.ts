import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import { Penyimpanan } from '../../storage/penyimpanan';
import { kunciSurvei } from '../kunci-survei';
import { SaranService, type SaranMasuk } from '../saran/saran.service';
import { SurveiLayananUnsurEntity } from '../survei-layanan-unsur.entity';
import { SurveiProfilEntity } from '../survei-profil.entity';
import { SurveiUnsurEntity } from '../survei-unsur.entity';
import { SurveiEntity } from '../survei.entity';
import { kosongkanRespons } from '../tulis-respons';
import { ImporResponsEntity } from './impor-respons.entity';
import { adaBerkas, tolak } from './impor-respons.service';
import { halanganImpor, type AngkaRespons, type RingkasanImpor } from './impor.rules';
import { pemetaanKini } from './masalah-kolom.rules';
import { PemetaanResponsEntity } from './pemetaan-respons.entity';
import { bacaSiapan, keLarik, kelompokBaris, memuatSaran, pecahBaris, SQL_BLOK } from './siapan';
import { sidikSurvei, type TempatSurvei } from './tempat-impor';

/** Bytes of prepared answers that go to the server in one statement. */
const BITA_SEKALI = 1024 * 1024;
const SEKALI = 1000;

export type HasilTerapkan = 'diterapkan' | 'tetap' | 'sudah';

@Injectable()
export class TerapkanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly penyimpanan: Penyimpanan,
    private readonly audit: AuditService,
    private readonly saran: SaranService,
  ) {}

  /**
   * Makes the prepared answers those of the survey, all of them or none: exactly the rows whose hash the person saw, into exactly the
   * survey for which they were prepared. A second time changes nothing.
   * @throws {GalatPengguna} when either differs, or the survey is locked
   */
  async terapkan(t: TempatSurvei, { id }: ImporResponsEntity, sidikDilihat: string): Promise<HasilTerapkan> {
    const { hasil, lama } = await this.transaksi.jalankan(async (manager) => {
      const survei = await kunciSurvei(manager, t, t.survei.kode, 'ubah');
      const impor = await manager.findOneOrFail(ImporResponsEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (impor.keadaan === 'diterapkan') return { hasil: 'sudah' as const, lama: null };
      tolak(halanganImpor('terapkan', impor, t.sekarang));
      const { ringkasan } = impor;
      if (!ringkasan || impor.sidik !== sidikDilihat)
        throw new GalatPengguna('Hasil pemeriksaannya sudah lain dari yang Anda lihat. Lihat lagi, lalu terapkan.');
      if (ringkasan.n === 0) throw new GalatPengguna('Tidak ada baris yang dapat diterapkan dari berkas ini.');
      const sama = await this.sudahSama(manager, survei, impor, ringkasan);
      if (!sama) await this.tulis(manager, t, survei, impor, ringkasan);
      await manager.update(
        ImporResponsEntity,
        { id },
        {
          keadaan: 'diterapkan',
          diterapkanPada: t.sekarang,
          kunciBerkas: null,
          kunciSiap: null,
          ...(sama && { ringkasan: { ...ringkasan, tetap: true as const } }),
        },
      );
      return { hasil: sama ? ('tetap' as const) : ('diterapkan' as const), lama: impor };
    });
    for (const kunci of [lama?.kunciBerkas, lama?.kunciSiap]) if (kunci) await this.penyimpanan.hapus(kunci);
    return hasil;
  }

  /** The very rows that were applied last are still those of the survey. */
  private async sudahSama(
    manager: EntityManager,
    survei: SurveiEntity,
    { sidik }: ImporResponsEntity,
    { sidikJawaban }: RingkasanImpor,
  ): Promise<boolean> {
    if (survei.tingkat !== 'respons' || survei.sidikRespons !== sidikJawaban) return false;
    const [terakhir] = await manager.find(ImporResponsEntity, {
      where: { surveiId: survei.id, keadaan: 'diterapkan' },
      order: { diterapkanPada: 'DESC' },
      take: 1,
    });
    return terakhir?.sidik === sidik;
  }

  private async tulis(
    manager: EntityManager,
    t: TempatSurvei,
    survei: SurveiEntity,
    impor: ImporResponsEntity,
    ringkasan: RingkasanImpor,
  ): Promise<void> {
    if ((await sidikSurvei(manager, survei.id)) !== impor.sidikSurvei)
      throw new GalatPengguna('Survei ini berubah sejak berkasnya diperiksa. Periksa lagi berkasnya, lalu terapkan.');
    await kosongkanRespons(manager, survei.id);
    await this.saran.kosongkanDariBerkas(survei.id);
    await this.salinBlok(manager, survei, adaBerkas(impor.kunciSiap), impor.sidik ?? '');
    await simpanAngka(manager, survei, ringkasan);
    await manager.update(
      SurveiEntity,
      { id: survei.id },
      { tingkat: 'respons', nBersama: null, jumlahRespons: ringkasan.n, sidikRespons: ringkasan.sidikJawaban },
    );
    await this.ingat(manager, t, impor);
    await this.audit.catat('survei.respons.diterapkan', {
      instansiId: t.instansi.id,
      sasaran: { jenis: 'survei', id: survei.id, nama: survei.judul },
      sebelum: { tingkat: survei.tingkat, jumlahRespons: survei.jumlahRespons, sidikRespons: survei.sidikRespons },
      sesudah: {
        berkas: impor.namaBerkas,
        sha256: impor.sha256,
        sidik: impor.sidik ?? '',
        jumlahRespons: ringkasan.n,
        sidikRespons: ringkasan.sidikJawaban,
        ditolak: ringkasan.ditolak,
        dikeluarkan: ringkasan.dikeluarkan.length,
        saran: ringkasan.saran,
      },
    });
  }

  /** Byte for byte what was prepared, and the suggestions among it. */
  private async salinBlok(manager: EntityManager, survei: SurveiEntity, kunci: string, sidik: string): Promise<void> {
    const aliran = await this.penyimpanan.bukaAliran(kunci);
    if (!aliran) throw new GalatPengguna('Hasil pemeriksaannya sudah tidak disimpan. Periksa lagi berkasnya.');
    const hash = createHash('sha256');
    aliran.on('data', (isi: Buffer) => hash.update(isi));
    let kirim: Promise<unknown> = Promise.resolve();
    try {
      // The next batch is read and parted while the server takes this one.
      for await (const baris of kelompokBaris(aliran, BITA_SEKALI)) {
        const saran = memuatSaran(baris) ? pecahBaris(baris).flatMap(saranBlok) : [];
        await kirim;
        kirim = manager.query(SQL_BLOK, [survei.id, survei.instansiId, keLarik(baris)]);
        kirim.catch(() => undefined);
        if (saran.length === 0) continue;
        await kirim;
        await this.saran.terima(survei.id, saran, 'berkas');
      }
    } finally {
      await kirim;
    }
    if (hash.digest('hex') !== sidik) throw new Error('Baris yang disiapkan berubah di penyimpanan');
  }

  /** The next file with these titles is understood as this one was. */
  private async ingat(manager: EntityManager, t: TempatSurvei, impor: ImporResponsEntity): Promise<void> {
    await manager.upsert(
      PemetaanResponsEntity,
      {
        instansiId: t.instansi.id,
        sidikJudul: impor.susunan.sidikJudul,
        pemetaan: pemetaanKini(impor),
        oleh: t.pelaku.nama,
        pada: t.sekarang,
      },
      ['instansiId', 'sidikJudul'],
    );
  }
}

/** Also of those who were asked and left it blank: they are counted apart. */
function saranBlok(teks: string): SaranMasuk[] {
  const { saran, layanan, baris } = bacaSiapan(teks);
  return (saran ?? []).map((isi, i) => ({
    teks: isi,
    layanan: isi === null ? null : (layanan?.[i] ?? null),
    baris: baris[i] ?? 0,
  }));
}

/** Replaces the figures that the pages read. */
async function simpanAngka(manager: EntityManager, survei: SurveiEntity, angka: AngkaRespons): Promise<void> {
  const milik = { surveiId: survei.id, instansiId: survei.instansiId };
  const kepentingan = new Map(angka.kepentingan?.map((k) => [k.unsur, k]));
  await manager.delete(SurveiUnsurEntity, { surveiId: survei.id });
  await manager.insert(
    SurveiUnsurEntity,
    angka.unsur.map(({ unsur, n, jumlah, penyebut }, urutan) => ({
      ...milik,
      unsur,
      urutan,
      n,
      jumlah,
      penyebut: penyebut === 1 ? null : penyebut,
      nrr: null,
      nilai: null,
      kepentinganN: kepentingan.get(unsur)?.n ?? null,
      kepentinganJumlah: kepentingan.get(unsur)?.jumlah ?? null,
    })),
  );
  const profil = angka.profil.flatMap(({ ciri, kelompok }) =>
    kelompok.map((k, urutan) => ({ ...milik, ciri, kelompok: k.kelompok, urutan, jumlah: k.jumlah })),
  );
  for (let i = 0; i < profil.length; i += SEKALI) await manager.insert(SurveiProfilEntity, profil.slice(i, i + SEKALI));
  const layanan = angka.layanan.flatMap(({ layanan: nama, responden, unsur }, urutan) =>
    unsur.map((u) => ({ ...milik, layanan: nama, urutan, responden, ...u })),
  );
  for (let i = 0; i < layanan.length; i += SEKALI) await manager.insert(SurveiLayananUnsurEntity, layanan.slice(i, i + SEKALI));
}
