import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Konteks as KonteksTransaksi } from '../database/konteks';
import { konteksSistem, Transaksi } from '../database/transaksi';
import { InstrumenEntity } from '../instrumen/instrumen.entity';
import { LaporanEntity } from '../laporan/laporan.entity';
import { AturanRealisasiEntity } from '../organisasi/aturan-realisasi.entity';
import type { AturanTertulis } from '../organisasi/aturan.rules';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { catatKopInstansi } from '../organisasi/kop-instansi';
import { keAturan } from '../organisasi/organisasi.query';
import { kunciOrganisasi } from '../organisasi/tempat';
import { UnitEntity } from '../organisasi/unit.entity';
import { catatNamaUnit } from '../organisasi/unit/nama-unit';
import { penerusAkhir, susunPohon } from '../organisasi/unit/unit.rules';
import { BuktiEntity } from '../progres/bukti.entity';
import { RealisasiEntity } from '../progres/realisasi.entity';
import { RencanaAwalService } from '../rtl/awal/rencana-awal.service';
import { KegiatanEntity } from '../rtl/kegiatan.entity';
import { PenanggungJawabEntity } from '../rtl/penanggung-jawab.entity';
import { PrioritasEntity } from '../rtl/prioritas.entity';
import { RencanaEntity } from '../rtl/rencana.entity';
import { GalatPengguna } from '../shared/galat';
import { SurveiLayananEntity } from '../survei/survei-layanan.entity';
import { SurveiUnsurEntity } from '../survei/survei-unsur.entity';
import { SurveiEntity } from '../survei/survei.entity';
import { gantiRespons, hitungUlangKepentingan } from '../survei/tulis-respons';
import { hariIniDi } from '../shared/tanggal';
import { imporAsal, imporDilewati, type KonteksImpor } from './impor-dilewati';
import {
  barisBukti,
  barisLaporan,
  barisPj,
  barisPrioritas,
  barisRealisasi,
  barisRencana,
  barisSurvei,
  barisUnsur,
} from './impor.baris';
import type { Paket } from './paket';
import { samakan, type Calon, type Tambahan } from './selisih';

type Konteks = KonteksImpor & { readonly paket: Paket };

/** A key of several parts; the separator cannot occur in a validated code. */
const gabung = (...bagian: (string | number | null | undefined)[]): string => bagian.map((b) => b ?? '').join('\n');

@Injectable()
export class ImporService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly awal: RencanaAwalService,
  ) {}

  /** For the command line and the first start: makes the agency when it is new. @param perintah as the audit will tell it */
  imporSistem(paket: Paket, perintah: string): Promise<Tambahan> {
    const konteks = konteksSistem(perintah);
    return this.transaksi.sebagai(konteks, async (manager) => {
      await kunciInstansi(manager, paket.instansi.kode);
      const ada = await manager.findOne(InstansiEntity, { where: { kode: paket.instansi.kode }, select: { id: true } });
      return this.transaksi.sebagai({ ...konteks, instansi: [ada?.id ?? randomUUID()] }, () => this.impor(paket));
    });
  }

  /**
   * Stores a validated paket in one transaction: all of it, or nothing. Records are known again by their codes, so that a second import
   * of the same paket changes nothing; what is stored and not named in the paket is left alone. Under the context that holds, which names
   * the one agency that it may write.
   * @throws {GalatPengguna} when the paket is another agency's
   */
  impor(paket: Paket): Promise<Tambahan> {
    return this.transaksi.jalankan(async (manager) => {
      const hitungan: Tambahan = { baru: 0, berubah: 0, tetap: 0, dibiarkan: 0 };
      await kunciInstansi(manager, paket.instansi.kode);
      const k: Konteks = {
        manager,
        paket,
        hitungan,
        instansiId: await imporInstansi(manager, paket, hitungan, this.transaksi.konteks),
      };
      const unit = await imporUnit(k);
      await imporInstrumen(k);
      const survei = await imporSurvei(k, unit);
      const { rencana, kegiatan } = await imporRencana(k, unit, survei);
      await imporRealisasi(k, kegiatan);
      await this.selaraskanAwal(k);
      await imporLaporan(k, rencana);
      await this.catat(k);
      return hitungan;
    });
  }

  /** @throws {GalatPengguna} when a plan that was ditetapkan here would be another one by this */
  private selaraskanAwal({ paket, instansiId }: Konteks): Promise<void> {
    const kode = (paket.rencana ?? []).map((r) => r.kode);
    return this.awal.selaraskanImpor(instansiId, kode, paket.instansi.zonaWaktu, new Date());
  }

  /** An import that changed nothing is no act. */
  private async catat({ instansiId, paket, hitungan: { baru, berubah, tetap, dibiarkan } }: Konteks): Promise<void> {
    if (baru + berubah === 0) return;
    await this.audit.catat('paket.impor', {
      instansiId,
      sasaran: { jenis: 'instansi', id: instansiId, nama: paket.instansi.nama },
      sebelum: null,
      sesudah: { baru, berubah, tetap, dibiarkan, sumber: paket.sumber ?? null },
    });
  }
}

