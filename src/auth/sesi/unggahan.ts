import {
  BadRequestException,
  PayloadTooLargeException,
  SetMetadata,
  type CustomDecorator,
  type HttpException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';

/** Above the limit of a logo, so that what is only somewhat too large gets the sentence that says so. */
const BITA_TERBANYAK = 4 * 1024 * 1024;

const baca = multer({
  defParamCharset: 'utf8',
  limits: { fileSize: BITA_TERBANYAK, files: 1, fields: 8, parts: 9, fieldSize: 64 * 1024, fieldNameSize: 100 },
}).any();

/** A file of a form, whole and in memory. */
export interface BerkasUnggahan {
  readonly medan: string;
  /** as the browser says: not to be trusted */
  readonly nama: string;
  readonly isi: Buffer;
}

/** A form with a file that nobody has read yet: its token is one of its fields. */
export interface FormulirBerkas {
  /** @throws {HttpException} 413 for what is too large, 400 for what is no such form */
  baca(): Promise<void>;
  /** whether the fields that were read so far carry the token of a page of ours */
  sah(): boolean;
  /** answers that the form is too old */
  tolak(): void;
}

export const KUNCI_BACA_SENDIRI = 'tuntas:baca-sendiri';

/** The route reads the form with its file itself, straight to the storage, and asks `req.formulirBerkas.sah()` before it keeps a byte. */
export const BacaSendiri = (): CustomDecorator => SetMetadata(KUNCI_BACA_SENDIRI, true);

declare module 'express-serve-static-core' {
  interface Request {
    /** set where a form with a file came in */
    unggahan?: BerkasUnggahan | undefined;
    /** set where a form with a file comes in, from somebody who is signed in or a telephone that was let in */
    formulirBerkas?: FormulirBerkas | undefined;
  }
}

export function berupaUnggahan(req: Request): boolean {
  return req.is('multipart/form-data') === 'multipart/form-data';
}

/**
 * Reads a small form with a file before its route does anything, so that its token is a field as in every other form and stands in no
 * address. Only for somebody who is signed in: strangers send no files.
 * @throws {HttpException} 413 for what is too large, 400 for what is no such form
 */
export async function bacaUnggahan(req: Request, res: Response): Promise<void> {
  await new Promise<void>((selesai, gagal) => {
    baca(req, res, (galat: unknown) => {
      if (galat === undefined || galat === null) selesai();
      else gagal(galatUnggahan(galat));
    });
  });
  const [berkas] = Array.isArray(req.files) ? req.files : [];
  if (berkas) req.unggahan = { medan: berkas.fieldname, nama: berkas.originalname, isi: berkas.buffer };
}

const bacaTeks = multer({
  defParamCharset: 'utf8',
  storage: {
    _handleFile: (req, { stream, fieldname, originalname }, selesai) => {
      catatNamaBerkas(req, fieldname, originalname);
      stream
        .on('end', () => selesai(null, {}))
        .on('error', selesai)
        .resume();
    },
    _removeFile: (_req, _berkas, selesai) => selesai(null),
  },
  limits: { files: 200, fields: 300, parts: 500, fieldSize: 32 * 1024, fieldNameSize: 100 },
}).any();

/** As a form without files would send it: when it is sent again, its route knows what is missing. */
export function catatNamaBerkas(req: Request, medan: string, nama: string): void {
  const badan = req.body as Record<string, unknown>;
  badan[medan] = [badan[medan], nama].filter(Boolean).join(', ');
}

/** What was typed in a form with files, from nobody who is signed in: of the files their names alone are kept, and none of their bytes. */
export async function bacaKetikanSaja(req: Request, res: Response): Promise<void> {
  // What breaks off is shown as far as it came.
  await new Promise<void>((selesai) => bacaTeks(req, res, () => selesai()));
}

function galatUnggahan(galat: unknown): HttpException {
  const terlalu = galat instanceof MulterError && galat.code.startsWith('LIMIT_') && galat.code !== 'LIMIT_UNEXPECTED_FILE';
  return terlalu ? new PayloadTooLargeException() : new BadRequestException();
}
