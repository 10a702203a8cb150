import { kelompokAlamat, namaPeramban } from './asal';

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [null, '-'],
])('%s counts as %s', (ip, kelompok) => {
  expect(kelompokAlamat(ip)).toBe(kelompok);
});

it('names a browser as people know it', () => {
  expect(
    namaPeramban('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36'),
  ).toBe('Chrome di Windows');
  expect(namaPeramban('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1')).toBe(
    'Safari di iOS',
  );
  expect(namaPeramban('curl/8')).toBe('Peramban tidak dikenal');
  expect(namaPeramban(null)).toBe('Peramban tidak dikenal');
});
