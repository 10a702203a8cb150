import { randomUUID } from 'node:crypto';
import { buatToken } from '../../src/auth/token';
import { DaftarRute } from '../../src/auth/rute';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji, type InstansiUji } from '../support/dua-instansi';
import { masukSebagai, tokenFormulir, type OrangUji } from '../support/orang';
import { BahanPerbuatan, PERBUATAN as PERBUATAN_UMUM, type Kiriman } from '../support/perbuatan';
import { PERBUATAN_BUKU } from '../support/perbuatan-buku';
import { PERBUATAN_JENDELA } from '../support/perbuatan-jendela';
import { PERBUATAN_LAPOR } from '../support/perbuatan-lapor';
import { PERBUATAN_PRIORITAS } from '../support/perbuatan-prioritas';
import { PERBUATAN_RENCANA } from '../support/perbuatan-rencana';
import { PERBUATAN_UNGGAH } from '../support/perbuatan-unggah';
import { PERBUATAN_VERIFIKASI } from '../support/perbuatan-verifikasi';

const PERBUATAN: typeof PERBUATAN_UMUM = {
  ...PERBUATAN_UMUM,
  ...PERBUATAN_BUKU,
  ...PERBUATAN_JENDELA,
  ...PERBUATAN_LAPOR,
  ...PERBUATAN_PRIORITAS,
  ...PERBUATAN_RENCANA,
  ...PERBUATAN_VERIFIKASI,
  ...PERBUATAN_UNGGAH,
};

jest.setTimeout(300_000);

/*
 * Every form that can be sent, as it is accepted, and then every way of spoiling it: each is answered with its status, and nothing
 * changes. Last it is sent as it is: it succeeds, and leaves an entry in the audit, without which nothing of it stays.
 */

/** Acts without an entry, and why. */
const TANPA_AUDIT: Readonly<Record<string, string>> = {
  '/akun/bukti-surel': 'a letter to one’s own address; the link in it writes its entry when it is made and when it is used',
  '/akun/pemberitahuan/dibaca': 'one has read one’s own notices',
  '/instansi/:instansi/rencana/:rencana/buku-kerja':
    'a dry run: nothing of the plan changes; what is applied of it writes its entry',
  '/instansi/:instansi/rencana/:rencana/tempel': 'a dry run too',
  '/instansi/:instansi/rencana/:rencana/uji/:uji/ulangi': 'a dry run once more',
  '/instansi/:instansi/survei/:survei/hasil/berkas':
    'puts what a table says into the form, which shows it; the form then sent writes the figures and their entry',
  '/instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/unggahan':
    'announces a file whose bytes then come piece by piece; the evidence that it becomes writes its entry',
  '/t/:token/unggahan': 'the same, from a telephone',
  '/lupa-sandi': 'nothing happens before the answer, so that its time tells nothing; the link writes its entry',
};

let uji: AplikasiUji;
let bahan: BahanPerbuatan;
let satu: InstansiUji;
let lain: InstansiUji;
let asing: readonly string[];
let orangLain: OrangUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  satu = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  lain = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'LAIN');
  bahan = await BahanPerbuatan.siapkan(uji, satu.id);
  orangLain = await masukSebagai(uji.sumber, (['admin', 'koordinator', 'pimpinan'] as const).map((peran) => ({ instansi: 'SATU', peran }))); // prettier-ignore
  await uji.sumber.query(`UPDATE unit SET nama = 'RAHASIA LAIN' WHERE instansi_id = $1`, [lain.id]);
  await uji.sumber.query(`UPDATE pengguna SET nama = 'RAHASIA LAIN' WHERE id IN (SELECT pengguna_id FROM peran WHERE instansi_id = $1)`, [lain.id]); // prettier-ignore
  const id = async (tabel: string, kolom = 'id') =>
    (await uji.sumber.query<{ id: string }[]>(`SELECT ${kolom} AS id FROM ${tabel} WHERE instansi_id = $1 LIMIT 1`, [lain.id]))[0]?.id ?? ''; // prettier-ignore
  asing = await Promise.all(
    [
      ['unit'],
      ['jabatan'],
      ['penugasan'],
      ['peran'],
      ['mutasi'],
      ['survei'],
      ['saran'],
      ['impor_respons'],
      ['prioritas'],
      ['kegiatan'],
      ['peran', 'pengguna_id'],
    ].map(([t = '', k]) => id(t, k)),
  );
  // An act whose entry cannot be written must leave nothing: here are the requests for which it cannot.
  await uji.sumber
    .query(`CREATE FUNCTION uji_gagal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit mati'; END $$;
    CREATE TRIGGER uji_gagal BEFORE INSERT ON audit FOR EACH ROW WHEN (NEW.agen = 'tanpa-audit') EXECUTE FUNCTION uji_gagal()`);
});

