import type { Instrumen } from '../../instrumen/instrumen.rules';
import { GalatPengguna } from '../../shared/galat';
import type { BerkasRespons } from './berkas-respons';
import { BukuKerja, type Lembar } from './buku/buku-kerja';
import { bacaAwal, kenaliJenis } from './jenis-berkas';
import { cariJudul, type BarisContoh } from './judul.rules';
import type { BarisTeks, SumberBaris } from './sumber-baris';
import { barisAwal, kenaliTulisan, SumberCsv } from './sumber-csv';

/** A table in a file, ready to be read as often as needed; to be closed. */
export interface BerkasTabel {
  readonly format: 'csv' | 'xlsx';
  readonly lembar?: string;
  readonly daftarLembar?: readonly string[];
  readonly pemisah?: string;
  readonly pengodean?: string;
  readonly sumber: SumberBaris;
  /** other sheets that look like answers too */
  readonly lembarLain: readonly string[];
  /** columns that the sheet hides */
  readonly tersembunyi: ReadonlySet<number>;
  tutup(): Promise<void>;
}

const AWAL_MAKS = 256 * 1024;
const LEMBAR_DILIHAT = 20;
const BARIS_DILIHAT = 80;

/**
 * Opens the table of a file: the sheet asked for, else the visible one whose header names the most unsur.
 * @throws {GalatPengguna} when there is no table
 */
export async function bukaTabel(berkas: BerkasRespons, instrumen: Instrumen, lembar?: string): Promise<BerkasTabel> {
  const { awal, seluruhnya } = await bacaAwal(berkas, AWAL_MAKS);
  if (kenaliJenis(berkas, awal) === 'xlsx') {
    const buku = await BukuKerja.buka(berkas);
    try {
      return await bukaLembar(buku, instrumen, lembar);
    } catch (galat) {
      await buku.tutup();
      throw galat;
    }
  }
  const cara = kenaliTulisan(awal, seluruhnya);
  return {
    format: 'csv',
    pemisah: cara.pemisah,
    pengodean: cara.pengodean,
    sumber: new SumberCsv(berkas, cara),
    lembarLain: [],
    tersembunyi: new Set(),
    tutup: () => Promise.resolve(),
  };
}

async function bukaLembar(buku: BukuKerja, instrumen: Instrumen, diminta?: string): Promise<BerkasTabel> {
  const tampak = buku.lembar.filter((l) => !l.tersembunyi);
  const calon = tampak.length > 0 ? tampak : buku.lembar;
  let [pilihan] = calon;
  let lain: string[] = [];
  if (diminta !== undefined) {
    pilihan = buku.lembar.find((l) => l.nama === diminta);
    if (!pilihan) {
      throw new GalatPengguna(`Lembar “${diminta}” tidak ada; yang ada: ${buku.lembar.map((l) => l.nama).join(', ')}.`);
    }
  } else if (calon.length > 1) {
    const nilai: { lembar: Lembar; unsur: number; baris: number }[] = [];
    for (const l of calon.slice(0, LEMBAR_DILIHAT)) {
      const { baris } = await barisAwal(buku.sumber(l), BARIS_DILIHAT);
      nilai.push({ lembar: l, ...timbang(baris, instrumen) });
    }
    nilai.sort((a, b) => b.unsur - a.unsur || b.baris - a.baris);
    pilihan = nilai[0]?.lembar;
    lain = nilai.slice(1).filter((n) => n.unsur >= instrumen.unsur.length && n.baris > 0).map((n) => n.lembar.nama); // prettier-ignore
  }
  if (!pilihan) throw new GalatPengguna('Buku kerja ini tidak memuat lembar dengan tabel.');
  const sumber = buku.sumber(pilihan);
  return {
    format: 'xlsx',
    lembar: pilihan.nama,
    daftarLembar: buku.lembar.map((l) => l.nama),
    sumber,
    lembarLain: lain,
    tersembunyi: sumber.tersembunyi,
    tutup: () => buku.tutup(),
  };
}

/** Unsur that the header of a sheet names, and the rows below it that carry at least that many digits. */
function timbang(contoh: readonly BarisTeks[], instrumen: Instrumen): { unsur: number; baris: number } {
  const baris = contoh.map(keContoh);
  const judul = cariJudul(baris, instrumen);
  const isi = baris.filter((b) => b.nomor >= judul.barisData);
  return { unsur: judul.unsur, baris: isi.filter((b) => b.sel.filter((t) => t !== '').length >= judul.unsur).length };
}

export function keContoh(b: BarisTeks): BarisContoh {
  return { nomor: b.nomor, sel: Array.from({ length: b.n }, (_, i) => b.teks(i)) };
}
