import { namaPeriode } from '../shared/periode';
import { tanggalIndonesia } from '../shared/tanggal';
import { teksIndonesia } from '../shared/desimal';
import { satuBaris } from './teks.rules';
import type { Bahan } from './bahan.model';
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
import { dasarSurvei, type DasarSurvei } from './dasar-survei.model';
import { kesimpulan, type Kesimpulan } from './kesimpulan.model';
import { gambarPeringkat, tabelProfil, type GambarPeringkat, type TabelProfil } from './grafik-survei.model';
import { bagianPerubahan, type BagianPerubahan } from './perubahan.model';
import { tabelRealisasi, type TabelRealisasi } from './realisasi.model';
import { catatanRencana, tabelRencana, type TabelRencana } from './rencana.model';
import {
  indeksSurvei,
  tabelNilaiSurvei,
  tabelRingkasan,
  type TabelNilaiSurvei,
  type TabelRingkasan,
} from './ringkasan-survei.model';
import { kalimatSebaran, uraianPrioritas } from './uraian-prioritas.model';

/** Laporan Hasil Tindak Lanjut SKM (DOMAIN section 8, document 1). */
export interface HasilTindakLanjut extends Kerangka {
  readonly isi: readonly Entri[];
  readonly daftarTabel: readonly Judul[];
  readonly daftarGambar: readonly Judul[];
  readonly instansi: string;
  readonly dasar: DasarSurvei;
  readonly bab1: Judul;
  readonly latar: Judul;
  readonly bab2: Judul;
  readonly survei: {
    readonly periode: string;
    /** what Tabel 1 shows, before it, and what follows from it, after it */
    readonly sebaran: string;
    readonly ringkasan: TabelRingkasan | null;
    /** the unsur in a chart, on request */
    readonly peringkat: GambarPeringkat | null;
    /** who answered, on request */
    readonly profil: TabelProfil | null;
    readonly nilai: TabelNilaiSurvei | null;
    /** the only figure that is known, in a sentence */
    readonly kalimat: string | null;
  } | null;
  readonly uraian: string;
  /** null when the plan has no priority */
  readonly rencana: TabelRencana | null;
  readonly catatanRencana: TabelRencana['catatan'];
  readonly perubahan: BagianPerubahan | null;
  readonly bab3: Judul;
  /** null when the plan has no kegiatan */
  readonly realisasi: TabelRealisasi | null;
  readonly perTanggal: string;
  readonly bab4: Judul;
  readonly kesimpulan: Kesimpulan;
  readonly ttd: TandaTangan;
}

export function hasilTindakLanjut(bahan: Bahan): HasilTindakLanjut {
  const nomor = new Penomoran();
  const periode = periodeSampul(bahan.periode);
  const bab1 = nomor.bab('Pendahuluan');
  const latar = nomor.subbab('latar-belakang', null, 'Latar Belakang');
  const bab2 = nomor.bab('Deskripsi Rencana Tindak Lanjut');
  const survei = bagianSurvei(bahan, nomor);
  const berprioritas = bahan.berkas.rencana.prioritas.length > 0;
  const rencana = berprioritas ? tabelRencana(bahan, nomor.tabel('Rencana Tindak Lanjut Pelaksanaan SKM')) : null;
  const perubahan = bagianPerubahan(bahan, nomor, { id: 'perubahan', ke: null });
  const bab3 = nomor.bab('Realisasi Rencana Tindak Lanjut');
  const berkegiatan = bahan.hasil.kegiatan.length > 0;
  const realisasi = berkegiatan ? tabelRealisasi(bahan, nomor.tabel('Realisasi Rencana Tindak Lanjut')) : null;
  const bab4 = nomor.bab('Kesimpulan');
  const tabelLebar = realisasi && `${realisasi.judul.nomor ?? ''}. ${realisasi.judul.judul}`;
  return {
    ...kerangka(bahan, {
      judul: ['Laporan Hasil Tindak Lanjut Pelaksanaan', 'Survei Kepuasan Masyarakat'],
      judulPendek: 'Laporan Hasil Tindak Lanjut SKM',
      judulTabel: rencana?.lanskap ? null : tabelLebar,
      periode,
    }),
    isi: nomor.isi,
    daftarTabel: nomor.daftarTabel,
    daftarGambar: nomor.daftarGambar,
    instansi: satuBaris(bahan.berkas.instansi.nama),
    dasar: dasarSurvei(bahan.surveiUtama ? [bahan.surveiUtama] : bahan.survei),
    bab1,
    latar,
    bab2,
    survei,
    uraian: uraianRencana(bahan, rencana?.judul.nomor ?? null),
    rencana,
    perubahan,
    catatanRencana: rencana ? [] : catatanRencana(bahan),
    bab3,
    realisasi,
    perTanggal: tanggalIndonesia(bahan.tanggal),
    bab4,
    kesimpulan: kesimpulan(bahan, nomor, realisasi?.judul.nomor ?? null),
    ttd: tandaTangan(bahan),
  };
}