/** Two imports of one agency take turns. */
function kunciInstansi(manager: EntityManager, kode: string): Promise<unknown> {
  return manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/impor/${kode}`]);
}

async function imporInstansi(
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

async function imporUnit({ manager, paket, instansiId, hitungan }: Konteks): Promise<ReadonlyMap<string, string>> {
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

async function imporInstrumen({ manager, paket, instansiId, hitungan }: Konteks): Promise<void> {
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

async function imporSurvei(k: Konteks, unit: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const { manager, instansiId, hitungan } = k;
  const daftar = k.paket.survei ?? [];
  const ada = await manager.findBy(SurveiEntity, { instansiId });
  const sidikLama = new Map(ada.map((s) => [s.kode, s.sidikRespons]));
  const baris = daftar.map((s, i) => ({
    ...barisSurvei(s, instansiId, i),
    aliranUnitId: unit.get(s.aliran?.unit ?? '') ?? null,
  }));
  const { id, ditulis } = await samakan(manager, SurveiEntity, ada, baris, (s) => s.kode ?? '', hitungan, [
    { entitas: SurveiUnsurEntity, milik: 'surveiId', isi: new Map(daftar.map((s) => [s.kode, barisUnsur(s, instansiId)])) },
    {
      entitas: SurveiLayananEntity,
      milik: 'surveiId',
      isi: new Map(
        daftar.map((s) => [
          s.kode,
          (s.respondenPerLayanan ?? []).map((l, urutan) => ({ instansiId, unitId: unit.get(l.unit), urutan, jumlah: l.jumlah })),
        ]),
      ),
    },
  ]);
  for (const [i, s] of daftar.entries()) {
    const surveiId = id.get(s.kode);
    if (surveiId === undefined || !ditulis.has(s.kode)) continue;
    if (sidikLama.get(s.kode) !== baris[i]?.sidikRespons)
      await gantiRespons(manager, instansiId, surveiId, s.respons?.baris ?? []);
    else if (s.respons) await hitungUlangKepentingan(manager, surveiId);
  }
  return id;
}

async function imporRencana(k: Konteks, unit: ReadonlyMap<string, string>, survei: ReadonlyMap<string, string>) {
  const { manager, instansiId, hitungan } = k;
  const daftar = k.paket.rencana ?? [];
  const idSurvei = (kode: string | undefined) => (kode === undefined ? null : (survei.get(kode) ?? null));
  const { id: rencana } = await samakan(
    manager,
    RencanaEntity,
    await manager.findBy(RencanaEntity, { instansiId }),
    daftar.map((r, i) => barisRencana(r, instansiId, i, idSurvei(r.survei))),
    (r) => r.kode ?? '',
    hitungan,
  );

  const rencanaId = Any(daftar.flatMap((r) => rencana.get(r.kode) ?? []));
  const semuaPrioritas = daftar.flatMap((r) => r.prioritas.map((p, i) => ({ p, i, rencanaId: rencana.get(r.kode) ?? '' })));
  const { id: prioritas } = await samakan(
    manager,
    PrioritasEntity,
    await manager.findBy(PrioritasEntity, { rencanaId }),
    semuaPrioritas.map(({ p, i, rencanaId: milik }) => barisPrioritas(p, instansiId, milik, i)),
    (p) => gabung(p.rencanaId, p.no),
    hitungan,
  );

  await imporDilewati(k, daftar, rencana);
  const adaKegiatan = await manager.findBy(KegiatanEntity, { rencanaId });
  const dikeluarkan = new Set(adaKegiatan.filter((x) => x.keadaan !== 'berlaku').map((x) => gabung(x.rencanaId, x.kode)));
  const semuaKegiatan = semuaPrioritas
    .flatMap(({ p, rencanaId: milik }) => p.kegiatan.map((kegiatan) => ({ kegiatan, p, rencanaId: milik })))
    .filter(({ kegiatan, rencanaId: milik }) => !dikeluarkan.has(gabung(milik, kegiatan.kode)));
  const { id: kegiatan } = await samakan(
    manager,
    KegiatanEntity,
    adaKegiatan,
    semuaKegiatan.map(({ kegiatan: keg, p, rencanaId: milik }, urutan): Calon<KegiatanEntity> => ({
      instansiId,
      rencanaId: milik,
      prioritasId: prioritas.get(gabung(milik, p.no)) ?? '',
      urutan,
      kode: keg.kode,
      uraian: keg.uraian,
      surveiId: idSurvei(keg.survei),
      jadwal: [...keg.jadwal],
      keluaran: keg.keluaran ?? null,
      indikator: keg.indikator ?? null,
    })),
    (keg) => gabung(keg.rencanaId, keg.kode),
    hitungan,
    [
      {
        entitas: PenanggungJawabEntity,
        milik: 'kegiatanId',
        isi: new Map(
          semuaKegiatan.map(({ kegiatan: keg, rencanaId: milik }) => [gabung(milik, keg.kode), barisPj(keg, unit, instansiId)]),
        ),
      },
    ],
  );
  await imporAsal(manager, daftar, (r, kode) => kegiatan.get(gabung(rencana.get(r), kode)));
  return { rencana, kegiatan: new Map(daftar.flatMap((r) => r.prioritas.flatMap((p) => p.kegiatan).map((keg) => [gabung(r.kode, keg.kode), kegiatan.get(gabung(rencana.get(r.kode), keg.kode)) ?? '']))) }; // prettier-ignore
}

async function imporRealisasi(
  { manager, paket, instansiId, hitungan }: Konteks,
  kegiatan: ReadonlyMap<string, string>,
): Promise<void> {
  const daftar = paket.realisasi ?? [];
  const idKegiatan = daftar.map((r) => kegiatan.get(gabung(r.rencana, r.kegiatan)) ?? '');
  const kunci = (r: Calon<RealisasiEntity>) => gabung(r.kegiatanId, r.periode);
  const baris = daftar.map((r, i) => barisRealisasi(r, instansiId, idKegiatan[i] ?? '', i));
  const bukti = new Map(daftar.map((r, i) => [kunci(baris[i] ?? {}), barisBukti(r, instansiId)]));
  const ada = await manager.findBy(RealisasiEntity, { instansiId });
  await samakan(manager, RealisasiEntity, ada, baris, kunci, hitungan, [
    { entitas: BuktiEntity, milik: 'realisasiId', isi: bukti },
  ]);
}

async function imporLaporan(
  { manager, paket, instansiId, hitungan }: Konteks,
  rencana: ReadonlyMap<string, string>,
): Promise<void> {
  const baris = (paket.laporan ?? []).map((l, i) => barisLaporan(l, instansiId, rencana.get(l.rencana) ?? '', i));
  const ada = await manager.findBy(LaporanEntity, { instansiId });
  await samakan(manager, LaporanEntity, ada, baris, (l) => gabung(l.rencanaId, l.jenis, l.tanggal), hitungan);
}
