import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Penyimpanan } from '../../src/storage/penyimpanan';
import { PenyimpananTerganggu } from '../../src/storage/terganggu';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { fotoUji } from '../support/berkas-buruk';
import { LaporUji, type PerambanLapor } from '../support/lapor';
import { daftarGalat } from '../support/organisasi';
import { tokenFormulir } from '../support/orang';
import { fotoKe, UnggahUji, type KirimanFormulir } from '../support/unggah';

jest.setTimeout(120_000);

let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let unggah: UnggahUji;
let foto: Buffer;
const K = 'RTL-01';

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Rina Pelapor', 'PEREN');
  unggah = new UnggahUji(uji, lapor);
  foto = await fotoUji();
});
afterAll(() => uji.tutup());
afterEach(() => jest.restoreAllMocks());

const kirimFormulir = (p: PerambanLapor, akhir: string, kiriman: KirimanFormulir, kegiatan = K) =>
  unggah.formulir(p, p.laporan(kegiatan, akhir), kiriman);
const berlaku = (kegiatan = K) => unggah.berlaku(kegiatan);

describe('a form without script', () => {
  it('brings photos, a link and what was typed around them; each file fills its place', async () => {
    const hasil = await kirimFormulir(pelapor, 'bukti?bagian=utama', {
      isian: { kunci: 'k1', deskripsi: 'Sudah dirapatkan.', 'tautan:utama:lain': 'jdih.contoh.go.id/peraturan-3' },
      berkas: [
        ['berkas:utama:1', 'loket.jpg', foto],
        ['berkas:utama:1', 'loket 2.jpg', await fotoKe(1)],
        ['berkas:utama:lain', '../../etc/\u202egpj.exe.jpg', await fotoKe(2)],
      ],
    });
    expect([hasil.status, daftarGalat(hasil.isi)]).toEqual([303, []]);
    const ada = await berlaku();
    expect(ada.map((b) => [b.jenis, b.diharapkan, b.tanggal]).sort()).toEqual([
      ['foto', null, '2025-02-11'],
      ['foto', 1, '2025-02-11'],
      ['foto', 1, '2025-02-11'],
      ['tautan', null, null],
    ]);
    expect(ada.filter((b) => /[/\\\p{Cc}\u202e]/u.test(b.nama)).map((b) => b.jenis)).toEqual(['tautan']);
    expect(
      await lapor.satu(`SELECT nilai FROM isian_laporan WHERE medan = 'deskripsi' AND instansi_id = $1`, [lapor.id]),
    ).toEqual({
      nilai: 'Sudah dirapatkan.',
    });
    const halaman = await pelapor.buka(pelapor.laporan(K, 'bukti'));
    expect(halaman.status).toBe(200);
    expect(halaman.isi).toContain('loket 2.jpg');
    expect(halaman.isi).toContain('masing-masing paling besar');
    expect(halaman.isi).toContain('Notula pembahasan');
  });

  it('keeps what is right beside what is wrong, and says which file and why', async () => {
    const sebelum = (await berlaku()).length;
    const hasil = await kirimFormulir(pelapor, 'bukti', {
      isian: { 'tautan:utama:lain': 'javascript:alert(1)' },
      berkas: [
        ['berkas:utama:lain', 'kosong.pdf', Buffer.alloc(0)],
        ['berkas:utama:lain', 'halaman.jpg', Buffer.from('<!doctype html><script>alert(1)</script>')],
        ['berkas:utama:lain', 'besar.jpg', Buffer.concat([foto, Buffer.alloc(26 * 1024 * 1024)])],
        ['berkas:utama:lain', 'baik.jpg', await fotoKe(3)],
      ],
    });
    expect(hasil.status).toBe(422);
    const galat = daftarGalat(hasil.isi).map(([, pesan]) => pesan);
    expect(galat).toHaveLength(4);
    for (const kata of ['kosong.pdf kosong', 'halaman.jpg', 'besar.jpg lebih besar dari 25 MB', 'https://'])
      expect(galat.some((g) => g.includes(kata))).toBe(true);
    expect((await berlaku()).length).toBe(sebelum + 1);
  });

  it('a name with control characters: refused in a form, cleaned where the script sends it', async () => {
    const nama = 'ab\u0007c\u0001.jpg';
    const formulir = await kirimFormulir(pelapor, 'bukti', { berkas: [['berkas:utama:lain', nama, await fotoKe(5)]] });
    expect([formulir.status, formulir.isi]).toEqual([400, expect.stringContaining('Ganti namanya')]);
    const isi = await fotoKe(6);
    const { isi: awal } = await unggah.mulai(pelapor, K, isi, `..\\..\\${nama}`);
    await unggah.json(pelapor, 'PATCH', pelapor.laporan(K, `unggahan/${awal['id']}`), isi);
    expect((await berlaku()).at(-1)?.nama).toMatch(/^[^\p{Cc}/\\]+\.jpg$/u);
  });

  it('dates, descriptions and places are kept apart from the time of upload', async () => {
    const [b] = await berlaku();
    const medan = (n: string) => `bukti:${b?.id}:${n}`;
    const simpan = (isian: Record<string, string>) => unggah.json(pelapor, 'POST', pelapor.laporan(K, 'bukti'), isian);
    expect(
      await simpan({ [medan('tanggal')]: '8 Mei 2024', [medan('keterangan')]: 'Rapat', [medan('tempat')]: '0' }),
    ).toMatchObject({
      status: 200,
    });
    expect((await berlaku()).find((x) => x.id === b?.id)).toMatchObject({
      tanggal: '2024-05-08',
      keterangan: 'Rapat',
      diharapkan: 0,
    });
    const salah = await simpan({ [medan('tanggal')]: '31 Februari 2024', [medan('keterangan')]: 'Rapat kedua' });
    expect([salah.status, JSON.stringify(salah.isi)]).toEqual([422, expect.stringContaining('misalnya 8 Mei 2024')]);
    expect((await berlaku()).find((x) => x.id === b?.id)).toMatchObject({ tanggal: '2024-05-08', keterangan: 'Rapat kedua' });
    expect((await simpan({ [medan('tanggal')]: '2199-01-01' })).status).toBe(422);
    expect((await simpan({ [medan('tempat')]: '77' })).status).toBe(422);
  });

  it('a piece is replaced, its version kept, and taken out', async () => {
    const [b] = await berlaku();
    const ganti = await kirimFormulir(pelapor, 'bukti', {
      berkas: [[`berkas:utama:ganti-${b?.id}`, 'baru.jpg', await fotoKe(4)]],
    });
    expect(ganti.status).toBe(303);
    const baru = (await berlaku()).find((x) => x.menggantikan_id === b?.id);
    expect(baru).toMatchObject({ nama: 'baru.jpg', keterangan: 'Rapat kedua', diharapkan: 0 });
    expect((await pelapor.buka(pelapor.laporan(K, 'bukti'))).isi).toContain('Versi sebelumnya');
    const lepas = await pelapor.kirim(pelapor.laporan(K, `bukti/${baru?.id}/lepas`));
    expect(lepas.status).toBe(303);
    expect((await unggah.semua(K)).find((x) => x.id === baru?.id)?.dilepas).not.toBeNull();
    expect((await pelapor.kirim(pelapor.laporan(K, `bukti/${baru?.id}/lepas`))).status).toBe(404);
  });

  it('of others, and where the slot is locked: nothing', async () => {
    const orang = await lapor.orang('pelapor', 'Orang TI', 'TI');
    const kiriman = { berkas: [['berkas:utama:lain', 'x.jpg', foto]] } as const;
    expect((await kirimFormulir(orang, 'bukti', kiriman)).status).toBe(403);
    const sebelum = await berlaku('RTL-02');
    await lapor.jendela(lapor.periode, 'kunci', { kegiatan: 'RTL-02' });
    const terkunci = await kirimFormulir(pelapor, 'bukti', kiriman, 'RTL-02');
    expect([terkunci.status, terkunci.isi]).toEqual([400, expect.stringContaining('sudah ditutup')]);
    expect(await berlaku('RTL-02')).toEqual(sebelum);
  });
});

