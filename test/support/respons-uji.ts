import { Readable } from 'node:stream';
import { INSTRUMEN_BAWAAN } from '../../src/instrumen/instrumen.bawaan';
import type { Instrumen } from '../../src/instrumen/instrumen.rules';
import type { BerkasRespons } from '../../src/survei/respons/berkas-respons';
import { olahRespons } from '../../src/survei/respons/olah';
import type { BarisDitolak, BlokRespons, Pemetaan, RingkasanOlahan, Susunan } from '../../src/survei/respons/respons.rules';
import { kenaliSusunan } from '../../src/survei/respons/susunan';

export function instrumenBawaan(kode: string): Instrumen {
  const ada = INSTRUMEN_BAWAAN.find((i) => i.kode === kode);
  if (!ada) throw new Error(kode);
  return ada;
}

/** A file from bytes, handed over in small pieces, as from a network. */
export function berkasUji(nama: string, isi: string | Buffer, potongan = 4_093): BerkasRespons {
  const bita = Buffer.from(isi);
  const daftar: Buffer[] = [];
  for (let i = 0; i < bita.length; i += potongan) daftar.push(bita.subarray(i, i + potongan));
  return { nama, ukuran: bita.length, buka: () => Readable.from(daftar) };
}

export interface BacaanUji {
  readonly susunan: Susunan;
  readonly hasil: RingkasanOlahan;
  readonly ditolak: readonly BarisDitolak[];
  readonly blok: readonly BlokRespons[];
  /** `U1` → sum */
  readonly jumlah: Readonly<Record<string, number>>;
}

/** Reads a file as it is understood, or as the person corrected it. */
export async function bacaUji(
  berkas: BerkasRespons,
  instrumen: Instrumen = instrumenBawaan('PERMENPAN-14-2017'),
  koreksi: Partial<Pemetaan> = {},
): Promise<BacaanUji> {
  const susunan = await kenaliSusunan(berkas, instrumen);
  const ditolak: BarisDitolak[] = [];
  const pemetaan = { barisJudul: susunan.barisJudul, arti: {}, ...koreksi };
  const olahan = olahRespons(berkas, susunan, pemetaan, instrumen, { ditolak: (b) => ditolak.push(b) });
  const blok: BlokRespons[] = [];
  for await (const b of olahan.blok()) blok.push(b);
  const hasil = await olahan.selesai;
  return { susunan, hasil, ditolak, blok, jumlah: Object.fromEntries(hasil.unsur.map((u) => [u.unsur, u.jumlah])) };
}

/** The same sequence in every run. */
export function acak(benih: number): () => number {
  let s = benih;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 4294967296;
  };
}

/** Answers of `n` respondents to `k` questions on a scale of four, none left out. */
export function jawabanUji(n: number, k = 9, benih = 7): number[][] {
  const r = acak(benih);
  return Array.from({ length: n }, () => Array.from({ length: k }, () => 1 + Math.floor(r() * 4)));
}
