/** How a post is held: by its own holder, by an acting one while it is vacant (Plt.), or for the holder's absence (Plh.). */
export const STATUS_PENUGASAN = ['definitif', 'plt', 'plh'] as const;
export type StatusPenugasan = (typeof STATUS_PENUGASAN)[number];

export const NAMA_STATUS_PENUGASAN: Readonly<Record<StatusPenugasan, string>> = {
  definitif: 'Definitif',
  plt: 'Pelaksana tugas (Plt.)',
  plh: 'Pelaksana harian (Plh.)',
};

/** Half-open: `selesai` is the first day that no longer counts; null = until further notice. */
export interface Masa {
  readonly mulai: string | null;
  readonly selesai: string | null;
}

export interface MasaPenugasan extends Masa {
  readonly id: string;
  readonly status: StatusPenugasan;
}

/** Days as `2024-05-08` compare as text. */
export function mencakup({ mulai, selesai }: Masa, tanggal: string): boolean {
  return (mulai === null || mulai <= tanggal) && (selesai === null || tanggal < selesai);
}

/** Not ended on that day, begun or not yet. */
export function belumBerakhir({ mulai, selesai }: Masa, tanggal: string): boolean {
  return selesai === null || (tanggal < selesai && (mulai === null || mulai < selesai));
}

export function bertumpang(a: Masa, b: Masa): boolean {
  const sebelum = (x: Masa, y: Masa) => x.selesai !== null && y.mulai !== null && x.selesai <= y.mulai;
  const hampa = (x: Masa) => x.mulai !== null && x.mulai === x.selesai;
  return !hampa(a) && !hampa(b) && !sebelum(a, b) && !sebelum(b, a);
}

/** The days that both cover; they must overlap. */
export function irisan(a: Masa, b: Masa): Masa {
  const mulai =
    [a.mulai, b.mulai]
      .filter((x) => x !== null)
      .toSorted()
      .at(-1) ?? null;
  const selesai = [a.selesai, b.selesai].filter((x) => x !== null).toSorted()[0] ?? null;
  return { mulai, selesai };
}

/**
 * Whether a further holding fits beside those there are. A post has one own holder at a time and one acting one; a Plt. stands in for a
 * vacant post, so not beside its own holder, a Plh. for an absent one.
 * @returns the holding that stands in the way
 */
export function penghalangPenugasan<T extends MasaPenugasan>(ada: readonly T[], baru: Omit<MasaPenugasan, 'id'>): T | null {
  const bentrok = (lain: T) =>
    lain.status === baru.status ||
    (lain.status !== 'definitif' && baru.status !== 'definitif') ||
    (baru.status === 'plt' && lain.status === 'definitif') ||
    (baru.status === 'definitif' && lain.status === 'plt');
  return ada.find((lain) => bertumpang(lain, baru) && bentrok(lain)) ?? null;
}

/** Who signs on that day: the acting holder where there is one, else the post's own. */
export function pemegangPada<T extends MasaPenugasan>(ada: readonly T[], tanggal: string): T | null {
  const kini = ada.filter((p) => mencakup(p, tanggal));
  return kini.find((p) => p.status !== 'definitif') ?? kini[0] ?? null;
}

/** `Plt. Kepala Bagian Umum`, as under a letter. */
export function sebutanJabatan(status: StatusPenugasan, jabatan: string): string {
  const awalan: Readonly<Record<StatusPenugasan, string>> = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' };
  return `${awalan[status]}${jabatan}`;
}
