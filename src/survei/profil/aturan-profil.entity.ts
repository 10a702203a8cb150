import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import type { KelompokNilai } from '../profil.rules';

/** The agency's bands of a profile, versioned: a change is a new row, and the highest version holds. */
@Entity('aturan_profil')
@Unique('uq_aturan_profil_versi', ['instansiId', 'versi'])
export class AturanProfilEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_aturan_profil_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @Column('integer')
  versi!: number;

  /** first year of each band, rising */
  @Column('integer', { array: true })
  usia!: number[];

  @Column('jsonb')
  pendidikan!: KelompokNilai[];

  @Column('jsonb')
  pekerjaan!: KelompokNilai[];

  /** name of whoever changed it */
  @Column('text')
  oleh!: string;

  @Column('timestamptz')
  berlakuSejak!: Date;
}
