import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { KUNCI_IZIN } from '../shared/publik.dekorator';
import type { SyaratRute } from './izin.dekorator';

/** One route as its controller declares it. */
export interface Rute {
  /** `GET` */
  readonly metode: string;
  /** `/instansi/:instansi/survei/:survei` */
  readonly jalur: string;
  /** undefined: it says nothing, and answers nobody */
  readonly syarat: SyaratRute | undefined;
}

/** Every route of the application. The application does not start while one of them says nothing about who may use it. */
@Injectable()
export class DaftarRute implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const lupa = this.semua().filter((rute) => rute.syarat === undefined);
    if (lupa.length === 0) return;
    const daftar = lupa.map(({ metode, jalur }) => `${metode} ${jalur}`).join(', ');
    throw new Error(`Rute tanpa @Izin atau @Publik: ${daftar}`);
  }

  semua(): Rute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (typeof instance !== 'object' || instance === null || typeof metatype !== 'function') return [];
      const prototipe = Object.getPrototypeOf(instance) as Record<string, unknown>;
      const awal = daftarJalur(this.reflector.get(PATH_METADATA, metatype));
      return this.scanner.getAllMethodNames(prototipe).flatMap((nama) => {
        const penangan = prototipe[nama];
        if (typeof penangan !== 'function') return [];
        const kerja = penangan as () => unknown;
        const metode = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, kerja);
        if (metode === undefined) return [];
        const syarat = this.reflector.getAllAndOverride<SyaratRute | undefined>(KUNCI_IZIN, [kerja, metatype]);
        const akhir = daftarJalur(this.reflector.get(PATH_METADATA, kerja));
        return awal.flatMap((a) => akhir.map((b) => ({ metode: RequestMethod[metode], jalur: gabung(a, b), syarat })));
      });
    });
  }
}

function daftarJalur(isi: unknown): string[] {
  return Array.isArray(isi) ? isi.map(String) : [typeof isi === 'string' ? isi : ''];
}

function gabung(...bagian: readonly string[]): string {
  return `/${bagian
    .flatMap((b) => b.split('/'))
    .filter(Boolean)
    .join('/')}`;
}
