import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import type { JenisPeriode } from '../shared/periode';
import { SurveiEntity } from '../survei/survei.entity';
import type { SatuanJadwal, StatusRencana } from './rtl.rules';

@Entity('rencana')
@Unique('uq_rencana_sekat', ['id', 'instansiId'])
@Unique('uq_rencana_kode', ['instansiId', 'kode'])
export class RencanaEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_rencana_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text')
  kode!: string;

  @Column('text')
  judul!: string;

  @ManyToOne(() => SurveiEntity, { nullable: true })
  @JoinColumn(dalamInstansi('survei_id', 'fk_rencana_survei'))
  survei!: SurveiEntity | null;

  @Index('ix_rencana_survei')
  @Column('uuid', { nullable: true })
  surveiId!: string | null;

  @Column('text', { nullable: true })
  periodeJenis!: JenisPeriode | null;

  @Column('integer', { nullable: true })
  periodeTahun!: number | null;

  @Column('integer', { nullable: true })
  periodeKe!: number | null;

  @Column('text')
  satuanJadwal!: SatuanJadwal;

  @Column('text')
  status!: StatusRencana;

  /** another one after every write: what a form or a dry run was made from (a trigger counts) */
  @Column('integer', { default: 1 })
  versi!: number;

  /** last number given to a kegiatan; a number is never given twice */
  @Column('integer', { default: 0 })
  nomorKegiatan!: number;

  @ManyToOne(() => RencanaEntity, { nullable: true })
  @JoinColumn(dalamInstansi('asal_rencana_id', 'fk_rencana_asal'))
  asalRencana!: RencanaEntity | null;

  /** the plan before it, whose unfinished kegiatan are offered */
  @Index('ix_rencana_asal')
  @Column('uuid', { nullable: true })
  asalRencanaId!: string | null;
}
