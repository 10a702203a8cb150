import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import type { TerimaSaranDto, TetapkanBanyakDto } from './saran.dto';
import { bolehKelolaSaran } from './saran.policy';
import { asalTindakan, pisahBaris } from './saran.rules';
import { SaranService, type Penerimaan } from './saran.service';
import { syaratSql, type SaringanSaran } from './saringan-saran';
import type { TempatSaran } from './tempat-saran';
import { TindakanSaranService, unsurTerpilih } from './tindakan-saran.service';

/** Most lines that one paste may bring. */
export const BARIS_TEMPELAN = 5000;
/** For each what its words propose. */
export const USUL = 'usul';

/** What an assignment of many would do. */
export interface UjiCobaTetapkan {
  /** rows that would be assigned */
  readonly jumlah: number;
  /** rows of the filter whose state does not let them */
  readonly dilewati: number;
  /** rows left out because their words propose nothing */
  readonly tanpaUsul: number;
}

/** Acts on many suggestions at once: receiving a list, assigning what a filter shows. */
@Injectable()
export class BanyakSaranService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly saran: SaranService,
    private readonly tindakan: TindakanSaranService,
    private readonly audit: AuditService,
  ) {}

  terima(tempat: TempatSaran, dto: TerimaSaranDto): Promise<Penerimaan> {
    pastikanKelola(tempat);
    const daftar = dto.cara === 'satu' ? [{ teks: dto.teks }] : pisahBaris(dto.teks).map(({ teks }) => ({ teks }));
    if (daftar.length > BARIS_TEMPELAN)
      throw galatMedan('teks', `Tempelkan paling banyak ${BARIS_TEMPELAN} baris sekali kirim; ini ${daftar.length} baris`);
    return this.transaksi.jalankan(async () => {
      const layanan = dto.layanan || null;
      const hasil = await this.saran.terima(tempat.survei.id, daftar.map((d) => ({ ...d, layanan })), 'ketik'); // prettier-ignore
      const { instansi, survei } = tempat;
      await this.audit.catat('saran.terima', {
        instansiId: instansi.id,
        sasaran: { jenis: 'survei', id: survei.id, nama: survei.judul },
        sebelum: null,
        sesudah: { ...hasil },
      });
      return hasil;
    });
  }

  /** @throws {GalatIsian} when unsur or unit are not to be had */
  async pastikanPilihan(tempat: TempatSaran, { unsur, unit }: TetapkanBanyakDto): Promise<void> {
    if (unsur !== USUL) unsurTerpilih(tempat, unsur);
    await this.tindakan.unitTerpilih(tempat, unit);
  }

  /** Counts, and changes nothing. */
  async ujiCoba(tempat: TempatSaran, saringan: SaringanSaran, unsur: string): Promise<UjiCobaTetapkan> {
    const { sql, isi } = syaratSql(tempat.survei.id, saringan, null);
    const [hasil] = await this.transaksi.manager.query<UjiCobaTetapkan[]>(
      `SELECT count(*) FILTER (WHERE ikut AND NOT (usul AND tanpa))::int AS jumlah, count(*) FILTER (WHERE NOT ikut)::int AS dilewati,
         count(*) FILTER (WHERE ikut AND usul AND tanpa)::int AS "tanpaUsul"
       FROM (SELECT s.status = ANY ($${isi.length + 1}) AS ikut, s.usul_unsur IS NULL AS tanpa, $${isi.length + 2}::boolean AS usul
             FROM saran s LEFT JOIN unit u ON u.id = s.unit_id WHERE ${sql}) b`,
      [...isi, asalTindakan('tetapkan'), unsur === USUL],
    );
    return hasil ?? { jumlah: 0, dilewati: 0, tanpaUsul: 0 };
  }

  /**
   * Assigns all that the filter shows, if it is still as many as the trial counted.
   * @returns how many, or null when the number changed since: nothing was done
   */
  tetapkan(tempat: TempatSaran, saringan: SaringanSaran, dto: TetapkanBanyakDto): Promise<number | null> {
    pastikanKelola(tempat);
    return this.transaksi.jalankan(async (manager) => {
      const unsur = dto.unsur === USUL ? USUL : unsurTerpilih(tempat, dto.unsur);
      const unit = await this.tindakan.unitTerpilih(tempat, dto.unit);
      await manager.query('SELECT 1 FROM survei WHERE id = $1 FOR NO KEY UPDATE', [tempat.survei.id]);
      const { jumlah } = await this.ujiCoba(tempat, saringan, dto.unsur);
      if (String(jumlah) !== dto.jumlah) return null;
      const { sql, isi } = syaratSql(tempat.survei.id, saringan, null);
      const { konteks } = this.transaksi;
      const p = (ke: number) => `$${isi.length + ke}`;
      await manager.query(
        `WITH lama AS (
           SELECT s.id, s.status, s.usul_unsur FROM saran s LEFT JOIN unit u ON u.id = s.unit_id
           WHERE ${sql} AND s.status = ANY (${p(1)}) AND (NOT ${p(2)}::boolean OR s.usul_unsur IS NOT NULL) FOR UPDATE OF s
         ), ubah AS (
           UPDATE saran s SET unsur = CASE WHEN ${p(2)}::boolean THEN lama.usul_unsur ELSE ${p(3)} END, unit_id = ${p(4)}::uuid,
             status = CASE lama.status WHEN 'baru' THEN 'ditetapkan' ELSE lama.status END
           FROM lama WHERE s.id = lama.id RETURNING s.id, s.instansi_id, lama.status AS dari, s.status AS ke, s.unsur
         )
         INSERT INTO saran_riwayat (id, instansi_id, saran_id, tindakan, dari, ke, keterangan, pada, pengguna_id, nama)
           SELECT gen_random_uuid(), instansi_id, id, 'tetapkan', dari, ke, coalesce(unsur, 'bukan unsur') || ', ' || ${p(5)}::text, ${p(6)}, ${p(7)}::uuid, ${p(8)}
           FROM ubah`,
        [
          ...isi,
          asalTindakan('tetapkan'),
          unsur === USUL,
          unsur,
          unit?.id ?? null,
          unit?.nama ?? 'koordinator',
          tempat.sekarang,
          konteks.pengguna,
          konteks.oleh.nama,
        ],
      );
      await this.audit.catat('saran.tetapkan_banyak', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'survei', id: tempat.survei.id, nama: tempat.survei.judul },
        sebelum: null,
        sesudah: { jumlah, saringan: teksSaringan(saringan), unsur: unsur === USUL ? 'usulan masing-masing' : (unsur ?? 'bukan unsur'), unit: unit?.nama ?? 'koordinator' }, // prettier-ignore
      });
      return jumlah;
    });
  }
}

export function teksSaringan(saringan: SaringanSaran): string {
  return new URLSearchParams(Object.entries(saringan).filter(([, v]) => v !== '')).toString();
}

function pastikanKelola({ pelaku, instansi }: TempatSaran): void {
  if (!bolehKelolaSaran(pelaku, instansi.id))
    throw new GalatTidakBerhak('Hanya koordinator untuk seluruh instansi yang memasukkan dan menetapkan saran.');
}
