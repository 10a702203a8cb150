import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../../audit/audit.service';
import { Transaksi } from '../../../database/transaksi';
import { GalatPengguna, GalatTidakDitemukan } from '../../../shared/galat';
import { galatMedan } from '../../../shared/isian';
import { tanggalSah } from '../../../shared/tanggal';
import type { BerkasTertampung } from '../../../storage/tampungan';
import { LaporanSlotService } from '../../lapor/laporan-slot.service';
import { UTAMA, type Bagian, type LaporanKini, type TempatLapor } from '../../lapor/tempat-lapor';
import { BerkasService, type BerkasDiterima } from '../objek/berkas.service';
import { BuktiLaporanQuery, type BuktiTersimpan } from './bukti-laporan.query';
import type { SasaranBukti } from './medan-bukti';

/** More than any report needs: a limit for mistakes. */
export const BUKTI_TERBANYAK = 100;

export type CaraUnggah = 'formulir' | 'telepon';

/** A file that came in whole, still unclaimed. */
export interface BerkasMasuk {
  /** as the sender calls it */
  readonly nama: string;
  readonly tampungan: BerkasTertampung;
}

interface IsiBaru extends Pick<BuktiTersimpan, 'jenis' | 'sha256' | 'url' | 'nama' | 'tanggal'> {
  readonly cara: CaraUnggah;
}

/** What a person says of a piece of evidence. */
export interface KeteranganBukti {
  /** day or month of the activity */
  readonly tanggal: string | null;
  readonly keterangan: string | null;
  readonly diharapkan: number | null;
}

