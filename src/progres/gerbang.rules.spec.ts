import { bacaStatus, ketepatanWaktu, syaratKurang, type IsianLaporan } from './gerbang.rules';

const BUKTI = { jenis: 'dokumen', berkas: 'sk.pdf' } as const;

describe('gerbang pengajuan: semua kekurangan sekaligus', () => {
  it.each<[string, IsianLaporan, string[]]>([
    ['tanpa status', {}, ['status']],
    ['sudah, kosong', { status: 'sudah', deskripsi: '  ' }, ['deskripsi', 'bukti']],
    ['sudah, bukti kosong', { status: 'sudah', deskripsi: 'x', bukti: [] }, ['bukti']],
    ['sudah, lengkap', { status: 'sudah', deskripsi: 'x', bukti: [BUKTI] }, []],
    ['sebagian, kosong', { status: 'sebagian' }, ['hambatan', 'tindakLanjutBerikut']],
    ['belum, tanpa langkah berikut', { status: 'belum', hambatan: 'x' }, ['tindakLanjutBerikut']],
    ['belum, lengkap', { status: 'belum', hambatan: 'x', tindakLanjutBerikut: 'y' }, []],
    ['tidak dapat, kosong', { status: 'tidak_dapat', deskripsi: 'x' }, ['alasan', 'suratKeputusan']],
    ['tidak dapat, lengkap', { status: 'tidak_dapat', alasan: 'anggaran', suratKeputusan: BUKTI }, []],
  ])('%s', (_, isian, medan) => {
    const kurang = syaratKurang(isian);
    expect(kurang.map((k) => k.medan)).toEqual(medan);
    expect(kurang.every((k) => k.pesan.endsWith('.'))).toBe(true);
  });
});

it.each([
  ['Sudah di tindak lanjuti', 'sudah'],
  ['SUDAH', 'sudah'],
  ['Selesai', 'sudah'],
  ['Sebagian Sudah Dilaksanakan', 'sebagian'],
  ['Sedang berproses', 'sebagian'],
  ['Dalam proses', 'sebagian'],
  ['Belum', 'belum'],
  ['Tidak dapat dilaksanakan', 'tidak_dapat'],
  ['√', null],
  ['', null],
])('kata dalam dokumen: %s → %s', (tertulis, status) => expect(bacaStatus(tertulis)).toBe(status));

describe('ketepatan waktu diturunkan, dan keterlambatan tidak dilupakan', () => {
  it.each([
    ['2024-07-05', ['2024-07-05'], '2024-08-01', 'tepat waktu', false],
    ['2024-07-05', ['2024-07-06'], '2024-08-01', 'terlambat', true],
    ['2024-07-05', [], '2024-07-05', 'belum jatuh tempo', false],
    ['2024-07-05', [], '2024-07-06', 'terlambat', true],
    ['2024-07-05', ['2024-07-20', '2024-07-01'], '2024-08-01', 'tepat waktu', true],
  ])('batas %s, diajukan %j, hari ini %s → %s', (batas, pengajuan, hariIni, status, pernahTerlambat) => {
    expect(ketepatanWaktu(batas, pengajuan, hariIni)).toEqual({ status, pernahTerlambat });
  });
});