afterAll(() => uji.tutup());

const rutePos = () => [
  ...new Set(
    uji.aplikasi
      .get(DaftarRute)
      .semua()
      .flatMap((r) => (r.metode === 'POST' ? [r.jalur] : [])),
  ),
];

/** Contents of every table, but what moves with every request: the limits, when a session was last seen, and that a code was used. */
async function isi(denganAudit = true): Promise<string> {
  const tabel = await uji.sumber.query<{ nama: string }[]>(
    `SELECT relname AS nama FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'pembatas'
       AND ($1 OR relname NOT LIKE 'audit%') ORDER BY 1`,
    [denganAudit],
  );
  const bagian = tabel.map(
    ({ nama }) =>
      `SELECT '${nama}' AS t, coalesce(md5(string_agg(b, '' ORDER BY b)), '') AS s FROM (SELECT (to_jsonb(x) - 'terakhir' - 'totp_langkah')::text AS b FROM ${nama} x) y`,
  );
  const baris = await uji.sumber.query<{ t: string; s: string }[]>(bagian.join(' UNION ALL '));
  // The server may read the tables side by side, in any order.
  return baris.map(({ t, s }) => `${t} ${s}`).sort().join('\n'); // prettier-ignore
}

const panjangAudit = async () => Number((await uji.sumber.query<{ n: string }[]>('SELECT count(*) AS n FROM audit'))[0]?.n);

/** What stands in another agency where an address names one thing. To the operator accounts and agencies are all of one house. */
function idAsing(langkah: string): readonly string[] {
  if (langkah === ':instansi') return ['LAIN', 'TIADA'];
  if (langkah === ':kode') return ['TIADA'];
  if (langkah === ':unit') return ['ANAK-LAIN', asing[0] ?? ''];
  return [...(langkah === ':akun' ? asing.slice(0, -1) : asing), randomUUID()];
}

/** A body whose fields stand as given, repeated ones too. */
function mentah(kiriman: Kiriman, medan: readonly (readonly [string, string])[]): Promise<Response> {
  return fetch(uji.alamat + kiriman.jalur, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(medan.map(([nama, nilai]) => [nama, nilai])),
    headers: { accept: 'text/html', ...kiriman.kepala },
  });
}

test('every route that is sent to stands in the table of acts, or in the list of those without an entry', () => {
  expect(Object.keys(PERBUATAN).filter((jalur) => !rutePos().includes(jalur))).toEqual([]);
  expect(rutePos().filter((jalur) => !(jalur in PERBUATAN) && !(jalur in TANPA_AUDIT))).toEqual([]);
});

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
      for (const id of [...asing, randomUUID(), 'bukan-id']) {
        const langkah = jalur.replace(/:([a-zA-Z]+)/g, (_, nama: string) => (nama === 'instansi' ? 'SATU' : id));
        const jawaban = await buka(langkah, milikOperator ? operator : orangLain);
        expect([langkah, jawaban.status]).toEqual([langkah, 404]);
        expect(await jawaban.text()).not.toContain('RAHASIA LAIN');
      }
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

