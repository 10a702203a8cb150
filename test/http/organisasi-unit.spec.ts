import { randomUUID } from 'node:crypto';
import { Transaksi } from '../../src/database/transaksi';
import { UnitQuery } from '../../src/organisasi/unit/unit.query';
import { ImporService } from '../../src/paket/impor.service';
import { EksporQuery, tulisPaket } from '../../src/paket/ekspor.query';
import { bacaPaket } from '../../src/paket/paket.baca';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji, paketUji } from '../support/dua-instansi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';

let uji: AplikasiUji;
let admin: PerambanOrganisasi;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
});

afterAll(() => uji.tutup());

const hariIni = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jayapura' }).format(new Date());

interface BarisUnit {
  id: string;
  nama: string;
  induk_id: string | null;
  penerus_id: string | null;
  berakhir: string | null;
}

async function unit(kode: string, instansi = 'SATU'): Promise<BarisUnit> {
  const [baris] = await uji.sumber.query<BarisUnit[]>(
    `SELECT u.id, u.nama, u.induk_id, u.penerus_id, u.berakhir::text AS berakhir FROM unit u JOIN instansi i ON i.id = u.instansi_id
     WHERE u.kode = $1 AND i.kode = $2`,
    [kode, instansi],
  );
  if (!baris) throw new Error(`Unit ${kode} tidak ada`);
  return baris;
}

async function buat(kode: string, induk = ''): Promise<string> {
  const jawaban = await admin.kirim('unit-baru', { kode, nama: `Bagian ${kode}`, singkatan: '', jenis: 'bagian', induk });
  expect([jawaban.status, jawaban.ke]).toEqual([303, `/instansi/SATU/organisasi/unit/${kode}`]);
  return (await unit(kode)).id;
}

const audit = () =>
  uji.sumber.query<{ peristiwa: string; nama: string; alasan: string | null }[]>(
    `SELECT a.peristiwa, a.nama, a.alasan FROM audit a JOIN instansi i ON i.id = a.instansi_id WHERE i.kode = 'SATU' ORDER BY a.nomor DESC LIMIT 1`,
  );

