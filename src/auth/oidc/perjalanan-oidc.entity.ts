import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenyediaIdentitasEntity } from './penyedia-identitas.entity';

/** One way to a provider and back: found by the digest of its state, used once. */
@Entity('perjalanan_oidc')
export class PerjalananOidcEntity {
  @PrimaryColumn('bytea')
  sidik!: Buffer;

  @ManyToOne(() => PenyediaIdentitasEntity, { nullable: false })
  @JoinColumn({ name: 'penyedia_id', foreignKeyConstraintName: 'fk_perjalanan_oidc_penyedia' })
  penyedia!: PenyediaIdentitasEntity;

  @Index('ix_perjalanan_oidc_penyedia')
  @Column('uuid')
  penyediaId!: string;

  /** of the browser that set out; another one may not return */
  @Column('bytea')
  sidikTamu!: Buffer;

  /** PKCE code verifier */
  @Column('text')
  pemeriksa!: string;

  @Column('text')
  nonce!: string;

  @Column('text')
  lanjut!: string;

  @Column('timestamptz')
  berakhir!: Date;
}
