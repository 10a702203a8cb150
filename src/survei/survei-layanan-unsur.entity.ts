import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { SurveiEntity } from './survei.entity';

/** Counted answers per service, as respondents named it (`''` = none named), and per unsur. */
@Entity('survei_layanan_unsur')
export class SurveiLayananUnsurEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_survei_layanan_unsur_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  surveiId!: string;

  @PrimaryColumn('text')
  layanan!: string;

  @PrimaryColumn('text')
  unsur!: string;

  /** of the service: larger services first */
  @Column('integer')
  urutan!: number;

  /** respondents of the service */
  @Column('integer')
  responden!: number;

  /** those of them who answered this unsur, and the sum of their answers */
  @Column('integer')
  n!: number;

  @Column('integer')
  jumlah!: number;

  /** NRR = jumlah / (n × penyebut) */
  @Column('integer')
  penyebut!: number;
}
