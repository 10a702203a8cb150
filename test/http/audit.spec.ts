import { AuditService } from '../../src/audit/audit.service';
import { RANTAI_PEMASANGAN } from '../../src/audit/audit-rantai.entity';
import { PeriksaRantaiQuery } from '../../src/audit/periksa-rantai.query';
import type { Konteks } from '../../src/database/konteks';
import { Transaksi } from '../../src/database/transaksi';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji, type InstansiUji } from '../support/dua-instansi';
import { masukSebagai } from '../support/orang';

let uji: AplikasiUji;
let transaksi: Transaksi;
let audit: AuditService;
let satu: InstansiUji;
let lain: InstansiUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  transaksi = uji.aplikasi.get(Transaksi);
  audit = uji.aplikasi.get(AuditService);
  satu = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  lain = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'LAIN');
});

afterAll(() => uji.tutup());

const konteks = (instansiId: string): Konteks => ({
  instansi: [instansiId],
  pengguna: '11111111-1111-4111-8111-111111111111',
  operator: false,
  oleh: {
    nama: 'Siti “Nur” Aminah',
    jabatan: [
      { instansiId: '99999999-9999-4999-8999-999999999999', jabatan: 'Direktur di tempat lain' },
      { instansiId, jabatan: 'Plt. Kepala' },
    ],
    peran: [
      { instansiId, peran: 'koordinator' },
      { instansiId, peran: 'pelapor' },
      { instansiId, peran: 'pelapor' },
    ],
    ip: '10.0.0.1',
    agen: 'Peramban/1 ✓',
  },
});

const catat = (instansiId: string, baru: number, milik: string = instansiId) =>
  transaksi.sebagai(konteks(milik), () =>
    audit.catat('paket.impor', {
      instansiId,
      sasaran: { jenis: 'instansi', id: instansiId, nama: 'Uji' },
      sebelum: null,
      sesudah: { baru, berubah: 0, tetap: 0, dibiarkan: 0, sumber: 'berkas "a"\n\\ dua' },
      alasan: 'uji',
    }),
  );

const periksa = async (kode: string) => {
  const hasil = await transaksi.sebagaiSistem('uji', kode, (id) => uji.aplikasi.get(PeriksaRantaiQuery).periksa(id));
  return hasil?.cacat.map((c) => `${c.nomor} ${c.pesan}`);
};
const panjang = async (id: string) =>
  (await uji.sumber.query<{ jumlah: number }[]>('SELECT jumlah FROM audit_rantai WHERE id = $1', [id]))[0]?.jumlah ?? -1;

/** As a superuser with every trigger off, and everything put back afterwards. */
async function ubahDiamDiam(perintah: readonly string[], lalu: () => Promise<void>): Promise<void> {
  const salin = (dari: string, ke: string) =>
    uji.sumber.query(`DROP TABLE IF EXISTS ${ke}; CREATE TABLE ${ke} AS SELECT * FROM ${dari}`);
  const tanpaPemicu = async (daftar: readonly string[]) => {
    await uji.sumber.query('ALTER TABLE audit DISABLE TRIGGER ALL; ALTER TABLE audit_rantai DISABLE TRIGGER ALL');
    for (const satuPerintah of daftar) await uji.sumber.query(satuPerintah);
    await uji.sumber.query(
      'ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_sambung; ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_tetap',
    );
    await uji.sumber.query(
      'ALTER TABLE audit_rantai ENABLE ALWAYS TRIGGER audit_rantai_maju; ALTER TABLE audit_rantai ENABLE ALWAYS TRIGGER audit_rantai_tetap',
    );
  };
  await salin('audit', 'salinan_audit');
  await salin('audit_rantai', 'salinan_rantai');
  try {
    await tanpaPemicu(perintah);
    await lalu();
  } finally {
    await tanpaPemicu([
      'DELETE FROM audit',
      'DELETE FROM audit_rantai',
      'INSERT INTO audit_rantai SELECT * FROM salinan_rantai',
      'INSERT INTO audit SELECT * FROM salinan_audit',
      'DROP TABLE salinan_audit, salinan_rantai',
    ]);
  }
}

