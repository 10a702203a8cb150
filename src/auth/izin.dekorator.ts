import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Izin as NamaIzin } from './izin';
import { KUNCI_IZIN, type PUBLIK } from '../shared/publik.dekorator';
import type { Pelaku } from './pelaku';

export { Publik } from '../shared/publik.dekorator';

export const KUNCI_KONTEKS_SENDIRI = 'tuntas:konteks-sendiri';

/** What a route asks of its caller: a permission, or nothing. */
export type SyaratRute = NamaIzin | typeof PUBLIK;

/** The permission that a route (or each route of a controller) asks for; its agency is the `:instansi` of the address. */
export const Izin = (izin: NamaIzin): CustomDecorator => SetMetadata(KUNCI_IZIN, izin satisfies SyaratRute);

/**
 * The route opens its transactions itself (`Transaksi.jalankan`), under the context of the request: for long work such as printing,
 * which must hold no connection. Every other route runs in one transaction from guard to answer.
 */
export const KonteksSendiri = (): CustomDecorator => SetMetadata(KUNCI_KONTEKS_SENDIRI, true);

/** Who asks; only on routes with `@Izin`. @throws {Error} on a public route without anybody signed in */
export const PelakuKini = createParamDecorator((_: unknown, context: ExecutionContext): Pelaku => {
  const { pelaku } = context.switchToHttp().getRequest<Request>();
  if (!pelaku) throw new Error('PelakuKini dipakai pada rute tanpa @Izin');
  return pelaku;
});
