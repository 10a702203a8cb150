import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Konteks as KonteksTransaksi } from '../database/konteks';
import { InstrumenEntity } from '../instrumen/instrumen.entity';
import { AturanRealisasiEntity } from '../organisasi/aturan-realisasi.entity';
import type { AturanTertulis } from '../organisasi/aturan.rules';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { catatKopInstansi } from '../organisasi/kop-instansi';
import { keAturan } from '../organisasi/organisasi.query';
import { kunciOrganisasi } from '../organisasi/tempat';
import { UnitEntity } from '../organisasi/unit.entity';
import { catatNamaUnit } from '../organisasi/unit/nama-unit';
import { penerusAkhir, susunPohon } from '../organisasi/unit/unit.rules';
import { GalatPengguna } from '../shared/galat';
import { hariIniDi } from '../shared/tanggal';
import { gabung, type KonteksImpor } from './konteks-impor';
import type { Paket } from './paket';
import { samakan, type Calon, type Tambahan } from './selisih';

/** The agency's own row, its letterhead and its rule. @returns its id @throws {GalatPengguna} when it is another agency's paket */
export async function imporInstansi(
  manager: EntityManager,
  paket: Paket,
  hitungan: Tambahan,
  { instansi: [milik], operator }: KonteksTransaksi,
): Promise<string> {
  const { kode, nama, singkatan, kota, zonaWaktu, situs, pengaturan } = paket.instansi;
  const ada = await manager.findBy(InstansiEntity, { kode });
  if (milik === undefined || (ada[0] ? ada[0].id !== milik : !operator))
    throw new GalatPengguna(`Paket ini milik instansi "${kode}", bukan milik instansi yang sedang dibuka.`);
  const { kopSurat } = paket.instansi;
  const baris: Calon<InstansiEntity> = {
    kode,
    nama,
    singkatan,
    kota,
    zonaWaktu,
    situs: situs ?? null,
    jumlahPrioritas: pengaturan?.jumlahPrioritas ?? null,
    sumber: paket.sumber ?? null,
    // What a paket does not speak of stays as the agency set it here.
    ...(kopSurat === undefined ? {} : { kopSurat: [...kopSurat] }),
    ...(pengaturan?.kertas === undefined ? {} : { kertas: pengaturan.kertas }),
    ...(pengaturan?.skalaGanda === undefined ? {} : { skalaGanda: pengaturan.skalaGanda }),
  };
  const sendiri: Tambahan = { baru: 0, berubah: 0, tetap: 0, dibiarkan: 0 };
  const { id } = await samakan(manager, InstansiEntity, ada, [baris], (i) => i.kode ?? '', sendiri, [], new Map([[kode, milik]]));
  const instansiId = id.get(kode) ?? '';
  await catatKopInstansi(manager, instansiId, hariIniDi(zonaWaktu, new Date()));
  const aturanBaru = await imporAturan(manager, instansiId, pengaturan?.realisasi);
  if (sendiri.baru > 0) hitungan.baru += 1;
  else if (sendiri.berubah > 0 || aturanBaru) hitungan.berubah += 1;
  else hitungan.tetap += 1;
  return instansiId;
}

/** A changed rule is a new version; a paket without a rule leaves the agency's own. */
async function imporAturan(manager: EntityManager, instansiId: string, aturan: AturanTertulis | undefined): Promise<boolean> {
  if (!aturan) return false;
  const [kini] = await manager.find(AturanRealisasiEntity, { where: { instansiId }, order: { versi: 'DESC' }, take: 1 });
  const sama = (a: AturanTertulis) => gabung(a.satuan, a.bobotSebagian, a.dasar, a.tidakDapat, a.pengganti);
  if (kini && sama(keAturan(kini)) === sama(aturan)) return false;
  await manager.insert(AturanRealisasiEntity, {
    id: randomUUID(),
    instansiId,
    versi: (kini?.versi ?? 0) + 1,
    satuan: aturan.satuan,
    bobotSebagian: aturan.bobotSebagian,
    dasar: aturan.dasar ?? null,
    tidakDapat: aturan.tidakDapat ?? null,
    pengganti: aturan.pengganti ?? null,
    berlakuSejak: new Date(),
  });
  return true;
}

/** @returns id by kode, of what was stored and what is new */
export async function imporUnit({ manager, paket, instansiId, hitungan }: KonteksImpor): Promise<ReadonlyMap<string, string>> {
  await kunciOrganisasi(manager, instansiId);
  const ada = await manager.findBy(UnitEntity, { instansiId });
  const daftar = paket.unit ?? [];
  // Ids are given beforehand, so that a child can name a parent that is new too; the foreign key is checked at commit.
  const dikenal = new Map(ada.map((u) => [u.kode, u.id]));
  const idBaru = new Map(daftar.map((u) => [u.kode, dikenal.get(u.kode) ?? randomUUID()]));
  const pohon = susunPohon(ada);
  const tersimpan = new Map(ada.map((u) => [u.kode, u]));
  // A tree in which units were merged or retired here is newer than a paket that does not know of it: its parents stay.
  const pohonLebihBaru = daftar.some((u) => u.berakhir === undefined && (tersimpan.get(u.kode)?.berakhir ?? null) !== null);
  const baris = daftar.map((u, urutan): Calon<UnitEntity> => {
    const menurutPaket = u.induk === undefined ? null : (idBaru.get(u.induk) ?? null);
    const lama = tersimpan.get(u.kode);
    const berlaku = menurutPaket === null ? null : (penerusAkhir(pohon, menurutPaket)?.id ?? menurutPaket);
    const indukId = !pohonLebihBaru ? menurutPaket : lama ? lama.indukId : berlaku;
    return {
      instansiId,
      urutan,
      kode: u.kode,
      nama: u.nama,
      singkatan: u.singkatan ?? null,
      jenis: u.jenis,
      indukId,
      ...(u.berakhir === undefined ? {} : { berakhir: u.berakhir, penerusId: idBaru.get(u.penerus ?? '') ?? null }),
    };
  });
  await samakan(manager, UnitEntity, ada, baris, (u) => u.kode ?? '', hitungan, [], idBaru);
  const bernama = daftar.map((u) => ({ id: idBaru.get(u.kode) ?? '', nama: u.nama, singkatan: u.singkatan ?? null }));
  await catatNamaUnit(manager, instansiId, bernama, hariIniDi(paket.instansi.zonaWaktu, new Date()));
  return new Map([...dikenal, ...idBaru]);
}

export async function imporInstrumen({ manager, paket, instansiId, hitungan }: KonteksImpor): Promise<void> {
  const ada = await manager.findBy(InstrumenEntity, { instansiId });
  const baris = (paket.instrumen ?? []).map((i, urutan): Calon<InstrumenEntity> => {
    const { kode, nama, skala, unsur, mutu, berlaku } = i;
    return {
      instansiId,
      urutan,
      kode,
      nama,
      skalaMin: skala.min,
      skalaMaks: skala.maks,
      unsur: [...unsur],
      mutu: [...mutu],
      pokok: i.pokok ?? null,
      versi: i.versi ?? 1,
      peraturan: i.peraturan ?? null,
      berlakuMulai: berlaku?.mulai ?? null,
      berlakuSelesai: berlaku?.selesai ?? null,
      tambahan: [...(i.tambahan ?? [])],
    };
  });
  await samakan(manager, InstrumenEntity, ada, baris, (i) => i.kode ?? '', hitungan);
}
