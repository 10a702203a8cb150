import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, whether the code runs from `src/` or from `dist/src/`. */
export function akarProyek(dari: string = __dirname): string {
  for (let folder = dari; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'nest-cli.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`Folder proyek tidak ditemukan dari ${dari}`);
  }
}
