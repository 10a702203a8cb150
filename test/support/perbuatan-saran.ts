import type { BahanPerbuatan, Kiriman, Siapkan } from './perbuatan';
import { surveiDraf, type OlehKoordinator } from './perbuatan-survei';

const DAFTAR = '/instansi/:instansi/survei/:survei/saran';
const SARAN = `${DAFTAR}/:saran`;

const ALASAN = { alasan: 'Diperiksa kembali' };

/** One suggestion of a survey of its own, in that state. */
async function saran(b: BahanPerbuatan, status: string): Promise<OlehKoordinator> {
  const { orang, jalur } = await surveiDraf(b);
  const isian = { cara: 'satu', teks: 'Perbanyak kursi di ruang tunggu', layanan: 'Loket' };
  const jawaban = await b.kirim(b.sebagai(orang, `${jalur}/saran/tambah`, isian));
  if (jawaban.status !== 303) throw new Error(`Saran tidak diterima: ${jawaban.status}`);
  await b.uji.sumber.query(
    `UPDATE saran SET status = $3, teks_terbit = CASE $3 WHEN 'layak_terbit' THEN teks END,
       unsur = CASE WHEN $3 IN ('baru', 'nihil') THEN NULL ELSE 'U9' END
     WHERE survei_id = (SELECT id FROM survei WHERE instansi_id = $1 AND kode = $2)`,
    [b.satu, decodeURIComponent(jalur.split('/').at(-1) ?? ''), status],
  );
  return { orang, jalur: `${jalur}/saran/1` };
}

async function kirimSaran(b: BahanPerbuatan, status: string, akhir: string, isian: Record<string, string>): Promise<Kiriman> {
  const { orang, jalur } = await saran(b, status);
  return b.sebagai(orang, `${jalur}/${akhir}`, isian);
}

/** Id in the plan of the agency, which may still be added to. */
async function dalamRencana(b: BahanPerbuatan, tabel: 'prioritas' | 'kegiatan'): Promise<string> {
  await b.uji.sumber.query(`UPDATE rencana SET status = 'draf' WHERE instansi_id = $1`, [b.satu]);
  const [baris] = await b.uji.sumber.query<{ id: string }[]>(`SELECT id FROM ${tabel} WHERE instansi_id = $1 LIMIT 1`, [b.satu]);
  return baris?.id ?? '';
}

/** The acts on suggestions. */
export const PERBUATAN_SARAN: Readonly<Record<string, Siapkan>> = {
  [`${DAFTAR}/tambah`]: async (b) => {
    const { orang, jalur } = await surveiDraf(b);
    return b.sebagai(orang, `${jalur}/saran/tambah`, { cara: 'baris', teks: 'Tambah loket\nTidak ada', layanan: 'Loket' });
  },
  [`${DAFTAR}/tetapkan`]: async (b) => {
    const { orang, jalur } = await saran(b, 'baru');
    return b.sebagai(orang, jalur.replace(/1$/, 'tetapkan'), {
      ...{ unsur: '', unit: '', status: 'baru', q: 'kursi', 'tetap-unsur': 'U9', 'tetap-unit': 'ANAK', jumlah: '1' },
    });
  },
  [`${SARAN}/tetapkan`]: (b) => kirimSaran(b, 'baru', 'tetapkan', { unsur: 'U9', unit: 'ANAK' }),
  [`${SARAN}/tanggapi`]: (b) => kirimSaran(b, 'ditetapkan', 'tanggapi', { tanggapan: 'Kursi sudah ditambah' }),
  [`${SARAN}/terbitkan`]: (b) => kirimSaran(b, 'ditanggapi', 'terbitkan', { teks: 'Perbanyak kursi', yakin: '' }),
  [`${SARAN}/jangan-terbitkan`]: (b) => kirimSaran(b, 'ditanggapi', 'jangan-terbitkan', ALASAN),
  [`${SARAN}/tinjau-ulang`]: (b) => kirimSaran(b, 'layak_terbit', 'tinjau-ulang', ALASAN),
  [`${SARAN}/kecualikan`]: (b) => kirimSaran(b, 'baru', 'kecualikan', ALASAN),
  [`${SARAN}/pulihkan`]: (b) => kirimSaran(b, 'nihil', 'pulihkan', ALASAN),
  [`${SARAN}/prioritas-baru`]: async (b) => {
    await dalamRencana(b, 'prioritas');
    const isian = { rencana: 'R', judul: 'Ruang tunggu', denganUnsur: 'tidak', alasan: 'Banyak disebut dalam saran' };
    return kirimSaran(b, 'ditanggapi', 'prioritas-baru', isian);
  },
  [`${SARAN}/kegiatan-baru`]: async (b) => {
    const isian = { kode: '', uraian: 'Menambah kursi', jadwal: '2026-TW1', unit: 'ANAK' };
    return kirimSaran(b, 'ditanggapi', 'kegiatan-baru', { prioritas: await dalamRencana(b, 'prioritas'), ...isian });
  },
  [`${SARAN}/kaitkan`]: async (b) => kirimSaran(b, 'ditanggapi', 'kaitkan', { tujuan: `k:${await dalamRencana(b, 'kegiatan')}` }),
};
