import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi, KOLOM_DESIMAL } from '../database/kolom';
import { SurveiEntity } from './survei.entity';

/** What is known of one unsur of a survey: counted sums, or the printed averages. */
@Entity('survei_unsur')
export class SurveiUnsurEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_survei_unsur_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  instansiId!: string;

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

  /** importance as it was asked beside the answers: those who gave one, and their sum */
  @Column('integer', { nullable: true })
  kepentinganN!: number | null;

  @Column('integer', { nullable: true })
  kepentinganJumlah!: number | null;

  /** where the unsur had several questions: NRR = jumlah / (n × penyebut); null = 1 */
  @Column('integer', { nullable: true })
  penyebut!: number | null;
}
