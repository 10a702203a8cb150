import { KonteksInterceptor } from '../../src/auth/konteks.interceptor';
import { PERAN } from '../../src/auth/pelaku';
import { LINGKUP_PERAN } from '../../src/organisasi/peran/peran.policy';
import { DaftarRute, type Rute } from '../../src/auth/rute';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { masukSebagai, tokenFormulir, type OrangUji } from '../support/orang';
import { bacaTabel, KOLOM, type BarisIzin, type Kolom } from './izin.tabel';

let uji: AplikasiUji;
let rute: Rute[];
const tabel = bacaTabel();
/** Requests that came past the guard, by a number of their own. */
const lolos = new Set<string>();
const TAMU = 'A'.repeat(43);

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  for (const kolom of KOLOM) tetap.set(kolom, await orangUji(kolom));
  keadaanAwal = await keadaan();
  rute = uji.aplikasi.get(DaftarRute).semua();
  // The first thing behind the guard: whoever is seen here was let in, whatever the handler answers then.
  const asli = Reflect.get(KonteksInterceptor.prototype, 'intercept');
  jest.spyOn(KonteksInterceptor.prototype, 'intercept').mockImplementation(function (this: KonteksInterceptor, context, next) {
    lolos.add(String(context.switchToHttp().getRequest<{ headers: Record<string, string> }>().headers['x-uji'] ?? ''));
    return asli.call(this, context, next);
  });
});

afterAll(async () => {
  jest.restoreAllMocks();
  await uji.tutup();
});

/** One person for each role, who asks for whatever does not touch themselves; the last test sees that it did not. */
const tetap = new Map<Kolom, OrangUji | null>();
let keadaanAwal: unknown;

/** Accounts, roles and sessions of those people. */
async function keadaan(): Promise<unknown> {
  const orang = [...tetap.values()].flatMap((o) => (o ? [o.penggunaId] : []));
  return uji.sumber.query(
    `SELECT to_jsonb(p) AS pengguna, (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM peran r WHERE r.pengguna_id = p.id) AS peran,
       (SELECT jsonb_agg(to_jsonb(s) - 'terakhir' ORDER BY s.id) FROM sesi s WHERE s.pengguna_id = p.id) AS sesi
     FROM pengguna p WHERE p.id = ANY($1) ORDER BY p.id`,
    [orang],
  );
}

/** Of one's own account or session, by somebody new each: what one does to it must not change what the next one says. */
const atasDiriSendiri = ({ jalur }: BarisIzin) => !jalur.startsWith('/instansi/');

const kunci = ({ metode, jalur }: Pick<Rute, 'metode' | 'jalur'>) => `${metode} ${jalur}`;

/** Names that exist in the agencies of this test; whatever else a route wants gets a name that exists nowhere. */
const ISI: Readonly<Record<string, string>> = { survei: 'S', rencana: 'R', kegiatan: 'K', unit: 'ANAK' };

function alamat(jalur: string, instansi: string): string {
  return jalur.replace(/:([a-zA-Z]+)/g, (_, nama: string) => (nama === 'instansi' ? instansi : (ISI[nama] ?? 'tidak-ada')));
}

let nomor = 0;
async function minta(
  { metode, jalur }: Pick<Rute, 'metode' | 'jalur'>,
  orang: OrangUji | null,
  instansi: string,
  accept = 'text/html',
): Promise<{ lolos: boolean; status: number; ke: string | null }> {
  const tanda = String((nomor += 1));
  const kepala = orang
    ? { ...orang.kepala, 'x-csrf-token': orang.csrf }
    : { cookie: `tuntas_tamu=${TAMU}`, 'x-csrf-token': tokenFormulir('tamu', TAMU) };
  const jawaban = await fetch(uji.alamat + alamat(jalur, instansi), {
    method: metode,
    redirect: 'manual',
    headers: { ...kepala, accept, 'accept-encoding': 'identity', 'x-uji': tanda },
  });
  await jawaban.arrayBuffer();
  return { lolos: lolos.delete(tanda), status: jawaban.status, ke: jawaban.headers.get('location') };
}

/** Somebody new, signed in, with that role and no other. */
async function orangUji(kolom: Kolom): Promise<OrangUji | null> {
  if (kolom === 'tamu') return null;
  const [nama, unit] = kolom.split('_unit');
  const peran = PERAN.find((p) => p === nama);
  const dipegang = peran ? [{ instansi: 'SATU', peran, ...(unit === undefined ? {} : { unit: 'INDUK' }) }] : [];
  return masukSebagai(uji.sumber, dipegang, { operator: kolom === 'operator' });
}

/** What came out, in the words of the table. */
function hasil(jawaban: { lolos: boolean; status: number; ke: string | null }): string {
  if (jawaban.lolos) {
    const { status } = jawaban;
    return status >= 500 || status === 401 || status === 403 ? `lolos lalu ${status}` : 'ya';
  }
  return jawaban.status === 303 && jawaban.ke?.startsWith('/masuk') ? 'masuk' : String(jawaban.status);
}

test('each role is tried in every scope in which it can be given', () => {
  const dicoba = PERAN.flatMap((peran) => KOLOM.filter((k) => k === peran || k === `${peran}_unit`).map((k) => [peran, k]));
  expect(dicoba).toEqual(
    PERAN.flatMap((peran) => [...(LINGKUP_PERAN[peran] === 'keduanya' ? [[peran, `${peran}_unit`]] : []), [peran, peran]]),
  );
});

test('the table has exactly the routes of the application', () => {
  expect(tabel.map(kunci).sort()).toEqual(rute.map(kunci).sort());
});

