import {
  jumlahkan,
  NOL,
  rasional,
  rerata,
  SATU,
  teksBilangan,
  teksDesimal,
  teksIndonesia,
  teksPecahan,
  teksRingkas,
  type Rasional,
} from '../shared/desimal';
import { kelompokkan } from '../shared/kelompok';
import { bacaPeriode, awalPeriode } from '../shared/periode';
import { hariPertama, hariTerakhir, tanggalIndonesia } from '../shared/tanggal';
import { realisasiTerakhir, type Realisasi, type StatusPelaksanaan } from '../progres/progres.rules';
import { horizon, kecepatanRespons, rentangJadwal, type Horizon } from '../rtl/jadwal.rules';
import { sebabDikeluarkan, type Kegiatan, type KegiatanDikeluarkan, type Prioritas, type Rencana } from '../rtl/rtl.rules';
import type { Survei } from '../survei/survei.rules';
import type { AsalLaporan, Aturan } from '../organisasi/aturan.rules';

/** One planned kegiatan with its latest report and what it counts for. */
export interface KeadaanKegiatan {
  readonly kegiatan: Kegiatan;
  readonly prioritas: Prioritas;
  /** the latest report, undefined when nobody reported */
  readonly realisasi: Realisasi | undefined;
  /** the latest report that counts under the rule, undefined when none does: a newer one that nobody verified takes nothing away */
  readonly dihitung: Realisasi | undefined;
  readonly status: StatusPelaksanaan | null;
  /** nobody reported, though its schedule has begun or it has none */
  readonly belumMelapor: boolean;
  /** nobody reported and nobody owes it yet: every scheduled period lies ahead. It counts in the denominator all the same */
  readonly belumWaktunya: boolean;
  /** another activity was carried out instead of the planned one */
  readonly diganti: boolean;
  /** 0…1, under the rule */
  readonly nilai: Rasional;
  readonly horizon: Horizon | null;
  /** months */
  readonly kecepatanRespons: number | null;
}

export interface ItemDihitung {
  /** number of the prioritas, or kode of the kegiatan, by the rule's satuan */
  readonly kode: string;
  readonly judul: string;
  /** 0…1 */
  readonly nilai: Rasional;
  readonly kegiatan: readonly KeadaanKegiatan[];
}

export interface ItemDikecualikan {
  readonly item: string;
  readonly judul: string;
  readonly alasan: string;
}

/** The one result object that every tile, list, chart, answer and document renders (DOMAIN section 6). */
export interface HasilRealisasi {
  /** 0–100; null with a zero denominator: "tidak ada item", never 0%; and while the plan is not ditetapkan */
  readonly persen: Rasional | null;
  /** the plan is not ditetapkan: there is no denominator yet */
  readonly menunggu: boolean;
  readonly pembilang: Rasional;
  readonly penyebut: number;
  readonly aturan: Aturan;
  /** cut-off day or month; null when all reports count */
  readonly per: string | null;
  readonly dihitung: readonly ItemDihitung[];
  readonly dikecualikan: readonly ItemDikecualikan[];
}

/** What the keadaan of a plan's kegiatan is read from. */
export interface DasarKeadaan {
  readonly rencana: Rencana;
  readonly realisasi: readonly Realisasi[];
  readonly survei?: readonly Survei[];
}

/**
 * The realisation percentage of a plan: every planned kegiatan is in the denominator, reported or not. Exact; 0 ≤ persen ≤ 100 and
 * persen = 100 × pembilang ÷ penyebut.
 * Only a plan that is ditetapkan has a denominator; of any other one nothing is counted.
 * @param per cut-off: reports on periods that begin later are not counted
 * @param hariIni in the agency's zone: tells what is not owed yet, and changes no number
 */
export function hitungRealisasi(
  rencana: Rencana,
  realisasi: readonly Realisasi[],
  aturan: Aturan,
  per?: string,
  survei: readonly Survei[] = [],
  hariIni?: string,
): HasilRealisasi {
  const menunggu = rencana.status !== 'ditetapkan';
  const keadaan = menunggu ? [] : keadaanKegiatan({ rencana, realisasi, survei }, aturan, per, hariIni);
  const { dihitung, dikecualikan: menurutAturan } = menunggu
    ? { dihitung: [], dikecualikan: [] }
    : aturan.satuan === 'prioritas'
      ? perPrioritas(rencana, keadaan, aturan)
      : perKegiatan(keadaan, aturan);
  const dikecualikan = [...menurutAturan, ...(rencana.dikeluarkan ?? []).map(olehAdendum)];
  const pembilang = jumlahkan(dihitung.map((i) => i.nilai));
  const penyebut = dihitung.length;
  const persen = penyebut === 0 ? null : pembilang.mul(100).div(penyebut);
  return { persen, menunggu, pembilang, penyebut, aturan, per: per ?? null, dihitung, dikecualikan };
}

