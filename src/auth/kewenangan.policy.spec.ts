import {
  bolehMemutuskan,
  bolehMemverifikasi,
  bolehMencatatTemuan,
  bolehMengajukanUntukUnit,
  bolehMengelola,
  bolehMengisiUntukUnit,
  bolehMenyusun,
  type UnitDituju,
} from './kewenangan.policy';
import { PERAN, type Pelaku, type Peran } from './pelaku';

const KASN = 'instansi-kasn';
const BKN = 'instansi-bkn';
const subbagian: UnitDituju = { instansiId: KASN, jalur: ['subbagian', 'bagian', 'biro'] };
const laporanLain = { instansiId: KASN, dibuatOleh: ['orang-lain'] };

const pelaku = (peran: Peran, unitId: string | null = null, instansiId = KASN, operator = false): Pelaku => ({
  penggunaId: 'saya',
  nama: 'Siti',
  surel: 'siti@kasn.go.id',
  operator,
  sesiId: 'sesi',
  instansi: [],
  peran: [{ instansiId, peran, unitId }],
});

const PERBUATAN: Readonly<Record<string, readonly [(p: Pelaku) => boolean, readonly Peran[]]>> = {
  'mengisi laporan unit': [(p) => bolehMengisiUntukUnit(p, subbagian), ['pelapor', 'penanggung_jawab']],
  'mengajukan laporan unit': [(p) => bolehMengajukanUntukUnit(p, subbagian), ['penanggung_jawab']],
  'menyusun survei dan rencana': [(p) => bolehMenyusun(p, KASN), ['koordinator']],
  'memverifikasi laporan orang lain': [(p) => bolehMemverifikasi(p, subbagian, laporanLain), ['koordinator']],
  'memutuskan dan menandatangani': [(p) => bolehMemutuskan(p, KASN), ['pimpinan']],
  'mencatat temuan': [(p) => bolehMencatatTemuan(p, KASN), ['inspektur']],
  'mengelola orang dan pengaturan': [(p) => bolehMengelola(p, KASN), ['admin']],
};

describe.each(Object.entries(PERBUATAN))('%s', (_, [boleh, yangBoleh]) => {
  test(`hanya ${yangBoleh.join(', ')}`, () => {
    expect(PERAN.filter((peran) => boleh(pelaku(peran)))).toEqual(yangBoleh);
  });

  test('peran yang sama di instansi lain tidak cukup, menjadi operator juga tidak', () => {
    for (const peran of PERAN) expect(boleh(pelaku(peran, null, BKN, true))).toBe(false);
    expect(boleh({ ...pelaku('admin'), operator: true, peran: [] })).toBe(false);
  });
});

test.each([
  ['unit itu sendiri', 'subbagian', true],
  ['unit di atasnya', 'bagian', true],
  ['unit di atasnya lagi', 'biro', true],
  ['seluruh instansi', null, true],
  ['unit lain', 'bagian-lain', false],
])('peran untuk %s: %s', (_, unitId, boleh) => {
  expect(bolehMengisiUntukUnit(pelaku('pelapor', unitId), subbagian)).toBe(boleh);
  expect(bolehMengajukanUntukUnit(pelaku('penanggung_jawab', unitId), subbagian)).toBe(boleh);
  expect(bolehMemverifikasi(pelaku('koordinator', unitId), subbagian, laporanLain)).toBe(boleh);
});

test('peran untuk satu unit tidak berlaku untuk seluruh instansi', () => {
  expect(bolehMenyusun(pelaku('koordinator', 'biro'), KASN)).toBe(false);
  expect(bolehMemutuskan(pelaku('pimpinan', 'biro'), KASN)).toBe(false);
});

test('tidak seorang pun memverifikasi pekerjaannya sendiri, apa pun perannya yang lain', () => {
  const rangkap: Pelaku = { ...pelaku('koordinator'), peran: PERAN.map((peran) => ({ instansiId: KASN, peran, unitId: null })) };
  expect(bolehMemverifikasi(rangkap, subbagian, { instansiId: KASN, dibuatOleh: ['orang-lain', 'saya'] })).toBe(false);
  expect(bolehMemverifikasi(rangkap, subbagian, laporanLain)).toBe(true);
});

test('admin tidak memverifikasi', () => {
  expect(bolehMemverifikasi(pelaku('admin'), subbagian, laporanLain)).toBe(false);
});

test('laporan instansi lain tidak diverifikasi dengan unit sendiri', () => {
  expect(bolehMemverifikasi(pelaku('koordinator'), subbagian, { instansiId: BKN, dibuatOleh: [] })).toBe(false);
});
