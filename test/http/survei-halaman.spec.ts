import { readFileSync } from 'node:fs';
import { berkasContoh } from '../../src/paket/contoh';
import { hitungPaket } from '../../src/paket/hitung';
import { bacaPaket } from '../../src/paket/paket.baca';
import { teksIndonesia } from '../../src/shared/desimal';
import { bacaHtml, type DokumenHtml } from '../support/dokumen-html';
import { masukSebagai, type OrangUji } from '../support/orang';
import { jalankanSitusUji, KODE_GANJIL, type SitusUji } from '../support/situs';
import { isiUraian } from '../support/uraian-survei';

let uji: SitusUji;
let koordinator: OrangUji;
let pelapor: OrangUji;

beforeAll(async () => {
  uji = await jalankanSitusUji();
  koordinator = await masukSebagai(uji.sumber, [{ instansi: 'KASN', peran: 'koordinator' }], { nama: 'Ratna' });
  pelapor = await masukSebagai(uji.sumber, [{ instansi: 'KASN', peran: 'pelapor' }]);
  await isiUraian(uji.sumber, 'KASN', 'SKM-2024');
});

afterAll(() => uji.tutup());

async function buka(alamat: string, oleh: OrangUji = uji.inspektur, status = 200): Promise<DokumenHtml & { html: string }> {
  const jawaban = await fetch(uji.alamat + alamat, { headers: oleh.kepala });
  expect(`${alamat} ${jawaban.status}`).toBe(`${alamat} ${status}`);
  const html = await jawaban.text();
  const dokumen = bacaHtml(html);
  expect(dokumen.cacat).toEqual([]);
  return { html, ...dokumen };
}

