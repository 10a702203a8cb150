import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditQuery, type CatatanAudit } from '../../audit/audit.query';
import { Transaksi } from '../../database/transaksi';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import { versiTerakhir } from '../../instrumen/versi.rules';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import type { Tempat } from '../../organisasi/tempat';
import type { UnitEntity } from '../../organisasi/unit.entity';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { JENIS_PERIODE } from '../../shared/periode';
import { potong, type Potongan } from '../../shared/tampilan/penomoran';
import { cariSurvei } from '../kunci-survei';
import { STATUS_SURVEI } from '../status.rules';
import type { SurveiEntity } from '../survei.entity';
import { bolehLihatSurvei } from '../survei.policy';
import { SurveiQuery, type SurveiTersimpan } from '../survei.query';
import type { Ciri } from '../respons/respons.rules';
import type { BahanIsian } from './data-isian';
import { CIRI_DIKETIK, type ProfilCiri } from './profil-isian';

/**
 * Which surveys the list shows; empty = all that the person may see. Texts as the address gives them; the year is `periode` there, for
 * `tahun` is the time that goes along from page to page.
 */
export interface SaringanSurvei {
  readonly periode: string;
  readonly jenis: string;
  readonly aliran: string;
  readonly status: string;
}

export interface SurveiTerbuka extends SurveiTersimpan {
  readonly instrumen: Instrumen;
  /** as it was typed; empty where answers are counted */
  readonly profil: readonly ProfilCiri[];
}

export interface DaftarSurvei {
  readonly survei: readonly SurveiTersimpan[];
  readonly potongan: Potongan;
  /** surveys that the person may see, whatever the filter */
  readonly semua: number;
  readonly tahun: readonly string[];
  readonly aliran: readonly string[];
}

/** A stream as one word of the address: the service, else the unit's name, else the channel. */
const ALIRAN = `coalesce(s.aliran_layanan, u.singkatan, u.nama, s.aliran_kanal)`;
const SUMBER = `survei s LEFT JOIN unit u ON u.id = s.aliran_unit_id`;

const SEKALI = 50;