describe.each(Object.keys(PERBUATAN))('%s', (rute) => {
  let kiriman: Kiriman;
  let awal: string;

  beforeAll(async () => {
    await uji.sumber.query('DELETE FROM pembatas');
    const siapkan = PERBUATAN[rute];
    if (!siapkan) throw new Error(rute);
    kiriman = await siapkan(bahan);
    awal = await isi(false);
  });

  /** A refusal that people understand: no success, no failure of ours, nothing of elsewhere, nothing changed. */
  async function ditolak(cara: string, jawaban: Response, status: readonly number[]): Promise<void> {
    const html = await jawaban.text();
    expect([cara, jawaban.status, status.includes(jawaban.status)]).toEqual([cara, jawaban.status, true]);
    expect([cara, jawaban.headers.get('content-type')]).toEqual([cara, expect.stringContaining('text/html')]);
    expect([cara, /RAHASIA LAIN|node_modules|at .*\.js:|QueryFailed|invalid byte/.exec(html)?.[0]]).toEqual([cara, undefined]);
    expect([cara, (await isi(false)) === awal]).toEqual([cara, true]);
    await uji.sumber.query('DELETE FROM pembatas');
  }

  test('tokens: none, another browser’s, a forged one, one of a session that ended', async () => {
    const lama = tokenFormulir('sesi', buatToken());
    for (const csrf of ['', lama, orangLain.csrf, 'A'.repeat(86), `${kiriman.csrf}A`, kiriman.csrf.slice(1)])
      await ditolak(`token ${csrf.slice(0, 8)}`, await bahan.kirim({ ...kiriman, csrf }), [403]);
    await ditolak('situs lain', await bahan.kirim(kiriman, { 'sec-fetch-site': 'cross-site' }), [403]);
  });

  test('ids of another agency in every step of the address and every field', async () => {
    const langkah = rute.split('/');
    for (const [i, nama] of langkah.entries()) {
      if (!nama.startsWith(':') || nama === ':token') continue;
      for (const id of idAsing(nama)) {
        const jalur = kiriman.jalur.split('/').map((satuLangkah, j) => (j === i ? id : satuLangkah)).join('/'); // prettier-ignore
        await ditolak(`${nama} ${id}`, await bahan.kirim({ ...kiriman, jalur }), [404]);
      }
    }
    for (const [nama, nilai] of Object.entries(kiriman.isian)) {
      const awalan = /^((?:[pk]:)?)[0-9a-f]{8}-/.exec(nilai)?.[1];
      if (awalan === undefined) continue;
      for (const id of [...asing, randomUUID(), 'bukan-id'])
        await ditolak(
          `${nama} ${id}`,
          await bahan.kirim({ ...kiriman, isian: { ...kiriman.isian, [nama]: awalan + id } }),
          [400, 404, 422],
        );
    }
  });

  test('900 kB, null bytes, control characters in every field', async () => {
    const besar = 'a'.repeat(900_000);
    for (const nama of Object.keys(kiriman.isian)) {
      const dengan = (nilai: string) => bahan.kirim({ ...kiriman, isian: { ...kiriman.isian, [nama]: nilai } });
      await ditolak(`${nama} bita nol`, await dengan('a\0b'), [400]);
      if (nama !== 'aktif') await ditolak(`${nama} 900 kB`, await dengan(besar), [400, 422]);
    }
    await ditolak('nama medan berbita nol', await mentah(kiriman, [['_csrf', kiriman.csrf], ['x\0', '1']]), [400]); // prettier-ignore
    // Above the largest limit, that of forms that take a pasted table.
    await ditolak(
      '9 MB',
      await mentah(kiriman, [
        ['_csrf', kiriman.csrf],
        ['x', 'a'.repeat(9_000_000)],
      ]),
      [413],
    );
  });

  test('fields that are repeated or nested', async () => {
    const semua = Object.entries({ _csrf: kiriman.csrf, ...kiriman.isian });
    await ditolak('token dua kali', await mentah(kiriman, [['_csrf', kiriman.csrf], ...semua]), [403]);
    for (const [nama, nilai] of Object.entries(kiriman.isian)) {
      // Check boxes: several of one name are several choices, and none is one too.
      if (rute.includes('/cara-masuk/') && ['peran', 'aktif'].includes(nama)) continue;
      await ditolak(`${nama} dua kali`, await mentah(kiriman, [...semua, [nama, nilai]]), [400, 422]);
      const bersarang = semua.map(([n, v]): [string, string] => (n === nama ? [`${n}[x]`, v] : [n, v]));
      await ditolak(`${nama}[x]`, await mentah(kiriman, bersarang), [400, 422]);
    }
  });

  test('e-mail addresses that look alike', async () => {
    const surel = Object.keys(kiriman.isian).filter((nama) => /surel/i.test(nama));
    for (const nama of surel) {
      // Cyrillic а, an invisible joiner, right-to-left, dotless ı, two @. (Full width is folded: it can only be the same mailbox.)
      for (const nilai of ['\u0430dmin', 'ad\u200dmin', '\u202eadmin', 'adm\u0131n', 'a@admin'].map((n) => `${n}@satu.go.id`))
        await ditolak(
          `${nama} ${nilai}`,
          await bahan.kirim({ ...kiriman, isian: { ...kiriman.isian, [nama]: nilai } }),
          [400, 422],
        );
    }
  });

  test('without its entry in the audit nothing of it stays; as it is it succeeds, and an entry is written', async () => {
    const utuh = await isi();
    const gagal = await bahan.kirim(kiriman, { 'user-agent': 'tanpa-audit' });
    await gagal.text();
    expect(await isi()).toBe(utuh);
    await uji.sumber.query('DELETE FROM pembatas');
    await uji.sumber.query('UPDATE pengguna SET totp_langkah = 0 WHERE totp_langkah IS NOT NULL');
    const sebelum = await panjangAudit();
    const jawaban = await bahan.kirim(kiriman);
    const html = await jawaban.text();
    const galat = /<div class="ina-galat"[\s\S]*?<\/div>/.exec(html)?.[0];
    expect([rute, jawaban.status, galat]).toEqual([rute, jawaban.status === 200 ? 200 : 303, undefined]);
    expect(await panjangAudit()).toBeGreaterThan(sebelum);
    expect(gagal.status).toBeGreaterThanOrEqual(500);
  });
});
