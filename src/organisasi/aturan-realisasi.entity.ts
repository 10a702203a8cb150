import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { KOLOM_DESIMAL } from '../database/kolom';
import type { Aturan, DasarTertulis } from './aturan.rules';
import { InstansiEntity } from './instansi.entity';

/** The agency's percentage rule, versioned: a change is a new row, and the highest version holds. */
@Entity('aturan_realisasi')
@Unique('uq_aturan_realisasi_versi', ['instansiId', 'versi'])
export class AturanRealisasiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_aturan_realisasi_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_aturan_realisasi_instansi')
  @Column('uuid')
  instansiId!: string;

  @Column('integer')
  versi!: number;

  @Column('text')
  satuan!: Aturan['satuan'];

  @Column('numeric', { transformer: KOLOM_DESIMAL })
  bobotSebagian!: number;

  @Column('text', { nullable: true })
  dasar!: DasarTertulis | null;

  @Column('text', { nullable: true })
  tidakDapat!: Aturan['tidakDapat'] | null;

  @Column('text', { nullable: true })
  pengganti!: Aturan['pengganti'] | null;

  /** why it was changed */
  @Column('text', { nullable: true })
  alasan!: string | null;

  /** name of whoever changed it; null for an import */
  @Column('text', { nullable: true })
  ditetapkanOleh!: string | null;

  @Column('timestamptz')
  berlakuSejak!: Date;
}
