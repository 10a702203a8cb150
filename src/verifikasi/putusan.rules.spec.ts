import { butirPeriksa, masalahPutusan } from './putusan.rules';

const bukti = [
  { id: 'a', nama: 'notula.pdf', diharapkan: 0 },
  { id: 'b', nama: 'foto.jpg' },
];
const diharapkan = [
  { urutan: 0, uraian: 'Notula rapat' },
  { urutan: 1, uraian: 'Naskah yang disahkan' },
];
const butir = butirPeriksa(bukti, diharapkan);

it('yang diperiksa: setiap bukti, lalu setiap bukti yang diharapkan tetapi belum ada', () => {
  expect(butir.map((b) => b.medan)).toEqual(['b.a', 'b.b', 'd.1']);
});

it('memverifikasi menuntut semuanya memadai; tempat kosong hanya bila dikatakan sudah', () => {
  const semua = () => true;
  const tanpa = (medan: string) => (b: { medan: string }) => b.medan !== medan;
  expect(masalahPutusan('verifikasi', 'sudah', butir, semua)).toEqual([]);
  expect(masalahPutusan('verifikasi', 'sudah', butir, tanpa('b.b')).map((m) => m.medan)).toEqual(['b.b']);
  expect(masalahPutusan('verifikasi', 'sudah', butir, tanpa('d.1')).map((m) => m.medan)).toEqual(['d.1']);
  expect(masalahPutusan('verifikasi', 'sebagian', butir, tanpa('d.1'))).toEqual([]);
  expect(masalahPutusan('verifikasi', 'sebagian', butir, tanpa('b.a')).map((m) => m.medan)).toEqual(['b.a']);
});

it('menyatakan bukti tidak memadai menuntut sedikitnya satu yang ditandai, kecuali tidak ada yang dapat ditandai', () => {
  expect(masalahPutusan('nyatakanTidakMemadai', 'sudah', butir, () => true)).toHaveLength(1);
  expect(masalahPutusan('nyatakanTidakMemadai', 'sudah', butir, (b) => b.bukti !== 'a')).toEqual([]);
  expect(masalahPutusan('nyatakanTidakMemadai', 'sebagian', [], () => true)).toEqual([]);
});

it('mengembalikan selalu boleh', () => {
  for (const nilai of [true, false]) expect(masalahPutusan('kembalikan', 'sudah', butir, () => nilai)).toEqual([]);
});
