/** Help of a command. */
export interface Bantuan {
  /** one line for the list of commands */
  readonly ringkasan: string;
  /** the whole help, ends with a newline */
  readonly lengkap: string;
}

/** Help of every command, apart from the commands, so that asking for it loads none. */
export const BANTUAN_PERINTAH = {
  audit: {
    ringkasan: 'memeriksa keutuhan log audit',
    lengkap: `Pemakaian: tuntas audit periksa [--instansi KODE [--cocokkan NOMOR:SIDIK]]

Menghitung ulang rantai log audit setiap instansi dan rantai pemasangan: catatan yang hilang (juga di ujung), berubah, atau bertukar
tempat disebut nomornya. Rantai yang utuh dicetak dengan nomor dan sidik catatan terakhirnya; simpan baris itu di tempat lain, sebab
siapa pun yang menguasai server basis data dapat menulis ulang seluruh rantai.

  --instansi KODE           hanya instansi ini
  --cocokkan NOMOR:SIDIK    pastikan catatan itu masih bersidik sama dengan yang disimpan
  --help                    bantuan ini

Basis data: DATABASE_URL bila ada; bila tidak, milik "npm start" yang sedang berjalan, atau yang tertanam selama perintah ini.
Kode keluar: 0 semuanya utuh, 1 ada yang tidak utuh atau instansi tidak ada, 2 perintah salah ditulis.
`,
  },
  berkas: {
    ringkasan: 'memeriksa kecocokan basis data dan penyimpanan berkas',
    lengkap: `Pemakaian: tuntas berkas periksa [--isi]
           tuntas berkas sapu [--umur JAM] [--paksa]

periksa membandingkan setiap berkas bukti yang tercatat di basis data dengan yang ada di penyimpanan (folder data, atau S3_BUCKET):
yang hilang atau berbeda disebut satu per satu, dan yang tidak dirujuk dihitung. sapu membuang berkas yang tidak dirujuk dan unggahan
yang tidak diteruskan; server yang berjalan melakukannya sendiri sekali sehari.

  --isi            baca seluruh isi berkas dan bandingkan SHA-256-nya
  --umur JAM       buang hanya yang lebih tua dari ini; bawaan 24
  --paksa          buang juga bila sebagian besar isi penyimpanan akan terbuang
  --help           bantuan ini

Basis data: DATABASE_URL bila ada; bila tidak, milik "npm start" yang sedang berjalan, atau yang tertanam selama perintah ini.
Kode keluar: 0 cocok atau selesai, 1 ada yang tidak cocok, 2 perintah salah ditulis.
`,
  },
  hitung: {
    ringkasan: 'menghitung semua angka sebuah paket atau berkas jawaban, tanpa basis data',
    lengkap: `Pemakaian: tuntas hitung FILE.json
           tuntas hitung --respons FILE [--instrumen KODE] [--lembar NAMA] [--menurut kode|nama]

Membaca satu paket dan menulis semua angka turunannya sebagai JSON di keluaran baku: nilai unsur, mutu, peringkat, unsur terendah,
persentase realisasi dengan aturannya, skor PEKPPP, dan hasil pemeriksaan. Tidak memerlukan basis data dan tidak mengubah apa pun.

Dengan --respons, yang dibaca berkas jawaban mentah (.csv atau .xlsx): hasilnya satu survei, ditambah jumlah responden, baris yang ditolak
beserta alasannya, dan kolom mana dibaca sebagai unsur mana.

  FILE.json        berkas paket (docs/paket.md)
  --respons FILE   berkas jawaban mentah (docs/respons.md)
  --instrumen KODE PERMENPAN-14-2017 (bawaan), PERMENPAN-16-2014, atau KEP-25-2004
  --lembar NAMA    lembar buku kerja; tanpa ini, yang judulnya menyebut unsur terbanyak
  --menurut ARTI   bila kode dan nama pada judul kolom berbeda, seperti “U8 Sarana”: ikuti kode, atau ikuti nama;
                   tanpa ini, nama diikuti bila setiap unsur lalu mendapat tepat satu kolom
  --help           bantuan ini

Kode keluar: 0 berhasil, 1 berkas salah (masalahnya ditulis di galat baku), 2 perintah salah ditulis.
`,
  },
  impor: {
    ringkasan: 'mengimpor satu paket atau lebih ke basis data',
    lengkap: `Pemakaian: tuntas impor FILE.json…

Memeriksa dan mengimpor paket. Setiap berkas satu transaksi: masuk seluruhnya atau tidak sama sekali. Mengimpor berkas yang sama dua kali
tidak mengubah apa pun. Untuk setiap berkas ditulis satu baris: N baru, N berubah, N tetap.

  FILE.json…       berkas paket (docs/paket.md)
  --help           bantuan ini

Basis data: DATABASE_URL bila ada; bila tidak, milik "npm start" yang sedang berjalan, atau yang tertanam selama perintah ini.
Kode keluar: 0 berhasil, 1 sekurang-kurangnya satu berkas ditolak, 2 perintah salah ditulis.
`,
  },
  ekspor: {
    ringkasan: 'menulis seluruh data sebuah instansi sebagai paket',
    lengkap: `Pemakaian: tuntas ekspor --instansi KODE [--keluar FILE.json]

Menulis paket berisi seluruh data instansi; bila diimpor di tempat lain, isinya dan hitungannya sama.

  --instansi KODE  kode instansi
  --keluar FILE    berkas tujuan; tanpa ini, paket ditulis di keluaran baku
  --help           bantuan ini

Basis data: DATABASE_URL bila ada; bila tidak, milik "npm start" yang sedang berjalan, atau yang tertanam selama perintah ini.
Kode keluar: 0 berhasil, 1 instansi tidak ada atau berkas tidak dapat ditulis, 2 perintah salah ditulis.
`,
  },
  laporan: {
    ringkasan: 'membuat laporan sebuah rencana sebagai PDF',
    lengkap: `Pemakaian: tuntas laporan --instansi KODE --rencana KODE --keluar FILE.pdf [--format pdf] [--kertas a4|f4]

Membuat laporan hasil tindak lanjut sebuah rencana; bentuknya mengikuti jenis laporan yang tercatat pada rencana itu.

  --instansi KODE  kode instansi
  --rencana KODE   kode rencana tindak lanjut
  --keluar FILE    berkas tujuan
  --format pdf     bentuk berkas (pdf)
  --kertas a4|f4   ukuran kertas: A4 atau F4 (215 × 330 mm); bawaan a4
  --help           bantuan ini

Basis data: DATABASE_URL bila ada; bila tidak, milik "npm start" yang sedang berjalan, atau yang tertanam selama perintah ini.
Kode keluar: 0 berhasil, 1 instansi atau rencana tidak ada atau berkas tidak dapat ditulis, 2 perintah salah ditulis.
`,
  },
  operator: {
    ringkasan: 'membuat operator pemasangan, yang membuat instansi',
    lengkap: `Pemakaian: tuntas operator buat --surel SUREL --nama NAMA [--cara sandi|tautan]

Membuat akun operator pemasangan. Di terminal, kata sandinya ditanyakan; selain itu ditulis sebuah tautan yang hanya dapat dipakai sekali
dan berlaku tujuh hari, untuk membuat kata sandi di peramban.

  --surel SUREL    alamat surel untuk masuk
  --nama NAMA      nama lengkap
  --cara CARA      sandi: tanyakan di terminal; tautan: tulis tautan
  --help           bantuan ini

Basis data: DATABASE_URL bila ada; bila tidak, milik "npm start" yang sedang berjalan, atau yang tertanam selama perintah ini.
Kode keluar: 0 berhasil, 1 surel sudah dipakai atau kata sandi ditolak, 2 perintah salah ditulis.
`,
  },
} as const satisfies Record<string, Bantuan>;

export type NamaPerintah = keyof typeof BANTUAN_PERINTAH;

export const NAMA_PERINTAH = Object.keys(BANTUAN_PERINTAH) as readonly NamaPerintah[];

export const BANTUAN_UMUM = `Pemakaian: npm run --silent tuntas -- PERINTAH [ARGUMEN]

Perintah:
${NAMA_PERINTAH.map((nama) => `  ${nama.padEnd(10)} ${BANTUAN_PERINTAH[nama].ringkasan}\n`).join('')}
Bantuan sebuah perintah: tuntas PERINTAH --help
Kode keluar: 0 berhasil, 1 masukan salah atau pekerjaan gagal, 2 perintah salah ditulis.
`;
