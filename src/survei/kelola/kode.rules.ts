import { bulanDalamKata, jumlahPerTahun, kodePeriode, romawi, type JenisPeriode, type Periode } from '../../shared/periode';

/** The parts of a year as one list to choose from, each with its months: people file into the wrong quarter (DOMAIN section 9). */
export const BAGIAN_TAHUN: readonly { readonly nilai: string; readonly jenis: JenisPeriode; readonly ke?: number }[] = [
  { nilai: 'tahun', jenis: 'tahun' },
  ...(['semester', 'triwulan', 'bulan'] as const).flatMap((jenis) =>
    Array.from({ length: jumlahPerTahun(jenis) }, (_, i) => ({ nilai: `${jenis}-${i + 1}`, jenis, ke: i + 1 })),
  ),
];

export function periodeDari(bagian: string, tahun: number): Periode | null {
  const b = BAGIAN_TAHUN.find((x) => x.nilai === bagian);
  return b ? { jenis: b.jenis, tahun, ...(b.ke === undefined ? {} : { ke: b.ke }) } : null;
}

export const bagianPeriode = ({ jenis, ke }: Periode): string => (ke === undefined ? jenis : `${jenis}-${ke}`);

/** `TW I · Januari–Maret` */
export function namaBagian({ jenis, ke = 1 }: { readonly jenis: JenisPeriode; readonly ke?: number }): string {
  const bulan = bulanDalamKata({ jenis, tahun: 2000, ke });
  switch (jenis) {
    case 'tahun':
      return 'Setahun penuh · Januari–Desember';
    case 'semester':
      return `Semester ${romawi(ke)} · ${bulan}`;
    case 'triwulan':
      return `TW ${romawi(ke)} · ${bulan}`;
    case 'bulan':
      return bulan;
  }
}

/** The period after this one, of the same kind. */
export function periodeBerikut({ jenis, tahun, ke }: Periode): Periode {
  if (ke === undefined) return { jenis, tahun: tahun + 1 };
  return ke < jumlahPerTahun(jenis) ? { jenis, tahun, ke: ke + 1 } : { jenis, tahun: tahun + 1, ke: 1 };
}

/**
 * `SKM-2026-TW1-LOKET`; with a number behind it when that one is taken.
 * @param aliran name of the stream, null for a survey of everything
 */
export function sarankanKode(periode: Periode, aliran: string | null, dipakai: readonly string[]): string {
  const buntut = (aliran ?? '').normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toUpperCase().slice(0, 30).replace(/-+$/, ''); // prettier-ignore
  const dasar = `SKM-${kodePeriode(periode)}${buntut && `-${buntut}`}`;
  const ada = new Set(dipakai.map((k) => k.toLowerCase()));
  for (let i = 1; ; i++) {
    const kode = i === 1 ? dasar : `${dasar}-${i}`;
    if (!ada.has(kode.toLowerCase())) return kode;
  }
}
