import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import type { IsiAdendum } from './adendum/isi-adendum';
import { RencanaEntity } from './rencana.entity';
import { UsulanAdendumEntity } from './usulan-adendum.entity';

/** A change of a plan that is ditetapkan, approved and applied; only ever added to. */
@Entity('adendum')
@Unique('uq_adendum_nomor', ['rencanaId', 'nomor'])
export class AdendumEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_adendum_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_adendum_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_adendum_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @ManyToOne(() => UsulanAdendumEntity, { nullable: false })
  @JoinColumn(dalamInstansi('usulan_id', 'fk_adendum_usulan'))
  usulan!: UsulanAdendumEntity;

  @Index('uq_adendum_usulan', { unique: true })
  @Column('uuid')
  usulanId!: string;

  @Column('integer')
  nomor!: number;

  @Column('text')
  jenis!: IsiAdendum['jenis'];

  /** kode */
  @Column('text')
  kegiatan!: string;

  @Column('jsonb')
  isi!: IsiAdendum;

  @Column('text')
  alasan!: string;

  /** day of approval, in the agency's zone */
  @Column('date')
  tanggal!: string;

  @Column('text')
  penyetujuNama!: string;

  @Column('text', { nullable: true })
  penyetujuJabatan!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('text', { nullable: true })
  olehJabatan!: string | null;

  @Column('timestamptz')
  pada!: Date;
}
