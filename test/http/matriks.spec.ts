import { bacaBuku } from '../../src/shared/buku-kerja/buku-kerja';
import { bacaHtml } from '../support/dokumen-html';
import { masukSebagai, type OrangUji } from '../support/orang';
import { jalankanSitusUji, KODE_GANJIL, TEKS_JAHAT, type SitusUji } from '../support/situs';

const KASN = '/instansi/KASN/rencana/RTL-2023';
const GANJIL = `/instansi/${encodeURIComponent(KODE_GANJIL)}/rencana/P%20Q`;

let uji: SitusUji;
let koordinator: OrangUji;

beforeAll(async () => {
  uji = await jalankanSitusUji();
  koordinator = await masukSebagai(
    uji.sumber,
    ['KASN', 'BKN', KODE_GANJIL].map((instansi) => ({ instansi, peran: 'koordinator' })),
  );
});

afterAll(() => uji.tutup());

async function ambil(alamat: string, oleh: OrangUji = uji.inspektur): Promise<Response> {
  const jawaban = await fetch(uji.alamat + alamat, { headers: oleh.kepala });
  expect(`${alamat} ${jawaban.status}`).toBe(`${alamat} 200`);
  return jawaban;
}

const halaman = async (alamat: string, oleh?: OrangUji) => {
  const html = await (await ambil(alamat, oleh)).text();
  return { html, ...bacaHtml(html) };
};

/** Codes in the table of the page, as the reader sees them. */
const kodeTabel = (html: string) =>
  [...html.matchAll(/<tr role="row" id="k-[^"]*">\s*<th[^>]*><div class="ina-butir"><span class="ina-kode">([^<]*)</g)].map(
    (m) => m[1],
  );

