import { bulanKe, jadwalDalamKata, matriksJadwal, rentangDalamKalimat } from './jadwal.model';

const bulan = (awal: number, n: number, tahun = 2024) =>
  Array.from(
    { length: n },
    (_, i) => `${tahun + Math.floor((awal - 1 + i) / 12)}-${String(((awal - 1 + i) % 12) + 1).padStart(2, '0')}`,
  );

describe('matriksJadwal', () => {
  it('triwulan: tahun utuh, bulan dalam kata, potret untuk satu tahun', () => {
    const m = matriksJadwal([['2024-TW2', '2024-TW3']], 'triwulan');
    expect(m.kolom).toMatchObject({ jumlah: 4, lanskap: false, tahun: [{ tahun: 2024, lebar: 4 }] });
    expect(m.kolom?.periode[1]).toEqual({ nama: 'TW II', bulan: 'Apr–Jun' });
    expect(m.isi(['2024-TW2', '2024-TW3']).tanda).toEqual([false, true, true, false]);
    expect(m.isi([])).toEqual({ tanda: [], kata: null, kosong: true });
  });

  it('beberapa tahun triwulan melintang; lebih dari tiga tahun dalam kata', () => {
    expect(matriksJadwal([['2024-TW4'], ['2026-TW1']], 'triwulan').kolom).toMatchObject({ jumlah: 12, lanskap: true });
    const m = matriksJadwal([['2024-TW4'], ['2027-TW1']], 'triwulan');
    expect(m.kolom).toBeNull();
    expect(m.isi(['2024-TW4', '2027-TW1'])).toEqual({ tanda: [], kata: '2024: TW IV; 2027: TW I', kosong: false });
  });

  it('bulan: dari yang pertama sampai yang terakhir; batas 7, 24, 25', () => {
    expect(matriksJadwal([bulan(2, 7)], 'bulan').kolom).toMatchObject({ jumlah: 7, lanskap: false });
    expect(matriksJadwal([bulan(2, 8)], 'bulan').kolom).toMatchObject({ jumlah: 8, lanskap: true, rapat: false });
    expect(matriksJadwal([bulan(1, 24)], 'bulan').kolom).toMatchObject({ jumlah: 24, rapat: true });
    expect(matriksJadwal([bulan(1, 25)], 'bulan').kolom).toBeNull();
    expect(matriksJadwal([[], []], 'bulan').kolom).toBeNull();
  });

  it('periode yang lebih panjang dari satuannya menandai setiap bagiannya', () => {
    expect(matriksJadwal([['2024-S2']], 'triwulan').isi(['2024-S2']).tanda).toEqual([false, false, true, true]);
  });
});

it('jadwal dalam kata', () => {
  expect(jadwalDalamKata([...bulan(1, 4), '2024-06', '2025-03'], 'bulan')).toBe('2024: Jan–Apr, Jun; 2025: Mar');
  expect(bulanKe(['2017-01', '2017-04', '2017-05', '2017-07', '2017-08', '2017-09', '2017-10', '2017-12'], 'bulan', false)).toBe(
    '1, 4, 5, 7–10, 12',
  );
  expect(bulanKe(bulan(1, 12, 2017), 'bulan', false)).toBe('1–12');
  expect(bulanKe(['2024-TW1', '2025-TW2'], 'triwulan', true)).toBe('2024: TW I; 2025: TW II');
  expect(bulanKe([], 'bulan', false)).toBe('');
});

it('rentang dalam kalimat selalu dengan bulan dalam kata', () => {
  expect(rentangDalamKalimat(['2024-TW2', '2024-TW3', '2024-TW4'], 'triwulan')).toBe('TW II–TW IV 2024 (April–Desember)');
  expect(rentangDalamKalimat(['2024-TW2'], 'triwulan')).toBe('TW II 2024 (April–Juni)');
  expect(rentangDalamKalimat(['2024-TW4', '2025-TW1'], 'triwulan')).toBe('TW IV 2024–TW I 2025 (Oktober 2024–Maret 2025)');
  expect(rentangDalamKalimat(bulan(2, 5, 2023), 'bulan')).toBe('Februari–Juni 2023');
  expect(rentangDalamKalimat(['2023-08'], 'bulan')).toBe('Agustus 2023');
  expect(rentangDalamKalimat([], 'bulan')).toBeNull();
});
