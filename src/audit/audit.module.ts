import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service';

/** Global: every act writes to it. */
@Global()
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}
