import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { UnitEntity } from '../../organisasi/unit.entity';
import { SurveiEntity } from '../survei.entity';
import type { StatusSaran } from './saran.rules';

/**
 * What respondents of one survey suggested in the same words about the same service: one row, with how often it came. The words as they
 * came are never changed.
 */
@Entity('saran')
@Unique('uq_saran_sekat', ['id', 'instansiId'])
@Unique('uq_saran_nomor', ['surveiId', 'nomor'])
@Unique('uq_saran_sidik', ['surveiId', 'sidik'])
export class SaranEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_saran_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_saran_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => SurveiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('survei_id', 'fk_saran_survei'))
  survei!: SurveiEntity;

  @Column('uuid')
  surveiId!: string;

  /** 1, 2, 3 … within the survey */
  @Column('integer')
  nomor!: number;

  /** SHA-256 of the words as they are compared, and of the service */
  @Column('text')
  sidik!: string;

  @Column('text')
  teks!: string;

  /** with phone numbers, names and the like replaced; null where there are none */
  @Column('text', { nullable: true })
  teksSamar!: string | null;

  /** the label of the service as the file has it */
  @Column('text', { nullable: true })
  layanan!: string | null;

  /** lines of the file, the first few */
  @Column('integer', { array: true })
  baris!: number[];

  @Column('integer')
  jumlahKetik!: number;

  @Column('integer')
  jumlahBerkas!: number;

  @Column('timestamptz')
  diterimaPada!: Date;

  @Column('text')
  status!: StatusSaran;

  /** proposed by the words, for a person to confirm */
  @Column('text', { nullable: true })
  usulUnsur!: string | null;

  /** null while `baru`; later: no unsur */
  @Column('text', { nullable: true })
  unsur!: string | null;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_saran_unit'))
  unit!: UnitEntity | null;

  @Index('ix_saran_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  /** as it may be published, after review */
  @Column('text', { nullable: true })
  teksTerbit!: string | null;
}
