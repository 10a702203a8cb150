import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Peran } from '../../auth/pelaku';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { UnitEntity } from '../unit.entity';
import type { KeadaanUndangan } from './undangan.policy';

/** A role offered to somebody who has an account already; it gives nothing until it is taken. Answered or withdrawn, never deleted. */
@Entity('undangan_peran')
export class UndanganPeranEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_undangan_peran_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_undangan_peran_instansi')
  @Column('uuid')
  instansiId!: string;

  /** as the invited person is told, who may not see the agency yet */
  @Column('text')
  instansiNama!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_undangan_peran_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_undangan_peran_pengguna')
  @Column('uuid')
  penggunaId!: string;

  /** as the inviter wrote it: whoever has the account is none of the agency's business before they take it */
  @Column('text')
  nama!: string;

  @Column('text')
  peran!: Peran;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_undangan_peran_unit'))
  unit!: UnitEntity | null;

  @Index('ix_undangan_peran_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text', { nullable: true })
  unitNama!: string | null;

  @Column('date')
  mulai!: string;

  @Column('date', { nullable: true })
  selesai!: string | null;

  @Column('text', { nullable: true })
  dasar!: string | null;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'diundang_oleh', foreignKeyConstraintName: 'fk_undangan_peran_pengundang' })
  pengundang!: PenggunaEntity | null;

  @Index('ix_undangan_peran_pengundang')
  @Column('uuid', { name: 'diundang_oleh', nullable: true })
  diundangOlehId!: string | null;

  @Column('text')
  pengundangNama!: string;

  @Column('timestamptz')
  dibuat!: Date;

  @Column('timestamptz')
  berakhir!: Date;

  @Column('text')
  keadaan!: KeadaanUndangan;

  @Column('timestamptz', { nullable: true })
  dijawab!: Date | null;
}
