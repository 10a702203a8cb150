import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hitungPaket } from '../../src/paket/hitung';
import { hitungRespons } from '../../src/paket/hitung-respons';
import type { Paket } from '../../src/paket/paket';
import { jalankan } from '../../src/perintah/hitung';
import { GalatPemakaian } from '../../src/perintah/perintah';
import { bukuUji, type SelUji } from '../support/buku-uji';
import { bacaUji, berkasUji, instrumenBawaan, jawabanUji } from '../support/respons-uji';

const INSTRUMEN = instrumenBawaan('PERMENPAN-14-2017');
const KODE = INSTRUMEN.unsur.map((u) => u.kode);
const csv = (judul: readonly string[], baris: readonly (readonly (string | number)[])[]) =>
  [judul, ...baris].map((b) => b.join(',')).join('\n');

/** The same answers as a paket carries them. */
function lewatPaket(baris: readonly (readonly number[])[], instrumen = INSTRUMEN) {
  const paket = {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'X', nama: 'X', singkatan: 'X', kota: 'X', zonaWaktu: 'Asia/Jakarta' },
    survei: [
      {
        kode: 'jawaban',
        judul: 'jawaban',
        instrumen: instrumen.kode,
        periode: { jenis: 'tahun', tahun: 2024 },
        respons: {
          unsur: instrumen.unsur.map((u) => u.kode),
          baris: baris.map((b) => b.map((n) => (n === 0 ? '-' : n)).join('')),
        },
      },
    ],
  } satisfies Record<string, unknown>;
  return hitungPaket(paket as unknown as Paket).survei[0];
}

it('berkas jawaban memberi angka yang sama dengan paket', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 30 }),
      async (baris) => {
        fc.pre(baris.some((b) => b.some((n) => n > 0)));
        const terisi = baris.filter((b) => b.some((n) => n > 0));
        const isi = csv(KODE, terisi.map((b) => b.map((n) => (n === 0 ? '' : n)))); // prettier-ignore
        const hasil = await hitungRespons(berkasUji('jawaban.csv', isi), INSTRUMEN);
        expect(hasil).toMatchObject({ ...lewatPaket(terisi), jumlahResponden: terisi.length, ditolak: [] });
      },
    ),
    { numRuns: 100 },
  );
});

it.each(['PERMENPAN-16-2014', 'KEP-25-2004'])('%s: nama unsurnya sendiri sebagai judul', async (kode) => {
  const instrumen = instrumenBawaan(kode);
  const baris = jawabanUji(50, instrumen.unsur.length);
  const judul = instrumen.unsur.map((u) => `"${u.nama}"`);
  const hasil = await hitungRespons(berkasUji('jawaban.csv', csv(judul, baris)), instrumen);
  expect(hasil).toMatchObject({ ...lewatPaket(baris, instrumen) });
  expect(Object.values(hasil.kolom)).toEqual(instrumen.unsur.map((u) => u.kode));
});

it('sub-pertanyaan dirata-ratakan ke unsurnya, tepat', async () => {
  const judul = [...KODE.slice(0, 8), 'U9a', 'U9b', 'U9c'];
  const tetap = [4, 4, 4, 4, 4, 4, 4, 4];
  const isi = [
    [...tetap, 1, 2, 4],
    [...tetap, 3, '', 2],
    [...tetap, '', '', ''],
  ];
  const { hasil, blok } = await bacaUji(berkasUji('a.csv', csv(judul, isi)));
  expect(hasil.unsur[8]).toEqual({ unsur: 'U9', n: 2, jumlah: 29, penyebut: 6 }); // (7/3 + 5/2) / 2 = 29/12
  expect(hasil.pertanyaan.slice(7)).toEqual(['U8', 'U9', 'U9', 'U9']);
  expect(blok[0]?.jawaban).toEqual(['44444444124', '444444443-2', '44444444---']);
  const angka = await hitungRespons(berkasUji('a.csv', csv(judul, isi)), INSTRUMEN);
  expect(angka.unsur[8]).toMatchObject({ nrr: '2.42', nilai: '60.42' });
  expect(angka.kolom).toMatchObject({ U9a: 'U9', U9b: 'U9', U9c: 'U9' });
});

it('kepentingan dibaca terpisah; pertanyaan tambahan tidak masuk indeks', async () => {
  const judul = [...KODE.map((u) => `Kinerja ${u}`), ...KODE.map((u) => `Kepentingan ${u}`), 'U10', 'Apakah Anda akan kembali?'];
  const baris = jawabanUji(40, 19);
  const { hasil, blok, susunan } = await bacaUji(berkasUji('a.csv', csv(judul, baris.map((b) => [...b, 'Ya'])))); // prettier-ignore
  const jumlah = (k: number) => baris.reduce((s, b) => s + (b[k] ?? 0), 0);
  expect(hasil.unsur.map((u) => u.jumlah)).toEqual(KODE.map((_, k) => jumlah(k)));
  expect(hasil.kepentingan?.map((u) => u.jumlah)).toEqual(KODE.map((_, k) => jumlah(9 + k)));
  expect(Object.keys(blok[0]?.lain ?? {})).toEqual(['U10', 'Apakah Anda akan kembali?']);
  expect(susunan.masalah).toEqual([]);
});

