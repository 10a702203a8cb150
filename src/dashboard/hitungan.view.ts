import type { Aturan } from '../organisasi/aturan.rules';
import type { Realisasi } from '../progres/progres.rules';
import {
  kalimatAturan,
  kalimatPersen,
  type HasilRealisasi,
  type ItemDihitung,
  type KeadaanKegiatan,
} from '../realisasi/realisasi.rules';
import { rasional, teksBilangan, teksIndonesia, teksRingkas } from '../shared/desimal';
import { namaPeriode, periode } from '../shared/periode';
import { letak } from '../shared/tampilan/bagan';
import { penomoran, potong, type Penomoran } from '../shared/tampilan/penomoran';
import { kueri, type Kueri } from '../shared/tampilan/tautan';
import { tandaKegiatan } from './tanda-kegiatan.view';
import type { Tanda } from './tanda.view';

/** More segments than this are no picture any more. */
const SEGMEN_TERBANYAK = 8;
const BARIS_PER_HALAMAN = 100;

export interface Hitungan {
  readonly persen: string;
  readonly sisaKalimat: string;
  readonly aturan: string;
  readonly segmen:
    readonly { readonly judul: string; readonly teks: string; readonly lebar: string; readonly tautan: string }[] | null;
  readonly batang: string | null;
  readonly satuan: string;
  readonly baris: readonly {
    readonly kode: string;
    readonly judul: string;
    readonly nilai: string;
    readonly tautan: string;
    readonly sebab: readonly Sebab[];
  }[];
  readonly rata: boolean;
  readonly jumlah: string;
  /** why there is nothing to count */
  readonly kosong: { readonly judul: string; readonly teks: string };
  readonly dikecualikan: readonly { readonly item: string; readonly judul: string; readonly alasan: string }[];
  readonly penomoran: Penomoran | null;
}

export interface Sebab {
  readonly kode: string;
  readonly tautan: string;
  readonly status: Tanda;
  readonly teks: string;
}

/** The percentage, its rule, and exactly the rows that it counts, with what each counts for and why. */
export function hitunganView(hasil: HasilRealisasi, alamat: string, tetap: Kueri, halaman: string): Hitungan {
  const kalimat = kalimatPersen(hasil);
  const kurung = kalimat.indexOf(' (');
  const potongan = potong(hasil.dihitung.length, BARIS_PER_HALAMAN, halaman);
  const tampil = hasil.dihitung.slice(potongan.lewati, potongan.lewati + potongan.ambil);
  const sedikit = hasil.dihitung.length > 0 && hasil.dihitung.length <= SEGMEN_TERBANYAK;
  return {
    persen: kalimat.slice(0, kurung),
    sisaKalimat: kalimat.slice(kurung),
    aturan: `Aturan: ${kalimatAturan(hasil.aturan)}.`,
    segmen: sedikit ? hasil.dihitung.map((i) => segmen(i, hasil.aturan, alamat, tetap)) : null,
    batang: !sedikit && hasil.persen ? letak(hasil.persen.valueOf(), 0) : null,
    satuan: hasil.aturan.satuan,
    baris: tampil.map((i) => ({
      kode: i.kode,
      judul: i.judul,
      nilai: teksIndonesia(i.nilai),
      tautan: tautanItem(i, hasil.aturan, alamat, tetap),
      sebab: i.kegiatan.map((k) => sebab(k, hasil.aturan, alamat, tetap)),
    })),
    rata: hasil.aturan.satuan === 'prioritas',
    jumlah: hasil.persen
      ? `${teksRingkas(hasil.pembilang)} dari ${teksBilangan(hasil.penyebut)} = ${teksIndonesia(hasil.persen)}%`
      : 'tidak ada item',
    kosong: hasil.menunggu
      ? {
          judul: 'Menunggu penetapan',
          teks: 'Persentase dihitung terhadap rencana yang sudah ditetapkan pimpinan; sebelum itu penyebutnya masih dapat berubah.',
        }
      : { judul: 'Tidak ada item', teks: 'Penyebutnya nol, jadi persentasenya tidak ada; bukan 0%.' },
    dikecualikan: hasil.dikecualikan,
    penomoran: penomoran(potongan, hasil.aturan.satuan, alamat, { ...tetap, h: null }, 'hitungan', 'hh'),
  };
}

function tautanItem(item: ItemDihitung, aturan: Aturan, alamat: string, tetap: Kueri): string {
  if (aturan.satuan === 'prioritas') return kueri(alamat, { ...tetap, prioritas: item.kode }, 'matriks');
  return kueri(`${alamat}/kegiatan/${encodeURIComponent(item.kode)}`, { tw: tetap['tw'] });
}

function segmen(item: ItemDihitung, aturan: Aturan, alamat: string, tetap: Kueri): NonNullable<Hitungan['segmen']>[number] {
  return {
    judul: aturan.satuan === 'prioritas' ? `${item.kode}. ${item.judul}` : item.kode,
    teks: `${teksRingkas(item.nilai)} dari 1`,
    lebar: letak(item.nilai.valueOf() * 100, 0),
    tautan: tautanItem(item, aturan, alamat, tetap),
  };
}

function sebab(keadaan: KeadaanKegiatan, aturan: Aturan, alamat: string, tetap: Kueri): Sebab {
  const { kode } = keadaan.kegiatan;
  return {
    kode,
    tautan: kueri(`${alamat}/kegiatan/${encodeURIComponent(kode)}`, { tw: tetap['tw'] }),
    status: tandaKegiatan(keadaan),
    teks: alasanNilai(keadaan, aturan),
  };
}

/** Why a kegiatan counts for what it counts, in words; the number itself is the rule's. */
export function alasanNilai(keadaan: KeadaanKegiatan, aturan: Aturan): string {
  const { realisasi, dihitung: terhitung, nilai, diganti, status } = keadaan;
  const dihitung = `dihitung ${teksRingkas(nilai)}`;
  if (keadaan.belumWaktunya) return `${dihitung}: jadwalnya belum mulai`;
  if (!realisasi) return `${dihitung}: direncanakan, tetapi tidak ada laporan`;
  if (!terhitung) return `${dihitung}: belum terverifikasi`;
  if (terhitung !== realisasi) return `${dihitung}: menurut ${sebutLaporan(terhitung)}; laporan terbaru belum terverifikasi`;
  if (diganti)
    return aturan.pengganti === 'dihitung'
      ? `${dihitung}: kegiatan pengganti ikut dihitung`
      : `${dihitung}: kegiatan pengganti tidak dihitung`;
  if (status === 'tidak_dapat' && nilai.equals(rasional(0))) return `${dihitung}: tetap dalam penyebut`;
  return dihitung;
}

function sebutLaporan({ periode: kode }: Realisasi): string {
  return kode === undefined ? 'laporan sebelumnya' : `laporan ${namaPeriode(periode(kode))}`;
}
