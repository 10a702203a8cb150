import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { InstrumenController } from './instrumen.controller';
import { InstrumenQuery } from './instrumen.query';
import { InstrumenService } from './instrumen.service';

@Module({
  imports: [OrganisasiModule],
  controllers: [InstrumenController],
  providers: [InstrumenQuery, InstrumenService],
  exports: [InstrumenQuery],
})
export class InstrumenModule {}
