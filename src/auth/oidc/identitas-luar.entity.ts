import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

/** The person as a provider knows them; its subject never changes, an e-mail address may. */
@Entity('identitas_luar')
@Unique('uq_identitas_luar_subjek', ['penerbit', 'subjek'])
export class IdentitasLuarEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_identitas_luar_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_identitas_luar_pengguna')
  @Column('uuid')
  penggunaId!: string;

  @Column('text')
  penerbit!: string;

  @Column('text')
  subjek!: string;

  @Column('timestamptz')
  dibuat!: Date;
}
