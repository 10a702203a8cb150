import { randomUUID } from 'node:crypto';
import { JejakMasuk } from '../../src/auth/masuk/jejak-masuk.service';
import { buatToken } from '../../src/auth/token';
import { DaftarRute } from '../../src/auth/rute';
import type { AplikasiUji } from '../support/aplikasi';
import type { InstansiUji } from '../support/dua-instansi';
import { tokenFormulir, type OrangUji } from '../support/orang';
import { BahanPerbuatan, PERBUATAN as PERBUATAN_UMUM, type Kiriman } from '../support/perbuatan';
import { PERBUATAN_BUKU } from '../support/perbuatan-buku';
import { PERBUATAN_JENDELA } from '../support/perbuatan-jendela';
import { PERBUATAN_LAPOR } from '../support/perbuatan-lapor';
import { PERBUATAN_PRIORITAS } from '../support/perbuatan-prioritas';
import { PERBUATAN_RENCANA } from '../support/perbuatan-rencana';
import { PERBUATAN_UNGGAH } from '../support/perbuatan-unggah';
import { PERBUATAN_VERIFIKASI } from '../support/perbuatan-verifikasi';
import { SaksiTulisan } from '../support/saksi-tulisan';
import { siapkanSerangan } from '../support/serangan';

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
let saksi: SaksiTulisan;
let bahan: BahanPerbuatan;
let satu: InstansiUji;
let asing: readonly string[];
let orangLain: OrangUji;

