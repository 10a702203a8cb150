import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SurveiEntity } from './survei.entity';

/** One respondent's answers, a digit an unsur in the order of `survei_unsur.urutan`, `-` for none. No name, no number, no address. */
@Entity('respons')
export class ResponsEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn({ name: 'survei_id', foreignKeyConstraintName: 'fk_respons_survei' })
  survei!: SurveiEntity;

  @PrimaryColumn('uuid')
  surveiId!: string;

  @PrimaryColumn('integer')
  nomor!: number;

  @Column('text')
  jawaban!: string;
}
