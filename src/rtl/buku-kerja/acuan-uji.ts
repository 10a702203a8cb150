import { namaPeriode, type Periode } from '../../shared/periode';
import type { PenanggungJawab } from '../rtl.rules';
import type { RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import { daftarUnsurDisebut, PencariSebutan, pecahSebutan } from './sebutan.rules';

export interface SurveiAcuan {
  readonly kode: string;
  readonly judul: string;
  readonly periode: Periode;
}

/** Everything that a table is read against. */
export interface BahanUji {
  readonly rencana: RencanaTersusun;
  readonly acuan: Acuan;
  readonly survei: readonly SurveiAcuan[];
  /** whether the unsur are those of 14/2017 */
  readonly unsurUmum: boolean;
}

/** A list that a cell holds, or what is wrong with it. */
export type HasilDaftar<T> = { readonly isi: readonly T[] } | { readonly salah: string };

/** Finds units, groups, unsur and surveys by whatever name they are called. */
export class PengenalAcuan {
  private readonly pj: PencariSebutan;
  private readonly unsur: PencariSebutan;
  private readonly survei: PencariSebutan;

  constructor({ acuan, survei, unsurUmum }: BahanUji) {
    this.pj = new PencariSebutan([
      ...acuan.daftarUnit.map(({ kode, nama, singkatan }) => ({
        kunci: `unit:${kode}`,
        nama: labelUnit({ kode, nama }),
        sebutan: [kode, nama, ...(singkatan === null ? [] : [singkatan])],
      })),
      ...[...acuan.kelompok].map((nama) => ({ kunci: `kelompok:${nama}`, nama, sebutan: [] })),
    ]);
    this.unsur = new PencariSebutan(daftarUnsurDisebut(acuan.daftarUnsur, unsurUmum));
    this.survei = new PencariSebutan(
      survei.map(({ kode, judul, periode }) => ({ kunci: kode, nama: kode, sebutan: [judul, namaPeriode(periode)] })),
    );
  }

  bacaPj(teks: string): HasilDaftar<PenanggungJawab> {
    return daftar(this.pj, teks, 'unit atau kelompok', (kunci) => {
      const nama = kunci.slice(kunci.indexOf(':') + 1);
      return kunci.startsWith('unit:') ? { unit: nama } : { kelompok: nama };
    });
  }

  bacaUnsur(teks: string): HasilDaftar<string> {
    return daftar(this.unsur, teks, 'unsur', (kunci) => kunci);
  }

  bacaSurvei(teks: string): HasilDaftar<string> {
    return daftar(this.survei, teks, 'survei', (kunci) => kunci);
  }
}

export const labelUnit = ({ kode, nama }: { kode: string; nama: string }): string => `${kode} – ${nama}`;

const SEL_TERPANJANG = 4_000;
const SEBUTAN_TERBANYAK = 40;

function daftar<T>(pencari: PencariSebutan, teks: string, apa: string, buat: (kunci: string) => T): HasilDaftar<T> {
  // Before anything is looked for: a cell of thousands of names is no list of units.
  if (teks.length > SEL_TERPANJANG || teks.split(/[,;\n]/).length > SEBUTAN_TERBANYAK)
    return { salah: `Terlalu panjang; tulis paling banyak ${SEBUTAN_TERBANYAK} ${apa}` };
  const isi: T[] = [];
  const salah: string[] = [];
  for (const bagian of pecahSebutan(teks, pencari)) {
    const hasil = pencari.cari(bagian);
    if (hasil.jenis === 'ketemu') isi.push(buat(hasil.kunci));
    else if (hasil.jenis === 'ganda')
      salah.push(`"${bagian}" dapat berarti ${hasil.pilihan.join(', atau ')}; tulis yang dimaksud`);
    else if (hasil.saran === null) salah.push(`"${bagian}" bukan ${apa} instansi ini`);
    else salah.push(`"${bagian}" bukan ${apa} instansi ini; barangkali ${hasil.saran}`);
  }
  return salah.length > 0 ? { salah: salah.join('. ') } : { isi };
}
