import { bulanDalamKata, indeksAkhir, indeksAwal, romawi, type KodePeriode, type Periode } from '../shared/periode';
import { NAMA_BULAN } from '../shared/tanggal';
import { jadwalRinci } from '../rtl/jadwal.rules';
import type { SatuanJadwal } from '../rtl/rtl.rules';

/** How the schedule of a plan is drawn: ticks under periods, or, where that would be too wide or empty, words. */
export interface KolomJadwal {
  readonly tahun: readonly { readonly tahun: number; readonly lebar: number }[];
  readonly periode: readonly { readonly nama: string; readonly bulan: string }[];
  readonly jumlah: number;
  /** the table needs a landscape page */
  readonly lanskap: boolean;
  /** many narrow columns */
  readonly rapat: boolean;
}

export interface IsiJadwal {
  /** one entry a column; empty when the plan's schedule is written in words */
  readonly tanda: readonly boolean[];
  /** in words; null where ticks say it */
  readonly kata: string | null;
  readonly kosong: boolean;
}

const BATAS_KOLOM: Readonly<Record<SatuanJadwal, number>> = { triwulan: 12, bulan: 24 };
const BATAS_POTRET: Readonly<Record<SatuanJadwal, number>> = { triwulan: 4, bulan: 7 };

/** The matrix of a plan: its columns, and the cells of each kegiatan under them. */
export interface MatriksJadwal {
  readonly kolom: KolomJadwal | null;
  isi(jadwal: readonly KodePeriode[]): IsiJadwal;
}

/**
 * Columns: whole years of TW I–IV, or the months from the first to the last that is planned. None (`kolom` null) when nothing is
 * planned or the span exceeds three years of triwulan or 24 months, where words (`2024: Jan–Apr, Jun`) stay legible and ticks do not.
 */
export function matriksJadwal(semua: readonly (readonly KodePeriode[])[], satuan: SatuanJadwal): MatriksJadwal {
  const rinci = semua.flatMap((j) => jadwalRinci(j, satuan));
  const kolom = rinci.length === 0 ? [] : rentangKolom(rinci, satuan);
  const bertanda = kolom.length > 0 && kolom.length <= BATAS_KOLOM[satuan];
  return {
    kolom: bertanda ? gambarKolom(kolom, satuan) : null,
    isi(jadwal) {
      const milik = jadwalRinci(jadwal, satuan);
      if (milik.length === 0) return { tanda: [], kata: null, kosong: true };
      if (!bertanda) return { tanda: [], kata: jadwalDalamKata(jadwal, satuan), kosong: false };
      const ada = new Set(milik.map(indeksAwal));
      return { tanda: kolom.map((p) => ada.has(indeksAwal(p))), kata: null, kosong: false };
    },
  };
}

function gambarKolom(kolom: readonly Periode[], satuan: SatuanJadwal): KolomJadwal {
  const tahun = [...new Set(kolom.map((p) => p.tahun))];
  return {
    tahun: tahun.map((t) => ({ tahun: t, lebar: kolom.filter((p) => p.tahun === t).length })),
    periode: kolom.map((p) => ({
      nama: satuan === 'triwulan' ? `TW ${romawi(p.ke ?? 1)}` : bulanDalamKata(p, true),
      bulan: satuan === 'triwulan' ? bulanDalamKata(p, true) : '',
    })),
    jumlah: kolom.length,
    lanskap: kolom.length > BATAS_POTRET[satuan],
    rapat: satuan === 'bulan' && kolom.length > 12,
  };
}

function rentangKolom(rinci: readonly Periode[], satuan: SatuanJadwal): Periode[] {
  const langkah = satuan === 'triwulan' ? 3 : 1;
  let awal = rinci.reduce((a, p) => Math.min(a, indeksAwal(p)), Infinity);
  let akhir = rinci.reduce((a, p) => Math.max(a, indeksAkhir(p)), 0);
  if (satuan === 'triwulan') {
    awal = Math.floor(awal / 12) * 12;
    akhir = Math.floor(akhir / 12) * 12 + 11;
  }
  const hasil: Periode[] = [];
  for (let i = awal; i <= akhir; i += langkah) {
    hasil.push({ jenis: satuan, tahun: Math.floor(i / 12), ke: Math.floor((i % 12) / langkah) + 1 });
  }
  return hasil;
}

