import { teksKueri } from '../../shared/tampilan/tautan';
import { NAMA_STATUS_SARAN, STATUS_SARAN, type StatusSaran } from './saran.rules';

/** Which suggestions are shown; the address carries it, and list, counts, export and assignment of many share it. */
export interface SaringanSaran {
  /** code of an unsur, or `-` for none; where it is not decided yet, what the words propose */
  readonly unsur: string;
  /** code of a unit, or `-` for none */
  readonly unit: string;
  readonly status: string;
  /** words in the text */
  readonly q: string;
}

/** Filters by state; without any, everything that suggests something. */
export const PILIHAN_STATUS: Readonly<Record<string, { readonly teks: string; readonly status: readonly StatusSaran[] }>> = {
  '': { teks: 'Semua saran', status: STATUS_SARAN.filter((s) => s !== 'nihil') },
  belum: { teks: 'Belum ditanggapi', status: ['baru', 'ditetapkan'] },
  sudah: { teks: 'Sudah ditanggapi', status: ['ditanggapi', 'layak_terbit', 'tidak_diterbitkan'] },
  ...Object.fromEntries(STATUS_SARAN.map((s) => [s, { teks: NAMA_STATUS_SARAN[s], status: [s] }])),
};

/** What the address says; an unknown state is no filter. */
export function bacaSaringanSaran(kueri: Readonly<Record<string, unknown>>): SaringanSaran {
  const status = teksKueri(kueri['status']);
  return {
    unsur: teksKueri(kueri['unsur'], 100),
    unit: teksKueri(kueri['unit'], 100),
    status: Object.hasOwn(PILIHAN_STATUS, status) ? status : '',
    q: teksKueri(kueri['q'], 100),
  };
}

export interface SyaratSql {
  readonly sql: string;
  readonly isi: readonly unknown[];
}

/**
 * The condition on `saran s LEFT JOIN unit u`, with its parameters from `$1` on.
 * @param lingkup ids of the units to which the reader is limited; null for all
 */
export function syaratSql(surveiId: string, saringan: SaringanSaran, lingkup: readonly string[] | null): SyaratSql {
  const isi: unknown[] = [surveiId, PILIHAN_STATUS[saringan.status]?.status ?? []];
  const bagian = ['s.survei_id = $1', 's.status = ANY ($2)', 's.jumlah_ketik + s.jumlah_berkas > 0'];
  const tambah = (sql: (ke: string) => string, nilai: unknown) => {
    isi.push(nilai);
    bagian.push(sql(`$${isi.length}`));
  };
  const UNSUR = `CASE WHEN s.status = 'baru' THEN s.usul_unsur ELSE s.unsur END`;
  if (saringan.unsur === '-') bagian.push(`${UNSUR} IS NULL`);
  else if (saringan.unsur !== '') tambah((ke) => `${UNSUR} = ${ke}`, saringan.unsur);
  if (saringan.unit === '-') bagian.push('s.unit_id IS NULL');
  else if (saringan.unit !== '') tambah((ke) => `u.kode = ${ke}`, saringan.unit);
  // Those who read the replaced words search in them; a number that they may not see must not be found out by searching.
  if (saringan.q !== '')
    tambah((ke) => `coalesce(s.teks_samar, s.teks) ILIKE ${ke}`, `%${saringan.q.replace(/[\\%_]/g, '\\$&')}%`);
  if (lingkup !== null) tambah((ke) => `s.unit_id = ANY (${ke}::uuid[])`, lingkup);
  return { sql: bagian.join(' AND '), isi };
}
