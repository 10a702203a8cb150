import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { decode } from '../support/entitas-html';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { buatSurveiDraf, csvOlahData, isiSurvei, PerambanImpor } from '../support/respons';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'tuntas-buruk-'));
let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
let impor: PerambanImpor;

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanAplikasiUji();
  await buatSurveiDraf(uji.aplikasi, 'SATU');
  koordinator = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }]);
  impor = new PerambanImpor(koordinator, uji.aplikasi, 'SATU');
});

afterAll(async () => {
  await uji.tutup();
  delete process.env['TUNTAS_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

const berkasTersimpan = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((nama) => /[0-9a-f]{46}/.test(nama));
const KOSONG = { tingkat: 'terbit', n: 0, unsur: null };
const UNSUR = Array.from({ length: 9 }, (_, i) => `U${i + 1}`);
const csv = (...baris: string[]) => `${baris.join('\n')}\n`;

/** A zip of one entry whose content unpacks to `bita` zero bytes. */
function bom(bita: number): Uint8Array {
  const isi = deflateRawSync(Buffer.alloc(bita), { level: 9 });
  const nama = Buffer.from('xl/worksheets/sheet1.xml');
  const u16 = (n: number) => [n & 255, n >> 8];
  const u32 = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255];
  const umum = [
    ...u16(20),
    ...u16(0),
    ...u16(8),
    ...u32(0),
    ...u32(0),
    ...u32(isi.length),
    ...u32(bita),
    ...u16(nama.length),
    ...u16(0),
  ];
  const setempat = Buffer.from([0x50, 0x4b, 3, 4, ...umum]);
  const pusat = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, ...u16(20), ...umum, ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(0)]),
    nama,
  ]);
  const letak = setempat.length + nama.length + isi.length;
  const ujung = Buffer.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, ...u32(pusat.length), ...u32(letak), 0, 0]);
  return Buffer.concat([setempat, nama, isi, pusat, ujung]);
}

const PNG = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  13,
  ...Buffer.from('IHDR'),
  ...Buffer.alloc(20),
]);
const TERENKRIPSI = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096), Buffer.from('EncryptedPackage', 'utf16le')]); // prettier-ignore

describe('berkas yang bukan tabel jawaban: kalimat yang jelas pada isiannya, dan tidak ada yang tersimpan', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['bom zip', 'bom.xlsx', bom(400_000_000)],
    ['buku kerja terkunci', 'rahasia.xlsx', TERENKRIPSI],
    ['PNG yang diganti namanya', 'jawaban.xlsx', PNG],
    ['PNG yang diganti namanya menjadi CSV', 'jawaban.csv', PNG],
    ['tanda kutip tidak ditutup', 'kutip.csv', csv(UNSUR.join(','), `"${'4,'.repeat(200_000)}`)],
    ['10 000 kolom', 'lebar.csv', csv(Array.from({ length: 10_000 }, (_, i) => `K${i}`).join(','), '1,2,3')],
    ['berkas kosong', 'kosong.csv', ''],
    ['hanya spasi', 'spasi.csv', '   \n\n  \n'],
  ])('%s', async (_, nama, isi) => {
    const sebelum = berkasTersimpan();
    const balasan = await impor.unggah(isi, nama);
    const galat = daftarGalat(balasan.isi);
    expect([balasan.status, galat.map((g) => g[0])]).toEqual([422, ['berkas']]);
    expect(galat[0]?.[1]).toMatch(/^\p{Lu}.{20,}/u);
    expect(galat[0]?.[1]).not.toMatch(/Error|undefined|null|\bat \//);
    expect(berkasTersimpan()).toEqual(sebelum);
    expect(await isiSurvei(uji.sumber, 'SATU')).toMatchObject(KOSONG);
    expect(await uji.sumber.query('SELECT count(*)::int AS n FROM impor_respons')).toEqual([{ n: 0 }]);
  });

  test('salinan yang bukan tabel kembali bersama isiannya', async () => {
    const balasan = await koordinator.kirim(`${impor.pangkal}/tempel`, { tempel: 'halo <b>dunia</b> "' });
    expect([balasan.status, daftarGalat(balasan.isi)[0]?.[0]]).toEqual([422, 'tempel']);
    expect(decode(balasan.isi)).toContain('halo <b>dunia</b> "');
  });
});