/** As an agency's own person, under row-level security. */
const diInstansi = async <T>(kerja: (id: string) => Promise<T>): Promise<T> => {
  const [i] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM instansi WHERE kode = 'SATU'`);
  const oleh = { nama: 'uji', jabatan: [], peran: [], ip: null, agen: null };
  const id = i?.id ?? '';
  return uji.aplikasi.get(Transaksi).sebagai({ instansi: [id], pengguna: null, operator: false, oleh }, () => kerja(id));
};

describe('membuat unit', () => {
  it('muncul dalam susunan, di bawah induknya, dan tercatat', async () => {
    const induk = await buat('B1');
    await buat('B1A', induk);
    const { isi } = await admin.buka('');
    expect(isi).toContain('Bagian B1A');
    expect((await unit('B1A')).induk_id).toBe(induk);
    expect(await audit()).toEqual([{ peristiwa: 'unit.buat', nama: 'Admin Satu', alasan: null }]);
  });

  it('semua isian yang salah ditunjukkan sekaligus, yang diketik tetap ada', async () => {
    const { status, isi } = await admin.kirim('unit-baru', { kode: '', nama: 'Ketikan <b>saya</b>', jenis: '', induk: '' });
    expect(status).toBe(422);
    expect(daftarGalat(isi).map(([medan]) => medan)).toEqual(['kode', 'jenis']);
    expect(isi).toContain('value="Ketikan &lt;b&gt;saya&lt;/b&gt;"');
    expect(isi).toContain('aria-invalid="true"');
  });

  it('kode yang sudah ada, juga dengan huruf lain, ditolak', async () => {
    const { status, isi } = await admin.kirim('unit-baru', { kode: 'induk', nama: 'X', jenis: 'bagian', induk: '' });
    expect([status, daftarGalat(isi)]).toEqual([422, [['kode', expect.stringContaining('sudah dipakai')]]]);
  });

  it.each(['unit instansi lain', 'bukan uuid', 'unit yang tidak ada'])('induk %s ditolak', async (macam) => {
    const induk = {
      'unit instansi lain': (await unit('INDUK', 'LAIN')).id,
      'bukan uuid': "' OR 1=1",
      'unit yang tidak ada': randomUUID(),
    }[macam];
    const { status, isi } = await admin.kirim('unit-baru', { kode: 'ASING', nama: 'X', jenis: 'bagian', induk: induk ?? '' });
    expect([status, daftarGalat(isi)[0]?.[0]]).toEqual([422, 'induk']);
    await expect(unit('ASING')).rejects.toThrow();
  });
});

describe('nama unit', () => {
  it('laporan lama memakai nama dari masanya', async () => {
    const id = await buat('NAMA');
    await uji.sumber.query(`UPDATE nama_unit SET mulai = '2020-01-01' WHERE unit_id = $1`, [id]);
    const ubah = (nama: string, sejak: string) => admin.kirim('unit/NAMA/nama', { nama, singkatan: 'N', sejak, alasan: 'SK 1' });
    expect((await ubah('Bagian Baru', '2023-05-01')).status).toBe(303);
    expect((await ubah('Bagian Terbaru', '2024-05-01')).status).toBe(303);
    const pada = (tanggal: string) => diInstansi(() => uji.aplikasi.get(UnitQuery).namaUnitPada(id, tanggal));
    expect((await pada('2019-01-01'))?.nama).toBe('Bagian NAMA');
    expect((await pada('2023-04-30'))?.nama).toBe('Bagian NAMA');
    expect((await pada('2023-05-01'))?.nama).toBe('Bagian Baru');
    expect((await pada('2024-04-30'))?.nama).toBe('Bagian Baru');
    expect((await pada('2030-01-01'))?.nama).toBe('Bagian Terbaru');
    expect((await admin.buka('unit/NAMA')).isi).toContain('1 Mei 2023 – 30 April 2024');
  });

  it('tidak dapat berlaku sebelum nama sekarang, atau di masa depan', async () => {
    const kirim = (sejak: string) => admin.kirim('unit/NAMA/nama', { nama: 'Lain', singkatan: '', sejak, alasan: 'x' });
    for (const sejak of ['2024-04-30', '2999-01-01', '2024-02-30', '']) {
      const { status, isi } = await kirim(sejak);
      expect([sejak, status, daftarGalat(isi)[0]?.[0]]).toEqual([sejak, 422, 'sejak']);
    }
    expect((await unit('NAMA')).nama).toBe('Bagian Terbaru');
  });

  it('basis data sendiri menolak dua nama pada satu hari', async () => {
    const { id } = await unit('NAMA');
    await expect(
      uji.sumber.query(
        `INSERT INTO nama_unit (id, instansi_id, unit_id, nama, mulai) SELECT gen_random_uuid(), instansi_id, id, 'Ganda', '2024-06-01' FROM unit WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('ex_nama_unit_masa');
  });
});

describe('memindah unit', () => {
  it('ke bawah unit di bawahnya sendiri ditolak', async () => {
    const a = await buat('P1');
    const b = await buat('P2', a);
    const { status, isi } = await admin.kirim('unit/P1/pindah', { induk: b, alasan: 'x' });
    expect([status, daftarGalat(isi)]).toEqual([422, [['induk', expect.stringContaining('tidak boleh berputar')]]]);
    expect((await unit('P1')).induk_id).toBeNull();
  });

  it('dua pemindahan pada saat yang sama tidak menutup lingkaran', async () => {
    const a = await buat('S1');
    const b = await buat('S2');
    const hasil = await Promise.all([
      admin.kirim('unit/S1/pindah', { induk: b, alasan: 'x' }),
      admin.kirim('unit/S2/pindah', { induk: a, alasan: 'x' }),
    ]);
    expect(hasil.map((h) => h.status).toSorted()).toEqual([303, 422]);
    expect([(await unit('S1')).induk_id, (await unit('S2')).induk_id].filter((x) => x !== null)).toHaveLength(1);
  });
});

