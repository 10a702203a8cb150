import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SudahDijawab } from '../../shared/galat';
import { KUNCI_BACA_SENDIRI } from './unggahan';

/** A form with a file is read and its token compared before its route runs, unless the route says that it does so itself. */
@Injectable()
export class UnggahanGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws {SudahDijawab} when the form is too old, or of no page of ours */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { formulirBerkas } = context.switchToHttp().getRequest<Request>();
    const sendiri = this.reflector.getAllAndOverride<boolean | undefined>(KUNCI_BACA_SENDIRI, [context.getHandler()]);
    if (!formulirBerkas || sendiri === true) return true;
    await formulirBerkas.baca();
    if (formulirBerkas.sah()) return true;
    formulirBerkas.tolak();
    throw new SudahDijawab();
  }
}
