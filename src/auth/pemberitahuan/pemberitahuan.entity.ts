import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

/** What the holder of an account must be told, because somebody else did it: shown until it is marked as read. */
@Entity('pemberitahuan')
export class PemberitahuanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_pemberitahuan_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_pemberitahuan_pengguna')
  @Column('uuid')
  penggunaId!: string;

  @Column('text')
  teks!: string;

  @Column('timestamptz')
  dibuat!: Date;

  @Column('timestamptz', { nullable: true })
  dibaca!: Date | null;
}
