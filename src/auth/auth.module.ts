import { Global, Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AkunOrangService } from './akun/akun-orang.service';
import { AkunController } from './akun/akun.controller';
import { AkunQuery } from './akun/akun.query';
import { AkunService } from './akun/akun.service';
import { JejakInstansi } from './akun/jejak-instansi.service';
import { KabarAkunController } from './akun/kabar-akun.controller';
import { TotpAkunController } from './akun/totp-akun.controller';
import { KabarService } from './cangkang/kabar.service';
import { Kunci } from './kunci';
import { AkunContohService } from './masuk/akun-contoh.service';
import { JejakMasuk } from './masuk/jejak-masuk.service';
import { MasukController } from './masuk/masuk.controller';
import { MasukService } from './masuk/masuk.service';
import { PintuService } from './masuk/pintu.service';
import { TotpMasukController } from './masuk/totp-masuk.controller';
import { CaraMasukController } from './oidc/cara-masuk.controller';
import { CaraMasukService } from './oidc/cara-masuk.service';
import { OidcController } from './oidc/oidc.controller';
import { OidcService } from './oidc/oidc.service';
import { PenyediaQuery } from './oidc/penyedia.query';
import { PelakuSesi } from './pelaku-sesi';
import { PembatasService } from './pembatas/pembatas.service';
import { PenentuPelaku } from './penentu-pelaku';
import { PengaturanAuth } from './pengaturan';
import { PenggunaQuery } from './pengguna.query';
import { PemberitahuanService } from './pemberitahuan/pemberitahuan.service';
import { SandiService } from './sandi/sandi.service';
import { CsrfService } from './sesi/csrf.service';
import { SesiMiddleware } from './sesi/sesi.middleware';
import { SesiQuery } from './sesi/sesi.query';
import { SesiService } from './sesi/sesi.service';
import { UnggahanGuard } from './sesi/unggahan.guard';
import { KotakKeluar } from './surat/kotak-keluar.service';
import { PengirimSurat } from './surat/pengirim-surat.service';
import { LupaSandiService } from './tautan/lupa-sandi.service';
import { SuratService } from './tautan/surat.service';
import { TautanController } from './tautan/tautan.controller';
import { TautanService } from './tautan/tautan.service';
import { UndanganService } from './tautan/undangan.service';
import { TotpService } from './totp/totp.service';

/** Accounts and signing in. Global: the guard asks it who sends a request, organisation invites people through it. */
@Global()
@Module({})
export class AuthModule implements NestModule {
  static dengan(pengaturan: PengaturanAuth): DynamicModule {
    return {
      module: AuthModule,
      controllers: [
        MasukController,
        TotpMasukController,
        OidcController,
        TautanController,
        AkunController,
        KabarAkunController,
        TotpAkunController,
        CaraMasukController,
      ],
      providers: [
        { provide: PengaturanAuth, useValue: pengaturan },
        { provide: PenentuPelaku, useClass: PelakuSesi },
        { provide: APP_GUARD, useClass: UnggahanGuard },
        AkunContohService,
        AkunOrangService,
        AkunQuery,
        AkunService,
        CaraMasukService,
        CsrfService,
        JejakInstansi,
        JejakMasuk,
        KabarService,
        KotakKeluar,
        Kunci,
        LupaSandiService,
        MasukService,
        OidcService,
        PembatasService,
        PemberitahuanService,
        PengirimSurat,
        PenggunaQuery,
        PenyediaQuery,
        PintuService,
        SandiService,
        SesiQuery,
        SesiService,
        SuratService,
        TautanService,
        TotpService,
        UndanganService,
      ],
      exports: [
        AkunContohService,
        AkunOrangService,
        KotakKeluar,
        PembatasService,
        PemberitahuanService,
        PengaturanAuth,
        PenentuPelaku,
        PenggunaQuery,
        PintuService,
        SandiService,
        SesiService,
        TautanService,
        UndanganService,
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SesiMiddleware).forRoutes('{*jalur}');
  }
}
