import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

export type JenisTautan = 'undangan' | 'atur_ulang';

/** A link that works once: to take an invitation, or to set a new password. */
@Entity('tautan_akun')
export class TautanAkunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_tautan_akun_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_tautan_akun_pengguna')
  @Column('uuid')
  penggunaId!: string;

  @Column('text')
  jenis!: JenisTautan;

  @Index('uq_tautan_akun_sidik', { unique: true })
  @Column('bytea')
  sidik!: Buffer;

  @Column('timestamptz')
  dibuat!: Date;

  @Column('timestamptz')
  berakhir!: Date;

  @Column('timestamptz', { nullable: true })
  dipakai!: Date | null;
}
