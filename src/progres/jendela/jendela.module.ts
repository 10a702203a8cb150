import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../../organisasi/organisasi.module';
import { JendelaController } from './jendela.controller';
import { JendelaQuery } from './jendela.query';
import { JendelaService } from './jendela.service';

@Module({
  imports: [OrganisasiModule],
  controllers: [JendelaController],
  providers: [JendelaQuery, JendelaService],
  exports: [JendelaQuery],
})
export class JendelaModule {}