function bagianSurvei(bahan: Bahan, nomor: Penomoran): HasilTindakLanjut['survei'] {
  const { surveiUtama, survei, jumlahPrioritas } = bahan;
  if (surveiUtama) {
    const periode = namaPeriode(surveiUtama.survei.periode);
    const kosong = {
      periode,
      sebaran: kalimatSebaran(surveiUtama),
      ringkasan: null,
      peringkat: null,
      profil: null,
      nilai: null,
      kalimat: null,
    };
    if (surveiUtama.hasil.unsur.length === 0) return { ...kosong, kalimat: kalimatTerbit(surveiUtama) };
    const judul = nomor.tabel(`Ringkasan Hasil SKM ${periodeSampul(surveiUtama.survei.periode) ?? ''}`.trim());
    return {
      ...kosong,
      ringkasan: tabelRingkasan(surveiUtama, judul, jumlahPrioritas, bahan.berkas.instansi.pengaturan?.skalaGanda),
      peringkat: bahan.grafik === true ? gambarPeringkat(bahan, surveiUtama, nomor) : null,
      profil: bahan.grafik === true ? tabelProfil(bahan, nomor) : null,
    };
  }
  if (survei.length === 0) return null;
  const periode = bahan.periode ? namaPeriode(bahan.periode) : `${survei.length} kali survei`;
  return {
    periode,
    sebaran: 'adalah sebagai berikut:',
    ringkasan: null,
    peringkat: null,
    profil: null,
    nilai: tabelNilaiSurvei(survei, nomor.tabel('Nilai Survei Kepuasan Masyarakat')),
    kalimat: null,
  };
}

/** What joins the survey to the plan. */
function uraianRencana(bahan: Bahan, tabel: string | null): string {
  const { surveiUtama, survei, berkas } = bahan;
  if (surveiUtama && surveiUtama.hasil.unsur.length > 0) return uraianPrioritas(bahan, surveiUtama, tabel);
  if (tabel === null) return 'Rencana tindak lanjut ini belum memuat prioritas.';
  if (surveiUtama) return `Berdasarkan hasil survei tersebut disusun rencana tindak lanjut sebagaimana ${tabel}.`;
  if (survei.length > 0)
    return `Berdasarkan hasil survei serta saran dan masukan responden, disusun rencana tindak lanjut sebagaimana ${tabel}.`;
  const beralasan = berkas.rencana.prioritas.some((p) => p.alasan !== undefined);
  return `Kerangka rencana tindak lanjut${beralasan ? ' beserta dasar prioritasnya' : ''} dapat terlihat pada ${tabel}.`;
}

function kalimatTerbit(s: Parameters<typeof indeksSurvei>[0]): string {
  const { nilai, mutu } = indeksSurvei(s);
  if (!nilai) return mutu ? `Mutu pelayanan yang diterbitkan ${mutu}.` : 'Nilai survei belum diterbitkan.';
  return `Indeks Kepuasan Masyarakat yang diterbitkan ${teksIndonesia(nilai)}${mutu ? ` dengan mutu pelayanan ${mutu}` : ''}.`;
}