test('no route stands beside those of the controllers', () => {
  const { router } = uji.aplikasi.getHttpAdapter().getInstance();
  const terpasang = router.stack.flatMap(({ route }) =>
    route ? route.stack.map((lapis) => `${lapis.method.toUpperCase()} ${route.path}`) : [],
  );
  expect([...new Set(terpasang)].sort()).toEqual([...new Set(rute.map(kunci))].sort());
});

test('each route asks for the permission that stands in its row', () => {
  const minta = new Map(rute.map((r) => [kunci(r), r.syarat]));
  expect(tabel.map((b) => [kunci(b), b.izin])).toEqual(tabel.map((b) => [kunci(b), minta.get(kunci(b))]));
});

describe.each(tabel.map((b): [string, BarisIzin] => [kunci(b), b]))('%s', (_, baris) => {
  const milikInstansi = baris.jalur.includes(':instansi');

  test(milikInstansi ? 'own agency' : 'without an agency', async () => {
    const keluar: Partial<Record<Kolom, string>> = {};
    const coba = async (kolom: Kolom) => {
      const orang = atasDiriSendiri(baris) ? await orangUji(kolom) : (tetap.get(kolom) ?? null);
      keluar[kolom] = hasil(await minta(baris, orang, 'SATU'));
    };
    // Pages side by side; acts one after the other, for they meet what the one before left.
    if (baris.metode === 'GET') await Promise.all(KOLOM.map(coba));
    else for (const kolom of KOLOM) await coba(kolom);
    expect(keluar).toEqual(baris.hasil);
  });

  if (milikInstansi) {
    test('another agency, and one that does not exist: the same answer, whatever the role', async () => {
      for (const instansi of ['LAIN', 'TIDAK ADA', '%00', '%F0%9F', `${'x'.repeat(300)}`]) {
        const coba = async (kolom: Kolom) => {
          const jawaban = await minta(baris, tetap.get(kolom) ?? null, instansi);
          const wajar = /^%/.test(instansi) ? ['400', '404', 'masuk'] : [kolom === 'tamu' ? 'masuk' : '404'];
          expect({ instansi, kolom, hasil: hasil(jawaban), wajar: wajar.includes(hasil(jawaban)) }).toMatchObject({
            wajar: true,
          });
        };
        await Promise.all(KOLOM.map(coba));
      }
    });
  }

  if (baris.hasil.tamu === 'masuk') {
    test('not signed in: 401 for a program', async () => {
      expect(await minta(baris, null, 'SATU', 'application/json')).toMatchObject({ lolos: false, status: 401 });
    });
  }
});

test('those who asked are still who they were, and signed in', async () => {
  expect(await keadaan()).toEqual(keadaanAwal);
  for (const [kolom, orang] of tetap) {
    const { status } = await fetch(`${uji.alamat}/akun`, { redirect: 'manual', headers: orang?.kepala ?? {} });
    expect([kolom, status]).toEqual([kolom, orang ? 200 : 303]);
  }
});

test('a page that was refused leads back to itself after signing in; a form and a foreign address do not', async () => {
  const ke = async (metode: string, jalur: string) =>
    (
      await fetch(uji.alamat + jalur, {
        method: metode,
        redirect: 'manual',
        headers: { accept: 'text/html', cookie: `tuntas_tamu=${TAMU}`, 'x-csrf-token': tokenFormulir('tamu', TAMU) },
      })
    ).headers.get('location');
  expect(await ke('GET', '/instansi/SATU/survei/S?urut=nilai')).toBe(
    `/masuk?lanjut=${encodeURIComponent('/instansi/SATU/survei/S?urut=nilai')}`,
  );
  expect(await ke('GET', '/')).toBe('/masuk');
});

test('an inspector of two agencies reads both, and nothing of a third', async () => {
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'TIGA');
  const inspektur = await masukSebagai(uji.sumber, [
    { instansi: 'SATU', peran: 'inspektur' },
    { instansi: 'LAIN', peran: 'inspektur' },
  ]);
  const status = async (jalur: string) => (await fetch(uji.alamat + jalur, { headers: inspektur.kepala })).status;
  expect([await status('/instansi/SATU'), await status('/instansi/LAIN'), await status('/instansi/TIGA')]).toEqual([
    200, 200, 404,
  ]);
  const beranda = await (await fetch(uji.alamat, { headers: inspektur.kepala })).text();
  expect(beranda).toContain('Instansi SATU');
  expect(beranda).toContain('Instansi LAIN');
  expect(beranda).not.toContain('Instansi TIGA');
});

test('roles in two agencies do not add up: admin of one is no admin of the other', async () => {
  const orang = await masukSebagai(uji.sumber, [
    { instansi: 'SATU', peran: 'admin' },
    { instansi: 'LAIN', peran: 'pelapor' },
  ]);
  const status = async (jalur: string) => (await fetch(uji.alamat + jalur, { headers: orang.kepala })).status;
  expect([await status('/instansi/SATU/audit'), await status('/instansi/LAIN/audit')]).toEqual([200, 403]);
});

test('a role that has ended, or has not begun, is none', async () => {
  const orang = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'admin' }]);
  const status = async () => (await fetch(`${uji.alamat}/instansi/SATU`, { headers: orang.kepala })).status;
  expect(await status()).toBe(200);
  await uji.sumber.query(`UPDATE peran SET selesai = '2021-01-01' WHERE pengguna_id = $1`, [orang.penggunaId]);
  expect(await status()).toBe(404);
  await uji.sumber.query(`UPDATE peran SET mulai = '2999-01-01', selesai = NULL WHERE pengguna_id = $1`, [orang.penggunaId]);
  expect(await status()).toBe(404);
});
