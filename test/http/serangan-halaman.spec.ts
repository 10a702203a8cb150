import { randomUUID } from 'node:crypto';
import { DaftarRute } from '../../src/auth/rute';
import type { AplikasiUji } from '../support/aplikasi';
import { masukSebagai, type OrangUji } from '../support/orang';
import { siapkanSerangan } from '../support/serangan';

jest.setTimeout(300_000);

/* Every page, opened with addresses and queries that nobody types by mistake. What is sent stands in serangan.spec.ts. */

let uji: AplikasiUji;
let asing: readonly string[];
let orangLain: OrangUji;

beforeAll(async () => {
  ({ uji, asing, orangLain } = await siapkanSerangan());
});

afterAll(() => uji.tutup());

describe('every page', () => {
  const halaman = () => [
    ...new Set(
      uji.aplikasi
        .get(DaftarRute)
        .semua()
        .flatMap((r) => (r.metode === 'GET' ? [r.jalur] : [])),
    ),
  ];
  /** Names that exist here, where a route wants one. */
  const ADA: Readonly<Record<string, string>> = {
    instansi: 'SATU',
    survei: 'S',
    rencana: 'R',
    kegiatan: 'K',
    unit: 'ANAK',
    instrumen: 'SENDIRI',
    saran: '1',
  };
  const alamat = (jalur: string, lainnya: string) => jalur.replace(/:([a-zA-Z]+)/g, (_, nama: string) => ADA[nama] ?? lainnya);
  const buka = (jalur: string, orang: OrangUji) =>
    fetch(uji.alamat + jalur, { redirect: 'manual', headers: { accept: 'text/html', ...orang.kepala } });

  test('with what belongs to another agency in its address: 404, nothing of it shown', async () => {
    const operator = await masukSebagai(uji.sumber, [], { operator: true });
    const berisi = halaman().filter((jalur) => /:(?!instansi|token|berkas|penyedia|akun|kode)/.test(jalur));
    expect(berisi.length).toBeGreaterThan(15);
    for (const jalur of berisi) {
      const milikOperator = jalur.startsWith('/instalasi');
      const tanpaHak = async (id: string) => {
        const langkah = jalur.replace(/:([a-zA-Z]+)/g, (_, nama: string) => (nama === 'instansi' ? 'SATU' : id));
        const jawaban = await buka(langkah, milikOperator ? operator : orangLain);
        expect([langkah, jawaban.status]).toEqual([langkah, 404]);
        expect(await jawaban.text()).not.toContain('RAHASIA LAIN');
      };
      await Promise.all([...asing, randomUUID(), 'bukan-id'].map(tanpaHak));
    }
  });

  test.each([
    [
      'repeated and nested',
      '?tw=2024-TW1&tw=x&tahun=1&tahun=2&h=1&h=2&h[x]=1&urut[]=a&dari[a]=b&q=a&q=b&lanjut=/a&lanjut=/b',
      /^(200|303|400|403|404|410)$/,
    ],
    ['a null byte', '?q=a%00b&tw=%00', /^400$/],
    ['broken encoding', '?q=%E0%A4%A&tw=%', /^(200|303|400|403|404|410)$/],
    ['8 kB', `?q=${'a'.repeat(8000)}&tw=${'1'.repeat(2000)}`, /^(200|303|400|403|404|410)$/],
    [
      'text made to hurt',
      `?q=${encodeURIComponent(`"><script>alert(1)</script>' OR 1=1 --`)}&tw="><b>&oleh='`,
      /^(200|303|400|403|404|410)$/,
    ],
  ] as const)('%s in its query: a page, never a failure, nothing of it run', async (_, kueri, status) => {
    for (const jalur of halaman().filter((h) => !/^\/(aset|sehat|favicon)|laporan\.pdf$/.test(h))) {
      const jawaban = await buka(alamat(jalur, 'tidak-ada') + kueri, orangLain);
      const html = await jawaban.text();
      expect([jalur, jawaban.status, status.test(String(jawaban.status))]).toEqual([jalur, jawaban.status, true]);
      expect([jalur, /<script>alert|node_modules|QueryFailed/.exec(html)?.[0]]).toEqual([jalur, undefined]);
    }
  });
});
