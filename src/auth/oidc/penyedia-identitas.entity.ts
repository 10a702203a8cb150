import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** The OpenID Connect provider of one agency. */
@Entity('penyedia_identitas')
export class PenyediaIdentitasEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne('InstansiEntity', { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_penyedia_identitas_instansi' })
  instansi!: object;

  @Index('uq_penyedia_identitas_instansi', { unique: true })
  @Column('uuid')
  instansiId!: string;

  /** on the button of the sign-in page */
  @Column('text')
  label!: string;

  /** issuer */
  @Column('text')
  penerbit!: string;

  @Column('text')
  klienId!: string;

  /** encrypted */
  @Column('text')
  klienRahasia!: string;

  @Column('boolean')
  aktif!: boolean;

  @Column('timestamptz')
  diubah!: Date;
}
