import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi, masaTunggal } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { JabatanEntity } from './jabatan.entity';
import type { StatusPenugasan } from './penugasan.rules';
import { PenggunaEntity } from '../../auth/pengguna.entity';

/** Who holds a post from–to (half-open), with the name, NIP and rank that letters print for that time. */
@Entity('penugasan')
@Unique('uq_penugasan_sekat', ['id', 'instansiId'])
@Exclusion('ex_penugasan_definitif', `USING gist (${masaTunggal('jabatan_id')}) WHERE (status = 'definitif')`)
@Exclusion('ex_penugasan_pelaksana', `USING gist (${masaTunggal('jabatan_id')}) WHERE (status <> 'definitif')`)
export class PenugasanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_penugasan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_penugasan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => JabatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('jabatan_id', 'fk_penugasan_jabatan'))
  jabatan!: JabatanEntity;

  @Index('ix_penugasan_jabatan')
  @Column('uuid')
  jabatanId!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_penugasan_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_penugasan_pengguna')
  @Column('uuid')
  penggunaId!: string;

  @Column('text')
  status!: StatusPenugasan;

  @Column('text')
  nama!: string;

  @Column('text', { nullable: true })
  nip!: string | null;

  @Column('text', { nullable: true })
  pangkat!: string | null;

  /** number of the decision letter */
  @Column('text', { nullable: true })
  dasar!: string | null;

  @Column('date')
  mulai!: string;

  @Column('date', { nullable: true })
  selesai!: string | null;
}
