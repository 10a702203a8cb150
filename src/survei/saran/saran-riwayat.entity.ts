import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { SaranEntity } from './saran.entity';
import type { StatusSaran } from './saran.rules';

/** One step of a suggestion, from one state to the next, with its reason. Only ever added. */
@Entity('saran_riwayat')
export class SaranRiwayatEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_saran_riwayat_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_saran_riwayat_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => SaranEntity, { nullable: false })
  @JoinColumn(dalamInstansi('saran_id', 'fk_saran_riwayat_saran'))
  saran!: SaranEntity;

  @Index('ix_saran_riwayat_saran')
  @Column('uuid')
  saranId!: string;

  /** a `TindakanSaran`; `tindak-lanjuti` and `lepas` as plans take it up and drop it */
  @Column('text')
  tindakan!: string;

  @Column('text')
  dari!: StatusSaran;

  @Column('text')
  ke!: StatusSaran;

  @Column('text', { nullable: true })
  keterangan!: string | null;

  @Column('text', { nullable: true })
  alasan!: string | null;

  @Column('timestamptz')
  pada!: Date;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_saran_riwayat_pengguna' })
  pengguna!: PenggunaEntity | null;

  @Index('ix_saran_riwayat_pengguna')
  @Column('uuid', { nullable: true })
  penggunaId!: string | null;

  @Column('text')
  nama!: string;
}
