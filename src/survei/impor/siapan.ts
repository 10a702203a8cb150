import type { Readable } from 'node:stream';
import type { BlokRespons } from '../respons/respons.rules';

/*
 * Prepared answers: a line a block, JSON, in the very form in which the database takes them (`SQL_BLOK`). Written once when a file has
 * been read, shown by its SHA-256, and applied byte for byte.
 */

const BARIS_BARU = 0x0a;
const KOMA = 0x2c;

/** One line, its end included. @param blok number of the block, from 0 */
export function tulisSiapan(nomor: number, b: BlokRespons): string {
  const dari = b.baris[0] ?? 0;
  const berurutan = b.baris[b.n - 1] === dari + b.n - 1 && b.baris.every((baris, i) => baris === dari + i);
  const isi = {
    blok: nomor,
    n: b.n,
    jawaban: b.jawaban.join(','),
    ...(berurutan ? { dari } : { baris: b.baris.join(',') }),
    ...(b.kepentingan && { kepentingan: b.kepentingan.join(',') }),
    ...(b.layanan && { layanan: b.layanan }),
    ...(b.tanggal && { tanggal: b.tanggal }),
    ...(b.usia && { usia: b.usia }),
    ...(b.jenisKelamin && { jenis_kelamin: b.jenisKelamin }),
    ...(b.pendidikan && { pendidikan: b.pendidikan }),
    ...(b.pekerjaan && { pekerjaan: b.pekerjaan }),
    ...(b.lain && { lain: b.lain }),
    ...(b.saran && { saran: b.saran }),
  };
  return `${JSON.stringify(isi)}\n`;
}

interface BarisSiapan {
  readonly n: number;
  readonly jawaban: string;
  readonly dari?: number;
  readonly baris?: string;
  readonly kepentingan?: string;
  readonly layanan?: (string | null)[];
  readonly tanggal?: (string | null)[];
  readonly usia?: (number | null)[];
  readonly jenis_kelamin?: (string | null)[];
  readonly pendidikan?: (string | null)[];
  readonly pekerjaan?: (string | null)[];
  readonly lain?: Record<string, (string | null)[]>;
  readonly saran?: (string | null)[];
}

/** The block of a line again. */
export function bacaSiapan(teks: string): BlokRespons {
  const isi = JSON.parse(teks) as BarisSiapan;
  const { n, dari } = isi;
  return {
    n,
    baris: dari === undefined ? (isi.baris ?? '').split(',').map(Number) : Array.from({ length: n }, (_, i) => dari + i),
    jawaban: isi.jawaban.split(','),
    kepentingan: isi.kepentingan?.split(',') ?? null,
    layanan: isi.layanan ?? null,
    tanggal: isi.tanggal ?? null,
    usia: isi.usia ?? null,
    jenisKelamin: isi.jenis_kelamin ?? null,
    pendidikan: isi.pendidikan ?? null,
    pekerjaan: isi.pekerjaan ?? null,
    saran: isi.saran ?? null,
    lain: isi.lain ?? null,
  };
}

const SARAN = Buffer.from('"saran":[');

/** Whether lines carry suggestions; a value that contains these characters has them escaped. */
export const memuatSaran = (baris: Buffer): boolean => baris.includes(SARAN);

/**
 * Inserts lines as rows of `respons`.
 * $1 survei, $2 instansi, $3 the lines as one JSON array
 */
export const SQL_BLOK = `
  INSERT INTO respons (survei_id, instansi_id, blok, n, jawaban, baris, kepentingan, layanan, tanggal, usia, jenis_kelamin, pendidikan,
    pekerjaan, lain)
  SELECT $1::uuid, $2::uuid, b.blok, b.n, string_to_array(b.jawaban, ','),
    CASE WHEN b.dari IS NULL THEN string_to_array(b.baris, ',')::int[] ELSE array(SELECT generate_series(b.dari, b.dari + b.n - 1)) END,
    string_to_array(b.kepentingan, ','), b.layanan, b.tanggal, b.usia, b.jenis_kelamin, b.pendidikan, b.pekerjaan, b.lain
  FROM json_to_recordset($3::json) AS b (blok int, n int, jawaban text, dari int, baris text, kepentingan text, layanan text[],
    tanggal date[], usia smallint[], jenis_kelamin text[], pendidikan text[], pekerjaan text[], lain jsonb)`;

/** The lines of a prepared file as its bytes, in batches of about `bitaSekali`, each line whole, the last without its end. */
export async function* kelompokBaris(berkas: Readable, bitaSekali: number): AsyncGenerator<Buffer> {
  let sisa: Buffer[] = [];
  let ukuran = 0;
  for await (const potong of berkas as AsyncIterable<Buffer>) {
    const akhir = potong.lastIndexOf(BARIS_BARU);
    ukuran += potong.length;
    if (akhir < 0 || ukuran < bitaSekali) {
      sisa.push(potong);
      continue;
    }
    yield Buffer.concat([...sisa, potong.subarray(0, akhir)]);
    sisa = [potong.subarray(akhir + 1)];
    ukuran = potong.length - akhir - 1;
  }
  const ujung = Buffer.concat(sisa);
  if (ujung.length > 0) yield ujung.at(-1) === BARIS_BARU ? ujung.subarray(0, -1) : ujung;
}

/** The lines of a batch, one by one. */
export function pecahBaris(isi: Buffer): string[] {
  return isi.toString('utf8').split('\n');
}

/** A batch as one JSON array, in the bytes in which the server reads them: `$3` of `SQL_BLOK`. Line ends stand between lines only. */
export function keLarik(baris: Buffer): Buffer {
  const larik = Buffer.concat([Buffer.from('['), baris, Buffer.from(']')]);
  for (let i = larik.indexOf(BARIS_BARU); i >= 0; i = larik.indexOf(BARIS_BARU, i)) larik[i] = KOMA;
  return larik;
}
