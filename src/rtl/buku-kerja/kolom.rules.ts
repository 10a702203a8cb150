import type { KodePeriode } from '../../shared/periode';
import type { SatuanJadwal } from '../rtl.rules';
import { judulPeriode } from './periode-teks.rules';
import { polos } from './sebutan.rules';

/** What a column holds. */
export type JenisKolom =
  | 'id'
  | 'kode'
  | 'no'
  | 'prioritas'
  | 'program'
  | 'alasan'
  | 'uraian'
  | 'unsur'
  | 'keluaran'
  | 'indikator'
  | 'pj'
  | 'pjPendukung'
  | 'survei'
  | 'jadwal'
  | 'bukti'
  | 'batalkan';

export type IsiKolom = { readonly jenis: JenisKolom } | { readonly jenis: 'periode'; readonly periode: KodePeriode };

/** A column as it was understood; null = left out. */
export interface Kolom {
  readonly judul: string;
  readonly isi: IsiKolom | null;
}

export interface Tabel {
  readonly kolom: readonly Kolom[];
  /** the first row below the heading, from 0 */
  readonly mulai: number;
  /** of the heading, so that it is known again where a page of a document repeats it */
  readonly kepala: readonly string[];
}

const JUDUL: Readonly<Record<JenisKolom, readonly string[]>> = {
  id: ['id jangan diubah'],
  kode: ['kode', 'kode kegiatan'],
  no: ['no', 'nomor', 'no urut', 'no prioritas'],
  prioritas: ['prioritas', 'prioritas unsur', 'unsur prioritas', 'prioritas perbaikan', 'prioritas unsur layanan'],
  program: ['program'],
  alasan: ['alasan', 'alasan prioritas'],
  uraian: ['program kegiatan', 'kegiatan', 'rencana tindak lanjut', 'rencana aksi tindak lanjut', 'rencana aksi', 'uraian', 'uraian kegiatan', 'detail', 'rtl'], // prettier-ignore
  unsur: ['unsur', 'unsur terkait', 'kode unsur'],
  keluaran: ['keluaran', 'output', 'target', 'keluaran output'],
  indikator: ['indikator', 'indikator keberhasilan', 'indikator kinerja'],
  pj: ['penanggung jawab', 'pj', 'unit penanggung jawab', 'pj utama', 'unit kerja', 'penanggung jawab utama', 'pic'], // prettier-ignore
  pjPendukung: ['pj pendukung', 'penanggung jawab pendukung', 'unit pendukung', 'pendukung'],
  survei: ['survei', 'survei pemicu', 'waktu survei', 'periode survei'],
  jadwal: ['jadwal', 'waktu', 'waktu pelaksanaan', 'waktu tindak lanjut', 'target waktu', 'bulan ke', 'bulan', 'triwulan'],
  bukti: ['bukti', 'bukti yang diharapkan'],
  batalkan: ['batalkan', 'batalkan kegiatan'],
};

const PER_JUDUL = new Map(
  (Object.entries(JUDUL) as [JenisKolom, readonly string[]][]).flatMap(([jenis, daftar]) => daftar.map((j) => [j, jenis])),
);

/** As documents spell them, too. */
function jenisJudul(judul: string): JenisKolom | undefined {
  return PER_JUDUL.get(
    polos(judul)
      .replace(/surve[iy]/, 'survei')
      .replace(/penanggung ?jawab/, 'penanggung jawab'),
  );
}

const KEPALA_TERJAUH = 40;
const KOLOM_TERBANYAK = 200;

/**
 * Finds the heading of a table of kegiatan and understands its columns; documents print it in two rows, with the year over the
 * triwulan.
 * @param tahun for columns that name no year
 * @returns null where no heading is found
 */
export function kenaliTabel(baris: readonly (readonly string[])[], tahun: number, satuan: SatuanJadwal): Tabel | null {
  for (let i = 0; i < Math.min(baris.length, KEPALA_TERJAUH); i++) {
    const atas = baris[i] ?? [];
    if (atas.filter((s) => jenisJudul(s) !== undefined).length < 2 || !atas.some(menyebutKegiatan)) continue;
    const bawah = baris[i + 1] ?? [];
    const berlapis = lapisKedua(atas, bawah, tahun, satuan);
    const kolom = bacaKolom(atas, berlapis ? bawah : [], tahun, satuan);
    return { kolom, mulai: i + (berlapis ? 2 : 1), kepala: atas.map(polos) };
  }
  return null;
}

const menyebutKegiatan = (judul: string): boolean => jenisJudul(judul) === 'uraian';

/** A second row of the heading holds periods, and nothing of its own besides. */
function lapisKedua(atas: readonly string[], bawah: readonly string[], tahun: number, satuan: SatuanJadwal): boolean {
  const induk = isiKanan(atas);
  let periode = 0;
  for (const [k, judul] of bawah.entries()) {
    if (judul === '' || polos(judul) === polos(atas[k] ?? '')) continue;
    if (judulPeriode(judul, induk[k] ?? '', tahun, satuan) === null && !/^\s*\d{1,2}\s*$/.test(judul)) return false;
    periode += 1;
  }
  return periode > 0;
}

/** A cell that spans several stands in the first of them only. */
function isiKanan(atas: readonly string[]): string[] {
  let lalu = '';
  return Array.from({ length: KOLOM_TERBANYAK }, (_, k) => (lalu = (atas[k] ?? '') === '' ? lalu : (atas[k] ?? '')));
}

function bacaKolom(atas: readonly string[], bawah: readonly string[], tahun: number, satuan: SatuanJadwal): Kolom[] {
  const induk = isiKanan(atas);
  const ada = new Set<JenisKolom>();
  const tigaTingkat = ['program', 'kegiatan', 'detail'].every((j) => atas.some((a) => polos(a) === j));
  const panjang = Math.min(Math.max(atas.length, bawah.length), KOLOM_TERBANYAK);
  const kolom = Array.from({ length: panjang }, (_, k): Kolom => {
    const anak = bawah[k] ?? '';
    const sendiri = atas[k] ?? '';
    const judul = [bawah.length > 0 && anak !== '' && polos(anak) !== polos(sendiri) ? (induk[k] ?? '') : sendiri, anak]
      .filter((j, i, semua) => j !== '' && semua.indexOf(j) === i)
      .join(' ');
    const periode = judulPeriode(anak === '' ? sendiri : anak, anak === '' ? '' : (induk[k] ?? ''), tahun, satuan);
    if (periode !== null) return { judul, isi: { jenis: 'periode', periode } };
    if (anak !== '' && polos(anak) !== polos(sendiri)) return { judul, isi: null };
    const jenis = tigaTingkat && polos(sendiri) === 'kegiatan' ? 'prioritas' : jenisJudul(sendiri);
    if (jenis === undefined || ada.has(jenis)) return { judul, isi: null };
    ada.add(jenis);
    return { judul, isi: { jenis } };
  });
  return kolom;
}

/** `AB12` from column and row, both from 0. */
export function alamatSel(kolom: number, baris: number): string {
  return `${hurufKolom(kolom)}${baris + 1}`;
}

function hurufKolom(kolom: number): string {
  const depan = kolom < 26 ? '' : hurufKolom(Math.floor(kolom / 26) - 1);
  return depan + String.fromCharCode(65 + (kolom % 26));
}
