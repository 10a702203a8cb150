import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { pastikanIzin } from '../../rtl/susun/rencana-terkunci';
import { GalatIsian, galatMedan, type GalatMedan } from '../../shared/isian';
import type { KodePeriode } from '../../shared/periode';
import { tanggalIndonesia } from '../../shared/tanggal';
import { JendelaLaporanEntity } from './jendela-laporan.entity';
import type { KelolaJendelaDto } from './jendela.dto';
import { JendelaQuery } from './jendela.query';

interface Sasaran {
  readonly periode: KodePeriode;
  readonly kegiatanId: string | null;
  /** as the audit names it */
  readonly nama: string;
}

@Injectable()
export class JendelaService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly query: JendelaQuery,
  ) {}

  /**
   * Opens or locks periods for the whole agency, one entry each.
   * @throws {GalatIsian}
   * @throws {GalatTidakBerhak} for anybody but a koordinator of the agency
   */
  async kelolaPeriode(tempat: Tempat, dipilih: readonly string[], dto: KelolaJendelaDto): Promise<number> {
    pastikanIzin(tempat, 'jendela.kelola');
    const ada = new Set(await this.query.periode(tempat.instansi.id));
    const periode = [...new Set(dipilih)];
    pastikanMasa(dto, tempat.hariIni, periode.length === 0 ? 'Pilih sedikitnya satu periode' : null);
    if (periode.some((p) => !ada.has(p)))
      throw galatMedan('dipilih', 'Ada periode yang tidak punya slot; muat ulang halamannya, lalu pilih lagi');
    return this.catat(
      tempat,
      dto,
      periode.map((p) => ({ periode: p, kegiatanId: null, nama: p })),
    );
  }

  /**
   * Opens or locks slots of their own, within one period, with a reason.
   * @param dipilih `kegiatanId periode`, as the page names them
   * @throws {GalatIsian}
   * @throws {GalatTidakBerhak} for anybody but a koordinator of the agency
   */
  async kelolaSlot(tempat: Tempat, dalam: KodePeriode, dipilih: readonly string[], dto: KelolaJendelaDto): Promise<number> {
    pastikanIzin(tempat, 'jendela.kelola');
    const slot = new Map((await this.query.slot(tempat.instansi.id, dalam)).map((s) => [kunciSlot(s), s]));
    const semua = [...new Set(dipilih)];
    pastikanMasa(dto, tempat.hariIni, semua.length === 0 ? 'Pilih sedikitnya satu slot' : null);
    return this.catat(
      tempat,
      dto,
      semua.map((kunci) => {
        const s = slot.get(kunci);
        if (!s) throw galatMedan('dipilih', 'Ada slot yang sudah tidak ada; muat ulang halamannya, lalu pilih lagi');
        return { periode: s.periode, kegiatanId: s.kegiatanId, nama: `${s.rencana} ${s.kegiatan} ${s.periode}` };
      }),
    );
  }

  private catat(tempat: Tempat, dto: KelolaJendelaDto, sasaran: readonly Sasaran[]): Promise<number> {
    const { instansi, pelaku, sekarang } = tempat;
    const buka = dto.tindakan === 'buka';
    const masa = { mulai: buka ? dto.mulai || tempat.hariIni : null, batas: buka ? dto.batas : null };
    const alasan = dto.alasan || null;
    return this.transaksi.jalankan(async (manager) => {
      // One at a time, each later than all before it: the newest entry decides.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/jendela/${instansi.id}`]);
      const [terakhir] = await manager.find(JendelaLaporanEntity, {
        ...{ select: { pada: true }, where: { instansiId: instansi.id }, order: { pada: 'DESC' } as const, take: 1 },
      });
      const pada = new Date(Math.max(sekarang.getTime(), (terakhir?.pada.getTime() ?? 0) + 1));
      const { oleh } = this.transaksi.konteks;
      const umum = {
        ...{ instansiId: instansi.id, tindakan: buka ? ('buka' as const) : ('kunci' as const), ...masa, alasan },
        ...{ olehId: pelaku.penggunaId, olehNama: pelaku.nama, pada },
        olehJabatan: oleh.jabatan.find((j) => j.instansiId === instansi.id)?.jabatan ?? null,
      };
      for (const { periode, kegiatanId, nama } of sasaran) {
        const id = randomUUID();
        await manager.insert(JendelaLaporanEntity, { id, periode, kegiatanId, ...umum });
        await this.audit.catat(buka ? 'jendela.buka' : 'jendela.kunci', {
          instansiId: instansi.id,
          sasaran: { jenis: 'jendela', id, nama },
          sebelum: null,
          sesudah: { periode, ...masa, alasan },
        });
      }
      return sasaran.length;
    });
  }
}

export const kunciSlot = (s: { readonly kegiatanId: string; readonly periode: KodePeriode }): string =>
  `${s.kegiatanId} ${s.periode}`;

/** All faults at once. @throws {GalatIsian} */
function pastikanMasa({ tindakan, mulai, batas }: KelolaJendelaDto, hariIni: string, hampa: string | null): void {
  const galat: GalatMedan[] = hampa === null ? [] : [{ medan: 'dipilih', pesan: hampa }];
  if (tindakan === 'buka') {
    if (batas === '') galat.push({ medan: 'batas', pesan: 'Tuliskan hari terakhir unit boleh melapor' });
    else if (batas < hariIni)
      galat.push({ medan: 'batas', pesan: `Batas ini sudah lewat; pilih ${tanggalIndonesia(hariIni)} atau sesudahnya` });
    else if (batas < (mulai || hariIni))
      galat.push({ medan: 'batas', pesan: 'Batasnya mendahului hari mulai; periksa keduanya' });
  }
  if (galat.length > 0) throw new GalatIsian(galat);
}