/** Rows of a CSV as its quotes say. */
function barisCsv(teks: string): string[][] {
  const baris: string[][] = [[]];
  for (const [, kutip, polos = '', akhir] of teks
    .replace('\ufeff', '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (akhir === '' && kutip === undefined && polos === '') break;
    baris.at(-1)?.push(kutip === undefined ? polos : kutip.replaceAll('""', '"'));
    if (akhir === '\r\n') baris.push([]);
  }
  return baris.filter((b) => b.length > 0);
}

async function xlsx(alamat: string): Promise<(readonly string[])[]> {
  const [matriks] = await bacaBuku(new Uint8Array(await (await ambil(alamat)).arrayBuffer()), 1000, 60);
  return [...(matriks?.baris ?? [])];
}

describe.each([
  ['', 7],
  ['status=sudah', 4],
  ['unit=HUKERMAS', 2],
  ['unsur=U7', 2],
  ['unsur=bukan', 2],
  ['status=sudah&unsur=U3', 2],
  ['prioritas=3&status=belum-melapor', 1],
  ['tw=2024-TW1', 7],
  ['satuan=bulan&status=sebagian', 1],
])('%s', (kueri, banyak) => {
  test('tabel, bagan, CSV, dan XLSX memuat kegiatan yang sama, sama urutannya, sama isinya', async () => {
    const { html, teks } = await halaman(`${KASN}?${kueri}`);
    const kode = kodeTabel(html);
    expect(kode).toHaveLength(banyak);
    expect(teks).toContain(`Dari ${banyak} kegiatan yang ditampilkan:`);
    const bagan = /Dari \d+ kegiatan yang ditampilkan: ([^.]*)\./.exec(teks)?.[1] ?? '';
    expect([...bagan.matchAll(/\d+/g)].reduce((n, m) => n + Number(m[0]), 0)).toBe(banyak);

    const csv = barisCsv(await (await ambil(`${KASN}/matriks.csv?${kueri}`)).text());
    expect(csv.slice(1).map((b) => b[4])).toEqual(kode);
    const kolom = [...html.matchAll(/<span class="ina-sr"> \(((?:TW|[A-Z][a-z]+ \d{4})[^<]*)\)<\/span>/g)].map((m) => m[1]);
    expect(csv[0]?.slice(9)).toEqual(kolom);

    const buku = await xlsx(`${KASN}/matriks.xlsx?${kueri}`);
    const rata = (b: readonly string[]) => Array.from({ length: csv[0]?.length ?? 0 }, (_, i) => b[i] ?? '');
    expect(buku.map(rata)).toEqual(csv.map(rata));
  });
});

test('halaman menyebut alamat berkas dengan saringan yang sama, dan setiap saringan dapat dilepas satu-satu', async () => {
  const { tautan, teks } = await halaman(`${KASN}?status=sudah&unit=HUKERMAS&satuan=bulan`);
  expect(tautan).toContain(`${KASN}/matriks.csv?satuan=bulan&status=sudah&unit=HUKERMAS`);
  expect(tautan).toContain(`${KASN}/matriks.xlsx?satuan=bulan&status=sudah&unit=HUKERMAS`);
  expect(teks).toContain('Status: Sudah');
  expect(tautan).toContain(`${KASN}?satuan=bulan&unit=HUKERMAS#matriks`);
  expect(tautan).toContain(`${KASN}?satuan=bulan&status=sudah#matriks`);
  expect(tautan).toContain(`${KASN}?status=sudah&unit=HUKERMAS#matriks`);
  expect(tautan).toContain(`${KASN}#matriks`);
});

test('bulan bila diminta, triwulan bila diminta, semua tahun berdampingan', async () => {
  expect((await halaman(`${KASN}?satuan=bulan`)).teks).toMatch(/Jan TW I \(Januari 2024\).*Des TW IV \(Desember 2024\)/);
  expect((await halaman('/instansi/BKN/rencana/RA-2017?satuan=triwulan')).teks).toContain('TW IV Oktober–Desember');
  const semua = await halaman(`${GANJIL}?tahun=semua`);
  expect(semua.teks).toContain('Matriks 2024–2025');
  expect(semua.teks).toMatch(/TW I 2024 Jan–Mar.*TW IV 2025 Okt–Des/);
  expect(semua.cacat).toEqual([]);
});

test('berkas: rumus dan teks jahat tetap teks, nama berkasnya polos', async () => {
  const csv = await ambil(`${GANJIL}/matriks.csv`);
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="matriks-A-B-i-P-Q.csv"');
  expect(barisCsv(await csv.text())[1]?.[5]).toBe(TEKS_JAHAT);
  await uji.sumber.query(`UPDATE kegiatan SET uraian = '=HYPERLINK("http://jahat")' WHERE kode = 'b'`);
  const [, , , rumus] = barisCsv(await (await ambil(`${GANJIL}/matriks.csv`)).text());
  expect(rumus?.[5]).toBe(`'=HYPERLINK("http://jahat")`);
  expect((await xlsx(`${GANJIL}/matriks.xlsx`))[3]?.[5]).toBe('=HYPERLINK("http://jahat")');
});

test('slot yang belum dibuka bergembok, dengan hari dibukanya; draf tidak', async () => {
  await uji.sumber.query(`UPDATE kegiatan SET jadwal = '{2024-TW4,2199-TW1}' WHERE kode = '3.2'`);
  const depan = await halaman(`${KASN}?tahun=2199`);
  expect(depan.teks).toContain('TW I Januari–Maret (TW I 2199 (Januari–Maret)) dibuka 1 Januari 2199');
  expect(depan.teks).toContain('slot terkunci');
  expect(depan.html).toMatch(/#i-lock"\/><\/svg>Dijadwalkan/);
  expect((await halaman(`${KASN}/kegiatan/3.2`)).teks).toContain('dibuka 1 Januari 2199');
});

test('tombol menurut peran dan keadaan rencana', async () => {
  const boleh = await halaman(KASN, koordinator);
  expect(boleh.tautan).toContain(`${KASN}/adendum`);
  expect(boleh.teks).toContain('Terkunci; perubahannya lewat adendum.');
  expect((await halaman(KASN)).html).not.toContain(`ina-button" href="${KASN}/adendum"`);
  expect((await halaman(`${KASN}/kegiatan/1`, koordinator)).tautan).toContain(`${KASN}/kegiatan/1/adendum/digeser`);
  expect((await halaman(`${KASN}/kegiatan/1`)).tautan).not.toContain(`${KASN}/kegiatan/1/adendum/digeser`);
  expect((await halaman('/instansi/KASN/rencana', koordinator)).tautan).toContain('/instansi/KASN/rencana-baru');
  expect((await halaman('/instansi/KASN/rencana')).tautan).not.toContain('/instansi/KASN/rencana-baru');
});

test('draf: halaman berkata apa yang kurang sebelum diajukan', async () => {
  const { teks } = await halaman(GANJIL.replace('P%20Q', 'KOSONG'), koordinator);
  expect(teks).toContain('Sebelum diajukan Rencana ini belum dapat diajukan.');
  expect(teks).toContain('Wajib Belum ada kegiatan');
  expect((await halaman(KASN, koordinator)).teks).not.toContain('Sebelum diajukan');
});

test('daftar rencana: status, hitungan, saringan yang dapat dilepas', async () => {
  const dasar = `/instansi/${encodeURIComponent(KODE_GANJIL)}/rencana`;
  const semua = await halaman(dasar);
  expect(semua.teks).toContain('2 rencana tindak lanjut Ganjil, yang terbaru di atas.');
  expect(semua.teks).toContain('menunggu penetapan');
  const draf = await halaman(`${dasar}?status=draf`);
  expect(draf.teks).toContain('Rencana tanpa kegiatan');
  expect(draf.html).not.toContain(`${dasar}/P%20Q"`);
  expect(draf.tautan).toContain(dasar);
  expect((await halaman(`${dasar}?status=ditetapkan`)).teks).toContain('Tidak ada rencana yang cocok dengan saringan');
});

test('riwayat: pengajuan, pengembalian dengan alasan, penetapan; terbaru di atas', async () => {
  const langkah = [
    ['ajukan', null],
    ['kembalikan', 'Lengkapi indikatornya'],
    ['ajukan', null],
    ['tetapkan', null],
  ] as const;
  for (const [i, [tindakan, alasan]] of langkah.entries())
    await uji.sumber.query(
      `INSERT INTO riwayat_rencana (id, instansi_id, rencana_id, nomor, tindakan, alasan, oleh_nama, oleh_jabatan, pada)
       SELECT gen_random_uuid(), instansi_id, id, $1::int, $2, $3, 'Siti', 'Kepala Biro', timestamptz '2024-01-10 03:00Z' + $1 * interval '1 hour'
       FROM rencana WHERE kode = 'RTL-2023'`,
      [i + 1, tindakan, alasan],
    );
  const { teks } = await halaman(KASN);
  expect(teks).toContain('Terkunci sejak 10 Januari 2024, Siti, Kepala Biro; perubahannya lewat adendum.');
  expect(teks).toMatch(/Rencana ditetapkan .*Rencana diajukan .*Rencana dikembalikan .*Lengkapi indikatornya .*Rencana diajukan/);
  expect((await halaman(`${KASN}/kegiatan/1?tab=riwayat`)).teks).toContain('Rencana dikembalikan');
});

test('kegiatan: bukti yang diharapkan per periode, silsilah, rencana awal', async () => {
  const [k] = await uji.sumber.query<{ id: string; instansi: string; rencana: string }[]>(
    `SELECT k.id, k.instansi_id AS instansi, k.rencana_id AS rencana FROM kegiatan k JOIN rencana r ON r.id = k.rencana_id
     WHERE r.kode = 'RTL-2023' AND k.kode = '1'`,
  );
  await uji.sumber.query(
    `INSERT INTO bukti_diharapkan (kegiatan_id, instansi_id, urutan, periode, jenis, uraian)
     VALUES ($1, $2, 0, NULL, 'foto', 'Foto ruang layanan'), ($1, $2, 1, '2024-TW2', 'dokumen', 'Berita acara'),
       ($1, $2, 2, '2031-TW1', 'tautan', 'Laman pengaduan')`,
    [k?.id, k?.instansi],
  );
  await uji.sumber.query(`UPDATE kegiatan SET asal_kegiatan_id = $1 WHERE kode = '2.2' AND rencana_id = $2`, [k?.id, k?.rencana]);
  const { teks, html } = await halaman(`${KASN}/kegiatan/1`);
  expect(teks).toMatch(
    /TW I 2024 \(Januari–Maret\) Dijadwalkan Buka slot TW I 2024 \(Januari–Maret\) Foto: Foto ruang layanan TW II/,
  );
  expect(teks).toMatch(/TW II 2024 \(April–Juni\) Sudah.*Dokumen: Berita acara/);
  expect(html.match(/Berita acara/g)).toHaveLength(1);
  // Of a period that an addendum moved.
  expect(teks).toMatch(/TW I 2031 \(Januari–Maret\) Tidak dijadwalkan lagi Tautan: Laman pengaduan/);
  expect((await halaman(`${KASN}/kegiatan/2.2?tab=rencana`)).teks).toContain('Melanjutkan RTL-2023 · 1');
  const rencana = await halaman(`${KASN}/kegiatan/1?tab=rencana`);
  expect(rencana.teks).toContain('Dilanjutkan oleh RTL-2023 · 2.2');
  expect(rencana.teks).toContain('Rencana awal dan berlaku');
  expect(rencana.cacat).toEqual([]);
});