describe('piece by piece', () => {
  it('a body that is cut off at any point goes on where it stopped, and is the same file in the end', async () => {
    const isi = await fotoKe(20);
    const { status, isi: awal } = await unggah.mulai(pelapor, K, isi);
    expect([status, awal['diterima']]).toEqual([201, 0]);
    const jalur = pelapor.laporan(K, `unggahan/${awal['id']}`);
    let letak = 0;
    for (const sampai of [0, 1, 2, Math.floor(isi.length / 3), Math.floor(isi.length / 2), isi.length - 1]) {
      await unggah.putus(pelapor, jalur, isi, letak, sampai);
      const kini = await unggah.sampai(pelapor, jalur, sampai);
      expect(kini.letak).toBe(String(kini.isi['diterima']));
      expect(Number(kini.letak)).toBeGreaterThanOrEqual(letak);
      letak = Number(kini.letak);
      expect(letak).toBeLessThanOrEqual(sampai);
    }
    expect(letak).toBeGreaterThan(0);
    expect((await unggah.json(pelapor, 'PATCH', jalur, Buffer.from('x'), letak + 5)).status).toBe(409);
    const akhir = await unggah.json(pelapor, 'PATCH', jalur, isi.subarray(letak), letak);
    expect(akhir).toMatchObject({ status: 200, isi: { diterima: isi.length, bukti: expect.any(String) as string } });
    const objek = await lapor.satu<{ asal_sha256: string }>(
      'SELECT o.asal_sha256 FROM objek_berkas o JOIN bukti_laporan b ON b.sha256 = o.sha256 AND b.instansi_id = o.instansi_id WHERE b.id = $1',
      [akhir.isi['bukti']],
    );
    expect(objek.asal_sha256).toBe(createHash('sha256').update(isi).digest('hex'));
    const lagi = await unggah.json(pelapor, 'PATCH', jalur, Buffer.from('x'));
    expect(lagi).toMatchObject({ status: 200, isi: { bukti: akhir.isi['bukti'] } });
  });

  it('the newest sender has the file; the one before is cut off', async () => {
    const isi = await fotoKe(21);
    const { isi: awal } = await unggah.mulai(pelapor, K, isi);
    const jalur = pelapor.laporan(K, `unggahan/${awal['id']}`);
    const lama = new Promise<void>((selesai) => {
      const kepala = {
        ...pelapor.orang.kepala,
        'x-csrf-token': pelapor.orang.csrf,
        'upload-offset': '0',
        'content-length': '999',
      };
      const req = request(uji.alamat + jalur, { method: 'PATCH', headers: kepala });
      req.on('error', () => selesai()).on('close', () => selesai());
      req.write(isi.subarray(0, 10));
    });
    await new Promise((selesai) => setTimeout(selesai, 60));
    const akhir = await unggah.json(pelapor, 'PATCH', jalur, isi);
    expect(akhir.isi['bukti']).toEqual(expect.any(String));
    await lama;
  });

  it('is refused before it is sent where it cannot be taken, and is nobody else’s', async () => {
    const besar = { medan: 'berkas:utama:lain', nama: 'x.jpg', ukuran: '26214401' };
    const ditolak = await unggah.json(pelapor, 'POST', pelapor.laporan(K, 'unggahan'), besar);
    expect([ditolak.status, ditolak.isi['detail']]).toEqual([400, expect.stringContaining('25 MB')]);
    const { isi: awal } = await unggah.mulai(pelapor, K, foto);
    const lain = await lapor.orang('pelapor', 'Rekan', 'PEREN');
    expect((await unggah.json(lain, 'GET', pelapor.laporan(K, `unggahan/${awal['id']}`))).status).toBe(404);
    expect((await unggah.json(pelapor, 'DELETE', pelapor.laporan(K, `unggahan/${awal['id']}`))).status).toBe(204);
    expect((await unggah.json(pelapor, 'GET', pelapor.laporan(K, `unggahan/${awal['id']}`))).status).toBe(404);
  });

  it('a file that is none is refused in the end, and nothing of it stays', async () => {
    const isi = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const { isi: awal } = await unggah.mulai(pelapor, K, isi, 'gambar.jpg');
    const jalur = pelapor.laporan(K, `unggahan/${awal['id']}`);
    const akhir = await unggah.json(pelapor, 'PATCH', jalur, isi);
    expect([akhir.status, akhir.isi['detail']]).toEqual([400, expect.any(String)]);
    expect((await unggah.json(pelapor, 'GET', jalur)).status).toBe(404);
  });

  it('the disk is full: a clear sentence, the draft as it was, and the same again succeeds', async () => {
    const isi = await fotoKe(22);
    const sebelum = await berlaku();
    const simpanan = uji.aplikasi.get(Penyimpanan);
    const { isi: awal } = await unggah.mulai(pelapor, K, isi);
    const jalur = pelapor.laporan(K, `unggahan/${awal['id']}`);
    jest.spyOn(simpanan, 'tetapkan').mockRejectedValue(new PenyimpananTerganggu('Ruang penyimpanan berkas di server penuh.'));
    const penuh = await unggah.json(pelapor, 'PATCH', jalur, isi);
    expect([penuh.status, penuh.isi['detail']]).toEqual([503, expect.stringContaining('penuh')]);
    const formulir = await kirimFormulir(pelapor, 'bukti', { berkas: [['berkas:utama:lain', 'lagi.jpg', await fotoKe(23)]] });
    expect([formulir.status, daftarGalat(formulir.isi).map(([, p]) => p)]).toEqual([422, [expect.stringContaining('penuh')]]);
    expect(await berlaku()).toEqual(sebelum);
    jest.restoreAllMocks();
    const akhir = await unggah.json(pelapor, 'PATCH', jalur, new Uint8Array(0), isi.length);
    expect(akhir.isi['bukti']).toEqual(expect.any(String));
  });
});

