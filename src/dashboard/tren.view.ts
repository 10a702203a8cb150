import type { Instrumen } from '../instrumen/instrumen.rules';
import { teksIndonesia } from '../shared/desimal';
import { bulanDalamKata, indeksAwal, PANJANG, romawi, type JenisPeriode, type Periode } from '../shared/periode';
import { baganTren, type BaganTren, type TitikTren } from '../shared/tampilan/bagan';
import { kelompokkan } from '../shared/kelompok';
import { hitungSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import { nilaiMutu, posisi, TIADA } from './angka.view';
import { pilihInstrumen } from './survei.view';
import { ambangMutu } from './unsur.view';

export interface TrenView {
  readonly id: string;
  readonly judul: string;
  readonly keterangan: string;
  readonly uraian: string;
  readonly bagan: BaganTren;
}

const NAMA_JENIS: Readonly<Record<JenisPeriode, string>> = {
  tahun: 'tahunan',
  semester: 'semesteran',
  triwulan: 'triwulanan',
  bulan: 'bulanan',
};
/** Periods on the axis; earlier ones are in the table only. */
const TITIK_TERBANYAK = 24;

/**
 * One chart for each kind of period and instrument, since only those compare; from two surveys on. The published figure is drawn, for it
 * is what people know; where there is none the computed one; a period without either leaves a gap.
 */
export function trenSurvei(survei: readonly Survei[], instrumen: readonly Instrumen[]): TrenView[] {
  const kelompok = kelompokkan(survei, (s) => `${s.periode.jenis} ${s.instrumen}`);
  return [...kelompok.values()].flatMap((daftar, i) => {
    const pertama = daftar[0];
    if (!pertama || daftar.length < 2) return [];
    const milik = pilihInstrumen(instrumen, pertama);
    const titik = sumbu(daftar).map((p) => titikTren(p, daftar, milik));
    const bagan = baganTren(titik, ambangMutu(milik));
    if (!bagan) return [];
    const kosong = titik.filter((t) => t.nilai === null).length;
    return [
      {
        id: `tren-${i + 1}`,
        judul: `Tren survei ${NAMA_JENIS[pertama.periode.jenis]}`,
        keterangan: `${milik.nama}. Nilai terbit; bila tidak ada, nilai terhitung.${kosong > 0 ? ' Garis terputus pada periode tanpa nilai.' : ''}`,
        uraian: titik
          .map((t) => `${[t.label, t.sublabel].filter(Boolean).join(' ')}: ${t.nilai === null ? 'tanpa nilai' : t.teks}`)
          .join('. '),
        bagan,
      },
    ];
  });
}

/** Every period from the first survey to the last, so that a missing one is seen. */
function sumbu(daftar: readonly Survei[]): Periode[] {
  const jenis = daftar[0]?.periode.jenis ?? 'tahun';
  const langkah = PANJANG[jenis];
  const indeks = daftar.map((s) => indeksAwal(s.periode));
  const akhir = Math.max(...indeks);
  const awal = Math.max(Math.min(...indeks), akhir - langkah * (TITIK_TERBANYAK - 1));
  const hasil: Periode[] = [];
  for (let i = awal; i <= akhir; i += langkah) {
    const tahun = Math.floor(i / 12);
    hasil.push(jenis === 'tahun' ? { jenis, tahun } : { jenis, tahun, ke: (i % 12) / langkah + 1 });
  }
  return hasil;
}

function titikTren(p: Periode, daftar: readonly Survei[], instrumen: Instrumen): TitikTren {
  const survei = daftar.find((s) => indeksAwal(s.periode) === indeksAwal(p));
  const hasil = survei ? hitungSurvei(survei, instrumen) : null;
  const terbit = hasil?.terbit?.nilai;
  const nilai = terbit ?? hasil?.nilai ?? null;
  const mutu = terbit ? hasil.terbit.mutu : hasil?.mutu?.mutu;
  const nrr = !nilai && hasil?.terbit?.nrr ? `NRR ${teksIndonesia(hasil.terbit.nrr)}` : null;
  return {
    ...label(p),
    ...(p.jenis === 'tahun' ? { sublabel: nrr ?? (nilai ? '' : TIADA) } : {}),
    nilai: nilai ? posisi(nilai) : null,
    teks: nilaiMutu(nilai, mutu ?? null),
  };
}

function label(p: Periode): { label: string; sublabel: string } {
  switch (p.jenis) {
    case 'tahun':
      return { label: String(p.tahun), sublabel: '' };
    case 'bulan':
      return { label: bulanDalamKata(p, true), sublabel: String(p.tahun) };
    case 'triwulan':
      return { label: `TW ${romawi(p.ke ?? 1)}`, sublabel: `${bulanDalamKata(p, true)} ${p.tahun}` };
    case 'semester':
      return { label: `Sem. ${romawi(p.ke ?? 1)}`, sublabel: String(p.tahun) };
  }
}