test('an import writes one entry in its transaction, one that changes nothing writes none', async () => {
  const baris = await uji.sumber.query<{ peristiwa: string; nama: string; agen: string; nomor: number }[]>(
    'SELECT nomor, peristiwa, nama, agen FROM audit WHERE instansi_id = $1',
    [satu.id],
  );
  expect(baris).toEqual([{ nomor: 1, peristiwa: 'paket.impor', nama: 'Sistem', agen: 'uji' }]);
});

test('an entry tells who, with the post and roles held now, and from where', async () => {
  await catat(satu.id, 1);
  const [baris] = await uji.sumber.query<Record<string, unknown>[]>(
    'SELECT pengguna_id, nama, jabatan, peran, ip, agen, alasan, sesudah FROM audit WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1',
    [satu.id],
  );
  expect(baris).toEqual({
    pengguna_id: '11111111-1111-4111-8111-111111111111',
    nama: 'Siti “Nur” Aminah',
    jabatan: 'Plt. Kepala',
    peran: ['koordinator', 'pelapor'],
    ip: '10.0.0.1',
    agen: 'Peramban/1 ✓',
    alasan: 'uji',
    sesudah: { baru: 1, berubah: 0, tetap: 0, dibiarkan: 0, sumber: 'berkas "a"\n\\ dua' },
  });
});

test('a post held in another agency does not show: the one here, or none', async () => {
  const orang = await masukSebagai(uji.sumber, [
    { instansi: 'SATU', peran: 'inspektur' },
    { instansi: 'LAIN', peran: 'inspektur' },
  ]);
  await uji.sumber.query(
    `INSERT INTO penugasan (id, instansi_id, jabatan_id, pengguna_id, status, nama, mulai)
     SELECT gen_random_uuid(), $2, id, $1, 'plt', 'Orang Uji', '2024-01-01' FROM jabatan WHERE instansi_id = $2`,
    [orang.penggunaId, lain.id],
  );
  for (const kode of ['SATU', 'LAIN'])
    expect((await fetch(`${uji.alamat}/instansi/${kode}/audit.csv`, { headers: orang.kepala })).status).toBe(200);
  const tercatat = await uji.sumber.query<unknown[]>(
    `SELECT instansi_id, jabatan, peran FROM audit WHERE pengguna_id = $1 ORDER BY waktu`,
    [orang.penggunaId],
  );
  expect(tercatat).toEqual([
    { instansi_id: satu.id, jabatan: null, peran: ['inspektur'] },
    { instansi_id: lain.id, jabatan: 'Plt. Kepala', peran: ['inspektur'] },
  ]);
  const halaman = await (await fetch(`${uji.alamat}/instansi/SATU`, { headers: orang.kepala })).text();
  expect(halaman).not.toContain('Plt. Kepala');
  expect(await (await fetch(`${uji.alamat}/instansi/LAIN`, { headers: orang.kepala })).text()).toContain(
    'Plt. Kepala · Inspektur',
  );
});

test('an act that fails leaves no entry, and its number is given to the next', async () => {
  const sebelum = await panjang(satu.id);
  const gagal = transaksi.sebagai(konteks(satu.id), async () => {
    await catat(satu.id, 2);
    throw new Error('batal');
  });
  await expect(gagal).rejects.toThrow('batal');
  expect(await panjang(satu.id)).toBe(sebelum);
  await catat(satu.id, 3);
  expect(await panjang(satu.id)).toBe(sebelum + 1);
  expect(await periksa('SATU')).toEqual([]);
});

test('outside a transaction nothing is written; into the chain of another agency neither', async () => {
  const isi = { instansiId: satu.id, sasaran: { jenis: 'x', id: null, nama: 'x' }, sebelum: null, sesudah: { saringan: '' } };
  await expect(audit.catat('audit.ekspor', isi)).rejects.toThrow('Tidak ada transaksi');
  await expect(catat(lain.id, 1, satu.id)).rejects.toMatchObject({ code: '42501' });
});

