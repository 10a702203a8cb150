import { bacaHtml, type DokumenHtml } from '../support/dokumen-html';
import { jalankanSitusUji, KODE_GANJIL, TEKS_JAHAT, type SitusUji } from '../support/situs';

let uji: SitusUji;

beforeAll(async () => {
  uji = await jalankanSitusUji();
});

afterAll(() => uji.tutup());

async function buka(alamat: string, status = 200): Promise<DokumenHtml & { html: string }> {
  const jawaban = await fetch(uji.alamat + alamat, { headers: uji.inspektur.kepala });
  expect(`${alamat} ${jawaban.status}`).toBe(`${alamat} ${status}`);
  expect(jawaban.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(jawaban.headers.get('content-security-policy')).toContain("default-src 'self'");
  const html = await jawaban.text();
  return { html, ...bacaHtml(html) };
}

describe('halaman pertama', () => {
  test('memuat tiap instansi dengan nilai survei terakhir dan persentase rencananya', async () => {
    const { teks } = await buka('/');
    expect(teks).toContain('5 instansi, menurut nama.');
    expect(teks).toContain('Komisi Aparatur Sipil Negara KASN · Jakarta 88,38 A terbit; dihitung 88,33 Tahun 2024');
    expect(teks).toContain('70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5)');
    expect(teks).toContain('87,97 B terbit Juni 2023 100,00% (7 dari 7 kegiatan; sebagian dihitung 1)');
    expect(teks).toContain('87,16 B dihitung Semester II Tahun 2024 100,00% (4 dari 4 kegiatan');
    expect(teks).toContain('belum ada survei 100,00% (15 dari 15 kegiatan');
  });

  test('mencari menurut semua kata, dan berkata apa yang harus dilakukan bila tidak ada', async () => {
    expect((await buka('/?q=negara+denpasar')).teks).toContain('1 instansi cocok dengan “negara denpasar”');
    expect((await buka('/?q=100%25')).teks).toContain('0 instansi cocok');
    const kosong = await buka('/?q=tidak-ada');
    expect(kosong.teks).toContain('Tidak ada instansi yang cocok');
    expect(kosong.tautan).toContain('/');
    expect((await buka(`/?q=${encodeURIComponent(TEKS_JAHAT)}`)).cacat).toEqual([]);
    expect((await buka('/?q=a&q=b&h[]=2&h=x%01')).teks).toContain('cocok dengan “a”');
  });
});

describe('angka keempat dokumen', () => {
  test('KASN: survei, peringkat seri, garis prioritas, sampel, selisih terbit', async () => {
    const { teks } = await buka('/instansi/KASN/survei/SKM-2024');
    expect(teks).toContain('88,38 A, Sangat Baik nilai terbit, NRR 3,54');
    expect(teks).toContain('88,33 A, Sangat Baik dihitung dari 9 unsur, NRR 3,53, selisih terbit +0,05');
    expect(teks).toContain('260 dari minimum 193 responden, 134,72% (Krejcie–Morgan, dibulatkan ke atas; N 384)');
    expect(teks).toContain('−2,25 dari 90,58 dibanding SKM-2023, keduanya dihitung');
    expect(teks).toMatch(/U4 Biaya\/Tarif 1 = \(seri\) 3,61 90,25 A/);
    expect(teks.indexOf('U9 Sarana')).toBeLessThan(teks.indexOf('U3 Waktu'));
    expect(teks).toContain('3 nilai terendah; tidak ada nilai seri di garis prioritas');
    expect(teks).toContain('JPT Wilayah I 99 38,08%');
  });

  test('KASN 2022: hanya angka terbit, dan halaman mengatakannya', async () => {
    const { teks } = await buka('/instansi/KASN/survei/SKM-2022');
    expect(teks).toContain('3,49 B, Baik NRR terbit; nilainya tidak diterbitkan');
    expect(teks).toContain('Survei ini hanya memuat angka terbit');
  });

  test('KPU: seri di garis prioritas, urutan dokumen, rencana tanpa jadwal', async () => {
    const { teks } = await buka('/instansi/KPU-KAB-TANGERANG/survei/SKM-2024-S2');
    expect(teks).toContain('U5 = U6 seri di garis prioritas, semuanya diusulkan');
    const dokumen = (await buka('/instansi/KPU-KAB-TANGERANG/survei/SKM-2024-S2?urut=dokumen')).teks;
    expect(dokumen.indexOf('U7 Perilaku')).toBeLessThan(dokumen.indexOf('U9 Sarana'));
    expect(dokumen.indexOf('U9 Sarana')).toBeLessThan(dokumen.indexOf('U8 Penanganan'));
    const rencana = await buka('/instansi/KPU-KAB-TANGERANG/rencana/RTL-2024-S2');
    expect(rencana.teks).toContain('100,00% (4 dari 4 kegiatan; sebagian dihitung 0)');
    expect(rencana.teks).toContain('Rencana ini tidak memuat jadwal');
    expect(rencana.teks).toContain('penanggung jawab belum ditentukan');
  });

  test('KASN: kalimat persentase, hitungan per prioritas, 3.2 belum melapor, 4 diganti', async () => {
    const { teks } = await buka('/instansi/KASN/rencana/RTL-2023');
    expect(teks).toContain('70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5)');
    expect(teks).toContain('57,14% 4 dari 7 aturan ketat');
    expect(teks).toContain('3 dari 5 skor indikator 8 PEKPPP');
    expect(teks).toContain('3.2 Belum melapor dihitung 0: direncanakan, tetapi tidak ada laporan');
    expect(teks).toContain('4 Sudah dihitung 1: kegiatan pengganti ikut dihitung');
    expect(teks).toContain('Jumlah 3,5 dari 5 = 70,00%');
    expect(teks).toContain('TW II April–Juni');
    expect(teks).toContain('Jakarta, 8 Mei 2024 · Nurnasni, Kepala Sekretariat KASN');
  });

  test('Kanreg X: bulan, kecepatan respons, bukti berupa tautan', async () => {
    const { teks } = await buka('/instansi/KANREG-X-BKN/rencana/RA-2023-S1');
    expect(teks).toContain('100,00% (7 dari 7 kegiatan; sebagian dihitung 1)');
    expect(teks).toContain('71,43% 5 dari 7');
    const kegiatan = await buka('/instansi/KANREG-X-BKN/rencana/RA-2023-S1/kegiatan/2.3');
    expect(kegiatan.teks).toContain('Kecepatan respons 4 bulan sejak survei');
    expect(kegiatan.html).toMatch(/href="https:\/\/drive\.google\.com[^"]*" target="_blank" rel="noopener noreferrer"/);
    const instansi = await buka('/instansi/KANREG-X-BKN');
    expect(instansi.teks).toContain('Jan 2023: 88,81 A. Feb 2023: 89,15 A. Mar 2023: 86,48 B');
  });

  test('BKN: 15 kegiatan, dua belas bulan, program di atas prioritas', async () => {
    const { teks } = await buka('/instansi/BKN/rencana/RA-2017');
    expect(teks).toContain('100,00% (15 dari 15 kegiatan; sebagian dihitung 0)');
    expect(teks).toContain('Program: Peningkatan Kualitas Implementasi UU 25/2009');
    expect(teks).toContain('Des TW IV');
  });
});

describe('saringan', () => {
  const barisMatriks = (html: string) => [...html.matchAll(/<tr role="row" id="k-([^"]+)">/g)].map((m) => m[1]);

  test.each([
    ['status=belum-melapor', ['3-2']],
    ['status=sudah', ['1', '2-1', '2-2', '4']],
    ['dihitung=ketat', ['1', '2-1', '2-2', '4']],
    ['prioritas=3', ['3-1', '3-2']],
    ['unit=UMUM', ['1']],
    ['status=sudah&prioritas=2', ['2-1', '2-2']],
    ['slot=2024-TW2', ['1', '2-1', '2-2', '3-1', '4', '5']],
    ['status=bukan-status', ['1', '2-1', '2-2', '3-1', '3-2', '4', '5']],
    ['temuan=kegiatan-belum-dilaporkan', ['3-2']],
  ])('%s menunjukkan tepat barisnya', async (kueri, harap) => {
    expect(barisMatriks((await buka(`/instansi/KASN/rencana/RTL-2023?${kueri}`)).html)).toEqual(harap);
  });

  test('angka pada setiap chip sama dengan banyaknya baris di baliknya', async () => {
    const { html } = await buka('/instansi/KASN/rencana/RTL-2023');
    const chip = [...html.matchAll(/<a class="ina-chip" href="([^"]+)"[^>]*>[^<]*<b>(\d+)<\/b>/g)];
    expect(chip.length).toBeGreaterThan(5);
    for (const [, alamat = '', jumlah] of chip) {
      expect(`${alamat} ${barisMatriks((await buka(alamat.replace(/&amp;/g, '&').replace(/&#x3D;/g, '='))).html).length}`).toBe(
        `${alamat} ${jumlah}`,
      );
    }
  });

  test('triwulan di kepala halaman memotong laporan sesudahnya', async () => {
    const { teks } = await buka('/instansi/KASN/rencana/RTL-2023?tw=2024-TW1');
    expect(teks).toContain('TW I 2024 · Januari–Maret, keadaan per 31 Maret 2024');
    expect(teks).toContain('0,00% (0 dari 5 prioritas; sebagian dihitung 0,5; per 31 Maret 2024)');
    expect(teks).toContain('0 dari 7 kegiatan sudah dilaporkan');
    expect((await buka('/instansi/KASN/rencana/RTL-2023?tw=2024-TW2')).teks).toContain(
      '70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5; per 30 Juni 2024)',
    );
  });
});

describe('instansi yang ganjil', () => {
  const alamat = `/instansi/${encodeURIComponent(KODE_GANJIL)}`;

  test('teks dari luar selalu tampil sebagai teks, dan alamat javascript tidak menjadi tautan', async () => {
    for (const a of [alamat, `${alamat}/rencana/P%20Q`, `${alamat}/rencana/P%20Q/kegiatan/a%2F1`]) {
      const { teks, cacat, tautan } = await buka(a);
      expect(cacat).toEqual([]);
      expect(teks).toContain('{{7*7}}');
      expect(tautan.filter((t) => t.startsWith('javascript'))).toEqual([]);
    }
  });

  test('instrumen sendiri berskala 1–5, 14 unsur, sampel kurang', async () => {
    const mentah = (await buka(`${alamat}/survei/R`)).teks;
    expect(mentah).toContain('NRR pada skala 1–5');
    expect(mentah).toContain('Instrumen milik instansi');
    expect(mentah).toMatch(/Unsur B jumlah 10 dari 3 jawaban/);
    const besar = (await buka(`${alamat}/survei/J`)).teks;
    expect(besar).toContain('dihitung dari 14 unsur');
    expect(besar).toContain('100 dari minimum 383 responden, 26,11%');
    expect(besar).toContain('U1 = U2 = U3 seri di garis prioritas');
  });

  test('penyebut nol bukan 0%, yang dikecualikan disebut dengan alasannya', async () => {
    for (const kode of ['KOSONG', 'P%20Q']) {
      const { teks } = await buka(`${alamat}/rencana/${kode}`);
      expect(teks).toContain('menunggu penetapan (sebagian dihitung 0,25');
      expect(teks).not.toMatch(/\d% \(|PEKPPP/);
    }
    await tetapkan('ditetapkan', 'ditetapkan');
    expect((await buka(`${alamat}/rencana/KOSONG`)).teks).toContain('tidak ada item (sebagian dihitung 0,25');
    const { teks } = await buka(`${alamat}/rencana/P%20Q`);
    expect(teks).toContain('50,00% (1 dari 2 kegiatan');
    expect(teks).toContain('a#2? Tidak dapat: tidak dapat dilaksanakan; menurut aturan dikecualikan dari penyebut');
    expect(teks).toContain('b Diganti Sudah dihitung 0: kegiatan pengganti tidak dihitung');
    expect(teks).toContain('tertulis 12,50%');
    expect(teks).toContain('2. Tanpa kegiatan · U2 70,00 Belum ada kegiatan untuk prioritas ini');
    expect((await buka(`${alamat}/rencana/P%20Q?prioritas=2`)).teks).toContain('Belum ada kegiatan untuk prioritas ini');
    expect((await buka(`${alamat}/rencana/P%20Q?status=sudah`)).teks).not.toContain('Belum ada kegiatan');
    await tetapkan('draf', 'diajukan');
  });

  /** As no page does it. */
  async function tetapkan(kosong: string, berisi: string): Promise<void> {
    for (const [kode, status] of [
      ['KOSONG', kosong],
      ['P Q', berisi],
    ])
      // prettier-ignore
      await uji.sumber.query('UPDATE rencana SET status = $2 WHERE kode = $1', [kode, status]);
  }

  test('persentase hanya dari rencana yang ditetapkan: ubin instansi, daftar rencana, beranda, berkas', async () => {
    expect((await buka(alamat)).teks).toMatch(/– rencana menunggu penetapan/);
    expect((await buka(alamat)).teks).not.toMatch(/\d% \d|dari 5/);
    const daftar = (await buka(`${alamat}/rencana`)).teks;
    expect(daftar).toContain('menunggu penetapan');
    expect(daftar).not.toMatch(/\d%/);
    expect((await buka('/')).teks).toContain('menunggu penetapan');
    // One that is ditetapkan counts, though a newer one is not.
    await tetapkan('ditetapkan', 'diajukan');
    expect((await buka(alamat)).teks).toMatch(/tidak ada item sebagian dihitung 0,25/);
    await tetapkan('draf', 'ditetapkan');
    expect((await buka(alamat)).teks).toMatch(/50,00% 1 dari 2 kegiatan/);
    await tetapkan('draf', 'diajukan');
  });

  test('laporan terbaru di atas, atau terlama bila diminta', async () => {
    const dasar = `${alamat}/rencana/P%20Q/kegiatan/a%2F1`;
    const terbaru = (await buka(dasar)).teks;
    expect(terbaru.indexOf('Laporan TW II 2025')).toBeLessThan(terbaru.indexOf('Laporan TW I 2024'));
    const terlama = (await buka(`${dasar}?urut=lama`)).teks;
    expect(terlama.indexOf('Laporan TW I 2024')).toBeLessThan(terlama.indexOf('Laporan TW II 2025'));
  });
});

const NILAI_PER_RAGAM = 2;

test('semua tautan di semua halaman sampai ke halaman yang ada, dan semua halaman tersusun benar', async () => {
  const antre = ['/'];
  const ditemukan = new Set(antre);
  const perRagam = new Map<string, number>();
  const dikunjungi = new Map<string, DokumenHtml>();
  const jangkar: [string, string, string][] = [];
  for (let alamat = antre.pop(); alamat !== undefined; alamat = antre.pop()) {
    const halaman = await buka(alamat);
    dikunjungi.set(alamat, halaman);
    expect({ alamat, cacat: halaman.cacat }).toEqual({ alamat, cacat: [] });
    for (const tautan of halaman.tautan.filter(
      (t) => /^[/#?]/.test(t) && !t.startsWith('/aset/') && !/laporan\.pdf|\.csv|\.xlsx/.test(t),
    )) {
      const url = new URL(tautan, uji.alamat + alamat);
      // Filters go together; each of them is opened alone, not every set of them, and of the four triwulan one.
      if (url.searchParams.size > 1 || /-TW[134]$/.test(url.searchParams.get('tw') ?? '')) continue;
      const tujuan = url.pathname + url.search;
      if (url.hash) jangkar.push([alamat, tujuan, decodeURIComponent(url.hash.slice(1))]);
      if (ditemukan.has(tujuan)) continue;
      ditemukan.add(tujuan);
      // Every path, and each of its combinations of parameters with two of their values: all values of all together are endless.
      const ragam = [url.pathname, ...[...url.searchParams.keys()].sort()].join(' ');
      const banyak = perRagam.get(ragam) ?? 0;
      perRagam.set(ragam, banyak + 1);
      if (banyak < NILAI_PER_RAGAM) antre.push(tujuan);
    }
  }
  expect(dikunjungi.size).toBeGreaterThan(100);
  const hilang = jangkar.filter(([, tujuan, id]) => dikunjungi.has(tujuan) && !dikunjungi.get(tujuan)?.id.includes(id));
  expect(hilang).toEqual([]);
});
