import { akhirPeriode, awalPeriode, kodePeriode, namaPeriode, type KodePeriode, type Periode } from '../../shared/periode';
import { jadwalRinci } from '../jadwal.rules';
import type { SatuanJadwal } from '../rtl.rules';
import { masalahJadwal } from '../susun/isi-kegiatan.rules';

/** A shift of one kegiatan: from one schedule to another, on a day. */
export interface Geseran {
  readonly lama: readonly KodePeriode[];
  readonly diminta: readonly KodePeriode[];
  readonly satuan: SatuanJadwal;
  /** in the agency's zone */
  readonly hariIni: string;
}

const mulai = (p: Periode, hariIni: string): boolean => awalPeriode(p) <= hariIni;

/** Periods of the schedule that have begun: they stay in it, for their slots stay (DOMAIN section 5). */
export function sudahMulai(jadwal: readonly KodePeriode[], satuan: SatuanJadwal, hariIni: string): Periode[] {
  return jadwalRinci(jadwal, satuan).filter((p) => mulai(p, hariIni));
}

/** The schedule that a shift leads to, in the plan's own unit: what has begun stays, whatever was asked for. */
export function jadwalGeser({ lama, diminta, satuan, hariIni }: Geseran): KodePeriode[] {
  const tetap = sudahMulai(lama, satuan, hariIni).map(kodePeriode);
  return jadwalRinci([...tetap, ...diminta], satuan).map(kodePeriode);
}

/** Why it cannot be, as a sentence without its full stop; null when it can. A period that has ended cannot be asked for any more. */
export function masalahGeser(geseran: Geseran): string | null {
  const { lama, diminta, satuan } = geseran;
  const salah: string[] = [];
  masalahJadwal(diminta, satuan, (pesan) => salah.push(pesan));
  if (salah[0] !== undefined) return salah[0];
  if (diminta.length === 0) return 'Pilih sedikitnya satu periode; tanpa jadwal berarti dibatalkan';
  const semula = jadwalRinci(lama, satuan).map(kodePeriode);
  if (jadwalGeser(geseran).join() === semula.join()) return 'Jadwalnya masih sama; geser ke periode lain';
  const lewat = periodeLewat(geseran);
  return lewat ? `${namaPeriode(lewat)} sudah lewat; geser ke periode yang berjalan atau yang akan datang` : null;
}

/** Why a kegiatan that an addendum brings cannot have its schedule; `lama` is that of the one it takes the place of. */
export function masalahLewat(geseran: Geseran): string | null {
  const lewat = periodeLewat(geseran);
  return lewat ? `${namaPeriode(lewat)} sudah lewat; jadwalkan pada periode yang berjalan atau yang akan datang` : null;
}

/** What is asked for though it has ended, and was not in the schedule before. */
function periodeLewat({ lama, diminta, satuan, hariIni }: Geseran): Periode | undefined {
  const semula = new Set(jadwalRinci(lama, satuan).map(kodePeriode));
  return jadwalRinci(diminta, satuan).find((p) => akhirPeriode(p) < hariIni && !semula.has(kodePeriode(p)));
}

/** Why a shift that was proposed earlier cannot be approved today; null when it can. */
export function masalahGeserKini(geseran: Geseran): string | null {
  const masalah = masalahGeser(geseran);
  if (masalah !== null) return masalah;
  const diminta = jadwalRinci(geseran.diminta, geseran.satuan).map(kodePeriode);
  const tertinggal = sudahMulai(geseran.lama, geseran.satuan, geseran.hariIni).find((p) => !diminta.includes(kodePeriode(p)));
  return tertinggal ? `${namaPeriode(tertinggal)} sudah dimulai, jadi tidak dapat lagi dikeluarkan dari jadwalnya` : null;
}
