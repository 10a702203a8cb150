import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { KOLOM_DESIMAL } from '../database/kolom';
import { SurveiEntity } from './survei.entity';

/** What is known of one unsur of a survey: counted sums, or the printed averages. */
@Entity('survei_unsur')
export class SurveiUnsurEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn({ name: 'survei_id', foreignKeyConstraintName: 'fk_survei_unsur_survei' })
  survei!: SurveiEntity;

  @PrimaryColumn('uuid')
  surveiId!: string;

  @PrimaryColumn('text')
  unsur!: string;

  @Column('integer')
  urutan!: number;

  @Column('integer', { nullable: true })
  n!: number | null;

  @Column('integer', { nullable: true })
  jumlah!: number | null;

  @Column('numeric', { nullable: true, transformer: KOLOM_DESIMAL })
  nrr!: number | null;

  @Column('numeric', { nullable: true, transformer: KOLOM_DESIMAL })
  nilai!: number | null;
}
