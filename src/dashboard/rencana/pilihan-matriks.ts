import type { CatatanLaporan } from '../../laporan/laporan.rules';
import { hitungRencana, type BerkasRencana, type HasilRencana } from '../../realisasi/hasil.rules';
import type { KeadaanKegiatan } from '../../realisasi/realisasi.rules';
import type { SatuanJadwal } from '../../rtl/rtl.rules';
import { jalur, teksKueri, type Kueri } from '../../shared/tampilan/tautan';
import { hariIniDi, hariTerakhir } from '../../shared/tanggal';
import { kolomMatriks, tahunRencana, type KolomMatriks } from '../kolom.view';
import { bacaSaringan, saring, type Saringan } from '../saringan.view';
import type { Waktu } from '../waktu.view';
import { TANPA_RINCIAN, type RincianRencana } from './rincian.query';
import { waktuRencana } from './waktu-rencana';

export interface BahanRencana {
  readonly berkas: Omit<BerkasRencana, 'laporan'> & { readonly laporan: readonly CatatanLaporan[] };
  readonly rinci?: RincianRencana;
  readonly kueri: Readonly<Record<string, unknown>>;
  readonly sekarang: Date;
}

/** What an address selects of a plan: table, chart and exports are made of this one object, so that they never differ. */
export interface PilihanMatriks {
  readonly alamat: string;
  readonly waktu: Waktu;
  readonly hariIni: string;
  /** years that the plan's own schedule and reports touch */
  readonly tahunSendiri: readonly number[];
  /** years shown side by side */
  readonly tahun: readonly number[];
  readonly semuaTahun: boolean;
  readonly satuan: SatuanJadwal;
  readonly saringan: Saringan;
  readonly hasil: HasilRencana;
  readonly kolom: readonly KolomMatriks[];
  /** kegiatan that pass the filter, in plan order */
  readonly cocok: readonly KeadaanKegiatan[];
  readonly rinci: RincianRencana;
  /** the part of the address that is no filter of kegiatan: time and columns */
  readonly tetap: Kueri;
  /** the day up to which reports were due */
  readonly batas: string;
}

/** Over this many years, columns side by side can be read no more. */
const TAHUN_TERBANYAK = 5;

export function pilihMatriks({ berkas, rinci = TANPA_RINCIAN, kueri, sekarang }: BahanRencana): PilihanMatriks {
  const { rencana, realisasi, instansi, unit } = berkas;
  const waktu = waktuRencana(berkas, kueri);
  const tahunSendiri = tahunRencana(rencana, realisasi);
  const semuaTahun = teksKueri(kueri['tahun']) === 'semua' && tahunSendiri.length > 1;
  const tahun = semuaTahun ? tahunSendiri.slice(-TAHUN_TERBANYAK) : waktu.tahun === null ? [] : [waktu.tahun];
  const satuan = bacaSatuan(teksKueri(kueri['satuan'])) ?? rencana.satuanJadwal;
  const kolom =
    tahunSendiri.length + tahun.length === 0 ? [] : kolomMatriks({ rencana, realisasi, tahun, per: waktu.per, satuan });
  const hariIni = hariIniDi(instansi.zonaWaktu, sekarang);
  const hasil = hitungRencana(berkas, waktu.per ?? undefined, hariIni);
  const saringan = bacaSaringan(kueri);
  const laporan = berkas.laporan.map((l) => hariTerakhir(l.tanggal)).sort().at(-1); // prettier-ignore
  return {
    alamat: jalur('instansi', instansi.kode, 'rencana', rencana.kode),
    ...{ waktu, hariIni, tahunSendiri, tahun, semuaTahun, satuan, saringan, hasil, kolom, rinci },
    cocok: saring({ hasil, kolom, unit, rinci }, saringan),
    tetap: {
      tw: waktu.tw,
      tahun: semuaTahun ? 'semua' : waktu.tahunDipilih ? waktu.tahun : null,
      satuan: satuan === rencana.satuanJadwal ? null : satuan,
    },
    batas: waktu.per ?? laporan ?? hariIni,
  };
}

function bacaSatuan(teks: string): SatuanJadwal | null {
  return teks === 'bulan' || teks === 'triwulan' ? teks : null;
}
