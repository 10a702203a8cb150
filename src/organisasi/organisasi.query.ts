import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import { hariIniDi } from '../shared/tanggal';
import { Transaksi } from '../database/transaksi';
import { AturanRealisasiEntity } from './aturan-realisasi.entity';
import { aturanPada, type AturanTertulis } from './aturan.rules';
import { InstansiEntity } from './instansi.entity';
import { KopInstansiEntity } from './kop-instansi.entity';
import type { Instansi, Unit } from './organisasi.rules';
import { UnitEntity } from './unit.entity';

export interface InstansiTersimpan extends Instansi {
  readonly id: string;
}

type BarisAturan = Pick<AturanRealisasiEntity, 'satuan' | 'bobotSebagian' | 'dasar' | 'tidakDapat' | 'pengganti'>;
type KolomInstansi =
  ('kode' | 'nama' | 'singkatan' | 'kota' | 'zonaWaktu' | 'situs') | ('jumlahPrioritas' | 'kertas' | 'skalaGanda' | 'kopSurat');
type BarisInstansi = Pick<InstansiEntity, 'id' | KolomInstansi> & { readonly aturan: BarisAturan | null };

/** The agency with the newest version of its rule: every request asks for it, and waits for one answer. */
const INSTANSI = `
  SELECT i.id, i.kode, i.nama, i.singkatan, i.kota, i.zona_waktu AS "zonaWaktu", i.situs, i.jumlah_prioritas AS "jumlahPrioritas", i.kertas,
    i.skala_ganda AS "skalaGanda", i.kop_surat AS "kopSurat",
    (SELECT json_build_object('satuan', a.satuan, 'bobotSebagian', a.bobot_sebagian, 'dasar', a.dasar, 'tidakDapat', a.tidak_dapat,
        'pengganti', a.pengganti)
      FROM aturan_realisasi a WHERE a.instansi_id = i.id ORDER BY a.versi DESC LIMIT 1) AS aturan
  FROM instansi i WHERE i.kode = $1`;

@Injectable()
export class OrganisasiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  async instansi(kode: string, manager: EntityManager = this.transaksi.manager): Promise<InstansiTersimpan | null> {
    const [i] = await manager.query<BarisInstansi[]>(INSTANSI, [kode]);
    return i ? { ...keInstansi(i, i.aturan ?? undefined), id: i.id } : null;
  }

  /**
   * The agency as it was on that day, as far as its reports show it: name, city, letterhead, and the percentage rule that held. Before
   * what is known first, that.
   */
  async instansiPada(kini: InstansiTersimpan, tanggal: string): Promise<InstansiTersimpan> {
    const kop = await this.kopPada(kini.id, tanggal);
    const versi = await this.transaksi.manager.find(AturanRealisasiEntity, {
      where: { instansiId: kini.id },
      order: { versi: 'ASC' },
    });
    const sejak = versi.map((a) => ({
      aturan: a,
      sejak: hariIniDi(kini.zonaWaktu, a.berlakuSejak),
      dariPaket: a.ditetapkanOleh === null,
    }));
    const aturan = aturanPada(sejak, tanggal)?.aturan;
    const { kopSurat, pengaturan, ...lain } = kini;
    const { realisasi, ...tetap } = pengaturan ?? {};
    const baris = kop ? kop.kopSurat : (kopSurat ?? []);
    return {
      ...lain,
      ...(kop && { nama: kop.nama, singkatan: kop.singkatan, kota: kop.kota }),
      ...(baris.length > 0 ? { kopSurat: baris } : {}),
      pengaturan: { ...tetap, ...(aturan ? { realisasi: keAturan(aturan) } : {}) },
    };
  }

  /** How reports were headed on that day. */
  async kopPada(instansiId: string, tanggal: string): Promise<KopInstansiEntity | null> {
    return this.transaksi.manager
      .createQueryBuilder(KopInstansiEntity, 'k')
      .where('k.instansiId = :instansiId', { instansiId })
      .orderBy('daterange(k.mulai, k.selesai) @> :tanggal::date', 'DESC')
      .addOrderBy('k.mulai', 'ASC', 'NULLS FIRST')
      .setParameter('tanggal', tanggal)
      .limit(1)
      .getOne();
  }

  async daftarUnit(instansiId: string, manager: EntityManager = this.transaksi.manager): Promise<Unit[]> {
    const semua = await manager.find(UnitEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    const kode = new Map(semua.map((u) => [u.id, u.kode]));
    return semua.map((u) =>
      tanpaNull({
        kode: u.kode,
        nama: u.nama,
        singkatan: u.singkatan,
        jenis: u.jenis,
        induk: kode.get(u.indukId ?? '') ?? null,
        berakhir: u.berakhir,
        penerus: kode.get(u.penerusId ?? '') ?? null,
      }),
    );
  }

  /** The same units under the names that held on that day: for what was signed then. */
  async daftarUnitPada(instansiId: string, tanggal: string): Promise<Unit[]> {
    const baris = await this.transaksi.manager.query<{ kode: string; nama: string; singkatan: string | null }[]>(
      `SELECT DISTINCT ON (u.id) u.kode, n.nama, n.singkatan FROM unit u JOIN nama_unit n ON n.unit_id = u.id WHERE u.instansi_id = $1
       ORDER BY u.id, daterange(n.mulai, n.selesai) @> $2::date DESC, n.mulai NULLS FIRST`,
      [instansiId, tanggal],
    );
    const nama = new Map(baris.map((n) => [n.kode, tanpaNull({ nama: n.nama, singkatan: n.singkatan })]));
    return (await this.daftarUnit(instansiId)).map(({ singkatan, ...u }) => ({
      ...u,
      ...(nama.get(u.kode) ?? (singkatan === undefined ? {} : { singkatan })),
    }));
  }
}

/** The rule as the agency wrote it: defaults stay unsaid. */
export function keAturan(a: BarisAturan): AturanTertulis {
  return tanpaNull({
    satuan: a.satuan,
    bobotSebagian: a.bobotSebagian,
    dasar: a.dasar,
    tidakDapat: a.tidakDapat,
    pengganti: a.pengganti,
  });
}

function keInstansi(i: Pick<InstansiEntity, KolomInstansi>, aturan: BarisAturan | undefined): Instansi {
  const pengaturan = tanpaNull({
    realisasi: aturan ? keAturan(aturan) : null,
    jumlahPrioritas: i.jumlahPrioritas,
    kertas: i.kertas,
    skalaGanda: i.skalaGanda,
  });
  const { kode, nama, singkatan, kota, zonaWaktu, situs } = i;
  return tanpaNull({
    kode,
    nama,
    singkatan,
    kota,
    zonaWaktu,
    situs,
    kopSurat: i.kopSurat.length > 0 ? i.kopSurat : null,
    pengaturan: Object.keys(pengaturan).length > 0 ? pengaturan : null,
  });
}
