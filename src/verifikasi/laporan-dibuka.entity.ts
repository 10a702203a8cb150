import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../auth/pengguna.entity';
import { dalamInstansi } from '../database/kolom';
import { LaporanSlotEntity } from '../progres/lapor/laporan-slot.entity';

/** Which state of a report a verifier looked at last, and in which session: only what was opened may be decided many at once. */
@Entity('laporan_dibuka')
export class LaporanDibukaEntity {
  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_laporan_dibuka_laporan'))
  laporan!: LaporanSlotEntity;

  @PrimaryColumn('uuid')
  laporanId!: string;

  @Index('ix_laporan_dibuka_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_laporan_dibuka_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_laporan_dibuka_pengguna')
  @PrimaryColumn('uuid')
  penggunaId!: string;

  @Column('uuid')
  sesiId!: string;

  /** of the report as it was shown */
  @Column('integer')
  versi!: number;

  @Column('timestamptz')
  pada!: Date;
}
