import { type Instrumen } from '../instrumen/instrumen.rules';
import { JUMLAH_PRIORITAS_BAKU, namaRingkas } from '../organisasi/organisasi.rules';
import { urutkanRealisasi, type Realisasi } from '../progres/progres.rules';
import { hitungRencana, instrumenSurvei, surveiTerkait, type HasilRencana } from '../realisasi/hasil.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { PerubahanRencana } from '../rtl/awal/rencana-awal.service';
import type { Kegiatan, Prioritas } from '../rtl/rtl.rules';
import { kelompokkan } from '../shared/kelompok';
import { indeksAkhir, indeksAwal, urutkanPeriode, type Periode } from '../shared/periode';
import { CIRI_PROFIL } from '../survei/nilai-profil.rules';
import { profilCiri, type AturanProfil, type HitunganNilai, type ProfilCiri } from '../survei/profil.rules';
import type { Ciri } from '../survei/respons/respons.rules';
import { hitungSurvei, type HasilSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import type { BerkasLaporan } from './berkas.query';
import type { FotoBukti } from './foto-bukti.query';
import { laporanTerbaru, type CatatanLaporan, type JenisLaporan } from './laporan.rules';

export interface SurveiDihitung {
  readonly survei: Survei;
  readonly instrumen: Instrumen;
  readonly hasil: HasilSurvei;
}

/** The agency's data with every figure computed: what the chapters of a report are made of. */
export interface Bahan {
  readonly berkas: BerkasLaporan;
  readonly hasil: HasilRencana;
  /** day or month that the report is dated, and the cut-off of its figures */
  readonly tanggal: string;
  /** the record of the formal report; null for a draft that nobody has signed for */
  readonly catatan: CatatanLaporan | null;
  /** the survey that the plan answers, if it names one */
  readonly surveiUtama: SurveiDihitung | null;
  /** the surveys that the plan or its kegiatan answer, earliest first */
  readonly survei: readonly SurveiDihitung[];
  /** the period that the report is about; null when the plan names none */
  readonly periode: Periode | null;
  readonly jumlahPrioritas: number;
  /** whether charts were asked for (true) or refused (false); undefined = as documents of this kind have them */
  readonly grafik: boolean | undefined;
  /** who answered the survey that the plan answers; empty where nothing is known of them */
  readonly profil: readonly ProfilCiri[];
  /** plan awal and addenda; null where nothing changed since the plan was ditetapkan */
  readonly perubahan: PerubahanRencana | null;
  /** reports by kode of the kegiatan, earliest first */
  readonly laporanKegiatan: ReadonlyMap<string, readonly Realisasi[]>;
  readonly namaUnit: ReadonlyMap<string, string>;
  /** pictures of evidence that can be printed, by their SHA-256 */
  readonly foto: ReadonlyMap<string, FotoBukti>;
  /** the states of a priority's kegiatan */
  readonly keadaan: ReadonlyMap<Prioritas, readonly KeadaanKegiatan[]>;
}

/** The record of the plan's formal report of that kind, the latest; null for a draft that nobody has signed for. */
export function catatanLaporan({ laporan, rencana }: BerkasLaporan, jenis: JenisLaporan): CatatanLaporan | null {
  return laporanTerbaru(laporan, rencana.kode, (j) => j === jenis) ?? null;
}

/** What charts, profile and the history of the plan in a report are made of. */
export interface BahanTambahan {
  readonly grafik?: boolean | undefined;
  readonly profil?: ProfilTersimpan | null;
  readonly foto?: ReadonlyMap<string, FotoBukti>;
  readonly perubahan?: PerubahanRencana | null | undefined;
}

/** What is stored of the respondents of one survey, and the bands to read it with. */
export interface ProfilTersimpan {
  readonly isi: ReadonlyMap<Ciri, readonly HitunganNilai[]>;
  readonly aturan: AturanProfil;
}

function profilUtama(utama: SurveiDihitung | null, profil: ProfilTersimpan | null): ProfilCiri[] {
  if (!utama || !profil) return [];
  const n = utama.survei.jumlahResponden;
  return CIRI_PROFIL.flatMap((c) => {
    const isi = profil.isi.get(c);
    return isi ? [profilCiri(c, isi, profil.aturan, n)] : [];
  });
}

/** @param hariIni day in the agency's zone: the date of a draft */
export function siapkanBahan(berkas: BerkasLaporan, jenis: JenisLaporan, hariIni: string, lain: BahanTambahan = {}): Bahan {
  const catatan = catatanLaporan(berkas, jenis);
  const tanggal = catatan?.tanggal ?? hariIni;
  const survei = surveiTerkait(berkas)
    .sort((a, b) => urutkanPeriode(a.periode, b.periode))
    .map((s) => surveiDihitung(berkas, s));
  const surveiUtama = survei.find((s) => s.survei.kode === berkas.rencana.survei) ?? null;
  const hasil = hitungRencana(berkas, tanggal, hariIni);
  const realisasi = berkas.realisasi.filter((r) => r.rencana === berkas.rencana.kode);
  const perKegiatan = kelompokkan(realisasi, (r) => r.kegiatan);
  return {
    berkas,
    hasil,
    laporanKegiatan: new Map([...perKegiatan].map(([kode, daftar]) => [kode, urutkanRealisasi(daftar)])),
    namaUnit: new Map(berkas.unit.map((u) => [u.kode, namaRingkas(u)])),
    keadaan: kelompokkan(hasil.kegiatan, (k) => k.prioritas),
    tanggal,
    catatan,
    surveiUtama,
    survei,
    periode: surveiUtama?.survei.periode ?? berkas.rencana.periode ?? null,
    grafik: lain.grafik,
    foto: lain.foto ?? new Map<string, FotoBukti>(),
    perubahan: lain.perubahan ?? null,
    profil: profilUtama(surveiUtama, lain.profil ?? null),
    jumlahPrioritas: berkas.instansi.pengaturan?.jumlahPrioritas ?? JUMLAH_PRIORITAS_BAKU,
  };
}

function surveiDihitung(berkas: BerkasLaporan, survei: Survei): SurveiDihitung {
  const instrumen = instrumenSurvei(berkas, survei);
  return { survei, instrumen, hasil: hitungSurvei(survei, instrumen) };
}

/** Surveys of the plan's own period beside those that it names: the monthly scores of Kanreg X's chapter II. */
export function surveiPeriode({ berkas, survei, periode }: Bahan): readonly SurveiDihitung[] {
  if (!periode) return survei;
  const ada = new Set(survei.map((s) => s.survei.kode));
  const selama = berkas.survei.filter(
    (s) => !ada.has(s.kode) && indeksAwal(s.periode) >= indeksAwal(periode) && indeksAkhir(s.periode) <= indeksAkhir(periode),
  );
  return [...survei, ...selama.map((s) => surveiDihitung(berkas, s))].sort((a, b) =>
    urutkanPeriode(a.survei.periode, b.survei.periode),
  );
}

/** The reports on a kegiatan up to the one that its keadaan rests on, earliest first. */
export function riwayatLaporan(bahan: Bahan, keadaan: KeadaanKegiatan): readonly Realisasi[] {
  const { realisasi, kegiatan } = keadaan;
  if (!realisasi) return [];
  const semua = bahan.laporanKegiatan.get(kegiatan.kode) ?? [];
  return semua.slice(0, semua.indexOf(realisasi) + 1);
}

/** Those responsible, in plan order: the first unit is the utama. Units by their short name, groups as they were written. */
export function namaPenanggungJawab({ namaUnit }: Bahan, kegiatan: Kegiatan): string[] {
  return kegiatan.penanggungJawab.map((pj) => {
    if ('kelompok' in pj) return pj.kelompok;
    return namaUnit.get(pj.unit) ?? pj.unit;
  });
}

/** The kode before a title, where it says more than the number of the priority: "2.1", but nothing for kegiatan 1 of priority 1. */
export function nomorKegiatan({ kegiatan, prioritas }: KeadaanKegiatan): string | null {
  return kegiatan.kode === String(prioritas.no) ? null : kegiatan.kode;
}
