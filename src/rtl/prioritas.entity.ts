import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { RencanaEntity } from './rencana.entity';
import type { AsalPrioritas } from './rtl.rules';

@Entity('prioritas')
@Unique('uq_prioritas_sekat', ['id', 'instansiId'])
@Unique('uq_prioritas_no', ['rencanaId', 'no'], { deferrable: 'INITIALLY DEFERRED' })
export class PrioritasEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_prioritas_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_prioritas_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_prioritas_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @Column('integer')
  urutan!: number;

  @Column('integer')
  no!: number;

  @Column('text')
  judul!: string;

  @Column('text', { nullable: true })
  program!: string | null;

  @Column('text', { array: true })
  unsur!: string[];

  @Column('text', { nullable: true })
  alasan!: string | null;

  /** null = not stated, as in a paket */
  @Column('text', { nullable: true })
  asal!: AsalPrioritas | null;

  /** another one after every write but of its place (a trigger counts) */
  @Column('integer', { default: 1 })
  versi!: number;
}
