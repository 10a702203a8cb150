import { adalahNihil, ALUR_SARAN, asalTindakan, bentukBanding, langkahSaran, pisahBaris, STATUS_SARAN } from './saran.rules';

describe('jawaban tanpa saran', () => {
  it.each([
    ...[
      '',
      '  ',
      '-',
      '--',
      '.',
      '…',
      'Tidak ada',
      'tidak ada.',
      'TIDAK ADA SARAN',
      'Tdk ada',
      'gak ada',
      'ga',
      'Nihil',
      'NIHIL!',
      'kosong',
    ],
    ...[
      'belum ada',
      'Belum ada saran',
      'Tidak ada kritik dan saran',
      'Saran: tidak ada',
      'untuk saat ini tidak ada',
      'N/A',
      'n.a.',
      'none',
      'No',
    ],
    ...[
      'Tidak ada, terima kasih',
      'tidak ada keluhan',
      'Sejauh ini belum ada masukan',
      'x',
      'Tiada',
      'tanpa saran',
      'tidak punya saran',
    ],
  ])('%j', (teks) => expect(adalahNihil(teks)).toBe(true));

  it.each([
    ...[
      'Tidak ada toilet',
      'Tidak ada tempat parkir',
      'Belum ada perubahan',
      'Tidak ramah',
      'Kurang kursi',
      'Pertahankan',
      'Baik',
      'AC',
    ],
    ...[
      'Tidak ada petugas di loket 2',
      'Saran: perbanyak kursi',
      'Nomor antrean kosong',
      'Tidak ada saran, tetapi toiletnya kotor',
    ],
  ])('%j menyarankan sesuatu', (teks) => expect(adalahNihil(teks)).toBe(false));
});

describe('bentuk banding', () => {
  it('huruf, spasi, dan tanda di tepi tidak membedakan', () => {
    expect(bentukBanding('  “Perbanyak  KURSI”. ')).toBe(bentukBanding('perbanyak kursi'));
    expect(bentukBanding('Perbanyak kursi')).not.toBe(bentukBanding('Perbanyak meja'));
  });
});

describe('tempelan', () => {
  it('satu baris satu saran, tanpa nomor dan tanda kutipnya, dengan nomor baris', () => {
    const tempelan = '1) “Sarana kantor perlu perbaikan”.\n\n- 2) Tingkatkan\r\n"Ruang ""tunggu"" sempit"\n3 loket saja';
    expect(pisahBaris(tempelan)).toEqual([
      { baris: 1, teks: 'Sarana kantor perlu perbaikan' },
      { baris: 3, teks: 'Tingkatkan' },
      { baris: 4, teks: 'Ruang "tunggu" sempit' },
      { baris: 5, teks: '3 loket saja' },
    ]);
  });

  it('baris "-" tetap satu jawaban, bukan hilang', () => {
    expect(pisahBaris('-\n--\n1.').map((b) => b.teks)).toEqual(['-', '--', '1.']);
  });
});

describe('alur', () => {
  it('setiap keadaan dapat dicapai dan ditinggalkan', () => {
    for (const status of STATUS_SARAN) {
      expect(ALUR_SARAN.some((l) => l.dari === status)).toBe(true);
      expect(ALUR_SARAN.some((l) => l.ke === status)).toBe(true);
    }
  });

  it('jalan lurus: baru → ditetapkan → ditanggapi → layak terbit', () => {
    expect(langkahSaran('baru', 'tetapkan')).toEqual({ ke: 'ditetapkan' });
    expect(langkahSaran('ditetapkan', 'tanggapi')).toEqual({ ke: 'ditanggapi' });
    expect(langkahSaran('ditanggapi', 'terbitkan')).toEqual({ ke: 'layak_terbit' });
    expect(langkahSaran('baru', 'terbitkan')).toHaveProperty('ditolak');
    expect(langkahSaran('nihil', 'tanggapi')).toHaveProperty('ditolak');
  });

  it('tidak diterbitkan, ditinjau ulang, dan dikecualikan hanya dengan alasan', () => {
    expect(langkahSaran('ditanggapi', 'jangan-terbitkan', ' ')).toEqual({ ditolak: 'Tuliskan alasannya' });
    expect(langkahSaran('ditanggapi', 'jangan-terbitkan', 'kasar')).toEqual({ ke: 'tidak_diterbitkan' });
    expect(langkahSaran('layak_terbit', 'tinjau-ulang', 'salah')).toEqual({ ke: 'ditanggapi' });
    expect(langkahSaran('baru', 'kecualikan')).toEqual({ ditolak: 'Tuliskan alasannya' });
  });

  it('yang sudah ditanggapi tidak dapat dikeluarkan dari hitungan', () => {
    expect(asalTindakan('kecualikan')).toEqual(['baru', 'ditetapkan']);
  });
});
