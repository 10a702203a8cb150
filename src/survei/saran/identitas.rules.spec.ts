import { samarkanIdentitas, temukanIdentitas } from './identitas.rules';
import { adalahNihil } from './saran.rules';

describe('identitas dalam saran', () => {
  it.each([
    ['Hubungi saya 0812-3456-7890 ya', 'Hubungi saya [nomor telepon] ya'],
    ['telp +62 812 3456 7890.', 'telp [nomor telepon].'],
    ['kantor (021) 5551234 tidak diangkat', 'kantor [nomor telepon] tidak diangkat'],
    ['balas ke Siti.Aminah@dinas.go.id', 'balas ke [alamat surel]'],
    ['NIK saya 3273014505900001', 'NIK saya [NIK]'],
    ['NIP 19800101 200501 1 001 kurang ramah', 'NIP [NIP] kurang ramah'],
    ['Pak Budi Santoso di loket 2 marah-marah', 'Pak [nama orang] di loket 2 marah-marah'],
    ['terima kasih bu rina yang ramah', 'terima kasih bu [nama orang] yang ramah'],
    ['Pak Joko minta kursi', 'Pak [nama orang] minta kursi'],
    ['PAK JOKO MINTA KURSI', 'PAK [nama orang] MINTA KURSI'],
    ['Ibu Dr. Siti sangat membantu', 'Ibu [nama orang] sangat membantu'],
  ])('%j', (teks, samar) => expect(samarkanIdentitas(teks)).toBe(samar));

  it.each([
    'Bapak petugas dan ibu loket ramah',
    'Kursi untuk ibu hamil dan ibu menyusui',
    'Bapak/Ibu sudah baik',
    'Buka jam 08.00 sampai 15.30',
    'Biaya Rp 1.250.000 terlalu mahal',
    'Tahun 2023-2024 lebih baik, 12345678 orang',
    'Ibu-ibu antre lama',
    'Peraturan Nomor 14 Tahun 2017',
  ])('%j: tidak ada', (teks) => expect(temukanIdentitas(teks)).toEqual([]));

  it('menunjuk tempatnya, dalam urutan teks', () => {
    const teks = 'Pak Joko 081234567890';
    expect(temukanIdentitas(teks).map((i) => [i.jenis, teks.slice(i.awal, i.akhir)])).toEqual([
      ['nama', 'Joko'],
      ['telepon', '081234567890'],
    ]);
  });

  it.each([
    ['huruf saja', 'a'.repeat(900_000)],
    ['angka saja', '8'.repeat(900_000)],
    ['nomor telepon saja', '081234567890 '.repeat(70_000)],
    ['tanda di tengah nama', `pak A${"'".repeat(900_000)}b`],
    ['tanda di tengah', `a${'!'.repeat(900_000)}a`],
    ['surel tanpa titik', 'a@'.repeat(450_000)],
    ['spasi sesudah sapaan', `bu${' '.repeat(900_000)}1`],
  ])('teks sangat panjang, %s: terjawab', (_, teks) => {
    expect(samarkanIdentitas(teks).length).toBeGreaterThan(0);
    expect(adalahNihil(teks)).toBe(false);
  });

  it('yang sudah disamarkan tidak ditunjuk lagi', () => {
    expect(temukanIdentitas(samarkanIdentitas('Pak Joko 081234567890, joko@x.id'))).toEqual([]);
  });
});
