import { penanggungKini, type Unit } from '../organisasi/organisasi.rules';
import type { HasilRencana } from '../realisasi/hasil.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { Temuan } from '../survei/temuan.rules';
import type { PenanggungJawab } from '../rtl/rtl.rules';
import { rasional, teksBilangan } from '../shared/desimal';
import { teksKueri } from '../shared/tampilan/tautan';
import type { KolomMatriks } from './kolom.view';
import type { RincianRencana } from './rencana/rincian.query';

/** In the place of an unsur: priorities that are none. */
export const BUKAN_UNSUR = 'bukan';

/** In the place of a unit: kegiatan that no unit answers for. */
export const TANPA_UNIT = '-';

/** Which kegiatan of a plan are shown. The address carries it; every number of the page links to its own. */
export interface Saringan {
  readonly status: string;
  readonly temuan: string;
  /** kode, or `TANPA_UNIT` */
  readonly unit: string;
  /** `ya`: only kegiatan of which that unit is the first penanggung jawab, by itself or in a kelompok */
  readonly utama: string;
  readonly unsur: string;
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
  { kode: 'dijadwalkan', nama: 'Dijadwalkan', cocok: (k: KeadaanKegiatan) => k.belumWaktunya },
  { kode: 'melapor', nama: 'Sudah melapor', cocok: (k: KeadaanKegiatan) => k.realisasi !== undefined },
  { kode: 'tanpa-bukti', nama: 'Tanpa bukti', cocok: (k: KeadaanKegiatan) => tanpaBukti(k) },
  { kode: 'terverifikasi', nama: 'Terverifikasi', cocok: (k: KeadaanKegiatan) => k.realisasi?.verifikasi === 'terverifikasi' },
  { kode: 'diajukan', nama: 'Menunggu verifikasi', cocok: (k: KeadaanKegiatan) => k.realisasi?.verifikasi === 'diajukan' },
  { kode: 'dikembalikan', nama: 'Dikembalikan', cocok: (k: KeadaanKegiatan) => dikembalikan(k) },
  { kode: 'diganti', nama: 'Diganti', cocok: (k: KeadaanKegiatan) => k.diganti },
] as const;

/** Reported as done, wholly or in part, with nothing to show for it. */
export function tanpaBukti({ realisasi }: Pick<KeadaanKegiatan, 'realisasi'>): boolean {
  return (realisasi?.status === 'sudah' || realisasi?.status === 'sebagian') && !realisasi.bukti?.length;
}

function dikembalikan({ realisasi }: KeadaanKegiatan): boolean {
  return realisasi?.verifikasi === 'dikembalikan' || realisasi?.verifikasi === 'bukti_tidak_memadai';
}

/** Kode of the units that answer first for a kegiatan today: several where that is a kelompok, none where nobody does. */
export function unitUtama({ unit, rinci }: Pick<BahanSaringan, 'unit' | 'rinci'>): (k: KeadaanKegiatan) => readonly string[] {
  const penanggung = penanggungKini(unit);
  return ({ kegiatan }) => {
    const [pertama] = kegiatan.penanggungJawab;
    if (!pertama) return [];
    const kode = 'unit' in pertama ? [pertama.unit] : (rinci?.kelompok.get(pertama.kelompok) ?? []);
    return [...new Set(kode.map((k) => penanggung(k)?.kode ?? k))];
  };
}

/** An unknown status is no filter; other values that match nothing give an empty list that says so. */
export function bacaSaringan(kueriHttp: Readonly<Record<string, unknown>>): Saringan {
  const status = teksKueri(kueriHttp['status']);
  return {
    status: STATUS_SARINGAN.some((s) => s.kode === status) ? status : '',
    temuan: teksKueri(kueriHttp['temuan']),
    unit: teksKueri(kueriHttp['unit']),
    utama: teksKueri(kueriHttp['utama']) === 'ya' ? 'ya' : '',
    unsur: teksKueri(kueriHttp['unsur']),
    prioritas: teksKueri(kueriHttp['prioritas']),
    dihitung: teksKueri(kueriHttp['dihitung']) === 'ketat' ? 'ketat' : '',
    slot: teksKueri(kueriHttp['slot']),
  };
}

export const kegiatanTemuan = (t: Temuan): readonly string[] =>
  t.daftarKegiatan ?? (t.kegiatan === undefined ? [] : [t.kegiatan]);

export interface BahanSaringan {
  readonly hasil: HasilRencana;
  readonly kolom: readonly KolomMatriks[];
  readonly unit: readonly Unit[];
  /** groups of units, and the unsur of kegiatan that do not answer to all of their prioritas */
  readonly rinci?: Pick<RincianRencana, 'kelompok' | 'unsur'> | undefined;
}

