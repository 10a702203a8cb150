import {
  harusDiperbaiki,
  jendelaLaporan,
  keadaanSlot,
  type EntriBerwaktu,
  type EntriJendela,
  type KeadaanSlot,
} from '../../progres/jendela/jendela.rules';
import type { StatusVerifikasi } from '../../progres/progres.rules';
import {
  indeksAkhir,
  indeksAwal,
  kodePeriode,
  pecahPeriode,
  periode,
  type KodePeriode,
  type Periode,
} from '../../shared/periode';

/** Where a slot stands, as `keadaanSlot` says; only those with entries of their own are judged one by one. */
export function jendelaSlot(
  entri: readonly EntriJendela[],
  hariIni: string,
): (slot: { readonly kegiatanId: string; readonly periode: KodePeriode }) => KeadaanSlot {
  const khusus = new Set(entri.flatMap((e) => e.kegiatanId ?? []));
  const umum = entri.filter((e) => e.kegiatanId === null);
  const menurutPeriode = new Map<KodePeriode, KeadaanSlot>();
  return (slot) => {
    if (khusus.has(slot.kegiatanId)) return keadaanSlot(entri, slot, hariIni);
    const ada = menurutPeriode.get(slot.periode);
    if (ada) return ada;
    const baru = keadaanSlot(umum, slot, hariIni);
    menurutPeriode.set(slot.periode, baru);
    return baru;
  };
}

/** The same for who has to write its report: what was returned is open to them. */
export function jendelaLaporanSlot(
  entri: readonly EntriBerwaktu[],
  hariIni: string,
): (slot: {
  readonly kegiatanId: string;
  readonly periode: KodePeriode;
  readonly keadaan: StatusVerifikasi | null;
  readonly sejak: Date | null;
}) => KeadaanSlot {
  const biasa = jendelaSlot(entri, hariIni);
  return (slot) => {
    const { keadaan, sejak } = slot;
    const laporan = harusDiperbaiki(keadaan) && keadaan && sejak ? { keadaan, sejak } : null;
    return laporan ? jendelaLaporan(entri, slot, laporan, hariIni) : biasa(slot);
  };
}

/** Codes of all slots that can lie within a period, its own first. */
export function slotDalam(kode: KodePeriode): KodePeriode[] {
  const p = periode(kode);
  const pecahan = (['semester', 'triwulan', 'bulan'] as const).flatMap((jenis) => pecahPeriode(p, jenis)).map(kodePeriode);
  return [...new Set([kode, ...pecahan])];
}

/** Periods in which something was ever opened, and so may be owed. */
export function periodeDibuka(entri: readonly EntriJendela[]): KodePeriode[] {
  return [...new Set(entri.flatMap((e) => (e.tindakan === 'buka' ? slotDalam(e.periode) : [])))];
}

/** The triwulan of a day, `geser` triwulan later. */
export function triwulanHari(hari: string, geser = 0): Periode {
  const indeks = Number(hari.slice(0, 4)) * 4 + Math.floor((Number(hari.slice(5, 7)) - 1) / 3) + geser;
  return { jenis: 'triwulan', tahun: Math.floor(indeks / 4), ke: (indeks % 4) + 1 };
}

/** Whether a slot or a report belongs to the time of an address: a triwulan, or a year; '' = any. */
export function dalamWaktu(kode: KodePeriode, waktu: KodePeriode): boolean {
  if (waktu === '') return true;
  const [p, w] = [periode(kode), periode(waktu)];
  return indeksAwal(p) <= indeksAkhir(w) && indeksAwal(w) <= indeksAkhir(p);
}
