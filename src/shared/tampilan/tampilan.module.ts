import { Global, Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { GalatFilter } from '../galat.filter';
import { Jam } from '../jam';
import { AsetController } from './aset.controller';
import { HalamanInterceptor } from './halaman.interceptor';
import { kompresiHalaman } from './kompresi';
import { Tampilan } from './tampilan';

/** Rendering, static files and the one exception filter: open to everybody, and without data of any agency. */
@Global()
@Module({
  controllers: [AsetController],
  providers: [
    Tampilan,
    Jam,
    { provide: APP_INTERCEPTOR, useClass: HalamanInterceptor },
    { provide: APP_FILTER, useClass: GalatFilter },
  ],
  exports: [Tampilan, Jam],
})
export class TampilanModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(kompresiHalaman).forRoutes('{*jalur}');
  }
}
