import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { SurveiEntity } from './survei.entity';

/** Respondents of one block, at most. */
export const RESPONDEN_PER_BLOK = 1000;

/**
 * Raw answers of up to 1 000 respondents: every column an array of `n` values in one order, so that `unnest` gives rows again; null where
 * the file had no such column. No name, no number, no address.
 */
@Entity('respons')
export class ResponsEntity {
  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_respons_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  surveiId!: string;

  /** from 0, in the order of the file */
  @PrimaryColumn('integer')
  blok!: number;

  @Column('integer')
  n!: number;

  /** a digit an unsur in the order of `survei_unsur.urutan`, `-` for none */
  @Column('text', { array: true })
  jawaban!: string[];

  /** line in the file */
  @Column('integer', { array: true, nullable: true })
  baris!: number[] | null;

  /** as `jawaban` */
  @Column('text', { array: true, nullable: true })
  kepentingan!: string[] | null;

  @Column('text', { array: true, nullable: true })
  layanan!: (string | null)[] | null;

  @Column('date', { array: true, nullable: true })
  tanggal!: (string | null)[] | null;

  @Column('smallint', { array: true, nullable: true })
  usia!: (number | null)[] | null;

  @Column('text', { array: true, nullable: true })
  jenisKelamin!: (string | null)[] | null;

  @Column('text', { array: true, nullable: true })
  pendidikan!: (string | null)[] | null;

  @Column('text', { array: true, nullable: true })
  pekerjaan!: (string | null)[] | null;

  /** columns kept on purpose: values by the title of the column */
  @Column('jsonb', { nullable: true })
  lain!: Record<string, (string | null)[]> | null;
}
