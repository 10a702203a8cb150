import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A browser program, and what it needs around it. */
export interface ProgramPeramban {
  readonly jalur: string;
  readonly env: Readonly<Record<string, string>>;
}

const PAKET = '@sparticuz/chromium';
const BONGKAR = `require(${JSON.stringify(PAKET)}).executablePath().then(() => process.exit(0), (e) => { console.error(e); process.exit(1) })`;

/**
 * The Chromium that comes inside an npm package, unpacked once per version below `folder` (a second or so). It brings the libraries
 * that a minimal Debian lacks (libnss3); the package unpacks those only for what it takes for AWS, hence the variable. Unpacked beside
 * its place and renamed, so that processes that start at the same time never see half a program.
 */
export async function chromiumBawaan(folder: string): Promise<ProgramPeramban> {
  const versi = (JSON.parse(readFileSync(jalurPaket(), 'utf8')) as { version: string }).version;
  for (const induk of [folder, tmpdir()]) {
    const tujuan = join(induk, induk === folder ? `chromium-${versi}` : `tuntas-chromium-${versi}-${pengguna()}`);
    if (induk !== folder && milikOrangLain(tujuan)) continue;
    if (siap(tujuan)) return program(tujuan);
    const sementara = folderSementara(induk);
    if (!sementara) continue;
    try {
      await bongkar(sementara);
      pasang(sementara, tujuan);
    } finally {
      rmSync(sementara, { recursive: true, force: true });
    }
    if (siap(tujuan)) return program(tujuan);
  }
  throw new Error(`Chromium bawaan tidak dapat dibongkar ke ${folder} maupun ${tmpdir()}`);
}

function jalurPaket(): string {
  return join(require.resolve(PAKET), '../../../package.json');
}

const pengguna = (): number => process.getuid?.() ?? 0;

/** In a folder where everybody may write, somebody else could have put a program under our name. */
function milikOrangLain(tujuan: string): boolean {
  const ada = lstatSync(tujuan, { throwIfNoEntry: false });
  return ada !== undefined && (!ada.isDirectory() || ada.uid !== pengguna());
}

function siap(tujuan: string): boolean {
  try {
    accessSync(join(tujuan, 'chromium'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function folderSementara(induk: string): string | null {
  try {
    mkdirSync(induk, { recursive: true });
    return mkdtempSync(join(induk, '.chromium-'));
  } catch {
    return null;
  }
}

/** In a process of its own: the package reads its target folder and the AWS variable from the environment. */
async function bongkar(folder: string): Promise<void> {
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await promisify(execFile)(process.execPath, ['-e', BONGKAR], { cwd: __dirname, env, timeout: 120_000 });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'chromium'), 0o755);
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), SETELAN_HURUF);
}

/** Fonts beside this file only: a report must not depend on what is installed. */
const SETELAN_HURUF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">.</dir></fontconfig>
`;

function pasang(sementara: string, tujuan: string): void {
  try {
    if (existsSync(tujuan)) rmSync(tujuan, { recursive: true, force: true });
    renameSync(sementara, tujuan);
  } catch (galat) {
    if (!siap(tujuan)) throw galat;
  }
}

function program(folder: string): ProgramPeramban {
  return {
    jalur: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}
