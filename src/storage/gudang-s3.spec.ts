import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { GudangS3 } from './gudang-s3';
import { Penyimpanan } from './penyimpanan';
import { PenyimpananTerganggu } from './terganggu';

const folder = mkdtempSync(join(tmpdir(), 'tuntas-s3-'));
const server = new S3rver({
  port: 0,
  silent: true,
  directory: join(folder, 'ember'),
  configureBuckets: [{ name: 'bukti', configs: [] }],
});
let penyimpanan: Penyimpanan;
let alamat: string;

const atur = (ember: string) => ({
  ...{ alamat, ember, wilayah: 'us-east-1', awalan: 'tuntas/' },
  ...{ kunciAkses: 'S3RVER', kunciRahasia: 'S3RVER' },
});
const sisa = (): string[] =>
  readdirSync(join(folder, 'lokal'), { recursive: true, encoding: 'utf8' }).filter((nama) => nama.includes('/'));

async function tampung(isi: string): Promise<string> {
  const tampungan = await penyimpanan.tampung();
  await tampungan.tulis(Buffer.from(isi));
  return (await tampungan.selesai()).kunci;
}

beforeAll(async () => {
  const { port } = await server.run();
  alamat = `http://127.0.0.1:${port}`;
  penyimpanan = new Penyimpanan(join(folder, 'lokal'), new GudangS3(atur('bukti')));
});
afterAll(async () => {
  await server.close().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

test('what is claimed lies in the bucket only, and comes back whole', async () => {
  const isi = Buffer.alloc(700_000, 'isi berkas ');
  const kunci = await penyimpanan.simpan(isi);
  expect(sisa()).toEqual([]);
  const kembali = await penyimpanan.buka(kunci);
  expect(
    createHash('sha256')
      .update(kembali ?? '')
      .digest('hex'),
  ).toBe(createHash('sha256').update(isi).digest('hex'));
  const daftar = [];
  for await (const satu of penyimpanan.daftar()) daftar.push([satu.kunci, satu.ukuran]);
  expect(daftar).toEqual([[kunci, isi.length]]);
  expect(await penyimpanan.letak(kunci)).toContain('.salinan');
  expect(sisa()).toHaveLength(1);
  await penyimpanan.hapus(kunci);
  expect([await penyimpanan.buka(kunci), await penyimpanan.letak(kunci), sisa()]).toEqual([null, null, []]);
});

test('a commit that was not followed by the claim is made good by whoever opens the file', async () => {
  const kunci = await tampung('belum diambil');
  expect(await penyimpanan.buka(kunci)).toEqual(Buffer.from('belum diambil'));
  expect(sisa()).toEqual([]);
});

test('a store that is gone: a sentence, and what was staged stands', async () => {
  const mati = new Penyimpanan(join(folder, 'lokal'), new GudangS3({ ...atur('bukti'), alamat: 'http://127.0.0.1:1' }));
  const kunci = await tampung('tetap ada');
  await expect(mati.tetapkan(kunci)).rejects.toBeInstanceOf(PenyimpananTerganggu);
  await expect(mati.buka(kunci)).rejects.toThrow('Isian Anda tetap ada');
  const tanpaEmber = new Penyimpanan(join(folder, 'lokal'), new GudangS3(atur('tidak-ada')));
  await expect(tanpaEmber.tetapkan(kunci)).rejects.toBeInstanceOf(PenyimpananTerganggu);
  await penyimpanan.tetapkan(kunci);
  expect(await penyimpanan.buka(kunci)).toEqual(Buffer.from('tetap ada'));
});
