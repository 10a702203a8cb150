import { bacaJadwal, judulPeriode } from './periode-teks.rules';

const bulan = (ke: number, sampai = ke) =>
  Array.from({ length: sampai - ke + 1 }, (_, i) => `2023-${String(ke + i).padStart(2, '0')}`);

describe('jadwal dalam kata, seperti dicetak dokumen', () => {
  it.each([
    ['Februari-Juni 2023', bulan(2, 6)],
    ['Februari – Juni 2023', bulan(2, 6)],
    ['Feb s.d. Jun 2023', bulan(2, 6)],
    ['Februari 2023 s/d Juni 2023', bulan(2, 6)],
    ['Agustus 2023', ['2023-08']],
    ['1-12', bulan(1, 12)],
    ['1, 4, 5', ['2023-01', '2023-04', '2023-05']],
    ['6 dan 8', ['2023-06', '2023-08']],
    ['9', ['2023-09']],
    ['November 2023 - Januari 2024', ['2023-11', '2023-12', '2024-01']],
    ['2023-08', ['2023-08']],
    ['2023-08-01', ['2023-08']],
    ['Agu-23', ['2023-08']],
    ['TW I, TW III 2024', ['2024-TW1', '2024-TW3']],
    ['Triwulan II', ['2023-TW2']],
    ['Semester II 2024', ['2024-S2']],
    ['2024', ['2024']],
    ['', []],
    ['-', []],
  ])('%s', (teks, harapan) => expect(bacaJadwal(teks, 2023, 'bulan')).toEqual(harapan));
  it.each(['Februari 2023 s.d sekarang', 'segera', '13', '0', 'TW V', 'Juni - Februari 2023', 'x'])('%s tidak ditebak', (teks) =>
    expect(bacaJadwal(teks, 2023, 'bulan')).toBeNull(),
  );
  it('bilangan menghitung satuan rencananya', () => {
    expect(bacaJadwal('1, 4', 2024, 'triwulan')).toEqual(['2024-TW1', '2024-TW4']);
    expect(bacaJadwal('5', 2024, 'triwulan')).toBeNull();
  });
});

describe('judul kolom', () => {
  it.each([
    ['TW I', '2024', '2024-TW1'],
    ['TW IV', '', '2030-TW4'],
    ['TW II 2025\nApr–Jun', '', '2025-TW2'],
    ['Triwulan III (Jul-Sep)', 'Tahun 2024', '2024-TW3'],
    ['Jan 2024', '', '2024-01'],
    ['Mei', '2024', '2024-05'],
    ['2', 'Bulan ke-', '2030-TW2'],
    ['II', '2024', '2024-TW2'],
    ['2', 'Waktu', null],
    ['No', '', null],
    ['2024', '', null],
    ['Unsur', '2024', null],
  ])('%j di bawah %j', (judul, atas, harapan) => expect(judulPeriode(judul, atas, 2030, 'triwulan')).toBe(harapan));
});
