import { bacaPeriode, kodePeriode, PANJANG, periode, urutkanPeriode, type KodePeriode } from '../../shared/periode';
import type { BuktiDiharapkan, PenanggungJawab, SatuanJadwal } from '../rtl.rules';

/** What people write of a kegiatan: by form, by paste and by workbook the same. Its kode is none of it. */
export interface IsiKegiatan {
  /** id of the prioritas */
  readonly prioritasId: string;
  readonly uraian: string;
  /** kode of unsur, where it answers not to all of its prioritas; null = those of the prioritas */
  readonly unsur: readonly string[] | null;
  /** kode of the survey that gave rise to it, where it is not the plan's */
  readonly survei: string | null;
  readonly jadwal: readonly KodePeriode[];
  /** the first is the utama */
  readonly penanggungJawab: readonly PenanggungJawab[];
  readonly keluaran: string | null;
  readonly indikator: string | null;
  readonly buktiDiharapkan: readonly BuktiDiharapkan[];
}

/** The parts of a kegiatan, in the order of the form; forms, workbooks and the page of two editors name them alike. */
export const MEDAN_KEGIATAN = [
  'prioritas',
  'uraian',
  'unsur',
  'keluaran',
  'indikator',
  'penanggungJawab',
  'jadwal',
  'buktiDiharapkan',
  'survei',
] as const;
export type MedanKegiatan = (typeof MEDAN_KEGIATAN)[number];

/** What a kegiatan may point to. */
export interface AcuanKegiatan {
  readonly satuanJadwal: SatuanJadwal;
  /** ids */
  readonly prioritas: ReadonlySet<string>;
  /** kode of every unit, and whether it still works */
  readonly unit: ReadonlyMap<string, boolean>;
  /** names of groups */
  readonly kelompok: ReadonlySet<string>;
  /** kode */
  readonly survei: ReadonlySet<string>;
  /** kode of the instrument's unsur */
  readonly unsur: ReadonlySet<string>;
}

export interface MasalahKegiatan {
  readonly medan: MedanKegiatan;
  readonly pesan: string;
}

export const MAKS_URAIAN = 5000;
export const MAKS_TEKS = 2000;
export const MAKS_PJ = 20;
export const MAKS_BUKTI = 20;

/** Periods in order, each once; unsur and PJ each once; blank texts are none. Two that say the same become equal by this. */
export function rapikanIsi(isi: IsiKegiatan): IsiKegiatan {
  const jadwal = [...new Set(isi.jadwal)];
  const terbaca = jadwal.every((k) => bacaPeriode(k) !== null);
  const kosong = (teks: string | null) => (teks === null || teks.trim() === '' ? null : teks.trim());
  return {
    prioritasId: isi.prioritasId,
    uraian: isi.uraian.trim(),
    unsur: isi.unsur === null || isi.unsur.length === 0 ? null : [...new Set(isi.unsur)],
    survei: kosong(isi.survei),
    jadwal: terbaca ? jadwal.map(periode).sort(urutkanPeriode).map(kodePeriode) : jadwal,
    penanggungJawab: [...new Map(isi.penanggungJawab.map((p) => [kunciPj(p), p])).values()],
    keluaran: kosong(isi.keluaran),
    indikator: kosong(isi.indikator),
    buktiDiharapkan: isi.buktiDiharapkan.map((b) => ({
      ...(b.periode === undefined || b.periode === '' ? {} : { periode: b.periode }),
      jenis: b.jenis,
      uraian: b.uraian.trim(),
    })),
  };
}

export function kunciPj(p: PenanggungJawab): string {
  return 'unit' in p ? `unit:${p.unit}` : `kelompok:${p.kelompok}`;
}

/**
 * Everything that is wrong with it, at once. A kegiatan without schedule or PJ is written down (KPU's plan has neither) and found by the
 * checks of the plan, not here.
 * @param isi tidied (`rapikanIsi`)
 * @param lama what it was: units and groups that it named already may stay
 */
