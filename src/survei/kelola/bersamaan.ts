import { GalatPengguna } from '../../shared/galat';
import { bacaKetikan, type Ketikan } from '../../shared/isian';

/** Field of a form that carries what stood there when it was opened: two people who change the same survey notice each other by it. */
export const MEDAN_AWAL = 'awal';

/** Somebody else changed the record since the form was opened. Nothing was stored; what was typed stays. */
export class GalatBersamaan extends GalatPengguna {
  override readonly name: string = 'GalatBersamaan';

  constructor(
    /** the record as it is now, in the fields of the form */
    readonly kini: Ketikan,
    /** fields that changed */
    readonly berubah: readonly string[],
    /** the form again: what the person left alone says what it is now, what they typed stays */
    readonly gabungan: Ketikan,
  ) {
    super('Survei ini diubah orang lain sejak Anda membukanya.');
  }
}

const sama = (a: string | undefined, b: string | undefined): boolean => (a ?? '') === (b ?? '');

/**
 * A form that does not say what it was opened with is taken as it is.
 * @throws {GalatBersamaan} when `kini` is no longer what the form was opened with
 * @throws {GalatPengguna} when what it says cannot be read
 */
export function tolakBersamaan(ketikan: Ketikan, kini: Ketikan): void {
  const awal = bacaAwal(ketikan[MEDAN_AWAL]);
  if (!awal) return;
  const medan = [...new Set([...Object.keys(awal), ...Object.keys(kini)])];
  const berubah = medan.filter((m) => !sama(awal[m], kini[m]));
  if (berubah.length === 0) return;
  const gabungan: Record<string, string> = { ...ketikan };
  for (const m of berubah) if (sama(ketikan[m], awal[m])) gabungan[m] = kini[m] ?? '';
  throw new GalatBersamaan(kini, berubah, gabungan);
}

export const tulisAwal = (ketikan: Ketikan): string =>
  JSON.stringify(Object.fromEntries(Object.entries(ketikan).filter(([, v]) => v !== '')));

function bacaAwal(teks: string | undefined): Ketikan | null {
  if (teks === undefined || teks === '') return null;
  try {
    return bacaKetikan(JSON.parse(teks));
  } catch {
    throw new GalatPengguna('Formulir ini terkirim rusak. Buka kembali halamannya, lalu isi lagi.');
  }
}
