import type { StatusRencana } from '../rtl.rules';

const TERKUNCI = 'Rencana ini tidak sedang draf, jadi buku kerja ini hanya untuk dibaca.';

/** The sheet of instructions, a sentence a row. */
export const PETUNJUK: Readonly<Record<StatusRencana, readonly string[]>> = {
  draf: [
    'Cara mengisi buku kerja ini',
    'Lembar Rencana: satu baris satu kegiatan. Ubah sel yang putih; sel abu-abu terkunci. Kegiatan baru ditulis pada baris kosong di bawah, kodenya boleh dikosongkan.',
    'Prioritas: pilih dari daftarnya, atau tulis judul prioritas baru. Prioritas baru dapat dilengkapi unsur, program, dan alasannya pada lembar Prioritas.',
    'Unsur: kosongkan bila kegiatan menjawab semua unsur prioritasnya; selain itu tulis kodenya, misalnya U3, U5.',
    'PJ utama: satu unit atau kelompok. PJ pendukung: boleh beberapa, dipisah titik koma. Unit boleh ditulis dengan kode, nama, atau singkatannya.',
    'Jadwal: isi √ pada periode kegiatannya berjalan; v, x, 1, atau ya juga dibaca sebagai centang.',
    'Bukti yang diharapkan: satu baris satu bukti, misalnya "foto: Suasana rapat", atau "dokumen (TW II 2026): Notula". Tanpa periode berarti untuk setiap periode.',
    'Batalkan: isi "ya" untuk mengeluarkan kegiatan dari draf. Baris yang dihapus dari buku kerja ini tidak membatalkan kegiatannya.',
    'Kolom A yang tersembunyi menandai kegiatan tiap baris. Bila mengurutkan baris, urutkan seluruh kolomnya bersama-sama.',
    'Sesudah selesai: simpan sebagai .xlsx, lalu unggah pada halaman Buku kerja rencana ini. Hasil pemeriksaannya ditunjukkan dahulu; tidak ada yang berubah sebelum Anda menerapkannya.',
  ],
  diajukan: ['Buku kerja rencana', TERKUNCI, 'Pimpinan dapat mengembalikan rencana ini untuk diubah.'],
  ditetapkan: ['Buku kerja rencana', TERKUNCI, 'Perubahan rencana yang sudah ditetapkan diusulkan sebagai adendum.'],
};