/** Evidence of a report: added, described, replaced, taken out. Nothing is deleted. */
@Injectable()
export class BuktiLaporanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly laporan: LaporanSlotService,
    private readonly berkas: BerkasService,
    private readonly query: BuktiLaporanQuery,
  ) {}

  /**
   * Takes a file into the report. Checking it may take seconds: outside any transaction.
   * @param lalu is written with it or not at all
   * @returns id of the evidence
   * @throws {BerkasDitolak} {PenyimpananTerganggu} {GalatLaporanTerkunci} {GalatTidakBerhak}
   */
  tambahBerkas(
    tempat: TempatLapor,
    sasaran: SasaranBukti,
    { nama, tampungan }: BerkasMasuk,
    cara: CaraUnggah,
    lalu: (id: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<string> {
    return this.berkas.terima({ instansiId: tempat.instansi.id, nama, tampungan }, async (b) => {
      const isi = { jenis: b.rupa, sha256: b.sha256, url: null, nama: b.nama, tanggal: tanggalFoto(b, tempat.hariIni), cara };
      const id = await this.tulis(tempat, sasaran, isi);
      await lalu(id);
      return id;
    });
  }

  /** @param url of http or https @returns id of the evidence */
  tambahTautan(tempat: TempatLapor, sasaran: SasaranBukti, url: string): Promise<string> {
    const isi: IsiBaru = { jenis: 'tautan', sha256: null, url, nama: namaTautan(url), tanggal: null, cara: 'formulir' };
    return this.transaksi.jalankan(() => this.tulis(tempat, sasaran, isi));
  }

  /** @returns whether anything is different now @throws {GalatTidakDitemukan} when it is no longer in the report */
  ubah(tempat: TempatLapor, id: string, baru: Partial<KeteranganBukti>): Promise<boolean> {
    return this.transaksi.jalankan(async (manager) => {
      const lama = await this.tahan(tempat, id);
      const kini: KeteranganBukti = { tanggal: lama.tanggal, keterangan: lama.keterangan, diharapkan: lama.diharapkan, ...baru };
      pastikanDiharapkan(tempat, kini.diharapkan);
      if (KETERANGAN.every((n) => kini[n] === lama[n])) return false;
      await manager.query('UPDATE bukti_laporan SET tanggal = $2, keterangan = $3, diharapkan = $4 WHERE id = $1', [
        id,
        kini.tanggal,
        kini.keterangan,
        kini.diharapkan,
      ]);
      await this.audit.catat('bukti.ubah', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'bukti', id, nama: lama.nama },
        sebelum: { tanggal: lama.tanggal, keterangan: lama.keterangan, diharapkan: lama.diharapkan },
        sesudah: { ...kini },
      });
      return true;
    });
  }

  /** Takes it out of the report; what was submitted with it keeps it. @throws {GalatTidakDitemukan} when it is no longer there */
  lepas(tempat: TempatLapor, id: string): Promise<BuktiTersimpan> {
    return this.transaksi.jalankan(async (manager) => {
      const lama = await this.tahan(tempat, id);
      await manager.query('UPDATE bukti_laporan SET dilepas = $2 WHERE id = $1', [id, tempat.sekarang]);
      await this.audit.catat('bukti.lepas', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'bukti', id, nama: lama.nama },
        sebelum: { nama: lama.nama, bagian: lama.bagian, sha256: lama.sha256, url: lama.url },
        sesudah: null,
      });
      return lama;
    });
  }

  /** One piece that stands in the report, which is open for its part. */
  private async tahan(tempat: TempatLapor, id: string): Promise<BuktiTersimpan> {
    const { laporan } = tempat;
    const ada = laporan && (await this.query.satu(laporan.id, id));
    if (!ada) throw buktiTiada();
    await this.laporan.bukaDraf(tempat, ada.bagian);
    await this.transaksi.managerTransaksi.query('SELECT 1 FROM bukti_laporan WHERE id = $1 FOR UPDATE', [ada.id]);
    const kini = await this.query.satu(laporan.id, id);
    if (!kini) throw buktiTiada();
    return kini;
  }

  /** The same content twice in one place of one report is there once. */
  private async tulis(tempat: TempatLapor, sasaran: SasaranBukti, isi: IsiBaru): Promise<string> {
    const { bagian, diharapkan, menggantikan } = sasaran;
    const laporan = await this.laporan.bukaDraf(tempat, bagian);
    await this.kunci(laporan);
    const berlaku = await this.query.berlaku(laporan.id);
    const lama = menggantikan === null ? null : berlaku.find((b) => b.id === menggantikan && b.bagian === bagian);
    if (lama === undefined) throw new GalatPengguna('Bukti yang hendak diganti sudah tidak ada. Muat ulang halamannya.');
    const letak = lama ? { diharapkan: lama.diharapkan, surat: lama.surat } : { diharapkan, surat: sasaran.surat };
    if (!lama) pastikanDiharapkan(tempat, diharapkan);
    const sama = berlaku.find(
      (b) => b.bagian === bagian && b.surat === letak.surat && b.diharapkan === letak.diharapkan && samaIsi(b, isi),
    );
    if (sama) return sama.id;
    if (!lama && berlaku.length >= BUKTI_TERBANYAK)
      throw new GalatPengguna(
        `Laporan ini sudah memuat ${BUKTI_TERBANYAK} bukti. Lepas yang tidak perlu, atau gabungkan beberapa berkas.`,
      );
    const id = randomUUID();
    await this.sisipkan(tempat, laporan, { ...isi, ...letak, id, bagian, lama });
    return id;
  }

  /** Two files at once of the same content are one after the other here. */
  private async kunci({ id }: LaporanKini): Promise<void> {
    await this.transaksi.managerTransaksi.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/bukti/${id}`]);
  }

  private async sisipkan(
    { instansi, pelaku, sekarang }: TempatLapor,
    laporan: LaporanKini,
    b: IsiBaru &
      Pick<SasaranBukti, 'bagian' | 'diharapkan' | 'surat'> & { readonly id: string; readonly lama: BuktiTersimpan | null },
  ): Promise<void> {
    const manager = this.transaksi.managerTransaksi;
    await manager.query(
      `INSERT INTO bukti_laporan (id, instansi_id, laporan_id, bagian, unit_id, diharapkan, jenis, sha256, url, nama, keterangan, tanggal,
         surat, menggantikan_id, cara, oleh_id, oleh_nama, pada)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        ...[b.id, instansi.id, laporan.id, b.bagian, unitBagianId(b.bagian), b.diharapkan, b.jenis, b.sha256, b.url, b.nama],
        ...[b.lama?.keterangan ?? null, b.tanggal ?? b.lama?.tanggal ?? null, b.surat, b.lama?.id ?? null, b.cara],
        ...[pelaku.penggunaId, pelaku.nama, sekarang],
      ],
    );
    if (b.lama) await manager.query('UPDATE bukti_laporan SET dilepas = $2 WHERE id = $1', [b.lama.id, sekarang]);
    await this.audit.catat(b.lama ? 'bukti.ganti' : 'bukti.tambah', {
      instansiId: instansi.id,
      sasaran: { jenis: 'bukti', id: b.id, nama: b.nama },
      sebelum: b.lama && { nama: b.lama.nama, sha256: b.lama.sha256, url: b.lama.url },
      sesudah: {
        laporan: laporan.id,
        bagian: b.bagian,
        nama: b.nama,
        jenis: b.jenis,
        sha256: b.sha256,
        url: b.url,
        cara: b.cara,
      },
    });
  }
}

const KETERANGAN = ['tanggal', 'keterangan', 'diharapkan'] as const;

/** Null for the utama's part. */
export const unitBagianId = (bagian: Bagian): string | null => (bagian === UTAMA ? null : bagian);

export function buktiTiada(): GalatTidakDitemukan {
  return new GalatTidakDitemukan('Bukti itu sudah tidak ada pada laporan ini. Muat ulang halaman laporannya.');
}

function pastikanDiharapkan({ buktiDiharapkan }: TempatLapor, diharapkan: number | null): void {
  if (diharapkan !== null && !buktiDiharapkan.some((b) => b.urutan === diharapkan))
    throw galatMedan('tempat', 'Pilih bukti yang diharapkan dari daftarnya');
}

function samaIsi(b: BuktiTersimpan, isi: IsiBaru): boolean {
  return isi.sha256 === null ? b.url === isi.url : b.sha256 === isi.sha256;
}

/** The day on which the camera says that it took the picture; a clock that runs ahead says nothing. */
function tanggalFoto({ waktuFoto }: Pick<BerkasDiterima, 'waktuFoto'>, hariIni: string): string | null {
  const hari = waktuFoto?.slice(0, 10) ?? '';
  return hari !== '' && tanggalSah(hari) && hari <= hariIni ? hari : null;
}

/** How a link is called until its title is known. */
function namaTautan(url: string): string {
  const { host, pathname } = new URL(url);
  return [...(host + (pathname === '/' ? '' : pathname))].slice(0, 200).join('');
}
