import { unsurTerendah } from '../prioritas/terendah.rules';
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
import { kesimpulan, type Kesimpulan } from './kesimpulan.model';
import { tabelRealisasi, type TabelRealisasi } from './realisasi.model';
import { tabelRencana, type TabelRencana } from './rencana.model';
import {
  indeksSurvei,
  tabelNilaiSurvei,
  tabelRingkasan,
  type TabelNilaiSurvei,
  type TabelRingkasan,
} from './ringkasan-survei.model';
import { terbilang } from './tulisan.rules';

/** Laporan Hasil Tindak Lanjut SKM (DOMAIN section 8, document 1). */
export interface HasilTindakLanjut extends Kerangka {
  readonly isi: readonly Entri[];
  readonly daftarTabel: readonly Judul[];
  readonly daftarGambar: readonly Judul[];
  readonly instansi: string;
  readonly peraturan: string;
  readonly bab1: Judul;
  readonly latar: Judul;
  readonly bab2: Judul;
  readonly survei: {
    readonly periode: string;
    readonly ringkasan: TabelRingkasan | null;
    readonly nilai: TabelNilaiSurvei | null;
    /** the only figure that is known, in a sentence */
    readonly kalimat: string | null;
  } | null;
  readonly jumlahPrioritas: string;
  /** how many priorities go beyond the lowest unsur */
  readonly adaTambahan: boolean;
  readonly rencana: TabelRencana;
  readonly bab3: Judul;
  readonly realisasi: TabelRealisasi;
  readonly perTanggal: string;
  readonly bab4: Judul;
  readonly kesimpulan: Kesimpulan;
  readonly ttd: TandaTangan;
}

const PERATURAN_BAKU =
  'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik';

/** The regulation that the surveys of this report were held under. */
export function peraturanSurvei(bahan: Bahan): string {
  return (bahan.surveiUtama ?? bahan.survei[0])?.instrumen.peraturan ?? PERATURAN_BAKU;
}

export function hasilTindakLanjut(bahan: Bahan): HasilTindakLanjut {
  const nomor = new Penomoran();
  const periode = periodeSampul(bahan.periode);
  const bab1 = nomor.bab('Pendahuluan');
  const latar = nomor.subbab('latar-belakang', null, 'Latar Belakang');
  const bab2 = nomor.bab('Deskripsi Rencana Tindak Lanjut');
  const survei = bagianSurvei(bahan, nomor);
  const rencana = tabelRencana(bahan, nomor.tabel('Rencana Tindak Lanjut Pelaksanaan SKM'));
  const bab3 = nomor.bab('Realisasi Rencana Tindak Lanjut');
  const realisasi = tabelRealisasi(bahan, nomor.tabel('Realisasi Rencana Tindak Lanjut'));
  const bab4 = nomor.bab('Kesimpulan');
  const tabelLebar = `${realisasi.judul.nomor ?? ''}. ${realisasi.judul.judul}`;
  return {
    ...kerangka(bahan, {
      judul: ['Laporan Hasil Tindak Lanjut Pelaksanaan', 'Survei Kepuasan Masyarakat'],
      judulPendek: 'Laporan Hasil Tindak Lanjut SKM',
      judulTabel: rencana.lanskap ? null : tabelLebar,
      periode,
    }),
    isi: nomor.isi,
    daftarTabel: nomor.daftarTabel,
    daftarGambar: nomor.daftarGambar,
    instansi: satuBaris(bahan.berkas.instansi.nama),
    peraturan: peraturanSurvei(bahan),
    bab1,
    latar,
    bab2,
    survei,
    jumlahPrioritas: terbilang(bahan.jumlahPrioritas),
    adaTambahan: prioritasTambahan(bahan) > 0,
    rencana,
    bab3,
    realisasi,
    perTanggal: tanggalIndonesia(bahan.tanggal),
    bab4,
    kesimpulan: kesimpulan(bahan, nomor, realisasi.judul.nomor),
    ttd: tandaTangan(bahan),
  };
}

function bagianSurvei(bahan: Bahan, nomor: Penomoran): HasilTindakLanjut['survei'] {
  const { surveiUtama, survei, jumlahPrioritas } = bahan;
  if (surveiUtama) {
    const periode = namaPeriode(surveiUtama.survei.periode);
    const kosong = { periode, ringkasan: null, nilai: null, kalimat: null };
    if (surveiUtama.hasil.unsur.length === 0) return { ...kosong, kalimat: kalimatTerbit(surveiUtama) };
    const judul = nomor.tabel(`Ringkasan Hasil SKM ${periodeSampul(surveiUtama.survei.periode) ?? ''}`.trim());
    return {
      ...kosong,
      ringkasan: tabelRingkasan(surveiUtama, judul, jumlahPrioritas, bahan.berkas.instansi.pengaturan?.skalaGanda),
    };
  }
  if (survei.length === 0) return null;
  const periode = bahan.periode ? namaPeriode(bahan.periode) : `${survei.length} kali survei`;
  return {
    periode,
    ringkasan: null,
    nilai: tabelNilaiSurvei(survei, nomor.tabel('Nilai Survei Kepuasan Masyarakat')),
    kalimat: null,
  };
}

function kalimatTerbit(s: Parameters<typeof indeksSurvei>[0]): string {
  const { nilai, mutu } = indeksSurvei(s);
  if (!nilai) return mutu ? `Mutu pelayanan yang diterbitkan ${mutu}.` : 'Nilai survei belum diterbitkan.';
  return `Indeks Kepuasan Masyarakat yang diterbitkan ${teksIndonesia(nilai)}${mutu ? ` dengan mutu pelayanan ${mutu}` : ''}.`;
}

function prioritasTambahan({ surveiUtama, jumlahPrioritas, berkas }: Bahan): number {
  if (!surveiUtama) return 0;
  const terendah = unsurTerendah(surveiUtama.hasil.unsur, jumlahPrioritas).flat();
  return berkas.rencana.prioritas.filter((p) => !p.unsur.some((u) => terendah.includes(u))).length;
}
