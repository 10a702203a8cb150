// Runs before anything is installed: plain JavaScript, nothing but Node's own modules.
// `node src/prasyarat.mjs start|tuntas|test|bench [ARG…]` installs and builds what is missing, then runs the command in this process.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const AKAR = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_TERENDAH = [20, 19];
const KUNCI = join(AKAR, '.persiapan.kunci');
const STEMPEL_PASANG = join(AKAR, 'node_modules', '.tuntas-terpasang');
const STEMPEL_BANGUN = join(AKAR, 'dist', '.tuntas-terbangun');
const FOLDER_SUMBER = ['src', 'migrations'];
const BERKAS_SUMBER = ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'];

/** A fault that one sentence explains. */
class Gagal extends Error {}

const JARINGAN = 'registri npm tidak dapat dihubungi; periksa sambungan jaringan, lalu ulangi';
/** npm's error codes that a person can mend. */
const SEBAB_NPM = {
  ENOTFOUND: JARINGAN,
  EAI_AGAIN: JARINGAN,
  ECONNREFUSED: JARINGAN,
  ECONNRESET: JARINGAN,
  ETIMEDOUT: JARINGAN,
  ENOTCACHED: JARINGAN,
  ERR_SOCKET_TIMEOUT: JARINGAN,
  EACCES: 'folder proyek atau tembolok npm tidak dapat ditulisi oleh pengguna ini',
  EPERM: 'folder proyek atau tembolok npm tidak dapat ditulisi oleh pengguna ini',
  EROFS: 'folder proyek hanya dapat dibaca',
  ENOSPC: 'ruang disk penuh',
  EUSAGE: 'package-lock.json tidak cocok dengan package.json',
  EINTEGRITY: 'berkas yang diunduh tidak sama dengan yang tercatat di package-lock.json',
};

/** Commands: what they need besides the installed packages, and how they run. */
const PERINTAH = {
  start: () => muatHasilBangun('main.js', []),
  tuntas: (argumen) => muatHasilBangun('cli.js', argumen),
  test: async (argumen) => {
    process.env.NODE_ENV = 'test';
    await createRequire(join(AKAR, 'package.json'))('jest').run(argumen, AKAR);
  },
  bench: async (argumen) => {
    const daftar = fs.readdirSync(join(AKAR, 'test', 'bench')).filter((nama) => nama.endsWith('.bench.mjs'));
    for (const nama of daftar.filter((n) => argumen.length === 0 || argumen.some((a) => n.startsWith(a)))) {
      const kode = await jalankan(process.execPath, ['--expose-gc', join(AKAR, 'test', 'bench', nama)], { stdio: 'inherit' });
      if (kode.status !== 0) throw new Gagal(`Pengukuran ${nama} gagal.`);
    }
  },
};

try {
  await utama(process.argv[2], process.argv.slice(3));
} catch (galat) {
  if (!(galat instanceof Gagal)) throw galat;
  process.stderr.write(`${galat.message}\n`);
  process.exit(1);
}

async function utama(perintah, argumen) {
  periksaNode();
  const jalankanPerintah = PERINTAH[perintah];
  if (!jalankanPerintah) throw new Gagal(`Pemakaian: node src/prasyarat.mjs ${Object.keys(PERINTAH).join('|')} [ARGUMEN…]`);
  if (perluPasang() || perluBangun()) await denganKunci(siapkan);
  await jalankanPerintah(argumen);
}

function periksaNode() {
  const [mayor, minor] = process.versions.node.split('.').map(Number);
  if (mayor > NODE_TERENDAH[0] || (mayor === NODE_TERENDAH[0] && minor >= NODE_TERENDAH[1])) return;
  throw new Gagal(
    `Tuntas memerlukan Node.js ${NODE_TERENDAH.join('.')} atau lebih baru; yang dipakai sekarang ${process.versions.node}.`,
  );
}

async function siapkan() {
  if (perluPasang()) await pasang();
  if (perluBangun()) await bangun();
}

function muatHasilBangun(berkas, argumen) {
  const jalur = join(AKAR, 'dist', 'src', berkas);
  process.argv = [process.argv[0], jalur, ...argumen];
  createRequire(jalur)(jalur);
}

// ---- packages ----

