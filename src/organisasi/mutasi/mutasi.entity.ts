import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { PenugasanEntity } from '../jabatan/penugasan.entity';
import type { LangkahMutasi, PilihanMutasi, StatusMutasi } from './mutasi.rules';

/** One transfer: the holding that ends, who inherits what, the dry run as it was shown, and when it was done. */
@Entity('mutasi')
export class MutasiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_mutasi_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_mutasi_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => PenugasanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('penugasan_id', 'fk_mutasi_penugasan'))
  penugasan!: PenugasanEntity;

  @Index('ix_mutasi_penugasan')
  @Column('uuid')
  penugasanId!: string;

  /** first day on which the person no longer holds what ends */
  @Column('date')
  tanggal!: string;

  @Column('text')
  alasan!: string;

  @Column('text')
  status!: StatusMutasi;

  @Column('jsonb')
  pilihan!: readonly PilihanMutasi[];

  /** the dry run: exactly what the act will do */
  @Column('jsonb', { nullable: true })
  langkah!: readonly LangkahMutasi[] | null;

  /** fingerprint of everything in hand when the dry run was made */
  @Column('text', { nullable: true })
  sidik!: string | null;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'dibuat_oleh', foreignKeyConstraintName: 'fk_mutasi_pembuat' })
  pembuat!: PenggunaEntity;

  @Index('ix_mutasi_pembuat')
  @Column('uuid', { name: 'dibuat_oleh' })
  dibuatOlehId!: string;

  @Column('timestamptz')
  dibuatPada!: Date;

  @Column('timestamptz', { nullable: true })
  diperiksaPada!: Date | null;

  @Column('timestamptz', { nullable: true })
  dijalankanPada!: Date | null;
}
