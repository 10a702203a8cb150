import { Global, Module } from '@nestjs/common';
import { AuditQuery } from './audit.query';
import { AuditService } from './audit.service';
import { PeriksaRantaiQuery } from './periksa-rantai.query';

/** Global: every act writes to it. */
@Global()
@Module({
  providers: [AuditService, AuditQuery, PeriksaRantaiQuery],
  exports: [AuditService, AuditQuery, PeriksaRantaiQuery],
})
export class AuditModule {}
