import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { InstansiEntity } from '../organisasi/instansi.entity';

/** A named group of units ("seluruh Pokja") that a plan may name as penanggung jawab. */
@Entity('kelompok_unit')
@Unique('uq_kelompok_unit_sekat', ['id', 'instansiId'])
@Unique('uq_kelompok_unit_nama', ['instansiId', 'nama'])
export class KelompokUnitEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_kelompok_unit_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @Column('text')
  nama!: string;
}
