import { BadRequestException, ForbiddenException } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { berupaUnggahan, catatNamaBerkas } from '../../../auth/sesi/unggahan';
import { GalatPengguna, GalatSementara, SudahDijawab } from '../../../shared/galat';
import { bacaKetikan, type GalatMedan, type Ketikan } from '../../../shared/isian';
import type { Penyimpanan } from '../../../storage/penyimpanan';
import type { BerkasTertampung, Tampungan } from '../../../storage/tampungan';
import { BERKAS_TERBESAR, BERKAS_TERBESAR_MB } from '../objek/batas';
import type { BerkasMasuk } from './bukti-laporan.service';
import { bacaMedanSasaran, type SasaranBukti } from './medan-bukti';

/** In one form; more are sent with the next one. */
export const BERKAS_SEKALI_KIRIM = 30;
/** Fields of a report with its evidence: their number, and bytes of the longest. */
const MEDAN_TERBANYAK = 1000;
const MEDAN_TERPANJANG = 256 * 1024;

export interface BerkasFormulir extends BerkasMasuk {
  readonly medan: string;
  readonly sasaran: SasaranBukti;
}

/** A form of a report as it came in: what was typed, and the files, staged and unclaimed. */
export interface KirimanFormulir {
  readonly ketikan: Ketikan;
  readonly berkas: readonly BerkasFormulir[];
  /** of files that were not taken */
  readonly galat: readonly GalatMedan[];
}

/** The sender went away; nobody is left to read an answer. */
export class KirimanTerputus extends GalatPengguna {
  override readonly name: string = 'KirimanTerputus';

  constructor() {
    super('Kiriman terputus sebelum sampai seluruhnya, jadi tidak ada yang disimpan. Kirim lagi.');
  }
}

/**
 * Reads a form of a report, with files or without. Files go straight to the storage: one that is too large or empty is left out with a
 * sentence of its own, the others stay. Nothing stays when the line breaks or the form is none of ours.
 * @throws {KirimanTerputus} {SudahDijawab} {PenyimpananTerganggu}
 */
export async function bacaFormulirBukti(req: Request, res: Response, penyimpanan: Penyimpanan): Promise<KirimanFormulir> {
  if (!berupaUnggahan(req)) return { ketikan: bacaKetikan(req.body), berkas: [], galat: [] };
  const sah = () => req.formulirBerkas?.sah() ?? false;
  const mesin = new MesinBukti(penyimpanan, sah);
  try {
    await terima(req, res, mesin);
    if (!sah()) throw new FormulirUsang();
    return { ketikan: bacaKetikan(req.body), berkas: mesin.berkas, galat: mesin.galat };
  } catch (galat) {
    await buangBerkas(penyimpanan, mesin.berkas);
    if (galat instanceof FormulirUsang) throw usang(req);
    throw sebagaiKalimat(galat, req);
  }
}

/** Nothing of them stays; what the store does not remove now is swept later. */
export async function buangBerkas(penyimpanan: Penyimpanan, berkas: readonly BerkasMasuk[]): Promise<void> {
  for (const { tampungan } of berkas)
    await penyimpanan.hapus(tampungan.kunci).catch((galat: unknown) => {
      if (!(galat instanceof GalatSementara)) throw galat;
    });
}

class FormulirUsang extends Error {}

function terima(req: Request, res: Response, mesin: MesinBukti): Promise<void> {
  const baca = multer({
    storage: mesin,
    defParamCharset: 'utf8',
    limits: {
      // Every place of a form without a file in it is one too, without a name.
      files: MEDAN_TERBANYAK,
      fields: MEDAN_TERBANYAK,
      parts: 2 * MEDAN_TERBANYAK,
      fieldSize: MEDAN_TERPANJANG,
      fieldNameSize: 200,
    },
  }).any();
  return new Promise<void>((selesai, gagal) => {
    baca(req, res, (galat: unknown) => {
      if (galat === undefined || galat === null) selesai();
      else gagal(galat instanceof Error ? galat : new Error('Formulir tidak dapat dibaca', { cause: galat }));
    });
  });
}

function usang(req: Request): Error {
  req.formulirBerkas?.tolak();
  return req.formulirBerkas ? new SudahDijawab() : new ForbiddenException();
}

class MesinBukti implements StorageEngine {
  readonly berkas: BerkasFormulir[] = [];
  readonly galat: GalatMedan[] = [];
  private jumlah = 0;

  constructor(
    private readonly penyimpanan: Penyimpanan,
    private readonly sah: () => boolean,
  ) {}

