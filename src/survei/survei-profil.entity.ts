import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { SurveiEntity } from './survei.entity';

/**
 * How many respondents gave which answer about themselves: ages one by one, so that bands may be drawn later, words as they were
 * written, `''` for those who gave none. Each ciri adds up to the number of respondents.
 */
@Entity('survei_profil')
export class SurveiProfilEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_survei_profil_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  surveiId!: string;

  @PrimaryColumn('text')
  ciri!: string;

  @PrimaryColumn('text')
  kelompok!: string;

  @Column('integer')
  urutan!: number;

  @Column('integer')
  jumlah!: number;
}
