import type { Instrumen } from '../instrumen/instrumen.rules';
import { teksIndonesia } from '../shared/desimal';
import { baganKuadran, type BaganKuadran } from '../shared/tampilan/bagan-kuadran';
import type { Kuadran } from '../survei/kepentingan.rules';
import { NAMA_KUADRAN, NOMOR_KUADRAN, type AnalisisKepentingan } from '../survei/kuadran.rules';
import { bertanda, posisi } from './angka.view';

export interface KuadranView {
  readonly indeksCs: string;
  readonly keterangan: string;
  readonly judulBagan: string;
  readonly uraianBagan: string;
  readonly bagan: BaganKuadran;
  readonly baris: readonly {
    readonly kode: string;
    readonly nama: string;
    readonly kepentingan: string;
    readonly kinerja: string;
    readonly kesenjangan: string;
    readonly kuadran: string;
    readonly utama: boolean;
  }[];
  readonly batas: { readonly kepentingan: string; readonly kinerja: string };
  readonly tanpaKepentingan: string | null;
}

const URUTAN: readonly Kuadran[] = ['prioritas-utama', 'pertahankan', 'prioritas-rendah', 'berlebihan'];
export const sebutKuadran = (k: Kuadran): string => `${NOMOR_KUADRAN[k]} ${NAMA_KUADRAN[k]}`;

/** Importance against performance, chart and table; quadrant I first. */
export function kuadranView(analisis: AnalisisKepentingan | null, instrumen: Instrumen): KuadranView | null {
  if (!analisis) return null;
  const { titik, batas, indeksCs, tanpaKepentingan } = analisis;
  const nama = new Map(instrumen.unsur.map((u) => [u.kode, u.nama]));
  const urut = [...titik].sort(
    (a, b) => URUTAN.indexOf(a.kuadran) - URUTAN.indexOf(b.kuadran) || a.kesenjangan.compare(b.kesenjangan),
  );
  const perKuadran = URUTAN.map((k) => `${sebutKuadran(k)}: ${titik.filter((t) => t.kuadran === k).map((t) => t.unsur).join(', ') || 'tidak ada'}`); // prettier-ignore
  return {
    indeksCs: `${teksIndonesia(indeksCs)}%`,
    keterangan: `Garis potong pada rata-rata: kepentingan ${teksIndonesia(batas.kepentingan)}, kinerja ${teksIndonesia(batas.kinerja)} (skala ${instrumen.skala.min}–${instrumen.skala.maks}). Yang tepat di garis dianggap tinggi.`,
    judulBagan: 'Kepentingan dan kinerja tiap unsur',
    uraianBagan: `${perKuadran.join('. ')}.`,
    bagan: baganKuadran(
      titik.map((t) => ({
        kode: t.unsur,
        x: posisi(t.kinerja),
        y: posisi(t.kepentingan),
        utama: t.kuadran === 'prioritas-utama',
      })),
      { x: posisi(batas.kinerja), y: posisi(batas.kepentingan) },
      [
        sebutKuadran('prioritas-utama'),
        sebutKuadran('pertahankan'),
        sebutKuadran('prioritas-rendah'),
        sebutKuadran('berlebihan'),
      ],
    ),
    baris: urut.map((t) => ({
      kode: t.unsur,
      nama: nama.get(t.unsur) ?? t.unsur,
      kepentingan: teksIndonesia(t.kepentingan),
      kinerja: teksIndonesia(t.kinerja),
      kesenjangan: bertanda(t.kesenjangan),
      kuadran: sebutKuadran(t.kuadran),
      utama: t.kuadran === 'prioritas-utama',
    })),
    batas: { kepentingan: teksIndonesia(batas.kepentingan), kinerja: teksIndonesia(batas.kinerja) },
    tanpaKepentingan:
      tanpaKepentingan.length > 0 ? `Kepentingan ${tanpaKepentingan.join(', ')} tidak ditanyakan, jadi tidak ikut.` : null,
  };
}
