import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

/** `undangan_peran`: bound to one agency's invitation of somebody who has an account */
export type JenisTautan = 'undangan' | 'atur_ulang' | 'undangan_peran';
/** by mail to the account's address, or handed over by whoever made it */
export type LewatTautan = 'surat' | 'serah';

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

  @Column('text', { default: 'serah' })
  lewat!: LewatTautan;

  @ManyToOne('UndanganPeranEntity', { nullable: true })
  @JoinColumn({ name: 'undangan_id', foreignKeyConstraintName: 'fk_tautan_akun_undangan' })
  undangan!: object | null;

  @Index('ix_tautan_akun_undangan')
  @Column('uuid', { nullable: true })
  undanganId!: string | null;

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
