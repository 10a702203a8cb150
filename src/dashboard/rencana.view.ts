import { type CatatanLaporan, type JenisLaporan } from '../laporan/laporan.rules';
import { hitungRencana, instrumenSurvei, type BerkasRencana } from '../realisasi/hasil.rules';
import type { Prioritas, Rencana } from '../rtl/rtl.rules';
import { teksBilangan, teksIndonesia, rasional } from '../shared/desimal';
import { penomoran, potong } from '../shared/tampilan/penomoran';
import { jalur, kueri, teksKueri, type Kueri } from '../shared/tampilan/tautan';
import { hariIniDi, hariTerakhir, tanggalIndonesia } from '../shared/tanggal';
import { hitungSurvei } from '../survei/skor.rules';
import { hitunganView } from './hitungan.view';
import { kerangka } from './kerangka.view';
import { kolomMatriks, tahunRencana, masaLaporan } from './kolom.view';
import { kakiMatriks, kelompokMatriks, penamaUnit } from './matriks.view';
import { ubinRencana } from './rencana-ubin.view';
import { bacaSaringan, chipSaringan, saring, type Saringan } from './saringan.view';
import { BELUM_MELAPOR, tandaPelaksanaan, tandaRencana } from './tanda.view';
import { temuanView } from './temuan.view';
import { bacaWaktu, keteranganWaktu, kueriWaktu, pitaWaktu, type Waktu } from './waktu.view';

const BARIS_PER_HALAMAN = 100;

export interface BahanRencana {
  readonly berkas: Omit<BerkasRencana, 'laporan'> & { readonly laporan: readonly CatatanLaporan[] };
  readonly kueri: Readonly<Record<string, unknown>>;
  readonly sekarang: Date;
}

export const NAMA_LAPORAN: Readonly<Record<JenisLaporan, string>> = {
  'hasil-tindak-lanjut': 'Laporan Hasil Tindak Lanjut',
  'monitoring-evaluasi': 'Laporan Monitoring dan Evaluasi',
  skm: 'Laporan SKM',
  'capaian-rencana-aksi': 'Laporan Capaian Rencana Aksi',
};

/** The year of the latest report, else the first of the schedule. */
export function tahunBaku(
  { realisasi, rencana }: Pick<BahanRencana['berkas'], 'realisasi' | 'rencana'>,
  daftarTahun: readonly number[],
): number | null {
  const kegiatan = new Map(rencana.prioritas.flatMap((p) => p.kegiatan.map((k) => [k.kode, k])));
  const masa = realisasi.flatMap((r) => masaLaporan(r, kegiatan.get(r.kegiatan)) ?? []);
  const terakhir = Math.max(...masa.map((m) => m.akhir));
  return Number.isFinite(terakhir) ? Math.floor(terakhir / 12) : (daftarTahun[0] ?? null);
}

