import { PERAN, type Pelaku, type Peran } from '../../auth/pelaku';
import {
  bolehKelolaOrang,
  LINGKUP_PERAN,
  tolakAkhiriPeran,
  tolakBeriPeran,
  tolakLingkup,
  tolakRangkap,
  type CalonPeran,
} from './peran.policy';

const pelaku = (peran: Peran | null, operator = false): Pelaku => ({
  penggunaId: 'saya',
  nama: 'Siti',
  surel: 'siti@contoh.test',
  operator,
  peran: peran ? [{ instansiId: 'i', peran, unitId: null }] : [],
  sesiId: 's',
  instansi: [],
});

const calon = (peran: Peran, isi: Partial<CalonPeran> = {}): CalonPeran => ({
  instansiId: 'i',
  penggunaId: 'dia',
  peran,
  unitId: LINGKUP_PERAN[peran] === 'unit' ? 'u' : null,
  ...isi,
});

it.each(PERAN)('peran %s diberikan hanya oleh admin', (peran) => {
  for (const pemberi of PERAN) expect(tolakBeriPeran(pelaku(pemberi), calon(peran), []) === null).toBe(pemberi === 'admin');
  expect(tolakBeriPeran(pelaku(null, true), calon(peran), [])).not.toBeNull();
});

it.each(PERAN)('tidak seorang pun memberi dirinya sendiri peran %s', (peran) =>
  expect(tolakBeriPeran(pelaku('admin'), calon(peran, { penggunaId: 'saya' }), ['admin'])).toContain('dirinya sendiri'),
);

it('admin instansi lain bukan siapa-siapa di sini', () => {
  expect(bolehKelolaOrang(pelaku('admin'), 'lain')).toBe(false);
  expect(tolakBeriPeran(pelaku('admin'), calon('pimpinan', { instansiId: 'lain' }), [])).not.toBeNull();
});

it('seorang admin menjadi koordinator hanya lewat admin lain', () => {
  expect(tolakBeriPeran(pelaku('admin'), calon('koordinator'), ['admin'])).toBeNull();
  expect(tolakBeriPeran(pelaku('admin'), calon('koordinator', { penggunaId: 'saya' }), ['admin'])).not.toBeNull();
});

it('inspektur tidak merangkap peran apa pun di instansi yang diperiksanya', () => {
  for (const lain of PERAN.filter((peran) => peran !== 'inspektur')) {
    expect(tolakBeriPeran(pelaku('admin'), calon('inspektur'), [lain])).not.toBeNull();
    expect(tolakBeriPeran(pelaku('admin'), calon(lain), ['inspektur'])).not.toBeNull();
  }
  expect(tolakRangkap('inspektur', ['pimpinan'])).toContain('memutuskan');
  expect(tolakRangkap('pimpinan', ['inspektur'])).toContain('akhiri dahulu peran inspekturnya');
  expect(tolakRangkap('pimpinan', ['koordinator', 'admin', 'pelapor'])).toBeNull();
});

it.each(PERAN)('lingkup peran %s sama dengan tabelnya', (peran) => {
  expect(tolakLingkup(peran, null) === null).toBe(LINGKUP_PERAN[peran] !== 'unit');
  expect(tolakLingkup(peran, 'u') === null).toBe(LINGKUP_PERAN[peran] !== 'instansi');
});

it('admin terakhir tidak dapat diakhiri, juga oleh dirinya sendiri', () => {
  expect(tolakAkhiriPeran(pelaku('admin'), calon('admin'), 0)).toContain('admin terakhir');
  expect(tolakAkhiriPeran(pelaku('admin'), calon('admin', { penggunaId: 'saya' }), 0)).toContain('admin terakhir');
  expect(tolakAkhiriPeran(pelaku('admin'), calon('admin', { penggunaId: 'saya' }), 1)).toBeNull();
  expect(tolakAkhiriPeran(pelaku('admin'), calon('koordinator'), 0)).toBeNull();
  expect(tolakAkhiriPeran(pelaku('koordinator'), calon('pelapor'), 3)).not.toBeNull();
});
