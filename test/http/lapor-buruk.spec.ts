import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as tunggu } from 'node:timers/promises';
import S3rver from 's3rver';
import sharp from 'sharp';
import { KesesuaianBerkas } from '../../src/progres/bukti/objek/kesesuaian.service';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { aliranObjek, dokumenOffice, EICAR, fotoUji, pdf, pngLuas, zip } from '../support/berkas-buruk';
import { LaporUji, type PerambanLapor } from '../support/lapor';
import { daftarGalat } from '../support/organisasi';
import { fotoKe, UnggahUji } from '../support/unggah';

/* Bad input through the routes that people use: a clear sentence, the draft as it was, nothing left in the store. */

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'tuntas-buruk-'));
const K = 'RTL-01';
let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let unggah: UnggahUji;

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  unggah = new UnggahUji(uji, lapor);
  await pelapor.isi(K, { medan: 'deskripsi', nilai: 'Draf yang tidak boleh hilang.' });
});

afterAll(async () => {
  await uji.tutup();
  delete process.env['TUNTAS_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

const simpanan = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => /[0-9a-f]{46}/.test(n)).sort(); // prettier-ignore

/** All that a person would miss, and all that would be left over. */
async function keadaan(): Promise<unknown> {
  const [isian, bukti, unggahan] = await Promise.all([
    uji.sumber.query<unknown[]>('SELECT bagian, medan, nilai FROM isian_laporan WHERE instansi_id = $1 ORDER BY 1, 2', [
      lapor.id,
    ]),
    unggah.semua(K),
    uji.sumber.query<unknown[]>('SELECT id FROM unggahan WHERE instansi_id = $1 AND bukti_id IS NULL', [lapor.id]),
  ]);
  return { isian, bukti, unggahan, simpanan: simpanan() };
}

/** @returns the state once it is again as it was, or as it is after five seconds */
async function tungguSeperti(awal: unknown): Promise<unknown> {
  let kini = await keadaan();
  for (let ke = 0; ke < 50 && JSON.stringify(kini) !== JSON.stringify(awal); ke += 1) {
    await tunggu(100);
    kini = await keadaan();
  }
  return kini;
}

const AKSI = '7 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

const BURUK: readonly (readonly [nama: string, isi: Buffer, kalimat: string])[] = [
  ['ganda.pdf', Buffer.concat([pdf(), zip([{ nama: 'a', isi: '' }], '%%EOF')]), 'dua jenis'],
  ['ganda.jpg', Buffer.concat([Buffer.from('<html>'), pdf()]), 'dua jenis'],
  ['ekor.docx', Buffer.concat([dokumenOffice('docx'), Buffer.from('<script>')]), 'dua jenis'],
  ['gambar.svg', Buffer.from(SVG), 'SVG'],
  ['foto.jpg', Buffer.from(`<!doctype html><script>alert(1)</script>`), 'halaman web'],
  ['luas.png', pngLuas(10_001, 10_000), '10001 × 10000 piksel'],
  ['program.pdf', pdf([AKSI]), 'JavaScript'],
  ['terselip.pdf', pdf([aliranObjek(AKSI)]), 'JavaScript'],
  ['makro.xlsx', dokumenOffice('xlsx', [{ nama: 'xl/vbaProject.bin', isi: 'x' }]), 'makro'],
  ['makro.docx', dokumenOffice('docm'), 'makro'],
  ['bom.docx', dokumenOffice('docx', [{ nama: 'word/b.xml', isi: Buffer.alloc(64 * 1024 * 1024), ukuranPalsu: 10 }]), 'membengkak'], // prettier-ignore
  ['naik.docx', dokumenOffice('docx', [{ nama: '../../etc/passwd', isi: 'x' }]), 'rusak'],
  ['eicar.txt', Buffer.from(EICAR), 'bukan foto'],
  ['virus.docx', dokumenOffice('docx', [{ nama: 'word/a.txt', isi: EICAR }]), 'virus'],
  ['kosong.jpg', Buffer.alloc(0), 'kosong'],
  ['potong.pdf', pdf().subarray(0, 60), 'terpotong'],
];

test('in one form: each file its own sentence; what was typed beside them and the one good file stay', async () => {
  const awal = simpanan().length;
  const hasil = await unggah.formulir(pelapor, pelapor.laporan(K, 'bukti'), {
    isian: { kunci: 'k', hambatan: 'Diketik di samping berkas buruk.' },
    berkas: [
      ...BURUK.map(([nama, isi]) => ['berkas:utama:lain', nama, isi] as const),
      ['berkas:utama:lain', 'terpotong.jpg', (await fotoUji()).subarray(0, 900)],
      ['berkas:utama:1', 'baik.jpg', await fotoKe(1)],
    ],
  });
  expect(hasil.status).toBe(422);
  const galat = daftarGalat(hasil.isi).map(([, pesan]) => pesan);
  const kalimat = [...BURUK.map(([nama, , k]) => [nama, k] as const), ['terpotong.jpg', 'rusak atau terpotong'] as const];
  expect(galat).toHaveLength(kalimat.length);
  expect(kalimat.filter(([nama, k]) => !galat.some((g) => g.includes(nama) && g.includes(k)))).toEqual([]);
  expect((await unggah.berlaku(K)).map((b) => [b.nama, b.diharapkan])).toEqual([['baik.jpg', 1]]);
  // The picture and its small one.
  expect(simpanan()).toHaveLength(awal + 2);
  const { isi } = await pelapor.buka(pelapor.laporan(K));
  for (const teks of ['Draf yang tidak boleh hilang.', 'Diketik di samping berkas buruk.']) expect(isi).toContain(teks);
});

test('a field that cannot be had does not cost the file beside it', async () => {
  const koordinator = await lapor.orang('koordinator', 'Koordinator Satu');
  const hasil = await unggah.formulir(koordinator, koordinator.laporan('RTL-04', 'isian'), {
    isian: { kunci: 'k', salin: 'deskripsi' },
    berkas: [['berkas:utama:lain', 'tetap.jpg', await fotoKe(2)]],
  });
  expect(daftarGalat(hasil.isi)).toEqual([['deskripsi', 'Tidak ada isian periode lalu yang dapat disalin']]);
  expect((await unggah.berlaku('RTL-04')).map((b) => b.nama)).toEqual(['tetap.jpg']);
});

test.each(BURUK)('%s piece by piece: refused, and nothing of it stays', async (nama, isi, kalimat) => {
  const awal = await keadaan();
  const mulai = await unggah.mulai(pelapor, K, isi, nama);
  if (isi.length === 0) expect([mulai.status, mulai.isi['detail']]).toEqual([400, expect.stringContaining(kalimat)]);
  else {
    const jalur = pelapor.laporan(K, `unggahan/${mulai.isi['id']}`);
    const akhir = await unggah.json(pelapor, 'PATCH', jalur, isi);
    expect([akhir.status, akhir.isi['detail']]).toEqual([400, expect.stringContaining(kalimat)]);
    expect((await unggah.json(pelapor, 'GET', jalur)).status).toBe(404);
  }
  expect(await tungguSeperti(awal)).toEqual(awal);
});

test('names that climb, hide, turn around or break a line: one clean line, and no file outside the store', async () => {
  const nama = [
    '../../../../etc/passwd',
    '..\\..\\Windows\\win.ini.jpg',
    'a\u0001b\u0007.jpg',
    'baris\r\nSet-Cookie: x=1.jpg',
    'laporan\u202egpj.exe',
    '<img src=x onerror=alert(1)>.jpg',
    '"; filename="lain.html',
    '.',
    'é'.repeat(600),
    '\ud83d\ude00 foto \u200b loket.jpg',
  ];
  expect((await unggah.mulai(pelapor, K, await fotoKe(39), 'a\u0000b.jpg')).status).toBe(400);
  const di = simpanan().length;
  for (const [ke, satu] of nama.entries()) {
    const isi = await fotoKe(40 + ke);
    const { status, isi: awal } = await unggah.mulai(pelapor, K, isi, satu);
    expect([satu.slice(0, 30), status]).toEqual([satu.slice(0, 30), 201]);
    const akhir = await unggah.json(pelapor, 'PATCH', pelapor.laporan(K, `unggahan/${awal['id']}`), isi);
    const unduh = await fetch(`${uji.alamat}/instansi/${lapor.kode}/bukti/${akhir.isi['bukti']}`, { headers: { ...pelapor.orang.kepala } }); // prettier-ignore
    await unduh.arrayBuffer();
    expect([unduh.status, unduh.headers.get('set-cookie')]).toEqual([200, null]);
    expect(unduh.headers.get('content-disposition')).toMatch(
      /^inline; filename="[^"\\/\p{Cc}<>]+\.jpg"; filename\*=UTF-8''[\w.%~!-]+$/u,
    );
  }
  const tersimpan = (await unggah.berlaku(K)).slice(-nama.length).map((b) => b.nama);
  expect(tersimpan.filter((n) => !/^[^/\\<>"|?*\p{Cc}\p{Cf}]{1,124}$/u.test(n) || !n.endsWith('.jpg'))).toEqual([]);
  expect(simpanan()).toHaveLength(di + 2 * nama.length);
  expect(simpanan().filter((n) => !/^berkas\/[0-9a-f]{2}\/[0-9a-f]{46}$/.test(n))).toEqual([]);
});

/** Sends the head and so many bytes of the body, lets the server come so far, and hangs up: in order, or as a broken line does. */
function putus(kepala: string, badan: Buffer, sampai: number, cara: 'tutup' | 'patah'): Promise<void> {
  return new Promise((selesai) => {
    const { hostname, port } = new URL(uji.alamat);
    const soket = connect(Number(port), hostname, () => {
      soket.write(Buffer.concat([Buffer.from(kepala), badan.subarray(0, sampai)]), () => {
        setTimeout(() => (cara === 'tutup' ? soket.end() : soket.resetAndDestroy()), 25);
      });
    });
    soket.on('error', () => undefined);
    soket.on('close', () => selesai()).resume();
  });
}

const kepalaMentah = (cara: string, jalur: string, kepala: Readonly<Record<string, string | number>>): string =>
  [
    `${cara} ${jalur} HTTP/1.1`,
    'host: 127.0.0.1',
    `cookie: ${pelapor.orang.kepala.cookie}`,
    'accept: application/json',
    'connection: close',
    ...Object.entries(kepala).map(([n, v]) => `${n}: ${v}`),
    '',
    '',
  ].join('\r\n');

test('a form cut off at every one of its bytes: nothing of it stays; whole, it is all there', async () => {
  const bagian = (kepala: string, isi: string) => `--b\r\nContent-Disposition: form-data; ${kepala}\r\n\r\n${isi}\r\n`;
  const badan = Buffer.concat([
    Buffer.from(bagian('name="_csrf"', pelapor.orang.csrf) + bagian('name="tindakLanjutBerikut"', 'Rapat lagi.')),
    Buffer.from(bagian('name="berkas:utama:lain"; filename="n.pdf"', pdf(['% formulir\n']).toString('latin1')), 'latin1'),
    Buffer.from('--b--'),
  ]);
  const kepala = kepalaMentah('POST', pelapor.laporan(K, 'bukti'), {
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': badan.length,
  });
  const awal = await keadaan();
  const titik = Array.from({ length: badan.length }, (_, n) => n);
  while (titik.length > 0)
    await Promise.all(titik.splice(0, 16).map((n) => putus(kepala, badan, n, n % 2 === 0 ? 'tutup' : 'patah')));
  expect(await tungguSeperti(awal)).toEqual(awal);
  const jawaban = await fetch(uji.alamat + pelapor.laporan(K, 'bukti'), {
    method: 'POST',
    body: badan,
    headers: { ...pelapor.orang.kepala, accept: 'application/json', 'content-type': 'multipart/form-data; boundary=b' },
  });
  expect([jawaban.status, await jawaban.json()]).toEqual([200, { kabar: expect.any(String) as string, galat: [] }]);
  expect((await unggah.berlaku(K)).at(-1)?.nama).toBe('n.pdf');
});

test('a file cut off after every one of its bytes goes on from there, and is the same file in the end', async () => {
  const titik = sharp({ create: { width: 1, height: 1, channels: 3, background: '#2040d0' } });
  const isi = await titik.webp({ lossless: true }).toBuffer();
  const { isi: mulai } = await unggah.mulai(pelapor, K, isi, 'sambung.webp');
  const jalur = pelapor.laporan(K, `unggahan/${mulai['id']}`);
  let letak = 0;
  for (let ke = 0; ke < 3 * isi.length && letak < isi.length - 1; ke += 1) {
    const kepala = kepalaMentah('PATCH', jalur, {
      'content-type': 'application/octet-stream',
      'x-csrf-token': pelapor.orang.csrf,
      'upload-offset': letak,
      'content-length': isi.length - letak,
    });
    await putus(kepala, isi.subarray(letak), 1, ke % 2 === 0 ? 'tutup' : 'patah');
    const semula = letak;
    for (let lagi = 0; lagi < 10 && letak === semula; lagi += 1)
      letak = Number((await unggah.json(pelapor, 'GET', jalur)).isi['diterima']);
    expect([semula, semula + 1]).toContain(letak);
  }
  expect(letak).toBe(isi.length - 1);
  const akhir = await unggah.json(pelapor, 'PATCH', jalur, isi.subarray(-1), isi.length - 1);
  const { asal_sha256: asal } = await lapor.satu<{ asal_sha256: string }>(
    'SELECT o.asal_sha256 FROM objek_berkas o JOIN bukti_laporan b USING (instansi_id, sha256) WHERE b.id = $1',
    [akhir.isi['bukti']],
  );
  expect(asal).toBe(createHash('sha256').update(isi).digest('hex'));
});

/** While the store does not work: a sentence in the form and for the script, what was typed is saved; afterwards the same goes through. */
async function terganggu(
  mati: () => Promise<void> | void,
  hidup: () => Promise<void> | void,
  kata: RegExp,
  ke: number,
): Promise<void> {
  const isi = await fotoKe(ke);
  const { isi: mulai } = await unggah.mulai(pelapor, K, isi);
  const jalur = pelapor.laporan(K, `unggahan/${mulai['id']}`);
  const sebelum = await unggah.semua(K);
  const diketik = `Diketik saat penyimpanan mati ${ke}.`;
  await mati();
  try {
    const skrip = await unggah.json(pelapor, 'PATCH', jalur, isi);
    expect([skrip.status, skrip.isi['detail']]).toEqual([503, expect.stringMatching(kata)]);
    const formulir = await unggah.formulir(pelapor, pelapor.laporan(K, 'bukti'), {
      isian: { kunci: 'k', kegiatanPengganti: diketik },
      berkas: [['berkas:utama:lain', 'lain.jpg', await fotoKe(ke + 1)]],
    });
    expect([formulir.status, daftarGalat(formulir.isi).map(([, p]) => p)]).toEqual([422, [expect.stringMatching(kata)]]);
    const pengajuan = await pelapor.isi(K, { medan: 'alasanPengganti', nilai: diketik, versi: ke });
    expect(pengajuan.status).not.toBe(503);
  } finally {
    await hidup();
  }
  expect(await unggah.semua(K)).toEqual(sebelum);
  expect((await pelapor.buka(pelapor.laporan(K))).isi).toContain(diketik);
  const letak = Number((await unggah.json(pelapor, 'GET', jalur)).isi['diterima']);
  const akhir = await unggah.json(pelapor, 'PATCH', jalur, isi.subarray(letak), letak);
  expect(akhir).toMatchObject({ status: 200, isi: { bukti: expect.any(String) as string } });
}

test('the store is gone and comes back', async () => {
  const [asli, aside] = [join(folder, 'berkas'), join(folder, 'berkas-hilang')];
  await terganggu(
    () => {
      renameSync(asli, aside);
      writeFileSync(asli, '');
    },
    () => {
      rmSync(asli);
      renameSync(aside, asli);
    },
    /sedang tidak dapat dipakai/,
    100,
  );
});

test('afterwards the database and the store agree, and nothing waits to be swept', async () => {
  const kesesuaian = uji.aplikasi.get(KesesuaianBerkas);
  expect(await kesesuaian.periksa(true)).toMatchObject({ selisih: [], yatim: [] });
  expect(simpanan().filter((n) => n.includes('.'))).toEqual([]);
  expect(await kesesuaian.sapu(new Date(Date.now() + 60_000), true)).toEqual({ objek: 0, tampungan: 0, unggahan: expect.any(Number) as number }); // prettier-ignore
});

describe('an S3 store', () => {
  const S3 = { S3_BUCKET: 'bukti', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' };
  const nyalakan = (port: number) =>
    new S3rver({ port, silent: true, directory: join(folder, 's3'), configureBuckets: [{ name: 'bukti', configs: [] }] });
  let gudang = nyalakan(0);
  let lama: readonly [AplikasiUji, LaporUji, PerambanLapor, UnggahUji];
  let port = 0;

  beforeAll(async () => {
    ({ port } = await gudang.run());
    lama = [uji, lapor, pelapor, unggah];
    Object.assign(process.env, S3, { S3_ENDPOINT: `http://127.0.0.1:${port}` });
    uji = await jalankanAplikasiUji();
    lapor = await LaporUji.siapkan(uji);
    pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
    unggah = new UnggahUji(uji, lapor);
  });

  afterAll(async () => {
    await uji.tutup();
    await gudang.close().catch(() => undefined);
    for (const nama of [...Object.keys(S3), 'S3_ENDPOINT']) Reflect.deleteProperty(process.env, nama);
    [uji, lapor, pelapor, unggah] = lama;
  });

  test('is gone and comes back', async () => {
    await terganggu(
      () => gudang.close(),
      async () => {
        gudang = nyalakan(port);
        await gudang.run();
      },
      /tidak dapat|tidak menjawab|tidak terjangkau/,
      120,
    );
    expect(await uji.aplikasi.get(KesesuaianBerkas).periksa(true)).toMatchObject({ selisih: [], yatim: [] });
  });
});