test('many acts at once stand in one chain without gaps, beside that of another agency', async () => {
  const [awal, awalLain] = [await panjang(satu.id), await panjang(lain.id)];
  await Promise.all([...Array(12).keys()].map((i) => catat(i % 3 === 0 ? lain.id : satu.id, i)));
  expect(await panjang(satu.id)).toBe(awal + 8);
  expect(await panjang(lain.id)).toBe(awalLain + 4);
  expect([await periksa('SATU'), await periksa('LAIN')]).toEqual([[], []]);
});

test("a number or hash of the writer's own choosing is not taken", async () => {
  const sebelum = await panjang(satu.id);
  await transaksi.sebagai(konteks(satu.id), (manager) =>
    manager.query(
      `INSERT INTO audit (rantai_id, nomor, instansi_id, waktu, peristiwa, nama, peran, sasaran_jenis, sasaran_nama, sidik_lalu, sidik)
       VALUES ($2, 999, $1, now(), 'x', 'x', '{}', 'x', 'x', 'x', 'x')`,
      [satu.id, lain.id],
    ),
  );
  expect(await panjang(satu.id)).toBe(sebelum + 1);
  expect(await periksa('SATU')).toEqual([]);
});

describe('append-only, for the owner and superuser too', () => {
  test.each([
    `UPDATE audit SET nama = 'lain'`,
    `UPDATE audit SET nama = 'lain' WHERE false`,
    'DELETE FROM audit',
    'TRUNCATE audit',
    'TRUNCATE audit_rantai CASCADE',
    'DELETE FROM audit_rantai',
    'UPDATE audit_rantai SET jumlah = 0',
    `SET session_replication_role = replica; DELETE FROM audit`,
  ])('%s', async (perintah) => {
    await expect(uji.sumber.query(perintah)).rejects.toThrow('hanya dapat ditambah');
    await uji.sumber.query('RESET session_replication_role');
  });

  test.each(['UPDATE audit SET nama = nama', 'DELETE FROM audit', 'TRUNCATE audit'])('the application: %s', async (perintah) => {
    const jalan = transaksi.sebagai(konteks(satu.id), (manager) => manager.query(perintah));
    await expect(jalan).rejects.toThrow('permission denied');
  });
});

