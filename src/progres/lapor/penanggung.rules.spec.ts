import { penanggungSlot } from './penanggung.rules';

const unit = (unitId: string) => ({ unitId, kelompok: null, anggota: [] });
const pokja = { unitId: null, kelompok: 'seluruh Pokja', anggota: ['a', 'b'] };

describe('penanggungSlot', () => {
  it.each<[string, Parameters<typeof penanggungSlot>, ReturnType<typeof penanggungSlot>]>([
    ['none', [[], [], '2024-TW2'], { utama: [], kelompok: null, pendukung: [] }],
    ['one', [[unit('a')], [], '2024-TW2'], { utama: ['a'], kelompok: null, pendukung: [] }],
    [
      'each unit once',
      [[unit('a'), unit('b'), pokja, unit('b')], [], '2024-TW2'],
      { utama: ['a'], kelompok: null, pendukung: ['b'] },
    ],
    [
      'a kelompok is all of its units',
      [[pokja, unit('c')], [], '2024-TW2'],
      { utama: ['a', 'b'], kelompok: 'seluruh Pokja', pendukung: ['c'] },
    ],
    [
      'handed over from that period on',
      [[pokja, unit('c')], [{ unitId: 'd', mulaiPeriode: '2024-TW2' }], '2024-TW2'],
      { utama: ['d'], kelompok: null, pendukung: ['c'] },
    ],
    [
      'not before',
      [[unit('a')], [{ unitId: 'd', mulaiPeriode: '2024-TW3' }], '2024-TW2'],
      { utama: ['a'], kelompok: null, pendukung: [] },
    ],
    [
      'the newest that holds',
      [
        [unit('a')],
        [
          { unitId: 'e', mulaiPeriode: '2025-TW1' },
          { unitId: 'd', mulaiPeriode: '2024-TW1' },
        ],
        '2024-TW2',
      ],
      { utama: ['d'], kelompok: null, pendukung: [] },
    ],
  ])('%s', (_, masukan, hasil) => expect(penanggungSlot(...masukan)).toEqual(hasil));
});
