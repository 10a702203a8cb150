import type { Instansi } from '../organisasi/organisasi.rules';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { awalPeriode, kodePeriode, namaPeriode, periode } from '../shared/periode';
import { jalur, kueri } from '../shared/tampilan/tautan';
import { kelasMutu } from '../instrumen/mutu.rules';
import type { CaraGabung } from '../survei/gabungan.rules';
import type { Survei } from '../survei/survei.rules';
import { deretTren, gabungkanTahun, type DeretTren } from '../survei/tren.rules';
import { TIADA } from './angka.view';
import { kerangka } from './kerangka.view';
import type { Tabel } from './survei-tabel';
import { trenView, type BahanTren, type TrenView } from './tren.view';
import { bacaWaktu, keteranganWaktu, kueriWaktu, pitaWaktu, type Waktu } from './waktu.view';

export interface BahanHalamanTren extends Omit<BahanTren, 'kodeInstansi' | 'waktu'> {
  readonly instansi: Instansi;
  readonly survei: readonly Survei[];
  readonly cara: CaraGabung;
  readonly kueri: Readonly<Record<string, unknown>>;
  readonly sekarang: Date;
}

export const NAMA_CARA: Readonly<Record<CaraGabung, string>> = {
  'tertimbang-responden': 'tertimbang menurut responden',
  'rata-rata-sederhana': 'rata-rata sederhana',
};

const KETERANGAN_CARA: Readonly<Record<CaraGabung, string>> = {
  'tertimbang-responden': 'Tertimbang menurut responden; survei tanpa jumlah responden tidak ikut.',
  'rata-rata-sederhana': 'Rata-rata sederhana; tiap survei berbobot sama, berapa pun respondennya.',
};

export const bacaCara = (teks: string): CaraGabung => (teks === 'sederhana' ? 'rata-rata-sederhana' : 'tertimbang-responden');

interface BarisGabungan {
  readonly tahun: string;
  readonly nilai: string;
  readonly mutu: string;
  readonly dari: string;
  readonly responden: string;
  readonly catatan: string | null;
}

/** Every stream of an agency through its periods, and its periods combined into years. */
export function halamanTrenView(bahan: BahanHalamanTren): object {
  const { instansi, cara } = bahan;
  const waktu = waktuSurvei(bahan.survei, bahan.kueri);
  const alamat = jalur('instansi', instansi.kode, 'survei-tren');
  const bawa = kueriWaktu(waktu);
  const tetap = { cara: cara === 'rata-rata-sederhana' ? 'sederhana' : null };
  const deret = deretDipilih(bahan, waktu);
  return {
    kerangka: kerangka({
      judul: 'Tren survei',
      instansi,
      keterangan: keteranganWaktu(waktu),
      pita: pitaWaktu(alamat, waktu, tetap),
      remah: [{ teks: 'Tren survei' }],
      waktu: bawa,
      sekarang: bahan.sekarang,
    }),
    anak: `${teksBilangan(bahan.survei.length)} survei dalam ${teksBilangan(deret.length)} deret; hanya periode sejenis dari aliran yang sama yang disambung garis.`,
    kalimat: kalimatTren(deret),
    deret: deret.map((d, i) => ({
      ...trenView(d, `tren-${i + 1}`, { ...bahan, kodeInstansi: instansi.kode, waktu: bawa }),
      gabungan: gabungan(d, bahan),
    })),
    cara: {
      keterangan: KETERANGAN_CARA[cara],
      pilihan: (['tertimbang-responden', 'rata-rata-sederhana'] as const).map((c) => ({
        teks: NAMA_CARA[c],
        tautan: kueri(alamat, { ...bawa, cara: c === 'rata-rata-sederhana' ? 'sederhana' : null }),
        kini: c === cara,
      })),
    },
    csv: kueri(`${alamat}.csv`, { ...bawa, ...tetap }),
    perbandingan: kueri(jalur('instansi', instansi.kode, 'survei-layanan'), bawa),
  };
}

