import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Chain of the installation: signing in, operators. Every other chain has the id of its agency. */
export const RANTAI_PEMASANGAN = '00000000-0000-0000-0000-000000000000';

/** Length and last hash of one chain of the audit. Only the database itself moves it, with each entry. */
@Entity('audit_rantai')
export class AuditRantaiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne('InstansiEntity', { nullable: true })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_audit_rantai_instansi' })
  instansi!: object | null;

  @Index('uq_audit_rantai_instansi', { unique: true })
  @Column('uuid', { nullable: true })
  instansiId!: string | null;

  @Column('integer')
  jumlah!: number;

  @Column('text')
  sidik!: string;
}
