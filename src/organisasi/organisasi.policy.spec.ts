import { PERAN, type Pelaku, type Peran } from '../auth/pelaku';
import { bolehBuatInstansi, bolehKelolaOrganisasi, bolehLihatOrang, bolehLihatOrganisasi } from './organisasi.policy';

const pelaku = (peran: Peran | null, operator = false): Pelaku => ({
  penggunaId: 'p',
  nama: 'Siti',
  surel: 'siti@contoh.test',
  operator,
  peran: peran ? [{ instansiId: 'i', peran, unitId: null }] : [],
  sesiId: 's',
  instansi: [],
});

it.each(PERAN)('%s: mengelola hanya admin, melihat orang admin dan inspektur, melihat susunan semua', (peran) => {
  expect(bolehKelolaOrganisasi(pelaku(peran), 'i')).toBe(peran === 'admin');
  expect(bolehLihatOrang(pelaku(peran), 'i')).toBe(peran === 'admin' || peran === 'inspektur');
  expect(bolehLihatOrganisasi(pelaku(peran), 'i')).toBe(true);
  expect(bolehBuatInstansi(pelaku(peran))).toBe(false);
});

it.each(PERAN)('%s di instansi lain tidak berarti apa-apa di sini', (peran) => {
  expect(bolehKelolaOrganisasi(pelaku(peran), 'lain')).toBe(false);
  expect(bolehLihatOrang(pelaku(peran), 'lain')).toBe(false);
  expect(bolehLihatOrganisasi(pelaku(peran), 'lain')).toBe(false);
});

it('operator membuat instansi dan tidak melihat isinya', () => {
  expect(bolehBuatInstansi(pelaku(null, true))).toBe(true);
  expect(bolehLihatOrganisasi(pelaku(null, true), 'i')).toBe(false);
  expect(bolehKelolaOrganisasi(pelaku(null, true), 'i')).toBe(false);
});