@Injectable()
export class KelolaQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly survei: SurveiQuery,
    private readonly instrumen: InstrumenQuery,
    private readonly unit: UnitQuery,
    private readonly audit: AuditQuery,
  ) {}

  /** Latest period first; streams of one period stand together. */
  async daftar(tempat: Tempat, s: SaringanSurvei, halaman: string): Promise<DaftarSurvei> {
    const { id } = tempat.instansi;
    const terlihat = STATUS_SURVEI.filter((status) => bolehLihatSurvei(tempat.pelaku, id, status));
    const isi: unknown[] = [id, terlihat];
    const syarat = ['s.instansi_id = $1', 's.status = ANY ($2)'];
    const tambah = (sql: string, nilai: unknown) => syarat.push(`${sql} = $${isi.push(nilai)}`);
    if (/^\d{4}$/.test(s.periode)) tambah('s.periode_tahun', Number(s.periode));
    if (JENIS_PERIODE.some((j) => j === s.jenis)) tambah('s.periode_jenis', s.jenis);
    if (s.aliran !== '') tambah(ALIRAN, s.aliran);
    if (STATUS_SURVEI.some((x) => x === s.status)) tambah('s.status', s.status);
    const where = syarat.join(' AND ');
    const { manager } = this.transaksi;
    const [jumlah] = await manager.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${SUMBER} WHERE ${where}`, isi);
    const potongan = potong(jumlah?.n ?? 0, SEKALI, halaman);
    const urutan = await manager.query<{ id: string }[]>(
      `SELECT s.id FROM ${SUMBER} WHERE ${where}
       ORDER BY s.periode_tahun DESC, coalesce(s.periode_ke, 0) * CASE s.periode_jenis WHEN 'semester' THEN 6 WHEN 'triwulan' THEN 3 ELSE 1 END DESC,
         s.periode_jenis, ${ALIRAN} NULLS FIRST, s.urutan, s.kode OFFSET $${isi.length + 1} LIMIT $${isi.length + 2}`,
      [...isi, potongan.lewati, potongan.ambil],
    );
    const pilihan = await manager.query<{ tahun: string; aliran: string | null; n: number }[]>(
      `SELECT s.periode_tahun::text AS tahun, ${ALIRAN} AS aliran, count(*)::int AS n FROM ${SUMBER}
       WHERE s.instansi_id = $1 AND s.status = ANY ($2) GROUP BY 1, 2`,
      [id, terlihat],
    );
    const termuat = await this.survei.tersimpan(id, manager, urutan.map((u) => u.id)); // prettier-ignore
    const perId = new Map(termuat.map((t) => [t.id, t]));
    return {
      survei: urutan.flatMap((u) => perId.get(u.id) ?? []),
      potongan,
      semua: pilihan.reduce((n, p) => n + p.n, 0),
      tahun: [...new Set(pilihan.map((p) => p.tahun))].sort().reverse(),
      aliran: [...new Set(pilihan.flatMap((p) => p.aliran ?? []))].sort((a, b) => a.localeCompare(b, 'id')),
    };
  }

  /** @throws {HalamanTidakAda} when there is none that this person may see */
  async satu(tempat: Tempat, kode: string): Promise<SurveiTerbuka> {
    return this.muat(tempat, await cariSurvei(this.transaksi.manager, tempat, kode));
  }

  async muat(
    { instansi }: Tempat,
    { id }: SurveiEntity,
    manager: EntityManager = this.transaksi.manager,
  ): Promise<SurveiTerbuka> {
    const [survei] = await this.survei.tersimpan(instansi.id, manager, [id]);
    if (!survei) throw new Error(`Survei ${id} tidak ada`);
    const instrumen = (await this.instrumen.semua(instansi.id)).find((i) => i.kode === survei.survei.instrumen);
    if (!instrumen) throw new Error(`Instrumen ${survei.survei.instrumen} tidak dikenal`);
    return { ...survei, instrumen, profil: (survei.jumlahRespons ?? 0) > 0 ? [] : await muatProfil(manager, id) };
  }

  /** What a form offers: the last version of each instrument and units at work, and what the survey names already. */
  async bahan({ instansi }: Tempat, kini?: SurveiTerbuka): Promise<BahanIsian> {
    const semua = await this.instrumen.semua(instansi.id);
    const dipakai = new Set([kini?.survei.aliran?.unit, ...(kini?.survei.respondenPerLayanan ?? []).map((l) => l.unit)]);
    const unit = (await this.unit.semua(instansi.id)).filter((u: UnitEntity) => u.berakhir === null || dipakai.has(u.kode));
    return {
      instrumen: semua.filter((i) => i.kode === kini?.survei.instrumen || versiTerakhir(i, semua)),
      unit,
      profilDihitung: (kini?.jumlahRespons ?? 0) > 0,
    };
  }

  /** Codes in use, and the survey that came last, which a new one usually follows. */
  async acuan({ instansi }: Tempat): Promise<{ kode: string[]; terakhir: SurveiTersimpan | null }> {
    const baris = await this.transaksi.manager.query<{ id: string; kode: string }[]>(
      `SELECT id, kode FROM survei WHERE instansi_id = $1
       ORDER BY status <> 'dibatalkan' DESC, periode_tahun DESC, coalesce(periode_ke, 0) DESC, urutan DESC`,
      [instansi.id],
    );
    const [terakhir] = baris[0] ? await this.survei.tersimpan(instansi.id, undefined, [baris[0].id]) : [];
    return { kode: baris.map((b) => b.kode), terakhir: terakhir ?? null };
  }

  riwayat({ instansi }: Tempat, surveiId: string): Promise<CatatanAudit[]> {
    return this.audit.untukSasaran(instansi.id, 'survei', surveiId);
  }

  /** Who changed the survey last, for the one who is told about it. */
  async perubahanTerakhir(tempat: Tempat, surveiId: string): Promise<CatatanAudit | null> {
    const [terakhir] = await this.audit.untukSasaran(tempat.instansi.id, 'survei', surveiId, 1);
    return terakhir ?? null;
  }
}

async function muatProfil(manager: EntityManager, surveiId: string): Promise<ProfilCiri[]> {
  const baris = await manager.query<{ ciri: Ciri; kelompok: string; jumlah: number }[]>(
    'SELECT ciri, kelompok, jumlah FROM survei_profil WHERE survei_id = $1 ORDER BY ciri, urutan',
    [surveiId],
  );
  return CIRI_DIKETIK.flatMap((ciri) => {
    const kelompok = baris.filter((b) => b.ciri === ciri).map((b) => ({ kelompok: b.kelompok, jumlah: b.jumlah }));
    return kelompok.length === 0 ? [] : [{ ciri, kelompok }];
  });
}
