import { ForbiddenException, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { GalatBelumMasuk } from '../shared/galat';
import { KUNCI_IZIN, type SyaratRute } from './izin.dekorator';
import { PenentuPelaku } from './penentu-pelaku';
import './permintaan';

/** Closed by default: a route that says neither `@Izin` nor `@Publik` answers nobody. */
@Injectable()
export class IzinGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Optional() private readonly penentu?: PenentuPelaku,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const syarat = this.reflector.getAllAndOverride<SyaratRute | undefined>(KUNCI_IZIN, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (syarat === undefined) throw new ForbiddenException();
    const req = context.switchToHttp().getRequest<Request>();
    req.pelaku = (await this.penentu?.tentukan(req)) ?? undefined;
    if (syarat === 'publik') return true;
    if (!req.pelaku) throw new GalatBelumMasuk();
    return true;
  }
}