  _handleFile(...[req, berkas, selesai]: Parameters<StorageEngine['_handleFile']>): void {
    this.simpan(req, berkas).then(
      () => selesai(null, {}),
      (galat: unknown) => selesai(galat),
    );
  }

  /** All of them go at once (`buangBerkas`). */
  _removeFile(...[, , selesai]: Parameters<StorageEngine['_removeFile']>): void {
    selesai(null);
  }

  /** The token stands before the files in the form. */
  private async simpan(req: Request, { stream, originalname: nama, fieldname: medan }: Express.Multer.File): Promise<void> {
    // What was typed after it is read all the same: the answer shows it.
    if (!this.sah()) {
      catatNamaBerkas(req, medan, nama);
      return habiskan(stream);
    }
    const sasaran = bacaMedanSasaran(medan);
    if (sasaran?.cara !== 'berkas') throw new BadRequestException();
    this.jumlah += 1;
    if (this.jumlah > BERKAS_SEKALI_KIRIM) {
      const pesan = `${namaTampil(nama)} belum disimpan: kirim paling banyak ${BERKAS_SEKALI_KIRIM} berkas sekaligus, sisanya dengan kiriman berikutnya`;
      this.galat.push({ medan, pesan });
      return habiskan(stream);
    }
    try {
      const hasil = await this.tampung(nama, stream as AsyncIterable<Buffer>);
      if (typeof hasil === 'string') this.galat.push({ medan, pesan: hasil });
      else this.berkas.push({ medan, sasaran, nama, tampungan: hasil });
    } catch (galat) {
      if (!(galat instanceof GalatSementara)) throw galat;
      // The store does not take it: what was typed around it is still worth reading.
      stream.resume();
      this.galat.push({ medan, pesan: `${namaTampil(nama)}: ${galat.message.replace(/\.$/, '')}` });
    }
  }

  /** @returns why it is not taken, where it is not */
  private async tampung(nama: string, aliran: AsyncIterable<Buffer>): Promise<BerkasTertampung | string> {
    const tampungan = await this.penyimpanan.tampung();
    try {
      const muat = await tulis(tampungan, aliran);
      const pesan = keluhan(nama, tampungan.ukuran, muat);
      if (pesan === null) return await tampungan.selesai();
      await tampungan.buang();
      return pesan;
    } catch (galat) {
      await tampungan.buang().catch(() => undefined);
      throw galat;
    }
  }
}

async function habiskan(aliran: AsyncIterable<Buffer>): Promise<void> {
  for await (const potong of aliran) void potong;
}

/** What is above the limit, or does not go to the disk, is read to its end and left out. @returns whether all of it was kept */
async function tulis(tampungan: Tampungan, aliran: AsyncIterable<Buffer>): Promise<boolean> {
  let muat = true;
  let terganggu: GalatSementara | null = null;
  for await (const potong of aliran) {
    muat &&= tampungan.ukuran + potong.length <= BERKAS_TERBESAR;
    if (!muat || terganggu) continue;
    try {
      await tampungan.tulis(potong);
    } catch (galat) {
      if (!(galat instanceof GalatSementara)) throw galat;
      terganggu = galat;
    }
  }
  if (terganggu) throw terganggu;
  return muat;
}

function keluhan(nama: string, ukuran: number, muat: boolean): string | null {
  const sebutan = namaTampil(nama);
  if (!muat) return `${sebutan} lebih besar dari ${BERKAS_TERBESAR_MB} MB; perkecil atau bagi menjadi beberapa berkas`;
  return ukuran === 0 ? `${sebutan} kosong; pilih berkas lain` : null;
}

/** A name as a sentence may carry it: the last step of its path, without characters that do not show. */
export function namaTampil(nama: string): string {
  const ujung = nama.split(/[\\/]/).at(-1) ?? '';
  const bersih = ujung.normalize('NFC').toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim(); // prettier-ignore
  return [...bersih].slice(0, 120).join('') || 'Berkas tanpa nama';
}

function sebagaiKalimat(galat: unknown, req: Request): unknown {
  if (galat instanceof MulterError)
    return new GalatPengguna('Formulir ini terkirim rusak. Muat ulang halamannya, lalu kirim lagi.');
  if (galat instanceof Error && /Malformed part header/.test(galat.message))
    return new GalatPengguna('Nama salah satu berkas memuat huruf yang tidak terbaca, jadi tidak ada yang tersimpan. Ganti namanya, lalu kirim lagi.'); // prettier-ignore
  const putus = galat instanceof Error && /aborted|closed|Unexpected end of (?:form|file)/.test(galat.message);
  return req.readableAborted || !req.complete || putus ? new KirimanTerputus() : galat;
}
