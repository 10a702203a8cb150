import { namaRingkas, type Unit } from '../../organisasi/organisasi.rules';
import type { KeadaanKegiatan } from '../../realisasi/realisasi.rules';
import { teksBilangan, teksIndonesia } from '../../shared/desimal';
import { kueri, type Kueri } from '../../shared/tampilan/tautan';
import type { HasilSurvei } from '../../survei/skor.rules';
import { bertanda, TIADA } from '../angka.view';
import {
  BUKAN_UNSUR,
  cocokUnsur,
  STATUS_SARINGAN,
  TANPA_UNIT,
  unitUtama,
  unsurKegiatan,
  type BahanSaringan,
} from '../saringan.view';

/** A number of a table with the way to exactly the kegiatan that it counts. */
export interface SelDasbor {
  readonly label: string;
  readonly teks: string;
  readonly tautan: string | null;
}

export interface BarisDasbor {
  readonly nama: string;
  readonly sel: readonly SelDasbor[];
}

/** The columns of both tables: the state of each kegiatan on the first axis, then on the second. */
const KOLOM: readonly { readonly label: string; readonly status: string }[] = [
  { label: 'Kegiatan', status: '' },
  ...[
    'sudah',
    'sebagian',
    'belum',
    'tidak-dapat',
    'belum-melapor',
    'dijadwalkan',
    'diajukan',
    'dikembalikan',
    'terverifikasi',
  ].map((status) => ({
    label: status === 'diajukan' ? 'Diajukan' : (STATUS_SARINGAN.find((s) => s.kode === status)?.nama ?? status),
    status,
  })),
];

export interface BahanTabel extends Pick<BahanSaringan, 'unit' | 'rinci'> {
  readonly kegiatan: readonly KeadaanKegiatan[];
  /** address of the plan's page, and the time that it takes along */
  readonly alamat: string;
  readonly tetap: Kueri;
}

/** Columns that say nothing of any kegiatan of this plan stay away, but the axes' main states never do. */
export function kolomDasbor(kegiatan: readonly KeadaanKegiatan[]): string[] {
  return kolomTerpakai(kegiatan).map((k) => k.label);
}

function kolomTerpakai(kegiatan: readonly KeadaanKegiatan[]): typeof KOLOM {
  const boleh = new Set(['tidak-dapat', 'dijadwalkan', 'diajukan', 'dikembalikan']);
  return KOLOM.filter(({ status }) => !boleh.has(status) || kegiatan.some((k) => cocokStatus(status, k)));
}

const cocokStatus = (status: string, k: KeadaanKegiatan): boolean =>
  status === '' || (STATUS_SARINGAN.find((s) => s.kode === status)?.cocok(k) ?? false);

function sel(bahan: BahanTabel, milik: readonly KeadaanKegiatan[], saringan: Kueri): SelDasbor[] {
  return kolomTerpakai(bahan.kegiatan).map(({ label, status }) => {
    const n = milik.filter((k) => cocokStatus(status, k)).length;
    const tautan = n === 0 ? null : kueri(bahan.alamat, { ...bahan.tetap, ...saringan, status }, 'matriks');
    return { label, teks: teksBilangan(n), tautan };
  });
}

/** All of them: the last row of both tables. */
export const jumlahDasbor = (bahan: BahanTabel): SelDasbor[] => sel(bahan, bahan.kegiatan, {});

/** By the unit that answers first; a kegiatan of a kelompok stands with each of its units, and what nobody answers for comes last. */
export function menurutUnit(bahan: BahanTabel): (BarisDasbor & { kode: string; milik: readonly KeadaanKegiatan[] })[] {
  const utama = unitUtama(bahan);
  const milik = new Map<string, KeadaanKegiatan[]>();
  for (const k of bahan.kegiatan) {
    const kode = utama(k);
    for (const u of kode.length === 0 ? [TANPA_UNIT] : kode) milik.set(u, [...(milik.get(u) ?? []), k]);
  }
  const urut = new Map(bahan.unit.map((u: Unit, i) => [u.kode, { i, nama: namaRingkas(u) }]));
  return [...milik]
    .sort(([a], [b]) => (urut.get(a)?.i ?? Infinity) - (urut.get(b)?.i ?? Infinity))
    .map(([kode, daftar]) => ({
      kode,
      milik: daftar,
      nama: kode === TANPA_UNIT ? 'Tanpa unit penanggung jawab' : (urut.get(kode)?.nama ?? kode),
      sel: sel(bahan, daftar, kode === TANPA_UNIT ? { unit: kode } : { unit: kode, utama: 'ya' }),
    }));
}

export interface NilaiDasbor {
  readonly namaUnsur: (kode: string) => string;
  /** of the plan's survey, and of the next one after it */
  readonly sebelum: HasilSurvei | null;
  readonly sesudah: HasilSurvei | null;
}

/** By unsur, with its value before and after; what answers to none comes last. */
export function menurutUnsur(
  bahan: BahanTabel,
  { namaUnsur, sebelum, sesudah }: NilaiDasbor,
): (BarisDasbor & { sebelum: string; sesudah: string; selisih: string })[] {
  const unsur = unsurKegiatan(bahan.rinci);
  const kode = [...new Set(bahan.kegiatan.flatMap(unsur))].sort((a, b) => a.localeCompare(b, 'id', { numeric: true }));
  if (bahan.kegiatan.some((k) => unsur(k).length === 0)) kode.push(BUKAN_UNSUR);
  const nilai = (hasil: HasilSurvei | null, u: string) => hasil?.unsur.find((x) => x.unsur === u)?.nilai ?? null;
  return kode.map((u) => {
    const [lama, baru] = [nilai(sebelum, u), nilai(sesudah, u)];
    return {
      nama: u === BUKAN_UNSUR ? 'Bukan unsur' : namaUnsur(u),
      sel: sel(bahan, bahan.kegiatan.filter((k) => cocokUnsur(unsur(k), u)), { unsur: u }), // prettier-ignore
      sebelum: lama ? teksIndonesia(lama) : TIADA,
      sesudah: baru ? teksIndonesia(baru) : TIADA,
      selisih: lama && baru ? bertanda(baru.sub(lama)) : TIADA,
    };
  });
}
