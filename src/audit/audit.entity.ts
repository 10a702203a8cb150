import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AuditRantaiEntity } from './audit-rantai.entity';
import type { IsiAudit } from './bentuk-peristiwa';

/** One act, as it happened. Rows are only ever added; number and hashes are given by the database. */
@Entity('audit')
@Index('ix_audit_instansi', ['instansiId', 'waktu'])
@Index('ix_audit_sasaran', ['sasaranId'])
export class AuditEntity {
  @ManyToOne(() => AuditRantaiEntity, { nullable: false })
  @JoinColumn({ name: 'rantai_id', foreignKeyConstraintName: 'fk_audit_rantai' })
  rantai!: AuditRantaiEntity;

  @PrimaryColumn('uuid')
  rantaiId!: string;

  @PrimaryColumn('integer')
  nomor!: number;

  @ManyToOne('InstansiEntity', { nullable: true })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_audit_instansi' })
  instansi!: object | null;

  /** null for the installation's own events */
  @Column('uuid', { nullable: true })
  instansiId!: string | null;

  @Column('timestamptz')
  waktu!: Date;

  /** a key of `PERISTIWA`, or one of an older version */
  @Column('text')
  peristiwa!: string;

  @Column('uuid', { nullable: true })
  penggunaId!: string | null;

  /** as they stood then: an entry does not follow a later change of name or post */
  @Column('text')
  nama!: string;

  @Column('text', { nullable: true })
  jabatan!: string | null;

  @Column('text', { array: true })
  peran!: string[];

  @Column('text')
  sasaranJenis!: string;

  @Column('text', { nullable: true })
  sasaranId!: string | null;

  @Column('text')
  sasaranNama!: string;

  @Column('jsonb', { nullable: true })
  sebelum!: IsiAudit | null;

  @Column('jsonb', { nullable: true })
  sesudah!: IsiAudit | null;

  @Column('text', { nullable: true })
  alasan!: string | null;

  @Column('text', { nullable: true })
  ip!: string | null;

  /** user agent, or the command */
  @Column('text', { nullable: true })
  agen!: string | null;

  @Column('text')
  sidikLalu!: string;

  @Column('text')
  sidik!: string;
}
