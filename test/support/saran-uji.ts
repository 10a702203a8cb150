import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A suggestion in the first survey of an agency, answered, with a step of its history and a kegiatan that it became. */
export async function isiSaranUji(atasan: DataSource, instansiId: string): Promise<void> {
  const saran = randomUUID();
  const jalankan = (sql: string) => atasan.query(sql, [instansiId, saran, randomUUID()]);
  await atasan.query(
    `INSERT INTO saran (id, instansi_id, survei_id, nomor, sidik, teks, baris, jumlah_ketik, jumlah_berkas, diterima_pada, status)
     SELECT $2, instansi_id, id, 1, 'x', 'Perbanyak kursi di ruang tunggu', '{}', 1, 0, now(), 'ditanggapi' FROM survei
     WHERE instansi_id = $1 ORDER BY urutan LIMIT 1`,
    [instansiId, saran],
  );
  await jalankan(
    `INSERT INTO saran_tanggapan (id, instansi_id, saran_id, teks, pada, nama) VALUES ($3, $1, $2, 'Kursi ditambah', now(), 'Orang Uji')`,
  );
  await jalankan(
    `INSERT INTO saran_riwayat (id, instansi_id, saran_id, tindakan, dari, ke, pada, nama)
     VALUES ($3, $1, $2, 'tanggapi', 'ditetapkan', 'ditanggapi', now(), 'Orang Uji')`,
  );
  await jalankan(
    `INSERT INTO saran_tindak_lanjut (id, instansi_id, saran_id, kegiatan_id, cara, pada, nama)
     SELECT $3, $1, $2, id, 'dikaitkan', now(), 'Orang Uji' FROM kegiatan WHERE instansi_id = $1 LIMIT 1`,
  );
}

/** The trigger of each that refuses to delete. */
const HAPUS = { saran_tanggapan: '_tetap', saran_riwayat: '_tetap', saran_tindak_lanjut: '_hapus' } as const;
const HANYA_TAMBAH = ['saran_tanggapan', 'saran_riwayat', 'saran_tindak_lanjut'] as const;

/** Empties a survey of its suggestions, as no page can. @param atasan a superuser */
export async function kosongkanSaran(atasan: DataSource, surveiId: string): Promise<void> {
  await atasan.transaction(async (m) => {
    for (const t of HANYA_TAMBAH) {
      await m.query(`ALTER TABLE ${t} DISABLE TRIGGER ${t}${HAPUS[t]}`);
      await m.query(`DELETE FROM ${t} WHERE saran_id IN (SELECT id FROM saran WHERE survei_id = $1)`, [surveiId]);
      await m.query(`ALTER TABLE ${t} ENABLE ALWAYS TRIGGER ${t}${HAPUS[t]}`);
    }
    await m.query('DELETE FROM saran WHERE survei_id = $1', [surveiId]);
  });
}
