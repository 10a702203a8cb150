import { jalankanAplikasiUji, type AplikasiUji } from './aplikasi';
import { buatInstansiUji, type InstansiUji } from './dua-instansi';
import { masukSebagai, type OrangUji } from './orang';

/** Two agencies, `SATU` and `LAIN`, and what of the other one must never be seen or touched from the first. */
export interface BahanSerangan {
  readonly uji: AplikasiUji;
  readonly satu: InstansiUji;
  /** ids in `LAIN`, whose texts hold `RAHASIA LAIN`; that of a person is the last */
  readonly asing: readonly string[];
  /** who may do everything in `SATU`, and nothing in `LAIN` */
  readonly orangLain: OrangUji;
}

const MILIK = ['unit', 'jabatan', 'penugasan', 'peran', 'mutasi', 'survei', 'saran', 'impor_respons', 'prioritas', 'kegiatan'];

/** Call in `beforeAll`, `uji.tutup` in `afterAll`. */
export async function siapkanSerangan(): Promise<BahanSerangan> {
  const uji = await jalankanAplikasiUji();
  const satu = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  const lain = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'LAIN');
  const peran = (['admin', 'koordinator', 'pimpinan'] as const).map((p) => ({ instansi: 'SATU', peran: p }));
  const orangLain = await masukSebagai(uji.sumber, peran);
  await uji.sumber.query(`UPDATE unit SET nama = 'RAHASIA LAIN' WHERE instansi_id = $1`, [lain.id]);
  await uji.sumber.query(
    `UPDATE pengguna SET nama = 'RAHASIA LAIN' WHERE id IN (SELECT pengguna_id FROM peran WHERE instansi_id = $1)`,
    [lain.id],
  );
  const id = async (tabel: string, kolom = 'id') => {
    const sql = `SELECT ${kolom} AS id FROM ${tabel} WHERE instansi_id = $1 LIMIT 1`;
    return (await uji.sumber.query<{ id: string }[]>(sql, [lain.id]))[0]?.id ?? '';
  };
  const asing = await Promise.all([...MILIK.map((tabel) => id(tabel)), id('peran', 'pengguna_id')]);
  return { uji, satu, asing, orangLain };
}