it('skala 1–5 milik instansi sendiri', async () => {
  const instrumen = { ...INSTRUMEN, kode: 'SENDIRI', skala: { min: 1, maks: 5 }, unsur: INSTRUMEN.unsur.slice(0, 2) };
  const kata = ['Sangat tidak puas', 'Tidak puas', 'Cukup puas', 'Puas', 'Sangat puas'];
  const isi = [1, 2, 3, 4, 5, 5].map((n) => [kata[n - 1] ?? '', n]);
  const { jumlah, ditolak } = await bacaUji(berkasUji('a.csv', csv(['U1', 'U2'], [...isi, ['Puas', 6]])), instrumen);
  expect(jumlah).toEqual({ U1: 20, U2: 20 });
  expect(ditolak).toMatchObject([{ alasan: 'U2: jawaban “6” di luar skala 1–5' }]);
});

describe('perintah', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-respons-'));
  const tulis = (nama: string, isi: string) => {
    writeFileSync(join(folder, nama), isi);
    return join(folder, nama);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  let galatBaku = '';
  async function keluaran(argumen: readonly string[]): Promise<unknown> {
    const tulisan: string[] = [];
    galatBaku = '';
    const mata = jest.spyOn(process.stdout, 'write').mockImplementation((t) => tulisan.push(String(t)) > 0);
    const mataGalat = jest.spyOn(process.stderr, 'write').mockImplementation((t) => (galatBaku += String(t)) !== '');
    try {
      expect(await jalankan(argumen)).toBe(0);
    } finally {
      mata.mockRestore();
      mataGalat.mockRestore();
    }
    return JSON.parse(tulisan.join(''));
  }

  it('satu survei, dengan tepat kunci yang ditentukan', async () => {
    const baris = jawabanUji(30);
    const jalur = tulis('SKM-2024-S1.csv', csv(['No', ...KODE], [...baris.map((b, i) => [i + 1, ...b]), [31, 5, 4, 4, 4, 4, 4, 4, 4, 4]])); // prettier-ignore
    const hasil = (await keluaran(['--respons', jalur])) as Record<string, unknown>;
    expect(Object.keys(hasil)).toEqual([...Object.keys(lewatPaket(baris) ?? {}), 'jumlahResponden', 'ditolak', 'kolom']);
    expect(hasil).toMatchObject({
      ...lewatPaket(baris),
      kode: 'SKM-2024-S1',
      tingkatData: 'respons',
      jumlahResponden: 30,
      ditolak: [{ baris: 32, alasan: 'U1: jawaban “5” di luar skala 1–4' }],
      kolom: Object.fromEntries(KODE.map((u) => [u, u])),
    });
  });

  it('instrumen dipilih; kode dan nama yang berbeda diputuskan', async () => {
    const lama = tulis(
      'lama.csv',
      csv(
        Array.from({ length: 14 }, (_, k) => `U${k + 1}`),
        jawabanUji(9, 14),
      ),
    );
    expect(await keluaran(['--respons', lama, '--instrumen', 'KEP-25-2004'])).toMatchObject({ jumlahResponden: 9 });
    const kpu = tulis('kpu.csv', csv([...KODE.slice(0, 7), 'U8 Sarana', 'U9 Pengaduan'], [[1, 1, 1, 1, 1, 1, 1, 2, 4]]));
    expect(await keluaran(['--respons', kpu])).toMatchObject({ kolom: { 'U8 Sarana': 'U9', 'U9 Pengaduan': 'U8' } });
    expect(galatBaku).toBe('Kode dan nama berbeda, dibaca menurut namanya: “U8 Sarana” sebagai U9, “U9 Pengaduan” sebagai U8; bila kodenya yang benar, tulis --menurut kode.\n'); // prettier-ignore
    const sebelah = tulis('sebelah.csv', csv([...KODE.slice(0, 7), 'U8 Sarana', 'U9'], [[1, 1, 1, 1, 1, 1, 1, 2, 4]]));
    await expect(jalankan(['--respons', sebelah])).rejects.toThrow(
      /“U8 Sarana” berkode U8, sedangkan namanya U9[\s\S]*--menurut kode atau --menurut nama/,
    );
    expect(await keluaran(['--respons', kpu, '--menurut', 'nama'])).toMatchObject({ kolom: { 'U8 Sarana': 'U9', 'U9 Pengaduan': 'U8' } }); // prettier-ignore
    expect(await keluaran(['--respons', kpu, '--menurut', 'kode'])).toMatchObject({ kolom: { 'U8 Sarana': 'U8', 'U9 Pengaduan': 'U9' } }); // prettier-ignore
  });

  it('tangga kata yang dapat dibaca lain: yang lazim dipakai dan disebut; ya/tidak tidak ditebak', async () => {
    const tiga = ['Tidak puas', 'Puas', 'Sangat puas'];
    const baris = jawabanUji(20).map((b) => b.map((n) => tiga[n % 3] ?? ''));
    await keluaran(['--respons', tulis('tiga.csv', csv(KODE, baris))]);
    expect(galatBaku).toContain('dibaca begini: “tidak puas” = 1, “puas” = 3, “sangat puas” = 4.');
    const lengkap = [...baris, KODE.map((_, k) => (k === 0 ? 'Kurang puas' : 'Puas'))];
    await keluaran(['--respons', tulis('lengkap.csv', csv(KODE, lengkap))]);
    expect(galatBaku).toBe('');
    await keluaran(['--respons', tulis('huruf.csv', csv(KODE, jawabanUji(9).map((b) => b.map((n) => 'abcd'[n - 1] ?? ''))))]); // prettier-ignore
    expect(galatBaku).toContain('“a” = 1');
    const ya = tulis('ya.csv', csv(KODE, jawabanUji(9).map((b) => b.map((n) => (n > 2 ? 'Ya' : 'Tidak'))))); // prettier-ignore
    await expect(jalankan(['--respons', ya])).rejects.toThrow('dapat berarti lebih dari satu urutan nilai');
  });

  it.each([
    [['--respons', 'a.csv', 'b.csv'], 'tepat satu berkas jawaban'],
    [['--instrumen', 'KEP-25-2004', 'a.json'], '--instrumen memerlukan --respons'],
    [['--respons', 'a.csv', '--instrumen', 'X'], 'pilihannya: PERMENPAN-14-2017'],
  ])('%j', async (argumen, kalimat) => {
    await expect(jalankan(argumen)).rejects.toThrow(GalatPemakaian);
    await expect(jalankan(argumen)).rejects.toThrow(kalimat);
  });

  it('yang salah: tidak ada keluaran, kalimatnya dilempar', async () => {
    await expect(jalankan(['--respons', join(folder, 'tidak-ada.csv')])).rejects.toThrow('tidak ada');
    const kurang = tulis('kurang.csv', csv(KODE.slice(1), [[1, 1, 1, 1, 1, 1, 1, 1]]));
    await expect(jalankan(['--respons', kurang])).rejects.toThrow('U1 (Persyaratan)');
    const salah = tulis('salah.csv', csv(KODE, [[9, 9, 9, 9, 9, 9, 9, 9, 9]]));
    await expect(jalankan(['--respons', salah])).rejects.toThrow('Tidak ada satu responden pun');
  });
});

