import { randomUUID } from 'node:crypto';
import type { Peran } from '../../src/auth/pelaku';
import { Transaksi } from '../../src/database/transaksi';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';

let uji: AplikasiUji;
let admin: PerambanOrganisasi;
let budi: string;
let unitId: string;
let unitLain: string;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  await uji.sumber.query(`UPDATE peran SET selesai = '2024-02-01' WHERE peran = 'admin'`);
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
  budi = await orang('pimpinan', 'Budi');
  const unit = await uji.sumber.query<{ id: string; kode: string }[]>(
    `SELECT u.id, i.kode FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE u.kode = 'INDUK'`,
  );
  unitId = unit.find((u) => u.kode === 'SATU')?.id ?? '';
  unitLain = unit.find((u) => u.kode === 'LAIN')?.id ?? '';
});

afterAll(() => uji.tutup());

async function orang(peran: Peran, nama: string, instansi = 'SATU'): Promise<string> {
  return (await PerambanOrganisasi.masuk(uji, instansi, [{ instansi, peran }], nama)).orang.penggunaId;
}

let nomor = 0;
async function jabatan(): Promise<string> {
  const jawaban = await admin.kirim('jabatan-baru', { unit: unitId, nama: `Kepala Urusan ${(nomor += 1)}`, memimpin: 'tidak' });
  return jawaban.ke?.split('/').at(-1) ?? '';
}

const isian = (isi: Record<string, string>) => ({
  pengguna: budi,
  status: 'definitif',
  mulai: '2024-01-01',
  sampai: '',
  nama: 'Budi, S.H.',
  nip: '',
  pangkat: '',
  dasar: '',
  ...isi,
});

