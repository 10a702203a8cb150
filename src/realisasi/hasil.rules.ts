import type { Rasional } from '../shared/desimal';
import { kelompokkan } from '../shared/kelompok';
import { indeksAkhir, type Periode } from '../shared/periode';
import { hariTerakhir } from '../shared/tanggal';
import type { Instrumen } from '../instrumen/instrumen.rules';
import type { Instansi, Unit } from '../organisasi/organisasi.rules';
import type { Realisasi } from '../progres/progres.rules';
import { semuaKegiatan, type Rencana } from '../rtl/rtl.rules';
import { hitungSurvei, type HasilSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import { lengkapiAturan } from '../organisasi/aturan.rules';
import { nilaiZi, skorPekppp8, skorPekppp9 } from './penilaian.rules';
import {
  asalLaporan,
  aturanKetat,
  batasTagih,
  hitungRealisasi,
  keadaanKegiatan,
  type HasilRealisasi,
  type KeadaanKegiatan,
} from './realisasi.rules';
import { periksaRealisasi } from './temuan-realisasi.rules';
import { periksaRencana } from './temuan-rencana.rules';
import { periksaSurvei } from '../survei/temuan-survei.rules';
import { sebutkan, urutkanTemuan, type Temuan } from '../survei/temuan.rules';

/** Everything that the figures of one plan rest on. */
export interface BerkasRencana {
  readonly instansi: Instansi;
  readonly unit: readonly Unit[];
  /** built-in and the agency's own */
  readonly instrumen: readonly Instrumen[];
  readonly survei: readonly Survei[];
  readonly rencana: Rencana;
  /** the agency's other plans, for what earlier ones left open */
  readonly rencanaLain: readonly { readonly rencana: Rencana; readonly realisasi: readonly Realisasi[] }[];
  readonly realisasi: readonly Realisasi[];
  readonly laporan: readonly LaporanTertulis[];
}

/** What all plans of an agency rest on. */
export type DasarBerkas = Pick<BerkasRencana, 'instansi' | 'unit' | 'instrumen' | 'survei'>;

/** Every plan with its own reports and papers, and with the other plans beside it; the same from a database and from a paket. */
export function susunBerkas<L extends LaporanTertulis & { readonly rencana: string }>(
  dasar: DasarBerkas,
  rencana: readonly Rencana[],
  semuaRealisasi: readonly Realisasi[],
  semuaLaporan: readonly L[],
): (BerkasRencana & { readonly laporan: readonly L[] })[] {
  const realisasi = kelompokkan(semuaRealisasi, (r) => r.rencana);
  const laporan = kelompokkan(semuaLaporan, (l) => l.rencana);
  const milik = rencana.map((r) => ({ rencana: r, realisasi: realisasi.get(r.kode) ?? [] }));
  return milik.map((m) => ({
    ...dasar,
    ...m,
    rencanaLain: milik.filter((lain) => lain !== m),
    laporan: laporan.get(m.rencana.kode) ?? [],
  }));
}

/** What the checks need of a formal report. */
export interface LaporanTertulis {
  readonly jenis?: string;
  readonly tanggal: string;
  readonly persenTertulis?: number;
  readonly penandatangan: { readonly nip?: string };
}

/** All derived figures of one plan. Pages, reports, the command line and the API render this object and compute nothing themselves. */
export interface HasilRencana {
  readonly realisasi: HasilRealisasi;
  readonly ketat: HasilRealisasi;
  readonly pekppp8: number;
  readonly pekppp9: number | null;
  readonly zi: Rasional | null;
  /** every planned kegiatan, in plan order */
  readonly kegiatan: readonly KeadaanKegiatan[];
  readonly temuan: readonly Temuan[];
}

/**
 * @param per cut-off day of the percentage; without it every report counts
 * @param hariIni in the agency's zone: what is scheduled later is not owed yet
 * @throws {RangeError} when a survey names an instrument that is not in `berkas.instrumen`
 */
export function hitungRencana(berkas: BerkasRencana, per?: string, hariIni?: string): HasilRencana {
  const { rencana, survei } = berkas;
  const realisasi = berkas.realisasi.filter((r) => r.rencana === rencana.kode);
  // The SKM report itself is not a follow-up report; its day is the survey's day of issue.
  const laporan = berkas.laporan.filter((l) => l.jenis !== 'skm');
  const milik = { ...berkas, realisasi, laporan };
  const aturan = lengkapiAturan(berkas.instansi.pengaturan?.realisasi, asalLaporan(realisasi));
  const hasil = hitungRealisasi(rencana, realisasi, aturan, per, survei, hariIni);
  const ketat = hitungRealisasi(rencana, realisasi, aturanKetat(aturan), per, survei, hariIni);
  const kegiatan = keadaanKegiatan({ rencana, realisasi, survei }, aturan, per, hariIni);

  const surveiRencana = survei.find((s) => s.kode === rencana.survei);
  const hasilSurvei = surveiRencana ? hitungSurveiBerkas(berkas, surveiRencana) : null;
  const tanggalLaporan = terakhir(laporan);
  const tanggalSkm = surveiRencana?.tanggalTerbit ?? terakhir(berkas.laporan.filter((l) => l.jenis === 'skm'));
  const temuan = [
    ...periksaRealisasi(milik, kegiatan, batasTagih(per, hariIni)),
    ...periksaRencana(milik, { realisasi: hasil, kegiatan }, hasilSurvei),
    ...periksaRtlSebelumnya(berkas),
    ...surveiTerkait(berkas).flatMap((s) => periksaSurvei(s, instrumenSurvei(berkas, s), hitungSurveiBerkas(berkas, s))),
  ];
  return {
    realisasi: hasil,
    ketat,
    pekppp8: skorPekppp8(ketat),
    pekppp9: skorPekppp9(ketat, tanggalSkm, tanggalLaporan),
    zi: nilaiZi(ketat),
    kegiatan,
    temuan: urutkanTemuan(temuan),
  };
}

/** The latest day or month of these papers, as it was written. */
function terakhir(laporan: readonly LaporanTertulis[]): string | undefined {
  return laporan.map((l) => l.tanggal).sort((a, b) => hariTerakhir(a).localeCompare(hariTerakhir(b))).at(-1); // prettier-ignore
}

/** The surveys that a plan or its kegiatan answer. */
export function surveiTerkait({ rencana, survei }: Pick<BerkasRencana, 'rencana' | 'survei'>): Survei[] {
  const kode = new Set([rencana.survei, ...rencana.prioritas.flatMap((p) => p.kegiatan.map((k) => k.survei))]);
  return survei.filter((s) => kode.has(s.kode));
}

export function instrumenSurvei({ instrumen }: Pick<BerkasRencana, 'instrumen'>, survei: Survei): Instrumen {
  const milik = instrumen.find((i) => i.kode === survei.instrumen);
  if (!milik) throw new RangeError(`Instrumen ${survei.instrumen} tidak dikenal`);
  return milik;
}

function hitungSurveiBerkas(berkas: BerkasRencana, survei: Survei): HasilSurvei {
  return hitungSurvei(survei, instrumenSurvei(berkas, survei));
}

function masaRencana(rencana: Rencana, survei: readonly Survei[]): Periode | undefined {
  return rencana.periode ?? survei.find((s) => s.kode === rencana.survei)?.periode;
}

/** What the plan of an earlier period left open (DOMAIN section 7, last). */
function periksaRtlSebelumnya(berkas: BerkasRencana): Temuan[] {
  const kini = masaRencana(berkas.rencana, berkas.survei);
  if (!kini) return [];
  // What a later plan carries on is open there.
  const semua = [berkas.rencana, ...berkas.rencanaLain.map((l) => l.rencana)].flatMap(semuaKegiatan);
  const dilanjutkan = new Set(semua.flatMap(({ asal }) => (asal ? [`${asal.rencana}\n${asal.kegiatan}`] : [])));
  return berkas.rencanaLain.flatMap(({ rencana, realisasi }): Temuan[] => {
    const dulu = masaRencana(rencana, berkas.survei);
    if (!dulu || indeksAkhir(dulu) >= indeksAkhir(kini)) return [];
    const aturan = lengkapiAturan(berkas.instansi.pengaturan?.realisasi, asalLaporan(realisasi));
    const terbuka = keadaanKegiatan({ rencana, realisasi }, aturan).filter(
      (k) => k.status !== 'sudah' && k.status !== 'tidak_dapat' && !dilanjutkan.has(`${rencana.kode}\n${k.kegiatan.kode}`),
    );
    if (terbuka.length === 0) return [];
    const pesan = `${rencana.judul} (${rencana.kode}) masih menyisakan ${terbuka.length} kegiatan: ${sebutkan(terbuka.map((k) => k.kegiatan.kode))}. Lanjutkan dalam rencana ini atau tutup dengan alasan.`;
    return [{ kode: 'rtl-sebelumnya-terbuka', tingkat: 'peringatan', pesan }];
  });
}
