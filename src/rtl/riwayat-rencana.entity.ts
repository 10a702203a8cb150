import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../auth/pengguna.entity';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import type { TindakanRencana } from './alur-rencana.rules';
import { RencanaEntity } from './rencana.entity';

/** Every act on a plan, in order; only ever added to. */
@Entity('riwayat_rencana')
@Unique('uq_riwayat_rencana_nomor', ['rencanaId', 'nomor'])
export class RiwayatRencanaEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_riwayat_rencana_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_riwayat_rencana_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_riwayat_rencana_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @Column('integer')
  nomor!: number;

  @Column('text')
  tindakan!: TindakanRencana;

  @Column('text', { nullable: true })
  alasan!: string | null;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_riwayat_rencana_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_riwayat_rencana_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('text', { nullable: true })
  olehJabatan!: string | null;

  @Column('timestamptz')
  pada!: Date;
}
