import type { Pindahan } from './kerangka';

/** What stands around every page for whoever asks: the agency, the ways on, the account. */
export interface Cangkang {
  /** the agency in which the person is now, with all of theirs when there are several; null outside any */
  readonly instansi: { readonly nama: string; readonly pilihan: readonly Pindahan[] | null } | null;
  /** by job, at most seven in all, only what the person may open; null when there is none */
  readonly nav: { readonly utama: readonly ButirNav[]; readonly lagi: readonly ButirNav[] | null } | null;
  readonly akun: Akun | null;
  /** for those who are not signed in; null on the way in */
  readonly masuk: string | null;
}

/** What can be counted beside an entry: things that wait for the person there. */
export type HitungNav = 'tugas' | 'verifikasi';

export interface ButirNav {
  readonly teks: string;
  readonly ikon: string;
  readonly tautan: string;
  readonly hitung: HitungNav | null;
  /** `page` on the page itself, `true` below it */
  readonly kini: 'page' | 'true' | null;
}

export interface Akun {
  readonly nama: string;
  readonly surel: string;
  readonly inisial: string;
  /** the post, and the roles in the agency of the page */
  readonly sebagai: string | null;
  /** places outside the agency: all agencies, the installation */
  readonly lain: readonly { readonly teks: string; readonly tautan: string }[];
}

export const CANGKANG_TAMU: Cangkang = { instansi: null, nav: null, akun: null, masuk: '/masuk' };