export function masalahKegiatan(isi: IsiKegiatan, acuan: AcuanKegiatan, lama?: IsiKegiatan): MasalahKegiatan[] {
  const masalah: MasalahKegiatan[] = [];
  const salah = (medan: MedanKegiatan, pesan: string) => masalah.push({ medan, pesan });
  if (!acuan.prioritas.has(isi.prioritasId)) salah('prioritas', 'Pilih salah satu prioritas rencana ini');
  if (!/[\p{L}\p{N}]/u.test(isi.uraian)) salah('uraian', 'Tuliskan kegiatannya');
  if (isi.uraian.length > MAKS_URAIAN) salah('uraian', `Persingkat; paling banyak ${MAKS_URAIAN} huruf`);
  for (const medan of ['keluaran', 'indikator'] as const)
    if ((isi[medan]?.length ?? 0) > MAKS_TEKS) salah(medan, `Persingkat; paling banyak ${MAKS_TEKS} huruf`);
  for (const medan of ['uraian', 'keluaran', 'indikator'] as const)
    if (rusak(isi[medan] ?? '')) salah(medan, 'Hapus huruf yang tidak terbaca dari isian ini');
  const asing = (isi.unsur ?? []).find((u) => !acuan.unsur.has(u));
  if (asing !== undefined) salah('unsur', `Unsur "${pendek(asing)}" tidak ada dalam instrumennya`);
  if (isi.survei !== null && !acuan.survei.has(isi.survei))
    salah('survei', `Survei "${pendek(isi.survei)}" tidak ada pada instansi ini`);
  masalahJadwal(isi.jadwal, acuan.satuanJadwal, (pesan) => salah('jadwal', pesan));
  masalahPj(isi, acuan, lama, (pesan) => salah('penanggungJawab', pesan));
  masalahBukti(isi, (pesan) => salah('buktiDiharapkan', pesan));
  return masalah;
}

export function masalahJadwal(jadwal: readonly KodePeriode[], satuan: SatuanJadwal, salah: (pesan: string) => void): void {
  for (const kode of jadwal) {
    const p = bacaPeriode(kode);
    if (!p) return salah(`"${pendek(kode)}" bukan periode; tulis misalnya ${satuan === 'bulan' ? '2026-04' : '2026-TW2'}`);
    if (PANJANG[p.jenis] < PANJANG[satuan]) return salah(`"${kode}" lebih pendek daripada satuan jadwal rencana ini, ${satuan}`);
  }
}

function masalahPj(isi: IsiKegiatan, acuan: AcuanKegiatan, lama: IsiKegiatan | undefined, salah: (pesan: string) => void): void {
  const disebut = new Set((lama?.penanggungJawab ?? []).map(kunciPj));
  if (isi.penanggungJawab.length > MAKS_PJ) return salah(`Paling banyak ${MAKS_PJ} penanggung jawab; pakai kelompok unit`);
  for (const p of isi.penanggungJawab) {
    if (disebut.has(kunciPj(p))) continue;
    if ('kelompok' in p) {
      if (!acuan.kelompok.has(p.kelompok))
        return salah(`Kelompok "${pendek(p.kelompok)}" belum ada; buat dahulu beserta anggotanya`);
    } else if (acuan.unit.get(p.unit) === undefined) return salah(`Unit "${pendek(p.unit)}" tidak ada pada instansi ini`);
    else if (!acuan.unit.get(p.unit)) return salah(`Unit "${p.unit}" sudah tidak bekerja lagi; pilih penerusnya`);
  }
}

function masalahBukti({ buktiDiharapkan, jadwal }: IsiKegiatan, salah: (pesan: string) => void): void {
  if (buktiDiharapkan.length > MAKS_BUKTI) return salah(`Paling banyak ${MAKS_BUKTI} bukti yang diharapkan`);
  for (const b of buktiDiharapkan) {
    if (b.uraian === '') return salah('Tuliskan uraian bukti yang diharapkan, atau kosongkan seluruh barisnya');
    if (b.uraian.length > 500) return salah('Persingkat uraian buktinya; paling banyak 500 huruf');
    if (rusak(b.uraian)) return salah('Hapus huruf yang tidak terbaca dari uraian buktinya');
    if (b.periode !== undefined && !jadwal.includes(b.periode))
      return salah(`Bukti untuk ${pendek(b.periode)}, padahal tidak dijadwalkan di sana`);
  }
}

/** What was typed, as a sentence can hold it. */
const pendek = (teks: string): string => (teks.length > 60 ? `${teks.slice(0, 60)}…` : teks);

function rusak(teks: string): boolean {
  return /(?![\n\t])\p{Cc}/u.test(teks) || !teks.isWellFormed();
}

/** The parts in which two differ. */
export function medanBerbeda(a: IsiKegiatan, b: IsiKegiatan): MedanKegiatan[] {
  const teks = (isi: IsiKegiatan, medan: MedanKegiatan) => JSON.stringify(medan === 'prioritas' ? isi.prioritasId : isi[medan]);
  return MEDAN_KEGIATAN.filter((medan) => teks(a, medan) !== teks(b, medan));
}
