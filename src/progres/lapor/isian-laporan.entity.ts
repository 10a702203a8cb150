import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { UnitEntity } from '../../organisasi/unit.entity';
import { LaporanSlotEntity } from './laporan-slot.entity';

/** One field of a report as it stands on the server; each has its own version, so that two editors collide field by field. */
@Entity('isian_laporan')
export class IsianLaporanEntity {
  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_isian_laporan_laporan'))
  laporan!: LaporanSlotEntity;

  @PrimaryColumn('uuid')
  laporanId!: string;

  @Column('uuid')
  instansiId!: string;

  /** `utama`, or the id of the pendukung unit */
  @PrimaryColumn('text')
  bagian!: string;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_isian_laporan_unit'))
  unit!: UnitEntity | null;

  @Index('ix_isian_laporan_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @PrimaryColumn('text')
  medan!: string;

  @Column('text')
  nilai!: string;

  @Column('integer')
  versi!: number;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_isian_laporan_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_isian_laporan_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  /** ids of all who ever wrote it: who changed a letter after somebody does not make it theirs alone */
  @Column('uuid', { array: true, default: [] })
  penulis!: string[];

  @Column('timestamptz')
  pada!: Date;
}
