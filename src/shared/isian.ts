import { validateSync, type ValidationError } from 'class-validator';
import { GalatPengguna } from './galat';

/** One fault of one field, in a sentence that says what to do. */
export interface GalatMedan {
  readonly medan: string;
  readonly pesan: string;
}

/** What was typed cannot be taken: the page shows it again with all faults at once, linked to their fields (422). */
export class GalatIsian extends GalatPengguna {
  override readonly name: string = 'GalatIsian';

  constructor(readonly daftar: readonly GalatMedan[]) {
    super(daftar.map((g) => `${g.pesan}.`).join(' '));
  }
}

/** A fault that belongs to one field. */
export function galatMedan(medan: string, pesan: string): GalatIsian {
  return new GalatIsian([{ medan, pesan }]);
}

/** What a form sent, as text, by field: what the page shows again. */
export type Ketikan = Readonly<Record<string, string>>;

/** Control characters but line end and tab. */
const KENDALI = /(?![\n\t])\p{Cc}/u;

/**
 * The fields of a form, whatever was sent; line ends and blanks are tidied.
 * @throws {GalatPengguna} for a field that came twice or nested, as no form of ours sends it: an optional one must not pass as empty
 */
export function bacaKetikan(badan: unknown): Ketikan {
  if (typeof badan !== 'object' || badan === null) return {};
  return Object.fromEntries(
    Object.entries(badan as Record<string, unknown>).map(([nama, nilai]) => {
      if (typeof nilai !== 'string' || nama.includes('['))
        throw new GalatPengguna('Formulir ini terkirim rusak: ada isian yang berulang. Buka kembali halamannya, lalu isi lagi.');
      return [nama, rapikan(nilai)];
    }),
  );
}

function rapikan(nilai: string): string {
  return nilai.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/**
 * The dto of an act from the fields of its form, checked by the decorators of its class. Fields that the class does not name are left
 * out; every property of the class must have a default (`''`), which names it.
 * @throws {GalatIsian} with the first fault of each field, in the order of the class
 */
export function bacaIsian<T extends object>(kelas: new () => T, ketikan: Ketikan): T {
  const isian = new kelas();
  const nama = Object.keys(isian);
  const sumber = new Map(Object.entries(ketikan));
  for (const n of nama) Object.assign(isian, { [n]: sumber.get(n) ?? '' });
  const rusak = nama.filter((n) => KENDALI.test(sumber.get(n) ?? '') || !(sumber.get(n) ?? '').isWellFormed());
  const galat = new Map(validateSync(isian, { stopAtFirstError: true }).map((e) => [e.property, pesanPertama(e)]));
  for (const n of rusak) galat.set(n, 'Hapus huruf yang tidak terbaca dari isian ini');
  const daftar = nama.flatMap((n): GalatMedan[] => {
    const pesan = galat.get(n);
    return pesan === undefined ? [] : [{ medan: n, pesan }];
  });
  if (daftar.length > 0) throw new GalatIsian(daftar);
  return isian;
}

function pesanPertama({ constraints }: ValidationError): string {
  return Object.values(constraints ?? {})[0] ?? 'Isian ini tidak dapat diterima';
}
