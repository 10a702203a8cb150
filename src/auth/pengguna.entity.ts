import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who may sign in; global, for one person may work in several agencies. */
@Entity('pengguna')
export class PenggunaEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** normalised by `surel.rules.ts` */
  @Index('uq_pengguna_surel', { unique: true })
  @Column('text')
  surel!: string;

  @Column('text')
  nama!: string;

  /** argon2id; null until the invitation is taken, or when the agency's provider signs the person in */
  @Column('text', { nullable: true })
  sandi!: string | null;

  /** of the installation */
  @Column('boolean')
  operator!: boolean;

  /** a demonstration account of the embedded database */
  @Column('boolean')
  contoh!: boolean;

  /** when a link that went to the mailbox set the password; null when whoever handed a link over may hold the account too */
  @Column('timestamptz', { nullable: true })
  surelTerbukti!: Date | null;

  @Column('timestamptz')
  dibuat!: Date;

  @Column('timestamptz', { nullable: true })
  dinonaktifkan!: Date | null;

  /** encrypted */
  @Column('text', { nullable: true })
  totpRahasia!: string | null;

  /** null while the enrolment is not yet confirmed */
  @Column('timestamptz', { nullable: true })
  totpSejak!: Date | null;

  /** the last time step whose code was taken: it and older ones are refused */
  @Column('integer', { nullable: true })
  totpLangkah!: number | null;
}
