import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module';
import { AkunInstalasiController } from './instalasi/akun-instalasi.controller';
import { AkunInstalasiQuery } from './instalasi/akun-instalasi.query';
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
import { TindakanOrangController } from './orang/tindakan-orang.controller';
import { OrganisasiQuery } from './organisasi.query';
import { PengaturanController } from './pengaturan/pengaturan.controller';
import { PengaturanService } from './pengaturan/pengaturan.service';
import { PenulisPeran } from './peran/penulis-peran';
import { PeranController } from './peran/peran.controller';
import { PeranQuery } from './peran/peran.query';
import { PeranService } from './peran/peran.service';
import { Organisasi } from './tempat';
import { JawabanUndangan } from './undangan/jawaban-undangan.service';
import { TautanUndanganController } from './undangan/tautan-undangan.controller';
import { UndanganAkunController } from './undangan/undangan-akun.controller';
import { UndanganController } from './undangan/undangan.controller';
import { UndanganPeranQuery } from './undangan/undangan-peran.query';
import { UndanganPeranService } from './undangan/undangan-peran.service';
import { UnitController } from './unit/unit.controller';
import { UnitQuery } from './unit/unit.query';
import { UnitService } from './unit/unit.service';

@Module({
  imports: [StorageModule],
  controllers: [
    AkunInstalasiController,
    InstalasiController,
    JabatanController,
    MutasiController,
    OrangController,
    PengaturanController,
    PeranController,
    TautanUndanganController,
    TindakanOrangController,
    UndanganAkunController,
    UndanganController,
    UnitController,
  ],
  providers: [
    AkunInstalasiQuery,
    DaftarDiTangan,
    InstalasiQuery,
    JawabanUndangan,
    PenulisPeran,
    UndanganPeranQuery,
    UndanganPeranService,
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
