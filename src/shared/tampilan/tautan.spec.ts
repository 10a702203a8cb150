import { jalur, jangkar, kueri, tautanLuar, teksKueri } from './tautan';

describe('tautan', () => {
  it('encodes every part of an address', () => {
    expect(jalur('instansi', 'A/B #1', 'survei', 'SKM-2024')).toBe('/instansi/A%2FB%20%231/survei/SKM-2024');
  });

  it('leaves empty values out of the query', () => {
    expect(kueri('/x', { a: '', b: null, c: 'd e', h: 2 }, 'matriks')).toBe('/x?c=d+e&h=2#matriks');
    expect(kueri('/x', {})).toBe('/x');
  });

  it.each([
    ['https://bit.ly/x', 'https://bit.ly/x'],
    ['www.kasn.go.id', 'https://www.kasn.go.id/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['  ', null],
    ['bukan tautan', null],
  ])('makes a link of %j only where it is the web', (teks, hasil) => {
    expect(tautanLuar(teks)).toBe(hasil);
  });

  it('keeps distinct codes distinct as ids', () => {
    expect(jangkar('k', '3.2')).toBe('k-3-2');
    expect(jangkar('k', 'a b')).not.toBe(jangkar('k', 'a/b'));
  });

  it('reads one clean text from any query value', () => {
    expect(teksKueri(['a', 'b'])).toBe('a');
    expect(teksKueri({ a: 'b' })).toBe('');
    expect(teksKueri(undefined)).toBe('');
    expect(teksKueri('\u0000a\u0007 ')).toBe('a');
    expect(teksKueri('x'.repeat(1000))).toHaveLength(200);
  });
});
