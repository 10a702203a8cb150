import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { SurveiEntity } from './survei.entity';

/** One respondent's answers, a digit an unsur in the order of `survei_unsur.urutan`, `-` for none. No name, no number, no address. */
@Entity('respons')
export class ResponsEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_respons_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  surveiId!: string;

  @PrimaryColumn('integer')
  nomor!: number;

  @Column('text')
  jawaban!: string;
}
