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
  /** lines of the letterhead, top to bottom; name and city when absent */
  readonly kopSurat?: readonly string[];
  readonly pengaturan?: Pengaturan;
}

/** Paper of printed reports; F4 is 215 × 330 mm. */
export type Kertas = 'a4' | 'f4';

export interface Pengaturan {
  readonly realisasi?: AturanTertulis;
  /** how many lowest unsur the plan proposes as priorities; 3 when absent (DOMAIN section 4) */
  readonly jumlahPrioritas?: number;
  /** a4 when absent */
  readonly kertas?: Kertas;
  /** NRR and nilai together (`3,53/88,21`) in printed tables, or nilai alone; as the data came when absent */
  readonly skalaGanda?: boolean;
}

export interface Unit {
  readonly kode: string;
  readonly nama: string;
  readonly singkatan?: string;
  /** bidang, pokja, biro, sekretariat …: the agency's own word */
  readonly jenis: string;
  /** kode of the parent unit */
  readonly induk?: string;
  /** first day on which the unit no longer works, merged or retired */
  readonly berakhir?: string;
  /** kode of the unit into which it was merged */
  readonly penerus?: string;
}

export const BARIS_KOP_TERBANYAK = 6;

export const JUMLAH_PRIORITAS_BAKU = 3;

/** What people call the unit: its short name where it has one. */
export function namaRingkas(unit: Pick<Unit, 'nama' | 'singkatan'>): string {
  return unit.singkatan ?? unit.nama;
}

/** Who answers for a unit today: itself, or the end of the chain of its successors; null for a code that is no unit's. */
export function penanggungKini(unit: readonly Unit[]): (kode: string) => Unit | null {
  const menurutKode = new Map(unit.map((u) => [u.kode, u]));
  return (kode) => {
    const dilalui = new Set<string>();
    let kini = menurutKode.get(kode);
    while (kini?.penerus !== undefined && !dilalui.has(kini.kode)) {
      dilalui.add(kini.kode);
      kini = menurutKode.get(kini.penerus);
    }
    return kini ?? null;
  };
}
