import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TANPA_KONTEKS, Transaksi } from '../../src/database/transaksi';
import { Jadwal } from '../../src/database/jadwal';
import { Pemindai } from '../../src/progres/bukti/jenis/pemindai';
import { BerkasService, type BerkasDiterima } from '../../src/progres/bukti/objek/berkas.service';
import { BerkasDitolak } from '../../src/progres/bukti/objek/galat-berkas';
import { KesesuaianBerkas, KOLOM_KUNCI, UMUR_SISA } from '../../src/progres/bukti/objek/kesesuaian.service';
import { CekTautanService } from '../../src/progres/bukti/tautan/cek-tautan.service';
import { Pengunjung } from '../../src/progres/bukti/tautan/pengunjung';
import { GalatSementara } from '../../src/shared/galat';
import { GudangS3 } from '../../src/storage/gudang-s3';
import { Penyimpanan } from '../../src/storage/penyimpanan';
import type { BerkasTertampung } from '../../src/storage/tampungan';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { dokumenOffice, fotoUji, pdf } from '../support/berkas-buruk';
import { LaporUji, type PerambanLapor } from '../support/lapor';

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bukti-'));
let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let penyimpanan: Penyimpanan;
let laporan: string;

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanAplikasiUji();
  penyimpanan = uji.aplikasi.get(Penyimpanan);
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Pelapor Bukti', 'PEREN');
  ({ id: laporan } = await lapor.satu<{ id: string }>(
    `INSERT INTO laporan_slot (id, instansi_id, kegiatan_id, periode, keadaan, putaran, versi, dibuat, sejak)
     SELECT gen_random_uuid(), $1, id, $2, 'draf', 0, 1, now(), now() FROM kegiatan WHERE instansi_id = $1 AND kode = 'RTL-01' RETURNING id`,
    [lapor.id, lapor.periode],
  ));
});

