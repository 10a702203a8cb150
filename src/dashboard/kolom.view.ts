import type { Realisasi } from '../progres/progres.rules';
import type { Kegiatan, Rencana } from '../rtl/rtl.rules';
import { semuaKegiatan } from '../rtl/rtl.rules';
import {
  akhirPeriode,
  awalPeriode,
  bulanDalamKata,
  indeksAkhir,
  indeksAwal,
  kodePeriode,
  namaPeriodeLengkap,
  pecahPeriode,
  periode,
  romawi,
  type Periode,
} from '../shared/periode';
import { hariTerakhir, indeksBulan } from '../shared/tanggal';

/** A column of the matrix: a triwulan or a month of one year, and the kegiatan that are planned in it or reported for it. */
export interface KolomMatriks {
  readonly kode: string;
  readonly periode: Periode;
  readonly judul: string;
  readonly anak: string;
  readonly lengkap: string;
  readonly kini: boolean;
  readonly dijadwalkan: ReadonlySet<string>;
  readonly dilaporkan: ReadonlySet<string>;
}

/** Where a report stands in time: its period, or the months it says it ran. Null when it says neither (KPU). */
export function masaLaporan(r: Realisasi, kegiatan: Kegiatan | undefined): { awal: number; akhir: number } | null {
  if (r.periode !== undefined) {
    const p = periode(r.periode);
    return { awal: indeksAwal(p), akhir: indeksAkhir(p) };
  }
  const mulai = r.mulai ?? r.selesai;
  if (mulai === undefined) return null;
  const awal = indeksBulan(mulai);
  if (r.selesai !== undefined) return { awal, akhir: Math.max(awal, indeksBulan(r.selesai)) };
  // Begun, with no end given: the report speaks of the whole remaining schedule.
  const jadwal = kegiatan?.jadwal.map((k) => indeksAkhir(periode(k))) ?? [];
  return { awal, akhir: Math.max(awal, ...jadwal) };
}

/** Years that the schedule or a report touches, earliest first. */
export function tahunRencana(rencana: Rencana, realisasi: readonly Realisasi[]): number[] {
  const menurutKode = new Map(semuaKegiatan(rencana).map((k) => [k.kode, k]));
  const indeks = [
    ...[...menurutKode.values()].flatMap((k) => k.jadwal.flatMap((j) => [indeksAwal(periode(j)), indeksAkhir(periode(j))])),
    ...realisasi.flatMap((r) => {
      const masa = masaLaporan(r, menurutKode.get(r.kegiatan));
      return masa ? [masa.awal, masa.akhir] : [];
    }),
  ];
  return [...new Set(indeks.map((i) => Math.floor(i / 12)))].sort((a, b) => a - b);
}

export interface BahanKolom {
  readonly rencana: Rencana;
  readonly realisasi: readonly Realisasi[];
  readonly tahun: number;
  /** cut-off day chosen in the header; later columns then show the schedule only */
  readonly per: string | null;
}

/** The columns of one year. A plan by months shows the months from the first to the last that is used. */
export function kolomMatriks({ rencana, realisasi, tahun, per }: BahanKolom): KolomMatriks[] {
  const kegiatan = semuaKegiatan(rencana);
  const menurutKode = new Map(kegiatan.map((k) => [k.kode, k]));
  const semua = pecahPeriode({ jenis: 'tahun', tahun }, rencana.satuanJadwal);
  const terlihat = semua.filter((p) => per === null || awalPeriode(p) <= per);
  const laporan = new Map<number, Set<string>>();
  for (const r of realisasi) {
    const masa = masaLaporan(r, menurutKode.get(r.kegiatan));
    const kolom = masa && terlihat.filter((p) => indeksAwal(p) <= masa.akhir && indeksAkhir(p) >= masa.awal).at(-1);
    if (kolom) laporan.set(indeksAwal(kolom), (laporan.get(indeksAwal(kolom)) ?? new Set()).add(r.kegiatan));
  }
  const kolom = semua.map((p): KolomMatriks => {
    const dijadwalkan = kegiatan.filter((k) => terjadwal(k, p)).map((k) => k.kode);
    return {
      kode: kodePeriode(p),
      periode: p,
      ...namaKolom(p),
      lengkap: namaPeriodeLengkap(p),
      kini: per !== null && akhirPeriode(p) === hariTerakhir(per),
      dijadwalkan: new Set(dijadwalkan),
      dilaporkan: laporan.get(indeksAwal(p)) ?? new Set(),
    };
  });
  if (rencana.satuanJadwal === 'triwulan') return kolom;
  const dipakai = kolom.flatMap((k, i) => (k.dijadwalkan.size + k.dilaporkan.size > 0 ? [i] : []));
  return kolom.slice(dipakai[0] ?? 0, (dipakai.at(-1) ?? -1) + 1);
}

export function terjadwal(kegiatan: Kegiatan, p: Periode): boolean {
  return kegiatan.jadwal.map(periode).some((j) => indeksAwal(j) <= indeksAkhir(p) && indeksAkhir(j) >= indeksAwal(p));
}

function namaKolom(p: Periode): { judul: string; anak: string } {
  if (p.jenis === 'triwulan') return { judul: `TW ${romawi(p.ke ?? 1)}`, anak: bulanDalamKata(p) };
  return { judul: bulanDalamKata(p, true), anak: `TW ${romawi(Math.ceil((p.ke ?? 1) / 3))}` };
}
