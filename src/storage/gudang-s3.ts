import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Gudang, Tersimpan } from './gudang';
import { PenyimpananTerganggu, tiadaBerkas } from './terganggu';

/** An S3-compatible store: `S3_BUCKET` and what belongs to it. */
export interface PengaturanS3 {
  /** null: that of Amazon */
  readonly alamat: string | null;
  readonly ember: string;
  readonly wilayah: string;
  readonly kunciAkses: string;
  readonly kunciRahasia: string;
  /** before every name: `tuntas/` */
  readonly awalan: string;
}

/** Milliseconds. */
const BATAS_SAMBUNG = 5_000;
const BATAS_DIAM = 30_000;

const diam = (): void => undefined;

/** A bucket. The names in it are our keys, which say nothing of what they hold. */
export class GudangS3 implements Gudang {
  private readonly klien: S3Client;

  constructor(private readonly atur: PengaturanS3) {
    this.klien = new S3Client({
      region: atur.wilayah,
      ...(atur.alamat === null ? {} : { endpoint: atur.alamat, forcePathStyle: true }),
      credentials: { accessKeyId: atur.kunciAkses, secretAccessKey: atur.kunciRahasia },
      maxAttempts: 3,
      requestHandler: { connectionTimeout: BATAS_SAMBUNG, requestTimeout: BATAS_DIAM, throwOnRequestTimeout: true },
      // Sums that only Amazon knows are left out: the content's SHA-256 is in our database.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // What fails is thrown and told by us.
      logger: { trace: diam, debug: diam, info: diam, warn: diam, error: diam },
    });
  }

  async ambilAlih(kunci: string, jalur: string): Promise<true | null> {
    const keterangan = await stat(jalur).catch((galat: unknown) => {
      if (tiadaBerkas(galat)) return null;
      throw galat;
    });
    if (!keterangan) return null;
    await this.tanya(() =>
      this.klien.send(
        new PutObjectCommand({
          ...this.tempat(kunci),
          Body: createReadStream(jalur),
          ContentLength: keterangan.size,
          ContentType: 'application/octet-stream',
        }),
      ),
    );
    await rm(jalur, { force: true });
    return true;
  }

  async buka(kunci: string): Promise<Readable | null> {
    return this.tanya(async () => {
      try {
        const { Body } = await this.klien.send(new GetObjectCommand(this.tempat(kunci)));
        return (Body as Readable | undefined) ?? null;
      } catch (galat) {
        if (galat instanceof NoSuchKey) return null;
        throw galat;
      }
    });
  }

  letak(): null {
    return null;
  }

  async hapus(kunci: string): Promise<void> {
    await this.tanya(() => this.klien.send(new DeleteObjectCommand(this.tempat(kunci))));
  }

  async *daftar(): AsyncGenerator<Tersimpan> {
    let lanjut: string | undefined;
    do {
      const halaman = await this.tanya(() =>
        this.klien.send(
          new ListObjectsV2Command({ Bucket: this.atur.ember, Prefix: this.atur.awalan, ContinuationToken: lanjut }),
        ),
      );
      for (const { Key = '', Size = 0, LastModified = new Date() } of halaman.Contents ?? []) {
        const kunci = Key.slice(this.atur.awalan.length).replace('/', '');
        if (/^[0-9a-f]{48}$/.test(kunci)) yield { kunci, ukuran: Size, sejak: LastModified };
      }
      lanjut = halaman.IsTruncated === true ? halaman.NextContinuationToken : undefined;
    } while (lanjut !== undefined);
  }

  private tempat(kunci: string): { Bucket: string; Key: string } {
    return { Bucket: this.atur.ember, Key: `${this.atur.awalan}${kunci.slice(0, 2)}/${kunci.slice(2)}` };
  }

  private async tanya<T>(kerja: () => Promise<T>): Promise<T> {
    try {
      return await kerja();
    } catch (galat) {
      throw new PenyimpananTerganggu(
        'Penyimpanan berkas sedang tidak dapat dihubungi. Isian Anda tetap ada; coba lagi beberapa menit lagi, dan beri tahu pengelola aplikasi bila berulang.',
        { cause: galat },
      );
    }
  }
}