/**
 * Every planned kegiatan in plan order: one that nobody reported on never vanishes (DOMAIN section 5).
 * @param hariIni in the agency's zone; without it and without a cut-off nothing tells that a schedule lies ahead
 */
export function keadaanKegiatan(
  { rencana, realisasi, survei = [] }: DasarKeadaan,
  aturan: Aturan,
  per?: string,
  hariIni?: string,
): KeadaanKegiatan[] {
  const batas = batasTagih(per, hariIni);
  const laporan = kelompokkan(
    realisasi.filter((r) => r.rencana === rencana.kode && sampaiDengan(r, per)),
    (r) => r.kegiatan,
  );
  const daftarSurvei = new Map(survei.map((s) => [s.kode, s]));
  return rencana.prioritas.flatMap((prioritas) =>
    prioritas.kegiatan.map((kegiatan): KeadaanKegiatan => {
      const semua = laporan.get(kegiatan.kode) ?? [];
      const terakhir = realisasiTerakhir(semua);
      const dihitung = realisasiTerakhir(semua.filter((r) => !belumTerverifikasi(r, aturan)));
      const diganti = terakhir?.kegiatanPengganti !== undefined;
      const mulai = semua.flatMap((r) => r.mulai ?? []).sort((a, b) => hariPertama(a).localeCompare(hariPertama(b)))[0];
      return {
        kegiatan,
        prioritas,
        realisasi: terakhir,
        dihitung,
        status: terakhir?.status ?? null,
        belumMelapor: terakhir === undefined && !belumMulai(kegiatan.jadwal, batas),
        belumWaktunya: terakhir === undefined && belumMulai(kegiatan.jadwal, batas),
        diganti,
        nilai: dihitung ? nilaiRealisasi(dihitung, aturan) : NOL,
        horizon: horizon(kegiatan.jadwal),
        kecepatanRespons: kecepatanRespons(daftarSurvei.get(kegiatan.survei ?? rencana.survei ?? ''), mulai),
      };
    }),
  );
}

/** The day up to which reports are owed: the cut-off, but never a day that has not come. Undefined when neither is known. */
export function batasTagih(per: string | undefined, hariIni: string | undefined): string | undefined {
  const sampai = per === undefined ? undefined : hariTerakhir(per);
  return sampai !== undefined && hariIni !== undefined && hariIni < sampai ? hariIni : (sampai ?? hariIni);
}

/** Whether the whole schedule lies after a day; one without a schedule does not. */
function belumMulai(jadwal: Kegiatan['jadwal'], batas: string | undefined): boolean {
  const rentang = rentangJadwal(jadwal);
  return rentang !== null && batas !== undefined && rentang.awal > batas;
}

function nilaiRealisasi(realisasi: Realisasi, aturan: Aturan): Rasional {
  if (aturan.pengganti === 'tidak' && realisasi.kegiatanPengganti !== undefined) return NOL;
  if (realisasi.status === 'sudah') return SATU;
  return realisasi.status === 'sebagian' ? rasional(aturan.bobotSebagian) : NOL;
}

/** Whether the rule does not count a report because nobody verified it. */
export function belumTerverifikasi({ verifikasi }: Realisasi, { dasar }: Aturan): boolean {
  if (dasar === 'klaim' || verifikasi === 'terverifikasi') return false;
  return dasar === 'terverifikasi' || verifikasi !== undefined;
}

/** Imported reports carry no verification; one without any report is judged as if it had been imported. */
export function asalLaporan(realisasi: readonly Realisasi[]): AsalLaporan {
  const terkumpul = realisasi.filter((r) => r.verifikasi !== undefined).length;
  return terkumpul === 0 ? 'impor' : terkumpul === realisasi.length ? 'sistem' : 'campuran';
}

/** Whether a report belongs to what a cut-off shows: its period begins no later. */
export function sampaiDengan(realisasi: Realisasi, per: string | undefined): boolean {
  if (per === undefined) return true;
  const periode = realisasi.periode === undefined ? null : bacaPeriode(realisasi.periode);
  const awal = periode ? awalPeriode(periode) : realisasi.mulai && hariPertama(realisasi.mulai);
  return awal === undefined || awal <= hariTerakhir(per);
}

function olehAdendum(d: KegiatanDikeluarkan): ItemDikecualikan {
  return { item: d.kegiatan.kode, judul: d.kegiatan.uraian, alasan: sebabDikeluarkan(d) };
}

const dikecualikanOleh = (keadaan: KeadaanKegiatan, aturan: Aturan) =>
  aturan.tidakDapat === 'dikecualikan' && keadaan.dihitung?.status === 'tidak_dapat';