describe('menggabung unit', () => {
  it('anak, jabatan, dan peran berpindah ke penerus; unit lama tetap ada dengan namanya', async () => {
    const lama = await buat('G1');
    const penerus = await buat('G2');
    const anak = await buat('G1A', lama);
    await admin.kirim('jabatan-baru', { unit: lama, nama: 'Kepala G1', memimpin: 'ya' });
    const pelapor = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pelapor', unit: 'G1' }]);

    const tanya = await admin.buka(`unit/G1/gabung?penerus=${penerus}`);
    expect(tanya.isi).toContain('1 jabatan berpindah ke Bagian G2');
    expect(tanya.isi).toContain('1 peran untuk unit ini berakhir');
    const sejak = hariIni();
    expect((await admin.kirim('unit/G1/gabung', { penerus, sejak, alasan: 'Perpres 1' })).status).toBe(303);

    expect(await unit('G1')).toMatchObject({ nama: 'Bagian G1', penerus_id: penerus, berakhir: sejak });
    expect((await unit('G1A')).induk_id).toBe(penerus);
    const jabatan = await uji.sumber.query<{ unit_id: string }[]>(`SELECT unit_id FROM jabatan WHERE nama = 'Kepala G1'`);
    expect(jabatan).toEqual([{ unit_id: penerus }]);
    const peran: unknown = await uji.sumber.query(
      `SELECT unit_id, selesai::text AS selesai FROM peran WHERE pengguna_id = $1 ORDER BY mulai`,
      [pelapor.orang.penggunaId],
    );
    expect(peran).toEqual([
      { unit_id: lama, selesai: sejak },
      { unit_id: penerus, selesai: null },
    ]);
    const [cakupan, jalur] = await diInstansi(async (id) => {
      const query = uji.aplikasi.get(UnitQuery);
      return [await query.cakupan(id, penerus), await query.jalurUnit(id, lama)];
    });
    expect(cakupan.toSorted()).toEqual([penerus, lama, anak].toSorted());
    expect(jalur).toEqual([lama, penerus]);
    expect((await audit())[0]).toMatchObject({ peristiwa: 'unit.gabung', alasan: 'Perpres 1' });
    expect((await admin.buka('unit/G1')).isi).toContain('digabungkan ke Bagian G2');
  });

  it('jabatan dan pemegangnya tetap terbaca pada unit lama; penerus menyebut asalnya', async () => {
    const lama = await buat('H1');
    const penerus = await buat('H2');
    await admin.kirim('jabatan-baru', { unit: penerus, nama: 'Kepala H2', memimpin: 'ya' });
    const buatJabatan = async (nama: string, memimpin: string) =>
      (await admin.kirim('jabatan-baru', { unit: lama, nama, memimpin })).ke?.split('/').at(-1) ?? '';
    const kepala = await buatJabatan('Kepala H1', 'ya');
    const tutup = await buatJabatan('Sekretaris H1', 'tidak');
    const tugaskan = (j: string, nama: string, mulai: string, sampai = '') =>
      admin.kirim(`jabatan/${j}/tugaskan`, { pengguna: admin.orang.penggunaId, status: 'definitif', mulai, sampai, nama });
    await tugaskan(kepala, 'Rina, S.E.', '2023-01-01', '2023-12-31');
    await tugaskan(kepala, 'Dedi, M.M.', '2024-01-01');
    await tugaskan(tutup, 'Joko', '2022-01-01', '2022-06-30');
    await admin.kirim(`jabatan/${tutup}/tutup`, { sejak: '2023-01-01', alasan: 'x' });
    expect((await admin.kirim('unit/H1/gabung', { penerus, sejak: '2025-01-01', alasan: 'Perpres 2' })).status).toBe(303);
    await admin.kirim(`jabatan/${kepala}/nama`, { nama: 'Kepala Urusan', sejak: '2025-06-01', alasan: 'SK' });

    const bagian = (html: string, id: string) => new RegExp(`<h2 id="${id}">[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';
    const riwayat = bagian((await admin.buka('unit/H1')).isi, 'jabatan-lama');
    const baris = riwayat.split('<tr role="row">').slice(2).map((b) => b.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')); // prettier-ignore
    expect(baris.map((b) => b.split('|').map((t) => t.trim()).filter(Boolean))).toEqual([
      ['Kepala H1', 'memimpin unit · kini di Bagian H2', 'Dedi, M.M.', 'Kepala H1', '1 Januari 2024 – 31 Desember 2024'],
      ['Kepala H1', 'memimpin unit · kini di Bagian H2', 'Rina, S.E.', 'Kepala H1', '1 Januari 2023 – 31 Desember 2023'],
      ['Sekretaris H1', 'ditutup sejak 1 Januari 2023', 'Joko', 'Sekretaris H1', '1 Januari 2022 – 30 Juni 2022'],
    ]); // prettier-ignore
    const kini = bagian((await admin.buka('unit/H2')).isi, 'jabatan');
    expect(kini).toContain('dari Bagian H1 sejak 1 Januari 2025');
    expect(kini).toContain('Dedi, M.M.');
    const letak = bagian((await admin.buka(`jabatan/${kepala}`)).isi, 'letak');
    expect(letak).toMatch(/Bagian H2[\s\S]*sejak 1 Januari 2025[\s\S]*Bagian H1[\s\S]*sampai 31 Desember 2024/);
  });

  it('penggabungan sebelum jabatannya ada di unit itu ditolak, dan tidak ada yang berpindah', async () => {
    const ke = (await unit('G1')).id;
    const tiga = await buat('H3');
    expect((await admin.kirim('unit/H2/gabung', { penerus: tiga, sejak: '2024-12-31', alasan: 'x' })).status).toBe(422);
    expect((await unit('H2')).penerus_id).toBeNull();
    expect(ke).not.toBe(tiga);
  });

  it('kegiatan unit yang digabung ikut di tangan penanggung jawab penerusnya', async () => {
    const penerus = await buat('H4');
    const pj = await PerambanOrganisasi.masuk(
      uji,
      'SATU',
      [{ instansi: 'SATU', peran: 'penanggung_jawab', unit: 'H4' }],
      'PJ H4',
    );
    const j =
      (await admin.kirim('jabatan-baru', { unit: penerus, nama: 'Kepala H4', memimpin: 'ya' })).ke?.split('/').at(-1) ?? '';
    await admin.kirim(`jabatan/${j}/tugaskan`, {
      pengguna: pj.orang.penggunaId,
      status: 'definitif',
      mulai: '2024-01-01',
      nama: 'PJ H4',
    });
    await admin.kirim('unit/ANAK/gabung', { penerus, sejak: hariIni(), alasan: 'Perpres 3' });
    const [p] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM penugasan WHERE jabatan_id = $1', [j]);
    const mulai = await admin.kirim('mutasi-baru', { penugasan: p?.id ?? '', sampai: hariIni(), alasan: 'SK' });
    const { isi } = await admin.buka(mulai.ke?.split('/organisasi/')[1] ?? '');
    expect(isi).toContain('1 kegiatan dalam rencana R');
    expect(isi).toContain('Subbagian Umum');
    const rencana = await admin.buka('/instansi/SATU/rencana/R');
    expect(rencana.isi).toContain('Subbagian Umum (kini Bagian H4)');
    expect((await admin.buka('/instansi/SATU/rencana/R?unit=H4')).isi).toContain('Loket');
  });

  it('unit yang sudah digabung tidak dapat diubah, dipilih, atau digabung lagi', async () => {
    const { id } = await unit('G1');
    const penerus = (await unit('G2')).id;
    expect((await admin.kirim('unit/G1/gabung', { penerus, sejak: hariIni(), alasan: 'x' })).status).toBe(422);
    expect((await admin.kirim('unit/G1/nama', { nama: 'X', sejak: hariIni(), alasan: 'x' })).status).toBe(422);
    expect((await admin.kirim('unit/G2/pindah', { induk: id, alasan: 'x' })).status).toBe(422);
    expect((await admin.kirim('unit/G2/gabung', { penerus: id, sejak: hariIni(), alasan: 'x' })).status).toBe(422);
  });

  it('paket membawa unit yang digabung, impornya tidak mengubah apa pun, dan paket lama tidak menghidupkannya', async () => {
    const kode = 'SATU';
    const impor = uji.aplikasi.get(ImporService);
    const ekspor = () =>
      uji.aplikasi.get(Transaksi).sebagaiSistem('uji', kode, () => uji.aplikasi.get(EksporQuery).ekspor(kode), 'REPEATABLE READ');
    const paket = await ekspor();
    if (!paket) throw new Error('tidak terekspor');
    expect(paket.unit?.find((u) => u.kode === 'G1')).toMatchObject({ penerus: 'G2', berakhir: hariIni() });
    expect(await impor.imporSistem(bacaPaket(Buffer.from(tulisPaket(paket))), 'uji')).toMatchObject({ baru: 0, berubah: 0 });

    const lama = {
      ...paket,
      unit: (paket.unit ?? []).map(({ kode: k, nama, jenis, induk }) => ({
        ...{ kode: k, nama, jenis },
        ...(k === 'G1A' ? { induk: 'G1' } : induk === undefined ? {} : { induk }),
      })),
    };
    await impor.imporSistem(bacaPaket(Buffer.from(tulisPaket(lama))), 'uji');
    expect(await unit('G1')).toMatchObject({ penerus_id: (await unit('G2')).id, berakhir: hariIni() });
    expect((await unit('G1A')).induk_id).toBe((await unit('G2')).id);
  });

  it('paket dengan penerus yang berputar atau tanpa tanggal ditolak', () => {
    const dengan = (isi: object[]) => () =>
      bacaPaket(Buffer.from(JSON.stringify({ ...paketUji('X'), unit: [...isi, { kode: 'ANAK', nama: 'A', jenis: 'a' }] })));
    const u = (kode: string, lagi: object) => ({ kode, nama: kode, jenis: 'bagian', ...lagi });
    expect(dengan([u('A', { berakhir: '2024-01-01', penerus: 'B' }), u('B', { berakhir: '2024-01-01', penerus: 'A' })])).toThrow(
      'berputar',
    );
    expect(dengan([u('A', { penerus: 'B' }), u('B', {})])).toThrow('berakhir');
    expect(dengan([u('A', { berakhir: '2024-01', penerus: 'B' }), u('B', {})])).toThrow('tulis lengkap');
  });
});

describe('menonaktifkan unit', () => {
  it('hanya yang tanpa anak, pemegang, dan peran; jabatannya ikut ditutup', async () => {
    const a = await buat('N1');
    await buat('N2', a);
    await admin.kirim('jabatan-baru', { unit: a, nama: 'Kepala N1', memimpin: 'ya' });
    const coba = () => admin.kirim('unit/N1/nonaktif', { sejak: hariIni(), alasan: 'bubar' });
    expect(daftarGalat((await coba()).isi)[0]?.[1]).toContain('unit aktif di bawahnya');
    await admin.kirim('unit/N2/nonaktif', { sejak: hariIni(), alasan: 'bubar' });
    await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pelapor', unit: 'N1' }]);
    expect(daftarGalat((await coba()).isi)[0]?.[1]).toContain('1 peran untuk unit ini');
    await uji.sumber.query(`UPDATE peran SET selesai = '2021-01-01' WHERE unit_id = $1`, [a]);
    expect((await coba()).status).toBe(303);
    expect(await uji.sumber.query(`SELECT berakhir::text AS b FROM jabatan WHERE nama = 'Kepala N1'`)).toEqual([
      { b: hariIni() },
    ]);
    expect((await admin.buka('')).isi).toContain('tidak ada, dinonaktifkan');
  });
});

it('peran lain melihat susunan tanpa tombol, dan tidak dapat mengubahnya', async () => {
  const pelapor = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pelapor' }]);
  const { status, isi } = await pelapor.buka('');
  expect(status).toBe(200);
  expect(isi).not.toContain('unit-baru');
  expect((await pelapor.kirim('unit-baru', { kode: 'Z', nama: 'Z', jenis: 'z', induk: '' })).status).toBe(403);
  const luar = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'LAIN', peran: 'admin' }]);
  expect((await luar.kirim('unit-baru', { kode: 'Z', nama: 'Z', jenis: 'z', induk: '' })).status).toBe(404);
  await expect(unit('Z')).rejects.toThrow();
});
