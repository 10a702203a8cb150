import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../../organisasi/organisasi.module';
import { RtlModule } from '../rtl.module';
import { BukuKerjaController } from './buku-kerja.controller';
import { UjiBukuService } from './uji-buku.service';

/** Plans out and in as workbooks and pasted tables; storage is global. */
@Module({ imports: [OrganisasiModule, RtlModule], controllers: [BukuKerjaController], providers: [UjiBukuService] })
export class BukuKerjaModule {}
