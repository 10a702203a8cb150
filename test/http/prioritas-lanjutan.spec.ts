import { Transaksi } from '../../src/database/transaksi';
import { EksporQuery, tulisPaket } from '../../src/paket/ekspor.query';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { daftarGalat } from '../support/organisasi';
import { imporDenganDraf, PerambanPrioritas, teksHalaman } from '../support/prioritas';

let uji: AplikasiUji;
let kasn: PerambanPrioritas;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await imporDenganDraf(uji, 'KASN', { survei: 'SKM-2024' });
  kasn = await PerambanPrioritas.masuk(uji, 'KASN', 'DRAF');
});

afterAll(() => uji.tutup());

const sidik = (html: string) => /name="sidik" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** id of a kegiatan of RTL-2023. */
async function kegiatan(kode: string): Promise<string> {
  const [baris] = await uji.sumber.query<{ id: string }[]>(
    `SELECT k.id FROM kegiatan k JOIN rencana r ON r.id = k.rencana_id WHERE r.kode = 'RTL-2023' AND k.kode = $1`,
    [kode],
  );
  if (!baris) throw new Error(`Kegiatan ${kode} tidak ada`);
  return baris.id;
}

interface BarisLanjutan {
  readonly kode: string;
  readonly uraian: string;
  readonly jadwal: readonly string[];
  readonly prioritas: string;
  readonly asal: string;
  readonly pj: string | null;
}

const lanjutan = () =>
  uji.sumber.query<BarisLanjutan[]>(
    `SELECT k.kode, k.uraian, k.jadwal, p.judul AS prioritas, a.kode AS asal,
       (SELECT string_agg(coalesce(u.kode, j.kelompok), ',' ORDER BY j.urutan) FROM penanggung_jawab j LEFT JOIN unit u ON u.id = j.unit_id
        WHERE j.kegiatan_id = k.id) AS pj
     FROM kegiatan k JOIN rencana r ON r.id = k.rencana_id JOIN prioritas p ON p.id = k.prioritas_id JOIN kegiatan a ON a.id = k.asal_kegiatan_id
     WHERE r.kode = 'DRAF' ORDER BY k.urutan`,
  );

it('unsur yang berulang menyebut apa yang dikerjakan waktu itu dan jadinya', async () => {
  const teks = teksHalaman((await kasn.buka()).isi);
  expect(teks).toContain('Unsur terendah dalam 2 periode terakhir , juga pada SKM-2023.');
  expect(teks).toMatch(/U9 Sarana dan Prasarana Unsur terendah dalam 2 periode terakhir , juga pada SKM-2023\. RTL-2023 Sudah 1 Pemenuhan sarana/); // prettier-ignore
  expect(teks).toMatch(
    /U3 Waktu Penyelesaian Unsur terendah .* RTL-2023 Sudah 2\.1 Penyederhanaan .* Sudah 2\.2 Melakukan monitoring/,
  );
  expect(teks).toContain('3 kegiatan rencana sebelumnya belum selesai.');
});

