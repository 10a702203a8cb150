import type { Realisasi } from '../../progres/progres.rules';
import { jadwalRinci } from '../../rtl/jadwal.rules';
import type { BuktiDiharapkan, Kegiatan, SatuanJadwal } from '../../rtl/rtl.rules';
import {
  awalPeriode,
  indeksAkhir,
  indeksAwal,
  kodePeriode,
  namaPeriodeLengkap,
  periode,
  type KodePeriode,
  type Periode,
} from '../../shared/periode';
import { jalur, jangkar, kueri, type Kueri } from '../../shared/tampilan/tautan';
import { masaLaporan } from '../kolom.view';
import { tandaTambahan } from '../matriks.view';
import { DIJADWALKAN } from '../tanda-kegiatan.view';
import { BELUM_MELAPOR, tandaPelaksanaan, type Tanda } from '../tanda.view';
import { ditagih, gembokSlot } from './gembok.view';
import type { RincianRencana } from './rincian.query';
import type { RincianKegiatan, Silsilah } from './rincian-kegiatan.query';

export const JENIS_BUKTI: Readonly<Record<BuktiDiharapkan['jenis'], { ikon: string; kata: string }>> = {
  tautan: { ikon: 'link', kata: 'Tautan' },
  foto: { ikon: 'photo', kata: 'Foto' },
  dokumen: { ikon: 'file-text', kata: 'Dokumen' },
};

const TIDAK_BERLAKU: Tanda = { nada: '', ikon: 'x', kata: 'Tidak berlaku lagi' };
const TIDAK_DIJADWALKAN: Tanda = { nada: '', ikon: 'x', kata: 'Tidak dijadwalkan lagi' };

export interface BahanJadwal {
  readonly kegiatan: Kegiatan;
  readonly satuan: SatuanJadwal;
  /** up to the chosen day */
  readonly laporan: readonly Realisasi[];
  readonly rinci: RincianKegiatan;
  /** today where the plan is ditetapkan, null where no slot is made yet */
  readonly terbukaSampai: string | null;
  readonly jendela: RincianRencana['jendela'];
  /** whether nobody has reported anything on the kegiatan, as the matrix says it */
  readonly belumMelapor: boolean;
  /** day on which an addendum took it out of the plan: nothing is asked of it after that; null for one that holds */
  readonly berhenti: string | null;
  /** of the tab that holds the reports */
  readonly alamat: string;
  /** of the page on which one slot is reported */
  readonly alamatSlot: (kode: KodePeriode) => string;
}

/** One row a scheduled period: what is expected as evidence, and how far it is. */
export function jadwalView(bahan: BahanJadwal): object[] {
  const { kegiatan, satuan, laporan, rinci, terbukaSampai, jendela, belumMelapor, berhenti, alamat, alamatSlot } = bahan;
  const dijadwalkan = jadwalRinci(kegiatan.jadwal, satuan);
  const baris = dijadwalkan.map((p) => {
    const milik = laporan.filter((r) => meliputi(r, kegiatan, p)).at(-1);
    const gembok = berhenti === null ? gembokSlot(jendela, kegiatan.kode, p, terbukaSampai) : {};
    const gugur = berhenti !== null && awalPeriode(p) > berhenti;
    const belum = belumMelapor && terbukaSampai !== null && awalPeriode(p) <= terbukaSampai;
    const ditunggu = belum || (berhenti === null && ditagih(jendela, kegiatan.kode, p, terbukaSampai));
    return {
      periode: namaPeriodeLengkap(p),
      bukti: diharapkan(rinci.buktiDiharapkan, p),
      status: milik ? tandaPelaksanaan(milik.status) : gugur ? TIDAK_BERLAKU : ditunggu ? BELUM_MELAPOR : DIJADWALKAN,
      tanda: milik ? tandaTambahan(milik) : [],
      ...gembok,
      lapor: terbukaSampai === null || gugur ? null : alamatSlot(kodePeriode(p)),
      tautan: milik ? `${alamat}#${jangkar('laporan', milik.periode ?? 'tanpa-periode')}` : null,
      masuk: milik?.bukti?.length ?? 0,
    };
  });
  return [...baris, ...tertinggal(rinci.buktiDiharapkan, dijadwalkan)];
}