beforeAll(async () => {
  ({ uji, satu, asing, orangLain } = await siapkanSerangan());
  bahan = await BahanPerbuatan.siapkan(uji, satu.id);
  saksi = await SaksiTulisan.pasang(uji.sumber);
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

const HURUF = Buffer.alloc(9_000_000, 'a');

/** The form as it is, but that field has so many letters, written without encoding each. */
function besar(kiriman: Kiriman, nama: string, huruf: number): Promise<Response> {
  if (kiriman.berkas !== undefined && nama in kiriman.isian)
    return bahan.kirim({ ...kiriman, isian: { ...kiriman.isian, [nama]: 'a'.repeat(huruf) } });
  const { [nama]: _, ...lainnya } = kiriman.isian;
  const awal = `${new URLSearchParams({ _csrf: kiriman.csrf, ...lainnya }).toString()}&${encodeURIComponent(nama)}=`;
  return fetch(uji.alamat + kiriman.jalur, {
    method: 'POST',
    redirect: 'manual',
    body: Buffer.concat([Buffer.from(awal), HURUF.subarray(0, huruf)]),
    headers: {
      ...{ accept: 'text/html', 'accept-encoding': 'identity', 'content-type': 'application/x-www-form-urlencoded' },
      ...kiriman.kepala,
    },
  });
}

interface Percobaan {
  readonly cara: string;
  readonly kirim: () => Promise<Response>;
  /** with which it is to be refused */
  readonly status: readonly number[];
}

/** Attempts that are sent together, before it is asked whether anything changed. */
const SEKALIGUS = 4;

test('the witness sees what is written, by the application too, and not what was taken back', async () => {
  await saksi.mulai();
  const nama = (akhir: string) =>
    uji.sumber.query('UPDATE instansi SET nama = $1 WHERE id = $2', [`Instansi SATU${akhir}`, satu.id]);
  await nama(' lain');
  expect(await saksi.berubah()).toEqual(['instansi']);
  await nama('');
  expect(await saksi.berubah()).toEqual([]);
  const kiriman = bahan.sebagai(await bahan.orang(), '/akun/nama', { nama: 'Nama Baru' });
  await saksi.mulai();
  await bahan.kirim(kiriman, { 'user-agent': 'tanpa-audit' });
  expect(await saksi.berubah(true)).toEqual([]);
  await bahan.kirim(kiriman);
  expect(await saksi.berubah()).toEqual(['pengguna']);
  expect(await saksi.berubah(true)).toEqual(['audit', 'audit_rantai', 'pengguna']);
});

test('every route that is sent to stands in the table of acts, or in the list of those without an entry', () => {
  expect(Object.keys(PERBUATAN).filter((jalur) => !rutePos().includes(jalur))).toEqual([]);
  expect(rutePos().filter((jalur) => !(jalur in PERBUATAN) && !(jalur in TANPA_AUDIT))).toEqual([]);
});

describe.each(Object.keys(PERBUATAN))('%s', (rute) => {
  let kiriman: Kiriman;

  beforeAll(async () => {
    await uji.sumber.query('DELETE FROM pembatas');
    const siapkan = PERBUATAN[rute];
    if (!siapkan) throw new Error(rute);
    kiriman = await siapkan(bahan);
    await saksi.mulai();
  });

  /** Refusals that people understand: no success, no failure of ours, nothing of elsewhere, nothing changed. */
  async function ditolak(semua: readonly Percobaan[]): Promise<void> {
    for (let i = 0; i < semua.length; i += SEKALIGUS) {
      const bersama = semua.slice(i, i + SEKALIGUS);
      await Promise.all(bersama.map(ditolakSatu));
      expect([bersama.map((p) => p.cara), await saksi.berubah()]).toEqual([bersama.map((p) => p.cara), []]);
    }
  }

  async function ditolakSatu({ cara, kirim, status }: Percobaan): Promise<void> {
    const jawaban = await kirim();
    const html = await jawaban.text();
    expect([cara, jawaban.status, status.includes(jawaban.status)]).toEqual([cara, jawaban.status, true]);
    expect([cara, jawaban.headers.get('content-type')]).toEqual([cara, expect.stringContaining('text/html')]);
    expect([cara, /RAHASIA LAIN|node_modules|at .*\.js:|QueryFailed|invalid byte/.exec(html)?.[0]]).toEqual([cara, undefined]);
  }

  const denganIsian = (nama: string, nilai: string) => () =>
    bahan.kirim({ ...kiriman, isian: { ...kiriman.isian, [nama]: nilai } });

  test('tokens: none, another browser’s, a forged one, one of a session that ended', async () => {
    const lama = tokenFormulir('sesi', buatToken());
    const token = ['', lama, orangLain.csrf, 'A'.repeat(86), `${kiriman.csrf}A`, kiriman.csrf.slice(1)];
    await ditolak([
      ...token.map((csrf) => ({
        cara: `token ${csrf.slice(0, 8)}`,
        kirim: () => bahan.kirim({ ...kiriman, csrf }),
        status: [403],
      })),
      { cara: 'situs lain', kirim: () => bahan.kirim(kiriman, { 'sec-fetch-site': 'cross-site' }), status: [403] },
    ]);
  });

  test('ids of another agency in every step of the address and every field', async () => {
    const alamat = rute.split('/').flatMap((nama, i) => {
      if (!nama.startsWith(':') || nama === ':token') return [];
      return idAsing(nama).map((id) => {
        const jalur = kiriman.jalur.split('/').map((langkah, j) => (j === i ? id : langkah)).join('/'); // prettier-ignore
        return { cara: `${nama} ${id}`, kirim: () => bahan.kirim({ ...kiriman, jalur }), status: [404] };
      });
    });
    const medan = Object.entries(kiriman.isian).flatMap(([nama, nilai]) => {
      const awalan = /^((?:[pk]:)?)[0-9a-f]{8}-/.exec(nilai)?.[1];
      if (awalan === undefined) return [];
      return [...asing, randomUUID(), 'bukan-id'].map((id) => ({
        cara: `${nama} ${id}`,
        kirim: denganIsian(nama, awalan + id),
        status: [400, 404, 422],
      }));
    });
    await ditolak([...alamat, ...medan]);
  });

  test('900 kB, null bytes, control characters in every field', async () => {
    const medan = Object.keys(kiriman.isian);
    await ditolak([
      ...medan.map((nama) => ({ cara: `${nama} bita nol`, kirim: denganIsian(nama, 'a\0b'), status: [400] })),
      ...medan
        .filter((nama) => nama !== 'aktif')
        .map((nama) => ({ cara: `${nama} 900 kB`, kirim: () => besar(kiriman, nama, 900_000), status: [400, 422] })),
      {
        cara: 'nama medan berbita nol',
        kirim: () => mentah(kiriman, [['_csrf', kiriman.csrf], ['x\0', '1']]), // prettier-ignore
        status: [400],
      },
      // Above the largest limit, that of forms that take a pasted table.
      { cara: '9 MB', kirim: () => besar(kiriman, 'x', 9_000_000), status: [413] },
    ]);
  });

  test('fields that are repeated or nested', async () => {
    const semua = Object.entries({ _csrf: kiriman.csrf, ...kiriman.isian });
    const medan = Object.entries(kiriman.isian).flatMap(([nama, nilai]): Percobaan[] => {
      // Check boxes: several of one name are several choices, and none is one too.
      if (rute.includes('/cara-masuk/') && ['peran', 'aktif'].includes(nama)) return [];
      const bersarang = semua.map(([n, v]): [string, string] => (n === nama ? [`${n}[x]`, v] : [n, v]));
      return [
        { cara: `${nama} dua kali`, kirim: () => mentah(kiriman, [...semua, [nama, nilai]]), status: [400, 422] },
        { cara: `${nama}[x]`, kirim: () => mentah(kiriman, bersarang), status: [400, 422] },
      ];
    });
    const token = { cara: 'token dua kali', kirim: () => mentah(kiriman, [['_csrf', kiriman.csrf], ...semua]), status: [403] };
    await ditolak([token, ...medan]);
  });

  test('e-mail addresses that look alike', async () => {
    // Cyrillic а, an invisible joiner, right-to-left, dotless ı, two @. (Full width is folded: it can only be the same mailbox.)
    const serupa = ['\u0430dmin', 'ad\u200dmin', '\u202eadmin', 'adm\u0131n', 'a@admin'].map((n) => `${n}@satu.go.id`);
    const surel = Object.keys(kiriman.isian).filter((nama) => /surel/i.test(nama));
    await ditolak(
      surel.flatMap((nama) =>
        serupa.map((nilai) => ({ cara: `${nama} ${nilai}`, kirim: denganIsian(nama, nilai), status: [400, 422] })),
      ),
    );
  });

  test('without its entry in the audit nothing of it stays; as it is it succeeds, and an entry is written', async () => {
    expect(await saksi.berubah()).toEqual([]);
    // What is told of sign-ins that failed comes some time after them.
    await uji.aplikasi.get(JejakMasuk).onModuleDestroy();
    await saksi.mulai();
    const gagal = await bahan.kirim(kiriman, { 'user-agent': 'tanpa-audit' });
    await gagal.text();
    expect(await saksi.berubah(true)).toEqual([]);
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

test('nothing was written of which no table told', async () => {
  await uji.aplikasi.get(JejakMasuk).onModuleDestroy();
  await saksi.mulai();
  expect(await saksi.berubahSemua()).toEqual([]);
});
