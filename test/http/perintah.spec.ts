import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { klonTemplat } from '../support/basisdata';
import { AKAR, folderSementara, jalankan, prosesDengan, tungguSepi, type Hasil, type Lingkungan } from '../support/proses-uji';
import { tercepat } from '../support/waktu-uji';

const sementara = folderSementara();
const berkas = (nama: string) => join(sementara.jalur, nama);
const contoh = (nama: string) => join(AKAR, 'src/paket/contoh', `${nama}.json`);
const data = berkas('data');
const tuntas = (argumen: readonly string[], lingkungan: Lingkungan = {}) =>
  jalankan('tuntas', argumen, { env: { TUNTAS_DATA: data }, ...lingkungan }).selesai;

beforeAll(() => {
  writeFileSync(berkas('rusak.json'), '{"format": "tuntas/paket", "versi": 1, "tambahan": true}');
});

afterAll(async () => {
  for (const pid of prosesDengan(data)) process.kill(pid, 'SIGTERM');
  await tungguSepi(data);
  sementara.hapus();
});

describe('bantuan dan pemakaian', () => {
  test.each([
    [['--help']],
    [['hitung', '--help']],
    [['impor', '-h']],
    [['ekspor', '--help']],
    [['laporan', '--help', '--salah']],
  ])('tuntas %j: bantuan di keluaran baku, kode 0', async (argumen) => {
    const { kode, keluaran, galat } = await tuntas(argumen);
    expect({ kode, galat }).toEqual({ kode: 0, galat: '' });
    expect(keluaran).toContain('Pemakaian: ');
  });

  test.each([
    [[], 'Pemakaian: '],
    [['hitnug'], 'Perintah "hitnug" tidak dikenal'],
    [['hitung'], 'tepat satu berkas'],
    [['hitung', 'a.json', 'b.json'], 'tepat satu berkas'],
    [['hitung', '--cepat', 'a.json'], 'Opsi --cepat tidak dikenal'],
    [['impor'], 'sekurang-kurangnya satu berkas'],
    [['ekspor'], 'Opsi wajib belum ditulis: --instansi'],
    [['ekspor', '--instansi'], 'Opsi --instansi memerlukan nilai'],
    [['ekspor', '--instansi', 'A', '--instansi', 'B'], 'lebih dari sekali'],
    [['laporan', '--instansi', 'KASN'], 'Opsi wajib belum ditulis: --rencana, --keluar'],
    [['laporan', '--instansi', 'A', '--rencana', 'B', '--keluar', 'c.pdf', '--format', 'docx'], 'pilihannya: pdf'],
    [['laporan', '--instansi', 'A', '--rencana', 'B', '--keluar', 'c.pdf', '--kertas=letter'], 'pilihannya: a4, f4'],
  ])('tuntas %j: sebuah kalimat di galat baku, kode 2', async (argumen, kalimat) => {
    const { kode, keluaran, galat } = await tuntas(argumen);
    expect({ kode, keluaran }).toEqual({ kode: 2, keluaran: '' });
    expect(galat).toContain(kalimat);
  });
});

describe('hitung', () => {
  test('menulis JSON saja, di bawah satu detik, tanpa basis data', async () => {
    let hasil: Hasil = { kode: null, keluaran: '', galat: '' };
    const hitung = async () => (hasil = await tuntas(['hitung', contoh('kasn-2023')], { lewatNpm: true }));
    // A shared machine; alone it takes 0,4 s.
    expect(await tercepat(3_000, hitung)).toBeLessThan(3_000);
    const { kode, keluaran, galat } = hasil;
    expect({ kode, galat: galat.replace(/^npm warn .*\n/gm, '') }).toEqual({ kode: 0, galat: '' });
    expect(JSON.parse(keluaran)).toMatchObject({ rencana: [{ realisasi: { persen: '70.00' } }] });
    expect(existsSync(data)).toBe(false);
  });

  test('jalur relatif berarti folder pemanggil, juga lewat npm dari folder lain', async () => {
    const { kode } = await tuntas(['hitung', 'kasn-2023.json'], { lewatNpm: true, cwd: join(AKAR, 'src/paket/contoh') });
    expect(kode).toBe(0);
  });

  test.each([
    ['tidak-ada.json', 'tidak ada'],
    ['.', 'adalah folder'],
    ['besar.json', 'terlalu besar (201 MB); paling besar 100 MB'],
    ['rusak.json', 'tambahan'],
    ['/dev/zero', 'bukan berkas biasa'],
  ])('%s ditolak dengan kalimat, kode 1', async (nama, kalimat) => {
    writeFileSync(berkas('besar.json'), '');
    truncateSync(berkas('besar.json'), 200 * 1024 * 1024 + 1);
    const { kode, keluaran, galat } = await tuntas(['hitung', nama], { akar: AKAR, cwd: sementara.jalur });
    expect({ kode, keluaran }).toEqual({ kode: 1, keluaran: '' });
    expect(galat).toContain(kalimat);
    expect(galat).not.toContain('    at ');
  });
});

