import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { AuditService } from '../../src/audit/audit.service';
import { Transaksi } from '../../src/database/transaksi';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { rencanaAwal } from '../../src/rtl/awal/rencana-awal.service';
import { Jam } from '../../src/shared/jam';
import { isiLaporUji } from './lapor-uji';
import { isiSaranUji } from './saran-uji';

export interface InstansiUji {
  readonly id: string;
  readonly kode: string;
}

/** A paket that fills every table that an import writes. */
export function paketUji(kode: string): object {
  return {
    format: 'tuntas/paket',
    versi: 1,
    instansi: {
      kode,
      nama: `Instansi ${kode}`,
      singkatan: kode,
      kota: 'Ambon',
      zonaWaktu: 'Asia/Jayapura',
      pengaturan: { realisasi: { satuan: 'kegiatan', bobotSebagian: 0.5 } },
    },
    unit: [
      { kode: 'INDUK', nama: 'Sekretariat', jenis: 'sekretariat' },
      { kode: 'ANAK', nama: 'Subbagian Umum', jenis: 'subbagian', induk: 'INDUK' },
    ],
    instrumen: [
      {
        kode: 'SENDIRI',
        nama: 'Instrumen sendiri',
        skala: { min: 1, maks: 4 },
        unsur: [{ kode: 'A', nama: 'Antrean' }],
        mutu: [{ mutu: 'A', kinerja: 'Baik', min: 25 }],
      },
    ],
    survei: [
      {
        kode: 'S',
        judul: 'Survei',
        instrumen: 'SENDIRI',
        periode: { jenis: 'tahun', tahun: 2024 },
        respons: { unsur: ['A'], baris: ['4', '3'] },
        respondenPerLayanan: [{ unit: 'ANAK', jumlah: 2 }],
      },
    ],
    rencana: [
      {
        kode: 'R',
        judul: 'Rencana',
        survei: 'S',
        satuanJadwal: 'triwulan',
        status: 'ditetapkan',
        dilewati: [{ unsur: 'A', alasan: 'sudah baik' }],
        prioritas: [
          {
            no: 1,
            judul: 'Antrean',
            unsur: ['A'],
            kegiatan: [{ kode: 'K', uraian: 'Loket', jadwal: ['2025-TW1'], penanggungJawab: [{ unit: 'ANAK' }] }],
          },
        ],
      },
    ],
    realisasi: [
      { rencana: 'R', kegiatan: 'K', status: 'sudah', deskripsi: 'selesai', bukti: [{ jenis: 'foto', berkas: 'a.jpg' }] },
    ],
    laporan: [
      {
        jenis: 'hasil-tindak-lanjut',
        rencana: 'R',
        tanggal: '2025-07',
        tempat: 'Ambon',
        penandatangan: { jabatan: 'Kepala', nama: 'Siti' },
      },
    ],
  };
}

/**
 * One agency with at least one row in every table that carries an agency.
 * @param aplikasi the application's own role imports
 * @param atasan a superuser writes what no import brings
 */
export async function buatInstansiUji(aplikasi: DataSource, atasan: DataSource, kode: string): Promise<InstansiUji> {
  const transaksi = new Transaksi(aplikasi);
  const impor = new ImporService(transaksi, new AuditService(transaksi, new Jam()), rencanaAwal(transaksi));
  await impor.imporSistem(bacaPaket(Buffer.from(JSON.stringify(paketUji(kode)))), 'uji');
  const [instansi] = await atasan.query<InstansiUji[]>('SELECT id, kode FROM instansi WHERE kode = $1', [kode]);
  if (!instansi) throw new Error(`Instansi ${kode} tidak terimpor`);
  await isiTabelLain(atasan, instansi);
  return instansi;
}

