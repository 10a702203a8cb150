import { instrumenSurvei } from '../../realisasi/hasil.rules';
import type { PenanggungJawab, Prioritas } from '../../rtl/rtl.rules';
import { teksIndonesia } from '../../shared/desimal';
import { penomoran, potong } from '../../shared/tampilan/penomoran';
import { kueri, teksKueri, type Kueri } from '../../shared/tampilan/tautan';
import { hitungSurvei } from '../../survei/skor.rules';
import type { KolomMatriks } from '../kolom.view';
import { kakiMatriks, kelompokMatriks, penamaUnit } from '../matriks.view';
import { BUKAN_UNSUR, chipSaringan, type Chip, type Saringan } from '../saringan.view';
import { BELUM_MELAPOR, tandaPelaksanaan } from '../tanda.view';
import { baganKeadaan } from './bagan-keadaan.view';
import { gembokPeriode } from './gembok.view';
import type { BahanRencana, PilihanMatriks } from './pilihan-matriks';
import type { RincianRencana } from './rincian.query';

/** A page holds about as many cells, however many columns there are: it stays under 400 KB. */
const SEL_PER_HALAMAN = 400;
const BARIS_TERBANYAK = 100;
const BARIS_TERSEDIKIT = 20;

/** The matrix as its page shows it: filters, chart, one page of the table. */
export function matriksView({ berkas, kueri: kueriHttp }: BahanRencana, pilihan: PilihanMatriks): object {
  const { rencana, unit, realisasi } = berkas;
  const { alamat, waktu, kolom, hasil, cocok, saringan, tetap, rinci, batas, satuan } = pilihan;
  const namaUnit = penamaUnit(unit);
  const namaUnsur = penamaUnsur(berkas);
  const ke = (isi: Partial<Saringan>) => kueri(alamat, { ...tetap, ...isi }, 'matriks');
  const potongan = potong(cocok.length, barisPerHalaman(kolom.length), teksKueri(kueriHttp['h']));
  const terbukaSampai = rencana.status === 'ditetapkan' ? pilihan.hariIni : null;
  const chip = chipSaringan({ hasil, kolom, unit, rinci, saringan, ke, namaUnit, namaUnsur });
  const aktif = [...chipWaktu(pilihan), ...chip.aktif];
  return {
    ada: rencana.prioritas.length > 0,
    bulan: kolom.length > 4,
    sempit: kolom.length > 8,
    kolom: kolom.map((k) => judulKolom(k, rinci.jendela, terbukaSampai)),
    tahun: pilihanTahun(pilihan),
    satuan: pilihanSatuan(pilihan, rencana.satuanJadwal),
    judul: judulMatriks(pilihan),
    rentang: kolom.length + 1,
    kelompok: kelompokMatriks({
      kegiatan: cocok.slice(potongan.lewati, potongan.lewati + potongan.ambil),
      prioritas: rencana.prioritas,
      prioritasKosong: potongan.halaman === potongan.jumlahHalaman ? prioritasKosong(berkas, saringan) : [],
      kolom,
      realisasi,
      unit,
      batas,
      terbukaSampai,
      jendela: rinci.jendela,
      alamat,
      tetap,
      sebutUnsur: penyebutUnsur(berkas),
    }),
    kaki: chip.aktif.length === 0 ? kakiMatriks({ kolom, alamat, tetap }) : [],
    bagan: realisasi.length > 0 ? baganKeadaan(cocok, (status) => ke({ ...saringan, status })) : null,
    chip: chip.status,
    aktif,
    formulir: formulirSaringan(berkas, pilihan, namaUnit, namaUnsur),
    unduh:
      cocok.length === 0
        ? null
        : {
            csv: kueri(`${alamat}/matriks.csv`, { ...tetap, ...saringan }),
            xlsx: kueri(`${alamat}/matriks.xlsx`, { ...tetap, ...saringan }),
          },
    penomoran: penomoran(potongan, 'kegiatan', alamat, { ...tetap, ...saringan }, 'matriks'),
    tanpaSaringan: kueri(alamat, {}, 'matriks'),
    legenda: [...(['sudah', 'sebagian', 'belum', 'tidak_dapat'] as const).map(tandaPelaksanaan), BELUM_MELAPOR],
    gembok: kolom.some((k) => gembokPeriode(rinci.jendela, k.periode, terbukaSampai).kunci),
    catatan: catatanWaktu(pilihan),
    satuanJadwal: satuan,
    keterangan: waktu.tahun === null ? 'Kegiatan' : `Kegiatan ${rencana.kode} menurut ${satuan}`,
  };
}

