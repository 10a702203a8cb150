import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi, masaTunggal } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { UnitEntity } from '../unit.entity';

/** What a unit was called from–to (half-open; null = since always, until further notice), so that an old report prints the name that held then. */
@Entity('nama_unit')
@Exclusion('ex_nama_unit_masa', `USING gist (${masaTunggal('unit_id')})`)
export class NamaUnitEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_nama_unit_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_nama_unit_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => UnitEntity, { nullable: false })
  @JoinColumn(dalamInstansi('unit_id', 'fk_nama_unit_unit'))
  unit!: UnitEntity;

  @Index('ix_nama_unit_unit')
  @Column('uuid')
  unitId!: string;

  @Column('text')
  nama!: string;

  @Column('text', { nullable: true })
  singkatan!: string | null;

  @Column('date', { nullable: true })
  mulai!: string | null;

  @Column('date', { nullable: true })
  selesai!: string | null;
}
