import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../../database/transaksi';
import { GalatPengguna, GalatTidakDitemukan } from '../../../shared/galat';
import { Jam } from '../../../shared/jam';
import { Penyimpanan } from '../../../storage/penyimpanan';
import type { Tampungan } from '../../../storage/tampungan';
import { LaporanSlotService } from '../../lapor/laporan-slot.service';
import type { TempatLapor } from '../../lapor/tempat-lapor';
import { BERKAS_TERBESAR, BERKAS_TERBESAR_MB } from '../objek/batas';
import { BerkasDitolak } from '../objek/galat-berkas';
import { BuktiLaporanService, unitBagianId } from './bukti-laporan.service';
import type { SasaranBukti } from './medan-bukti';

/** Unfinished uploads of one person in one report within an hour: more is a program gone wrong. */
const BELUM_SELESAI_TERBANYAK = 60;
/** How far an upload has come. */
export interface KeadaanUnggahan {
  readonly id: string;
  readonly nama: string;
  /** bytes */
  readonly ukuran: number;
  /** bytes that are safely on the disk */
  readonly diterima: number;
  /** id of the evidence that it became */
  readonly bukti: string | null;
}

interface Baris extends KeadaanUnggahan, SasaranBukti {
  readonly kunci: string;
  readonly teleponId: string | null;
}

/** The sender means to go on where we are not: where we are, it is told. */
export class LetakBerbeda extends GalatPengguna {
  override readonly name: string = 'LetakBerbeda';

  constructor(readonly keadaan: KeadaanUnggahan) {
    super('Unggahan ini sampai di tempat lain; lanjutkan dari sana.');
  }
}

interface Berjalan {
  readonly hentikan: () => void;
  readonly usai: Promise<void>;
}

/**
 * Files that come in piece by piece, on a line that may break anywhere: what was acknowledged is on the disk, and sending goes on from
 * there. The last piece makes the file a piece of evidence.
 */
@Injectable()
export class UnggahanService {
  /** of this process: the newest sender of one file has it */
  private readonly berjalan = new Map<string, Berjalan>();

  constructor(
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
    private readonly penyimpanan: Penyimpanan,
    private readonly laporan: LaporanSlotService,
    private readonly bukti: BuktiLaporanService,
  ) {}

  /**
   * @param ukuran bytes that will come
   * @param teleponId where a telephone sends it
   * @throws {GalatPengguna} what will not be taken is refused before it is sent
   */
  async mulai(
    tempat: TempatLapor,
    sasaran: SasaranBukti,
    { nama, ukuran }: { readonly nama: string; readonly ukuran: number },
    teleponId: string | null = null,
  ): Promise<KeadaanUnggahan> {
    periksaUkuran(nama, ukuran);
    const tampungan = await this.penyimpanan.tampung();
    await tampungan.jeda();
    try {
      return await this.transaksi.jalankan(() =>
        this.catat(tempat, sasaran, { nama, ukuran, kunci: tampungan.kunci, teleponId }),
      );
    } catch (galat) {
      await this.penyimpanan.hapus(tampungan.kunci);
      throw galat;
    }
  }

  /** @throws {GalatTidakDitemukan} when there is no such upload, or it is somebody else's */
  async keadaan(tempat: TempatLapor, id: string, teleponId: string | null = null): Promise<KeadaanUnggahan> {
    return ringkas(await this.cari(tempat, id, teleponId));
  }

  /**
   * Takes bytes from `letak` on. Whoever sent before on another line is cut off: the newest one has the file.
   * @param aliran may break off anywhere; what came until then is kept
   * @throws {LetakBerbeda} where `letak` is beyond what is here
   * @throws {BerkasDitolak} {PenyimpananTerganggu} of the whole file
   */
  async terima(
    tempat: TempatLapor,
    id: string,
    letak: number,
    aliran: AsyncIterable<Uint8Array> & { destroy(): unknown },
    teleponId: string | null = null,
  ): Promise<KeadaanUnggahan> {
    await this.cari(tempat, id, teleponId);
    const lama = this.berjalan.get(id);
    let usai = (): void => undefined;
    const ini: Berjalan = { hentikan: () => aliran.destroy(), usai: new Promise((selesai) => (usai = selesai)) };
    this.berjalan.set(id, ini);
    try {
      lama?.hentikan();
      await lama?.usai;
      return await this.lanjutkan(tempat, await this.cari(tempat, id, teleponId), letak, aliran);
    } finally {
      usai();
      if (this.berjalan.get(id) === ini) this.berjalan.delete(id);
    }
  }