async function unduh(alamat: string): Promise<string[]> {
  const jawaban = await fetch(uji.alamat + alamat, { headers: uji.inspektur.kepala });
  expect(`${alamat} ${jawaban.status}`).toBe(`${alamat} 200`);
  expect(jawaban.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(jawaban.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
  return (await jawaban.text())
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
}

describe('angka halaman sama dengan angka hitung', () => {
  const semua = berkasContoh().flatMap(({ nama, jalur }) => {
    const paket = bacaPaket(readFileSync(jalur));
    return hitungPaket(paket).survei.map((h): [string, string, (typeof h)] => [`${nama} ${h.kode}`, `/instansi/${encodeURIComponent(paket.instansi.kode)}/survei/${encodeURIComponent(h.kode)}`, h]); // prettier-ignore
  });

  test.each(semua)('%s', async (_, alamat, h) => {
    const { teks } = await buka(alamat);
    const baris = await unduh(`${alamat}/tabel/unsur.csv`);
    for (const u of h.unsur) {
      expect(teks).toContain(`${teksIndonesia(u.nrr ?? '')} ${teksIndonesia(u.nilai ?? '')} ${u.mutu ?? ''}`);
      const sel = baris.find((b) => b.startsWith(`${u.unsur},`)) ?? '';
      expect(sel).toContain(
        `,${u.peringkat ?? ''},"${teksIndonesia(u.nrr ?? '')}","${teksIndonesia(u.nilai ?? '')}",${u.mutu ?? ''},`,
      );
    }
    if (h.nilai) expect(teks).toContain(`${teksIndonesia(h.nilai)} ${h.mutu ?? ''}`);
    else expect(teks).toContain('tidak dapat dihitung ulang');
    if (h.terbit?.nilai) expect(teks).toContain(`${teksIndonesia(h.terbit.nilai)} ${h.terbit.mutu ?? ''}`);
    if (h.sampelMinimum !== null) expect(teks).toContain(`dari minimum ${h.sampelMinimum}`);
    const prioritas = /Prioritas · .*?(?=Di atas garis prioritas|Rata-rata)/.exec(teks)?.[0] ?? '';
    for (const kode of h.terendah.flat()) expect(prioritas).toContain(`${kode} `);
  });
});

describe('satu survei', () => {
  test('kalimat dahulu, lalu profil yang genap, layanan, kuadran, dan tren', async () => {
    const { teks, id } = await buka('/instansi/KASN/survei/SKM-2024');
    expect(teks).toContain(
      'Nilai terbit 88,38 , dari unsurnya 88,33 (A, Sangat Baik) dari 260 responden; terendah Sarana dan Prasarana (U9), 86,25 .',
    );
    expect(teks).toContain('Profil 260 responden');
    expect(teks).toContain('Tiap ciri berjumlah 260; yang tidak mengisi terhitung sebagai kelompok. Kelompok menurut baku.');
    expect(teks).toContain('Laki-laki 168 64,62% Perempuan 92 35,38%');
    expect(teks).toContain('35–44 tahun 136 52,31%');
    expect(teks).toContain('D4/S1 157 60,38% S2 ke atas 79 30,38%');
    expect(teks).toContain('Tidak diisi 60 23,08% Semua 260');
    expect(id).toEqual(expect.arrayContaining(['unsur', 'tren', 'profil', 'layanan', 'kuadran']));
  });

  test('layanan: yang kurang dari lima disembunyikan, yang kecil diberi catatan, unsur terendah ditandai', async () => {
    const { teks } = await buka('/instansi/KASN/survei/SKM-2024');
    const tabel = /Nilai per layanan .*?Semua layanan 260/.exec(teks)?.[0] ?? '';
    expect(tabel).toMatch(/JPT Wilayah I 200 87,50 B U9 62,50/);
    expect(tabel).toMatch(/NKKNet n kecil 29 75,00 C –/);
    expect(tabel).toMatch(/=1\+1 n kecil 27 85,19 B U1 = U2 = .* = U8 83,33 Meja depan kurang dari 5 responden 4 – – –/);
    expect(teks).toContain('1 layanan dengan kurang dari 5 responden tidak ditampilkan nilainya');
  });

  test('kuadran: garis potong disebut, indeks CS, unsur tanpa kepentingan', async () => {
    const { teks } = await buka('/instansi/KASN/survei/SKM-2024');
    expect(teks).toContain('Indeks CS 88,21%');
    expect(teks).toMatch(/Garis potong pada rata-rata: kepentingan 3,50, kinerja 3,5\d \(skala 1–4\)/);
    expect(teks).toMatch(/U9 Sarana dan Prasarana 4,00 3,45 −0,55 I Prioritas utama/);
    expect(teks).toContain('Kepentingan U2 tidak ditanyakan, jadi tidak ikut.');
  });

  test('KASN: tren dengan celah nilai dan tanpa perbandingan semu', async () => {
    const { teks } = await buka('/instansi/KASN/survei/SKM-2024');
    expect(teks).toMatch(/Tahun 2024 , SKM-2024 88,38 A terbit −2,24 260 134,72% dari minimum 193/);
    expect(teks).toMatch(/Tahun 2022 , SKM-2022 hanya NRR terbit 3,49 B – – –/);
  });

  test('tanpa uraian: tidak ada bagian kosong; pelapor membaca yang sama, tetapi tidak mengatur', async () => {
    const kpu = await buka('/instansi/KPU-KAB-TANGERANG/survei/SKM-2024-S2');
    expect(kpu.id).not.toContain('profil');
    expect(kpu.id).not.toContain('kuadran');
    expect(kpu.teks).toContain('Nilai 87,16 (B, Baik)');
    const milik = await buka('/instansi/KASN/survei/SKM-2024', pelapor);
    expect(milik.teks).toContain('Profil 260 responden');
    expect(milik.tautan).not.toContain('/instansi/KASN/survei-profil');
    expect((await buka('/instansi/KASN/survei/SKM-2024', koordinator)).tautan).toContain('/instansi/KASN/survei-profil');
  });

  test('profil yang tidak genap ditegur', async () => {
    await uji.sumber.query(`UPDATE survei_profil SET jumlah = jumlah - 1 WHERE kelompok = 'Perempuan'`);
    const { teks } = await buka('/instansi/KASN/survei/SKM-2024');
    await uji.sumber.query(`UPDATE survei_profil SET jumlah = jumlah + 1 WHERE kelompok = 'Perempuan'`);
    expect(teks).toContain('profil responden tidak genap: jenis kelamin berjumlah 259, sedangkan jumlah responden 260.');
    expect(teks).toContain('Berjumlah 259, sedangkan responden 260.');
  });

  test('draf hanya terlihat oleh yang menyusun dan memeriksanya', async () => {
    await uji.sumber.query(`UPDATE survei SET status = 'draf' WHERE kode = 'SKM-2023'`);
    await buka('/instansi/KASN/survei/SKM-2023', pelapor, 404);
    expect((await buka('/instansi/KASN/survei/SKM-2023', koordinator)).teks).toContain('Draf');
    const [tren] = await Promise.all([buka('/instansi/KASN/survei-tren', pelapor)]);
    await uji.sumber.query(`UPDATE survei SET status = 'ditetapkan' WHERE kode = 'SKM-2023'`);
    expect(tren.teks).toContain('Tahun 2023 tidak ada survei');
  });
});

describe('tabel sebagai berkas', () => {
  test('konteks di kepala, angka seperti di halaman, teks yang menyerupai rumus dijinakkan', async () => {
    const profil = await unduh('/instansi/KASN/survei/SKM-2024/tabel/profil.csv');
    expect(profil.slice(0, 5)).toEqual(['Instansi,Komisi Aparatur Sipil Negara', expect.stringContaining('Survei,SKM-2024 '), 'Periode,Tahun 2024', expect.stringContaining('Instrumen,'), 'Responden,260']); // prettier-ignore
    expect(profil).toContain('Jenis kelamin,Laki-laki,168,"64,62"');
    const layanan = await unduh('/instansi/KASN/survei/SKM-2024/tabel/layanan.csv');
    expect(layanan.some((b) => b.startsWith(`'=1+1,27,`))).toBe(true);
    expect(layanan.find((b) => b.startsWith('Meja depan'))).toBe(
      'Meja depan,4,,,,,,,,,,,,,"responden terlalu sedikit, nilai tidak ditampilkan"',
    );
    const kuadran = await unduh('/instansi/KASN/survei/SKM-2024/tabel/kuadran.csv');
    expect(kuadran.at(-1)).toBe(',Indeks CS (persen),"88,21",,,');
    await buka('/instansi/KASN/survei/SKM-2024/tabel/apa.csv', uji.inspektur, 404);
  });
});

describe('tren instansi', () => {
  test('Kanreg X: bulanan; gabungan tertimbang menyebut bulan tanpa n, rata-rata sederhana pilihan yang tertulis', async () => {
    const alamat = (await buka('/')).tautan.find((t) => /kanreg/i.test(t))?.replace(/[?#].*/, '') ?? '';
    const tertimbang = await buka(`${alamat}/survei-tren`);
    expect(tertimbang.teks).toContain('Tertimbang menurut responden; survei tanpa jumlah responden tidak ikut.');
    expect(tertimbang.teks).toMatch(/jumlah responden tidak diketahui/);
    const sederhana = await buka(`${alamat}/survei-tren?cara=sederhana`);
    expect(sederhana.teks).toMatch(/2023 \d\d,\d\d [AB] 6 dari 6 survei/);
    const baris = await unduh(`${alamat}/survei-tren.csv?cara=sederhana`);
    expect(baris).toContain('Gabungan setahun,rata-rata sederhana');
  });

  test('waktu di alamat memotong deret dan dibawa tautannya', async () => {
    const { teks, tautan } = await buka('/instansi/KASN/survei-tren?tahun=2023');
    expect(teks).not.toContain('Tahun 2024 , SKM-2024');
    expect(tautan).toContain('/instansi/KASN/survei/SKM-2023?tahun=2023');
    expect((await buka(`/instansi/${encodeURIComponent(KODE_GANJIL)}/survei-tren`)).teks).toContain('Tren survei');
  });

  test('tanpa survei: kata yang menjelaskan', async () => {
    const bkn = (await buka('/')).tautan.find((t) => /bkn/i.test(t) && !/kanreg/i.test(t))?.replace(/[?#].*/, '') ?? '';
    expect((await buka(`${bkn}/survei-tren`)).teks).toContain('Belum ada survei untuk dilihat trennya');
    expect((await buka(`${bkn}/survei-layanan`)).teks).toContain('Belum ada survei');
  });
});

describe('perbandingan layanan', () => {
  test('setahun: layanan dibandingkan, yang terendah disebut; triwulan tanpa survei berkata apa', async () => {
    const { teks } = await buka('/instansi/KASN/survei-layanan?tahun=2024');
    expect(teks).toContain('JPT Wilayah I paling tinggi, NKKNet paling rendah di antara 3 layanan.');
    expect(teks).toMatch(/JPT Wilayah I 90,63 .*90,63 62,50 \(terendah\) NKKNet 75,00/);
    expect((await buka('/instansi/KASN/survei-layanan?tw=2024-TW2')).teks).toContain(
      'Tidak ada layanan yang disurvei pada triwulan ini',
    );
    expect((await buka('/instansi/KASN/survei-layanan?tahun=2023')).teks).toContain('Belum ada nilai per layanan pada masa ini');
    const baris = await unduh('/instansi/KASN/survei-layanan.csv?tahun=2024');
    expect(baris).toContain('Survei,SKM-2024');
  });

  test('aliran: survei per layanan dalam setahun ikut dibandingkan', async () => {
    await uji.sumber.query(`UPDATE survei SET aliran_layanan = 'Pengaduan' WHERE kode = 'SKM-2023'`);
    const { teks } = await buka('/instansi/KASN/survei-layanan?tahun=2023');
    await uji.sumber.query(`UPDATE survei SET aliran_layanan = NULL WHERE kode = 'SKM-2023'`);
    expect(teks).toMatch(/Pengaduan, Tahun 2023 480 90,58 A/);
  });
});

describe('kelompok profil', () => {
  const kirim = (isi: Record<string, string>, oleh: OrangUji) =>
    fetch(`${uji.alamat}/instansi/KASN/survei-profil`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...oleh.kepala, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _csrf: oleh.csrf, ...isi }),
    });
  const pendidikan = 'Menengah ke bawah: Tidak sekolah, SD, SMP, SMA\nTinggi: D1, D2, D3, D4, S1, S2, S3';

  test('salah: galatnya disebut, ketikan tetap, tidak ada yang berubah', async () => {
    const jawaban = await kirim({ usia: '30, 20', pendidikan: 'Dasar: SD', pekerjaan: '' }, koordinator);
    expect(jawaban.status).toBe(422);
    const { teks, cacat } = bacaHtml(await jawaban.text());
    expect(cacat).toEqual([]);
    expect(teks).toContain('Urutkan usia dari yang termuda');
    expect(teks).toContain('Masukkan Tidak sekolah, SMP');
    expect(await uji.sumber.query('SELECT FROM aturan_profil')).toHaveLength(0);
  });

  test('disimpan sebagai versi, terbaca di semua survei, tercatat; jumlahnya tetap n', async () => {
    const jawaban = await kirim({ usia: '30, 50', pendidikan, pekerjaan: '' }, koordinator);
    expect(jawaban.status).toBe(303);
    const { teks } = await buka('/instansi/KASN/survei/SKM-2024');
    expect(teks).toContain('Kelompok menurut pengaturan instansi versi 1.');
    expect(teks).toContain('Menengah ke bawah 13 5,00% Tinggi 247 95,00% Semua 260');
    expect((await buka('/instansi/KASN/survei-profil', koordinator)).teks).toContain(
      'di bawah 30 tahun · 30–49 tahun · 50 tahun ke atas',
    );
    const catatan = await uji.sumber.query<{ peristiwa: string }[]>(
      `SELECT peristiwa FROM audit WHERE peristiwa = 'aturan_profil.ubah'`,
    );
    expect(catatan).toHaveLength(1);
    expect((await kirim({ usia: '30, 50', pendidikan, pekerjaan: '' }, koordinator)).status).toBe(422);
    expect((await kirim({ usia: '40', pendidikan, pekerjaan: '' }, pelapor)).status).toBe(403);
  });
});