function barisPerHalaman(kolom: number): number {
  return Math.min(BARIS_TERBANYAK, Math.max(BARIS_TERSEDIKIT, Math.floor(SEL_PER_HALAMAN / Math.max(1, kolom))));
}

function judulKolom(k: KolomMatriks, jendela: RincianRencana['jendela'], terbukaSampai: string | null): object {
  const { judul, anak, lengkap, kini } = k;
  return { judul, anak, lengkap, kini, ...gembokPeriode(jendela, k.periode, terbukaSampai) };
}

function judulMatriks({ waktu, tahun, semuaTahun }: PilihanMatriks): string {
  if (waktu.tahun === null) return 'Kegiatan';
  return semuaTahun ? `Matriks ${tahun[0]}–${tahun.at(-1)}` : `Matriks ${waktu.tahun}`;
}

/** Year and columns that the address itself asks for, each to be taken away. */
function chipWaktu({ alamat, tetap, saringan, semuaTahun, tahun, satuan }: PilihanMatriks): Chip[] {
  const tanpa = (bagian: Kueri) => kueri(alamat, { ...tetap, ...saringan, ...bagian }, 'matriks');
  const satu = (teks: string, tautan: string): Chip => ({ teks, jumlah: null, tautan, kini: false });
  return [
    ...(semuaTahun ? [satu(`Tahun ${tahun[0]}–${tahun.at(-1)}`, tanpa({ tahun: null }))] : []),
    ...(!semuaTahun && typeof tetap['tahun'] === 'number' ? [satu(`Tahun ${tetap['tahun']}`, tanpa({ tahun: null }))] : []),
    ...(tetap['satuan'] ? [satu(`Kolom per ${satuan}`, tanpa({ satuan: null }))] : []),
  ];
}

function pilihanTahun({ alamat, tahunSendiri, tahun, waktu, semuaTahun, tetap, saringan }: PilihanMatriks): object[] | null {
  const semua = [...new Set([...tahunSendiri, ...(waktu.tahun === null ? [] : [waktu.tahun])])].sort((a, b) => a - b);
  if (semua.length < 2) return null;
  const ke = (t: number | string) => kueri(alamat, { ...tetap, ...saringan, tw: null, tahun: t }, 'matriks');
  const satu = semua.map((t) => ({ teks: String(t), tautan: ke(t), kini: !semuaTahun && tahun.includes(t) }));
  if (tahunSendiri.length < 2) return satu;
  return [...satu, { teks: 'Semua tahun', tautan: kueri(alamat, { ...tetap, ...saringan, tahun: 'semua' }, 'matriks'), kini: semuaTahun }]; // prettier-ignore
}

function pilihanSatuan({ alamat, satuan, tetap, saringan, kolom }: PilihanMatriks, baku: string): object[] | null {
  if (kolom.length === 0) return null;
  return (['triwulan', 'bulan'] as const).map((s) => ({
    teks: s === 'bulan' ? 'Per bulan' : 'Per triwulan',
    tautan: kueri(alamat, { ...tetap, ...saringan, satuan: s === baku ? null : s }, 'matriks'),
    kini: s === satuan,
  }));
}