describe('`tuntas audit periksa` finds what a superuser did with the triggers off', () => {
  const milik = () => `rantai_id = '${satu.id}'`;
  const kasus: [string, () => string[], (string | RegExp)[]][] = [
    ['a changed name', () => [`UPDATE audit SET nama = 'Budi' WHERE ${milik()} AND nomor = 2`], ['2 isinya berubah sesudah ditulis']],
    ['a changed value in the JSON', () => [`UPDATE audit SET sesudah = sesudah || '{"baru": 99}' WHERE ${milik()} AND nomor = 3`], ['3 isinya berubah sesudah ditulis']],
    ['a changed time, by a microsecond', () => [`UPDATE audit SET waktu = waktu + interval '1 microsecond' WHERE ${milik()} AND nomor = 1`], ['1 isinya berubah sesudah ditulis']],
    ['null instead of empty', () => [`UPDATE audit SET alasan = '' WHERE ${milik()} AND nomor = 1`], ['1 isinya berubah sesudah ditulis']],
    ['a missing row', () => [`DELETE FROM audit WHERE ${milik()} AND nomor = 4`], ['4 hilang']],
    ['a missing row, with the rest numbered anew', () => [`DELETE FROM audit WHERE ${milik()} AND nomor = 4`, `UPDATE audit SET nomor = nomor - 1 WHERE ${milik()} AND nomor > 4`], [/^4 tidak menyambung/, /^4 isinya berubah/]],
    ['the last row alone', () => [`DELETE FROM audit WHERE ${milik()} AND nomor = (SELECT jumlah FROM audit_rantai WHERE id = '${satu.id}')`], [/^\d+ hilang$/]],
    ['a cut end', () => [`DELETE FROM audit WHERE ${milik()} AND nomor > 5`], [/^6 hilang sampai nomor \d+$/]],
    ['a cut end, with the length changed too', () => [`DELETE FROM audit WHERE ${milik()} AND nomor > 5`, `UPDATE audit_rantai SET jumlah = 5 WHERE id = '${satu.id}'`], ['5 bukan catatan terakhir yang dikenal rantai']],
    ['two rows in each other’s place', () => [`UPDATE audit SET nomor = nomor + 1000 WHERE ${milik()} AND nomor IN (2, 3)`, `UPDATE audit SET nomor = CASE nomor WHEN 1002 THEN 3 ELSE 2 END WHERE ${milik()} AND nomor > 1000`], [/^2 tidak menyambung/, /^2 isinya berubah/]],
    ['an inserted row', () => [`INSERT INTO audit SELECT rantai_id, nomor + 1, instansi_id, waktu, peristiwa, pengguna_id, nama, jabatan, peran, sasaran_jenis, sasaran_id, sasaran_nama, sebelum, sesudah, alasan, ip, agen, sidik, sidik FROM audit WHERE ${milik()} ORDER BY nomor DESC LIMIT 1`], [/isinya berubah/, /tidak dikenal rantai/]],
    ['a row moved to another chain', () => [`UPDATE audit SET rantai_id = '${lain.id}', nomor = 1000 WHERE ${milik()} AND nomor = 2`], ['2 hilang']],
    ['all rows gone', () => [`DELETE FROM audit WHERE ${milik()}`], [/^1 hilang sampai nomor \d+$/]],
    ['the chain itself gone', () => [`ALTER TABLE audit DROP CONSTRAINT fk_audit_rantai`, `DELETE FROM audit_rantai WHERE id = '${satu.id}'`], ['0 catatan panjang rantai hilang']],
  ]; // prettier-ignore

  test.each(kasus)('%s', async (_, perintah, cacat) => {
    await ubahDiamDiam(perintah(), async () => {
      const temuan = (await periksa('SATU')) ?? [];
      for (const harapan of cacat)
        expect(temuan).toContainEqual(typeof harapan === 'string' ? harapan : expect.stringMatching(harapan));
      if (cacat.every((c) => typeof c === 'string')) expect(temuan).toEqual(cacat);
    });
    expect(await periksa('SATU')).toEqual([]);
  });

  test('a database function that hashes something else', async () => {
    await uji.sumber.query('ALTER FUNCTION audit_naskah(audit) RENAME TO audit_naskah_asli');
    await uji.sumber.query(`CREATE FUNCTION audit_naskah(a audit) RETURNS text LANGUAGE sql RETURN 'tetap'`);
    await catat(lain.id, 77);
    expect(await periksa('LAIN')).toEqual([`${await panjang(lain.id)} isinya berubah sesudah ditulis`]);
    await uji.sumber.query('DROP FUNCTION audit_naskah(audit)');
    await uji.sumber.query('ALTER FUNCTION audit_naskah_asli(audit) RENAME TO audit_naskah');
  });

  test('a guard that is switched off', async () => {
    const lepas = () => transaksi.jalankan(() => uji.aplikasi.get(PeriksaRantaiQuery).pelindungLepas());
    expect(await lepas()).toEqual([]);
    await uji.sumber.query('ALTER TABLE audit DISABLE TRIGGER audit_tetap');
    expect(await lepas()).toEqual(['audit.audit_tetap']);
    await uji.sumber.query('ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_tetap');
  });
});

test('the installation has a chain of its own, written by strangers too, read by the operator only', async () => {
  const tamu: Konteks = { ...konteks(satu.id), instansi: [], pengguna: null };
  const isi = { instansiId: null, sasaran: { jenis: 'x', id: null, nama: 'x' }, sebelum: null, sesudah: { saringan: '' } };
  await transaksi.sebagai(tamu, () => audit.catat('audit.ekspor', isi));
  const lihat = (operator: boolean) =>
    transaksi.sebagai({ ...tamu, operator }, (manager) => manager.query<unknown[]>('SELECT FROM audit'));
  expect(await lihat(false)).toEqual([]);
  expect(await lihat(true)).toHaveLength(1);
  const hasil = await transaksi.sebagai({ ...tamu, operator: true }, () =>
    uji.aplikasi.get(PeriksaRantaiQuery).periksa(RANTAI_PEMASANGAN),
  );
  expect(hasil).toMatchObject({ jumlah: 1, cacat: [] });
});