/** The years that the surveys of an agency are from. */
export function waktuSurvei(survei: readonly Survei[], kueriHttp: Readonly<Record<string, unknown>>): Waktu {
  return bacaWaktu(
    kueriHttp,
    [...new Set(survei.map((s) => s.periode.tahun))].sort((a, b) => a - b),
  );
}

/** Up to the end of the chosen quarter, or of the chosen year. */
function deretDipilih({ survei, instrumen }: BahanHalamanTren, waktu: Waktu): DeretTren[] {
  const batas = waktu.per ?? (waktu.tahunDipilih && waktu.tahun !== null ? `${waktu.tahun}-12-31` : null);
  const terlihat = survei.filter((s) => batas === null || awalPeriode(s.periode) <= batas);
  return deretTren(terlihat, instrumen).sort((a, b) => b.titik.length - a.titik.length);
}

/** The last step of the longest stream, in words. */
function kalimatTren(deret: readonly DeretTren[]): string | null {
  const titik = deret[0]?.titik.filter((t) => t.nilai) ?? [];
  const [lalu, kini] = titik.slice(-2);
  if (!kini?.nilai || !lalu?.nilai) return null;
  if (kini.instrumenBaru !== null)
    return `Instrumen berganti pada ${namaPeriode(kini.periode)}; nilainya tidak dibandingkan dengan sebelumnya.`;
  const beda = teksIndonesia(kini.nilai.sub(lalu.nilai).abs());
  const arah = kini.nilai.compare(lalu.nilai);
  const gerak = arah === 0 ? 'tetap' : `${arah > 0 ? 'naik' : 'turun'} ${beda}`;
  return `${namaPeriode(kini.periode)} ${teksIndonesia(kini.nilai)}${kini.mutu === null ? '' : ` (${kini.mutu})`}, ${gerak} dari ${namaPeriode(lalu.periode)}.`;
}

/** Null for surveys of whole years: there is nothing to combine. */
function gabungan(deret: DeretTren, { cara, instrumen }: BahanHalamanTren): readonly BarisGabungan[] | null {
  if (deret.jenis === 'tahun') return null;
  return gabungkanTahun(deret, cara, kodePeriode)
    .reverse()
    .map(({ tahun, instrumen: kode, hasil, responden }) => {
      const milik = instrumen.find((i) => i.kode === kode);
      const periodik = hasil.dihitung.length + hasil.dikecualikan.length;
      return {
        tahun: String(tahun),
        nilai: hasil.nilai ? teksIndonesia(hasil.nilai) : TIADA,
        mutu: hasil.nilai && milik ? kelasMutu(hasil.nilai, milik).mutu : TIADA,
        dari: `${hasil.dihitung.length} dari ${periodik} survei`,
        responden: responden === null ? TIADA : teksBilangan(responden),
        catatan: hasil.dikecualikan.map((d) => `${namaPeriode(periode(d.kode))}: ${d.alasan}`).join('; ') || null,
      };
    });
}

/** The same rows as the page, for its CSV. */
export function tabelTren(bahan: BahanHalamanTren): Tabel {
  const deret = deretDipilih(bahan, waktuSurvei(bahan.survei, bahan.kueri));
  const dilihat = deret.map((d): TrenView => trenView(d, 't', { ...bahan, kodeInstansi: bahan.instansi.kode, waktu: {} }));
  return {
    kepala: ['Deret', 'Periode', 'Survei', 'Nilai dan mutu', 'Asal', 'Selisih', 'Responden', 'Cakupan sampel', 'Catatan'],
    baris: [
      ...dilihat.flatMap((d) =>
        d.baris.map((b) => [d.judul, b.periode, b.kode, b.nilai, b.asal, b.selisih, b.responden, b.cakupan, b.catatan]),
      ),
      ...deret.flatMap(
        (d, i) =>
        (gabungan(d, bahan) ?? []).map((g) => [`${dilihat[i]?.judul ?? ''}, gabungan setahun`, g.tahun, null, `${g.nilai} ${g.mutu}`, NAMA_CARA[bahan.cara], null, g.responden, null, [g.dari, g.catatan].filter(Boolean).join('; ')]), // prettier-ignore
      ),
    ],
  };
}