describe('basis data', () => {
  test('sendirian: impor menjalankan yang tertanam selama perintah, berkas yang salah disebut, yang lain tetap masuk', async () => {
    const { kode, keluaran, galat } = await tuntas(['impor', berkas('rusak.json'), contoh('kasn-2023'), berkas('tiada.json')]);
    expect(kode).toBe(1);
    expect(keluaran).toMatch(/^.+kasn-2023\.json: \d+ baru, 0 berubah, 0 tetap\n$/);
    expect(galat).toContain('rusak.json: Paket ditolak');
    expect(galat).toMatch(/2 dari 3 berkas ditolak: .+rusak\.json, .+tiada\.json\n$/);
    await tungguSepi(data, 2_000);
    const { keluaran: lagi } = await tuntas(['impor', contoh('kasn-2023')]);
    expect(lagi).toMatch(/^0 baru, 0 berubah, \d+ tetap\n$/);
  });

  test('tiga perintah sekaligus tanpa server bergiliran', async () => {
    const hasil = await Promise.all([1, 2, 3].map(() => tuntas(['ekspor', '--instansi', 'KASN'])));
    expect(hasil.map(({ kode }) => kode)).toEqual([0, 0, 0]);
    expect(new Set(hasil.map(({ keluaran }) => keluaran)).size).toBe(1);
  });

  test('kelima tingkat data survei keluar dari ekspor sebagaimana masuknya', async () => {
    const umum = { instrumen: 'PERMENPAN-14-2017', periode: { jenis: 'tahun', tahun: 2025 } };
    const hasil = {
      respons: { respons: { unsur: ['U2', 'U1'], baris: ['34', '4-'] } },
      jumlah: { jumlahPerUnsur: { n: 10, jumlah: { U1: 31, U2: 40 } } },
      jumlahUnsur: { jumlahPerUnsur: { n: { U1: 9, U2: 10 }, jumlah: { U1: 31, U2: 40 } } },
      nrr: { nilaiUnsur: [{ unsur: 'U1', nrr: 3.5 }] },
      nilai: { nilaiUnsur: [{ unsur: 'U1', nrr: 3.53, nilai: 88.21 }] },
      terbit: { terbit: { nilai: 88.81 } },
    };
    const paket = {
      format: 'tuntas/paket',
      versi: 1,
      instansi: { kode: 'LIMA', nama: 'Lima', singkatan: 'Lima', kota: 'Bogor', zonaWaktu: 'Asia/Jakarta' },
      survei: Object.entries(hasil).map(([kode, isi]) => ({ kode, judul: kode, ...umum, ...isi })),
    };
    writeFileSync(berkas('lima.json'), JSON.stringify(paket));
    expect((await tuntas(['impor', berkas('lima.json')])).keluaran).toBe('7 baru, 0 berubah, 0 tetap\n');
    expect((await tuntas(['ekspor', '--instansi', 'LIMA', '--keluar', berkas('lima-2.json')])).galat).toBe('');
    const kembali = JSON.parse(readFileSync(berkas('lima-2.json'), 'utf8')) as { survei: unknown };
    expect(kembali.survei).toEqual(paket.survei);
    expect((await tuntas(['impor', berkas('lima-2.json')])).keluaran).toBe('0 baru, 0 berubah, 7 tetap\n');
    const dihitung = async (nama: string) => (await tuntas(['hitung', berkas(nama)])).keluaran;
    expect(await dihitung('lima-2.json')).toBe(await dihitung('lima.json'));
  });

  test('di samping server yang berjalan: memakai basis datanya; ekspor → hitung sama dengan aslinya', async () => {
    const server = jalankan('start', [], { env: { TUNTAS_DATA: data } });
    await server.siap();
    expect((await tuntas(['impor', contoh('kpu-kab-tangerang-2024-s2')])).kode).toBe(0);
    const tujuan = berkas('keluar.json');
    expect(await tuntas(['ekspor', '--instansi', 'KASN', '--keluar', tujuan])).toEqual({ kode: 0, keluaran: '', galat: '' });
    const [asli, hasil] = await Promise.all([tuntas(['hitung', contoh('kasn-2023')]), tuntas(['hitung', tujuan])]);
    expect(hasil).toEqual(asli);
    expect(server.proses.exitCode).toBeNull();
    expect((await server.hentikan()).kode).toBe(0);
  });

  test.each([
    [['ekspor', '--instansi', 'ENTAH'], 'Instansi "ENTAH" tidak ada.'],
    [['laporan', '--instansi', 'ENTAH', '--rencana', 'X', '--keluar', 'lap.pdf'], 'Instansi "ENTAH" tidak ada.'],
    [
      ['laporan', '--instansi', 'KASN', '--rencana', 'X', '--keluar', 'lap.pdf'],
      'Rencana "X" tidak ada di instansi KASN; yang ada: RTL-2023.',
    ],
    [['ekspor', '--instansi', 'KASN', '--keluar', 'tiada/lap.json'], 'Folder tiada tidak ada.'],
    [['ekspor', '--instansi', 'KASN', '--keluar', '.'], 'Berkas . adalah folder'],
  ])('tuntas %j: sebuah kalimat, kode 1, tidak ada berkas', async (argumen, kalimat) => {
    const sebelum = readdirSync(sementara.jalur).sort();
    const { kode, keluaran, galat } = await tuntas(argumen, { akar: AKAR, cwd: sementara.jalur });
    expect({ kode, keluaran }).toEqual({ kode: 1, keluaran: '' });
    expect(galat).toContain(kalimat);
    expect(readdirSync(sementara.jalur).sort()).toEqual(sebelum);
  });
});

