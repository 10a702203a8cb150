import { request } from 'node:http';
import { bacaHtml } from '../support/dokumen-html';
import { jalankanSitusUji, type SitusUji } from '../support/situs';

let uji: SitusUji;

beforeAll(async () => {
  uji = await jalankanSitusUji();
  uji.aplikasi.useLogger(false);
});

afterAll(() => uji.tutup());

/** The path exactly as written: `fetch` would mend some of them. */
function minta(
  jalur: string,
  kepala: Record<string, string> = {},
  metode = 'GET',
): Promise<{ status: number; tipe: string; isi: string; kepala: NodeJS.Dict<string | string[]> }> {
  const { hostname, port } = new URL(uji.alamat);
  return new Promise((selesai, gagal) => {
    request(
      {
        hostname,
        port,
        path: jalur,
        headers: { ...uji.inspektur.kepala, 'x-csrf-token': uji.inspektur.csrf, ...kepala },
        method: metode,
      },
      (res) => {
        let isi = '';
        res.setEncoding('utf8').on('data', (potong: string) => (isi += potong));
        res.on('end', () =>
          selesai({ status: res.statusCode ?? 0, tipe: res.headers['content-type'] ?? '', isi, kepala: res.headers }),
        );
      },
    )
      .on('error', gagal)
      .end();
  });
}

describe('alamat yang salah', () => {
  test.each([
    ['/tidak-ada', 404],
    ['/instansi', 404],
    ['/instansi/TIDAK-ADA', 404],
    ['/instansi/KASN/survei/TIDAK-ADA', 404],
    ['/instansi/KASN/rencana/TIDAK-ADA', 404],
    ['/instansi/KASN/rencana/RTL-2023/kegiatan/9', 404],
    ['/instansi/KASN%00', 400],
    ['/instansi/%00/survei/%00', 400],
    ['/instansi/KASN%2f..%2f..%2fetc', 404],
    ['/instansi/..%2f..%2fetc%2fpasswd', 404],
    [`/instansi/${'A'.repeat(5000)}`, 404],
    ['/instansi/%zz', 400],
    ['/instansi/%c3%28', 400],
    ['/%', 400],
    ['/aset/../package.json', 404],
    ['/aset/gaya.0000000000.css', 404],
    ["/instansi/' OR 1=1--".replace(/ /g, '%20'), 404],
    ['/instansi/__proto__', 404],
    ['/instansi/constructor/survei/toString', 404],
    [`/?q=${encodeURIComponent("'; DROP TABLE instansi; --")}`, 200],
    [`/?q=${'%F0%9F%98%80'.repeat(200)}`, 200],
    ['/?q=%00&h=%00', 400],
    ['/?q=%zz', 200],
    ['/?h=-1', 200],
    ['/?h=999999999999999999999', 200],
    ['/instansi/KASN/rencana/RTL-2023?tw=2024-TW9&tahun=abc&h=x&prioritas=%01', 200],
    ['/instansi/KASN/rencana/RTL-2023?status[a]=b&tw[]=1&unit=__proto__', 200],
  ])('%s dijawab %i dengan halaman yang utuh', async (jalur, status) => {
    const jawaban = await minta(jalur);
    expect(`${jalur} ${jawaban.status}`).toBe(`${jalur} ${status}`);
    expect(jawaban.tipe).toBe('text/html; charset=utf-8');
    expect(bacaHtml(jawaban.isi).cacat).toEqual([]);
    if (status >= 400) {
      expect(bacaHtml(jawaban.isi).tautan).toContain('/');
      expect(jawaban.isi).not.toMatch(/Cannot GET|Error:|node_modules|at \w+ \(/);
    }
  });

  test('halaman 404 menunjuk ke halaman terdekat yang ada', async () => {
    const { isi } = await minta('/instansi/KASN/rencana/TIDAK-ADA');
    const { teks, tautan } = bacaHtml(isi);
    expect(teks).toContain('Rencana TIDAK-ADA tidak ada pada Komisi Aparatur Sipil Negara.');
    expect(tautan).toContain('/instansi/KASN');
  });

  test('yang meminta JSON mendapat dokumen masalah', async () => {
    const { status, tipe, isi } = await minta('/tidak-ada', { accept: 'application/json' });
    expect(status).toBe(404);
    expect(tipe).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(isi)).toMatchObject({ type: 'about:blank', status: 404, title: 'Halaman tidak ditemukan' });
    expect((await minta('/tidak-ada', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })).tipe).toMatch(/^text\/html/);
    expect((await minta('/tidak-ada', { accept: 'image/png' })).tipe).toMatch(/^text\/html/);
  });

  test('metode lain tidak mengubah apa pun', async () => {
    for (const metode of ['POST', 'PUT', 'DELETE', 'PATCH']) expect((await minta('/', {}, metode)).status).toBe(404);
  });
});

