import { penanggungKini, type Unit } from '../organisasi/organisasi.rules';
import type { HasilRencana } from '../realisasi/hasil.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { Temuan } from '../survei/temuan.rules';
import { rasional, teksBilangan } from '../shared/desimal';
import { kueri, teksKueri, type Kueri } from '../shared/tampilan/tautan';
import type { KolomMatriks } from './kolom.view';

/** Which kegiatan of a plan are shown. The address carries it; every number of the page links to its own. */
export interface Saringan {
  readonly status: string;
  readonly temuan: string;
  readonly unit: string;
  readonly prioritas: string;
  readonly dihitung: string;
  /** code of a column: kegiatan with a report in it */
  readonly slot: string;
}

export const STATUS_SARINGAN = [
  { kode: 'sudah', nama: 'Sudah', cocok: (k: KeadaanKegiatan) => k.status === 'sudah' },
  { kode: 'sebagian', nama: 'Sebagian', cocok: (k: KeadaanKegiatan) => k.status === 'sebagian' },
  { kode: 'belum', nama: 'Belum', cocok: (k: KeadaanKegiatan) => k.status === 'belum' },
  { kode: 'tidak-dapat', nama: 'Tidak dapat', cocok: (k: KeadaanKegiatan) => k.status === 'tidak_dapat' },
  { kode: 'belum-melapor', nama: 'Belum melapor', cocok: (k: KeadaanKegiatan) => k.belumMelapor },
  { kode: 'melapor', nama: 'Sudah melapor', cocok: (k: KeadaanKegiatan) => !k.belumMelapor },
  { kode: 'tanpa-bukti', nama: 'Tanpa bukti', cocok: (k: KeadaanKegiatan) => tanpaBukti(k) },
  { kode: 'diganti', nama: 'Diganti', cocok: (k: KeadaanKegiatan) => k.diganti },
] as const;

/** Reported as done, wholly or in part, with nothing to show for it. */
export function tanpaBukti({ realisasi }: Pick<KeadaanKegiatan, 'realisasi'>): boolean {
  return (realisasi?.status === 'sudah' || realisasi?.status === 'sebagian') && !realisasi.bukti?.length;
}

/** An unknown status is no filter; other values that match nothing give an empty list that says so. */
export function bacaSaringan(kueriHttp: Readonly<Record<string, unknown>>): Saringan {
  const status = teksKueri(kueriHttp['status']);
  return {
    status: STATUS_SARINGAN.some((s) => s.kode === status) ? status : '',
    temuan: teksKueri(kueriHttp['temuan']),
    unit: teksKueri(kueriHttp['unit']),
    prioritas: teksKueri(kueriHttp['prioritas']),
    dihitung: teksKueri(kueriHttp['dihitung']) === 'ketat' ? 'ketat' : '',
    slot: teksKueri(kueriHttp['slot']),
  };
}

export const kegiatanTemuan = (t: Temuan): readonly string[] =>
  t.daftarKegiatan ?? (t.kegiatan === undefined ? [] : [t.kegiatan]);

/** Kegiatan that pass every part of the filter, in plan order; those of merged units are their successor's too. */
export function saring(
  hasil: HasilRencana,
  saringan: Saringan,
  kolom: readonly KolomMatriks[],
  unit: readonly Unit[],
): KeadaanKegiatan[] {
  const penanggung = penanggungKini(unit);
  const milikUnit = (kode: string) => kode === saringan.unit || penanggung(kode)?.kode === saringan.unit;
  const status = STATUS_SARINGAN.find((s) => s.kode === saringan.status);
  const temuan =
    saringan.temuan === '' ? null : new Set(hasil.temuan.filter((t) => t.kode === saringan.temuan).flatMap(kegiatanTemuan));
  const ketat =
    saringan.dihitung === ''
      ? null
      : new Set(hasil.ketat.dihitung.filter((i) => i.nilai.compare(rasional(0)) > 0).map((i) => i.kode));
  const slot = saringan.slot === '' ? null : (kolom.find((k) => k.kode === saringan.slot)?.dilaporkan ?? new Set<string>());
  return hasil.kegiatan.filter(
    (k) =>
      (!status || status.cocok(k)) &&
      (!temuan || temuan.has(k.kegiatan.kode)) &&
      (!ketat || ketat.has(k.kegiatan.kode)) &&
      (!slot || slot.has(k.kegiatan.kode)) &&
      (saringan.prioritas === '' || String(k.prioritas.no) === saringan.prioritas) &&
      (saringan.unit === '' || k.kegiatan.penanggungJawab.some((p) => 'unit' in p && milikUnit(p.unit))),
  );
}

export interface Chip {
  readonly teks: string;
  readonly jumlah: string | null;
  readonly tautan: string;
  readonly kini: boolean;
}

/** One chip a status that occurs, each with its count, and one for every other part of the filter, to take it away. */
export function chipSaringan(
  hasil: HasilRencana,
  saringan: Saringan,
  tetap: Kueri,
  alamat: string,
  namaUnit: (kode: string) => string,
): { status: Chip[]; aktif: Chip[] } {
  const ke = (isi: Partial<Saringan>) => kueri(alamat, { ...tetap, ...isi }, 'matriks');
  const semua: Chip = {
    teks: 'Semua',
    jumlah: teksBilangan(hasil.kegiatan.length),
    tautan: ke({}),
    kini: Object.values(saringan).every((v) => v === ''),
  };
  const status = STATUS_SARINGAN.flatMap(({ kode, nama, cocok }) => {
    const jumlah = hasil.kegiatan.filter(cocok).length;
    if (jumlah === 0 && saringan.status !== kode) return [];
    if (kode === 'melapor' && saringan.status !== kode) return [];
    return [{ teks: nama, jumlah: teksBilangan(jumlah), tautan: ke({ status: kode }), kini: saringan.status === kode }];
  });
  const keterangan: Partial<Record<keyof Saringan, string>> = {
    temuan: `Temuan: ${saringan.temuan}`,
    unit: `Unit: ${namaUnit(saringan.unit)}`,
    prioritas: `Prioritas ${saringan.prioritas}`,
    dihitung: 'Dihitung aturan ketat',
    slot: `Dilaporkan untuk ${saringan.slot}`,
  };
  const aktif = (Object.keys(keterangan) as (keyof Saringan)[])
    .filter((bagian) => saringan[bagian] !== '')
    .map((bagian) => ({ teks: keterangan[bagian] ?? '', jumlah: null, tautan: ke({ ...saringan, [bagian]: '' }), kini: false }));
  return { status: [semua, ...status], aktif };
}
