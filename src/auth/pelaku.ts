export const PERAN = ['pelapor', 'penanggung_jawab', 'koordinator', 'pimpinan', 'inspektur', 'admin'] as const;
export type Peran = (typeof PERAN)[number];

/** As people say it. */
export const NAMA_PERAN: Readonly<Record<Peran, string>> = {
  pelapor: 'Pelapor',
  penanggung_jawab: 'Penanggung jawab',
  koordinator: 'Koordinator',
  pimpinan: 'Pimpinan',
  inspektur: 'Inspektur',
  admin: 'Admin',
};

/** One role in one agency; `unitId` null = the whole agency, else that unit and everything below it. */
export interface PeranDi {
  readonly instansiId: string;
  readonly peran: Peran;
  readonly unitId: string | null;
}

/** An agency in which a person holds a role, as pages name it, and the post held there now, with Plt./Plh. */
export interface InstansiPelaku {
  readonly id: string;
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string;
  readonly jabatan: string | null;
}

/** Whoever asks for something, as known when the request came in. */
export interface Pelaku {
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  /** of the installation: creates agencies, and sees none of their content by that */
  readonly operator: boolean;
  readonly peran: readonly PeranDi[];
  /** every agency of `peran`, by name */
  readonly instansi: readonly InstansiPelaku[];
  readonly sesiId: string;
}

/** Agencies in which the person holds any role, each once. */
export function instansiPelaku(pelaku: Pick<Pelaku, 'peran'>): string[] {
  return [...new Set(pelaku.peran.map((p) => p.instansiId))];
}

/** Roles in one agency, each once, in the order of `PERAN`. */
export function peranDi(pelaku: Pick<Pelaku, 'peran'>, instansiId: string): Peran[] {
  return PERAN.filter((peran) => pelaku.peran.some((p) => p.instansiId === instansiId && p.peran === peran));
}

/**
 * Whether a role held covers a unit.
 * @param jalurUnit the unit's id and those of all units above it
 */
export function mencakupUnit({ unitId }: Pick<PeranDi, 'unitId'>, jalurUnit: readonly string[]): boolean {
  return unitId === null || jalurUnit.includes(unitId);
}
