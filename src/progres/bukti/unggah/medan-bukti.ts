import { UTAMA, type Bagian } from '../../lapor/tempat-lapor';

/** Where a piece of evidence belongs in a report. */
export interface SasaranBukti {
  readonly bagian: Bagian;
  /** place in the kegiatan's expected evidence */
  readonly diharapkan: number | null;
  /** the letter on which `tidak_dapat` rests */
  readonly surat: boolean;
  /** the piece that this one takes the place of */
  readonly menggantikan: string | null;
}

/** What the fields of one piece say, and where it stands. */
export const ISIAN_BUKTI = ['tanggal', 'keterangan', 'tempat'] as const;
export type IsianBukti = (typeof ISIAN_BUKTI)[number];

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SASARAN = new RegExp(`^(berkas|tautan):(utama|${UUID}):(?:(lain)|(surat)|(\\d{1,4})|ganti-(${UUID}))$`);
const SATU = new RegExp(`^bukti:(${UUID}):(tanggal|keterangan|tempat)$`);

/** The name of a field for a new file or link: `berkas:utama:2`, `tautan:utama:lain`, `berkas:utama:ganti-…`. */
export function medanSasaran(cara: 'berkas' | 'tautan', s: SasaranBukti): string {
  return `${cara}:${s.bagian}:${letak(s)}`;
}

function letak({ diharapkan, surat, menggantikan }: SasaranBukti): string {
  if (menggantikan !== null) return `ganti-${menggantikan}`;
  if (surat) return 'surat';
  return diharapkan === null ? 'lain' : String(diharapkan);
}

/** Null when the name is none of `medanSasaran`. */
export function bacaMedanSasaran(nama: string): (SasaranBukti & { readonly cara: 'berkas' | 'tautan' }) | null {
  const m = SASARAN.exec(nama);
  if (!m) return null;
  return {
    cara: m[1] === 'tautan' ? 'tautan' : 'berkas',
    bagian: m[2] ?? UTAMA,
    diharapkan: m[5] === undefined ? null : Number(m[5]),
    surat: m[4] !== undefined,
    menggantikan: m[6] ?? null,
  };
}

export function medanBukti(id: string, isian: IsianBukti): string {
  return `bukti:${id}:${isian}`;
}

/** Null when the name is none of `medanBukti`. */
export function bacaMedanBukti(nama: string): { readonly id: string; readonly isian: IsianBukti } | null {
  const m = SATU.exec(nama);
  const isian = ISIAN_BUKTI.find((i) => i === m?.[2]);
  return m?.[1] === undefined || isian === undefined ? null : { id: m[1], isian };
}
