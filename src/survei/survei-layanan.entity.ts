import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { UnitEntity } from '../organisasi/unit.entity';
import { SurveiEntity } from './survei.entity';

/** Respondents per serving unit. */
@Entity('survei_layanan')
export class SurveiLayananEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_survei_layanan_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  surveiId!: string;

  @ManyToOne(() => UnitEntity, { nullable: false })
  @JoinColumn(dalamInstansi('unit_id', 'fk_survei_layanan_unit'))
  unit!: UnitEntity;

  @Index('ix_survei_layanan_unit')
  @PrimaryColumn('uuid')
  unitId!: string;

  @Column('integer')
  urutan!: number;

  @Column('integer')
  jumlah!: number;
}
