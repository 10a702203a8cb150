import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { IzinGuard } from './izin.guard';
import { KonteksInterceptor } from './konteks.interceptor';
import { DaftarRute } from './rute';

/** The locks of every route: who may pass, and what the passing request may touch. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    DaftarRute,
    { provide: APP_GUARD, useClass: IzinGuard },
    { provide: APP_INTERCEPTOR, useClass: KonteksInterceptor },
  ],
  exports: [DaftarRute],
})
export class IzinModule {}
