import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { InstansiEntity } from './instansi.entity';

@Entity('unit')
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
  @JoinColumn({ name: 'induk_id', foreignKeyConstraintName: 'fk_unit_induk' })
  induk!: UnitEntity | null;

  @Index('ix_unit_induk')
  @Column('uuid', { nullable: true })
  indukId!: string | null;
}
