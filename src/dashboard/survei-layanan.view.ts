import type { Instrumen } from '../instrumen/instrumen.rules';
import { nilaiMinimum } from '../instrumen/mutu.rules';
import { ambangMutu } from '../prioritas/peringkat.view';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { letak } from '../shared/tampilan/bagan';
import { RESPONDEN_KECIL, RESPONDEN_PALING_SEDIKIT, type HasilLayanan } from '../survei/layanan.rules';
import { angka, posisi, TIADA } from './angka.view';

export interface BarisLayanan {
  readonly nama: string;
  readonly responden: string;
  readonly nilai: string;
  readonly mutu: string;
  /** why there is no figure, or why it is to be read with care */
  readonly catatan: string | null;
  readonly terendah: string;
  readonly batang: string | null;
  readonly sel: readonly { readonly kode: string; readonly nama: string; readonly nilai: string; readonly terendah: boolean }[];
}

export interface LayananView {
  readonly keterangan: string;
  readonly catatan: readonly string[];
  readonly unsur: readonly { readonly kode: string; readonly nama: string }[];
  readonly baris: readonly BarisLayanan[];
  readonly total: string;
  readonly skala: { readonly min: string; readonly ambang: readonly { readonly x: string; readonly teks: string }[] };
}

/** Services beside each other; null when answers were not told apart by service. */
export function layananView(hasil: readonly HasilLayanan[], instrumen: Instrumen): LayananView | null {
  if (hasil.length === 0) return null;
  const min = posisi(nilaiMinimum(instrumen));
  const unsur = instrumen.unsur.filter((u) => hasil.some((h) => h.hasil?.unsur.some((x) => x.unsur === u.kode)));
  const total = hasil.reduce((a, b) => a + b.responden, 0);
  const [kecil, tersembunyi] = (['kecil', 'disembunyikan'] as const).map((u) => hasil.filter((h) => h.ukuran === u).length);
  return {
    keterangan: `${teksBilangan(hasil.length)} layanan, ${teksBilangan(total)} responden. Nilai dihitung dengan aturan yang sama dengan surveinya.`,
    catatan: [
      ...(tersembunyi
        ? [
            `${tersembunyi} layanan dengan kurang dari ${RESPONDEN_PALING_SEDIKIT} responden tidak ditampilkan nilainya, agar jawaban seseorang tidak dapat dikenali.`,
          ]
        : []),
      ...(kecil
        ? [`${kecil} layanan dengan kurang dari ${RESPONDEN_KECIL} responden: satu-dua jawaban sudah mengubah nilainya.`]
        : []),
    ],
    unsur,
    baris: hasil.map((h) => barisLayanan(h, unsur, min)),
    total: teksBilangan(total),
    skala: {
      min: String(Math.round(min * 100) / 100).replace('.', ','),
      ambang: ambangMutu(instrumen).filter((a) => a.nilai > min).map((a) => ({ x: letak(a.nilai, min), teks: a.nama })), // prettier-ignore
    },
  };
}

function barisLayanan(h: HasilLayanan, unsur: readonly { kode: string; nama: string }[], min: number): BarisLayanan {
  const nilai = h.hasil?.nilai ?? null;
  return {
    nama: h.layanan,
    responden: teksBilangan(h.responden),
    nilai: angka(nilai),
    mutu: (nilai && h.hasil?.mutu?.mutu) ?? TIADA,
    catatan:
      h.ukuran === 'disembunyikan'
        ? `kurang dari ${RESPONDEN_PALING_SEDIKIT} responden`
        : h.ukuran === 'kecil'
          ? 'n kecil'
          : null,
    terendah: h.terendah[0] === undefined ? TIADA : `${h.terendah.join(' = ')} ${nilaiUnsur(h, h.terendah[0])}`,
    batang: nilai ? letak(posisi(nilai), min) : null,
    sel: unsur.map(({ kode, nama }) => ({ kode, nama, nilai: nilaiUnsur(h, kode), terendah: h.terendah.includes(kode) })),
  };
}

function nilaiUnsur({ hasil }: HasilLayanan, kode: string): string {
  const milik = hasil?.unsur.find((u) => u.unsur === kode);
  return milik ? teksIndonesia(milik.nilai) : TIADA;
}