const diInstansi = async <T>(kerja: (id: string) => Promise<T>): Promise<T> => {
  const [i] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM instansi WHERE kode = 'SATU'`);
  const oleh = { nama: 'uji', jabatan: [], peran: [], ip: null, agen: null };
  const id = i?.id ?? '';
  return uji.aplikasi.get(Transaksi).sebagai({ instansi: [id], pengguna: null, operator: false, oleh }, () => kerja(id));
};

describe('penugasan', () => {
  it('nama dan sebutan yang berlaku pada tanggalnya, juga sesudah orang dan jabatan berganti', async () => {
    const j = await jabatan();
    await admin.kirim(`jabatan/${j}/tugaskan`, isian({ sampai: '2024-06-30', nip: '198001012005011001', pangkat: 'Pembina' }));
    const siti = await orang('pimpinan', 'Siti');
    await admin.kirim(
      `jabatan/${j}/tugaskan`,
      isian({ pengguna: siti, nama: 'Siti, M.Si.', status: 'plt', mulai: '2024-07-01' }),
    );
    await admin.kirim(`jabatan/${j}/nama`, { nama: 'Kepala Bagian Baru', sejak: '2024-09-01', alasan: 'SK' });
    const { isi } = await admin.buka(`jabatan/${j}`);
    const [siti1 = '', budi1 = ''] =
      /aria-label="Tabel Pemegang"[\s\S]*?<\/table>/.exec(isi)?.[0].split('<tr role="row">').slice(2) ?? [];
    expect(siti1).toContain('Siti, M.Si.');
    expect(siti1).toContain('Plt. Kepala Bagian Baru');
    expect(budi1).toContain('Budi, S.H.');
    expect(budi1).toContain('NIP 198001012005011001 · Pembina');
    expect(budi1).toContain('>Kepala Urusan 1<');
    expect(budi1).toContain('1 Januari 2024 – 30 Juni 2024');
  });

  it('yang bentrok disebut siapa pemegangnya; Plh. di samping pejabat definitif diterima', async () => {
    const j = await jabatan();
    expect((await admin.kirim(`jabatan/${j}/tugaskan`, isian({}))).status).toBe(303);
    for (const status of ['definitif', 'plt']) {
      const jawaban = await admin.kirim(`jabatan/${j}/tugaskan`, isian({ status, mulai: '2025-01-01' }));
      expect([jawaban.status, daftarGalat(jawaban.isi)[0]]).toEqual([
        422,
        ['mulai', expect.stringContaining('Budi, S.H. memegang')],
      ]);
    }
    const plh = { status: 'plh', mulai: '2025-01-01', sampai: '2025-01-07' };
    expect((await admin.kirim(`jabatan/${j}/tugaskan`, isian(plh))).status).toBe(303);
    expect((await admin.kirim(`jabatan/${j}/tugaskan`, isian({ ...plh, mulai: '2025-01-07', sampai: '' }))).status).toBe(422);
    expect((await admin.kirim(`jabatan/${j}/tugaskan`, isian({ ...plh, mulai: '2025-01-08', sampai: '' }))).status).toBe(303);
  });

  it('basis data sendiri menolak dua pemegang definitif pada satu hari', async () => {
    const j = await jabatan();
    await admin.kirim(`jabatan/${j}/tugaskan`, isian({}));
    const sisip = (status: string, mulai: string) =>
      uji.sumber.query(
        `INSERT INTO penugasan (id, instansi_id, jabatan_id, pengguna_id, status, nama, mulai)
         SELECT gen_random_uuid(), instansi_id, id, $2, $3, 'X', $4 FROM jabatan WHERE id = $1`,
        [j, budi, status, mulai],
      );
    await expect(sisip('definitif', '2030-01-01')).rejects.toThrow('ex_penugasan_definitif');
    await sisip('plh', '2030-01-01');
    await expect(sisip('plt', '2031-01-01')).rejects.toThrow('ex_penugasan_pelaksana');
  });

  it('hanya orang dan unit instansi ini; yang lain ditolak tanpa bocor', async () => {
    const j = await jabatan();
    const luar = await orang('pimpinan', 'Orang Luar', 'LAIN');
    for (const pengguna of [luar, randomUUID(), 'x']) {
      const { status, isi } = await admin.kirim(`jabatan/${j}/tugaskan`, isian({ pengguna }));
      expect([status, daftarGalat(isi)[0]?.[0]]).toEqual([422, 'pengguna']);
      expect(isi).not.toContain('Orang Luar');
    }
    const { status, isi } = await admin.kirim('jabatan-baru', { unit: unitLain, nama: 'X', memimpin: 'tidak' });
    expect([status, daftarGalat(isi)[0]?.[0]]).toEqual([422, 'unit']);
    const milikLain = await uji.sumber.query<{ id: string }[]>(
      `SELECT j.id FROM jabatan j JOIN instansi i ON i.id = j.instansi_id WHERE i.kode = 'LAIN'`,
    );
    for (const id of [milikLain[0]?.id ?? '', randomUUID(), 'bukan-uuid']) {
      expect((await admin.buka(`jabatan/${id}`)).status).toBe(404);
      expect((await admin.kirim(`jabatan/${id}/tutup`, { sejak: '2024-01-01', alasan: 'x' })).status).toBe(404);
    }
  });

  it('diakhiri, bukan dihapus; jabatan yang masih dipegang tidak dapat ditutup', async () => {
    const j = await jabatan();
    await admin.kirim(`jabatan/${j}/tugaskan`, isian({}));
    const [p] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM penugasan WHERE jabatan_id = $1', [j]);
    expect((await admin.kirim(`jabatan/${j}/tutup`, { sejak: '2025-01-01', alasan: 'x' })).status).toBe(422);
    expect((await admin.kirim(`penugasan/${p?.id}/akhiri`, { sampai: '2023-12-31', alasan: 'x' })).status).toBe(422);
    expect((await admin.kirim(`penugasan/${p?.id}/akhiri`, { sampai: '2024-12-31', alasan: 'SK 9' })).status).toBe(303);
    expect(await uji.sumber.query('SELECT selesai::text AS s FROM penugasan WHERE id = $1', [p?.id])).toEqual([
      { s: '2025-01-01' },
    ]);
    expect((await admin.kirim(`jabatan/${j}/tutup`, { sejak: '2025-01-01', alasan: 'x' })).status).toBe(303);
    expect((await admin.kirim(`jabatan/${j}/tugaskan`, isian({ mulai: '2026-01-01' }))).status).toBe(422);
  });
});

describe('peran', () => {
  const beri = (isi: Record<string, string>) =>
    admin.kirim('peran-baru', {
      pengguna: budi,
      peran: 'koordinator',
      unit: '',
      mulai: '2024-01-01',
      sampai: '',
      dasar: '',
      ...isi,
    });

  it('diberikan, berlaku seketika, diakhiri, dan tetap tercatat', async () => {
    const dewi = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pelapor' }], 'Dewi');
    expect((await dewi.buka('mutasi')).status).toBe(403);
    expect((await beri({ pengguna: dewi.orang.penggunaId, peran: 'admin' })).status).toBe(303);
    expect((await dewi.buka('mutasi')).status).toBe(200);
    const [p] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM peran WHERE pengguna_id = $1 AND peran = 'admin'`, [
      dewi.orang.penggunaId,
    ]);
    expect((await admin.kirim(`peran/${p?.id}/akhiri`, { sampai: '2024-12-31', alasan: 'selesai' })).status).toBe(303);
    expect((await dewi.buka('mutasi')).status).toBe(403);
    expect(await uji.sumber.query('SELECT selesai::text AS s, diakhiri_oleh AS o FROM peran WHERE id = $1', [p?.id])).toEqual([
      { s: '2025-01-01', o: admin.orang.penggunaId },
    ]);
    await expect(diInstansi(() => uji.aplikasi.get(Transaksi).manager.query('DELETE FROM peran'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('tidak seorang pun memberi dirinya peran verifikasi', async () => {
    const { status, isi } = await beri({ pengguna: admin.orang.penggunaId });
    expect([status, daftarGalat(isi)]).toEqual([422, [['peran', expect.stringContaining('dirinya sendiri')]]]);
  });

  it('admin terakhir tidak dapat diakhiri', async () => {
    const [p] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM peran WHERE pengguna_id = $1`, [admin.orang.penggunaId]);
    const akhiri = () => admin.kirim(`peran/${p?.id}/akhiri`, { sampai: '2026-01-01', alasan: 'x' });
    const { status, isi } = await akhiri();
    expect([status, daftarGalat(isi)]).toEqual([422, [['sampai', expect.stringContaining('admin terakhir')]]]);
    expect((await admin.buka('mutasi')).status).toBe(200);
  });

  it.each([
    ['pelapor tanpa unit', { peran: 'pelapor' }, 'unit'],
    ['admin untuk satu unit', { peran: 'admin', unit: 'SENDIRI' }, 'unit'],
    ['unit instansi lain', { peran: 'pelapor', unit: 'LAIN' }, 'unit'],
    ['peran yang tidak ada', { peran: 'raja' }, 'peran'],
    ['tanggal terbalik', { sampai: '2023-01-01' }, 'sampai'],
    ['orang luar', { pengguna: randomUUID() }, 'pengguna'],
  ])('%s ditolak', async (_, isi: Record<string, string>, medan) => {
    const unit = { SENDIRI: unitId, LAIN: unitLain }[isi['unit'] ?? ''] ?? '';
    const jawaban = await beri({ ...isi, unit });
    expect([jawaban.status, daftarGalat(jawaban.isi).map(([m]) => m)]).toEqual([422, [medan]]);
  });

  it('peran yang sama dua kali untuk masa yang bertumpang ditolak, juga oleh basis data', async () => {
    const eka = await orang('pimpinan', 'Eka');
    expect((await beri({ pengguna: eka, sampai: '2024-12-31' })).status).toBe(303);
    expect((await beri({ pengguna: eka, mulai: '2024-12-31' })).status).toBe(422);
    expect((await beri({ pengguna: eka, mulai: '2025-01-01' })).status).toBe(303);
    await expect(
      uji.sumber.query(
        `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) SELECT gen_random_uuid(), instansi_id, pengguna_id, peran, '2030-01-01'
         FROM peran WHERE pengguna_id = $1 AND peran = 'koordinator' LIMIT 1`,
        [eka],
      ),
    ).rejects.toThrow('ex_peran_ganda');
  });

  it('inspektur melihat orang dan peran tanpa tombol; pimpinan tidak melihat surel orang', async () => {
    const inspektur = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'inspektur' }]);
    for (const halaman of ['orang', `orang/${budi}`, 'peran']) {
      const { status, isi } = await inspektur.buka(halaman);
      expect([halaman, status, /peran-baru|orang-baru|akhiri/.test(isi)]).toEqual([halaman, 200, false]);
    }
    const pimpinan = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pimpinan' }]);
    expect((await pimpinan.buka('orang')).status).toBe(403);
    expect((await pimpinan.buka('jabatan')).status).toBe(200);
  });
});

describe('undangan', () => {
  const undang = (isi: Record<string, string>) =>
    admin.kirim('orang-baru', { nama: 'Fajar Baru', surel: 'fajar@satu.go.id', peran: 'pelapor', unit: unitId, ...isi });

  it('membuat akun, memberi peran pertamanya, dan menunjukkan tautannya sekali', async () => {
    const { status, isi } = await undang({});
    expect(status).toBe(200);
    const tautan = /<code>(http:[^<]+\/undangan\/[^<]+)<\/code>/.exec(isi)?.[1] ?? '';
    expect(tautan.startsWith(uji.alamat)).toBe(true);
    expect((await fetch(tautan)).status).toBe(200);
    expect((await admin.buka('orang')).isi).toContain('fajar@satu.go.id');
    expect(
      await uji.sumber.query(
        `SELECT r.peran FROM peran r JOIN pengguna p ON p.id = r.pengguna_id WHERE p.surel = 'fajar@satu.go.id'`,
      ),
    ).toEqual([{ peran: 'pelapor' }]);
  });

  it('bila perannya ditolak, akunnya pun tidak jadi', async () => {
    const { status, isi } = await undang({ surel: 'gagal@satu.go.id', unit: '' });
    expect([status, daftarGalat(isi).map(([m]) => m)]).toEqual([422, ['unit']]);
    expect(await uji.sumber.query(`SELECT 1 FROM pengguna WHERE surel = 'gagal@satu.go.id'`)).toEqual([]);
  });

  it('tautan baru hanya untuk orang instansi ini', async () => {
    const luar = await orang('pimpinan', 'Luar Lagi', 'LAIN');
    expect((await admin.kirim(`orang/${luar}/tautan`)).status).toBe(404);
    expect((await admin.kirim(`orang/${budi}/tautan`)).isi).toContain('/undangan/');
  });
});
