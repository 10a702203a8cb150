import { Module } from '@nestjs/common';
import { ProgresQuery } from './progres.query';

@Module({ providers: [ProgresQuery], exports: [ProgresQuery] })
export class ProgresModule {}
