import type { KodePeriode } from '../shared/periode';
import { semuaKegiatan, type Kegiatan, type Rencana } from './rtl.rules';

/** A change of a plan after it was ditetapkan: never an edit, always an entry with reason, date and approver (DOMAIN section 5). */
export type Adendum = {
  readonly alasan: string;
  /** day of approval */
  readonly tanggal: string;
  readonly penyetuju: string;
} & (
  | { readonly jenis: 'tambahan'; readonly prioritas: number; readonly kegiatan: Kegiatan }
  | { readonly jenis: 'diganti'; readonly kegiatan: string; readonly pengganti: Kegiatan }
  | { readonly jenis: 'dibatalkan'; readonly kegiatan: string }
  | { readonly jenis: 'digeser'; readonly kegiatan: string; readonly jadwal: readonly KodePeriode[] }
);

/**
 * The plan as it holds now: plan awal with its addenda in the order of their days. The plan awal is never touched.
 * @throws {RangeError} when an addendum names a kegiatan or prioritas that the plan does not have, or adds a kode that it has
 */
export function rencanaBerlaku(awal: Rencana, adendum: readonly Adendum[]): Rencana {
  return [...adendum].sort((a, b) => a.tanggal.localeCompare(b.tanggal)).reduce(terapkan, awal);
}

function terapkan(rencana: Rencana, a: Adendum): Rencana {
  const kode = new Set(semuaKegiatan(rencana).map((k) => k.kode));
  if (a.jenis === 'tambahan') {
    if (kode.has(a.kegiatan.kode)) throw new RangeError(`Kode kegiatan ${a.kegiatan.kode} sudah dipakai`);
    if (!rencana.prioritas.some((p) => p.no === a.prioritas)) throw new RangeError(`Prioritas ${a.prioritas} tidak ada`);
    const prioritas = rencana.prioritas.map((p) => (p.no === a.prioritas ? { ...p, kegiatan: [...p.kegiatan, a.kegiatan] } : p));
    return { ...rencana, prioritas };
  }
  if (!kode.has(a.kegiatan)) throw new RangeError(`Kegiatan ${a.kegiatan} tidak ada dalam rencana`);
  if (a.jenis === 'diganti' && a.pengganti.kode !== a.kegiatan && kode.has(a.pengganti.kode)) {
    throw new RangeError(`Kode kegiatan ${a.pengganti.kode} sudah dipakai`);
  }
  return { ...rencana, prioritas: rencana.prioritas.map((p) => ({ ...p, kegiatan: p.kegiatan.flatMap((k) => ubah(k, a)) })) };
}

function ubah(k: Kegiatan, a: Exclude<Adendum, { jenis: 'tambahan' }>): Kegiatan[] {
  if (k.kode !== a.kegiatan) return [k];
  if (a.jenis === 'dibatalkan') return [];
  return [a.jenis === 'diganti' ? a.pengganti : { ...k, jadwal: a.jadwal }];
}

/** Kegiatan that were put off at least `batas` times: what "bergeser ≥ 2 kali" counts. */
export function bergeser(adendum: readonly Adendum[], batas = 2): string[] {
  const kali = new Map<string, number>();
  for (const a of adendum) if (a.jenis === 'digeser') kali.set(a.kegiatan, (kali.get(a.kegiatan) ?? 0) + 1);
  return [...kali].filter(([, n]) => n >= batas).map(([kode]) => kode);
}
