import { Module } from '@nestjs/common';
import { SurveiQuery } from './survei.query';

@Module({ providers: [SurveiQuery], exports: [SurveiQuery] })
export class SurveiModule {}
