import { randomUUID } from 'node:crypto';

/** One row in every table of reporting and verifying, of an agency whose kegiatan has a slot 2025-TW1. */
export async function isiLaporUji(
  jalankan: (sql: string, isi: unknown[]) => Promise<unknown>,
  id: string,
  pengguna: string,
): Promise<void> {
  const [laporan, pengajuan, putusan, telepon, bukti, tautan] = Array.from({ length: 6 }, () => randomUUID());
  const sha = 'a'.repeat(64);
  await jalankan(
    `INSERT INTO jendela_laporan (id, instansi_id, periode, tindakan, mulai, batas, oleh_id, oleh_nama, pada)
     VALUES (gen_random_uuid(), $1, '2025-TW1', 'buka', '2025-04-01', '2025-04-10', $2, 'Orang Uji', now())`,
    [id, pengguna],
  );
  await jalankan(
    `INSERT INTO laporan_slot (id, instansi_id, kegiatan_id, periode, keadaan, putaran, versi, dibuat, sejak)
     SELECT $2, $1, id, '2025-TW1', 'terverifikasi', 1, 3, now(), now() FROM kegiatan WHERE instansi_id = $1`,
    [id, laporan],
  );
  await jalankan(
    `INSERT INTO isian_laporan (laporan_id, instansi_id, bagian, medan, nilai, versi, oleh_id, oleh_nama, pada)
     VALUES ($2, $1, 'utama', 'deskripsi', 'selesai', 1, $3, 'Orang Uji', now())`,
    [id, laporan, pengguna],
  );
  const isi = { status: 'sudah', deskripsi: 'selesai', kontribusi: [], bukti: [] };
  await jalankan(
    `INSERT INTO pengajuan_laporan (id, instansi_id, laporan_id, putaran, nomor, kunci_kirim, status, isi, sidik, sama_dengan_lalu, terlambat,
       oleh_id, oleh_nama, atas_nama, pada)
     VALUES ($3, $1, $2, 1, '2025/1', 'k', 'sudah', $5, 'x', false, false, $4, 'Orang Uji', 'Siti', now())`,
    [id, laporan, pengajuan, pengguna, JSON.stringify(isi)],
  );
  await jalankan(
    `INSERT INTO putusan_laporan (id, instansi_id, laporan_id, pengajuan_id, urutan, tindakan, ke, bukti, oleh_id, oleh_nama, pada)
     VALUES ($4, $1, $2, $3, 1, 'verifikasi', 'terverifikasi', '[]', NULL, 'Pemeriksa', now())`,
    [id, laporan, pengajuan, putusan],
  );
  await jalankan(
    `INSERT INTO komentar_laporan (id, instansi_id, laporan_id, isi, oleh_id, oleh_nama, pada)
     VALUES (gen_random_uuid(), $1, $2, 'Foto kedua jelas.', $3, 'Orang Uji', now())`,
    [id, laporan, pengguna],
  );
  await jalankan(
    `INSERT INTO laporan_dibuka (laporan_id, instansi_id, pengguna_id, sesi_id, versi, pada)
     VALUES ($2, $1, $3, gen_random_uuid(), 3, now())`,
    [id, laporan, pengguna],
  );
  await jalankan(
    `INSERT INTO serah_terima (id, instansi_id, kegiatan_id, putusan_id, unit_id, mulai_periode, alasan, oleh_nama, pada)
     SELECT gen_random_uuid(), $1, k.id, $2, u.id, '2025-TW2', 'reorganisasi', 'Pimpinan', now()
     FROM kegiatan k JOIN unit u ON u.instansi_id = k.instansi_id AND u.kode = 'INDUK' WHERE k.instansi_id = $1`,
    [id, putusan],
  );
  await jalankan(
    `INSERT INTO objek_berkas (instansi_id, sha256, asal_sha256, kunci, ukuran, jenis, dibuat)
     VALUES ($1, $2, $2, $3, 10, 'application/pdf', now())`,
    [id, sha, id.replaceAll('-', '') + 'a'.repeat(16)],
  );
  await jalankan(
    `INSERT INTO telepon_unggah (id, instansi_id, laporan_id, bagian, token_sidik, oleh_id, oleh_nama, dibuat, berakhir)
     VALUES ($3, $1, $2, 'utama', $5, $4, 'Orang Uji', now(), now())`,
    [id, laporan, telepon, pengguna, `sidik ${id}`],
  );
  await jalankan(
    `INSERT INTO bukti_laporan (id, instansi_id, laporan_id, bagian, jenis, sha256, url, nama, surat, cara, oleh_id, oleh_nama, pada)
     VALUES ($3, $1, $2, 'utama', 'dokumen', $4, NULL, 'notula.pdf', false, 'formulir', $6, 'Orang Uji', now()),
       ($5, $1, $2, 'utama', 'tautan', NULL, 'https://contoh.go.id/', 'contoh.go.id', false, 'formulir', $6, 'Orang Uji', now())`,
    [id, laporan, bukti, sha, tautan, pengguna],
  );
  await jalankan(
    `INSERT INTO unggahan (id, instansi_id, laporan_id, bagian, surat, nama, ukuran, diterima, kunci, oleh_id, oleh_nama, mulai, terakhir)
     VALUES (gen_random_uuid(), $1, $2, 'utama', false, 'foto.jpg', 10, 5, $4, $3, 'Orang Uji', now(), now())`,
    [id, laporan, pengguna, 'b'.repeat(48)],
  );
  await jalankan(
    `INSERT INTO cek_tautan (id, instansi_id, bukti_id, berhasil, kode, judul, pada)
     VALUES (gen_random_uuid(), $1, $2, true, 200, 'Contoh', now())`,
    [id, tautan],
  );
}
