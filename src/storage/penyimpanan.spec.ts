import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Penyimpanan } from './penyimpanan';
import { diCakram, PenyimpananTerganggu } from './terganggu';

const folder = mkdtempSync(join(tmpdir(), 'tuntas-simpan-'));
const penyimpanan = new Penyimpanan(join(folder, 'berkas'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('gives back what was saved, for us alone to read', async () => {
  const isi = Buffer.from([0, 1, 2, 255]);
  const kunci = await penyimpanan.simpan(isi);
  expect(await penyimpanan.buka(kunci)).toEqual(isi);
  expect(statSync(join(folder, 'berkas', kunci.slice(0, 2), kunci.slice(2))).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'berkas', kunci.slice(0, 2)))).toEqual([kunci.slice(2)]);
});

it('the same content twice has two keys, and one goes without the other', async () => {
  const isi = Buffer.from('sama');
  const [a, b] = [await penyimpanan.simpan(isi), await penyimpanan.simpan(isi)];
  await penyimpanan.hapus(a);
  await penyimpanan.hapus(a);
  expect(await penyimpanan.buka(a)).toBeNull();
  expect(await penyimpanan.buka(b)).toEqual(isi);
});

it.each(['', '../../etc/passwd', 'A'.repeat(48), `${'a'.repeat(47)}/`])('%j is no key', async (kunci) => {
  await expect(penyimpanan.buka(kunci)).rejects.toThrow('Bukan kunci');
  await expect(penyimpanan.hapus(kunci)).rejects.toThrow('Bukan kunci');
});

it.each([
  ['ENOSPC', 'penuh'],
  ['EROFS', 'tidak dapat dipakai'],
])('%s becomes a sentence that says the form is safe', async (code, kalimat) => {
  const gagal = diCakram(() => Promise.reject(Object.assign(new Error(code), { code })));
  await expect(gagal).rejects.toBeInstanceOf(PenyimpananTerganggu);
  await expect(gagal).rejects.toThrow(kalimat);
  await expect(gagal).rejects.toThrow('Isian Anda tetap ada');
});

it('lists what is claimed only, and says where it lies', async () => {
  const sendiri = new Penyimpanan(join(folder, 'daftar'));
  const kunci = await sendiri.simpan(Buffer.from('abc'));
  const tampungan = await sendiri.tampung();
  await tampungan.tulis(Buffer.from('x'));
  const { kunci: tertampung } = await tampungan.selesai();
  const isi = [];
  for await (const satu of sendiri.daftar()) isi.push([satu.kunci, satu.ukuran]);
  expect(isi).toEqual([[kunci, 3]]);
  expect(readFileSync((await sendiri.letak(kunci)) ?? '', 'utf8')).toBe('abc');
  expect(await sendiri.sapu(new Date(Date.now() + 60_000), new Set([tertampung]))).toBe(0);
  expect(await sendiri.buka(tertampung)).toEqual(Buffer.from('x'));
  await sendiri.hapus(kunci);
  expect(await sendiri.letak(kunci)).toBeNull();
});
