/** A file in its field. */
export interface BerkasKiriman {
  readonly medan: string;
  readonly nama: string;
  readonly isi: string | Uint8Array<ArrayBuffer>;
}

/** A logo that is accepted: the smallest picture with a side of 32 pixels. */
export const LOGO_UJI: BerkasKiriman = {
  medan: 'logo',
  nama: 'logo.png',
  isi: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR4nGNgU/OlKWIYtWDUglELRi0YtWDUglELRi0YtWDUglELhooFANv75BBsPZJrAAAAAElFTkSuQmCC',
    'base64',
  ),
};