it('yang selesai tidak ditawarkan; prioritas yang serupa dipilihkan', async () => {
  await kasn.tambah({ judul: 'upgrade aplikasi layanan kasn', asal: 'saran', alasan: 'Masukan responden' });
  const { status, isi } = await kasn.buka('prioritas-lanjutan');
  expect(status).toBe(200);
  const teks = teksHalaman(isi);
  expect([...isi.matchAll(/name="bawa\.[^"]+"/g)]).toHaveLength(3);
  for (const sebut of ['3.1 Sosialisasi', '3.2 Pelatihan service', 'Belum melapor', '5 Meng-upgrade'])
    expect(teks).toContain(sebut);
  expect(teks).not.toContain('Pemenuhan sarana');
  const pilihan = new RegExp(`name="ke\\.${await kegiatan('5')}">(.*?)</select>`).exec(isi)?.[1] ?? '';
  expect(pilihan).toMatch(/selected>1\. upgrade aplikasi layanan kasn</);
});

it('tanpa pilihan, dengan pilihan yang tidak ditawarkan, atau prioritas yang tidak ada: ditolak, tidak ada yang tertulis', async () => {
  const [selesai, lima] = [await kegiatan('1'), await kegiatan('5')];
  const galat = async (isian: Record<string, string>) => {
    const { status, isi } = await kasn.kirim('prioritas-lanjutan', isian);
    return [status, daftarGalat(isi)[0]?.[0]];
  };
  expect(await galat({})).toEqual([422, 'bawa']);
  expect(await galat({ [`bawa.${selesai}`]: 'ya', [`ke.${selesai}`]: 'baru' })).toEqual([422, `bawa.${selesai}`]);
  expect(await galat({ [`bawa.${lima}`]: 'ya', [`ke.${lima}`]: selesai })).toEqual([422, `ke.${lima}`]);
  expect(await galat({ "bawa.' OR 1=1": 'ya' })).toEqual([422, "bawa.' OR 1=1"]);
  expect(await lanjutan()).toEqual([]);
});

it('rencana yang berubah sesudah halamannya dibuka: pilihan tetap ada, dan dapat dikirim lagi', async () => {
  const lima = await kegiatan('5');
  const lama = sidik((await kasn.buka('prioritas-lanjutan')).isi);
  await kasn.tambah({ judul: 'Prioritas lain', alasan: 'Arahan pimpinan' });
  const isian = { [`bawa.${lima}`]: 'ya', [`ke.${lima}`]: 'baru' };
  const usang = await kasn.kirim('prioritas-lanjutan', { ...isian, sidik: lama });
  expect([usang.status, daftarGalat(usang.isi)]).toEqual([422, [['bawa', expect.stringContaining('sudah berubah')]]]);
  expect(usang.isi).toMatch(new RegExp(`name="bawa\\.${lima}" value="ya" checked`));
  expect(sidik(usang.isi)).not.toBe(lama);
});

it('dilanjutkan dengan asal-usulnya, ke prioritas yang ada dan yang baru; jadwalnya kosong', async () => {
  const [aplikasi] = await kasn.daftar();
  const [a, b, c] = [await kegiatan('3.2'), await kegiatan('5'), await kegiatan('3.1')];
  await uji.sumber.query(
    `UPDATE unit SET berakhir = '2026-01-01', penerus_id = (SELECT id FROM unit WHERE kode = 'UMUM') WHERE kode = 'SDMU'`,
  );
  const isian = {
    ...{ [`bawa.${a}`]: 'ya', [`ke.${a}`]: 'baru', [`bawa.${b}`]: 'ya', [`ke.${b}`]: aplikasi?.id ?? '' },
    sidik: sidik((await kasn.buka('prioritas-lanjutan')).isi),
  };
  expect((await kasn.kirim('prioritas-lanjutan', isian)).status).toBe(303);
  expect(await lanjutan()).toEqual([
    expect.objectContaining({ asal: '3.2', kode: 'DRAF-01', prioritas: 'Perilaku Pelaksana', jadwal: [], pj: 'UMUM' }),
    expect.objectContaining({
      asal: '5',
      kode: 'DRAF-02',
      prioritas: 'upgrade aplikasi layanan kasn',
      jadwal: [],
      pj: 'DATA,seluruh Pokja',
    }),
  ]);
  const baru = (await kasn.daftar()).at(-1);
  expect([baru?.unsur, baru?.alasan]).toEqual([['U7'], expect.stringContaining('Melanjutkan prioritas 3 Rencana Tindak Lanjut')]);
  const [r] = await uji.sumber.query<{ kode: string }[]>(
    `SELECT a.kode FROM rencana r JOIN rencana a ON a.id = r.asal_rencana_id WHERE r.kode = 'DRAF'`,
  );
  expect(r?.kode).toBe('RTL-2023');
  const { isi } = await kasn.buka('prioritas-lanjutan');
  expect(teksHalaman(isi)).toContain('Sudah dilanjutkan: DRAF, DRAF-02');
  expect([...isi.matchAll(/name="bawa\.[^"]+"/g)]).toHaveLength(1);
  const lagi = await kasn.kirim('prioritas-lanjutan', {
    [`bawa.${b}`]: 'ya',
    [`ke.${b}`]: 'baru',
    [`bawa.${c}`]: 'ya',
    [`ke.${c}`]: 'baru',
  });
  expect([lagi.status, daftarGalat(lagi.isi)]).toEqual([
    422,
    [[`bawa.${b}`, expect.stringContaining('sudah dilanjutkan sebagai DRAF-02')]],
  ]);
  expect(await lanjutan()).toHaveLength(2);
});

it('asal-usulnya ikut dalam paket, dan mengimpornya kembali tidak mengubah apa pun', async () => {
  const transaksi = uji.aplikasi.get(Transaksi);
  const paket = await transaksi.sebagaiSistem('uji', 'KASN', () =>
    uji.aplikasi.get(EksporQuery, { strict: false }).ekspor('KASN'),
  );
  if (!paket) throw new Error('KASN tidak ada');
  const kegiatan = paket.rencana?.find((r) => r.kode === 'DRAF')?.prioritas.flatMap((p) => p.kegiatan) ?? [];
  expect(kegiatan.map((k) => k.asal)).toEqual([
    { rencana: 'RTL-2023', kegiatan: '5' },
    { rencana: 'RTL-2023', kegiatan: '3.2' },
  ]);
  const impor = () => uji.aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(tulisPaket(paket))), 'uji');
  // The first one gives the kegiatan their places in plan order.
  expect(await impor()).toMatchObject({ baru: 0 });
  expect(await impor()).toMatchObject({ baru: 0, berubah: 0 });
  await uji.sumber.query(`UPDATE kegiatan SET asal_kegiatan_id = NULL WHERE kode = 'DRAF-01'`);
  await impor();
  expect(await lanjutan()).toHaveLength(2);
});
