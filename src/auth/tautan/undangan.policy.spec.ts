import type { Pelaku, Peran } from '../pelaku';
import { bolehMenyerahkanTautan } from './undangan.policy';

function pelaku(operator: boolean, ...peran: readonly (readonly [string, Peran])[]): Pelaku {
  const daftar = peran.map(([instansiId, p]) => ({ instansiId, peran: p, unitId: null }));
  return { penggunaId: 'x', nama: 'X', surel: 'x@a.id', operator, peran: daftar, sesiId: 's', instansi: [] };
}

it.each([
  [
    'admin menyerahkan tautan kepada orang di instansinya',
    pelaku(false, ['A', 'admin']),
    { operator: false, instansi: ['A'] },
    true,
  ],
  ['admin menyerahkan tautan kepada orang tanpa peran', pelaku(false, ['A', 'admin']), { operator: false, instansi: [] }, true],
  [
    'admin tidak memegang tautan inspektur dua instansi',
    pelaku(false, ['A', 'admin']),
    { operator: false, instansi: ['A', 'B'] },
    false,
  ],
  [
    'admin di A yang hanya pelapor di B',
    pelaku(false, ['A', 'admin'], ['B', 'pelapor']),
    { operator: false, instansi: ['B'] },
    false,
  ],
  ['admin dua instansi', pelaku(false, ['A', 'admin'], ['B', 'admin']), { operator: false, instansi: ['A', 'B'] }, true],
  ['admin tidak memegang tautan operator', pelaku(false, ['A', 'admin']), { operator: true, instansi: ['A'] }, false],
  ['operator', pelaku(true), { operator: false, instansi: ['A', 'B'] }, true],
  ['operator lain', pelaku(true), { operator: true, instansi: [] }, false],
])('%s', (_, siapa, penerima, boleh) => {
  expect(bolehMenyerahkanTautan(siapa, penerima)).toBe(boleh);
});
