import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { SurveiEntity } from '../survei/survei.entity';
import { PrioritasEntity } from './prioritas.entity';
import { RencanaEntity } from './rencana.entity';
import type { KeadaanDalamRencana } from './rtl.rules';

@Entity('kegiatan')
@Unique('uq_kegiatan_sekat', ['id', 'instansiId'])
@Unique('uq_kegiatan_kode', ['rencanaId', 'kode'])
export class KegiatanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_kegiatan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_kegiatan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_kegiatan_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @ManyToOne(() => PrioritasEntity, { nullable: false })
  @JoinColumn(dalamInstansi('prioritas_id', 'fk_kegiatan_prioritas'))
  prioritas!: PrioritasEntity;

  @Index('ix_kegiatan_prioritas')
  @Column('uuid')
  prioritasId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text')
  kode!: string;

  @Column('text')
  uraian!: string;

  @ManyToOne(() => SurveiEntity, { nullable: true })
  @JoinColumn(dalamInstansi('survei_id', 'fk_kegiatan_survei'))
  survei!: SurveiEntity | null;

  @Index('ix_kegiatan_survei')
  @Column('uuid', { nullable: true })
  surveiId!: string | null;

  /** periods as written: `2024-TW3` */
  @Column('text', { array: true })
  jadwal!: string[];

  @Column('text', { nullable: true })
  keluaran!: string | null;

  @Column('text', { nullable: true })
  indikator!: string | null;

  /** the unsur it answers to, where not all of its prioritas; null = those of the prioritas */
  @Column('text', { array: true, nullable: true })
  unsur!: string[] | null;

  /** taken out of the plan by an addendum: the row stays, with its slots and reports */
  @Column('text', { default: 'berlaku' })
  keadaan!: KeadaanDalamRencana;

  /** another one after every write but of its place (a trigger counts) */
  @Column('integer', { default: 1 })
  versi!: number;

  /** who wrote it last, for the next one who had it open */
  @Column('text', { nullable: true })
  diubahNama!: string | null;

  @Column('timestamptz', { nullable: true })
  diubahPada!: Date | null;

  @ManyToOne(() => KegiatanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('asal_kegiatan_id', 'fk_kegiatan_asal'))
  asalKegiatan!: KegiatanEntity | null;

  /** the kegiatan of an earlier plan that it carries on */
  @Index('ix_kegiatan_asal')
  @Column('uuid', { nullable: true })
  asalKegiatanId!: string | null;
}