function perluPasang() {
  const cap = capPasang();
  if (bacaTeks(STEMPEL_PASANG) === cap && foldernyaAda()) return false;
  // Installed by hand (npm install): npm's own list tells whether it is what the lockfile asks for.
  if (!sesuaiKunciPaket()) return true;
  cobaTulis(STEMPEL_PASANG, cap);
  return false;
}

function capPasang() {
  const isi = fs.readFileSync(join(AKAR, 'package-lock.json'));
  return `${createHash('sha256').update(isi).digest('hex')} ${process.platform} ${process.arch}`;
}

/** Every direct dependency still has its folder; npm's own list is there. */
function foldernyaAda() {
  const paket = JSON.parse(fs.readFileSync(join(AKAR, 'package.json'), 'utf8'));
  const nama = Object.keys({ ...paket.dependencies, ...paket.devDependencies });
  return ['.package-lock.json', ...nama].every((n) => fs.existsSync(join(AKAR, 'node_modules', n)));
}

function sesuaiKunciPaket() {
  const terpasang = bacaTeks(join(AKAR, 'node_modules', '.package-lock.json'));
  if (terpasang === null || !foldernyaAda()) return false;
  const ada = JSON.parse(terpasang).packages ?? {};
  const diminta = JSON.parse(fs.readFileSync(join(AKAR, 'package-lock.json'), 'utf8')).packages ?? {};
  return Object.entries(diminta).every(([jalur, paket]) => {
    if (jalur === '') return true;
    if (!ada[jalur]) return Boolean(paket.optional);
    return ada[jalur].version === paket.version && ada[jalur].integrity === paket.integrity;
  });
}

async function pasang() {
  pastikanDapatDitulis([AKAR, join(AKAR, 'node_modules')]);
  process.stderr.write('Memasang dependensi …\n');
  fs.rmSync(STEMPEL_PASANG, { force: true });
  const cap = capPasang();
  const npm = process.env.npm_execpath;
  // Install scripts are not needed (src/database/binari.ts makes the links that one package leaves to its script), so none is run.
  const argumen = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
  ];
  argumen.push('--loglevel=error', '--no-progress', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000');
  const hasil =
    npm && /\.[cm]?js$/.test(npm) ? await jalankan(process.execPath, [npm, ...argumen]) : await jalankan('npm', argumen);
  if (hasil.status !== 0) throw new Gagal(`Dependensi tidak dapat dipasang: ${sebabNpm(hasil)}.`);
  fs.writeFileSync(STEMPEL_PASANG, cap);
}

function sebabNpm({ galat, keluaran }) {
  if (galat?.code === 'ENOENT') return 'npm tidak ditemukan; pasang npm bersama Node.js';
  const kode = /npm (?:error|ERR!) code (\S+)/.exec(keluaran)?.[1] ?? '';
  if (SEBAB_NPM[kode]) return SEBAB_NPM[kode];
  const baris = keluaran.split('\n').filter((b) => /npm (?:error|ERR!)/.test(b) && !/ A complete log| code /.test(b));
  return `npm gagal (${[kode, baris[0]?.replace(/^npm (?:error|ERR!) ?/, '')].filter(Boolean).join(': ') || 'tanpa pesan'})`;
}

// ---- build ----

function perluBangun() {
  return bacaTeks(STEMPEL_BANGUN) !== capBangun() || !fs.existsSync(join(AKAR, 'dist', 'src', 'cli.js'));
}

/** Names, sizes and times of the sources: a few milliseconds, where reading them would take many. */
function capBangun() {
  const ringkasan = createHash('sha256');
  const catat = (jalur) => {
    const { size, mtimeMs } = fs.statSync(join(AKAR, jalur));
    ringkasan.update(`${jalur}\0${size}\0${mtimeMs}\n`);
  };
  const telusuri = (folder) => {
    for (const entri of fs.readdirSync(join(AKAR, folder), { withFileTypes: true })) {
      const jalur = `${folder}/${entri.name}`;
      if (entri.isDirectory()) telusuri(jalur);
      else if (/\.(ts|json)$/.test(entri.name) && !entri.name.endsWith('.spec.ts')) catat(jalur);
    }
  };
  BERKAS_SUMBER.forEach(catat);
  FOLDER_SUMBER.forEach(telusuri);
  return ringkasan.digest('hex');
}

