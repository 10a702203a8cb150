import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The four pakets of real documents that ship with the project; the build copies nothing, they are read where they stand. */
const FOLDER = [resolve(__dirname, 'contoh'), resolve(__dirname, '../../../src/paket/contoh')];

/** @returns file name and absolute path of each, in a fixed order */
export function berkasContoh(): { readonly nama: string; readonly jalur: string }[] {
  const folder = FOLDER.find((f) => isi(f).length > 0);
  return folder === undefined ? [] : isi(folder).map((nama) => ({ nama, jalur: join(folder, nama) }));
}

function isi(folder: string): string[] {
  try {
    return readdirSync(folder).filter((n) => n.endsWith('.json')).sort(); // prettier-ignore
  } catch {
    return [];
  }
}
