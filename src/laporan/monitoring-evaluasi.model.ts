import { indeksAkhir, indeksAwal, namaPeriode, PANJANG, type Periode } from '../shared/periode';
import { NAMA_BULAN, tanggalIndonesia } from '../shared/tanggal';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { dasarSurvei, type DasarSurvei } from './dasar-survei.model';
import { surveiPeriode, type Bahan, type SurveiDihitung } from './bahan.model';
import {
  kerangka,
  Penomoran,
  periodeSampul,
  tandaTangan,
  type Entri,
  type Judul,
  type Kerangka,
  type TandaTangan,
} from './dokumen.model';
import { grafikNilai, type GrafikNilai } from './grafik-nilai';
import { rentangBulan } from './jadwal.model';
import { catatanHitung, persenCetak, tabelHitung, type Persen, type TabelHitung } from './kesimpulan.model';
import { tabelMatriks, type TabelMatriks } from './matriks.model';
import { bagianPerubahan, type BagianPerubahan } from './perubahan.model';
import { indeksSurvei, tabelNilaiSurvei, type TabelNilaiSurvei } from './ringkasan-survei.model';
import { bacaTerbuka, jumlahTerbuka } from './terbuka.model';
import { kalimat, satuBaris, type Potongan } from './teks.rules';

/** Laporan Tindak Lanjut with the Laporan Monitoring, Evaluasi, dan Tindak Lanjut Rencana Aksi as its annex (document 2). */
export interface MonitoringEvaluasi extends Kerangka {
  readonly isi: readonly Entri[];
  readonly daftarTabel: readonly Judul[];
  readonly daftarGambar: readonly Judul[];
  readonly instansi: string;
  readonly dasar: DasarSurvei;
  readonly bab1: Judul;
  readonly sub1: { readonly latar: Judul; readonly dasar: Judul; readonly tujuan: Judul; readonly manfaat: Judul };
  readonly bab2: Judul;
  readonly sub2: { readonly pelaksanaan: Judul; readonly hasil: Judul; readonly tindakLanjut: Judul };
  readonly masa: string | null;
  /** how often results are reported: "tiap bulan"; null when surveys differ or there is one */
  readonly irama: string | null;
  readonly responden: string | null;
  readonly nilai: TabelNilaiSurvei | null;
  readonly gambar: { readonly judul: Judul; readonly bagan: GrafikNilai; readonly uraian: string } | null;
  readonly rencana: readonly Potongan[];
  readonly persen: Persen;
  readonly hitung: TabelHitung | null;
  readonly perubahan: BagianPerubahan | null;
  readonly catatanHitung: readonly string[];
  /** what is open, in counts; null when nothing is */
  readonly belum: string | null;
  readonly tambahan: readonly (readonly Potongan[])[];
  readonly bab3: Judul;
  /** what the results have in common, for the closing chapter */
  readonly mutu: { readonly kalimat: string; readonly baik: boolean } | null;
  readonly lampiran: Judul;
  /** null when the plan has no kegiatan */
  readonly matriks: TabelMatriks | null;
  readonly perTanggal: string;
  readonly ttd: TandaTangan;
}

export function monitoringEvaluasi(bahan: Bahan): MonitoringEvaluasi {
  const nomor = new Penomoran();
  const survei = surveiPeriode(bahan);
  const periode = periodeSampul(bahan.periode);
  const bab1 = nomor.bab('Pendahuluan');
  const sub1 = {
    latar: nomor.subbab('bab-1-a', 'A.', 'Latar Belakang'),
    dasar: nomor.subbab('bab-1-b', 'B.', 'Dasar Hukum'),
    tujuan: nomor.subbab('bab-1-c', 'C.', 'Tujuan'),
    manfaat: nomor.subbab('bab-1-d', 'D.', 'Manfaat'),
  };
  const bab2 = nomor.bab('Pelaksanaan dan Hasil Survei');
  const sub2 = {
    pelaksanaan: nomor.subbab('bab-2-a', 'A.', 'Pelaksanaan Survei'),
    hasil: nomor.subbab('bab-2-b', 'B.', 'Hasil Survei'),
    tindakLanjut: nomor.subbab('bab-2-c', 'C.', 'Rencana Tindak Lanjut Hasil Survei'),
  };
  const nilai = survei.length > 0 ? tabelNilaiSurvei(survei, nomor.tabel(judulNilai(survei))) : null;
  const gambar = bahan.grafik === false ? null : bagianGambar(survei, nomor);
  const hitung = tabelHitung(bahan, nomor);
  const perubahan = bagianPerubahan(bahan, nomor, { id: 'bab-2-d', ke: 'D.' });
  const bab3 = nomor.bab('Penutup');
  const judulLampiran = ['Laporan Monitoring, Evaluasi, dan Tindak Lanjut Rencana Aksi', periode ?? ''].filter(Boolean).join(' ');
  const lampiran = nomor.bagian('lampiran', 'Lampiran', judulLampiran);
  const berkegiatan = bahan.hasil.kegiatan.length > 0;
  const matriks = berkegiatan ? tabelMatriks(bahan, nomor.tabel('Monitoring, Evaluasi, dan Tindak Lanjut Rencana Aksi')) : null;
  return {
    ...kerangka(bahan, {
      judul: ['Laporan Tindak Lanjut', 'Survei Kepuasan Masyarakat'],
      judulPendek: 'Laporan Tindak Lanjut SKM',
      judulTabel: 'Matriks rencana aksi',
      periode,
    }),
    isi: nomor.isi,
    daftarTabel: nomor.daftarTabel,
    daftarGambar: nomor.daftarGambar,
    instansi: satuBaris(bahan.berkas.instansi.nama),
    dasar: dasarSurvei(survei),
    bab1,
    sub1,
    bab2,
    sub2,
    masa: masaSurvei(survei.map((s) => s.survei.periode)),
    irama: iramaSurvei(survei),
    responden: jumlahResponden(survei),
    nilai,
    gambar,
    rencana: kalimat(bahan.berkas.rencana.judul),
    persen: persenCetak(bahan.hasil.realisasi),
    hitung,
    perubahan,
    catatanHitung: hitung || !berkegiatan ? [] : catatanHitung(bahan),
    belum: jumlahTerbuka(bahan, bacaTerbuka(bahan)),
    tambahan: (bahan.catatan?.kesimpulanTambahan ?? []).map(kalimat),
    bab3,
    mutu: kalimatMutu(survei),
    lampiran,
    matriks,
    perTanggal: tanggalIndonesia(bahan.tanggal),
    ttd: tandaTangan(bahan),
  };
}

