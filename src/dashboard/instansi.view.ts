import type { Instrumen } from '../instrumen/instrumen.rules';
import { type BerkasLaporan } from '../laporan/berkas.query';
import type { Instansi, Unit } from '../organisasi/organisasi.rules';
import { hitungRencana } from '../realisasi/hasil.rules';
import { kalimatPersen, sampaiDengan } from '../realisasi/realisasi.rules';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { awalPeriode, indeksAkhir, namaPeriode, namaPeriodeLengkap } from '../shared/periode';
import { hariIniDi } from '../shared/tanggal';
import { jalur, kueri, tautanLuar, type Kueri } from '../shared/tampilan/tautan';
import { hitungSurvei, type HasilSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import { angka, bertanda, nilaiMutu, TIADA } from './angka.view';
import type { CekRencana } from './cek-bukti.query';
import { kerangka } from './kerangka.view';
import { pilihInstrumen } from './survei.view';
import { tandaRencana } from './tanda.view';
import { hitungTingkat } from './temuan.view';
import { trenSurvei } from './tren.view';
import type { Ubin } from './ubin.view';
import { daftarUnit } from './unit.view';
import { waktuInstansi } from './waktu-instansi.view';
import { keteranganWaktu, kueriWaktu, pitaWaktu, type Waktu } from './waktu.view';

export interface BahanInstansi {
  readonly instansi: Instansi;
  readonly unit: readonly Unit[];
  readonly instrumen: readonly Instrumen[];
  readonly survei: readonly Survei[];
  readonly berkas: readonly BerkasLaporan[];
  /** by kode of plan: links that were looked at */
  readonly cek?: ReadonlyMap<string, CekRencana>;
  readonly kueri: Readonly<Record<string, unknown>>;
  readonly sekarang: Date;
}

export function instansiView(bahan: BahanInstansi): object {
  const { instansi, berkas } = bahan;
  const tahunSurvei = bahan.survei.map((x) => x.periode.tahun);
  const waktu = waktuInstansi({ tahunSurvei, rencana: berkas }, bahan.kueri);
  const bawa = kueriWaktu(waktu);
  const terlihat = bahan.survei.filter((s) => waktu.per === null || awalPeriode(s.periode) <= waktu.per);
  const survei = [...terlihat]
    .sort((a, b) => indeksAkhir(b.periode) - indeksAkhir(a.periode))
    .map((s) => ({ survei: s, hasil: hitungSurvei(s, pilihInstrumen(bahan.instrumen, s)) }));
  const rencana = berkas.map((b) => rencanaRingkas(b, waktu, bahan)).reverse();
  const situs = tautanLuar(instansi.situs);
  return {
    kerangka: kerangka({
      judul: instansi.nama,
      instansi,
      keterangan: keteranganWaktu(waktu),
      pita: pitaWaktu(jalur('instansi', instansi.kode), waktu),
      waktu: bawa,
      sekarang: bahan.sekarang,
    }),
    nama: instansi.nama,
    anak: [instansi.singkatan === instansi.nama ? null : instansi.singkatan, instansi.kota, `kode ${instansi.kode}`]
      .filter(Boolean)
      .join(' · '),
    situs: instansi.situs === undefined ? null : { teks: instansi.situs, href: situs },
    dasbor: kueri(jalur('instansi', instansi.kode), { ...bawa, tampilan: 'dasbor' }),
    ubin: ubin({ ...bahan, survei: terlihat }, survei[0] ?? null, rencana, bawa),
    tren: trenSurvei(terlihat, { ...bahan, kodeInstansi: instansi.kode, waktu: bawa }),
    survei: survei.map(({ survei: s, hasil }) => surveiRingkas(instansi, s, hasil, bawa)),
    tautanTren: kueri(jalur('instansi', instansi.kode, 'survei-tren'), bawa),
    tautanLayanan: kueri(jalur('instansi', instansi.kode, 'survei-layanan'), bawa),
    surveiKosong: surveiKosong(bahan, terlihat.length),
    rencana,
    unit: daftarUnit(
      bahan.unit,
      berkas.flatMap((b) => b.rencana.prioritas.flatMap((p) => p.kegiatan)),
    ),
  };
}

function surveiKosong({ instansi, survei }: BahanInstansi, terlihat: number): object {
  if (survei.length === terlihat)
    return {
      judul: 'Belum ada survei',
      teks: 'Hasil survei masuk bersama paket instansi. Rencana yang tidak berasal dari survei tetap dapat dilihat.',
      tautan: null,
      ajakan: null,
    };
  return {
    judul: 'Tidak ada survei sampai triwulan ini',
    teks: `${teksBilangan(survei.length)} survei berasal dari masa sesudah triwulan yang dipilih.`,
    tautan: kueri(jalur('instansi', instansi.kode), {}, 'survei'),
    ajakan: 'Lihat seluruh survei',
  };
}

interface RencanaRingkas {
  readonly judul: string;
  readonly persen: string;
  readonly pecahan: string;
  readonly tautan: string;
  /** the plan is not ditetapkan: it has no percentage */
  readonly menunggu: boolean;
}

function rencanaRingkas(
  berkas: BerkasLaporan,
  waktu: Waktu,
  { cek: semuaCek, sekarang }: Pick<BahanInstansi, 'cek' | 'sekarang'>,
): RencanaRingkas & Readonly<Record<string, unknown>> {
  const { rencana, instansi } = berkas;
  const cek = semuaCek?.get(rencana.kode);
  const hasil = hitungRencana(berkas, waktu.per ?? undefined, hariIniDi(instansi.zonaWaktu, sekarang));
  const kalimat = kalimatPersen(hasil.realisasi);
  const kurung = kalimat.indexOf(' (');
  const alamat = jalur('instansi', instansi.kode, 'rencana', rencana.kode);
  const tautan = kueri(alamat, kueriWaktu(waktu));
  return {
    kode: rencana.kode,
    judul: rencana.judul,
    tautan,
    untuk: rencana.survei ?? (rencana.periode ? namaPeriodeLengkap(rencana.periode) : TIADA),
    status: tandaRencana(rencana.status),
    menunggu: hasil.realisasi.menunggu,
    persen: kalimat.slice(0, kurung),
    pecahan: hasil.realisasi.menunggu ? '' : kalimat.slice(kurung + 2, -1),
    ketat: hasil.ketat.persen ? `${teksIndonesia(hasil.ketat.persen)}%` : TIADA,
    pekppp8: hasil.realisasi.menunggu ? TIADA : `${hasil.pekppp8} dari 5`,
    temuan: hitungTingkat(hasil.temuan),
    bukti: sebutBukti(berkas, waktu),
    cek: cek ? `${teksBilangan(cek.diperiksa)} tautan diperiksa, ${teksBilangan(cek.gagal)} gagal` : null,
    pdf: `${alamat}/laporan.pdf`,
  };
}

/** Files and links of every report that the chosen time shows. */
function sebutBukti({ realisasi }: BerkasLaporan, { per }: Waktu): string {
  const bukti = realisasi.filter((r) => sampaiDengan(r, per ?? undefined)).flatMap((r) => r.bukti ?? []);
  const tautan = bukti.filter((b) => b.jenis === 'tautan').length;
  return `${teksBilangan(bukti.length - tautan)} berkas, ${teksBilangan(tautan)} tautan`;
}

function surveiRingkas(instansi: Instansi, s: Survei, hasil: HasilSurvei, bawa: Kueri): object {
  return {
    kode: s.kode,
    judul: s.judul,
    periode: namaPeriode(s.periode),
    tautan: kueri(jalur('instansi', instansi.kode, 'survei', s.kode), bawa),
    terbit: hasil.terbit?.nilai ? nilaiMutu(hasil.terbit.nilai, hasil.terbit.mutu) : sebutNrrTerbit(hasil),
    hitung: nilaiMutu(hasil.nilai, hasil.mutu?.mutu ?? null),
    selisih: hasil.selisihNilai ? bertanda(hasil.selisihNilai) : TIADA,
    responden: s.jumlahResponden === undefined ? TIADA : teksBilangan(s.jumlahResponden),
    sampel: hasil.sampelMinimum === null ? null : `min. ${teksBilangan(hasil.sampelMinimum)}`,
  };
}

function sebutNrrTerbit({ terbit }: HasilSurvei): string {
  if (!terbit) return TIADA;
  return [terbit.nrr && `NRR ${angka(terbit.nrr)}`, terbit.mutu].filter(Boolean).join(' ') || TIADA;
}

function ubin(
  { instansi, unit, survei, berkas }: BahanInstansi,
  terakhir: { survei: Survei; hasil: HasilSurvei } | null,
  rencana: readonly RencanaRingkas[],
  bawa: Kueri,
): Ubin[] {
  return [ubinSurvei(instansi, terakhir, bawa), ubinRencana(rencana), ubinIsi(unit.length, survei.length, berkas.length)];
}

/** Computed where it can be, published otherwise; says which. */
function ubinSurvei(instansi: Instansi, terakhir: { survei: Survei; hasil: HasilSurvei } | null, bawa: Kueri): Ubin {
  if (!terakhir) return { angka: TIADA, satuan: null, teks: 'belum ada survei', tautan: null, ajakan: null };
  const { survei, hasil } = terakhir;
  const nilai = hasil.nilai ?? hasil.terbit?.nilai ?? null;
  const mutu = hasil.mutu?.mutu ?? hasil.terbit?.mutu ?? null;
  const asal = hasil.nilai ? `dihitung${hasil.terbit?.nilai ? `; terbit ${angka(hasil.terbit.nilai)}` : ''}` : 'nilai terbit';
  const tautan = kueri(jalur('instansi', instansi.kode, 'survei', survei.kode), bawa);
  return {
    angka: nilai ? angka(nilai) : TIADA,
    satuan: mutu,
    teks: `${namaPeriode(survei.periode)}, ${nilai ? asal : 'tanpa nilai'}`,
    tautan,
    ajakan: `buka ${survei.kode}`,
  };
}

/** The newest plan that is ditetapkan; where none is, that the newest waits. @param semua newest first */
function ubinRencana(semua: readonly RencanaRingkas[]): Ubin {
  const [terbaru] = semua;
  if (!terbaru) return { angka: TIADA, satuan: null, teks: 'belum ada rencana tindak lanjut', tautan: null, ajakan: null };
  const rencana = semua.find((r) => !r.menunggu);
  if (!rencana)
    return { angka: TIADA, satuan: null, teks: 'rencana menunggu penetapan', tautan: terbaru.tautan, ajakan: 'buka rencana' };
  return { angka: rencana.persen, satuan: null, teks: rencana.pecahan, tautan: rencana.tautan, ajakan: 'lihat yang dihitung' };
}

function ubinIsi(unit: number, survei: number, rencana: number): Ubin {
  return {
    angka: teksBilangan(survei),
    satuan: 'survei',
    teks: `${teksBilangan(rencana)} rencana, ${teksBilangan(unit)} unit`,
    tautan: '#survei',
    ajakan: 'lihat survei',
  };
}
