import { aturanPada } from './aturan.rules';

const v = (nama: string, sejak: string, dariPaket = false) => ({ nama, sejak, dariPaket });
const pada = (versi: ReturnType<typeof v>[], tanggal: string) => aturanPada(versi, tanggal)?.nama;

it.each([
  ['2024-04-30', undefined],
  ['2024-05-01', 'satu'],
  ['2025-01-31', 'satu'],
  ['2025-02-01', 'dua'],
  ['2030-01-01', 'dua'],
])('pada %s berlaku versi %s', (tanggal, nama) =>
  expect(pada([v('satu', '2024-05-01'), v('dua', '2025-02-01')], tanggal)).toBe(nama),
);

it('laporan dari sebelum impornya memakai aturan yang dibawa paket, juga sesudah admin menetapkan aturan baru', () => {
  const paket = v('paket', '2026-01-10', true);
  expect(pada([paket], '2023-12-31')).toBe('paket');
  expect(pada([paket, v('sendiri', '2026-02-01')], '2023-12-31')).toBe('paket');
  expect(pada([paket, v('perbaikan', '2026-01-11', true), v('sendiri', '2026-02-01')], '2023-12-31')).toBe('perbaikan');
  expect(pada([v('sendiri', '2026-02-01'), v('paket', '2026-03-01', true)], '2023-12-31')).toBe('paket');
});

it('dua versi pada satu hari: yang kemudian', () =>
  expect(pada([v('satu', '2024-05-01'), v('dua', '2024-05-01')], '2024-05-01')).toBe('dua'));
