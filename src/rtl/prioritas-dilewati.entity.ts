import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { RencanaEntity } from './rencana.entity';

/** One of the lowest unsur that the plan leaves out, with the reason that the report prints. */
@Entity('prioritas_dilewati')
@Unique('uq_prioritas_dilewati_unsur', ['rencanaId', 'unsur'])
export class PrioritasDilewatiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_prioritas_dilewati_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_prioritas_dilewati_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_prioritas_dilewati_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @Column('text')
  unsur!: string;

  @Column('text')
  alasan!: string;
}
