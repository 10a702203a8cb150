import type { Instrumen } from '../instrumen/instrumen.rules';
import { nilaiMinimum } from '../instrumen/mutu.rules';
import { ambangMutu, baganPeringkat } from '../prioritas/peringkat.view';
import { seriDiBatas, unsurTerendah } from '../survei/terendah.rules';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { letak, type BaganBatang } from '../shared/tampilan/bagan';
import { jangkar, kueri, type Kueri } from '../shared/tampilan/tautan';
import type { HasilSurvei, HasilUnsur } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import { posisi, selisih } from './angka.view';

export type UrutanUnsur = 'nilai' | '-nilai' | 'dokumen';

export interface BahanUnsur {
  readonly survei: Survei;
  readonly instrumen: Instrumen;
  readonly hasil: HasilSurvei;
  readonly sebelumnya: { readonly survei: Survei; readonly hasil: HasilSurvei } | null;
  readonly jumlahPrioritas: number;
  readonly urut: UrutanUnsur;
  /** address of the page, for the links that sort */
  readonly alamat: string;
  readonly waktu: Kueri;
}

export interface BarisUnsur {
  readonly id: string;
  readonly kode: string;
  readonly nama: string;
  readonly peringkat: string;
  readonly seri: boolean;
  readonly nrr: string;
  readonly nilai: string;
  readonly mutu: string;
  readonly kinerja: string;
  readonly jawaban: string | null;
  readonly lalu: string | null;
  readonly selisih: string | null;
  readonly bendera: boolean;
  readonly batang: { readonly lebar: string; readonly lalu: string | null; readonly utama: boolean };
}

export interface TabelUnsur {
  readonly keterangan: string;
  readonly kelompok: readonly {
    readonly judul: string | null;
    readonly catatan: string;
    readonly prioritas: boolean;
    readonly baris: readonly BarisUnsur[];
  }[];
  readonly kolom: { readonly lalu: string | null; readonly jumlah: number };
  readonly urut: {
    readonly naik: boolean;
    readonly turun: boolean;
    readonly dokumen: boolean;
    readonly tautanNilai: string;
    readonly tautanDokumen: string;
    readonly tautanTerendah: string;
  };
  readonly skala: {
    readonly min: string;
    readonly ambang: readonly { readonly x: string; readonly y: number; readonly teks: string }[];
  };
  readonly rata: {
    readonly judul: string;
    readonly nrr: string;
    readonly nilai: string;
    readonly mutu: string;
    readonly lalu: string | null;
    readonly selisih: string | null;
  };
  readonly bagan: BaganBatang;
  readonly judulBagan: string;
  readonly uraianBagan: string;
  readonly tanpaData: string | null;
}

export const bacaUrutan = (teks: string): UrutanUnsur => (teks === '-nilai' || teks === 'dokumen' ? teks : 'nilai');

/** The unsur of a survey, the priority line drawn under the lowest N; null where only published figures exist. */
export function tabelUnsur(bahan: BahanUnsur): TabelUnsur | null {
  const { survei, instrumen, hasil, sebelumnya, urut } = bahan;
  if (hasil.unsur.length === 0 || !hasil.nilai || !hasil.nrr || !hasil.mutu) return null;
  const terendah = unsurTerendah(hasil.unsur, bahan.jumlahPrioritas);
  const prioritas = new Set(terendah.flat());
  const urutan = susun(bahan);
  const baris = urutan.map((u) => barisUnsur(u, bahan, prioritas));
  const peringkat = baganPeringkat(hasil.unsur, instrumen, bahan.jumlahPrioritas);
  const min = posisi(nilaiMinimum(instrumen));
  const ambang = ambangMutu(instrumen);
  return {
    keterangan: `Peringkat 1 untuk nilai tertinggi; tanda = berarti seri. NRR pada skala ${instrumen.skala.min}–${instrumen.skala.maks}.`,
    kelompok:
      urut === 'nilai'
        ? kelompokPrioritas(baris, terendah, bahan.jumlahPrioritas)
        : [{ judul: null, catatan: '', prioritas: false, baris }],
    kolom: { lalu: sebelumnya?.survei.kode ?? null, jumlah: sebelumnya ? 8 : 6 },
    urut: {
      naik: urut === 'nilai',
      turun: urut === '-nilai',
      dokumen: urut === 'dokumen',
      tautanNilai: kueri(bahan.alamat, { ...bahan.waktu, urut: urut === 'nilai' ? '-nilai' : null }, 'unsur'),
      tautanDokumen: kueri(bahan.alamat, { ...bahan.waktu, urut: 'dokumen' }, 'unsur'),
      tautanTerendah: kueri(bahan.alamat, bahan.waktu, 'unsur'),
    },
    skala: {
      min: String(Math.round(min * 100) / 100).replace('.', ','),
      ambang: ambang
        .filter((a) => a.nilai > min)
        .map((a, i) => ({ x: letak(a.nilai, min), y: i % 2 === 0 ? 12 : 30, teks: `${a.nama} ${a.teks}` })),
    },
    rata: {
      judul: `Rata-rata ${hasil.unsur.length} unsur`,
      nrr: teksIndonesia(hasil.nrr),
      nilai: teksIndonesia(hasil.nilai),
      mutu: hasil.mutu.mutu,
      lalu: sebelumnya?.hasil.nilai ? teksIndonesia(sebelumnya.hasil.nilai) : null,
      selisih: sebelumnya?.hasil.nilai ? selisih(hasil.nilai, sebelumnya.hasil.nilai) : null,
    },
    bagan: peringkat.bagan,
    judulBagan: `Nilai tiap unsur, ${survei.kode}`,
    uraianBagan: peringkat.uraian,
    tanpaData: tanpaData(instrumen, hasil),
  };
}

