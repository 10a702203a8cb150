import type { Instrumen } from '../instrumen/instrumen.rules';
import { namaRingkas, type Unit } from '../organisasi/organisasi.rules';
import { ambangMutu } from '../prioritas/peringkat.view';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { bulanDalamKata, namaPeriode, romawi, type JenisPeriode, type Periode } from '../shared/periode';
import { baganTren, type BaganTren, type TitikTren } from '../shared/tampilan/bagan';
import { jalur, kueri, type Kueri } from '../shared/tampilan/tautan';
import { cakupanSampel } from '../survei/skor.rules';
import { namaAliran } from '../survei/status.rules';
import type { Survei } from '../survei/survei.rules';
import { deretTren, type DeretTren, type TitikDeret } from '../survei/tren.rules';
import { nilaiMutu, posisi, selisih, TIADA } from './angka.view';

export interface TrenView {
  readonly id: string;
  readonly judul: string;
  readonly keterangan: string;
  readonly uraian: string;
  readonly bagan: BaganTren | null;
  readonly baris: readonly BarisTren[];
}

export interface BarisTren {
  readonly periode: string;
  readonly kode: string | null;
  readonly tautan: string | null;
  readonly nilai: string;
  readonly asal: string;
  readonly selisih: string;
  readonly responden: string;
  readonly cakupan: string | null;
  readonly catatan: string | null;
}

/** What the trend of an agency is told with. */
export interface BahanTren {
  readonly kodeInstansi: string;
  readonly instrumen: readonly Instrumen[];
  readonly unit: readonly Unit[];
  readonly waktu: Kueri;
}

const NAMA_JENIS: Readonly<Record<JenisPeriode, string>> = {
  tahun: 'tahunan',
  semester: 'semesteran',
  triwulan: 'triwulanan',
  bulan: 'bulanan',
};

/** The streams that have a trend, from two surveys on. */
export function trenSurvei(survei: readonly Survei[], bahan: BahanTren): TrenView[] {
  return deretTren(survei, bahan.instrumen)
    .filter((d) => d.titik.filter((t) => t.survei).length > 1)
    .map((d, i) => trenView(d, `tren-${i + 1}`, bahan));
}

/** The stream's name, or null for surveys of everything. */
export function sebutAliran({ aliran }: Survei, unit: readonly Unit[]): string | null {
  if (!aliran) return null;
  const milik = unit.find((u) => u.kode === aliran.unit);
  return namaAliran(aliran, milik ? namaRingkas(milik) : (aliran.unit ?? null));
}

/**
 * One stream as chart and table. The published figure is drawn, for it is what people know; where there is none the computed one; a period
 * without either leaves a gap, and a change of instrument parts the line.
 */
export function trenView(deret: DeretTren, id: string, bahan: BahanTren): TrenView {
  const { titik, contoh } = deret;
  const terakhir = titik.findLast((t) => t.survei)?.survei?.instrumen ?? contoh.instrumen;
  const instrumen = bahan.instrumen.find((i) => i.kode === terakhir);
  const aliran = sebutAliran(contoh, bahan.unit);
  const gambar = titik.map(titikTren);
  const kosong = titik.filter((t) => !t.nilai).length;
  const berganti = titik.some((t) => t.instrumenBaru !== null);
  return {
    id,
    judul: `Tren survei ${NAMA_JENIS[deret.jenis]}${aliran ? `, ${aliran}` : ''}`,
    keterangan: [
      `${instrumen?.nama ?? terakhir}. Nilai terbit; bila tidak ada, nilai terhitung.`,
      kosong > 0 ? 'Garis terputus pada periode tanpa nilai.' : null,
      berganti
        ? 'Instrumen berganti di garis tegak: nilai di kedua sisinya tidak sebanding, dan batas mutu menurut yang terakhir.'
        : null,
      deret.terpotong > 0 ? `${deret.terpotong} periode terdahulu tidak digambar.` : null,
    ]
      .filter(Boolean)
      .join(' '),
    uraian: gambar
      .map(
        (t) =>
          `${[t.label, t.sublabel].filter(Boolean).join(' ')}: ${t.nilai === null ? 'tanpa nilai' : t.teks}${t.putus ? `, ${t.putus}` : ''}`,
      )
      .join('. '),
    bagan: baganTren(gambar, instrumen ? ambangMutu(instrumen) : []),
    baris: titik.map((t, i) => barisTren(t, titik[i - 1], bahan)).reverse(),
  };
}

function titikTren({ periode: p, nilai, mutu, hasil, instrumenBaru }: TitikDeret): TitikTren {
  const nrr = !nilai && hasil?.terbit?.nrr ? `NRR ${teksIndonesia(hasil.terbit.nrr)}` : null;
  return {
    ...label(p),
    ...(p.jenis === 'tahun' ? { sublabel: nrr ?? (nilai ? '' : TIADA) } : {}),
    nilai: nilai ? posisi(nilai) : null,
    teks: nilaiMutu(nilai, mutu),
    putus: instrumenBaru === null ? null : 'instrumen berganti',
  };
}

function barisTren(
  { periode, survei, hasil, nilai, mutu, asal, instrumenBaru, lainnya }: TitikDeret,
  lalu: TitikDeret | undefined,
  bahan: BahanTren,
): BarisTren {
  const umum = { periode: namaPeriode(periode), nilai: nilaiMutu(nilai, mutu), asal: asal ?? TIADA };
  if (!survei || !hasil)
    return { ...umum, kode: null, tautan: null, selisih: TIADA, responden: TIADA, cakupan: null, catatan: 'tidak ada survei' };
  const cakupan = cakupanSampel(survei, hasil);
  const dulu = instrumenBaru === null && lalu?.asal === asal ? lalu.nilai : null;
  return {
    ...umum,
    kode: survei.kode,
    tautan: kueri(jalur('instansi', bahan.kodeInstansi, 'survei', survei.kode), bahan.waktu),
    selisih: nilai && dulu ? selisih(nilai, dulu) : TIADA,
    responden: survei.jumlahResponden === undefined ? TIADA : teksBilangan(survei.jumlahResponden),
    cakupan:
      cakupan && hasil.sampelMinimum !== null
        ? `${teksIndonesia(cakupan)}% dari minimum ${teksBilangan(hasil.sampelMinimum)}`
        : null,
    catatan:
      [
        instrumenBaru === null ? null : `instrumen berganti menjadi ${instrumenBaru}`,
        !nilai && hasil.terbit?.nrr ? `hanya NRR terbit ${teksIndonesia(hasil.terbit.nrr)}` : null,
        lainnya.length > 0 ? `juga ${lainnya.map((s) => s.kode).join(', ')}` : null,
      ]
        .filter(Boolean)
        .join('; ') || null,
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
