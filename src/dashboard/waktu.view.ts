import { akhirPeriode, bacaPeriode, bulanDalamKata, kodePeriode, namaPeriode, pecahPeriode, romawi } from '../shared/periode';
import type { Pita } from '../shared/tampilan/kerangka';
import { kueri, teksKueri, type Kueri } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';

/** The time that an address asks for: `?tw=2024-TW2` counts up to the end of that quarter, `?tahun=2024` names a year without a cut-off. */
export interface Waktu {
  /** last day that counts; null = everything */
  readonly per: string | null;
  /** code of the chosen quarter, or '' */
  readonly tw: string;
  /** the year shown: the chosen one, that of the quarter, or the usual one; null where nothing has a year */
  readonly tahun: number | null;
  /** whether the address itself names the year */
  readonly tahunDipilih: boolean;
  readonly daftarTahun: readonly number[];
}

/**
 * @param daftarTahun years that the page has something for; others are as if nothing was asked
 * @param tahunBaku the year shown when none is asked for
 */
export function bacaWaktu(
  kueriHttp: Readonly<Record<string, unknown>>,
  daftarTahun: readonly number[],
  tahunBaku: number | null = daftarTahun.at(-1) ?? null,
): Waktu {
  const tw = bacaPeriode(teksKueri(kueriHttp['tw']));
  const sah = tw?.jenis === 'triwulan' && daftarTahun.includes(tw.tahun) ? tw : null;
  const diminta = Number(teksKueri(kueriHttp['tahun']));
  const tahunDipilih = sah === null && daftarTahun.includes(diminta);
  const tahun = sah?.tahun ?? (tahunDipilih ? diminta : tahunBaku);
  return { per: sah ? akhirPeriode(sah) : null, tw: sah ? kodePeriode(sah) : '', tahun, tahunDipilih, daftarTahun };
}

/** What links take along to the next page. */
export function kueriWaktu({ tw, tahun, tahunDipilih }: Waktu): Kueri {
  return { tw, tahun: tahunDipilih ? tahun : null };
}

export function keteranganWaktu({ per, tw, tahun }: Waktu): string {
  const p = bacaPeriode(tw);
  if (per !== null && p) return `${namaPeriode(p)} · ${bulanDalamKata(p)}, keadaan per ${tanggalIndonesia(per)}`;
  return tahun === null ? 'Seluruh laporan' : `Tahun ${tahun} · seluruh laporan`;
}

/** Year and quarters of the header. @param tetap what else stays in the address */
export function pitaWaktu(alamat: string, waktu: Waktu, tetap: Kueri = {}): Pita | null {
  const { tahun, tw, daftarTahun } = waktu;
  if (tahun === null) return null;
  const triwulan = pecahPeriode({ jenis: 'tahun', tahun }, 'triwulan');
  const ke = bacaPeriode(tw)?.ke;
  const butir = triwulan.map((p) => ({
    teks: `TW ${romawi(p.ke ?? 1)}`,
    bulan: bulanDalamKata(p),
    bulanSingkat: bulanDalamKata(p, true),
    tautan: kueri(alamat, { ...tetap, tw: kodePeriode(p) }),
    kini: kodePeriode(p) === tw,
  }));
  const semua = {
    teks: 'Semua',
    bulan: 'seluruh laporan',
    bulanSingkat: 'laporan',
    tautan: kueri(alamat, { ...tetap, tahun }),
    kini: tw === '',
  };
  const dipilih = triwulan.find((p) => p.ke === ke);
  return {
    label: `Keadaan sampai triwulan, tahun ${tahun}`,
    kini: dipilih ? `${namaPeriode(dipilih)} · ${bulanDalamKata(dipilih)}` : `Tahun ${tahun} · seluruh laporan`,
    tahun: {
      teks: `Tahun ${tahun}`,
      pilihan: [...daftarTahun].reverse().map((t) => ({
        teks: String(t),
        // The same quarter of the other year, so that years can be compared.
        tautan: kueri(alamat, { ...tetap, ...(ke === undefined ? { tahun: t } : { tw: `${t}-TW${ke}` }) }),
        kini: t === tahun,
      })),
    },
    butir: [semua, ...butir],
  };
}
