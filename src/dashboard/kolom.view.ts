import type { Realisasi } from '../progres/progres.rules';
import type { Kegiatan, Rencana, SatuanJadwal } from '../rtl/rtl.rules';
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

/** A column of the matrix: a triwulan or a month, and the kegiatan that are planned in it or reported for it. */
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
  const jadwal = new Set([...menurutKode.values()].flatMap((k) => k.jadwal));
  const tahun = new Set<number>();
  const catat = ({ awal, akhir }: { awal: number; akhir: number }) =>
    tahun.add(Math.floor(awal / 12)).add(Math.floor(akhir / 12));
  for (const kode of jadwal) catat(masaPeriode(periode(kode)));
  for (const r of realisasi) {
    const masa = masaLaporan(r, menurutKode.get(r.kegiatan));
    if (masa) catat(masa);
  }
  return [...tahun].sort((a, b) => a - b);
}

export interface BahanKolom {
  readonly rencana: Rencana;
  readonly realisasi: readonly Realisasi[];
  /** one year, or several, earliest first */
  readonly tahun: number | readonly number[];
  /** cut-off day chosen in the header; later columns then show the schedule only */
  readonly per: string | null;
  /** other columns than the plan's own unit of schedule */
  readonly satuan?: SatuanJadwal;
}

/** The columns of one or several years. By months, they run from the first to the last month that is used. */
export function kolomMatriks({ rencana, realisasi, tahun, per, satuan = rencana.satuanJadwal }: BahanKolom): KolomMatriks[] {
  const kegiatan = semuaKegiatan(rencana);
  const menurutKode = new Map(kegiatan.map((k) => [k.kode, k]));
  const daftarTahun = typeof tahun === 'number' ? [tahun] : tahun;
  const semua = daftarTahun.flatMap((t) => pecahPeriode({ jenis: 'tahun', tahun: t }, satuan));
  const terlihat = semua.filter((p) => per === null || awalPeriode(p) <= per);
  const laporan = new Map<number, Set<string>>();
  for (const r of realisasi) {
    const masa = masaLaporan(r, menurutKode.get(r.kegiatan));
    const kolom = masa && terlihat.filter((p) => indeksAwal(p) <= masa.akhir && indeksAkhir(p) >= masa.awal).at(-1);
    if (kolom) laporan.set(indeksAwal(kolom), (laporan.get(indeksAwal(kolom)) ?? new Set()).add(r.kegiatan));
  }
  const masa = kegiatan.map(({ kode, jadwal }) => ({ kode, jadwal: jadwal.map(periode).map(masaPeriode) }));
  const kolom = semua.map((p): KolomMatriks => {
    const { awal, akhir } = masaPeriode(p);
    const dijadwalkan = masa.filter((k) => k.jadwal.some((j) => j.awal <= akhir && j.akhir >= awal)).map((k) => k.kode);
    return {
      kode: kodePeriode(p),
      periode: p,
      ...namaKolom(p, daftarTahun.length > 1),
      lengkap: namaPeriodeLengkap(p),
      kini: per !== null && akhirPeriode(p) === hariTerakhir(per),
      dijadwalkan: new Set(dijadwalkan),
      dilaporkan: laporan.get(awal) ?? new Set(),
    };
  });
  if (satuan === 'triwulan') return kolom;
  const dipakai = kolom.flatMap((k, i) => (k.dijadwalkan.size + k.dilaporkan.size > 0 ? [i] : []));
  return kolom.slice(dipakai[0] ?? 0, (dipakai.at(-1) ?? -1) + 1);
}

function masaPeriode(p: Periode): { awal: number; akhir: number } {
  return { awal: indeksAwal(p), akhir: indeksAkhir(p) };
}

/** @param sebutTahun where columns of several years stand side by side */
function namaKolom(p: Periode, sebutTahun: boolean): { judul: string; anak: string } {
  const tahun = sebutTahun ? ` ${p.tahun}` : '';
  if (p.jenis === 'triwulan') return { judul: `TW ${romawi(p.ke ?? 1)}${tahun}`, anak: bulanDalamKata(p, sebutTahun) };
  return { judul: bulanDalamKata(p, true) + tahun, anak: `TW ${romawi(Math.ceil((p.ke ?? 1) / 3))}` };
}