async function isiTabelLain(atasan: DataSource, { id, kode }: InstansiUji): Promise<void> {
  const [pengguna, jabatan, penugasan] = [randomUUID(), randomUUID(), randomUUID()];
  const [unit] = await atasan.query<{ id: string }[]>(`SELECT id FROM unit WHERE instansi_id = $1 AND kode = 'ANAK'`, [id]);
  const jalankan = (sql: string, isi: unknown[]) => atasan.query(sql, isi);
  await jalankan(
    `INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ($1, $2, 'Orang Uji', false, false, now())`,
    [pengguna, `orang@${kode.toLowerCase()}.go.id`],
  );
  await jalankan(
    `INSERT INTO penyedia_identitas (id, instansi_id, label, penerbit, klien_id, klien_rahasia, aktif, diubah)
     VALUES ($1, $2, 'Satu pintu', 'https://id.contoh', 'tuntas', 'x', false, now())`,
    [randomUUID(), id],
  );
  await jalankan(`INSERT INTO kebijakan_masuk (instansi_id, totp_wajib, diubah) VALUES ($1, '{admin}', now())`, [id]);
  await jalankan(
    `INSERT INTO jabatan (id, instansi_id, unit_id, urutan, nama, memimpin) VALUES ($1, $2, $3, 0, 'Kepala', true)`,
    [jabatan, id, unit?.id],
  );
  await jalankan(`INSERT INTO nama_jabatan (id, instansi_id, jabatan_id, nama) VALUES ($1, $2, $3, 'Kepala')`, [
    randomUUID(),
    id,
    jabatan,
  ]);
  await jalankan(`INSERT INTO letak_jabatan (id, instansi_id, jabatan_id, unit_id, memimpin) VALUES ($1, $2, $3, $4, true)`, [
    randomUUID(),
    id,
    jabatan,
    unit?.id,
  ]);
  await jalankan(
    `INSERT INTO penugasan (id, instansi_id, jabatan_id, pengguna_id, status, nama, mulai)
     VALUES ($1, $2, $3, $4, 'definitif', 'Orang Uji', '2024-01-01')`,
    [penugasan, id, jabatan, pengguna],
  );
  await jalankan(`INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) VALUES ($1, $2, $3, 'admin', '2024-01-01')`, [
    randomUUID(),
    id,
    pengguna,
  ]);
  await jalankan(
    `INSERT INTO undangan_peran (id, instansi_id, instansi_nama, pengguna_id, nama, peran, mulai, pengundang_nama, dibuat, berakhir, keadaan)
     VALUES ($1, $2, 'Instansi ' || $3, $4, 'Orang Uji', 'pimpinan', '2024-01-01', 'Admin', now(), now() + interval '30 days', 'menunggu')`,
    [randomUUID(), id, kode, pengguna],
  );
  await jalankan(
    `INSERT INTO mutasi (id, instansi_id, penugasan_id, tanggal, alasan, status, pilihan, dibuat_oleh, dibuat_pada)
     VALUES ($1, $2, $3, '2025-01-01', 'pindah', 'draf', '[]', $4, now())`,
    [randomUUID(), id, penugasan, pengguna],
  );
  await jalankan(
    `INSERT INTO aturan_profil (id, instansi_id, versi, usia, pendidikan, pekerjaan, oleh, berlaku_sejak)
     VALUES ($1, $2, 1, '{20,40}', '[]', '[]', 'Orang Uji', now())`,
    [randomUUID(), id],
  );
  await jalankan(
    `INSERT INTO survei_profil (survei_id, ciri, kelompok, instansi_id, urutan, jumlah)
     SELECT id, 'usia', '37', instansi_id, 0, 2 FROM survei WHERE instansi_id = $1`,
    [id],
  );
  await jalankan(
    `INSERT INTO survei_layanan_unsur (survei_id, layanan, unsur, instansi_id, urutan, responden, n, jumlah, penyebut)
     SELECT id, 'Loket', 'A', instansi_id, 0, 2, 2, 7, 1 FROM survei WHERE instansi_id = $1`,
    [id],
  );
  await jalankan(
    `INSERT INTO impor_respons (id, instansi_id, survei_id, keadaan, nama_berkas, ukuran, sha256, susunan, kemajuan, oleh, pada)
     SELECT $2, instansi_id, id, 'batal', 'jawaban.csv', 10, 'x', '{}', 0, 'Orang Uji', now() FROM survei WHERE instansi_id = $1`,
    [id, randomUUID()],
  );
  await jalankan(
    `INSERT INTO pemetaan_respons (instansi_id, sidik_judul, pemetaan, oleh, pada) VALUES ($1, 'x', '{}', 'Orang Uji', now())`,
    [id],
  );
  await isiSaranUji(atasan, id);
  await isiTabelRencana(jalankan, id, pengguna, unit?.id);
  await isiLaporUji(jalankan, id, pengguna);
}

