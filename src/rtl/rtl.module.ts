import { Module } from '@nestjs/common';
import { RtlQuery } from './rtl.query';

@Module({ providers: [RtlQuery], exports: [RtlQuery] })
export class RtlModule {}
