import type { AturanTertulis } from './aturan.rules';

/** The agency: the tenant (DOMAIN section 1). */
export interface Instansi {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string;
  readonly kota: string;
  /** IANA name; quarter boundaries and "today" are local to it */
  readonly zonaWaktu: string;
  readonly situs?: string;
  readonly pengaturan?: Pengaturan;
}

export interface Pengaturan {
  readonly realisasi?: AturanTertulis;
  /** how many lowest unsur the plan proposes as priorities; 3 when absent (DOMAIN section 4) */
  readonly jumlahPrioritas?: number;
}

export interface Unit {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan?: string;
  /** bidang, pokja, biro, sekretariat …: the agency's own word */
  readonly jenis: string;
  /** kode of the parent unit */
  readonly induk?: string;
}

export const JUMLAH_PRIORITAS_BAKU = 3;

/** What people call the unit: its short name where it has one. */
export function namaRingkas(unit: Pick<Unit, 'nama' | 'singkatan'>): string {
  return unit.singkatan ?? unit.nama;
}
