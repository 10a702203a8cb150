import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Penyimpanan } from './penyimpanan';

const folder = mkdtempSync(join(tmpdir(), 'tuntas-tampung-'));
const penyimpanan = new Penyimpanan(folder);
const berkas = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((nama) => nama.includes('/'))
    .sort();

afterEach(() => {
  for (const nama of readdirSync(folder)) rmSync(join(folder, nama), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tulis(...isi: readonly string[]) {
  const tampungan = await penyimpanan.tampung();
  for (const potong of isi) await tampungan.tulis(Buffer.from(potong));
  return tampungan;
}

async function baca(kunci: string): Promise<string | null> {
  const aliran = await penyimpanan.bukaAliran(kunci, 2);
  if (!aliran) return null;
  const isi: Buffer[] = [];
  for await (const potong of aliran as AsyncIterable<Buffer>) isi.push(potong);
  return Buffer.concat(isi).toString();
}

it('a file written in pieces has their size and hash, and is read again from its beginning', async () => {
  const hasil = await (await tulis('satu ', 'dua')).selesai();
  expect(hasil).toMatchObject({ ukuran: 8, sha256: createHash('sha256').update('satu dua').digest('hex') });
  await penyimpanan.tetapkan(hasil.kunci);
  expect([await baca(hasil.kunci), await baca(hasil.kunci)]).toEqual(['satu dua', 'satu dua']);
  await penyimpanan.tetapkan(hasil.kunci);
  await penyimpanan.hapus(hasil.kunci);
  expect([await baca(hasil.kunci), berkas()]).toEqual([null, []]);
});

it('one that is given up leaves nothing, before its end and after', async () => {
  await (await tulis('x')).buang();
  const selesai = await tulis('y');
  await selesai.selesai();
  await selesai.buang();
  expect(berkas()).toEqual([]);
});

it('a file goes on where it stopped, with the hash of the whole; what came after that point is cut off', async () => {
  const awal = await tulis('satu ', 'sisa yang belum diakui');
  expect(await awal.jeda()).toBe(27);
  const lanjut = await penyimpanan.lanjutkan(awal.kunci, 5);
  await lanjut?.tulis(Buffer.from('dua'));
  expect(await lanjut?.selesai()).toMatchObject({ ukuran: 8, sha256: createHash('sha256').update('satu dua').digest('hex') });
  expect(await penyimpanan.lanjutkan(awal.kunci, 9)).toBeNull();
  await penyimpanan.hapus(awal.kunci);
  expect(await penyimpanan.lanjutkan(awal.kunci, 0)).toBeNull();
});

it('a commit that was not followed by the claim is made good by whoever opens the file', async () => {
  const { kunci } = await (await tulis('isi')).selesai();
  expect(await penyimpanan.buka(kunci)).toEqual(Buffer.from('isi'));
  expect(await penyimpanan.sapu(new Date(Date.now() + 60_000))).toBe(0);
});

it('old leftovers go, young ones and claimed files stay', async () => {
  const { kunci } = await (await tulis('tetap')).selesai();
  await penyimpanan.tetapkan(kunci);
  await (await tulis('muda')).selesai();
  const sebelum = berkas();
  await (await tulis('tua')).selesai();
  const kemarin = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const nama of berkas()) if (!sebelum.includes(nama)) utimesSync(join(folder, nama), kemarin, kemarin);
  utimesSync(join(folder, kunci.slice(0, 2), kunci.slice(2)), kemarin, kemarin);
  expect(await penyimpanan.sapu(new Date(Date.now() - 24 * 60 * 60 * 1000))).toBe(1);
  expect(berkas()).toEqual(sebelum);
});
