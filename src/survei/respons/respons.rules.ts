/** Raw answers as offices have them, understood: what each column means and what comes out of reading them (docs/respons.md). */

/** What a respondent says about himself; each becomes one column of the profile. */
export const CIRI = ['usia', 'jenis_kelamin', 'pendidikan', 'pekerjaan', 'layanan'] as const;
export type Ciri = (typeof CIRI)[number];

/** Order of the parts of a numeric date: 8/5/2024 is 8 Mei (DMY) or 5 Agustus (MDY). */
export type UrutanTanggal = 'DMY' | 'MDY' | 'YMD';

/** Normalised answer text → score: `{"kurang sesuai": 2}`. */
export type Tangga = Readonly<Record<string, number>>;

/** The meaning of a column. Serialisable: it is what a person corrects and what is remembered. */
export type ArtiKolom =
  | {
      readonly jenis: 'unsur';
      readonly unsur: string;
      /** a sub-question of the unsur ("a" in U1a); several columns of one unsur are allowed only when each has its own */
      readonly sub?: string;
      /** what the words of this column count for; absent where the answers are digits. Lost = recognised anew */
      readonly tangga?: Tangga;
    }
  | { readonly jenis: 'kepentingan'; readonly unsur: string; readonly tangga?: Tangga }
  | { readonly jenis: 'ciri'; readonly ciri: Ciri }
  | { readonly jenis: 'tanggal'; readonly urutan?: UrutanTanggal }
  | { readonly jenis: 'saran' }
  /** kept as it is, beside the answers */
  | { readonly jenis: 'lain' }
  | { readonly jenis: 'abaikan' }
  /** name, telephone, IP, e-mail, session code: never stored */
  | { readonly jenis: 'identitas' }
  | { readonly jenis: 'nomor' };
export type JenisArti = ArtiKolom['jenis'];

export interface Kolom {
  /** from 0 */
  readonly indeks: number;
  /** as in the file; the rows of a merged header joined */
  readonly judul: string;
  readonly arti: ArtiKolom;
  /** Indonesian: how it was understood */
  readonly alasan: string;
  /** at most 3; masked for identitas */
  readonly contoh: readonly string[];
  /** what its words would count for, whatever it means now: for when a person says that it is an unsur */
  readonly tangga?: Tangga;
}

/** Why the file cannot be taken as it is; `kode` for programs, `pesan` for people. */
export interface MasalahSusunan {
  readonly kode: 'tanpa-unsur' | 'unsur-ganda' | 'unsur-hilang' | 'kode-nama-berbeda' | 'tangga-tidak-jelas' | 'kode-asing';
  readonly pesan: string;
  /** indexes of the columns it is about */
  readonly kolom?: readonly number[];
  /** what would settle it, when the person says so: a header's name instead of its code */
  readonly usul?: Readonly<Record<number, ArtiKolom>>;
}

/** How a file is laid out and what each column means: shown before anything is imported. */
export interface Susunan {
  readonly format: 'csv' | 'xlsx';
  readonly lembar?: string;
  readonly daftarLembar?: readonly string[];
  readonly pemisah?: string;
  readonly pengodean?: string;
  /** line (CSV) or row (XLSX) of the first header row, from 1 */
  readonly barisJudul: number;
  /** first line that can be a respondent: below a header of several rows and its description row */
  readonly barisData: number;
  readonly kolom: readonly Kolom[];
  /** hash of the normalised headers: key of the remembered mapping */
  readonly sidikJudul: string;
  /** none may stand for an import to begin */
  readonly masalah: readonly MasalahSusunan[];
  /** worth a look, no obstacle: telephone numbers in a free-text column, another sheet with answers … */
  readonly peringatan: readonly { readonly pesan: string; readonly kolom?: readonly number[] }[];
}

/** The person's correction; serialisable. A column that is not named keeps what was recognised. */
export interface Pemetaan {
  readonly barisJudul: number;
  readonly lembar?: string;
  readonly arti: Readonly<Record<number, ArtiKolom>>;
}

/** Up to 1 000 respondents; every array has n elements in file order. */
export interface BlokRespons {
  readonly n: number;
  /** line (CSV) or row (XLSX) in the file */
  readonly baris: number[];
  /**
   * A character an answer, `-` for none, in the order of `RingkasanOlahan.pertanyaan`: the unsur of the instrument that the file has,
   * in the instrument's order; an unsur with sub-questions has one character for each of them.
   */
  readonly jawaban: string[];
  /** same order as `RingkasanOlahan.unsur`, one character an unsur; null when importance was not asked */
  readonly kepentingan: string[] | null;
  readonly layanan: (string | null)[] | null;
  /** YYYY-MM-DD */
  readonly tanggal: (string | null)[] | null;
  /** years; a band ("20–30 tahun") stands in `lain` under KELOMPOK_USIA instead */
  readonly usia: (number | null)[] | null;
  readonly jenisKelamin: (string | null)[] | null;
  readonly pendidikan: (string | null)[] | null;
  readonly pekerjaan: (string | null)[] | null;
  readonly saran: (string | null)[] | null;
  /** kept columns by their header */
  readonly lain: Record<string, (string | null)[]> | null;
}

/** Key in `lain` of the ages that the file gives as bands. */
export const KELOMPOK_USIA = 'Kelompok usia';

export interface BarisDitolak {
  readonly baris: number;
  /** Indonesian */
  readonly alasan: string;
  /** the cells, identity masked */
  readonly isi: readonly string[];
}

/** Sum of an unsur. Without sub-questions `penyebut` is 1 and jumlah the plain sum; NRR = jumlah / (n × penyebut), exact. */
export interface JumlahUnsur {
  readonly unsur: string;
  /** respondents who answered it */
  readonly n: number;
  readonly jumlah: number;
  readonly penyebut: number;
}

export interface RingkasanOlahan {
  readonly diterima: number;
  readonly ditolak: number;
  /** totals rows, empty lines, repeated headers; the first BATAS_DAFTAR of them */
  readonly dilewati: readonly { readonly baris: number; readonly alasan: string }[];
  readonly jumlahDilewati: number;
  /** double submissions, pointed out and still counted; the first BATAS_DAFTAR of them */
  readonly ganda: readonly { readonly baris: number; readonly samaDengan: number }[];
  readonly jumlahGanda: number;
  /** the unsur of each character of `jawaban`; equals the codes of `unsur` where there are no sub-questions */
  readonly pertanyaan: readonly string[];
  /** in the instrument's order */
  readonly unsur: readonly JumlahUnsur[];
  /** importance per unsur, null when it was not asked */
  readonly kepentingan: readonly { readonly unsur: string; readonly n: number; readonly jumlah: number }[] | null;
}

/** How many skipped or double rows are listed; all are counted. */
export const BATAS_DAFTAR = 1_000;
/** Respondents in one block. */
export const ISI_BLOK = 1_000;
