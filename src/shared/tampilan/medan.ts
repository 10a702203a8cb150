import type { GalatMedan, Ketikan } from '../isian';

export interface Pilihan {
  readonly nilai: string;
  readonly teks: string;
  readonly petunjuk?: string;
}

/** One field of a form, as its page describes it. */
export interface UraianMedan {
  readonly nama: string;
  readonly label: string;
  readonly petunjuk?: string;
  /** `sandi`: never shown again; `pilihan`: a select; `radio`: a fieldset of cards; `area`: several lines */
  readonly jenis?: 'teks' | 'tanggal' | 'surel' | 'angka' | 'sandi' | 'berkas' | 'area' | 'pilihan' | 'radio';
  readonly pilihan?: readonly Pilihan[];
  readonly bolehKosong?: boolean;
  readonly maks?: number;
  readonly baris?: number;
  /** narrow input: dates, numbers, codes */
  readonly pendek?: boolean;
  readonly otomatis?: string;
}

export interface MedanView {
  readonly id: string;
  readonly nama: string;
  readonly label: string;
  readonly petunjuk: string | null;
  readonly nilai: string;
  readonly galat: string | null;
  readonly jenisInput: string | null;
  readonly baris: number | null;
  readonly pilihan: readonly PilihanView[] | null;
  readonly radio: readonly PilihanView[] | null;
  readonly bolehKosong: boolean;
  readonly maks: number | null;
  readonly pendek: boolean;
  readonly otomatis: string;
  /** ids of hint and error for `aria-describedby` */
  readonly uraian: string | null;
}

interface PilihanView {
  readonly id: string;
  readonly nilai: string;
  readonly teks: string;
  readonly petunjuk: string | null;
  readonly dipilih: boolean;
}

/** The error summary on top of a form; each line leads to its field. */
export interface RingkasanGalat {
  readonly judul: string;
  readonly butir: readonly { readonly tautan: string; readonly pesan: string }[];
}

const JENIS_INPUT: Readonly<Record<NonNullable<UraianMedan['jenis']>, string | null>> = {
  teks: 'text',
  tanggal: 'date',
  surel: 'email',
  angka: 'text',
  sandi: 'password',
  berkas: 'file',
  area: null,
  pilihan: null,
  radio: null,
};

/**
 * Fields with what was typed and what is wrong with it, for the partial `partials/medan`.
 * @param awalan sets the ids of several forms on one page apart
 */
export function medan(
  uraian: readonly UraianMedan[],
  ketikan: Ketikan,
  galat: readonly GalatMedan[] = [],
  awalan = '',
): MedanView[] {
  return uraian.map((u) => {
    const id = `${awalan}${u.nama}`;
    const jenis = u.jenis ?? 'teks';
    const nilai = jenis === 'berkas' || jenis === 'sandi' ? '' : (ketikan[u.nama] ?? '');
    const pesan = galat.find((g) => g.medan === u.nama)?.pesan ?? null;
    const pilihan = (u.pilihan ?? []).map((p, i) => ({
      id: i === 0 ? id : `${id}-${i + 1}`,
      nilai: p.nilai,
      teks: p.teks,
      petunjuk: p.petunjuk ?? null,
      dipilih: p.nilai === nilai,
    }));
    const uraianId = [u.petunjuk ? `${id}-petunjuk` : null, pesan ? `${id}-galat` : null].filter((x) => x !== null);
    return {
      id,
      nama: u.nama,
      label: u.label,
      petunjuk: u.petunjuk ?? null,
      nilai,
      galat: pesan,
      jenisInput: JENIS_INPUT[jenis],
      baris: jenis === 'area' ? (u.baris ?? 3) : null,
      pilihan: jenis === 'pilihan' ? pilihan : null,
      radio: jenis === 'radio' ? pilihan : null,
      bolehKosong: u.bolehKosong ?? false,
      maks: u.maks ?? null,
      pendek: u.pendek ?? jenis === 'tanggal',
      otomatis: u.otomatis ?? 'off',
      uraian: uraianId.length > 0 ? uraianId.join(' ') : null,
    };
  });
}

/** Null when nothing is wrong. @param judul what did not happen: `Unit belum dibuat` */
export function ringkasanGalat(judul: string, galat: readonly GalatMedan[], awalan = ''): RingkasanGalat | null {
  if (galat.length === 0) return null;
  return {
    judul: `${judul}: ${galat.length === 1 ? 'satu isian' : `${galat.length} isian`} perlu diperbaiki`,
    butir: galat.map((g) => ({ tautan: `#${awalan}${g.medan}`, pesan: g.pesan })),
  };
}
