import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

/** A browser in which the person once signed in: attempts from it are counted apart, so that strangers cannot lock its owner out. */
@Entity('perangkat')
export class PerangkatEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_perangkat_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_perangkat_pengguna')
  @Column('uuid')
  penggunaId!: string;

  @Index('uq_perangkat_sidik', { unique: true })
  @Column('bytea')
  sidik!: Buffer;

  @Column('timestamptz')
  dibuat!: Date;

  @Column('timestamptz')
  terakhir!: Date;
}
