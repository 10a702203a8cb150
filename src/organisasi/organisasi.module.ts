import { Module } from '@nestjs/common';
import { OrganisasiQuery } from './organisasi.query';

@Module({ providers: [OrganisasiQuery], exports: [OrganisasiQuery] })
export class OrganisasiModule {}
