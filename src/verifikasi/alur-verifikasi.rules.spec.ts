import { ALUR_VERIFIKASI, langkahVerifikasi, type TindakanVerifikasi } from './alur-verifikasi.rules';

const STATUS = [null, 'draf', 'diajukan', 'dikembalikan', 'terverifikasi', 'bukti_tidak_memadai'] as const;
const TINDAKAN: TindakanVerifikasi[] = ['simpan', 'ajukan', 'kembalikan', 'verifikasi', 'nyatakanTidakMemadai'];
const orang = { pelaku: 'pemeriksa', pelapor: ['pelapor'], alasan: 'foto tidak terbaca' };

it('setiap langkah di luar tabel ditolak; yang terverifikasi tidak berubah lagi', () => {
  for (const status of STATUS) {
    for (const tindakan of TINDAKAN) {
      const boleh = ALUR_VERIFIKASI.some((l) => l.dari === status && l.tindakan === tindakan);
      expect('ke' in langkahVerifikasi(status, tindakan, orang)).toBe(boleh);
    }
  }
  expect(ALUR_VERIFIKASI.some((l) => l.dari === 'terverifikasi')).toBe(false);
});

it('dikembalikan, diajukan lagi, lalu terverifikasi', () => {
  expect(langkahVerifikasi('diajukan', 'kembalikan', orang)).toEqual({ ke: 'dikembalikan' });
  expect(langkahVerifikasi('dikembalikan', 'ajukan', { pelaku: 'pelapor', pelapor: ['pelapor'] })).toEqual({ ke: 'diajukan' });
  expect(langkahVerifikasi('diajukan', 'verifikasi', orang)).toEqual({ ke: 'terverifikasi' });
});

it('tidak seorang pun memeriksa laporannya sendiri', () => {
  for (const tindakan of ['verifikasi', 'kembalikan', 'nyatakanTidakMemadai'] as const) {
    expect(langkahVerifikasi('diajukan', tindakan, { ...orang, pelaku: 'pelapor' })).toHaveProperty('ditolak');
  }
});

it('mengembalikan dan menolak bukti perlu alasan', () => {
  const tanpa = { pelaku: 'pemeriksa', pelapor: [] };
  expect(langkahVerifikasi('diajukan', 'kembalikan', tanpa)).toHaveProperty('ditolak');
  expect(langkahVerifikasi('diajukan', 'nyatakanTidakMemadai', { ...tanpa, alasan: ' ' })).toHaveProperty('ditolak');
});