async function bangun() {
  pastikanDapatDitulis([AKAR, join(AKAR, 'dist')]);
  fs.rmSync(STEMPEL_BANGUN, { force: true });
  const cap = capBangun();
  const nest = join(AKAR, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const hasil = await jalankan(process.execPath, [nest, 'build']);
  if (hasil.status !== 0)
    throw new Gagal(`${hasil.keluaran.trim()}\nTuntas tidak dapat dibangun dari sumbernya; kesalahannya tertulis di atas.`);
  fs.writeFileSync(STEMPEL_BANGUN, cap);
}

// ---- one at a time ----

/** Two commands started at once in one checkout: the second waits, and finds the work done. */
async function denganKunci(kerja) {
  pastikanDapatDitulis([AKAR]);
  for (let ke = 0; !ambilKunci(); ke++) {
    if (ke === 20) process.stderr.write('Menunggu perintah lain yang sedang memasang atau membangun …\n');
    await new Promise((lanjut) => setTimeout(lanjut, 100));
  }
  try {
    await kerja();
  } finally {
    fs.rmSync(KUNCI, { force: true });
  }
}

function ambilKunci() {
  const calon = `${KUNCI}.${process.pid}`;
  fs.writeFileSync(calon, `${process.pid} ${waktuMulai(process.pid)}`);
  try {
    if (tautkan(calon, KUNCI)) return true;
    if (pemegangHidup(KUNCI)) return false;
    // A dead holder: only who moves the file away may judge it again, lest a new holder's file be removed.
    const basi = `${KUNCI}.${process.pid}.basi`;
    try {
      fs.renameSync(KUNCI, basi);
    } catch {
      return false;
    }
    if (pemegangHidup(basi)) tautkan(basi, KUNCI);
    fs.rmSync(basi, { force: true });
    return false;
  } finally {
    fs.rmSync(calon, { force: true });
  }
}

function tautkan(dari, ke) {
  try {
    fs.linkSync(dari, ke);
    return true;
  } catch (galat) {
    if (galat.code === 'EEXIST') return false;
    throw galat;
  }
}

function pemegangHidup(berkas) {
  const [pid, mulai] = (bacaTeks(berkas) ?? '').split(' ');
  if (!Number(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (galat) {
    if (galat.code === 'ESRCH') return false;
  }
  return waktuMulai(Number(pid)) === mulai;
}

/** Start time of a process where /proc tells it: a number used again is another process. */
function waktuMulai(pid) {
  const stat = bacaTeks(`/proc/${pid}/stat`);
  return stat === null ? '-' : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-');
}

// ---- small things ----

/** Runs a program silently; it ends with us. */
function jalankan(program, argumen, opsi = {}) {
  return new Promise((selesai) => {
    const anak = spawn(program, argumen, { cwd: AKAR, stdio: ['ignore', 'pipe', 'pipe'], ...opsi });
    let keluaran = '';
    for (const aliran of [anak.stdout, anak.stderr]) aliran?.setEncoding('utf8').on('data', (potongan) => (keluaran += potongan));
    const teruskan = (sinyal) => {
      anak.kill(sinyal);
      fs.rmSync(KUNCI, { force: true });
      process.exit(128 + constants.signals[sinyal]);
    };
    for (const sinyal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(sinyal, teruskan);
    const akhiri = (hasil) => {
      for (const sinyal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(sinyal, teruskan);
      selesai({ keluaran, ...hasil });
    };
    anak.once('error', (galat) => akhiri({ status: 1, galat }));
    anak.once('close', (status) => akhiri({ status: status ?? 1 }));
  });
}

function pastikanDapatDitulis(daftar) {
  for (const folder of daftar) {
    if (!fs.existsSync(folder)) continue;
    try {
      fs.accessSync(folder, fs.constants.W_OK);
    } catch {
      throw new Gagal(
        `Folder ${folder} tidak dapat ditulisi oleh pengguna ini, padahal dependensi atau hasil bangun perlu diperbarui; ` +
          'jalankan perintah ini sekali sebagai pemilik folder.',
      );
    }
  }
}

function bacaTeks(berkas) {
  try {
    return fs.readFileSync(berkas, 'utf8');
  } catch {
    return null;
  }
}

function cobaTulis(berkas, isi) {
  try {
    fs.writeFileSync(berkas, isi);
  } catch {
    // A stamp only saves time.
  }
}