  /** Gives an upload up, and what came of it. */
  async batal(tempat: TempatLapor, id: string, teleponId: string | null = null): Promise<void> {
    const baris = await this.cari(tempat, id, teleponId);
    if (baris.bukti !== null) return;
    this.berjalan.get(id)?.hentikan();
    await this.buang(baris);
  }

  private async lanjutkan(
    tempat: TempatLapor,
    baris: Baris,
    letak: number,
    aliran: AsyncIterable<Uint8Array>,
  ): Promise<KeadaanUnggahan> {
    if (baris.bukti !== null) return ringkas(baris);
    if (letak > baris.diterima) throw new LetakBerbeda(ringkas(baris));
    const tampungan = await this.penyimpanan.lanjutkan(baris.kunci, letak);
    if (!tampungan) throw new LetakBerbeda(ringkas(await this.ulangDariAwal(baris)));
    const utuh = await this.tulis(tampungan, baris, aliran);
    if (!utuh) return ringkas(await this.simpanLetak(baris, await tampungan.jeda()));
    const berkas = await tampungan.selesai();
    const lengkap = await this.simpanLetak(baris, berkas.ukuran);
    try {
      const bukti = await this.bukti.tambahBerkas(
        tempat,
        lengkap,
        { nama: baris.nama, tampungan: berkas },
        this.cara(baris),
        (b) => this.selesaikan(baris, b),
      );
      return { ...ringkas(lengkap), bukti };
    } catch (galat) {
      if (galat instanceof BerkasDitolak) await this.buang(baris);
      throw galat;
    }
  }

  /** @returns whether all of it is here; a line that breaks is no failure */
  private async tulis(tampungan: Tampungan, { ukuran, nama }: Baris, aliran: AsyncIterable<Uint8Array>): Promise<boolean> {
    try {
      for await (const potong of putusTenang(aliran)) {
        if (tampungan.ukuran + potong.length > ukuran)
          throw new GalatPengguna(`Isi ${nama} lebih besar daripada ukurannya; pilih lagi berkasnya.`);
        await tampungan.tulis(potong);
      }
      return tampungan.ukuran === ukuran;
    } catch (galat) {
      await tampungan.jeda().catch(() => undefined);
      throw galat;
    }
  }

