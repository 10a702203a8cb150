import type { Instrumen } from '../instrumen/instrumen.rules';
import type { Instansi, Unit } from '../organisasi/organisasi.rules';
import { teksBilangan } from '../shared/desimal';
import { akhirPeriode, awalPeriode, bacaPeriode, namaPeriode, namaPeriodeLengkap } from '../shared/periode';
import { jalur, kueri } from '../shared/tampilan/tautan';
import { hitungLayanan, ukuranLayanan, type HasilLayanan, type HitunganLayanan } from '../survei/layanan.rules';
import { hitungSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import type { LayananSurvei } from '../survei/uraian.query';
import { kerangka } from './kerangka.view';
import { layananView } from './survei-layanan.view';
import { sebutAliran } from './tren.view';
import { waktuSurvei } from './tren-halaman.view';
import { kueriWaktu, pitaWaktu, type Waktu } from './waktu.view';

export interface BahanPerbandingan {
  readonly instansi: Instansi;
  readonly unit: readonly Unit[];
  readonly instrumen: readonly Instrumen[];
  /** all confirmed surveys of the agency */
  readonly survei: readonly Survei[];
  /** counts per service of those surveys */
  readonly layanan: readonly LayananSurvei[];
  readonly kodeInstrumen: string;
  readonly kueri: Readonly<Record<string, unknown>>;
  readonly sekarang: Date;
}

interface Pilihan {
  readonly waktu: Waktu;
  readonly instrumen: Instrumen | null;
  readonly daftarInstrumen: readonly Instrumen[];
  readonly survei: readonly Survei[];
  readonly hasil: readonly HasilLayanan[];
}

/** The services of an agency beside each other, over a year or one quarter of it, under one instrument. */
export function perbandinganView(bahan: BahanPerbandingan): object {
  const { instansi } = bahan;
  const pilihan = pilihPerbandingan(bahan);
  const { waktu, instrumen } = pilihan;
  const alamat = jalur('instansi', instansi.kode, 'survei-layanan');
  const bawa = kueriWaktu(waktu);
  const tetap = { instrumen: pilihan.daftarInstrumen.length > 1 ? instrumen?.kode : null };
  const tabel = instrumen ? layananView(pilihan.hasil, instrumen) : null;
  return {
    kerangka: kerangka({
      judul: 'Perbandingan layanan',
      instansi,
      keterangan: sebutMasa(waktu),
      pita: pitaWaktu(alamat, waktu, tetap),
      remah: [{ teks: 'Perbandingan layanan' }],
      waktu: bawa,
      sekarang: bahan.sekarang,
    }),
    anak: `${sebutMasa(waktu)}${instrumen ? `; ${instrumen.nama}` : ''}.`,
    kalimat: kalimat(pilihan.hasil),
    tabel,
    instrumen:
      pilihan.daftarInstrumen.length > 1
        ? pilihan.daftarInstrumen.map((i) => ({
            teks: i.nama,
            tautan: kueri(alamat, { ...bawa, instrumen: i.kode }),
            kini: i === instrumen,
          }))
        : null,
    survei: pilihan.survei.map((s) => ({
      kode: s.kode,
      periode: namaPeriode(s.periode),
      tautan: kueri(jalur('instansi', instansi.kode, 'survei', s.kode), bawa),
    })),
    csv: kueri(`${alamat}.csv`, { ...bawa, ...tetap }),
    kosong: kosong(bahan, waktu, alamat),
    tren: kueri(jalur('instansi', instansi.kode, 'survei-tren'), bawa),
  };
}

const sebutMasa = ({ tw, tahun }: Waktu): string => {
  const p = bacaPeriode(tw);
  return p ? namaPeriodeLengkap(p) : tahun === null ? 'Belum ada survei' : `Tahun ${tahun}`;
};

/** What the address chooses: time, then an instrument among those that the services were asked with. */
export function pilihPerbandingan(bahan: BahanPerbandingan): Pilihan {
  const waktu = waktuSurvei(bahan.survei, bahan.kueri);
  const tw = bacaPeriode(waktu.tw);
  const semasa = bahan.survei.filter((s) =>
    tw
      ? awalPeriode(s.periode) >= awalPeriode(tw) && akhirPeriode(s.periode) <= akhirPeriode(tw)
      : s.periode.tahun === waktu.tahun,
  );
  const berlayanan = new Set(bahan.layanan.map((l) => l.survei));
  const dibanding = semasa.filter((s) => berlayanan.has(s.kode) || sebutAliran(s, bahan.unit) !== null);
  const kode = [...new Set(dibanding.map((s) => s.instrumen))];
  const daftarInstrumen = bahan.instrumen.filter((i) => kode.includes(i.kode));
  const instrumen =
    daftarInstrumen.find((i) => i.kode === bahan.kodeInstrumen) ?? daftarInstrumen.find((i) => i.kode === kode.at(-1)) ?? null;
  const survei = dibanding.filter((s) => s.instrumen === instrumen?.kode);
  return { waktu, instrumen, daftarInstrumen, survei, hasil: instrumen ? hasilPerbandingan(survei, instrumen, bahan) : [] };
}

/**
 * Services by what respondents named, else by the stream of the survey. Counts of one name add up; a stream of which only averages were
 * stated cannot be added to another, and stands under its own period.
 */
function hasilPerbandingan(
  survei: readonly Survei[],
  instrumen: Instrumen,
  { layanan, unit }: BahanPerbandingan,
): HasilLayanan[] {
  const kode = new Set(survei.map((s) => s.kode));
  const dijawab = layanan.filter((l) => kode.has(l.survei));
  const berlayanan = new Set(dijawab.map((l) => l.survei));
  const aliran = survei.filter((s) => !berlayanan.has(s.kode));
  const terhitung = aliran.filter((s) => s.tingkat === 'respons' || s.tingkat === 'jumlah');
  const tercetak = aliran.filter((s) => !terhitung.includes(s));
  const hitungan = terhitung.flatMap((s) =>
    s.unsur.map((u): HitunganLayanan => ({
      layanan: sebutAliran(s, unit) ?? s.kode,
      unsur: u.unsur,
      responden: s.jumlahResponden ?? Math.max(...s.unsur.map((x) => x.n ?? 0)),
      n: u.n ?? 0,
      jumlah: u.jumlah ?? 0,
      ...(u.penyebut === undefined ? {} : { penyebut: u.penyebut }),
    })),
  );
  const cetak = tercetak.map((s) => hasilTercetak(s, `${sebutAliran(s, unit) ?? s.kode}, ${namaPeriode(s.periode)}`, instrumen));
  return [...hitungLayanan([...dijawab, ...hitungan], instrumen), ...cetak];
}

function hasilTercetak(survei: Survei, layanan: string, instrumen: Instrumen): HasilLayanan {
  const hasil = hitungSurvei(survei, instrumen);
  const bawah = Math.max(0, ...hasil.unsur.map((u) => u.peringkat));
  const ukuran = survei.jumlahResponden === undefined ? 'cukup' : ukuranLayanan(survei.jumlahResponden);
  const terlihat = ukuran !== 'disembunyikan';
  return {
    layanan,
    responden: survei.jumlahResponden ?? 0,
    ukuran,
    hasil: terlihat ? (hasil.nilai ? hasil : { ...hasil, nilai: hasil.terbit?.nilai ?? null }) : null,
    terendah: terlihat && bawah > 1 ? hasil.unsur.filter((u) => u.peringkat === bawah).map((u) => u.unsur) : [],
  };
}

function kalimat(hasil: readonly HasilLayanan[]): string | null {
  const bernilai = hasil.flatMap((h) =>
    h.hasil?.nilai ? [{ nama: h.layanan, nilai: h.hasil.nilai, mutu: h.hasil.mutu?.mutu ?? null }] : [],
  );
  if (bernilai.length < 2) return null;
  const urut = [...bernilai].sort((a, b) => a.nilai.compare(b.nilai));
  const [rendah, tinggi] = [urut[0], urut.at(-1)];
  if (!rendah || !tinggi) return null;
  if (rendah.nilai.equals(tinggi.nilai)) return `${teksBilangan(bernilai.length)} layanan bernilai sama.`;
  return `${tinggi.nama} paling tinggi, ${rendah.nama} paling rendah di antara ${teksBilangan(bernilai.length)} layanan.`;
}

function kosong({ survei, layanan }: BahanPerbandingan, waktu: Waktu, alamat: string): object {
  if (waktu.tw !== '' && layanan.length > 0)
    return {
      judul: 'Tidak ada layanan yang disurvei pada triwulan ini',
      teks: 'Survei semesteran dan tahunan hanya terbaca pada pilihan setahun.',
      tautan: kueri(alamat, { tahun: waktu.tahun }),
      ajakan: `Lihat tahun ${waktu.tahun ?? ''}`,
    };
  return {
    judul: survei.length === 0 ? 'Belum ada survei' : 'Belum ada nilai per layanan pada masa ini',
    teks: 'Nilai per layanan muncul bila jawaban diimpor beserta kolom layanannya, atau bila survei dibuat per layanan. Koordinator SKM yang mengimpornya.',
    tautan: null,
    ajakan: null,
  };
}
