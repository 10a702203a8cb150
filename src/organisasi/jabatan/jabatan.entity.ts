import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { UnitEntity } from '../unit.entity';

/** A post in a unit. Duties sit here; who holds it is a `penugasan`. */
@Entity('jabatan')
@Unique('uq_jabatan_sekat', ['id', 'instansiId'])
export class JabatanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_jabatan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_jabatan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => UnitEntity, { nullable: false })
  @JoinColumn(dalamInstansi('unit_id', 'fk_jabatan_unit'))
  unit!: UnitEntity;

  @Index('ix_jabatan_unit')
  @Column('uuid')
  unitId!: string;

  @Column('integer')
  urutan!: number;

  /** the title as letters print it: `Kepala Bagian Umum` */
  @Column('text')
  nama!: string;

  /** heads the unit */
  @Column('boolean')
  memimpin!: boolean;

  /** first day on which the post is no more */
  @Column('date', { nullable: true })
  berakhir!: string | null;
}
