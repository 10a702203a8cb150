import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { CANGKANG_TAMU, type Cangkang, type HitungNav } from './cangkang';
import type { Kabar, KabarView } from './kabar';
import type { Kueri } from './tautan';

/** What every page of a request shows besides its own content, `@root.permintaan` in the templates. */
export interface PermintaanHalaman {
  /** token of every form (`partials/csrf`) */
  readonly csrf: string;
  /** whoever is signed in */
  readonly pengguna: { readonly nama: string } | null;
  readonly cangkang: Cangkang;
  /** year or triwulan that the address named: it goes along to the next page (helper `bawa`, partial `partials/waktu`) */
  readonly waktu: Kueri;
  /** of the agency in whose pages one is; set when it is known */
  logo: { readonly alamat: string; readonly teks: string } | null;
  /** numbers beside entries of the navigation, by `ButirNav.hitung`; set when they are known */
  hitungNav: Readonly<Partial<Record<HitungNav, number>>>;
  /** what the act before this page left to say; once looked at, it is gone */
  readonly kabar: KabarView | null;
  /** leaves that word to the page that follows */
  titipKabar(kabar: Kabar): void;
  /** ETag of a page: the same for pages that differ in the mask of their token alone, another for another browser's token */
  tandaHalaman(html: string): string;
}

const KOSONG: PermintaanHalaman = {
  csrf: '',
  pengguna: null,
  cangkang: CANGKANG_TAMU,
  waktu: {},
  logo: null,
  hitungNav: {},
  kabar: null,
  titipKabar: () => undefined,
  tandaHalaman,
};

/** A request that never came as far as its session (a body too large) shows a page as to a stranger. */
export function permintaanHalaman(res: Response): PermintaanHalaman {
  return (res.locals['permintaan'] as PermintaanHalaman | undefined) ?? KOSONG;
}

export function pasangPermintaan(res: Response, permintaan: PermintaanHalaman): void {
  res.locals['permintaan'] = permintaan;
}

/** Weak: the same page is sent plain or compressed. */
export function tandaHalaman(html: string): string {
  return `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`;
}
