import type { Instrumen } from '../instrumen/instrumen.rules';
import { type BerkasLaporan } from '../laporan/berkas.query';
import type { Instansi, Unit } from '../organisasi/organisasi.rules';
import { hitungRencana } from '../realisasi/hasil.rules';
import { kalimatPersen } from '../realisasi/realisasi.rules';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { indeksAkhir, namaPeriode, namaPeriodeLengkap } from '../shared/periode';
import { jalur, tautanLuar } from '../shared/tampilan/tautan';
import { hitungSurvei, type HasilSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import { angka, bertanda, nilaiMutu, TIADA } from './angka.view';
import { kerangka } from './kerangka.view';
import { pilihInstrumen } from './survei.view';
import { tandaRencana } from './tanda.view';
import { hitungTingkat } from './temuan.view';
import { trenSurvei } from './tren.view';
import type { Ubin } from './ubin.view';
import { daftarUnit } from './unit.view';

export interface BahanInstansi {
  readonly instansi: Instansi;
  readonly unit: readonly Unit[];
  readonly instrumen: readonly Instrumen[];
  readonly survei: readonly Survei[];
  readonly berkas: readonly BerkasLaporan[];
  readonly sekarang: Date;
}

export function instansiView(bahan: BahanInstansi): object {
  const { instansi, berkas } = bahan;
  const survei = [...bahan.survei]
    .sort((a, b) => indeksAkhir(b.periode) - indeksAkhir(a.periode))
    .map((s) => ({ survei: s, hasil: hitungSurvei(s, pilihInstrumen(bahan.instrumen, s)) }));
  const rencana = berkas.map((b) => rencanaRingkas(b)).reverse();
  const situs = tautanLuar(instansi.situs);
  return {
    kerangka: kerangka({ judul: instansi.nama, instansi, bagian: 'ringkasan', sekarang: bahan.sekarang }),
    nama: instansi.nama,
    anak: [instansi.singkatan === instansi.nama ? null : instansi.singkatan, instansi.kota, `kode ${instansi.kode}`]
      .filter(Boolean)
      .join(' · '),
    situs: instansi.situs === undefined ? null : { teks: instansi.situs, href: situs },
    ubin: ubin(bahan, survei[0] ?? null, rencana[0] ?? null),
    tren: trenSurvei(bahan.survei, bahan.instrumen),
    survei: survei.map(({ survei: s, hasil }) => surveiRingkas(instansi, s, hasil)),
    rencana,
    unit: daftarUnit(
      bahan.unit,
      berkas.flatMap((b) => b.rencana.prioritas.flatMap((p) => p.kegiatan)),
    ),
  };
}

interface RencanaRingkas {
  readonly judul: string;
  readonly persen: string;
  readonly pecahan: string;
  readonly tautan: string;
}

function rencanaRingkas(berkas: BerkasLaporan): RencanaRingkas & Readonly<Record<string, unknown>> {
  const { rencana, instansi } = berkas;
  const hasil = hitungRencana(berkas);
  const kalimat = kalimatPersen(hasil.realisasi);
  const kurung = kalimat.indexOf(' (');
  const tautan = jalur('instansi', instansi.kode, 'rencana', rencana.kode);
  return {
    kode: rencana.kode,
    judul: rencana.judul,
    tautan,
    untuk: rencana.survei ?? (rencana.periode ? namaPeriodeLengkap(rencana.periode) : TIADA),
    status: tandaRencana(rencana.status),
    persen: kalimat.slice(0, kurung),
    pecahan: kalimat.slice(kurung + 2, -1),
    ketat: hasil.ketat.persen ? `${teksIndonesia(hasil.ketat.persen)}%` : TIADA,
    pekppp8: `${hasil.pekppp8} dari 5`,
    temuan: hitungTingkat(hasil.temuan),
    pdf: `${tautan}/laporan.pdf`,
  };
}

function surveiRingkas(instansi: Instansi, s: Survei, hasil: HasilSurvei): object {
  return {
    kode: s.kode,
    judul: s.judul,
    periode: namaPeriode(s.periode),
    tautan: jalur('instansi', instansi.kode, 'survei', s.kode),
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
  rencana: RencanaRingkas | null,
): Ubin[] {
  return [ubinSurvei(instansi, terakhir), ubinRencana(rencana), ubinIsi(unit.length, survei.length, berkas.length)];
}

/** Computed where it can be, published otherwise; says which. */
function ubinSurvei(instansi: Instansi, terakhir: { survei: Survei; hasil: HasilSurvei } | null): Ubin {
  if (!terakhir) return { angka: TIADA, satuan: null, teks: 'belum ada survei', tautan: null, ajakan: null };
  const { survei, hasil } = terakhir;
  const nilai = hasil.nilai ?? hasil.terbit?.nilai ?? null;
  const mutu = hasil.mutu?.mutu ?? hasil.terbit?.mutu ?? null;
  const asal = hasil.nilai ? `dihitung${hasil.terbit?.nilai ? `; terbit ${angka(hasil.terbit.nilai)}` : ''}` : 'nilai terbit';
  const tautan = jalur('instansi', instansi.kode, 'survei', survei.kode);
  return {
    angka: nilai ? angka(nilai) : TIADA,
    satuan: mutu,
    teks: `${namaPeriode(survei.periode)}, ${nilai ? asal : 'tanpa nilai'}`,
    tautan,
    ajakan: `buka ${survei.kode}`,
  };
}

function ubinRencana(rencana: RencanaRingkas | null): Ubin {
  if (!rencana) return { angka: TIADA, satuan: null, teks: 'belum ada rencana tindak lanjut', tautan: null, ajakan: null };
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
