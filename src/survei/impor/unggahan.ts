import { ForbiddenException } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { GalatPengguna, SudahDijawab } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import type { Penyimpanan } from '../../storage/penyimpanan';
import type { BerkasTertampung, Tampungan } from '../../storage/tampungan';
import { namaBerkas } from './berkas-impor';

/** Told before a file is chosen. A million respondents with all their words are about 150 MB. */
export const UNGGAHAN_TERBESAR_MB = 200;

export interface Unggahan extends BerkasTertampung {
  readonly nama: string;
}

/** The sender went away; nobody is left to read an answer. */
export class UnggahanTerputus extends GalatPengguna {
  override readonly name: string = 'UnggahanTerputus';

  constructor() {
    super('Unggahan terputus sebelum berkasnya sampai seluruhnya. Tidak ada yang disimpan; unggah lagi berkasnya.');
  }
}

/**
 * Receives the one file of a form, straight to the storage: unclaimed (`Penyimpanan.tetapkan`), and nothing of it stays when the sender
 * goes away or the file is too large.
 * @throws {GalatPengguna} with a sentence for the form
 */
export async function terimaUnggahan(req: Request, res: Response, penyimpanan: Penyimpanan, medan: string): Promise<Unggahan> {
  const mesin = new MesinSimpan(penyimpanan, () => req.formulirBerkas?.sah() ?? false);
  const terima = multer({
    storage: mesin,
    defParamCharset: 'utf8',
    limits: { fileSize: UNGGAHAN_TERBESAR_MB * 1024 * 1024, files: 1, fields: 8, parts: 10 },
  }).single(medan);
  try {
    await new Promise<void>((selesai, gagal) => {
      terima(req, res, (galat: unknown) => {
        if (galat === undefined || galat === null) selesai();
        else gagal(galat instanceof Error ? galat : new Error('Unggahan tidak dapat diterima', { cause: galat }));
      });
    });
  } catch (galat) {
    await mesin.buang();
    if (galat instanceof FormulirUsang) throw usang(req);
    throw kalimat(galat, medan, req);
  }
  if (!(req.formulirBerkas?.sah() ?? false)) {
    await mesin.buang();
    throw usang(req);
  }
  const hasil = mesin.hasil;
  if (!hasil) throw galatMedan(medan, 'Pilih berkas jawabannya');
  if (hasil.ukuran === 0) {
    await penyimpanan.hapus(hasil.kunci);
    throw galatMedan(medan, `Berkas ${hasil.nama} kosong; pilih berkas lain`);
  }
  return hasil;
}

class FormulirUsang extends Error {}

function usang(req: Request): Error {
  req.formulirBerkas?.tolak();
  return req.formulirBerkas ? new SudahDijawab() : new ForbiddenException();
}

class MesinSimpan implements StorageEngine {
  hasil: Unggahan | null = null;
  private tampungan: Promise<Tampungan> | null = null;

  constructor(
    private readonly penyimpanan: Penyimpanan,
    private readonly sah: () => boolean,
  ) {}

  _handleFile(...[, berkas, selesai]: Parameters<StorageEngine['_handleFile']>): void {
    this.simpan(berkas).then(
      () => selesai(null, {}),
      (galat: unknown) => selesai(galat),
    );
  }

  _removeFile(...[, , selesai]: Parameters<StorageEngine['_removeFile']>): void {
    this.buang().then(
      () => selesai(null),
      (galat: unknown) => selesai(galat instanceof Error ? galat : new Error('Unggahan tidak dapat dibuang', { cause: galat })),
    );
  }

  async buang(): Promise<void> {
    this.hasil = null;
    await (await this.tampungan)?.buang();
  }

  /** The token stands before the file in the form. */
  private async simpan({ stream, originalname }: Express.Multer.File): Promise<void> {
    if (!this.sah()) throw new FormulirUsang();
    this.tampungan = this.penyimpanan.tampung();
    const tampungan = await this.tampungan;
    for await (const potong of stream as AsyncIterable<Buffer>) await tampungan.tulis(potong);
    this.hasil = { nama: namaBerkas(originalname), ...(await tampungan.selesai()) };
  }
}

function kalimat(galat: unknown, medan: string, req: Request): unknown {
  if (galat instanceof MulterError) {
    if (galat.code === 'LIMIT_FILE_SIZE')
      return galatMedan(medan, `Berkas ini lebih besar dari ${UNGGAHAN_TERBESAR_MB} MB; bagi menjadi beberapa berkas`);
    return galatMedan(medan, 'Kirim satu berkas saja lewat isian ini');
  }
  if (
    req.destroyed ||
    req.readableAborted ||
    (galat instanceof Error && /aborted|closed|Unexpected end of (?:form|file)/.test(galat.message))
  )
    return new UnggahanTerputus();
  return galat;
}
