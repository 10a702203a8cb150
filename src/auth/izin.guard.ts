import { ForbiddenException, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Konteks } from '../database/konteks';
import { Transaksi } from '../database/transaksi';
import { GalatBelumMasuk, GalatTidakBerhak, GalatTidakDitemukan } from '../shared/galat';
import { kalimatPemegang, punyaIzin, punyaIzinDi, punyaIzinOperator, type Izin } from './izin';
import { KUNCI_IZIN, PUBLIK } from '../shared/publik.dekorator';
import type { SyaratRute } from './izin.dekorator';
import { olehPelaku, olehTamu } from './oleh';
import { instansiPelaku, type Pelaku } from './pelaku';
import { PenentuPelaku } from './penentu-pelaku';
import './permintaan';

const KENDALI = /\p{Cc}/u;
/** As long as a code may be (docs/paket.md). */
const KODE_TERPANJANG = 100;

/**
 * Closed by default: a route that says neither `@Izin` nor `@Publik` answers nobody. Finds out who asks and decides what the request may
 * touch: the agency of the address, when the person holds a role there, or all of theirs on an address without one.
 */
@Injectable()
export class IzinGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly transaksi: Transaksi,
    @Optional() private readonly penentu?: PenentuPelaku,
  ) {}

  /**
   * @throws {GalatBelumMasuk} 401 or the sign-in page
   * @throws {GalatTidakDitemukan} 404 in an agency where the person holds no role, as in one that does not exist
   * @throws {GalatTidakBerhak} 403 when the roles held do not have the permission
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const syarat = this.reflector.getAllAndOverride<SyaratRute | undefined>(KUNCI_IZIN, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (syarat === undefined) throw new ForbiddenException();
    const req = context.switchToHttp().getRequest<Request>();
    const pelaku = (await this.penentu?.tentukan(req)) ?? null;
    req.pelaku = pelaku ?? undefined;
    if (syarat === PUBLIK) {
      const oleh = pelaku ? olehPelaku(pelaku, req) : olehTamu(req);
      req.konteks = { instansi: [], pengguna: pelaku?.penggunaId ?? null, operator: false, oleh };
      return true;
    }
    if (!pelaku) throw new GalatBelumMasuk();
    req.konteks = await this.izinkan(pelaku, syarat, req);
    return true;
  }

  private async izinkan(pelaku: Pelaku, izin: Izin, req: Request): Promise<Konteks> {
    const operator = punyaIzinOperator(pelaku, izin);
    const dasar = { pengguna: pelaku.penggunaId, operator, oleh: olehPelaku(pelaku, req) };
    const kode: unknown = req.params['instansi'];
    if (kode === undefined) {
      if (!punyaIzin(pelaku, izin)) throw tidakBerhak(izin);
      return { ...dasar, instansi: instansiPelaku(pelaku) };
    }
    const milik = pelaku.instansi.find((instansi) => instansi.kode === kode);
    if (milik) {
      if (!punyaIzinDi(pelaku, izin, milik.id)) throw tidakBerhak(izin);
      req.instansiId = milik.id;
      return { ...dasar, instansi: [milik.id] };
    }
    // The operator's path sees the agency's entry, not its content.
    const lain = operator && typeof kode === 'string' ? await this.cariInstansi(kode, { ...dasar, instansi: [] }) : null;
    if (lain === null) throw tidakAda();
    req.instansiId = lain;
    return { ...dasar, instansi: [] };
  }

  /** A text that can be no code never reaches the database. */
  private async cariInstansi(kode: string, konteks: Konteks): Promise<string | null> {
    if (kode === '' || kode.length > KODE_TERPANJANG || KENDALI.test(kode) || !kode.isWellFormed()) return null;
    const [baris] = await this.transaksi.sebagai(konteks, (manager) =>
      manager.query<{ id: string }[]>('SELECT id FROM instansi WHERE kode = $1', [kode]),
    );
    return baris?.id ?? null;
  }
}

/** The same words for an agency that does not exist and for one that is none of the person's business. */
function tidakAda(): GalatTidakDitemukan {
  return new GalatTidakDitemukan(
    'Instansi dengan kode itu tidak ada di sini, atau Anda tidak memiliki peran di dalamnya. Periksa alamatnya, atau mintalah peran ' +
      'kepada admin instansi itu.',
  );
}

function tidakBerhak(izin: Izin): GalatTidakBerhak {
  return new GalatTidakBerhak(
    `Halaman ini untuk ${kalimatPemegang(izin)}. Bila Anda memerlukannya, mintalah peran itu kepada admin instansi Anda.`,
  );
}