const ALASAN_TIDAK_DAPAT = 'tidak dapat dilaksanakan; menurut aturan dikecualikan dari penyebut';

function perKegiatan(keadaan: readonly KeadaanKegiatan[], aturan: Aturan) {
  const dihitung: ItemDihitung[] = [];
  const dikecualikan: ItemDikecualikan[] = [];
  for (const k of keadaan) {
    const { kode, uraian } = k.kegiatan;
    if (dikecualikanOleh(k, aturan)) dikecualikan.push({ item: kode, judul: uraian, alasan: ALASAN_TIDAK_DAPAT });
    else dihitung.push({ kode, judul: uraian, nilai: k.nilai, kegiatan: [k] });
  }
  return { dihitung, dikecualikan };
}

function perPrioritas(rencana: Rencana, keadaan: readonly KeadaanKegiatan[], aturan: Aturan) {
  const dihitung: ItemDihitung[] = [];
  const dikecualikan: ItemDikecualikan[] = [];
  for (const prioritas of rencana.prioritas) {
    const milik = keadaan.filter((k) => k.prioritas === prioritas);
    const terhitung = milik.filter((k) => !dikecualikanOleh(k, aturan));
    const rata = rerata(terhitung.map((k) => k.nilai));
    const item = String(prioritas.no);
    if (rata) dihitung.push({ kode: item, judul: prioritas.judul, nilai: rata, kegiatan: terhitung });
    for (const k of milik.filter((k) => !terhitung.includes(k))) {
      dikecualikan.push({ item: k.kegiatan.kode, judul: k.kegiatan.uraian, alasan: ALASAN_TIDAK_DAPAT });
    }
    if (milik.length === 0) dikecualikan.push({ item, judul: prioritas.judul, alasan: 'prioritas tanpa kegiatan' });
  }
  return { dihitung, dikecualikan };
}

/**
 * The rule that inspectors apply, realised ÷ planned: kegiatan one by one, nothing for a part, nothing taken out of the denominator.
 * Never above what the agency's own rule gives per kegiatan; a rule per prioritas may give less.
 */
export function aturanKetat(aturan: Aturan): Aturan {
  return { ...aturan, satuan: 'kegiatan', bobotSebagian: 0, tidakDapat: 'dalam-penyebut' };
}

/** `70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5; per 8 Mei 2024)`: a percentage never stands without its fraction and rule. */
export function kalimatPersen(hasil: HasilRealisasi): string {
  const { aturan, persen, menunggu, pembilang, penyebut, per } = hasil;
  const bagian = [
    persen ? `${teksPecahan(pembilang)} dari ${teksBilangan(penyebut)} ${aturan.satuan}` : '',
    `sebagian dihitung ${teksRingkas(teksDesimal(rasional(aturan.bobotSebagian), 4))}`,
    aturan.dasar === 'klaim' ? '' : aturan.dasar === 'asal' ? 'terverifikasi, kecuali yang diimpor' : 'terverifikasi',
    aturan.tidakDapat === 'dikecualikan' ? 'yang tidak dapat dilaksanakan dikecualikan' : '',
    aturan.pengganti === 'tidak' ? 'kegiatan pengganti tidak dihitung' : '',
    per === null ? '' : `per ${tanggalIndonesia(per)}`,
  ].filter(Boolean);
  const tanpa = menunggu ? 'menunggu penetapan' : 'tidak ada item';
  return `${persen ? `${teksIndonesia(persen)}%` : tanpa} (${bagian.join('; ')})`;
}

const KALIMAT_DASAR: Readonly<Record<Aturan['dasar'], string>> = {
  klaim: 'klaim unit',
  terverifikasi: 'laporan terverifikasi',
  asal: 'laporan terverifikasi, dan klaim unit untuk yang diimpor',
};

/** The rule in words, for the note under a table. */
export function kalimatAturan(aturan: Aturan): string {
  const bobot = teksRingkas(teksDesimal(rasional(aturan.bobotSebagian), 4));
  return [
    aturan.satuan === 'prioritas' ? 'satuan prioritas, bernilai rata-rata kegiatannya' : 'satuan kegiatan',
    `sudah dihitung 1, sebagian ${bobot}, belum dan belum melapor 0`,
    aturan.tidakDapat === 'dikecualikan'
      ? 'yang tidak dapat dilaksanakan dikecualikan'
      : 'yang tidak dapat dilaksanakan tetap dalam penyebut',
    aturan.pengganti === 'dihitung' ? 'kegiatan pengganti dihitung' : 'kegiatan pengganti tidak dihitung',
    `dasar ${KALIMAT_DASAR[aturan.dasar]}`,
  ].join('; ');
}