async function isiTabelRencana(
  jalankan: (sql: string, isi: unknown[]) => Promise<unknown>,
  id: string,
  pengguna: string,
  unit: string | undefined,
): Promise<void> {
  const [usulan, kelompok] = [randomUUID(), randomUUID()];
  await jalankan(
    `INSERT INTO riwayat_rencana (id, instansi_id, rencana_id, nomor, tindakan, oleh_id, oleh_nama, pada)
     SELECT gen_random_uuid(), $1, id, 1, 'ajukan', $2, 'Orang Uji', now() FROM rencana WHERE instansi_id = $1`,
    [id, pengguna],
  );
  await jalankan(
    `INSERT INTO bukti_diharapkan (kegiatan_id, instansi_id, urutan, jenis, uraian)
     SELECT id, $1, 0, 'foto', 'loket' FROM kegiatan WHERE instansi_id = $1`,
    [id],
  );
  await jalankan(`INSERT INTO kelompok_unit (id, instansi_id, nama) VALUES ($2, $1, 'seluruh Bagian')`, [id, kelompok]);
  await jalankan(`INSERT INTO anggota_kelompok (kelompok_id, instansi_id, unit_id) VALUES ($2, $1, $3)`, [id, kelompok, unit]);
  await jalankan(
    `INSERT INTO usulan_adendum (id, instansi_id, rencana_id, jenis, kegiatan_id, versi_kegiatan, isi, alasan, keadaan, oleh_id, oleh_nama, pada,
       diputus_nama, diputus_pada)
     SELECT $2, $1, rencana_id, 'digeser', id, 1, '{"jenis":"digeser","kegiatan":"K","jadwal":["2025-TW1"]}', 'mundur', 'disetujui', $3,
       'Orang Uji', now(), 'Pimpinan', now() FROM kegiatan WHERE instansi_id = $1`,
    [id, usulan, pengguna],
  );
  await jalankan(
    `INSERT INTO adendum (id, instansi_id, rencana_id, usulan_id, nomor, jenis, kegiatan, isi, alasan, tanggal, penyetuju_nama, oleh_nama, pada)
     SELECT gen_random_uuid(), $1, rencana_id, id, 1, jenis, 'K', isi, alasan, '2024-12-01', 'Pimpinan', 'Orang Uji', now()
     FROM usulan_adendum WHERE instansi_id = $1`,
    [id],
  );
  const hasil = {
    lembar: 'Rencana',
    baris: [
      {
        ...{ nomor: 3, keadaan: 'ditolak', kode: 'K', uraian: 'Loket', perubahan: [], catatan: [] },
        masalah: [{ baris: 2, kolom: 7, alamat: 'H3', pesan: '"Bagian" bukan unit atau kelompok instansi ini' }],
      },
      {
        ...{ nomor: 4, keadaan: 'baru', kode: null, uraian: 'Loket kedua', masalah: [], catatan: ['belum ada jadwal'] },
        perubahan: [{ label: 'Kegiatan', alamat: 'D4', lama: 'Loket', baru: 'Loket kedua' }],
      },
    ],
    prioritasBaru: [{ judul: 'Antrean daring', program: null, unsur: ['A'], alasan: null }],
    catatan: ['Kolom yang tidak dipakai: "Catatan".'],
  };
  await jalankan(
    `INSERT INTO uji_buku (id, instansi_id, rencana_id, sumber, tahun, berkas_kunci, berkas_sidik, sidik, hasil, perubahan, keadaan, oleh_id,
       oleh_nama, pada)
     SELECT gen_random_uuid(), $1, id, 'buku-kerja', 2025, repeat('0', 48), 'x', 'x', $3, '[]', 'menunggu', $2, 'Orang Uji', now()
     FROM rencana WHERE instansi_id = $1`,
    [id, pengguna, JSON.stringify(hasil)],
  );
}
