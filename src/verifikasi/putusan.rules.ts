/** What the verifier says of one piece of evidence, or of one expected place that stayed empty. */
export interface PutusanBukti {
  /** id of `bukti_laporan`; absent for an expected place without evidence */
  readonly bukti?: string;
  /** place in the kegiatan's expected evidence */
  readonly diharapkan?: number;
  readonly memadai: boolean;
  readonly catatan?: string;
}

/** Decisions on a submitted report; *cabut* takes the last one back as a new entry. */
export type TindakanPutusan =
  'verifikasi' | 'kembalikan' | 'nyatakanTidakMemadai' | 'cabut' | 'setujuiTidakDapat' | 'tolakTidakDapat';
