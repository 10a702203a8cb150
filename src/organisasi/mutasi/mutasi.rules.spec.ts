import { keadaanDiTangan, periksaPilihan, susunLangkah, type ButirDiTangan, type PilihanMutasi } from './mutasi.rules';

const kabag: ButirDiTangan = {
  kunci: 'penugasan:1',
  jenis: 'penugasan',
  id: '1',
  judul: 'Kepala Bagian Umum',
  keterangan: 'definitif',
  tindakan: ['akhiri', 'serahkan', 'tetap'],
  keadaan: 'a',
  asal: { macam: 'penugasan', jabatanId: 'j', jabatan: 'Kepala Bagian Umum', mulai: '2024-01-01' },
};
const admin: ButirDiTangan = {
  ...kabag,
  kunci: 'peran:2',
  jenis: 'peran',
  id: '2',
  judul: 'Admin',
  asal: { macam: 'peran', peran: 'admin', namaPeran: 'Admin', unitId: null, lingkup: 'seluruh instansi', mulai: '2024-01-01' },
};
const berkas: ButirDiTangan = {
  ...kabag,
  kunci: 'draf:3',
  jenis: 'draf',
  id: '3',
  judul: 'Draf laporan',
  asal: { macam: 'lain' },
};
const semua = [berkas, admin, kabag];
const calon = [
  { id: 'budi', nama: 'Budi', nip: null, pangkat: null },
  { id: 'saya', nama: 'Saya', nip: null, pangkat: null },
];
const serahkan = (butir: string, pewarisId: string | null = 'budi', status: PilihanMutasi['status'] = 'plt'): PilihanMutasi => ({
  butir,
  tindakan: 'serahkan',
  pewarisId,
  status,
});

it('jabatan dibebaskan sebelum diserahkan, peran diberikan sebelum diakhiri, yang lain terakhir', () => {
  const langkah = susunLangkah(
    semua,
    semua.map((b) => serahkan(b.kunci)),
    '2026-03-01',
    calon,
  );
  expect(langkah.map((l) => l.jenis)).toEqual(['akhiri-penugasan', 'buka-penugasan', 'beri-peran', 'akhiri-peran', 'serahkan']);
  expect(langkah.map((l) => l.teks)[1]).toBe('Budi menjadi Plt. Kepala Bagian Umum');
});

it('yang tetap di tangannya tidak menjadi langkah', () =>
  expect(
    susunLangkah(
      semua,
      semua.map((b) => ({ ...serahkan(b.kunci), tindakan: 'tetap' })),
      '2026-03-01',
      calon,
    ),
  ).toEqual([]));

it('yang baru mulai sesudah tanggal mutasi berakhir pada hari mulainya', () => {
  const nanti: ButirDiTangan = { ...kabag, asal: { macam: 'penugasan', jabatanId: 'j', jabatan: 'K', mulai: '2026-05-01' } };
  expect(susunLangkah([nanti], [{ ...serahkan(kabag.kunci), tindakan: 'akhiri' }], '2026-03-01', calon)).toMatchObject([
    { selesai: '2026-05-01' },
  ]);
});

it.each([
  [
    'jabatan yang berakhir tidak dapat tetap',
    { ...serahkan(kabag.kunci), tindakan: 'tetap' as const },
    'jabatan inilah yang berakhir',
  ],
  ['tanpa penerima', serahkan(kabag.kunci, null), 'pilih siapa'],
  ['kepada dirinya sendiri', serahkan(kabag.kunci, 'saya'), 'orang lain'],
  ['kepada orang luar', serahkan(kabag.kunci, 'luar'), 'bukan orang instansi ini'],
  ['tanpa cara memegang', serahkan(kabag.kunci, 'budi', null), 'Plt.'],
  ['tindakan yang tidak ditawarkan', { ...serahkan(kabag.kunci), tindakan: 'ikut' as const }, 'pilih salah satu'],
])('%s ditolak', (_, pilihan, pesan) =>
  expect(periksaPilihan([kabag], [pilihan], kabag.kunci, 'saya', calon)[0]?.pesan).toContain(pesan),
);

it('sidik berubah bila satu keadaan berubah, dan tidak oleh urutan', () => {
  const awal = keadaanDiTangan(semua, calon);
  expect(keadaanDiTangan(semua.toReversed(), calon.toReversed())).toBe(awal);
  expect(keadaanDiTangan([berkas, admin, { ...kabag, keadaan: 'b' }], calon)).not.toBe(awal);
  expect(keadaanDiTangan([berkas, admin], calon)).not.toBe(awal);
});
