import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { KunciInstans } from '../../src/database/instans';
import { bacaSandi, siapkanKlaster } from '../../src/database/klaster';
import { siapkanBinari, siapkanRuang } from '../../src/database/ruang-data';
import { hentikanYatim } from '../../src/database/yatim';
import { folderSementara } from '../support/proses-uji';

const sementara = folderSementara();
const sistem = join(sementara.jalur, 'sistem');
const rumah = join(sementara.jalur, 'rumah');
const data = join(rumah, 'tuntas', '.data');
const sebagaiRoot = process.getuid?.() === 0 ? describe : describe.skip;

afterAll(sementara.hapus);

sebagaiRoot('root, whose database runs as another user', () => {
  beforeEach(() => {
    rmSync(rumah, { recursive: true, force: true });
    rmSync(sistem, { recursive: true, force: true });
    mkdirSync(join(rumah, 'tuntas'), { recursive: true });
    chmodSync(rumah, 0o700);
  });

  test('a home that others cannot enter: a system folder takes the data, and later starts find it whatever the permissions', async () => {
    const pertama = await siapkanRuang(data, sistem);
    expect(pertama).toMatchObject({ dipindahkan: true });
    expect(pertama.folder.startsWith(`${sistem}/`)).toBe(true);
    expect(pertama.pengguna?.uid).not.toBe(0);
    chmodSync(rumah, 0o755);
    expect((await siapkanRuang(data, sistem)).folder).toBe(pertama.folder);
  });

  test('a strict umask changes nothing', async () => {
    const semula = process.umask(0o077);
    try {
      const ruang = await siapkanRuang(data, sistem);
      const binari = siapkanBinari(ruang);
      siapkanKlaster(binari, ruang, false);
      expect(statSync(join(ruang.folder, 'basisdata')).uid).toBe(ruang.pengguna?.uid);
    } finally {
      process.umask(semula);
    }
  });

  test('a folder that was open and holds data: the data move along, with their owner and password', async () => {
    chmodSync(rumah, 0o755);
    const terbuka = await siapkanRuang(data, sistem);
    expect(terbuka).toMatchObject({ folder: data, dipindahkan: false });
    const sandi = siapkanKlaster(siapkanBinari(terbuka), terbuka, false);
    chmodSync(rumah, 0o700);
    const ruang = await siapkanRuang(data, sistem);
    expect(ruang.dipindahkan).toBe(true);
    expect(ruang.pengguna?.uid).toBe(terbuka.pengguna?.uid);
    expect(bacaSandi(ruang)).toBe(sandi);
    expect(existsSync(join(ruang.folder, 'basisdata', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(data, 'basisdata'))).toBe(false);
  });

  test('a copied checkout gets data of its own; a moved one takes its data along', async () => {
    const asli = await siapkanRuang(data, sistem);
    const salinan = join(rumah, 'salinan');
    cpSync(join(rumah, 'tuntas'), salinan, { recursive: true });
    expect((await siapkanRuang(join(salinan, '.data'), sistem)).folder).not.toBe(asli.folder);

    const pindah = join(rumah, 'pindah');
    renameSync(join(rumah, 'tuntas'), pindah);
    expect((await siapkanRuang(join(pindah, '.data'), sistem)).folder).toBe(asli.folder);
  });

  test('data of an ordinary user stay theirs: PostgreSQL runs as their owner', async () => {
    chmodSync(rumah, 0o755);
    const ruang = await siapkanRuang(data, sistem);
    siapkanKlaster(siapkanBinari(ruang), ruang, false);
    chownSync(join(data, 'basisdata'), 12_345, 12_345);
    expect((await siapkanRuang(data, sistem)).pengguna).toMatchObject({ uid: 12_345, gid: 12_345 });
  });
});

describe('the claim on a data folder', () => {
  const folder = join(sementara.jalur, 'klaim');

  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  });

  test('one holder at a time; free again after it', () => {
    const pertama = new KunciInstans(folder);
    const kedua = new KunciInstans(folder);
    expect(pertama.ambil('layanan')).toBeNull();
    pertama.umumkan({ port: 5 });
    expect(kedua.ambil('perintah')).toMatchObject({ pid: process.pid, jenis: 'layanan', port: 5 });
    pertama.lepas();
    expect(kedua.ambil('perintah')).toBeNull();
  });

  test.each([
    ['empty', ''],
    ['not JSON', '{"pid": 1'],
    ['of a dead process', JSON.stringify({ pid: 999_999_999, mulai: 'x', jenis: 'layanan' })],
    ['of a process whose number lives on in another', JSON.stringify({ pid: process.ppid, mulai: 'x', jenis: 'layanan' })],
  ])('a claim that is %s counts as none', (_, isi) => {
    writeFileSync(join(folder, 'instans.json'), isi);
    expect(new KunciInstans(folder).ambil('layanan')).toBeNull();
    expect((JSON.parse(readFileSync(join(folder, 'instans.json'), 'utf8')) as { pid: number }).pid).toBe(process.pid);
  });
});

test('a note of PostgreSQL that names a living stranger is removed, the stranger is left alone', async () => {
  const folder = join(sementara.jalur, 'basisdata-asing');
  mkdirSync(folder);
  writeFileSync(join(folder, 'postmaster.pid'), `${process.ppid}\n${folder}\n`);
  await hentikanYatim(folder);
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
  expect(() => process.kill(process.ppid, 0)).not.toThrow();
});
