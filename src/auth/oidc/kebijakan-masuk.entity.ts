import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { Peran } from '../pelaku';

/** What an agency demands of those who sign in. */
@Entity('kebijakan_masuk')
export class KebijakanMasukEntity {
  @PrimaryColumn('uuid')
  instansiId!: string;

  @OneToOne('InstansiEntity', { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_kebijakan_masuk_instansi' })
  instansi!: object;

  /** roles that must use a second factor */
  @Column('text', { array: true })
  totpWajib!: Peran[];

  @Column('timestamptz')
  diubah!: Date;
}