afterAll(async () => {
  await uji.tutup();
  delete process.env['TUNTAS_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

const berkas = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((nama) => /[0-9a-f]{46}/.test(nama)).sort(); // prettier-ignore

async function tampung(isi: Buffer): Promise<BerkasTertampung> {
  const tampungan = await penyimpanan.tampung();
  await tampungan.tulis(isi);
  return tampungan.selesai();
}

function sebagai<T>(kerja: () => Promise<T>, instansiId = lapor.id): Promise<T> {
  return uji.aplikasi.get(Transaksi).denganKonteks({ ...TANPA_KONTEKS, instansi: [instansiId] }, kerja);
}

/** Takes the file in and names it in the draft. */
async function terima(isi: Buffer, nama: string): Promise<BerkasDiterima & { id: string }> {
  const tampungan = await tampung(isi);
  return sebagai(() =>
    uji.aplikasi.get(BerkasService).terima({ instansiId: lapor.id, nama, tampungan }, async (b, manager) => {
      const id = randomUUID();
      await manager.query(
        `INSERT INTO bukti_laporan (id, instansi_id, laporan_id, bagian, jenis, sha256, nama, surat, cara, oleh_nama, pada)
         VALUES ($1, $2, $3, 'utama', $4, $5, $6, false, 'formulir', 'Pelapor Bukti', now())`,
        [id, lapor.id, laporan, b.rupa, b.sha256, b.nama],
      );
      return { ...b, id };
    }),
  );
}

const ambil = (orang: PerambanLapor, akhir: string, kepala: Record<string, string> = {}): Promise<Response> =>
  fetch(`${uji.alamat}/instansi/LAPOR/bukti/${akhir}`, { redirect: 'manual', headers: { ...orang.orang.kepala, ...kepala } });

test('one object for one content of an agency; the same original again costs nothing', async () => {
  const isi = await fotoUji();
  const pertama = await terima(isi, 'loket.png');
  expect(pertama).toMatchObject({ rupa: 'foto', jenis: 'image/jpeg', nama: 'loket.jpg', sudahAda: false, adaKecil: true });
  expect(pertama).toMatchObject({ waktuFoto: '2025-02-11T09:15:00', lebar: 320, tinggi: 200 });
  const sesudah = berkas();
  expect(sesudah.filter((nama) => nama.includes('tampung'))).toEqual([]);
  const kedua = await terima(isi, '../..\\lagi\u202egpj.exe');
  expect(kedua).toMatchObject({ sha256: pertama.sha256, sudahAda: true, nama: 'lagi gpj.jpg' });
  // What we wrote ourselves, sent again, becomes another original of its own.
  expect(berkas()).toEqual(sesudah);
  const { n } = await lapor.satu<{ n: string }>('SELECT count(*) AS n FROM objek_berkas');
  expect(n).toBe('1');
});

test('two at once with the same content: one object, nothing left over', async () => {
  const sebelum = berkas().length;
  const isi = pdf(['% dua sekaligus\n']);
  const [a, b] = await Promise.all([terima(isi, 'a.pdf'), terima(isi, 'b.pdf')]);
  expect([a.sudahAda, b.sudahAda].sort()).toEqual([false, true]);
  expect(berkas()).toHaveLength(sebelum + 1);
});

test('refused: nothing stays. Failing afterwards: nothing but what was staged, and once more it goes', async () => {
  const sebelum = berkas();
  await expect(terima(Buffer.from('<svg onload="x">'), 'foto.jpg')).rejects.toBeInstanceOf(BerkasDitolak);
  expect(berkas()).toEqual(sebelum);
  const tampungan = await tampung(dokumenOffice('docx'));
  const service = uji.aplikasi.get(BerkasService);
  const kiriman = { instansiId: lapor.id, nama: 'notula.doc', tampungan };
  const gagal = sebagai(() => service.terima(kiriman, () => Promise.reject(new Error('audit gagal'))));
  await expect(gagal).rejects.toThrow('audit gagal');
  expect(berkas()).toHaveLength(sebelum.length + 1);
  expect(await sebagai(() => service.terima(kiriman, (b) => Promise.resolve(b.nama)))).toBe('notula.docx');
});

test('the store or the scanner is away: a sentence, and what was staged stands', async () => {
  const tampungan = await tampung(dokumenOffice('xlsx'));
  const sebelum = berkas();
  const kiriman = { instansiId: lapor.id, nama: 'data.xlsx', tampungan };
  const transaksi = uji.aplikasi.get(Transaksi);
  const s3 = { alamat: 'http://127.0.0.1:1', ember: 'x', wilayah: 'x', kunciAkses: 'x', kunciRahasia: 'x', awalan: '' };
  const mati = new Penyimpanan(join(folder, 'berkas'), new GudangS3(s3));
  for (const service of [
    new BerkasService(transaksi, mati, new Pemindai(null)),
    new BerkasService(transaksi, penyimpanan, new Pemindai({ host: '127.0.0.1', port: 1 })),
  ]) {
    const gagal = sebagai(() => service.terima(kiriman, () => Promise.resolve('tidak sampai')));
    await expect(gagal).rejects.toBeInstanceOf(GalatSementara);
    await expect(gagal).rejects.toThrow('Isian Anda tetap ada');
  }
  expect(berkas().filter((nama) => nama.includes(tampungan.kunci.slice(2)))).toHaveLength(1);
  const baru = berkas().filter((nama) => !sebelum.includes(nama));
  expect(baru.every((nama) => nama.endsWith('.tampung'))).toBe(true);
  await sebagai(() => uji.aplikasi.get(BerkasService).terima(kiriman, () => Promise.resolve(null)));
});

describe('given out', () => {
  test('pictures inline, documents to be saved, under their own names; never anything that runs', async () => {
    const foto = await terima(await fotoUji(640, 400), 'Foto “loket”.jpg');
    const dokumen = await terima(pdf(['% notula\n']), 'Notula rapat é (1).html');
    const jawaban = await ambil(pelapor, foto.id);
    expect(jawaban.status).toBe(200);
    expect(jawaban.headers.get('content-disposition')).toMatch(/^inline; filename="Foto loket.jpg"; filename\*=UTF-8''Foto%20/);
    const kecil = await ambil(pelapor, `${foto.id}/kecil`);
    const unduhan = await ambil(pelapor, dokumen.id);
    expect([kecil.headers.get('content-type'), unduhan.headers.get('content-type')]).toEqual(['image/jpeg', 'application/pdf']);
    expect(unduhan.headers.get('content-disposition')).toBe(
      `attachment; filename="Notula rapat e 1.pdf"; filename*=UTF-8''Notula%20rapat%20%C3%A9%20%281%29.pdf`,
    );
    for (const satu of [jawaban, kecil, unduhan]) {
      expect(satu.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(satu.headers.get('x-content-type-options')).toBe('nosniff');
      expect(satu.headers.get('cache-control')).toBe('private, no-cache');
    }
    expect((await unduhan.arrayBuffer()).byteLength).toBe(dokumen.ukuran);
    const etag = jawaban.headers.get('etag') ?? '';
    expect((await ambil(pelapor, foto.id, { 'if-none-match': etag })).status).toBe(304);
    for (const tiada of [randomUUID(), 'x', `${dokumen.id}/kecil`]) expect((await ambil(pelapor, tiada)).status).toBe(404);
  });

  test('of a draft: its units and roles for the whole agency; once submitted, everybody in the agency', async () => {
    const { id } = await terima(pdf(['% draf\n']), 'draf.pdf');
    const lain = await lapor.orang('pelapor', 'Pelapor Lain', 'TI');
    const inspektur = await lapor.orang('inspektur', 'Inspektur Bukti');
    const status = async (...orang: PerambanLapor[]) => Promise.all(orang.map(async (o) => (await ambil(o, id)).status));
    expect(await status(pelapor, inspektur, lain)).toEqual([200, 200, 403]);
    await uji.sumber.query(`UPDATE laporan_slot SET keadaan = 'diajukan', putaran = 1 WHERE id = $1`, [laporan]);
    expect(await status(lain)).toEqual([200]);
    await uji.sumber.query(`UPDATE laporan_slot SET keadaan = 'draf', putaran = 0 WHERE id = $1`, [laporan]);
  });
});

describe('database and store', () => {
  test('every column that names a file is known to the sweep', async () => {
    const kolom = await uji.sumber.query<{ t: string; k: string }[]>(
      `SELECT table_name AS t, column_name AS k FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ '(^|_)kunci(_|$)' ORDER BY 1, 2`,
    );
    const lain = ['pembatas.kunci', 'pengajuan_laporan.kunci_kirim'];
    const nama = kolom.map(({ t, k }) => `${t}.${k}`).filter((n) => !lain.includes(n));
    expect(nama.sort()).toEqual(KOLOM_KUNCI.map((k) => k.join('.')).sort());
  });

  test('they agree; what nothing refers to is swept once it is old, and nothing else', async () => {
    const kesesuaian = uji.aplikasi.get(KesesuaianBerkas);
    const sebelum = await kesesuaian.periksa(true);
    expect(sebelum).toMatchObject({ selisih: [] });
    expect(sebelum.objek).toBeGreaterThan(3);
    await kesesuaian.sapu(new Date(Date.now() + 60_000), true);
    const bersih = berkas();
    const yatim = await penyimpanan.simpan(Buffer.from('tidak dirujuk'));
    const { kunci: tertampung } = await tampung(Buffer.from('ditinggalkan'));
    expect(await kesesuaian.periksa(false)).toMatchObject({ selisih: [], yatim: [yatim] });
    expect(await kesesuaian.sapu(new Date(Date.now() - UMUR_SISA))).toEqual({ objek: 0, tampungan: 0, unggahan: 0 });
    const kemarin = new Date(Date.now() - 2 * UMUR_SISA);
    for (const nama of berkas()) if ([yatim, tertampung].some((k) => nama.includes(k.slice(2)))) utimesSync(join(folder, nama), kemarin, kemarin); // prettier-ignore
    expect(await kesesuaian.sapu(new Date(Date.now() - UMUR_SISA))).toEqual({ objek: 1, tampungan: 1, unggahan: 0 });
    expect(berkas()).toEqual(bersih);
    expect(await kesesuaian.periksa(true)).toEqual({ ...sebelum, yatim: [] });
  });

  test('what is lost is named, and comes back when the same file is sent again', async () => {
    const isi = pdf(['% hilang\n']);
    const { sha256, id } = await terima(isi, 'hilang.pdf');
    const { kunci } = await lapor.satu<{ kunci: string }>('SELECT kunci FROM objek_berkas WHERE sha256 = $1', [sha256]);
    await penyimpanan.hapus(kunci);
    const kesesuaian = uji.aplikasi.get(KesesuaianBerkas);
    expect((await kesesuaian.periksa(false)).selisih).toEqual([{ instansi: 'LAPOR', sha256, masalah: 'hilang' }]);
    expect((await ambil(pelapor, id)).status).toBe(404);
    await terima(isi, 'hilang.pdf');
    expect((await kesesuaian.periksa(true)).selisih).toEqual([]);
    expect((await ambil(pelapor, id)).status).toBe(200);
  });
});

test('a schedule runs once in its stretch of time, whatever the number of servers', async () => {
  const jadwal = uji.aplikasi.get(Jadwal);
  const pukul = new Date('2031-01-01T05:00:00Z');
  const kali = { n: 0 };
  const kerja = () => Promise.resolve((kali.n += 1));
  const hasil = await Promise.all(Array.from({ length: 4 }, () => jadwal.sekali('sapu-berkas', kerja, pukul)));
  expect([hasil.filter(Boolean).length, kali.n]).toEqual([1, 1]);
  expect(await jadwal.sekali('sapu-berkas', kerja, new Date('2031-01-02T05:00:00Z'))).toBe(true);
});

test('links are looked at once, and what was there is recorded', async () => {
  const server = createServer((_, res) => res.setHeader('content-type', 'text/html').end('<title>Notula rapat</title>'));
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notula`;
  await uji.sumber.query(
    `INSERT INTO bukti_laporan (id, instansi_id, laporan_id, bagian, jenis, url, nama, surat, cara, oleh_nama, pada)
     VALUES (gen_random_uuid(), $1, $2, 'utama', 'tautan', $3, 'notula', false, 'formulir', 'Pelapor Bukti', now())`,
    [lapor.id, laporan, url],
  );
  const pengunjung = new Pengunjung({ bolehAlamat: () => true, bolehPort: () => true });
  const service = new CekTautanService(uji.aplikasi.get(Transaksi), pengunjung);
  expect([await service.jalankan(), await service.jalankan()]).toEqual([1, 0]);
  server.close();
  const cek = await lapor.satu('SELECT c.berhasil, c.kode, c.judul FROM cek_tautan c JOIN bukti_laporan b ON b.id = c.bukti_id WHERE b.url = $1', [url]); // prettier-ignore
  expect(cek).toEqual({ berhasil: true, kode: 200, judul: 'Notula rapat' });
});