export function rencanaView(bahan: BahanRencana): object {
  const { berkas } = bahan;
  const { instansi, rencana } = berkas;
  const waktu = waktuRencana(berkas, bahan.kueri);
  const tahunSendiri = tahunRencana(rencana, berkas.realisasi);
  const tahunMatriks = [...new Set([...tahunSendiri, ...(waktu.tahun === null ? [] : [waktu.tahun])])].sort((a, b) => a - b);
  const hasil = hitungRencana(berkas, waktu.per ?? undefined);
  const alamat = jalur('instansi', instansi.kode, 'rencana', rencana.kode);
  const tetap: Kueri = { tw: waktu.tw, tahun: waktu.tw === '' && waktu.daftarTahun.length > 1 ? waktu.tahun : null };
  const kolom = waktu.tahun === null ? [] : kolomMatriks({ ...berkas, tahun: waktu.tahun, per: waktu.per });
  const saringan = bacaSaringan(bahan.kueri);
  const cocok = saring(hasil, saringan, kolom, berkas.unit);
  const potongan = potong(cocok.length, BARIS_PER_HALAMAN, teksKueri(bahan.kueri['h']));
  const namaUnit = penamaUnit(berkas.unit);
  const bahanMatriks = {
    kegiatan: cocok.slice(potongan.lewati, potongan.lewati + potongan.ambil),
    prioritas: berkas.rencana.prioritas,
    prioritasKosong: potongan.halaman === potongan.jumlahHalaman ? prioritasKosong(berkas.rencana, saringan) : [],
    kolom,
    realisasi: berkas.realisasi,
    unit: berkas.unit,
    batas: batasLapor(bahan, waktu.per),
    alamat,
    tetap,
    sebutUnsur: penyebutUnsur(berkas),
  };
  const temuan = temuanView(hasil.temuan, { instansi: instansi.kode, rencana: rencana.kode, waktu: kueriWaktu(waktu) });
  const chip = chipSaringan(hasil, saringan, tetap, alamat, namaUnit);
  return {
    kerangka: kerangka({
      judul: rencana.judul,
      instansi,
      keterangan: keteranganWaktu(waktu),
      remah: [
        ...(rencana.survei === undefined
          ? []
          : [{ teks: rencana.survei, tautan: jalur('instansi', instansi.kode, 'survei', rencana.survei) }]),
        { teks: rencana.kode },
      ],
      pita: pitaWaktu(alamat, waktu),
      waktu: kueriWaktu(waktu),
      lanskap: true,
      sekarang: bahan.sekarang,
    }),
    judul: rencana.judul,
    status: tandaRencana(rencana.status),
    anak: `${teksBilangan(hasil.kegiatan.length)} kegiatan dalam ${teksBilangan(rencana.prioritas.length)} prioritas.`,
    pdf: { a4: `${alamat}/laporan.pdf`, f4: `${alamat}/laporan.pdf?kertas=f4` },
    hitungan: hitunganView(hasil.realisasi, alamat, tetap, teksKueri(bahan.kueri['hh'])),
    ubin: ubinRencana(hasil, berkas, alamat, tetap),
    matriks: {
      ada: rencana.prioritas.length > 0,
      bulan: kolom.length > 4,
      sempit: kolom.length > 8,
      kolom: kolom.map(({ judul, anak, lengkap, kini }) => ({ judul, anak, lengkap, kini })),
      tahun:
        tahunMatriks.length > 1
          ? tahunMatriks.map((t) => ({
              teks: String(t),
              tautan: kueri(alamat, { tahun: t }, 'matriks'),
              kini: t === waktu.tahun,
            }))
          : null,
      judul: waktu.tahun === null ? 'Kegiatan' : `Matriks ${waktu.tahun}`,
      rentang: kolom.length + 1,
      kelompok: kelompokMatriks(bahanMatriks),
      kaki: saringan.status === '' && chip.aktif.length === 0 ? kakiMatriks({ kolom, alamat, tetap }) : [],
      chip: chip.status,
      aktif: chip.aktif,
      penomoran: penomoran(potongan, 'kegiatan', alamat, { ...tetap, ...saringan }, 'matriks'),
      tanpaSaringan: kueri(alamat, tetap, 'matriks'),
      legenda: [...(['sudah', 'sebagian', 'belum', 'tidak_dapat'] as const).map(tandaPelaksanaan), BELUM_MELAPOR],
      catatan:
        kolom.length === 0
          ? 'Rencana ini tidak memuat jadwal, dan laporannya tidak menyebut periode; tabel menunjukkan keadaan terakhir tiap kegiatan.'
          : tahunSendiri.length > 0 && waktu.tahun !== null && !tahunSendiri.includes(waktu.tahun)
            ? `Rencana ini tidak menjadwalkan apa pun pada ${waktu.tahun}; jadwal dan laporannya pada ${sebutTahun(tahunSendiri)}.`
            : null,
    },
    temuan,
    laporan: berkas.laporan.map((l) => ({
      nama: NAMA_LAPORAN[l.jenis],
      tanggal: `${l.tempat}, ${tanggalIndonesia(l.tanggal)}`,
      penandatangan: `${l.penandatangan.nama}, ${l.penandatangan.jabatan}`,
      tertulis: l.persenTertulis === undefined ? null : `tertulis ${teksIndonesia(rasional(l.persenTertulis))}%`,
      tautan: kueri(`${alamat}/laporan.pdf`, { jenis: l.jenis }),
    })),
  };
}

/** The time of a plan's pages: every year of the agency may be chosen, so that the choice holds on all of them; its own is the usual one. */
export function waktuRencana(berkas: BahanRencana['berkas'], kueriHttp: Readonly<Record<string, unknown>>): Waktu {
  const rencana = [berkas, ...berkas.rencanaLain];
  const tahun = rencana.flatMap((b) => tahunRencana(b.rencana, b.realisasi));
  const semua = [...new Set([...tahun, ...berkas.survei.map((s) => s.periode.tahun)])].sort((a, b) => a - b);
  return bacaWaktu(kueriHttp, semua, tahunBaku(berkas, tahunRencana(berkas.rencana, berkas.realisasi)) ?? semua.at(-1) ?? null);
}

function sebutTahun(tahun: readonly number[]): string {
  const [awal, akhir] = [tahun[0], tahun.at(-1)];
  return awal === akhir ? String(awal) : `${awal}–${akhir}`;
}

/** Up to which day reports were due: the chosen quarter's end, the date of the latest report, or today. */
function batasLapor({ berkas, sekarang }: BahanRencana, per: string | null): string {
  const laporan = berkas.laporan.map((l) => hariTerakhir(l.tanggal)).sort().at(-1); // prettier-ignore
  return per ?? laporan ?? hariIniDi(berkas.instansi.zonaWaktu, sekarang);
}

/** Priorities that nobody has planned for: part of the whole list and of their own, and of no other selection. */
function prioritasKosong(rencana: Rencana, saringan: Saringan): Prioritas[] {
  const lain = Object.entries(saringan).some(([bagian, nilai]) => bagian !== 'prioritas' && nilai !== '');
  if (lain) return [];
  return rencana.prioritas.filter((p) => p.kegiatan.length === 0 && ['', String(p.no)].includes(saringan.prioritas));
}

/** `U9 87,75`: the value that made it a priority; the code alone where the survey has no values. */
function penyebutUnsur(berkas: BahanRencana['berkas']): (kode: string) => string {
  const survei = berkas.survei.find((s) => s.kode === berkas.rencana.survei);
  const unsur = survei ? hitungSurvei(survei, instrumenSurvei(berkas, survei)).unsur : [];
  const menurutKode = new Map(unsur.map((u) => [u.unsur, u.nilai]));
  return (kode) => {
    const nilai = menurutKode.get(kode);
    return nilai ? `${kode} ${teksIndonesia(nilai)}` : kode;
  };
}
