import type { OrangUji } from './orang';
import { masukSebagai } from './orang';
import type { BahanPerbuatan, Kiriman } from './perbuatan';

type Siapkan = (b: BahanPerbuatan) => Promise<Kiriman>;
type Status = 'draf' | 'diajukan' | 'ditetapkan';

const RENCANA = '/instansi/:instansi/rencana/:rencana';
const KELOMPOK = '/instansi/:instansi/kelompok-unit';
let nomor = 0;

interface RencanaUji {
  readonly kode: string;
  readonly id: string;
  readonly prioritas: string;
  /** of the kegiatan `K` */
  readonly kegiatan: string;
  readonly versi: string;
}

/** A plan with one priority and the kegiatan `K`, made as no page makes it. */
async function rencana(b: BahanPerbuatan, status: Status): Promise<RencanaUji> {
  const kode = `UJI-${(nomor += 1)}`;
  const id = await b.sql(
    `INSERT INTO rencana (id, instansi_id, urutan, kode, judul, satuan_jadwal, status) VALUES ($1, $2, 9, $3, 'Rencana uji', 'triwulan', $4)`,
    [kode, status],
  );
  const prioritas = await b.sql(
    `INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, unsur, alasan) VALUES ($1, $2, $3, 0, 1, 'Antrean', '{}', 'keluhan')`,
    [id],
  );
  const kegiatan = await b.sql(
    `INSERT INTO kegiatan (id, instansi_id, rencana_id, prioritas_id, urutan, kode, uraian, jadwal)
     VALUES ($1, $2, $3, $4, 0, 'K', 'Loket', '{2050-TW1}')`,
    [id, prioritas],
  );
  if (status === 'ditetapkan')
    await b.sql(
      `INSERT INTO rencana_awal (id, instansi_id, rencana_id, nomor, sumber, isi, bukti_diharapkan, pada)
       SELECT $1, $2, $3, 1, 'tetapkan', jsonb_build_object('kode', $4::text, 'judul', 'Rencana uji', 'satuanJadwal', 'triwulan', 'status', 'ditetapkan',
         'prioritas', '[{"no":1,"judul":"Antrean","unsur":[],"alasan":"keluhan","kegiatan":[{"kode":"K","uraian":"Loket","jadwal":["2050-TW1"],"penanggungJawab":[]}]}]'::jsonb),
         '{}', now()`,
      [id, kode],
    );
  return { kode, id, prioritas, kegiatan, versi: '1' };
}

async function usulan(b: BahanPerbuatan, r: RencanaUji, oleh: string | null = null): Promise<string> {
  return b.sql(
    `INSERT INTO usulan_adendum (id, instansi_id, rencana_id, jenis, kegiatan_id, versi_kegiatan, isi, alasan, keadaan, oleh_id, oleh_nama, pada)
     VALUES ($1, $2, $3, 'dibatalkan', $4, 1, '{"jenis":"dibatalkan","kegiatan":"K"}', 'ganti', 'menunggu', $5, 'Siti', now())`,
    [r.id, r.kegiatan, oleh],
  );
}

const orang = (b: BahanPerbuatan, peran: 'koordinator' | 'pimpinan'): Promise<OrangUji> =>
  masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran }]);

const isianKegiatan = (r: RencanaUji) => ({
  prioritas: r.prioritas,
  uraian: 'Loket baru',
  pj_1: 'unit:ANAK',
  'jadwal_2050-TW2': 'ya',
});

/** An act of who writes plans on one in that state. */
function oleh(
  peran: 'koordinator' | 'pimpinan',
  status: Status,
  akhir: string,
  isian: (r: RencanaUji) => Record<string, string> = () => ({}),
): Siapkan {
  return async (b) => {
    const r = await rencana(b, status);
    return b.sebagai(await orang(b, peran), `/instansi/SATU/rencana/${r.kode}/${akhir}`, isian(r));
  };
}

function putusan(akhir: string, isian: Record<string, string>): Siapkan {
  return async (b) => {
    const r = await rencana(b, 'ditetapkan');
    const jalur = `/instansi/SATU/rencana/${r.kode}/adendum/${await usulan(b, r)}/${akhir}`;
    return b.sebagai(await orang(b, 'pimpinan'), jalur, isian);
  };
}

/** An act on a plan as its page was read. */
function langkah(peran: 'koordinator' | 'pimpinan', status: Status, akhir: string, isian: Record<string, string> = {}): Siapkan {
  return async (b) => {
    const jalur = `/instansi/SATU/rencana/${(await rencana(b, status)).kode}/${akhir}`;
    const siapa = await orang(b, peran);
    const halaman = await (await fetch(b.uji.alamat + jalur, { headers: siapa.kepala })).text();
    return b.sebagai(siapa, jalur, { ...isian, sidik: /name="sidik" value="([^"]+)"/.exec(halaman)?.[1] ?? '' });
  };
}

