import { decode } from '../support/entitas-html';
import { jalankanSitusUji, type SitusUji } from '../support/situs';
import { masukSebagai, type OrangUji } from '../support/orang';

let situs: SitusUji;
let admin: OrangUji;

beforeAll(async () => {
  situs = await jalankanSitusUji();
  admin = await masukSebagai(situs.sumber, [
    { instansi: 'KASN', peran: 'admin' },
    { instansi: 'KASN', peran: 'koordinator' },
  ]);
});

afterAll(() => situs.tutup());

async function minta(jalur: string, isian?: Record<string, string>): Promise<{ status: number; ke: string | null; isi: string }> {
  const kirim = isian && {
    method: 'POST',
    body: new URLSearchParams({ _csrf: admin.csrf, ...isian }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...admin.kepala },
  };
  const jawaban = await fetch(situs.alamat + jalur, {
    redirect: 'manual',
    headers: { accept: 'text/html', ...admin.kepala },
    ...kirim,
  });
  return { status: jawaban.status, ke: jawaban.headers.get('location'), isi: await jawaban.text() };
}

const BAGIAN = ['', '/organisasi', '/organisasi/jabatan', '/organisasi/orang', '/organisasi/peran', '/organisasi/mutasi', '/organisasi/pengaturan', '/organisasi/unit-baru', '/organisasi/pengaturan/ubah', '/organisasi/mutasi-baru', '/audit', '/cara-masuk', '/survei/SKM-2023', '/rencana/RTL-2023', '/survei', '/survei-baru', '/survei-tren', '/survei-layanan', '/survei-profil', '/survei/SKM-2023/riwayat', '/survei/SKM-2023/buka-kembali', '/survei/SKM-2023/impor', '/survei/SKM-2023/saran', '/survei/SKM-2023/saran/tambah', '/survei/SKM-2023/saran/tetapkan', '/survei/SKM-2023/saran/terbit', '/instrumen', '/instrumen-baru', '/instrumen/PERMENPAN-14-2017']; // prettier-ignore

/** Links to pages of the agency that forget the time; those of the year and quarter themselves change it. */
function lupaWaktu(html: string): string[] {
  const isi = html.replace(
    /<nav class="ina-pita"[\s\S]*?<\/nav>|<nav class="ina-menu__isi" aria-label="Ganti tahun"[\s\S]*?<\/nav>/g,
    '',
  );
  const tautan = [...isi.matchAll(/(?:href|method="post" action)="(\/instansi\/[^"]*)"/g)].map((m) => decode(m[1] ?? ''));
  return tautan.filter((t) => !t.includes('tw=2023-TW4') && !t.includes('tahun=') && !/\.pdf|\.csv/.test(t));
}

it.each(BAGIAN)(
  '/instansi/KASN%s menunjukkan instansi, tahun, dan triwulan dengan bulannya, dan membawanya ke halaman berikut',
  async (akhir) => {
    const { status, isi } = await minta(`/instansi/KASN${akhir}?tw=2023-TW4`);
    expect(status).toBe(200);
    expect(isi).toMatch(/<summary>TW IV 2023 · Oktober–Desember /);
    expect(isi).toContain('<strong>Komisi Aparatur Sipil Negara</strong>');
    expect(lupaWaktu(isi)).toEqual([]);
  },
);

it.each(BAGIAN)('/instansi/KASN%s tanpa pilihan waktu menunjukkan tahun yang sama', async (akhir) => {
  const { isi } = await minta(`/instansi/KASN${akhir}`);
  expect(/<summary>(Tahun \d+)/.exec(isi)?.[1]).toBe(/<summary>(Tahun \d+)/.exec((await minta('/instansi/KASN')).isi)?.[1]);
});

it('isian yang ditolak dan tindakan yang berhasil tetap membawanya', async () => {
  const jalur = '/instansi/KASN/organisasi/unit-baru?tw=2023-TW4';
  const salah = await minta(jalur, { kode: '', nama: '', singkatan: '', jenis: '', induk: '' });
  expect([salah.status, salah.isi.includes('<summary>TW IV 2023'), lupaWaktu(salah.isi)]).toEqual([422, true, []]);
  const jadi = await minta(jalur, { kode: 'WAKTU', nama: 'Bagian Waktu', singkatan: '', jenis: 'bagian', induk: '' });
  expect([jadi.status, jadi.ke]).toEqual([303, '/instansi/KASN/organisasi/unit/WAKTU?tw=2023-TW4']);
});

it('pita menyimpan saringan halaman, dan pencarian menyimpan waktunya', async () => {
  const { isi } = await minta('/instansi/KASN/organisasi?q=pokja&tahun=2023');
  expect(decode(isi)).toContain('href="/instansi/KASN/organisasi?q=pokja&tw=2023-TW2"');
  expect(isi).toContain('<input type="hidden" name="tahun" value="2023">');
});

it('halaman galat di dalam instansi juga membawanya', async () => {
  const { status, isi } = await minta('/instansi/KASN/organisasi/unit/TIDAK-ADA?tw=2023-TW4');
  expect([status, lupaWaktu(isi)]).toEqual([404, []]);
});
