import { hariIniDi, tambahHari } from '../../src/shared/tanggal';
import { masukSebagai } from './orang';
import type { BahanPerbuatan, Kiriman } from './perbuatan';

type Siapkan = (b: BahanPerbuatan) => Promise<Kiriman>;

const LAPORAN = '/instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode';
export const PERIODE_SLOT_UJI = '2026-TW2';
const PERIODE = PERIODE_SLOT_UJI;
let nomor = 0;

export interface SlotUji {
  /** address of its page */
  readonly jalur: string;
  readonly rencana: string;
  readonly kegiatan: string;
  /** id of its report; null where there is none yet */
  readonly laporan: string | null;
}

/** A slot of a plan that is ditetapkan, open for reporting, of the unit ANAK; with a draft that may be submitted, or without. */
export async function slotUji(b: BahanPerbuatan, denganDraf: boolean): Promise<SlotUji> {
  const kode = `LAPOR-${(nomor += 1)}`;
  const rencana = await b.sql(
    `INSERT INTO rencana (id, instansi_id, urutan, kode, judul, satuan_jadwal, status) VALUES ($1, $2, 9, $3, 'Rencana uji', 'triwulan', 'ditetapkan')`,
    [kode],
  );
  const prioritas = await b.sql(
    `INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, unsur) VALUES ($1, $2, $3, 0, 1, 'Antrean', '{}')`,
    [rencana],
  );
  const kegiatan = await b.sql(
    `INSERT INTO kegiatan (id, instansi_id, rencana_id, prioritas_id, urutan, kode, uraian, jadwal)
     VALUES ($1, $2, $3, $4, 0, 'K', 'Loket', ARRAY[$5])`,
    [rencana, prioritas, PERIODE],
  );
  const langsung = (sql: string, isi: readonly unknown[]) => b.uji.sumber.query(sql, [...isi]);
  await langsung('INSERT INTO penanggung_jawab (kegiatan_id, instansi_id, urutan, unit_id) VALUES ($1, $2, 0, $3)', [
    ...[kegiatan, b.satu, b.unit['ANAK']],
  ]);
  await langsung('INSERT INTO slot (kegiatan_id, instansi_id, periode) VALUES ($1, $2, $3)', [kegiatan, b.satu, PERIODE]);
  const hari = hariIniDi('Asia/Jayapura', new Date());
  await b.sql(
    `INSERT INTO jendela_laporan (id, instansi_id, periode, kegiatan_id, tindakan, mulai, batas, oleh_nama, pada)
     VALUES ($1, $2, $3, $4, 'buka', $5, $6, 'Koordinator', now())`,
    [PERIODE, kegiatan, tambahHari(hari, -5), tambahHari(hari, 5)],
  );
  const laporan = denganDraf ? await draf(b, kegiatan) : null;
  return { jalur: `/instansi/SATU/rencana/${kode}/kegiatan/K/laporan/${PERIODE}`, rencana, kegiatan, laporan };
}

async function draf(b: BahanPerbuatan, kegiatan: string): Promise<string> {
  const laporan = await b.sql(
    `INSERT INTO laporan_slot (id, instansi_id, kegiatan_id, periode, keadaan, putaran, versi, dibuat, sejak)
     VALUES ($1, $2, $3, $4, 'draf', 0, 1, now(), now())`,
    [kegiatan, PERIODE],
  );
  const isian = { status: 'belum', hambatan: 'Anggaran belum turun', tindakLanjutBerikut: 'Mengusulkan lagi', atasNama: 'Siti' };
  for (const [medan, nilai] of Object.entries(isian))
    await b.uji.sumber.query(
      `INSERT INTO isian_laporan (laporan_id, instansi_id, bagian, medan, nilai, versi, oleh_nama, pada)
       VALUES ($1, $2, 'utama', $3, $4, 1, 'Pelapor', now())`,
      [laporan, b.satu, medan, nilai],
    );
  return laporan;
}

const pelapor = (b: BahanPerbuatan) => masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran: 'pelapor', unit: 'ANAK' }]);

export const PERBUATAN_LAPOR: Readonly<Record<string, Siapkan>> = {
  [`${LAPORAN}/ajukan`]: async (b) => {
    const { jalur } = await slotUji(b, true);
    return b.sebagai(await pelapor(b), `${jalur}/ajukan`, { kunci: `kunci-${(nomor += 1)}`, penugasan: '' });
  },
  '/instansi/:instansi/kirim-gabungan': async (b) => {
    const { kegiatan } = await slotUji(b, true);
    const isi = { kunci: `gabungan-${(nomor += 1)}`, pilih_1: `${kegiatan} ${PERIODE}` };
    return b.sebagai(await pelapor(b), `/instansi/SATU/kirim-gabungan?unit=ANAK&tw=${PERIODE}`, isi);
  },
  [`${LAPORAN}/isian`]: async (b) => {
    const { jalur } = await slotUji(b, false);
    return b.sebagai(await pelapor(b), `${jalur}/isian`, { deskripsi: 'Loket dibuka.', 'versi:deskripsi': '0' });
  },
};
