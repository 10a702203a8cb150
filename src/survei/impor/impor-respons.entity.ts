import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import type { Pemetaan, Susunan } from '../respons/respons.rules';
import { SurveiEntity } from '../survei.entity';
import type { KeadaanImpor, RingkasanImpor } from './impor.rules';

/**
 * A file of raw answers on its way into a survey. The file itself holds what people wrote about themselves: it is removed when the
 * answers are in, or given up.
 */
@Entity('impor_respons')
@Index('ix_impor_respons_instansi', ['instansiId', 'keadaan'])
@Index('ix_impor_respons_survei', ['surveiId', 'pada'])
export class ImporResponsEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_impor_respons_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_impor_respons_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  surveiId!: string;

  @Column('text')
  keadaan!: KeadaanImpor;

  @Column('text')
  namaBerkas!: string;

  /** bytes */
  @Column('integer')
  ukuran!: number;

  /** of the file, as it came */
  @Column('text')
  sha256!: string;

  /** in the storage; null when the file is gone */
  @Column('text', { nullable: true })
  kunciBerkas!: string | null;

  /** what the person corrected; null = as it was understood */
  @Column('jsonb', { nullable: true })
  pemetaan!: Pemetaan | null;

  @Column('jsonb')
  susunan!: Susunan;

  /** 0–1: share of the file's bytes that were read */
  @Column('real')
  kemajuan!: number;

  /** the process that reads it, and when it last said so */
  @Column('uuid', { nullable: true })
  pekerja!: string | null;

  @Column('timestamptz', { nullable: true })
  denyut!: Date | null;

  /** why it cannot be read, as a sentence */
  @Column('text', { nullable: true })
  galat!: string | null;

  @Column('jsonb', { nullable: true })
  ringkasan!: RingkasanImpor | null;

  /** SHA-256 of the prepared rows: what is applied is what was shown */
  @Column('text', { nullable: true })
  sidik!: string | null;

  /** of the survey as it was when the rows were prepared */
  @Column('text', { nullable: true })
  sidikSurvei!: string | null;

  @Column('text', { nullable: true })
  kunciSiap!: string | null;

  @Column('text', { nullable: true })
  kunciDitolak!: string | null;

  @Column('text')
  oleh!: string;

  @Column('timestamptz')
  pada!: Date;

  @Column('timestamptz', { nullable: true })
  diterapkanPada!: Date | null;
}
