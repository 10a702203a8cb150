import type { BlokRespons } from '../respons/respons.rules';
import { KELOMPOK_USIA } from '../respons/respons.rules';
import { PenghitungRespons } from './angka-respons.rules';
import { PenjumlahUnsur } from './jumlah-unsur.rules';

const KOSONG: BlokRespons = {
  ...{ n: 0, baris: [], jawaban: [], kepentingan: null, layanan: null, tanggal: null, usia: null },
  ...{ jenisKelamin: null, pendidikan: null, pekerjaan: null, saran: null, lain: null },
};

it('jumlah dan banyaknya per unsur; yang tidak dijawab tidak dihitung', () => {
  const p = new PenjumlahUnsur(['U1', 'U2'], ['U1', 'U2']);
  for (const jawaban of ['43', '-2', '1-']) p.tambah(jawaban);
  expect(p.hasil()).toEqual([
    { unsur: 'U1', n: 2, jumlah: 5, penyebut: 1 },
    { unsur: 'U2', n: 2, jumlah: 5, penyebut: 1 },
  ]);
});

it('unsur dengan beberapa pertanyaan: rata-rata yang dijawab, tepat', () => {
  const p = new PenjumlahUnsur(['U1', 'U1', 'U1', 'U2'], ['U1', 'U2']);
  for (const jawaban of ['4334', '4--1', '---2']) p.tambah(jawaban);
  const [u1, u2] = p.hasil();
  expect(u1).toMatchObject({ n: 2, penyebut: 6 });
  expect((u1?.jumlah ?? 0) / ((u1?.n ?? 1) * (u1?.penyebut ?? 1))).toBeCloseTo((10 / 3 + 4) / 2, 12);
  expect(u2).toEqual({ unsur: 'U2', n: 3, jumlah: 7, penyebut: 1 });
});

it('profil dan layanan berjumlah n; kelompok usia dan yang kosong ikut', () => {
  const hitung = new PenghitungRespons(['U1'], ['U1']);
  hitung.tambah({
    ...KOSONG,
    ...{ n: 4, baris: [2, 3, 4, 5], jawaban: ['4', '3', '2', '-'] },
    ...{ usia: [37, null, null, 37], lain: { [KELOMPOK_USIA]: [null, '25-34 tahun', null, null] } },
    ...{ jenisKelamin: ['L', 'Pria', 'P', null], layanan: ['Loket A', 'Loket B', 'Loket A', null] },
  });
  const { n, profil, layanan, kepentingan } = hitung.hasil();
  expect([n, kepentingan]).toEqual([4, null]);
  for (const { kelompok } of profil) expect(kelompok.reduce((a, k) => a + k.jumlah, 0)).toBe(4);
  expect(profil.find((p) => p.ciri === 'jenis_kelamin')?.kelompok).toEqual([
    { kelompok: 'Laki-laki', jumlah: 2 },
    { kelompok: 'Perempuan', jumlah: 1 },
    { kelompok: 'Tidak diisi', jumlah: 1 },
  ]);
  expect(layanan.map((l) => [l.layanan, l.responden, l.unsur[0]?.n, l.unsur[0]?.jumlah])).toEqual([
    ['Loket A', 2, 2, 6],
    ['Loket B', 1, 1, 3],
    ['Tidak diisi', 1, 0, 0],
  ]);
});
