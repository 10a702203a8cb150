import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module';
import { InstalasiController } from './instalasi/instalasi.controller';
import { InstalasiQuery } from './instalasi/instalasi.query';
import { InstalasiService } from './instalasi/instalasi.service';
import { JabatanController } from './jabatan/jabatan.controller';
import { JabatanQuery } from './jabatan/jabatan.query';
import { JabatanService } from './jabatan/jabatan.service';
import { DaftarDiTangan } from './mutasi/di-tangan';
import { MutasiController } from './mutasi/mutasi.controller';
import { MutasiQuery } from './mutasi/mutasi.query';
import { MutasiService } from './mutasi/mutasi.service';
import { OrangController } from './orang/orang.controller';
import { OrangQuery } from './orang/orang.query';
import { OrangService } from './orang/orang.service';
import { OrganisasiQuery } from './organisasi.query';
import { PengaturanController } from './pengaturan/pengaturan.controller';
import { PengaturanService } from './pengaturan/pengaturan.service';
import { PeranController } from './peran/peran.controller';
import { PeranQuery } from './peran/peran.query';
import { PeranService } from './peran/peran.service';
import { Organisasi } from './tempat';
import { UnitController } from './unit/unit.controller';
import { UnitQuery } from './unit/unit.query';
import { UnitService } from './unit/unit.service';

@Module({
  imports: [StorageModule],
  controllers: [
    InstalasiController,
    JabatanController,
    MutasiController,
    OrangController,
    PengaturanController,
    PeranController,
    UnitController,
  ],
  providers: [
    DaftarDiTangan,
    InstalasiQuery,
    InstalasiService,
    JabatanQuery,
    JabatanService,
    MutasiQuery,
    MutasiService,
    OrangQuery,
    OrangService,
    Organisasi,
    OrganisasiQuery,
    PengaturanService,
    PeranQuery,
    PeranService,
    UnitQuery,
    UnitService,
  ],
  exports: [DaftarDiTangan, JabatanQuery, Organisasi, OrganisasiQuery, PeranQuery, PeranService, PengaturanService, UnitQuery],
})
export class OrganisasiModule {}
