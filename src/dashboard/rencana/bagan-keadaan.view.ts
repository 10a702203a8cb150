import type { KeadaanKegiatan } from '../../realisasi/realisasi.rules';
import { teksBilangan } from '../../shared/desimal';
import { STATUS_SARINGAN } from '../saringan.view';
import { DIJADWALKAN } from '../tanda-kegiatan.view';
import { BELUM_MELAPOR, tandaPelaksanaan, type Tanda } from '../tanda.view';

const BAGIAN = [
  ['sudah', tandaPelaksanaan('sudah')],
  ['sebagian', tandaPelaksanaan('sebagian')],
  ['belum', tandaPelaksanaan('belum')],
  ['tidak-dapat', tandaPelaksanaan('tidak_dapat')],
  ['belum-melapor', BELUM_MELAPOR],
  ['dijadwalkan', DIJADWALKAN],
] as const;

export interface BaganKeadaan {
  readonly kalimat: string;
  readonly bagian: readonly {
    readonly tanda: Tanda;
    readonly jumlah: string;
    readonly tautan: string;
    /** classes of the fill, in the tone of the status; the words stand below in the same order */
    readonly kelas: string;
    readonly x: string;
    readonly lebar: string;
  }[];
}

/** One bar of the kegiatan that are shown: every one is in exactly one part, so that the parts add up to the table. Null without any. */
export function baganKeadaan(cocok: readonly KeadaanKegiatan[], ke: (status: string) => string): BaganKeadaan | null {
  if (cocok.length === 0) return null;
  let lewat = 0;
  const bagian = BAGIAN.flatMap(([kode, tanda]) => {
    const milik = STATUS_SARINGAN.find((s) => s.kode === kode);
    const jumlah = cocok.filter((k) => milik?.cocok(k)).length;
    if (jumlah === 0) return [];
    const x = lewat;
    lewat += jumlah;
    const persen = (n: number) => `${Math.round((n / cocok.length) * 10_000) / 100}%`;
    return [
      { tanda, jumlah: teksBilangan(jumlah), tautan: ke(kode), kelas: kelas(kode, tanda), x: persen(x), lebar: persen(jumlah) },
    ];
  });
  const sebut = bagian.map((b) => `${b.jumlah} ${b.tanda.kata.toLowerCase()}`).join(', ');
  return { kalimat: `Dari ${teksBilangan(cocok.length)} kegiatan yang ditampilkan: ${sebut}.`, bagian };
}

/** What nobody reported on is an outline, what could not be done a plain ground: neither looks like what was claimed. */
function kelas(kode: (typeof BAGIAN)[number][0], { nada }: Tanda): string {
  if (kode === 'belum-melapor' || kode === 'dijadwalkan') return 'g-lalu';
  return kode === 'tidak-dapat' ? 'g-sedang' : `g-nada ${nada}`;
}
