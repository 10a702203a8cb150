import { bolehMengisiUntukUnit, bolehMenyusun } from '../../auth/kewenangan.policy';
import type { Pelaku } from '../../auth/pelaku';
import type { GalatMedan } from '../../shared/isian';
import type { Temuan } from '../../survei/temuan.rules';
import { tanpaPejabat, type Kelengkapan } from '../lapor/kelengkapan';
import { halanganIsi } from '../lapor/lapor.policy';
import type { TempatLapor, UnitLapor } from '../lapor/tempat-lapor';

/** What nobody answers for is reported by the koordinator. */
export const TANPA_UNIT = '-';

/** A unit whose reports this person may submit. */
export interface UnitGabungan {
  /** kode; `TANPA_UNIT` for what the koordinator reports */
  readonly kode: string;
  readonly nama: string;
  /** null for what the koordinator reports */
  readonly unit: UnitLapor | null;
  readonly jumlah: number;
}

/** One report among those of a unit. */
export interface ButirGabungan {
  /** of its box in the form */
  readonly kunci: string;
  readonly tempat: TempatLapor;
  readonly golongan: 'belum' | 'siap' | 'terkirim';
  /** why nobody may write it now; null when one may */
  readonly halangan: string | null;
  /** what the gate would refuse, by field */
  readonly kurang: readonly GalatMedan[];
  readonly isi: Kelengkapan['isi'];
  /** what the checks say of one that may go */
  readonly temuan: readonly Temuan[];
}

export const kunciButir = ({ kegiatan, periode }: Pick<TempatLapor, 'kegiatan' | 'periode'>): string =>
  `${kegiatan.id} ${periode}`;

/** The units of a slot's utama for which this person submits. */
function unitMilik(pelaku: Pelaku, { instansi, utama }: TempatLapor): readonly UnitLapor[] {
  return bolehMenyusun(pelaku, instansi.id) ? utama : utama.filter((u) => bolehMengisiUntukUnit(pelaku, u));
}

/** All of them, by name; what the koordinator reports comes last. */
export function unitGabungan(pelaku: Pelaku, slot: readonly TempatLapor[]): UnitGabungan[] {
  const unit = new Map(slot.flatMap((s) => unitMilik(pelaku, s)).map((u) => [u.kode, u]));
  const semua = [...unit.values()].sort((a, b) => a.nama.localeCompare(b.nama, 'id'));
  const tanpa = slot.filter((s) => s.utama.length === 0 && bolehMenyusun(pelaku, s.instansi.id)).length;
  return [
    ...semua.map((u) => ({ kode: u.kode, nama: u.nama, unit: u, jumlah: slotUnit(pelaku, slot, u.kode).length })),
    ...(tanpa > 0 ? [{ kode: TANPA_UNIT, nama: 'Tanpa penanggung jawab', unit: null, jumlah: tanpa }] : []),
  ];
}

export function slotUnit(pelaku: Pelaku, slot: readonly TempatLapor[], kode: string): TempatLapor[] {
  if (kode === TANPA_UNIT) return slot.filter((s) => s.utama.length === 0 && bolehMenyusun(pelaku, s.instansi.id));
  return slot.filter((s) => unitMilik(pelaku, s).some((u) => u.kode === kode));
}

/** What holds a report back, whoever will answer for it: that is asked once for all. */
export function nilaiButir(tempat: TempatLapor, { isi, kurang }: Kelengkapan): Omit<ButirGabungan, 'temuan'> {
  const keadaan = tempat.laporan?.keadaan;
  const terkirim = keadaan === 'diajukan' || keadaan === 'terverifikasi';
  const halangan = terkirim ? null : halanganIsi(tempat);
  const sisa = terkirim || halangan !== null ? [] : tanpaPejabat(kurang);
  const golongan = terkirim ? 'terkirim' : halangan === null && sisa.length === 0 ? 'siap' : 'belum';
  return { kunci: kunciButir(tempat), tempat, golongan, halangan, kurang: sisa, isi };
}
