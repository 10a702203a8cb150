import { sebabAlasan } from '../rtl/alasan-prioritas.rules';
import { judulBaku, masalahPrioritas, type AcuanPrioritas, type IsiPrioritas } from './pilihan.rules';

const NAMA = new Map(['U1', 'U3', 'U5', 'U7', 'U8', 'U9'].map((u) => [u, `Nama ${u}`]));
const ACUAN: AcuanPrioritas = {
  unsur: NAMA,
  dinilai: new Set(['U1', 'U3', 'U5', 'U7', 'U9']),
  terendah: new Set(['U9', 'U3', 'U5']),
  terpakai: new Map([['U1', 4]]),
};
const ISI: IsiPrioritas = { judul: 'Sarana', program: null, unsur: ['U9'], asal: 'unsur', alasan: null };
const medan = (isi: Partial<IsiPrioritas>, acuan = ACUAN) => masalahPrioritas({ ...ISI, ...isi }, acuan).map((m) => m.medan);

describe('alasan prioritas', () => {
  it.each([
    [['U9'], null],
    [['U3', 'U5'], 'gabungan'],
    [['U7'], 'bukan-terendah'],
    [['U9', 'U7'], 'bukan-terendah'],
    [[], 'bukan-unsur'],
  ] as const)('%j: %s', (unsur, sebab) => expect(sebabAlasan(unsur, ACUAN)).toBe(sebab));

  it('survei tanpa nilai per unsur: setiap pilihan perlu alasan', () =>
    expect(sebabAlasan(['U9'], { ...ACUAN, dinilai: null })).toBe('tanpa-nilai'));

  it.each([
    ['satu unsur terendah tanpa alasan', {}, []],
    ['gabungan tanpa alasan', { unsur: ['U3', 'U5'] }, ['alasan']],
    ['gabungan beralasan', { unsur: ['U3', 'U5'], alasan: 'Satu proses bisnis' }, []],
    ['unsur lain tanpa alasan', { unsur: ['U7'] }, ['alasan']],
    ['bukan unsur tanpa alasan', { unsur: [], asal: 'saran' }, ['alasan']],
    ['alasan yang tidak mengatakan apa-apa', { unsur: [], asal: 'bebas', alasan: '- .' }, ['alasan']],
    ['bukan unsur beralasan', { unsur: [], asal: 'bebas', alasan: 'Amanat road map' }, []],
    ['tidak memilih apa pun', { unsur: [], asal: 'unsur' }, ['unsur']],
    ['unsur yang tidak ada', { unsur: ['U99'] }, ['unsur']],
    ['unsur yang tidak dinilai', { unsur: ['U8'] }, ['unsur']],
    ['unsur yang sudah dipakai', { unsur: ['U1'] }, ['unsur']],
    ['judul kosong, sekaligus yang lain', { judul: ' -', unsur: ['U7'] }, ['judul', 'alasan']],
  ] as const)('%s', (_, isi, salah) => expect(medan(isi)).toEqual(salah));

  it('unsur yang sudah dipakai disebut nomornya', () =>
    expect(masalahPrioritas({ ...ISI, unsur: ['U1'] }, ACUAN)[0]?.pesan).toContain('prioritas 4'));
});

it.each([
  [['U9'], 'Nama U9'],
  [['U3', 'U5'], 'Nama U3 dan Nama U5'],
  [['U3', 'U5', 'U9'], 'Nama U3, Nama U5 dan Nama U9'],
  [['X'], 'X'],
  [[], ''],
])('judul dari %j: %s', (unsur, judul) => expect(judulBaku(unsur, NAMA)).toBe(judul));
