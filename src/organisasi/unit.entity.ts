import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from './instansi.entity';

@Entity('unit')
@Unique('uq_unit_sekat', ['id', 'instansiId'])
@Unique('uq_unit_kode', ['instansiId', 'kode'])
export class UnitEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_unit_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text')
  kode!: string;

  @Column('text')
  nama!: string;

  @Column('text', { nullable: true })
  singkatan!: string | null;

  @Column('text')
  jenis!: string;

  @ManyToOne(() => UnitEntity, { nullable: true, deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn(dalamInstansi('induk_id', 'fk_unit_induk'))
  induk!: UnitEntity | null;

  @Index('ix_unit_induk')
  @Column('uuid', { nullable: true })
  indukId!: string | null;

  /** first day on which the unit no longer works: merged (with a successor) or retired */
  @Column('date', { nullable: true })
  berakhir!: string | null;

  @ManyToOne(() => UnitEntity, { nullable: true, deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn(dalamInstansi('penerus_id', 'fk_unit_penerus'))
  penerus!: UnitEntity | null;

  @Index('ix_unit_penerus')
  @Column('uuid', { nullable: true })
  penerusId!: string | null;
}
