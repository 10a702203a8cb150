import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi, masaTunggal } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { UnitEntity } from '../unit.entity';
import { JabatanEntity } from './jabatan.entity';

/** In which unit a post stood from–to, and whether it headed it, as `nama_unit`. */
@Entity('letak_jabatan')
@Exclusion('ex_letak_jabatan_masa', `USING gist (${masaTunggal('jabatan_id')})`)
export class LetakJabatanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_letak_jabatan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_letak_jabatan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => JabatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('jabatan_id', 'fk_letak_jabatan_jabatan'))
  jabatan!: JabatanEntity;

  @Index('ix_letak_jabatan_jabatan')
  @Column('uuid')
  jabatanId!: string;

  @ManyToOne(() => UnitEntity, { nullable: false })
  @JoinColumn(dalamInstansi('unit_id', 'fk_letak_jabatan_unit'))
  unit!: UnitEntity;

  @Index('ix_letak_jabatan_unit')
  @Column('uuid')
  unitId!: string;

  @Column('boolean')
  memimpin!: boolean;

  @Column('date', { nullable: true })
  mulai!: string | null;

  @Column('date', { nullable: true })
  selesai!: string | null;
}