const kepala = { judul: 'Rencana uji', survei: 'S', periode: '2024', satuanJadwal: 'bulan', asal: 'R' };

/** The forms of plans, each as it is accepted. */
export const PERBUATAN_RENCANA: Readonly<Record<string, Siapkan>> = {
  [`${KELOMPOK}/baru`]: async (b) =>
    b.sebagai(await orang(b, 'koordinator'), '/instansi/SATU/kelompok-unit/baru', { nama: 'Semua Bagian', unit_1: 'ANAK' }),
  [`${KELOMPOK}/:kelompok`]: async (b) => {
    const id = await b.sql(`INSERT INTO kelompok_unit (id, instansi_id, nama) VALUES ($1, $2, 'Kelompok uji')`, []);
    return b.sebagai(await orang(b, 'koordinator'), `/instansi/SATU/kelompok-unit/${id}`, {
      ...{ nama: 'Kelompok lain', namaLama: 'Kelompok uji', unit_1: 'ANAK' },
    });
  },
  '/instansi/:instansi/rencana-baru': async (b) =>
    b.sebagai(await orang(b, 'koordinator'), '/instansi/SATU/rencana-baru', { kode: 'RTL-UJI', ...kepala }),
  [`${RENCANA}/ubah`]: oleh('koordinator', 'draf', 'ubah', (r) => ({ ...kepala, satuanJadwal: 'triwulan', versi: r.versi })),
  [`${RENCANA}/ajukan`]: langkah('koordinator', 'draf', 'ajukan'),
  [`${RENCANA}/kembalikan`]: langkah('pimpinan', 'diajukan', 'kembalikan', { alasan: 'belum lengkap' }),
  [`${RENCANA}/tarik`]: langkah('koordinator', 'diajukan', 'tarik'),
  [`${RENCANA}/tetapkan`]: langkah('pimpinan', 'diajukan', 'tetapkan'),
  [`${RENCANA}/kegiatan-baru`]: oleh('koordinator', 'draf', 'kegiatan-baru', (r) => ({ ...isianKegiatan(r), kode: 'K-BARU' })),
  [`${RENCANA}/kegiatan/:kegiatan/ubah`]: oleh('koordinator', 'draf', 'kegiatan/K/ubah', (r) => ({
    ...isianKegiatan(r),
    ...{ keluaran: 'Loket', bukti_1_jenis: 'foto', bukti_1_periode: '2050-TW2', bukti_1_uraian: 'Foto', versi: r.versi },
  })),
  [`${RENCANA}/kegiatan/:kegiatan/hapus`]: oleh('koordinator', 'draf', 'kegiatan/K/hapus', (r) => ({ versi: r.versi })),
  [`${RENCANA}/kegiatan/:kegiatan/salin`]: oleh('koordinator', 'draf', 'kegiatan/K/salin'),
  [`${RENCANA}/kegiatan/:kegiatan/urutan`]: async (b) => {
    const r = await rencana(b, 'draf');
    await b.sql(
      `INSERT INTO kegiatan (id, instansi_id, rencana_id, prioritas_id, urutan, kode, uraian, jadwal) VALUES ($1, $2, $3, $4, 1, 'L', 'Lain', '{}')`,
      [r.id, r.prioritas],
    );
    return b.sebagai(await orang(b, 'koordinator'), `/instansi/SATU/rencana/${r.kode}/kegiatan/K/urutan`, { arah: 'turun' });
  },
  [`${RENCANA}/adendum-baru`]: oleh('koordinator', 'ditetapkan', 'adendum-baru', (r) => ({
    ...isianKegiatan(r),
    alasan: 'perlu',
  })),
  [`${RENCANA}/kegiatan/:kegiatan/adendum/:jenis`]: oleh('koordinator', 'ditetapkan', 'kegiatan/K/adendum/diganti', (r) => {
    const { prioritas, ...isian } = isianKegiatan(r);
    return { ...isian, alasan: 'perlu', versi: r.versi };
  }),
  [`${RENCANA}/adendum/:usulan/tarik`]: async (b) => {
    const r = await rencana(b, 'ditetapkan');
    const pengusul = await orang(b, 'koordinator');
    const id = await usulan(b, r, pengusul.penggunaId);
    return b.sebagai(pengusul, `/instansi/SATU/rencana/${r.kode}/adendum/${id}/tarik`);
  },
  [`${RENCANA}/adendum/:usulan/setujui`]: putusan('setujui', {}),
  [`${RENCANA}/adendum/:usulan/tolak`]: putusan('tolak', { alasan: 'tanpa anggaran' }),
};