/** Kegiatan that pass every part of the filter, in plan order; those of merged units are their successor's too, those of groups their members'. */
export function saring({ hasil, kolom, unit, rinci }: BahanSaringan, saringan: Saringan): KeadaanKegiatan[] {
  const penanggung = penanggungKini(unit);
  const milikUnit = (kode: string) => kode === saringan.unit || penanggung(kode)?.kode === saringan.unit;
  const milikPj = (p: PenanggungJawab) =>
    'unit' in p ? milikUnit(p.unit) : (rinci?.kelompok.get(p.kelompok) ?? []).some(milikUnit);
  const status = STATUS_SARINGAN.find((s) => s.kode === saringan.status);
  const temuan =
    saringan.temuan === '' ? null : new Set(hasil.temuan.filter((t) => t.kode === saringan.temuan).flatMap(kegiatanTemuan));
  const ketat =
    saringan.dihitung === ''
      ? null
      : new Set(hasil.ketat.dihitung.filter((i) => i.nilai.compare(rasional(0)) > 0).map((i) => i.kode));
  const slot = saringan.slot === '' ? null : (kolom.find((k) => k.kode === saringan.slot)?.dilaporkan ?? new Set<string>());
  const unsur = unsurKegiatan(rinci);
  const utama = unitUtama({ unit, rinci });
  const cocokUnit = (k: KeadaanKegiatan) => {
    if (saringan.unit === '') return true;
    if (saringan.unit === TANPA_UNIT) return utama(k).length === 0;
    return saringan.utama === '' ? k.kegiatan.penanggungJawab.some(milikPj) : utama(k).includes(saringan.unit);
  };
  return hasil.kegiatan.filter(
    (k) =>
      (!status || status.cocok(k)) &&
      (!temuan || temuan.has(k.kegiatan.kode)) &&
      (!ketat || ketat.has(k.kegiatan.kode)) &&
      (!slot || slot.has(k.kegiatan.kode)) &&
      (saringan.prioritas === '' || String(k.prioritas.no) === saringan.prioritas) &&
      (saringan.unsur === '' || cocokUnsur(unsur(k), saringan.unsur)) &&
      cocokUnit(k),
  );
}

/** The unsur that a kegiatan answers to: its own, or those of its prioritas. */
export function unsurKegiatan(rinci: BahanSaringan['rinci']): (k: KeadaanKegiatan) => readonly string[] {
  return (k) => rinci?.unsur.get(k.kegiatan.kode) ?? k.prioritas.unsur;
}

export function cocokUnsur(unsur: readonly string[], dicari: string): boolean {
  return dicari === BUKAN_UNSUR ? unsur.length === 0 : unsur.includes(dicari);
}

export interface Chip {
  readonly teks: string;
  readonly jumlah: string | null;
  readonly tautan: string;
  readonly kini: boolean;
}

export interface BahanChip extends BahanSaringan {
  readonly saringan: Saringan;
  /** address of a selection of this page */
  readonly ke: (isi: Partial<Saringan>) => string;
  readonly namaUnit: (kode: string) => string;
  readonly namaUnsur: (kode: string) => string;
}

/** One chip a status that occurs among what the other parts of the filter leave, with its count; and one for every part in use, to take it away. */
export function chipSaringan(bahan: BahanChip): { status: Chip[]; aktif: Chip[] } {
  const { saringan, ke } = bahan;
  const tanpaStatus = saring(bahan, { ...saringan, status: '' });
  const semua: Chip = {
    teks: 'Semua',
    jumlah: teksBilangan(tanpaStatus.length),
    tautan: ke({ ...saringan, status: '' }),
    kini: saringan.status === '',
  };
  const status = STATUS_SARINGAN.flatMap(({ kode, nama, cocok }) => {
    const jumlah = tanpaStatus.filter(cocok).length;
    if (jumlah === 0 && saringan.status !== kode) return [];
    if (kode === 'melapor' && saringan.status !== kode) return [];
    const tautan = ke({ ...saringan, status: kode });
    return [{ teks: nama, jumlah: teksBilangan(jumlah), tautan, kini: saringan.status === kode }];
  });
  const aktif = sebutSaringan(bahan).map(({ bagian, teks }) => ({
    teks,
    jumlah: null,
    tautan: ke({ ...saringan, [bagian]: '' }),
    kini: false,
  }));
  return { status: [semua, ...status], aktif };
}

/** Every part of the filter that is in use, in words: the chips, and the sheet that says what an export holds. */
export function sebutSaringan({
  saringan,
  namaUnit,
  namaUnsur,
}: Pick<BahanChip, 'saringan' | 'namaUnit' | 'namaUnsur'>): { bagian: keyof Saringan; teks: string }[] {
  const keterangan: Readonly<Record<keyof Saringan, string>> = {
    status: `Status: ${STATUS_SARINGAN.find((s) => s.kode === saringan.status)?.nama ?? ''}`,
    temuan: `Temuan: ${saringan.temuan}`,
    unit: saringan.unit === TANPA_UNIT ? 'Tanpa unit penanggung jawab' : `Unit: ${namaUnit(saringan.unit)}`,
    utama: 'Sebagai penanggung jawab utama',
    unsur: saringan.unsur === BUKAN_UNSUR ? 'Unsur: bukan unsur' : `Unsur: ${namaUnsur(saringan.unsur)}`,
    prioritas: `Prioritas ${saringan.prioritas}`,
    dihitung: 'Dihitung aturan ketat',
    slot: `Dilaporkan untuk ${saringan.slot}`,
  };
  return (Object.keys(keterangan) as (keyof Saringan)[])
    .filter((bagian) => saringan[bagian] !== '')
    .map((bagian) => ({ bagian, teks: keterangan[bagian] }));
}
