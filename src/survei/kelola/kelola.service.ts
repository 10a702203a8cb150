import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import type { UnitEntity } from '../../organisasi/unit.entity';
import { GalatTidakBerhak } from '../../shared/galat';
import { galatMedan, type Ketikan } from '../../shared/isian';
import { teksBilangan } from '../../shared/desimal';
import { namaPeriodeLengkap } from '../../shared/periode';
import { kunciSurvei } from '../kunci-survei';
import { namaAliran } from '../status.rules';
import { SurveiLayananEntity } from '../survei-layanan.entity';
import { SurveiProfilEntity } from '../survei-profil.entity';
import { SurveiUnsurEntity } from '../survei-unsur.entity';
import { SurveiEntity } from '../survei.entity';
import { adaHasil } from '../survei.rules';
import { berwenang } from '../survei.policy';
import { tolakBersamaan } from './bersamaan';
import { dataAudit, hasilAudit } from './catatan-audit';
import { bacaData, ketikanData, type DataSurvei } from './data-isian';
import { bacaHasil, ketikanHasil, type CaraHasil, type HasilIsian } from './hasil-isian';
import { KelolaQuery, type SurveiTerbuka } from './kelola.query';
import { sarankanKode } from './kode.rules';

/** What is typed of a survey. Only drafts change; each act is kept in the history with what stood before. */
@Injectable()
export class KelolaSurveiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: KelolaQuery,
    private readonly audit: AuditService,
  ) {}

  /** @returns the new survey's code. @throws {GalatIsian} */
  buat(tempat: Tempat, ketikan: Ketikan): Promise<string> {
    const { instansi, pelaku } = tempat;
    if (!berwenang(pelaku, instansi.id, 'ubah'))
      throw new GalatTidakBerhak('Survei dibuat oleh koordinator SKM. Mintalah kepada koordinator instansi Anda.');
    return this.transaksi.jalankan(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/survei/${instansi.id}`]);
      const bahan = await this.query.bahan(tempat);
      const terbaca = bacaData(ketikan, bahan, null);
      const { kode: dipakai } = await this.query.acuan(tempat);
      if (dipakai.some((k) => k.toLowerCase() === terbaca.kode.toLowerCase()))
        throw galatMedan('kode', 'Kode ini sudah dipakai survei lain; pilih kode yang lain atau kosongkan');
      const aliran = namaAliranData(terbaca, bahan.unit);
      const data = {
        ...terbaca,
        kode: terbaca.kode || sarankanKode(terbaca.periode, aliran, dipakai),
        judul: terbaca.judul || judulBaku(terbaca, aliran),
      };
      const id = randomUUID();
      await manager.insert(SurveiEntity, {
        id,
        instansiId: instansi.id,
        urutan: dipakai.length,
        ...kolomData(data),
        kode: data.kode,
        status: 'draf',
        tingkat: 'terbit',
        adaTerbit: false,
      });
      await gantiLayanan(manager, instansi.id, id, data.layanan);
      await gantiProfil(manager, instansi.id, id, data.profil);
      await this.audit.catat('survei.buat', {
        instansiId: instansi.id,
        sasaran: { jenis: 'survei', id, nama: data.kode },
        sebelum: null,
        sesudah: dataAudit(data, bahan.unit),
      });
      return data.kode;
    });
  }

  /** @throws {GalatIsian} @throws {GalatBersamaan} @throws {GalatStatusSurvei} */
  ubah(tempat: Tempat, kode: string, ketikan: Ketikan): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const baris = await kunciSurvei(manager, tempat, kode, 'ubah');
      const kini = await this.query.muat(tempat, baris, manager);
      const bahan = await this.query.bahan(tempat, kini);
      const tersimpan = (profil: typeof kini.profil) => ketikanData(kini.survei, kini.jumlahResponden, bahan.unit, profil);
      tolakBersamaan(ketikan, tersimpan(kini.profil));
      const data = bacaData(ketikan, bahan, kode);
      if (data.judul === '') throw galatMedan('judul', 'Tuliskan judul surveinya');
      if (data.instrumen !== kini.survei.instrumen && kini.survei.unsur.length > 0)
        throw galatMedan('instrumen', `Hasilnya sudah diisi menurut ${kini.instrumen.nama}; batalkan survei ini dan buat yang baru untuk instrumen lain`); // prettier-ignore
      await manager.update(SurveiEntity, { id: baris.id }, kolomData(data));
      await gantiLayanan(manager, tempat.instansi.id, baris.id, data.layanan);
      if (!bahan.profilDihitung) await gantiProfil(manager, tempat.instansi.id, baris.id, data.profil);
      await this.audit.catat('survei.ubah', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'survei', id: baris.id, nama: kode },
        sebelum: dataAudit({ ...bacaData(tersimpan([]), bahan, kode), profil: kini.profil }, bahan.unit),
        sesudah: dataAudit(data, bahan.unit),
      });
    });
  }

  /** @throws {GalatIsian} @throws {GalatBersamaan} @throws {GalatStatusSurvei} */
  simpanHasil(tempat: Tempat, kode: string, ketikan: Ketikan, cara: CaraHasil): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const baris = await kunciSurvei(manager, tempat, kode, 'ubah');
      const kini = await this.query.muat(tempat, baris, manager);
      tolakBersamaan(ketikan, ketikanHasil(kini.survei, kini.nBersama, kini.instrumen, cara));
      const hasil = bacaHasil(ketikan, kini.instrumen, cara);
      const jumlahRespons = kini.jumlahRespons ?? 0;
      if (jumlahRespons > 0 && cara !== 'terbit')
        throw galatMedan('cara', `Survei ini memuat ${teksBilangan(jumlahRespons)} jawaban responden; angka unsurnya dihitung dari sana, tidak diketik`); // prettier-ignore
      // Published figures of a survey with answers stand beside them; without answers they replace what was typed before.
      const hanyaTerbit = jumlahRespons > 0;
      await manager.update(SurveiEntity, { id: baris.id }, { ...kolomTerbit(hasil), ...(hanyaTerbit ? {} : kolomHasil(hasil)) });
      if (!hanyaTerbit) await gantiUnsur(manager, tempat.instansi.id, baris.id, hasil);
      await this.audit.catat('survei.hasil', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'survei', id: baris.id, nama: kode },
        sebelum: adaHasil(kini.survei) ? hasilAudit(dariTersimpan(kini)) : null,
        sesudah: hasilAudit(hanyaTerbit ? { ...dariTersimpan(kini), terbit: hasil.terbit } : hasil),
      });
    });
  }
}

function namaAliranData({ aliran }: DataSurvei, unit: readonly UnitEntity[]): string | null {
  const milik = unit.find((u) => u.id === aliran.unitId);
  const { layanan, kanal } = aliran;
  return namaAliran(
    { ...(layanan ? { layanan } : {}), ...(kanal ? { kanal } : {}) },
    layanan ? null : (milik?.singkatan ?? milik?.nama ?? null),
  );
}

function judulBaku({ periode }: DataSurvei, aliran: string | null): string {
  return `Survei Kepuasan Masyarakat ${namaPeriodeLengkap(periode)}${aliran ? `, ${aliran}` : ''}`;
}

function kolomData(data: DataSurvei): Omit<Partial<SurveiEntity>, 'id' | 'instansi' | 'aliranUnit'> {
  return {
    judul: data.judul,
    instrumen: data.instrumen,
    periodeJenis: data.periode.jenis,
    periodeTahun: data.periode.tahun,
    periodeKe: data.periode.ke ?? null,
    aliranLayanan: data.aliran.layanan,
    aliranUnitId: data.aliran.unitId,
    aliranKanal: data.aliran.kanal,
    pelaksanaanMulai: data.pelaksanaan?.mulai ?? null,
    pelaksanaanSelesai: data.pelaksanaan?.selesai ?? null,
    tanggalTerbit: data.tanggalTerbit,
    populasi: data.populasi,
    jumlahResponden: data.jumlahResponden,
  };
}

function kolomTerbit({ terbit }: HasilIsian): Pick<SurveiEntity, 'adaTerbit' | 'terbitNrr' | 'terbitNilai' | 'terbitMutu'> {
  const { nrr = null, nilai = null, mutu = null } = terbit ?? {};
  return { adaTerbit: terbit !== null, terbitNrr: nrr, terbitNilai: nilai, terbitMutu: mutu };
}

function kolomHasil(hasil: HasilIsian): Pick<SurveiEntity, 'tingkat' | 'nBersama' | 'urutanUnsur'> {
  return { tingkat: hasil.tingkat, nBersama: hasil.nBersama, urutanUnsur: hasil.urutanUnsur && [...hasil.urutanUnsur] };
}

const dariTersimpan = ({ survei }: SurveiTerbuka) => ({
  tingkat: survei.tingkat,
  unsur: survei.unsur,
  urutanUnsur: survei.urutanUnsur ?? null,
  terbit: survei.terbit ?? null,
});

async function gantiUnsur(manager: EntityManager, instansiId: string, surveiId: string, { unsur }: HasilIsian): Promise<void> {
  await manager.delete(SurveiUnsurEntity, { surveiId });
  const baris = unsur.map(({ unsur: kode, n, jumlah, nrr, nilai }, urutan) => ({
    instansiId,
    surveiId,
    unsur: kode,
    urutan,
    n: n ?? null,
    jumlah: jumlah ?? null,
    nrr: nrr ?? null,
    nilai: nilai ?? null,
  }));
  if (baris.length > 0) await manager.insert(SurveiUnsurEntity, baris);
}

async function gantiLayanan(
  manager: EntityManager,
  instansiId: string,
  surveiId: string,
  layanan: DataSurvei['layanan'],
): Promise<void> {
  await manager.delete(SurveiLayananEntity, { surveiId });
  if (layanan.length > 0)
    await manager.insert(SurveiLayananEntity, layanan.map((l, urutan) => ({ instansiId, surveiId, ...l, urutan }))); // prettier-ignore
}

async function gantiProfil(
  manager: EntityManager,
  instansiId: string,
  surveiId: string,
  profil: DataSurvei['profil'],
): Promise<void> {
  await manager.delete(SurveiProfilEntity, { surveiId });
  const baris = profil.flatMap(({ ciri, kelompok }) =>
    kelompok.map((k, urutan) => ({ instansiId, surveiId, ciri, ...k, urutan })),
  );
  if (baris.length > 0) await manager.insert(SurveiProfilEntity, baris);
}
