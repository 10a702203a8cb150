import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { RencanaEntity } from './rencana.entity';
import type { BuktiDiharapkan, Rencana } from './rtl.rules';

/** The plan as it was ditetapkan, the denominator; only ever added to. The last row counts: an import may correct what it brought. */
@Entity('rencana_awal')
@Unique('uq_rencana_awal_nomor', ['rencanaId', 'nomor'])
export class RencanaAwalEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_rencana_awal_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_rencana_awal_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_rencana_awal_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @Column('integer')
  nomor!: number;

  @Column('text')
  sumber!: 'tetapkan' | 'impor';

  @Column('jsonb')
  isi!: Rencana;

  /** by kode of kegiatan */
  @Column('jsonb')
  buktiDiharapkan!: Readonly<Record<string, readonly BuktiDiharapkan[]>>;

  @Column('timestamptz')
  pada!: Date;
}