/** Unit and unsur, each only as far as the plan has them; the other parts of the address go along. */
function formulirSaringan(
  { rencana, unit }: BahanRencana['berkas'],
  { alamat, tetap, saringan, rinci }: PilihanMatriks,
  namaUnit: (kode: string) => string,
  namaUnsur: (kode: string) => string,
): object {
  const pj = rencana.prioritas.flatMap((p) => p.kegiatan.flatMap((k) => k.penanggungJawab));
  const kodeUnit = new Set(pj.flatMap((p: PenanggungJawab) => ('unit' in p ? [p.unit] : (rinci.kelompok.get(p.kelompok) ?? []))));
  if (saringan.unit !== '') kodeUnit.add(saringan.unit);
  const urut = new Map(unit.map((u, i) => [u.kode, i]));
  const semuaUnit = [...kodeUnit].sort((a, b) => (urut.get(a) ?? unit.length) - (urut.get(b) ?? unit.length));
  const unsur = new Set([...rencana.prioritas.flatMap((p) => p.unsur), ...[...rinci.unsur.values()].flat()]);
  if (saringan.unsur !== '' && saringan.unsur !== BUKAN_UNSUR) unsur.add(saringan.unsur);
  const adaBukan = rencana.prioritas.some((p) => p.unsur.length === 0);
  const kode = [...unsur].sort((a, b) => a.localeCompare(b, 'id', { numeric: true }));
  const lain = Object.entries<Kueri[string]>({ ...tetap, ...saringan }).flatMap(([nama, nilai]) =>
    nama === 'unit' || nama === 'unsur' || nilai === null || nilai === undefined || nilai === ''
      ? []
      : [{ nama, nilai: String(nilai) }],
  );
  const pilih = (nilai: string, teks: string, kini: string) => ({ nilai, teks, dipilih: nilai === kini });
  return {
    alamat: `${alamat}#matriks`,
    lain,
    unit: [
      pilih('', `Semua unit (${semuaUnit.length})`, saringan.unit),
      ...semuaUnit.map((k) => pilih(k, namaUnit(k), saringan.unit)),
    ],
    unsur:
      kode.length === 0
        ? null
        : [
            pilih('', `Semua unsur (${kode.length})`, saringan.unsur),
            ...kode.map((k) => pilih(k, namaUnsur(k), saringan.unsur)),
            ...(adaBukan ? [pilih(BUKAN_UNSUR, 'Bukan unsur', saringan.unsur)] : []),
          ],
  };
}

function catatanWaktu({ kolom, tahunSendiri, waktu }: PilihanMatriks): string | null {
  if (kolom.length === 0)
    return 'Rencana ini tidak memuat jadwal, dan laporannya tidak menyebut periode; tabel menunjukkan keadaan terakhir tiap kegiatan.';
  if (tahunSendiri.length === 0 || waktu.tahun === null || tahunSendiri.includes(waktu.tahun)) return null;
  return `Rencana ini tidak menjadwalkan apa pun pada ${waktu.tahun}; jadwal dan laporannya pada ${sebutTahun(tahunSendiri)}.`;
}

function sebutTahun(tahun: readonly number[]): string {
  const [awal, akhir] = [tahun[0], tahun.at(-1)];
  return awal === akhir ? String(awal) : `${awal}–${akhir}`;
}

/** Priorities that nobody has planned for: part of the whole list, of their own and of their unsur, and of no other selection. */
function prioritasKosong({ rencana }: BahanRencana['berkas'], saringan: Saringan): Prioritas[] {
  const lain = Object.entries(saringan).some(([bagian, nilai]) => !['prioritas', 'unsur'].includes(bagian) && nilai !== '');
  if (lain) return [];
  return rencana.prioritas.filter(
    (p) =>
      p.kegiatan.length === 0 &&
      ['', String(p.no)].includes(saringan.prioritas) &&
      (saringan.unsur === '' || (saringan.unsur === BUKAN_UNSUR ? p.unsur.length === 0 : p.unsur.includes(saringan.unsur))),
  );
}

/** `U9 87,75`: the value that made it a priority; the code alone where the survey has no values. */
export function penyebutUnsur(berkas: BahanRencana['berkas']): (kode: string) => string {
  const survei = berkas.survei.find((s) => s.kode === berkas.rencana.survei);
  const unsur = survei ? hitungSurvei(survei, instrumenSurvei(berkas, survei)).unsur : [];
  const menurutKode = new Map(unsur.map((u) => [u.unsur, u.nilai]));
  return (kode) => {
    const nilai = menurutKode.get(kode);
    return nilai ? `${kode} ${teksIndonesia(nilai)}` : kode;
  };
}

/** `U9 Sarana dan prasarana`, by the instrument of the plan's survey; the code alone without one. */
export function penamaUnsur(berkas: BahanRencana['berkas']): (kode: string) => string {
  const survei = berkas.survei.find((s) => s.kode === berkas.rencana.survei);
  const nama = new Map((survei ? instrumenSurvei(berkas, survei).unsur : []).map((u) => [u.kode, u.nama]));
  return (kode) => [kode, nama.get(kode)].filter(Boolean).join(' ');
}
