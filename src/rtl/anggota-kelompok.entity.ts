import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { UnitEntity } from '../organisasi/unit.entity';
import { KelompokUnitEntity } from './kelompok-unit.entity';

@Entity('anggota_kelompok')
export class AnggotaKelompokEntity {
  @ManyToOne(() => KelompokUnitEntity, { nullable: false })
  @JoinColumn(dalamInstansi('kelompok_id', 'fk_anggota_kelompok_kelompok'))
  kelompok!: KelompokUnitEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  kelompokId!: string;

  @ManyToOne(() => UnitEntity, { nullable: false })
  @JoinColumn(dalamInstansi('unit_id', 'fk_anggota_kelompok_unit'))
  unit!: UnitEntity;

  @Index('ix_anggota_kelompok_unit')
  @PrimaryColumn('uuid')
  unitId!: string;
}
