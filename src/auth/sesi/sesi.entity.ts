import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

/** How far signing in has come: only `penuh` counts as signed in. */
export type TahapSesi = 'penuh' | 'totp' | 'daftar_totp';
export type CaraMasuk = 'sandi' | 'oidc' | 'tautan';

@Entity('sesi')
export class SesiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_sesi_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_sesi_pengguna')
  @Column('uuid')
  penggunaId!: string;

  /** SHA-256 of the token in the cookie */
  @Index('uq_sesi_sidik', { unique: true })
  @Column('bytea')
  sidik!: Buffer;

  @Column('text')
  tahap!: TahapSesi;

  @Column('text')
  cara!: CaraMasuk;

  @ManyToOne('InstansiEntity', { nullable: true })
  @JoinColumn({ name: 'lewat_instansi_id', foreignKeyConstraintName: 'fk_sesi_lewat_instansi' })
  lewatInstansi!: object | null;

  /** signed in by this agency's provider: the session carries the roles of that agency alone */
  @Index('ix_sesi_lewat_instansi')
  @Column('uuid', { nullable: true })
  lewatInstansiId!: string | null;

  /** a second factor was given when it was opened */
  @Column('boolean', { default: false })
  duaLangkah!: boolean;

  @Column('timestamptz')
  dibuat!: Date;

  @Column('timestamptz')
  terakhir!: Date;

  /** absolute end; idle sessions end earlier */
  @Index('ix_sesi_berakhir')
  @Column('timestamptz')
  berakhir!: Date;

  @Column('text', { nullable: true })
  ip!: string | null;

  @Column('text', { nullable: true })
  agen!: string | null;
}
