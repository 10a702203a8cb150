import { penomoran, potong } from './penomoran';

describe('penomoran', () => {
  it.each([
    ['', 1],
    ['2', 2],
    ['0', 1],
    ['-1', 1],
    ['1e3', 1],
    ['999999999', 250],
    ['99999999999999999999', 1],
  ])('reads page %j as %i of 250', (diminta, halaman) => {
    expect(potong(5000, 20, diminta)).toMatchObject({ halaman, jumlahHalaman: 250, lewati: (halaman - 1) * 20 });
  });

  it('has one page for an empty list', () => {
    expect(potong(0, 20, '3')).toMatchObject({ halaman: 1, jumlahHalaman: 1, lewati: 0 });
    expect(penomoran(potong(20, 20, ''), 'instansi', '/', {})).toBeNull();
  });

  it('keeps the search in its links and shows gaps', () => {
    const hasil = penomoran(potong(5000, 20, '7'), 'instansi', '/', { q: 'kota' });
    expect(hasil?.ringkas).toBe('Menampilkan 121–140 dari 5.000 instansi');
    expect(hasil?.nomor.map((n) => n.teks)).toEqual(['1', '…', '6', '7', '8', '…', '250']);
    expect(hasil?.sebelum).toBe('/?q=kota&h=6');
    expect(hasil?.nomor.find((n) => n.kini)?.tautan).toBe('/?q=kota&h=7');
  });
});