describe('kolom yang tidak jelas menahan pemeriksaan, dengan kalimat', () => {
  test.each([
    ['dua kolom mengaku U3', csv('U1,U2,U3,U3,U5,U6,U7,U8,U9,U4', '1,2,3,4,1,2,3,4,1,2'), '2 kolom mengaku U3'],
    ['unsur yang tidak ada', csv('U1,U2,U3,U4,U5,U6,U7,U8', '1,2,3,4,1,2,3,4'), 'Tidak ada kolom untuk U9'],
  ])('%s', async (_, isi, kalimat) => {
    const alamat = await impor.terima(isi);
    expect((await koordinator.buka(alamat)).isi).toContain(kalimat);
    const balasan = await impor.periksa(alamat);
    expect([balasan.status, balasan.isi.includes(kalimat)]).toEqual([422, true]);
    expect(await isiSurvei(uji.sumber, 'SATU')).toMatchObject(KOSONG);
  });

  test('satu koreksi membukanya, dan koreksinya diingat untuk berkas berikutnya dengan judul yang sama', async () => {
    const isi = csv('U1,U2,U3,U3,U5,U6,U7,U8,U9,Ket', ...Array.from({ length: 4 }, () => '1,2,3,4,1,2,3,4,1,ya'));
    const alamat = await impor.terima(isi);
    expect((await impor.periksa(alamat, { k3: 'unsur:U4' })).status).toBe(303);
    expect((await impor.terapkan(alamat)).status).toBe(303);
    const tersimpan = await isiSurvei(uji.sumber, 'SATU');
    expect((tersimpan['unsur'] as unknown[])[3]).toEqual(['U4', 4, 16]);
    const lagi = await impor.terima(isi.replaceAll('1,2,3,4', '4,4,4,4'));
    const halaman = (await koordinator.buka(lagi)).isi;
    expect(halaman).not.toContain('mengaku U3');
    expect(/<select class="ina-input" id="kolom-3"[^]*?<\/select>/.exec(halaman)?.[0]).toContain(
      '<option value="unsur:U4" selected>',
    );
    await koordinator.kirim('/instansi/SATU/survei/DRAF/hapus-jawaban', { alasan: 'uji' });
  });

  test('arti yang tidak ada ditolak, yang sudah dipilih tetap', async () => {
    const alamat = await impor.terima(csvOlahData(3));
    const balasan = await koordinator.kirim(`${alamat}/kolom`, { k0: 'unsur:U99' });
    expect([balasan.status, balasan.isi.includes('dari daftarnya')]).toEqual([422, true]);
    const baris = await koordinator.kirim(`${alamat}/lembar`, { barisJudul: '-1' });
    expect([baris.status, baris.isi.includes('nomor baris judul')]).toEqual([422, true]);
  });
});

describe('baris yang tidak terbaca', () => {
  const buruk = csv(
    ['Nama', ...UNSUR, 'Saran'].join(','),
    'Ani,4,4,4,4,4,4,4,4,4,baik',
    'Budi,0,4,4,4,4,4,4,4,4,=HYPERLINK("http://jahat")',
    'Cici,5,4,4,4,4,4,4,4,4,+62 812 3456 7890',
    'Dodi,"3,5",4,4,4,4,4,4,4,4,-1+1',
    'Euis,3,3,3,3,3,3,3,3,3,@SUM(A1)',
  );

  test('disebut dengan nomor baris dan sebabnya, dapat diunduh, nama disamarkan, rumus dimatikan; sisanya masuk', async () => {
    const alamat = await impor.terima(buruk);
    await impor.periksa(alamat);
    const hasil = decode((await koordinator.buka(alamat)).isi);
    for (const nomor of [3, 4, 5]) expect(hasil).toContain(`<th scope="row" role="rowheader">${nomor}</th>`);
    const unduh = await fetch(`${uji.alamat}${alamat}/ditolak.csv`, { headers: koordinator.orang.kepala });
    expect(unduh.headers.get('content-disposition')).toContain('attachment');
    const isi = await unduh.text();
    expect(isi.split('\r\n').slice(1, 4).map((b) => b.split(',')[0])).toEqual(['3', '4', '5']); // prettier-ignore
    expect(isi).not.toContain('Budi');
    for (const rumus of ['=HYPERLINK', '+62', '-1+1']) expect(isi).not.toMatch(new RegExp(`(^|,|")\\${rumus}`, 'm'));
    expect((await impor.terapkan(alamat)).status).toBe(303);
    expect(((await isiSurvei(uji.sumber, 'SATU'))['unsur'] as unknown[])[0]).toEqual(['U1', 2, 7]);
    const saran = await uji.sumber.query<{ teks: string }[]>(`SELECT teks FROM saran WHERE status = 'baru' ORDER BY nomor`);
    expect(saran.map((s) => s.teks)).toEqual(['baik', '@SUM(A1)']);
    await koordinator.kirim('/instansi/SATU/survei/DRAF/hapus-jawaban', { alasan: 'uji' });
  });

  test('tidak satu pun terbaca: tidak ada yang dapat diterapkan', async () => {
    const alamat = await impor.terima(csv(UNSUR.join(','), '9,9,9,9,9,9,9,9,9', '8,8,8,8,8,8,8,8,8'));
    await impor.periksa(alamat);
    expect((await koordinator.buka(alamat)).isi).not.toContain('name="sidik"');
    const balasan = await koordinator.kirim(`${alamat}/terapkan`, { sidik: 'a'.repeat(64) });
    expect(balasan.status).toBe(422);
    expect(await isiSurvei(uji.sumber, 'SATU')).toMatchObject(KOSONG);
  });
});

