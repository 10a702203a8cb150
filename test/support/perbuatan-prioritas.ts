import { masukSebagai } from './orang';
import type { BahanPerbuatan, Kiriman } from './perbuatan';

type Siapkan = (b: BahanPerbuatan) => Promise<Kiriman>;

const RENCANA = '/instansi/:instansi/rencana/:rencana';
let nomor = 0;

interface RencanaUji {
  readonly kode: string;
  readonly id: string;
  /** ids of two priorities that are no unsur */
  readonly pertama: string;
  readonly kedua: string;
}

/** A draf on the survey of `buatInstansiUji`, whose one unsur `A` is undecided. */
async function rencana(b: BahanPerbuatan): Promise<RencanaUji> {
  const kode = `PRI-${(nomor += 1)}`;
  const id = await b.sql(
    `INSERT INTO rencana (id, instansi_id, urutan, kode, judul, survei_id, satuan_jadwal, status, periode_jenis, periode_tahun)
     VALUES ($1, $2, 9, $3, 'Rencana uji', (SELECT id FROM survei WHERE instansi_id = $2 AND kode = 'S'), 'triwulan', 'draf', 'tahun', 2030)`,
    [kode],
  );
  const prioritas = (no: number) =>
    b.sql(
      `INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, unsur, alasan, asal)
       VALUES ($1, $2, $3, $4::int - 1, $4, 'Prioritas ' || $4, '{}', 'Saran responden', 'saran')`,
      [id, no],
    );
  return { kode, id, pertama: await prioritas(1), kedua: await prioritas(2) };
}

function koordinator(akhir: (r: RencanaUji) => string, isian: (r: RencanaUji) => Record<string, string> = () => ({})): Siapkan {
  return async (b) => {
    const r = await rencana(b);
    const orang = await masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran: 'koordinator' }]);
    return b.sebagai(orang, `/instansi/SATU/rencana/${r.kode}/${akhir(r)}`, isian(r));
  };
}

const prioritasBaru = { judul: 'Kanal pengaduan', asal: 'saran', program: 'Program', alasan: 'Saran responden' };

/** The forms of priorities, each as it is accepted. */
export const PERBUATAN_PRIORITAS: Readonly<Record<string, Siapkan>> = {
  [`${RENCANA}/prioritas/ambil`]: koordinator(() => 'prioritas/ambil'),
  [`${RENCANA}/prioritas-baru`]: koordinator(
    () => 'prioritas-baru',
    () => prioritasBaru,
  ),
  [`${RENCANA}/prioritas/:prioritas/ubah`]: koordinator(
    (r) => `prioritas/${r.pertama}/ubah`,
    () => prioritasBaru,
  ),
  [`${RENCANA}/prioritas/:prioritas/gabung`]: koordinator(
    (r) => `prioritas/${r.pertama}/gabung`,
    (r) => ({ dengan: r.kedua, judul: 'Gabungan', alasan: 'Satu tim' }),
  ),
  [`${RENCANA}/prioritas/:prioritas/keluarkan`]: koordinator(
    (r) => `prioritas/${r.pertama}/keluarkan`,
    () => ({ alasan: 'Ganda' }),
  ),
  [`${RENCANA}/prioritas/:prioritas/pindah`]: koordinator(
    (r) => `prioritas/${r.pertama}/pindah`,
    () => ({ arah: 'turun', no: '1' }),
  ),
  [`${RENCANA}/prioritas-lewati/:unsur`]: koordinator(
    () => 'prioritas-lewati/A',
    () => ({ alasan: 'Ditangani pusat' }),
  ),
  [`${RENCANA}/prioritas-lewati/:unsur/batal`]: async (b) => {
    const kiriman = await koordinator(() => 'prioritas-lewati/A/batal')(b);
    await b.sql(
      `INSERT INTO prioritas_dilewati (id, instansi_id, rencana_id, unsur, alasan)
       SELECT $1, $2, id, 'A', 'Ditangani pusat' FROM rencana WHERE instansi_id = $2 AND kode = $3`,
      [kiriman.jalur.split('/')[4] ?? ''],
    );
    return kiriman;
  },
  [`${RENCANA}/prioritas-lanjutan`]: async (b) => {
    const lama = await b.sql(
      `INSERT INTO rencana (id, instansi_id, urutan, kode, judul, satuan_jadwal, status, periode_jenis, periode_tahun)
       VALUES ($1, $2, 8, $3, 'Rencana lama', 'triwulan', 'ditetapkan', 'tahun', 2029)`,
      [`LAMA-${(nomor += 1)}`],
    );
    const prioritas = await b.sql(
      `INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, unsur) VALUES ($1, $2, $3, 0, 1, 'Antrean', '{}')`,
      [lama],
    );
    const kegiatan = await b.sql(
      `INSERT INTO kegiatan (id, instansi_id, rencana_id, prioritas_id, urutan, kode, uraian, jadwal) VALUES ($1, $2, $3, $4, 0, 'K', 'Loket', '{}')`,
      [lama, prioritas],
    );
    return koordinator(() => 'prioritas-lanjutan', () => ({ [`bawa.${kegiatan}`]: 'ya', [`ke.${kegiatan}`]: 'baru' }))(b); // prettier-ignore
  },
};
