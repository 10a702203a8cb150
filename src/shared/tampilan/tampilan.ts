import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { HelperDelegate, HelperOptions } from 'handlebars';
import { akarProyek } from '../akar';
import { muatAset, type DaftarAset } from './aset';
import { pembawaIkon } from './ikon';
import type { Kabar } from './kabar';
import type { PermintaanHalaman } from './permintaan';
import { muatTemplat } from './templat';
import { denganWaktu } from './waktu';

/** A page before it is rendered: what a controller returns. */
export class Halaman {
  constructor(
    readonly templat: string,
    readonly konteks: object,
    readonly status = 200,
  ) {}
}

/** Sends the browser on with a GET: what a controller returns after an act. */
export class Alihan {
  /**
   * @param tautan a path of ours, or the whole address of a provider
   * @param kabar what the page that follows says once
   */
  constructor(
    readonly tautan: string,
    readonly kabar: Kabar | null = null,
  ) {}
}

/** `{{bawa tautan}}`: the address with the time that the header shows, so that it stays on the way through an agency. */
const bawa: HelperDelegate = (tautan: unknown, { data }: HelperOptions): unknown => {
  const { permintaan } = (data as { root: { permintaan: PermintaanHalaman } }).root;
  return typeof tautan === 'string' ? denganWaktu(tautan, permintaan.waktu) : tautan;
};

/** Renders pages: the templates below `views/` with the addresses of the static files at hand. */
@Injectable()
export class Tampilan {
  readonly aset: DaftarAset = muatAset();
  private readonly mesin = muatTemplat(join(akarProyek(), 'views'), {
    bawa,
    alamatAset: (nama: unknown) => this.aset.alamat(String(nama)),
  });
  private readonly alamatAset = {
    gaya: this.aset.alamat('gaya.css'),
    lanskap: this.aset.alamat('lanskap.css'),
    merek: this.aset.alamat('merek.svg'),
    segarkan: this.aset.alamat('segarkan.js'),
    huruf: this.aset.alamat('huruf-latin.woff2'),
  };

  private readonly bawaIkon = pembawaIkon(this.aset.ikon);

  render(halaman: Halaman, permintaan: PermintaanHalaman): string {
    return this.bawaIkon(this.mesin.render(halaman.templat, { ...halaman.konteks, aset: this.alamatAset, permintaan }));
  }
}