/** Evidence that was expected of a period which an addendum moved: it is told, not dropped. */
function tertinggal(daftar: readonly BuktiDiharapkan[], dijadwalkan: readonly Periode[]): object[] {
  const kode = new Set(daftar.flatMap((b) => b.periode ?? []));
  const lepas = [...kode].map(periode).filter((p) => !dijadwalkan.some((d) => beririsan(d, p)));
  return lepas.map((p) => ({
    ...{ periode: namaPeriodeLengkap(p), status: TIDAK_DIJADWALKAN, dibuka: null, tautan: null, masuk: 0 },
    bukti: diharapkan(daftar.filter((b) => b.periode !== undefined), p), // prettier-ignore
  }));
}

const beririsan = (a: Periode, b: Periode): boolean => indeksAwal(a) <= indeksAkhir(b) && indeksAkhir(a) >= indeksAwal(b);

function meliputi(r: Realisasi, kegiatan: Kegiatan, p: Periode): boolean {
  const masa = masaLaporan(r, kegiatan);
  return masa !== null && masa.awal <= indeksAkhir(p) && masa.akhir >= indeksAwal(p);
}

function diharapkan(daftar: readonly BuktiDiharapkan[], p: Periode): object[] {
  return daftar
    .filter((b) => b.periode === undefined || beririsan(periode(b.periode), p))
    .map((b) => ({ ...JENIS_BUKTI[b.jenis], uraian: b.uraian }));
}

export interface BahanPerbandingan {
  /** null for one that an addendum took out */
  readonly kegiatan: Kegiatan | null;
  readonly satuan: SatuanJadwal;
  readonly rinci: RincianKegiatan;
  readonly namaUnit: (kode: string) => string;
}

/** The kegiatan as it was ditetapkan beside what holds now, part by part; null before the plan is ditetapkan. */
export function perbandinganView({ kegiatan, satuan, rinci, namaUnit }: BahanPerbandingan): object | null {
  if (!rinci.awal) return null;
  const isi = (k: Kegiatan) => ({
    Kegiatan: k.uraian,
    Jadwal: jadwalRinci(k.jadwal, satuan).map(namaPeriodeLengkap).join(', ') || 'tidak dijadwalkan',
    'Penanggung jawab':
      k.penanggungJawab.map((p) => ('unit' in p ? namaUnit(p.unit) : p.kelompok)).join('; ') || 'belum ditentukan',
    Keluaran: k.keluaran ?? '–',
    Indikator: k.indikator ?? '–',
  });
  const [awal, berlaku] = [isi(rinci.awal), kegiatan && isi(kegiatan)];
  const baris = (Object.keys(awal) as (keyof typeof awal)[]).map((istilah) => {
    const kini = berlaku ? berlaku[istilah] : istilah === 'Kegiatan' ? 'tidak berlaku lagi' : awal[istilah];
    return { istilah, awal: awal[istilah], kini, beda: awal[istilah] !== kini };
  });
  return { baris, sama: baris.every((b) => !b.beda) };
}

/** The kegiatan of other plans that it carries on, and those that carry it on. */
export function silsilahView(instansi: string, { asal, lanjutan }: RincianKegiatan, bawa: Kueri): object[] {
  const butir = (peran: string, s: Silsilah) => ({
    peran,
    kode: `${s.rencana} · ${s.kode}`,
    uraian: s.uraian,
    tautan: kueri(jalur('instansi', instansi, 'rencana', s.rencana, 'kegiatan', s.kode), bawa),
  });
  return [...(asal ? [butir('Melanjutkan', asal)] : []), ...lanjutan.map((s) => butir('Dilanjutkan oleh', s))];
}