describe('kiriman ganda', () => {
  const baris = (jam: string, u: number) => `2026/01/02 ${jam},${Array<number>(9).fill(u).join(',')}`;
  const isi = csv(['Timestamp', ...UNSUR].join(','), baris('8:00:00', 4), baris('8:00:00', 4), baris('9:00:00', 3), baris('8:00:00', 4)); // prettier-ignore

  test('ditunjukkan, tetap dihitung, dan dapat dikeluarkan; sidiknya berganti', async () => {
    const alamat = await impor.terima(isi);
    await impor.periksa(alamat);
    const [sebelum, halaman] = [await impor.sidik(alamat), (await koordinator.buka(alamat)).isi];
    expect(halaman).toContain('Sama dengan baris 2');
    expect((await koordinator.kirim(`${alamat}/ganda`, { 'keluar-3': 'ya' })).status).toBe(303);
    const satu = (await koordinator.buka(alamat)).isi;
    expect(satu).toContain('Baris 3 sudah dikeluarkan');
    expect(await impor.sidik(alamat)).not.toBe(sebelum);
    expect((await koordinator.kirim(`${alamat}/terapkan`, { sidik: sebelum })).status).toBe(422);
    expect((await koordinator.kirim(`${alamat}/ganda`, { semua: 'ya' })).status).toBe(303);
    expect((await impor.terapkan(alamat)).status).toBe(303);
    const tersimpan = await isiSurvei(uji.sumber, 'SATU');
    expect([tersimpan['n'], (tersimpan['unsur'] as unknown[])[0]]).toEqual([2, ['U1', 2, 7]]);
    expect(await uji.sumber.query('SELECT baris FROM respons')).toEqual([{ baris: [2, 4] }]);
  });
});

describe('pemeriksaan yang tidak selesai', () => {
  test('proses yang mati meninggalkan impor yang dapat diperiksa lagi', async () => {
    const alamat = await impor.terima(csvOlahData(12));
    const id = alamat.split('/').at(-1);
    await uji.sumber.query(
      `UPDATE impor_respons SET keadaan = 'dibaca', pekerja = gen_random_uuid(), denyut = now() - interval '1 minute', kemajuan = 0.4 WHERE id = $1`,
      [id],
    );
    expect((await koordinator.buka(alamat)).isi).toContain('terhenti sebelum selesai');
    expect((await impor.periksa(alamat)).status).toBe(303);
    expect((await koordinator.buka(alamat)).isi).toContain('name="sidik"');
  });

  test('yang masih berjalan menunjukkan kemajuannya, menyegarkan diri, dan dapat dibatalkan', async () => {
    const alamat = await impor.terima(csvOlahData(12));
    const id = alamat.split('/').at(-1);
    await uji.sumber.query(
      `UPDATE impor_respons SET keadaan = 'dibaca', pekerja = gen_random_uuid(), denyut = now(), kemajuan = 0.4 WHERE id = $1`,
      [id],
    );
    const { isi } = await koordinator.buka(alamat);
    expect(isi).toContain('<progress class="ina-kemajuan" id="kemajuan" max="100" value="40">');
    expect(isi).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>');
    expect((await impor.periksa(alamat)).status).toBe(422);
    expect((await koordinator.kirim(`${alamat}/batal`)).status).toBe(303);
  });
});