const semuaJenis = (survei: readonly SurveiDihitung[], jenis: Periode['jenis']) =>
  survei.every((s) => s.survei.periode.jenis === jenis);

function judulNilai(survei: readonly SurveiDihitung[]): string {
  const kata = { bulan: ' per Bulan', triwulan: ' per Triwulan', semester: ' per Semester', tahun: ' per Tahun' } as const;
  const jenis = survei[0]?.survei.periode.jenis;
  return `Nilai Survei${jenis && semuaJenis(survei, jenis) ? kata[jenis] : ''}`;
}

function iramaSurvei(survei: readonly SurveiDihitung[]): string | null {
  const jenis = survei[0]?.survei.periode.jenis;
  return jenis && survei.length > 1 && semuaJenis(survei, jenis) ? `tiap ${jenis}` : null;
}

/** From the first month that was surveyed to the last: `Januari–Juni 2023`. */
function masaSurvei(periode: readonly Periode[]): string | null {
  if (periode.length === 0) return null;
  const awal = periode.reduce((a, p) => Math.min(a, indeksAwal(p)), Infinity);
  const akhir = periode.reduce((a, p) => Math.max(a, indeksAkhir(p)), 0);
  return rentangBulan(awal, akhir);
}

function jumlahResponden(survei: readonly SurveiDihitung[]): string | null {
  if (survei.length === 0 || survei.some((s) => s.survei.jumlahResponden === undefined)) return null;
  return teksBilangan(survei.reduce((n, s) => n + (s.survei.jumlahResponden ?? 0), 0));
}

function bagianGambar(survei: readonly SurveiDihitung[], nomor: Penomoran): MonitoringEvaluasi['gambar'] {
  const instrumen = survei[0]?.instrumen;
  const ada = survei.filter((s) => indeksSurvei(s).nilai);
  if (!instrumen || ada.length < 2 || survei.length > 24) return null;
  const bulanan = survei.every((s) => PANJANG[s.survei.periode.jenis] === 1);
  const titik = survei.map((s) => {
    const { nilai } = indeksSurvei(s);
    const p = s.survei.periode;
    const label = bulanan
      ? (NAMA_BULAN[(p.ke ?? 1) - 1] ?? '').slice(0, 3)
      : namaPeriode(p)
          .replace(/Semester|Tahun/g, '')
          .trim();
    return { label, nilai: nilai ? nilai.valueOf() : null, teks: nilai ? teksIndonesia(nilai) : '' };
  });
  const ambang = instrumen.mutu.map((k) => k.min);
  const bagan = grafikNilai(titik, ambang);
  if (!bagan) return null;
  const masa = masaSurvei(survei.map((s) => s.survei.periode)) ?? '';
  const uraian = `Grafik garis nilai survei ${masa}: ${titik.map((t) => `${t.label} ${t.teks || 'tanpa nilai'}`).join('; ')}.`;

  return { judul: nomor.gambar(`Nilai Survei ${masa}`), bagan, uraian };
}

function kalimatMutu(survei: readonly SurveiDihitung[]): MonitoringEvaluasi['mutu'] {
  const mutu = survei.map((s) => {
    const kode = indeksSurvei(s).mutu;
    const urutan = s.instrumen.mutu.findIndex((k) => k.mutu === kode);
    return { kode, urutan, kelas: s.instrumen.mutu[urutan], jumlah: s.instrumen.mutu.length };
  });
  if (mutu.length === 0 || mutu.some((m) => m.kode === null)) return null;
  const urut = [...new Map(mutu.map((m) => [m.kode, m])).values()].sort((a, b) => a.urutan - b.urutan);
  const sebutan = urut.map(({ kode, kelas }) => (kelas && kelas.kinerja !== kode ? `${kelas.kinerja} (${kode})` : String(kode)));
  const baik = mutu.every((m) => m.kelas !== undefined && m.urutan < 2 && m.urutan < m.jumlah - 1);
  return { kalimat: `${survei.length > 1 ? 'selalu ' : ''}memperoleh mutu ${sebutan.join(' atau ')}`, baik };
}
