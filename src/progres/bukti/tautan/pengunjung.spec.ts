import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alamatUmum } from './alamat-umum';
import { Pengunjung } from './pengunjung';

const HALAMAN = '<html><head><title>\n Notula &amp; foto\u202e rapat </title></head></html>';
let server: Server;
let asal: string;
const diminta: string[] = [];
const bebas = new Pengunjung({ bolehAlamat: () => true, bolehPort: () => true, batasWaktu: 2_000 });

beforeAll(async () => {
  server = createServer((req, res) => {
    diminta.push(req.url ?? '');
    if (req.url === '/') res.setHeader('content-type', 'text/html; charset=utf-8').end(HALAMAN);
    else if (req.url === '/alih') res.writeHead(302, { location: '/' }).end();
    else if (req.url === '/putar') res.writeHead(302, { location: '/putar' }).end();
    else if (req.url === '/dalam') res.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    else if (req.url === '/besar') res.end(Buffer.alloc(6 * 1024 * 1024));
    else if (req.url === '/diam') res.write('x');
    else res.writeHead(404).end();
  });
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap));
  asal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('title in one line, status, and a hash of what was there', async () => {
  const hasil = { berhasil: true, kode: 200, judul: 'Notula & foto rapat', galat: null };
  const sha256 = createHash('sha256').update(HALAMAN).digest('hex');
  expect(await bebas.kunjungi(`${asal}/`)).toEqual({ ...hasil, sha256, alamatAkhir: null });
  expect(await bebas.kunjungi(`${asal}/alih`)).toEqual({ ...hasil, sha256, alamatAkhir: `${asal}/` });
});

test.each([
  ['/tiada', 404, 'tidak ada lagi'],
  ['/putar', null, 'terlalu banyak kali'],
  ['/diam', null, 'batas waktu'],
])('%s: what went wrong, as a sentence', async (jalur, kode, galat) => {
  const hasil = await bebas.kunjungi(asal + jalur);
  expect(hasil).toMatchObject({ berhasil: false, kode });
  expect(hasil.galat).toContain(galat);
});

test('what is too large has no hash', async () => {
  expect(await bebas.kunjungi(`${asal}/besar`)).toMatchObject({ berhasil: true, kode: 200, sha256: null });
});

test.each(['file:///etc/passwd', 'http://a:b@contoh.go.id/', 'gopher://x/', 'contoh.go.id', 'http://contoh.go.id:22/', ''])(
  '%s is no link to be visited',
  async (tautan) => {
    expect(await new Pengunjung().kunjungi(tautan)).toMatchObject({ berhasil: false, kode: null });
  },
);

test('never into our own network: by number, by name, by redirect', async () => {
  const sebelum = diminta.length;
  const port = { bolehPort: () => true };
  const dalam = asal.replace('127.0.0.1', 'localhost');
  for (const tautan of [asal, dalam, 'http://[::ffff:127.0.0.1]/', 'http://2130706433/', 'http://0x7f.1/', 'http://10.0.0.1/'])
    expect(await new Pengunjung(port).kunjungi(tautan)).toMatchObject({
      berhasil: false,
      galat: expect.stringContaining('jaringan dalam') as string,
    });
  expect(diminta).toHaveLength(sebelum);
  const hanyaIni = new Pengunjung({ ...port, bolehAlamat: (ip) => ip === '127.0.0.1' });
  expect((await hanyaIni.kunjungi(`${asal}/dalam`)).galat).toContain('jaringan dalam');
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ...[
    '10.1.2.3',
    '100.64.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'bukan',
  ].map((ip): [string, boolean] => [ip, false]),
])('%s is an address of the internet: %s', (ip, umum) => {
  expect(alamatUmum(ip)).toBe(umum);
});
