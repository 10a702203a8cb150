import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UnitEntity } from '../organisasi/unit.entity';
import { SurveiEntity } from './survei.entity';

/** Respondents per serving unit. */
@Entity('survei_layanan')
export class SurveiLayananEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn({ name: 'survei_id', foreignKeyConstraintName: 'fk_survei_layanan_survei' })
  survei!: SurveiEntity;

  @PrimaryColumn('uuid')
  surveiId!: string;

  @ManyToOne(() => UnitEntity, { nullable: false })
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_survei_layanan_unit' })
  unit!: UnitEntity;

  @Index('ix_survei_layanan_unit')
  @PrimaryColumn('uuid')
  unitId!: string;

  @Column('integer')
  urutan!: number;

  @Column('integer')
  jumlah!: number;
}
