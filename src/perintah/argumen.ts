import { parseArgs } from 'node:util';
import { GalatPemakaian } from './perintah';

/** Options with a value: name → the values allowed, `null` = any text. */
export type DaftarOpsi = Readonly<Record<string, readonly string[] | null>>;

export interface ArgumenTerbaca {
  readonly berkas: readonly string[];
  readonly opsi: Readonly<Record<string, string | undefined>>;
}

/**
 * Strict: an unknown option, one given twice, one without a value or with another than allowed is refused.
 * @throws {GalatPemakaian} with an Indonesian sentence
 */
export function bacaArgumen(argumen: readonly string[], dikenal: DaftarOpsi, wajib: readonly string[] = []): ArgumenTerbaca {
  const { values, positionals } = urai(argumen, dikenal);
  const opsi: Record<string, string | undefined> = {};
  for (const [nama, daftar] of Object.entries(values)) {
    const nilai = daftar?.[0];
    if (daftar && daftar.length > 1) throw new GalatPemakaian(`Opsi --${nama} ditulis lebih dari sekali.`);
    if (!nilai) throw new GalatPemakaian(`Opsi --${nama} memerlukan nilai.`);
    const boleh = dikenal[nama];
    if (boleh && !boleh.includes(nilai))
      throw new GalatPemakaian(`Nilai --${nama} "${nilai}" tidak dikenal; pilihannya: ${boleh.join(', ')}.`);
    opsi[nama] = nilai;
  }
  const kurang = wajib.filter((nama) => opsi[nama] === undefined);
  if (kurang.length > 0) throw new GalatPemakaian(`Opsi wajib belum ditulis: ${kurang.map((n) => `--${n}`).join(', ')}.`);
  return { berkas: positionals, opsi };
}

function urai(
  argumen: readonly string[],
  dikenal: DaftarOpsi,
): { values: Record<string, string[] | undefined>; positionals: string[] } {
  const options = Object.fromEntries(Object.keys(dikenal).map((nama) => [nama, { type: 'string', multiple: true } as const]));
  try {
    return parseArgs({ args: [...argumen], options, strict: true, allowPositionals: true });
  } catch (galat) {
    throw new GalatPemakaian(kalimatGalat(galat));
  }
}

function kalimatGalat(galat: unknown): string {
  const { code, message } = galat as NodeJS.ErrnoException;
  const nama = /'(--?[^ '=<]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Opsi ${nama} tidak dikenal.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `Opsi ${nama} memerlukan nilai.`;
  throw galat;
}