function susun({ survei, hasil, urut }: BahanUnsur): HasilUnsur[] {
  const semua = [...hasil.unsur];
  if (urut === 'nilai') return semua.sort((a, b) => a.nilai.compare(b.nilai));
  if (urut === '-nilai') return semua.sort((a, b) => b.nilai.compare(a.nilai));
  const letakDokumen = new Map(survei.urutanUnsur?.map((kode, i) => [kode, i]));
  return semua.sort((a, b) => (letakDokumen.get(a.unsur) ?? 1e6) - (letakDokumen.get(b.unsur) ?? 1e6));
}

function barisUnsur(
  u: HasilUnsur,
  { survei, instrumen, hasil, sebelumnya, urut }: BahanUnsur,
  prioritas: ReadonlySet<string>,
): BarisUnsur {
  const lalu = sebelumnya?.hasil.unsur.find((l) => l.unsur === u.unsur);
  const data = survei.unsur.find((d) => d.unsur === u.unsur);
  const min = posisi(nilaiMinimum(instrumen));
  return {
    id: jangkar('unsur', u.unsur),
    kode: u.unsur,
    nama: instrumen.unsur.find((i) => i.kode === u.unsur)?.nama ?? u.unsur,
    peringkat: String(u.peringkat),
    seri: hasil.unsur.filter((l) => l.peringkat === u.peringkat).length > 1,
    nrr: teksIndonesia(u.nrr),
    nilai: teksIndonesia(u.nilai),
    mutu: u.mutu.mutu,
    kinerja: u.mutu.kinerja,
    jawaban:
      data?.n === undefined || data.jumlah === undefined
        ? null
        : `jumlah ${teksBilangan(data.jumlah)} dari ${teksBilangan(data.n)} jawaban`,
    lalu: sebelumnya ? (lalu ? teksIndonesia(lalu.nilai) : '–') : null,
    selisih: sebelumnya ? (lalu ? selisih(u.nilai, lalu.nilai) : '–') : null,
    bendera: urut !== 'nilai' && prioritas.has(u.unsur),
    batang: {
      lebar: letak(posisi(u.nilai), min),
      lalu: lalu ? letak(posisi(lalu.nilai), min) : null,
      utama: prioritas.has(u.unsur),
    },
  };
}

function kelompokPrioritas(
  baris: readonly BarisUnsur[],
  terendah: readonly (readonly string[])[],
  jumlah: number,
): TabelUnsur['kelompok'] {
  const prioritas = new Set(terendah.flat());
  const atas = baris.filter((b) => prioritas.has(b.kode));
  const sisa = baris.filter((b) => !prioritas.has(b.kode));
  const batas = terendah.at(-1) ?? [];
  const catatan = seriDiBatas(terendah, jumlah)
    ? `${jumlah} nilai terendah; ${batas.join(' = ')} seri di garis prioritas, semuanya diusulkan`
    : `${jumlah} nilai terendah; tidak ada nilai seri di garis prioritas`;
  return [
    { judul: 'Prioritas', catatan, prioritas: true, baris: atas },
    ...(sisa.length > 0
      ? [{ judul: 'Di atas garis prioritas', catatan: `${sisa.length} unsur`, prioritas: false, baris: sisa }]
      : []),
  ];
}

function tanpaData(instrumen: Instrumen, hasil: HasilSurvei): string | null {
  const ada = new Set(hasil.unsur.map((u) => u.unsur));
  const kurang = instrumen.unsur.filter((u) => !ada.has(u.kode));
  if (kurang.length === 0) return null;
  return `Tanpa data dan tidak ikut dirata-ratakan: ${kurang.map((u) => `${u.kode} ${u.nama}`).join(', ')}.`;
}
