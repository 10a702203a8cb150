import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi, masaTunggal } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { UnitEntity } from '../unit.entity';
import type { Peran } from '../../auth/pelaku';
import { PenggunaEntity } from '../../auth/pengguna.entity';

/** A role given to a person in an agency, from–to (half-open); ended, never deleted. */
@Entity('peran')
@Exclusion('ex_peran_ganda', `USING gist (${masaTunggal('pengguna_id', 'instansi_id', 'peran', "coalesce(unit_id::text, '')")})`)
export class PeranEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_peran_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_peran_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_peran_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_peran_pengguna')
  @Column('uuid')
  penggunaId!: string;

  @Column('text')
  peran!: Peran;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_peran_unit'))
  unit!: UnitEntity | null;

  @Index('ix_peran_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('date')
  mulai!: string;

  @Column('date', { nullable: true })
  selesai!: string | null;

  @Column('text', { nullable: true })
  dasar!: string | null;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'diberi_oleh', foreignKeyConstraintName: 'fk_peran_pemberi' })
  pemberi!: PenggunaEntity | null;

  @Index('ix_peran_pemberi')
  @Column('uuid', { name: 'diberi_oleh', nullable: true })
  diberiOlehId!: string | null;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'diakhiri_oleh', foreignKeyConstraintName: 'fk_peran_pengakhir' })
  pengakhir!: PenggunaEntity | null;

  @Index('ix_peran_pengakhir')
  @Column('uuid', { name: 'diakhiri_oleh', nullable: true })
  diakhiriOlehId!: string | null;
}