describe('a telephone', () => {
  const TAMU = 'B'.repeat(43);
  const ponsel = {
    orang: { ...({} as PerambanLapor['orang']), kepala: { cookie: `tuntas_tamu=${TAMU}` }, csrf: tokenFormulir('tamu', TAMU) },
  };

  async function kode(kegiatan = K, bagian = 'utama'): Promise<{ jalur: string; cabut: string }> {
    const { status, isi } = await pelapor.kirim(pelapor.laporan(kegiatan, `telepon?bagian=${bagian}`));
    expect(status).toBe(200);
    expect(isi).toContain('class="ina-qr"');
    const jalur = /http:\/\/127\.0\.0\.1:\d+(\/t\/[\w-]{64})</.exec(isi)?.[1] ?? '';
    return { jalur, cabut: /action="([^"]+cabut)[?"]/.exec(isi)?.[1] ?? '' };
  }
  const bukaPonsel = (jalur: string) => fetch(uji.alamat + jalur, { headers: { accept: 'text/html' }, redirect: 'manual' });

  it('sends to that draft, with script and without, in the name of whoever let it in', async () => {
    const { jalur } = await kode();
    const halaman = await bukaPonsel(jalur);
    expect([halaman.status, halaman.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(await halaman.text()).toContain('Menyederhanakan prosedur layanan');
    const isi = await fotoKe(30);
    const awal = await unggah.json(ponsel, 'POST', `${jalur}/unggahan`, { medan: 'berkas:utama:lain', nama: 'IMG.jpg', ukuran: String(isi.length) }); // prettier-ignore
    const kirim = await unggah.json(ponsel, 'PATCH', `${jalur}/unggahan/${awal.isi['id']}`, isi); // prettier-ignore
    expect(kirim.isi['bukti']).toEqual(expect.any(String));
    const badan = new FormData();
    badan.set('_csrf', ponsel.orang.csrf);
    badan.append('berkas:utama:lain', new Blob([Buffer.from(await fotoKe(31))]), 'IMG2.jpg');
    const tanpaSkrip = await fetch(uji.alamat + jalur, { method: 'POST', body: badan, headers: { accept: 'text/html', ...ponsel.orang.kepala } }); // prettier-ignore
    expect([tanpaSkrip.status, await tanpaSkrip.text()]).toEqual([200, expect.stringContaining('1 berkas tersimpan')]);
    const baru = (await berlaku()).filter((b) => b.cara === 'telepon');
    expect(baru.map((b) => [b.nama, b.oleh_id])).toEqual([
      ['IMG.jpg', pelapor.orang.penggunaId],
      ['IMG2.jpg', pelapor.orang.penggunaId],
    ]);
    expect((await pelapor.buka(pelapor.laporan(K, 'bukti'))).isi).toContain('dari ponsel');
  });

  it('does nothing else, and ends when it is withdrawn or too old', async () => {
    const { jalur, cabut } = await kode();
    const awal = (medan: string) => unggah.json(ponsel, 'POST', `${jalur}/unggahan`, { medan, nama: 'a.jpg', ukuran: '9' });
    expect((await awal('berkas:utama:surat')).status).toBe(201);
    expect((await awal(`berkas:${await lapor.idUnit('HUKUM')}:lain`)).status).toBe(403);
    const [b] = await berlaku();
    expect((await awal(`berkas:utama:ganti-${b?.id}`)).status).toBe(403);
    const tanpaToken = await fetch(uji.alamat + jalur, { method: 'POST', body: new FormData(), headers: ponsel.orang.kepala });
    expect(tanpaToken.status).toBe(403);
    expect((await pelapor.kirim(cabut)).status).toBe(303);
    expect((await bukaPonsel(jalur)).status).toBe(404);
    const lain = await kode();
    await uji.sumber.query(`UPDATE telepon_unggah SET berakhir = now() - interval '1 second' WHERE instansi_id = $1`, [lapor.id]);
    expect((await bukaPonsel(lain.jalur)).status).toBe(404);
    expect((await bukaPonsel(`/t/${'A'.repeat(64)}`)).status).toBe(404);
  });

  it('goes when its person’s role goes, and when the slot is locked', async () => {
    const { jalur } = await kode();
    await uji.sumber.query(`UPDATE peran SET selesai = '2021-01-01' WHERE pengguna_id = $1`, [pelapor.orang.penggunaId]);
    const awal = () => unggah.json(ponsel, 'POST', `${jalur}/unggahan`, { medan: 'berkas:utama:lain', nama: 'a.jpg', ukuran: '9' }); // prettier-ignore
    expect((await awal()).status).toBe(403);
    await uji.sumber.query('UPDATE peran SET selesai = NULL WHERE pengguna_id = $1', [pelapor.orang.penggunaId]);
    await lapor.jendela(lapor.periode, 'kunci', { kegiatan: K });
    const terkunci = await awal();
    expect([terkunci.status, terkunci.isi['detail']]).toEqual([400, expect.stringContaining('sudah ditutup')]);
  });
});
