import {
  bolehMemutuskan,
  bolehMencatatTemuan,
  bolehMengelola,
  bolehMengisiUntukUnit,
  bolehMenyusun,
  type UnitDituju,
} from './kewenangan.policy';
import { PERAN, type Pelaku, type Peran } from './pelaku';

const KASN = 'instansi-kasn';
const BKN = 'instansi-bkn';
const subbagian: UnitDituju = { instansiId: KASN, jalur: ['subbagian', 'bagian', 'biro'] };

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
  'menyusun survei dan rencana': [(p) => bolehMenyusun(p, KASN), ['koordinator']],
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
});

test('peran untuk satu unit tidak berlaku untuk seluruh instansi', () => {
  expect(bolehMenyusun(pelaku('koordinator', 'biro'), KASN)).toBe(false);
  expect(bolehMemutuskan(pelaku('pimpinan', 'biro'), KASN)).toBe(false);
});
