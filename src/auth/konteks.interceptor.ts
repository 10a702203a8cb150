import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { defer, lastValueFrom, Observable } from 'rxjs';
import { Transaksi } from '../database/transaksi';
import { KUNCI_IZIN, PUBLIK } from '../shared/publik.dekorator';
import { KUNCI_KONTEKS_SENDIRI, type SyaratRute } from './izin.dekorator';
import './permintaan';

/**
 * One request, one context: what the guard allowed, in one transaction from here to the answer, committed before the answer is sent. A
 * controller therefore returns what is to be sent; writing to the response itself would tell of what may still fail. Public routes and
 * those with `@KonteksSendiri` get the context without a transaction.
 */
@Injectable()
export class KonteksInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transaksi: Transaksi,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { konteks } = context.switchToHttp().getRequest<Request>();
    if (!konteks) throw new Error('Permintaan tidak melewati IzinGuard');
    const sasaran = [context.getHandler(), context.getClass()];
    const publik = this.reflector.getAllAndOverride<SyaratRute | undefined>(KUNCI_IZIN, sasaran) === PUBLIK;
    if (publik || this.reflector.getAllAndOverride<boolean | undefined>(KUNCI_KONTEKS_SENDIRI, sasaran) === true) {
      return new Observable((pelanggan) => this.transaksi.denganKonteks(konteks, () => next.handle().subscribe(pelanggan)));
    }
    return defer(() => this.transaksi.sebagai(konteks, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
