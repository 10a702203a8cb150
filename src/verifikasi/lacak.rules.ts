import type { StatusPelaksanaan, StatusVerifikasi } from '../progres/progres.rules';
import { tambahHari } from '../shared/tanggal';

/** What the strip of a slot is made from; all days in the agency's zone. */
export interface BahanLacak {
  /** day on which the plan was ditetapkan; null where nothing tells */
  readonly ditetapkan: string | null;
  readonly keadaan: StatusVerifikasi | null;
  /** what was submitted last */
  readonly klaim: StatusPelaksanaan | undefined;
  /** day since which its present state holds; null while there is no report */
  readonly sejak: string | null;
  /** day of the last submission, and of the last decision on a submission */
  readonly diajukan: string | null;
  readonly diputus: string | null;
  readonly jendela: {
    readonly keadaan: 'belum_dibuka' | 'terbuka' | 'terkunci';
    readonly mulai: string | null;
    readonly batas: string | null;
  };
  /** who reports, and who examines, as people call them */
  readonly pelapor: string;
  readonly pemeriksa: string;
  readonly hariIni: string;
}

export type TahapLacak = 'direncanakan' | 'dilaporkan' | 'diperiksa' | 'dikembalikan' | 'terverifikasi' | 'dikunci';

export interface LangkahLacak {
  readonly tahap: TahapLacak;
  readonly letak: 'lewat' | 'kini' | 'esok';
  /** day on which it was passed */
  readonly pada: string | null;
  /** who has to act now, and since when; only where it is now */
  readonly dipegang: { readonly oleh: string; readonly sejak: string | null; readonly hariKerja: number } | null;
  /** what will happen when: the deadline, the opening */
  readonly nanti: { readonly apa: 'dibuka' | 'batas'; readonly pada: string } | null;
}

/**
 * A slot's way like a parcel's: Direncanakan → Dilaporkan → Diperiksa → (Dikembalikan) → Terverifikasi → Dikunci, with who holds it now
 * and since when (UI.md). *Dikembalikan* stands there only while it is so. A report in arrears keeps its place when the period is locked.
 */
export function lacak(b: BahanLacak): LangkahLacak[] {
  const kini = tahapKini(b);
  const kembali = b.keadaan === 'dikembalikan' || b.keadaan === 'bukti_tidak_memadai';
  const urutan: TahapLacak[] = [
    'direncanakan',
    'dilaporkan',
    'diperiksa',
    ...(kembali ? (['dikembalikan'] as const) : []),
    'terverifikasi',
    'dikunci',
  ];
  const di = urutan.indexOf(kini);
  return urutan.map((tahap, i) => {
    const letak =
      i < di ? 'lewat' : i === di ? 'kini' : tahap === 'dikunci' && b.jendela.keadaan === 'terkunci' ? 'lewat' : 'esok';
    return {
      tahap,
      letak,
      pada: letak === 'esok' || (tahap === 'dilaporkan' && letak === 'kini') ? null : hari(tahap, b),
      dipegang: letak === 'kini' ? pemegang(b, kini) : null,
      nanti: letak === 'lewat' ? null : nanti(tahap, letak, b),
    };
  });
}

function tahapKini({ keadaan, jendela }: BahanLacak): TahapLacak {
  switch (keadaan) {
    case null:
    case 'draf':
      return 'dilaporkan';
    case 'diajukan':
      return 'diperiksa';
    case 'dikembalikan':
    case 'bukti_tidak_memadai':
      return 'dikembalikan';
    case 'terverifikasi':
      return jendela.keadaan === 'terkunci' ? 'dikunci' : 'terverifikasi';
  }
}

function hari(tahap: TahapLacak, b: BahanLacak): string | null {
  switch (tahap) {
    case 'direncanakan':
      return b.ditetapkan;
    case 'dilaporkan':
      return b.diajukan;
    case 'diperiksa':
      return b.keadaan === 'diajukan' ? null : b.diputus;
    case 'dikembalikan':
    case 'terverifikasi':
      return b.diputus;
    case 'dikunci':
      return b.jendela.batas;
  }
}

function pemegang(b: BahanLacak, kini: TahapLacak): LangkahLacak['dipegang'] {
  if (kini === 'terverifikasi' || kini === 'dikunci') return null;
  if (b.keadaan === null && b.jendela.keadaan === 'belum_dibuka') return null;
  const sejak = b.sejak ?? b.jendela.mulai;
  const oleh = kini === 'diperiksa' ? b.pemeriksa : b.pelapor;
  return { oleh, sejak, hariKerja: sejak === null ? 0 : hariKerja(sejak, b.hariIni) };
}

function nanti(tahap: TahapLacak, letak: 'kini' | 'esok', { keadaan, jendela }: BahanLacak): LangkahLacak['nanti'] {
  const kembali = keadaan === 'dikembalikan' || keadaan === 'bukti_tidak_memadai';
  if (letak === 'kini' && tahap === 'dilaporkan' && jendela.keadaan === 'belum_dibuka')
    return jendela.mulai === null ? null : { apa: 'dibuka', pada: jendela.mulai };
  const ditunggu = tahap === 'dilaporkan' || (tahap === 'dikembalikan' && kembali);
  return letak === 'kini' && ditunggu && jendela.batas !== null ? { apa: 'batas', pada: jendela.batas } : null;
}

/** Working days (Monday to Friday) that have begun since a day: Friday to Monday is 1, the same day 0. Holidays are not known here. */
export function hariKerja(sejak: string, sampai: string): number {
  let jumlah = 0;
  const minggu = Math.floor(selisihHari(sejak, sampai) / 7);
  if (minggu > 0) jumlah = minggu * 5;
  for (let h = tambahHari(sejak, Math.max(0, minggu) * 7 + 1); h <= sampai; h = tambahHari(h, 1)) {
    const ke = new Date(`${h}T00:00:00Z`).getUTCDay();
    if (ke !== 0 && ke !== 6) jumlah += 1;
  }
  return jumlah;
}

function selisihHari(awal: string, akhir: string): number {
  return Math.round((Date.parse(`${akhir}T00:00:00Z`) - Date.parse(`${awal}T00:00:00Z`)) / 86_400_000);
}
