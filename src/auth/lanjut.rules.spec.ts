import fc from 'fast-check';
import { jalurLokal } from './lanjut.rules';

describe('jalurLokal', () => {
  it.each([
    ['/', '/'],
    ['/instansi/KASN', '/instansi/KASN'],
    ['/instansi/KASN?q=a%20b&h=2#rencana', '/instansi/KASN?q=a%20b&h=2#rencana'],
    ['/instansi/A%2FB', '/instansi/A%2FB'],
    ['/instansi/K%C3%A9', '/instansi/K%C3%A9'],
    ['/?q=//contoh.id', '/?q=//contoh.id'],
    ['/akun', '/akun'],
  ])('membiarkan %j', (teks, hasil) => {
    expect(jalurLokal(teks)).toBe(hasil);
  });

  it.each([
    ...[
      '',
      'akun',
      'https://jahat.id',
      '//jahat.id',
      '///jahat.id',
      '/\\jahat.id',
      '\\\\jahat.id',
      '/\t/jahat.id',
      '/\n/jahat.id',
    ],
    ...['/%2fjahat.id', '/%2Fjahat.id', '/%5cjahat.id', '/%252fjahat.id', '/%25255cjahat.id', '/%09/jahat.id', '/%00'],
    ...['javascript:alert(1)', '/..//jahat.id', '/.//jahat.id', '/a/../..//jahat.id', '/%2e%2e//jahat.id', '/%E0%A4%A'],
    ...['/masuk', '/masuk?lanjut=/', '/keluar', '/MASUK', '/undangan/abc', '/ /jahat.id', `/${'a'.repeat(3000)}`, '/\u2028'],
  ])('menolak %j', (teks) => {
    expect(jalurLokal(teks)).toBe('/');
  });

  it('never leaves the site, whatever is asked for', () => {
    const bagian = fc.constantFrom(
      '/',
      '\\',
      '%2f',
      '%5C',
      '%25',
      '.',
      '..',
      'jahat.id',
      '@',
      ':',
      '\t',
      '\n',
      '?',
      '#',
      'http:',
      '%09',
      'a',
    );
    fc.assert(
      fc.property(fc.array(bagian, { maxLength: 8 }), (potongan) => {
        const hasil = jalurLokal(`/${potongan.join('')}`);
        expect(hasil.startsWith('/')).toBe(true);
        for (const teks of [hasil, decodeURIComponent(hasil.split(/[?#]/, 1)[0] ?? '')]) {
          expect(new URL(teks, 'https://tuntas.test').origin).toBe('https://tuntas.test');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
