import { Module } from '@nestjs/common';
import { InstrumenQuery } from './instrumen.query';

@Module({ providers: [InstrumenQuery], exports: [InstrumenQuery] })
export class InstrumenModule {}