test('sambungan terputus di tengah impor: satu kalimat, kode 1, tidak ada yang masuk', async () => {
  const { url, urlAplikasi, hapus } = await klonTemplat();
  // One connection holds the import up, the other looks for it and cuts it off.
  const [penahan, pengamat] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  await Promise.all([penahan.connect(), pengamat.connect()]);
  await penahan.query('BEGIN; LOCK TABLE realisasi IN ACCESS EXCLUSIVE MODE');
  const impor = tuntas(['impor', contoh('kasn-2023')], { env: { DATABASE_URL: url, APP_DATABASE_URL: urlAplikasi } });
  const putuskan = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await pengamat.query(putuskan)).rowCount === 0) await new Promise((lanjut) => setTimeout(lanjut, 20));
  await penahan.query('ROLLBACK');
  const { kode, keluaran, galat } = await impor;
  expect({ kode, keluaran }).toEqual({ kode: 1, keluaran: '' });
  expect(galat).toMatch(/kasn-2023\.json: sambungan ke basis data terputus; tidak ada yang diimpor dari berkas ini\.\n$/);
  expect((await pengamat.query('SELECT FROM instansi')).rowCount).toBe(0);
  await Promise.all([penahan.end(), pengamat.end()]);
  await hapus();
});

describe('checkout lain, di jalur berspasi', () => {
  const akar = berkas('ruang kerja/tuntas uji');

  beforeAll(() => {
    mkdirSync(akar, { recursive: true });
    for (const nama of [
      'src',
      'migrations',
      'views',
      'package.json',
      'package-lock.json',
      'nest-cli.json',
      'tsconfig.json',
      'tsconfig.build.json',
    ]) {
      cpSync(join(AKAR, nama), join(akar, nama), { recursive: true });
    }
    symlinkSync(join(AKAR, 'node_modules'), join(akar, 'node_modules'));
  });

  test('dua perintah sekaligus sebelum dibangun: satu membangun, keduanya menjawab', async () => {
    const hasil = await Promise.all([1, 2].map(() => tuntas(['hitung', contoh('kasn-2023')], { akar })));
    expect(hasil.map(({ kode, galat }) => ({ kode, galat }))).toEqual([
      { kode: 0, galat: expect.stringMatching(/^(Menunggu .*\n)?$/) as string },
      { kode: 0, galat: expect.stringMatching(/^(Menunggu .*\n)?$/) as string },
    ]);
    expect(readdirSync(akar).filter((nama) => nama.startsWith('.persiapan'))).toEqual([]);
  });

  test('start memakai folder .data sendiri', async () => {
    const server = jalankan('start', [], { akar });
    await server.siap();
    expect(existsSync(join(akar, '.data/basisdata/PG_VERSION'))).toBe(true);
    expect((await server.hentikan()).kode).toBe(0);
    await tungguSepi(join(akar, '.data'), 2_000);
  });

  test('sumber yang salah: kesalahan penyusun dan satu kalimat, kode 1; sesudah dibetulkan berjalan lagi', async () => {
    const sumber = join(akar, 'src/salah.ts');
    writeFileSync(sumber, 'export const x: number = "bukan bilangan";\n');
    const { kode, keluaran, galat } = await tuntas(['--help'], { akar });
    expect({ kode, keluaran }).toEqual({ kode: 1, keluaran: '' });
    expect(galat).toContain('src/salah.ts');
    expect(galat).toContain('Tuntas tidak dapat dibangun dari sumbernya');
    rmSync(sumber);
    expect((await tuntas(['--help'], { akar })).kode).toBe(0);
  });

  test('dependensi berubah, registri tak terjangkau: satu kalimat, kode 1', async () => {
    const kunci = join(akar, 'package-lock.json');
    const asli = readFileSync(kunci, 'utf8');
    rmSync(join(akar, 'node_modules'));
    const { kode, keluaran, galat } = await tuntas(['--help'], {
      akar,
      env: { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: berkas('tembolok'), npm_config_fetch_retries: '0' },
    });
    expect({ kode, keluaran }).toEqual({ kode: 1, keluaran: '' });
    expect(galat).toMatch(
      /^Memasang dependensi …\nDependensi tidak dapat dipasang: registri npm tidak dapat dihubungi; periksa sambungan jaringan, lalu ulangi\.\n$/,
    );
    expect(readFileSync(kunci, 'utf8')).toBe(asli);
  });
});