  private async catat(
    tempat: TempatLapor,
    s: SasaranBukti,
    u: { readonly nama: string; readonly ukuran: number; readonly kunci: string; readonly teleponId: string | null },
  ): Promise<KeadaanUnggahan> {
    const { manager } = this.transaksi;
    const { id: laporanId } = await this.laporan.bukaDraf(tempat, s.bagian);
    const { penggunaId, nama } = tempat.pelaku;
    const [hitungan] = await manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM unggahan WHERE laporan_id = $1 AND oleh_id = $2 AND bukti_id IS NULL AND mulai > $3::timestamptz - interval '1 hour'`,
      [laporanId, penggunaId, tempat.sekarang],
    );
    if ((hitungan?.n ?? 0) >= BELUM_SELESAI_TERBANYAK)
      throw new GalatPengguna('Terlalu banyak unggahan yang belum selesai. Tunggu sampai sebagian selesai, lalu unggah lagi.');
    const id = randomUUID();
    await manager.query(
      `INSERT INTO unggahan (id, instansi_id, laporan_id, bagian, unit_id, diharapkan, surat, menggantikan_id, telepon_id, nama, ukuran, diterima,
         kunci, oleh_id, oleh_nama, mulai, terakhir)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13, $14, $15, $15)`,
      [
        ...[
          id,
          tempat.instansi.id,
          laporanId,
          s.bagian,
          unitBagianId(s.bagian),
          s.diharapkan,
          s.surat,
          s.menggantikan,
          u.teleponId,
        ],
        ...[u.nama, u.ukuran, u.kunci, penggunaId, nama, tempat.sekarang],
      ],
    );
    return { id, nama: u.nama, ukuran: u.ukuran, diterima: 0, bukti: null };
  }

  private async cari(tempat: TempatLapor, id: string, teleponId: string | null): Promise<Baris> {
    const [baris] = await this.transaksi.jalankan((manager) =>
      manager.query<Baris[]>(
        `SELECT id, nama, ukuran::float8 AS ukuran, diterima::float8 AS diterima, bukti_id AS bukti, kunci, bagian, diharapkan, surat,
           menggantikan_id AS menggantikan, telepon_id AS "teleponId"
         FROM unggahan WHERE id::text = $1 AND laporan_id = $2 AND oleh_id = $3 AND telepon_id IS NOT DISTINCT FROM $4::uuid`,
        [id, tempat.laporan?.id ?? null, tempat.pelaku.penggunaId, teleponId],
      ),
    );
    if (!baris) throw new GalatTidakDitemukan('Unggahan itu sudah tidak ada. Pilih lagi berkasnya.');
    return baris;
  }

  /** The bytes are on the disk when this is written, and so they are when it is read. */
  private async simpanLetak(baris: Baris, diterima: number): Promise<Baris> {
    await this.transaksi.jalankan((manager) =>
      manager.query('UPDATE unggahan SET diterima = $2, terakhir = $3 WHERE id = $1', [baris.id, diterima, this.jam.sekarang()]),
    );
    return { ...baris, diterima };
  }

  /** What was staged is gone: it was on another machine, or swept. */
  private async ulangDariAwal(baris: Baris): Promise<Baris> {
    const tampungan = await this.penyimpanan.tampung();
    await tampungan.jeda();
    await this.transaksi.jalankan((manager) =>
      manager.query('UPDATE unggahan SET kunci = $2 WHERE id = $1', [baris.id, tampungan.kunci]),
    );
    return this.simpanLetak({ ...baris, kunci: tampungan.kunci }, 0);
  }

  private async selesaikan({ id }: Baris, bukti: string): Promise<void> {
    await this.transaksi.managerTransaksi.query('UPDATE unggahan SET bukti_id = $2, terakhir = $3 WHERE id = $1', [
      id,
      bukti,
      this.jam.sekarang(),
    ]);
  }

  private async buang({ id, kunci }: Baris): Promise<void> {
    await this.transaksi.jalankan((manager) => manager.query('DELETE FROM unggahan WHERE id = $1 AND bukti_id IS NULL', [id]));
    await this.penyimpanan.hapus(kunci);
  }

  private cara({ teleponId }: Baris): 'formulir' | 'telepon' {
    return teleponId === null ? 'formulir' : 'telepon';
  }
}

const ringkas = ({ id, nama, ukuran, diterima, bukti }: Baris): KeadaanUnggahan => ({ id, nama, ukuran, diterima, bukti });

function periksaUkuran(nama: string, ukuran: number): void {
  if (!Number.isSafeInteger(ukuran) || ukuran < 0) throw new GalatPengguna(`Ukuran ${nama} tidak terbaca; pilih lagi berkasnya.`);
  if (ukuran === 0) throw new GalatPengguna(`Berkas ${nama} kosong; pilih berkas lain.`);
  if (ukuran > BERKAS_TERBESAR)
    throw new GalatPengguna(
      `Berkas ${nama} lebih besar dari ${BERKAS_TERBESAR_MB} MB; perkecil atau bagi menjadi beberapa berkas.`,
    );
}

/** A stream that ends where its line breaks. What its reader leaves is read and dropped: the next request on that line waits behind it. */
async function* putusTenang(aliran: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const isi = aliran[Symbol.asyncIterator]();
  try {
    for (let satu = await berikutnya(isi); satu !== null; satu = await berikutnya(isi)) yield satu;
  } finally {
    let sisa: Uint8Array | null = null;
    for (let bita = 0; bita <= BERKAS_TERBESAR; bita += sisa.length) {
      sisa = await berikutnya(isi);
      if (sisa === null) break;
    }
    if (sisa !== null) await isi.return?.();
  }
}

async function berikutnya(isi: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
  try {
    const satu = await isi.next();
    return satu.done === true ? null : satu.value;
  } catch {
    return null;
  }
}