/** Runs of consecutive periods, one list a year. */
function untai(rinci: readonly Periode[]): Map<number, Periode[][]> {
  const hasil = new Map<number, Periode[][]>();
  for (const p of rinci) {
    const tahunan = hasil.get(p.tahun) ?? [];
    const akhir = tahunan.at(-1)?.at(-1);
    if (akhir && indeksAkhir(akhir) + 1 === indeksAwal(p)) tahunan.at(-1)?.push(p);
    else tahunan.push([p]);
    hasil.set(p.tahun, tahunan);
  }
  return hasil;
}

/** `2024: Jan–Apr, Jun; 2025: Mar` or `2024: TW I–TW III`. Empty for no schedule. */
export function jadwalDalamKata(jadwal: readonly KodePeriode[], satuan: SatuanJadwal): string {
  const nama = (p: Periode) => (satuan === 'triwulan' ? `TW ${romawi(p.ke ?? 1)}` : bulanDalamKata(p, true));
  return perTahun(jadwal, satuan, nama);
}

/** The "Bulan ke-" column of BKN's report: `1–4, 6, 12`; with the year before it when the plan spans several. A run of two stays a list. */
export function bulanKe(jadwal: readonly KodePeriode[], satuan: SatuanJadwal, banyakTahun: boolean): string {
  const nama = (p: Periode) => (satuan === 'triwulan' ? `TW ${romawi(p.ke ?? 1)}` : String(p.ke));
  return perTahun(jadwal, satuan, nama, banyakTahun);
}

function perTahun(
  jadwal: readonly KodePeriode[],
  satuan: SatuanJadwal,
  nama: (p: Periode) => string,
  denganTahun = true,
): string {
  return [...untai(jadwalRinci(jadwal, satuan))]
    .map(([tahun, daftar]) => {
      const bagian = daftar.flatMap((u) => sebutUntai(u.map(nama)));
      return (denganTahun ? `${tahun}: ` : '') + bagian.join(', ');
    })
    .join('; ');
}

function sebutUntai(nama: readonly string[]): readonly string[] {
  return nama.length > 2 ? [`${nama[0]}–${nama.at(-1)}`] : nama;
}

/** In a sentence, with months in words: `TW II–TW IV 2024 (April–Desember)`, `Februari–Juni 2023`. Gaps are not told. Null without a schedule. */
export function rentangDalamKalimat(jadwal: readonly KodePeriode[], satuan: SatuanJadwal): string | null {
  const rinci = jadwalRinci(jadwal, satuan);
  const [awal, akhir] = [rinci[0], rinci.at(-1)];
  if (!awal || !akhir) return null;
  const bulan = rentangBulan(indeksAwal(awal), indeksAkhir(akhir));
  if (satuan === 'bulan') return bulan;
  const tw = (p: Periode) => `TW ${romawi(p.ke ?? 1)}`;
  if (awal === akhir) return `${tw(awal)} ${awal.tahun} (${bulanDalamKata(awal)})`;
  if (awal.tahun === akhir.tahun) return `${tw(awal)}–${tw(akhir)} ${akhir.tahun} (${bulan.replace(/ \d{4}$/, '')})`;
  return `${tw(awal)} ${awal.tahun}–${tw(akhir)} ${akhir.tahun} (${bulan})`;
}

/** `Mei 2023`, `Februari–Juni 2023`, `November 2023–Februari 2024`, from months since year 0. */
export function rentangBulan(awal: number, akhir: number): string {
  const [a, b] = [NAMA_BULAN[awal % 12] ?? '', NAMA_BULAN[akhir % 12] ?? ''];
  const [ta, tb] = [Math.floor(awal / 12), Math.floor(akhir / 12)];
  if (awal === akhir) return `${a} ${ta}`;
  return ta === tb ? `${a}–${b} ${tb}` : `${a} ${ta}–${b} ${tb}`;
}