describe('HTTP', () => {
  test('HEAD berkepala sama tanpa isi', async () => {
    const [get, head] = [await minta('/instansi/KASN'), await minta('/instansi/KASN', {}, 'HEAD')];
    expect(head.status).toBe(200);
    expect(head.isi).toBe('');
    expect(head.kepala['content-length']).toBe(get.kepala['content-length']);
    expect(head.kepala['etag']).toBe(get.kepala['etag']);
  });

  test('halaman yang tidak berubah dijawab 304, dan dikirim padat kepada yang mau', async () => {
    const pertama = await minta('/instansi/KASN');
    expect((await minta('/instansi/KASN', { 'if-none-match': String(pertama.kepala['etag']) })).status).toBe(304);
    const padat = await fetch(`${uji.alamat}/instansi/KASN`, { headers: { ...uji.inspektur.kepala, 'accept-encoding': 'gzip' } });
    expect(padat.headers.get('content-encoding')).toBe('gzip');
    expect(Number(padat.headers.get('content-length'))).toBeLessThan(pertama.isi.length / 2);
    const tanpaToken = (html: string) => html.replace(/(name="_csrf" value=)"[^"]+"/g, '$1');
    expect(tanpaToken(await padat.text())).toBe(tanpaToken(pertama.isi));
    expect((await minta('/instansi/KASN', { 'accept-encoding': 'identity' })).kepala['content-encoding']).toBeUndefined();
  });

  test('aset beralamat sidik, disimpan setahun, padat; fonnya milik sendiri', async () => {
    const { isi } = await minta('/');
    const alamat = [...new Set([...isi.matchAll(/(?:href)="(\/aset\/[^"#]+)/g)].map((m) => m[1] ?? ''))];
    expect(alamat.length).toBe(3);
    for (const a of alamat) {
      const aset = await minta(a, { 'accept-encoding': 'br' });
      expect(aset.status).toBe(200);
      expect(aset.kepala['cache-control']).toBe('public, max-age=31536000, immutable');
      expect((await minta(a, { 'if-none-match': String(aset.kepala['etag']), 'accept-encoding': 'br' })).status).toBe(304);
    }
    const gaya = await fetch(uji.alamat + (alamat.find((a) => a.endsWith('.css')) ?? ''), {
      headers: { 'accept-encoding': 'br, gzip' },
    });
    const css = await gaya.text();
    expect(gaya.headers.get('content-encoding')).toBe('br');
    for (const [, huruf = ''] of css.matchAll(/url\("([^"]+)"\)/g))
      expect((await fetch(uji.alamat + huruf)).headers.get('content-type')).toBe('font/woff2');
    expect(css).not.toMatch(/https?:|\/\//);
    expect((await minta('/favicon.ico')).tipe).toBe('image/svg+xml');
  });

  test('tiap gambar ikon yang dipakai halaman ada dalam halaman itu sendiri, sekali', async () => {
    for (const a of [
      '/',
      '/instansi/KASN',
      '/instansi/KASN/survei/SKM-2024',
      '/instansi/KASN/rencana/RTL-2023',
      '/instansi/KANREG-X-BKN/rencana/RA-2023-S1/kegiatan/2.3',
    ]) {
      const { isi } = await minta(a);
      const dipakai = new Set([...isi.matchAll(/<use href="#([^"]+)"/g)].map((m) => m[1] ?? ''));
      expect(dipakai.size).toBeGreaterThan(2);
      for (const id of dipakai) expect(isi.split(`<symbol id="${id}"`)).toHaveLength(2);
    }
  });

  test('/sehat', async () => {
    const { status, isi, kepala } = await minta('/sehat');
    expect([status, isi, kepala['cache-control']]).toEqual([200, '{"status":"sehat"}', 'no-store']);
  });
});

describe('kerusakan', () => {
  test('kesalahan di dalam dijawab 500 tanpa membocorkan apa pun, dengan nomor kejadian', async () => {
    await uji.sumber.query('ALTER TABLE instansi RENAME TO instansi_rahasia');
    try {
      const { status, isi } = await minta('/');
      expect(status).toBe(500);
      expect(bacaHtml(isi).teks).toMatch(/Nomor kejadian: [0-9a-f-]{36}/);
      expect(isi).not.toMatch(/relation|instansi_rahasia|select|QueryFailed/i);
      const json = JSON.parse((await minta('/', { accept: 'application/json' })).isi) as { instance: string };
      expect(json.instance).toMatch(/^urn:uuid:/);
    } finally {
      await uji.sumber.query('ALTER TABLE instansi_rahasia RENAME TO instansi');
    }
    expect((await minta('/')).status).toBe(200);
  });

  test('basis data yang putus dijawab 503, dan aplikasi pulih sendiri', async () => {
    await uji.sumberAplikasi.destroy();
    try {
      const { status, isi, kepala } = await minta('/instansi/KASN');
      expect(status).toBe(503);
      expect(kepala['retry-after']).toBe('60');
      expect(bacaHtml(isi).teks).toContain('Aplikasi sedang tidak dapat dipakai');
      expect((await minta('/sehat')).status).toBe(503);
    } finally {
      await uji.sumberAplikasi.initialize();
    }
    expect((await minta('/sehat')).status).toBe(200);
    expect((await minta('/instansi/KASN')).status).toBe(200);
  });

  test('sambungan yang dimatikan server di tengah jalan tidak mematikan aplikasi', async () => {
    await uji.sumber.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const status = [await minta('/'), await minta('/'), await minta('/')].map((j) => j.status);
    expect(status.every((s) => s === 200 || s === 503)).toBe(true);
    expect((await minta('/')).status).toBe(200);
  });
});
