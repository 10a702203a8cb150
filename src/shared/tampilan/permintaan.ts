import type { Response } from 'express';

/** What every page of a request shows besides its own content, `@root.permintaan` in the templates. */
export interface PermintaanHalaman {
  /** token of every form (`partials/csrf`) */
  readonly csrf: string;
  /** whoever is signed in */
  readonly pengguna: { readonly nama: string } | null;
}

const KOSONG: PermintaanHalaman = { csrf: '', pengguna: null };

/** A request that never came as far as its session (a body too large) shows a page as to a stranger. */
export function permintaanHalaman(res: Response): PermintaanHalaman {
  return (res.locals['permintaan'] as PermintaanHalaman | undefined) ?? KOSONG;
}

export function pasangPermintaan(res: Response, permintaan: PermintaanHalaman): void {
  res.locals['permintaan'] = permintaan;
}