it('kolom yang tidak dikenali lalu ditentukan: katanya terbaca, tanpa mengenali berkas lagi', async () => {
  const kata = ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'];
  const baris = jawabanUji(30);
  const isi = csv(['Pertanyaan pertama', ...KODE.slice(1)], baris.map((b) => [kata[(b[0] ?? 1) - 1] ?? '', ...b.slice(1)])); // prettier-ignore
  const { susunan } = await bacaUji(berkasUji('a.csv', isi));
  expect(susunan.masalah).toMatchObject([{ kode: 'unsur-hilang' }]);
  const { jumlah, ditolak } = await bacaUji(berkasUji('a.csv', isi), INSTRUMEN, { arti: { 0: { jenis: 'unsur', unsur: 'U1' } } });
  expect(ditolak).toEqual([]);
  expect(jumlah['U1']).toBe(baris.reduce((s, b) => s + (b[0] ?? 0), 0));
});

it('pertanyaan tambahan tentang hal yang sama tidak merebut unsur yang berkode', async () => {
  const isi = csv([...KODE, 'Waktu tunggu', 'Kebersihan sarana'], jawabanUji(20, 11));
  const { susunan, hasil } = await bacaUji(berkasUji('a.csv', isi));
  expect(susunan.masalah).toEqual([]);
  expect(hasil.pertanyaan).toEqual(KODE);
});

it('buku kerja: kolom tersembunyi yang mengulang unsur, lembar tersembunyi', async () => {
  const baris = jawabanUji(25);
  const isi: SelUji[][] = [[...KODE, 'U3'], ...baris.map((b) => [...b, 1])];
  const lama = { nama: 'Lama', tersembunyi: true, baris: [[...KODE], ...jawabanUji(400)] };
  const buku = bukuUji([lama, { nama: 'Baru', baris: isi, kolomTersembunyi: [9] }]);
  const { hasil, susunan } = await bacaUji(berkasUji('a.xlsx', buku));
  expect(susunan).toMatchObject({ lembar: 'Baru', daftarLembar: ['Lama', 'Baru'], masalah: [] });
  expect(hasil).toMatchObject({ diterima: 25, unsur: baris[0]?.map((_, k) => ({ jumlah: baris.reduce((s, b) => s + (b[k] ?? 0), 0) })) }); // prettier-ignore
});
