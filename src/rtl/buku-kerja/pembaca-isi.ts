import type { KodePeriode } from '../../shared/periode';
import type { IsiKegiatan, MedanKegiatan } from '../susun/isi-kegiatan.rules';
import type { PengenalAcuan, HasilDaftar } from './acuan-uji';
import type { BarisTabel } from './baris.rules';
import { bacaBukti } from './bukti-teks.rules';
import type { JenisKolom, Tabel } from './kolom.rules';
import { bacaJadwal } from './periode-teks.rules';
import { rinci } from './teks-kegiatan';

/** Where the column of each part stands first; faults of a part are shown there. */
export const KOLOM_MEDAN: Readonly<Record<MedanKegiatan, readonly (JenisKolom | 'periode')[]>> = {
  prioritas: ['prioritas', 'no'],
  uraian: ['uraian'],
  unsur: ['unsur'],
  keluaran: ['keluaran'],
  indikator: ['indikator'],
  penanggungJawab: ['pj', 'pjPendukung'],
  jadwal: ['periode', 'jadwal'],
  buktiDiharapkan: ['bukti'],
  survei: ['survei'],
};

export const LABEL_MEDAN: Readonly<Record<MedanKegiatan, string>> = {
  prioritas: 'Prioritas',
  uraian: 'Kegiatan',
  unsur: 'Unsur',
  keluaran: 'Keluaran',
  indikator: 'Indikator',
  penanggungJawab: 'Penanggung jawab',
  jadwal: 'Jadwal',
  buktiDiharapkan: 'Bukti yang diharapkan',
  survei: 'Survei',
};

export type Salah = (kolom: JenisKolom | 'periode', pesan: string) => void;

export interface CaraBaca {
  readonly pengenal: PengenalAcuan;
  readonly tabel: Tabel;
  readonly satuan: 'triwulan' | 'bulan';
  /** where a cell names none */
  readonly tahun: number;
}

/**
 * What a row says of a kegiatan. A column that the table does not have leaves the part as it was.
 * @param prioritas of that row, found already, with the unsur that a kegiatan of it answers to when it names none
 */
export function bacaIsi(
  baris: BarisTabel,
  lama: IsiKegiatan | undefined,
  prioritas: { readonly id: string; readonly unsur: readonly string[] },
  cara: CaraBaca,
  salah: Salah,
): IsiKegiatan {
  const { pengenal } = cara;
  const teks = (jenis: JenisKolom): string | undefined => baris.isi.get(jenis);
  const ambil = <T>(jenis: JenisKolom, baca: (teks: string) => HasilDaftar<T>): readonly T[] | undefined => {
    const isi = teks(jenis);
    if (isi === undefined) return undefined;
    const hasil = baca(isi);
    if ('isi' in hasil) return hasil.isi;
    salah(jenis, hasil.salah);
    return undefined;
  };
  const unsur = ambil('unsur', (t) => pengenal.bacaUnsur(t));
  const survei = ambil('survei', (t) => pengenal.bacaSurvei(t));
  if ((survei?.length ?? 0) > 1) salah('survei', 'Tulis satu survei saja');
  const bukti = teks('bukti') === undefined ? undefined : bacaBukti(teks('bukti') ?? '', cara.tahun, cara.satuan);
  if (typeof bukti === 'string') salah('bukti', bukti);
  return {
    prioritasId: prioritas.id,
    uraian: (teks('uraian') ?? lama?.uraian ?? '').trim(),
    unsur: unsur === undefined ? (lama?.unsur ?? null) : sendiri(unsur, prioritas.unsur),
    survei: survei === undefined ? (lama?.survei ?? null) : (survei[0] ?? null),
    jadwal: bacaJadwalBaris(baris, lama, cara, salah),
    penanggungJawab: bacaPjBaris(lama, ambil('pj', (t) => pengenal.bacaPj(t)), ambil('pjPendukung', (t) => pengenal.bacaPj(t)), baris), // prettier-ignore
    keluaran: teks('keluaran') ?? lama?.keluaran ?? null,
    indikator: teks('indikator') ?? lama?.indikator ?? null,
    buktiDiharapkan: Array.isArray(bukti) ? bukti : (lama?.buktiDiharapkan ?? []),
  };
}

/** Null where it answers to the very unsur of its prioritas. */
function sendiri(unsur: readonly string[], milikPrioritas: readonly string[]): readonly string[] | null {
  const sama = unsur.length === milikPrioritas.length && unsur.every((u) => milikPrioritas.includes(u));
  return unsur.length === 0 || sama ? null : unsur;
}

function bacaPjBaris(
  lama: IsiKegiatan | undefined,
  utama: IsiKegiatan['penanggungJawab'] | undefined,
  pendukung: IsiKegiatan['penanggungJawab'] | undefined,
  { isi }: BarisTabel,
): IsiKegiatan['penanggungJawab'] {
  const [lamaUtama, ...lamaPendukung] = lama?.penanggungJawab ?? [];
  const depan = utama ?? (lamaUtama ? [lamaUtama] : []);
  // One column for all of them says who supports too.
  if (!isi.has('pjPendukung')) return utama ?? lama?.penanggungJawab ?? [];
  return [...depan, ...(pendukung ?? lamaPendukung)];
}

function bacaJadwalBaris(baris: BarisTabel, lama: IsiKegiatan | undefined, cara: CaraBaca, salah: Salah): readonly KodePeriode[] {
  const semula = lama?.jadwal ?? [];
  const kata = baris.isi.get('jadwal');
  if (baris.centang === null && kata === undefined) return semula;
  const kolom = new Set(cara.tabel.kolom.flatMap(({ isi }) => (isi?.jenis === 'periode' ? [isi.periode] : [])));
  const dariKata = kata === undefined ? [] : bacaJadwal(kata, cara.tahun, cara.satuan);
  if (dariKata === null)
    salah('jadwal', `"${kata ?? ''}" bukan jadwal yang dikenal; tulis misalnya ${cara.satuan === 'bulan' ? 'Februari–Juni 2026 atau 2, 5, 8' : 'TW I, TW III 2026'}`); // prettier-ignore
  const semulaRinci = rinci(semula, cara.satuan);
  // Years for which the table has no column stay as they are.
  const luar = kata === undefined ? semulaRinci.filter((p) => !kolom.has(p)) : [];
  const baru = [...luar, ...(baris.centang ?? []), ...(dariKata ?? [])];
  return samaHimpunan(rinci(baru, cara.satuan), semulaRinci) ? semula : baru;
}

function samaHimpunan(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((x) => b.includes(x));
}
