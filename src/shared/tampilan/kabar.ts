/** What the next page says once: what happened, or why nothing did. */
export interface Kabar {
  readonly nada: keyof typeof NADA_KABAR;
  readonly teks: string;
}

const NADA_KABAR = {
  berhasil: { kelas: 'ina-positif', ikon: 'rosette-discount-check', peran: 'status' },
  catatan: { kelas: 'ina-info', ikon: 'info-circle', peran: 'status' },
  peringatan: { kelas: 'ina-waspada', ikon: 'alert-triangle', peran: 'status' },
  gagal: { kelas: 'ina-negatif', ikon: 'alert-circle', peran: 'alert' },
} as const;

export interface KabarView {
  readonly kelas: string;
  readonly ikon: string;
  readonly peran: string;
  readonly teks: string;
}

export function adalahNada(teks: unknown): teks is Kabar['nada'] {
  return typeof teks === 'string' && Object.hasOwn(NADA_KABAR, teks);
}

export function kabarView({ nada, teks }: Kabar): KabarView {
  return { ...NADA_KABAR[nada], teks };
}

export const berhasil = (teks: string): Kabar => ({ nada: 'berhasil', teks });
