import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { KOLOM_BITA } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { UnitEntity } from '../../organisasi/unit.entity';
import { LaporanSlotEntity } from '../lapor/laporan-slot.entity';
import { BuktiLaporanEntity } from './bukti-laporan.entity';
import { TeleponUnggahEntity } from './telepon-unggah.entity';

/** A file that is being sent piece by piece; it goes on where it stopped. */
@Entity('unggahan')
export class UnggahanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_unggahan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_unggahan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_unggahan_laporan'))
  laporan!: LaporanSlotEntity;

  @Index('ix_unggahan_laporan')
  @Column('uuid')
  laporanId!: string;

  /** `utama`, or the id of the pendukung unit */
  @Column('text')
  bagian!: string;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_unggahan_unit'))
  unit!: UnitEntity | null;

  @Index('ix_unggahan_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('integer', { nullable: true })
  diharapkan!: number | null;

  @Column('boolean')
  surat!: boolean;

  @ManyToOne(() => BuktiLaporanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('menggantikan_id', 'fk_unggahan_menggantikan'))
  menggantikan!: BuktiLaporanEntity | null;

  @Index('ix_unggahan_menggantikan')
  @Column('uuid', { nullable: true })
  menggantikanId!: string | null;

  @ManyToOne(() => TeleponUnggahEntity, { nullable: true })
  @JoinColumn(dalamInstansi('telepon_id', 'fk_unggahan_telepon'))
  telepon!: TeleponUnggahEntity | null;

  @Index('ix_unggahan_telepon')
  @Column('uuid', { nullable: true })
  teleponId!: string | null;

  @Column('text')
  nama!: string;

  /** bytes announced */
  @Column('bigint', { transformer: KOLOM_BITA })
  ukuran!: number;

  /** bytes that are safely on the disk */
  @Column('bigint', { transformer: KOLOM_BITA })
  diterima!: number;

  @Column('text')
  kunci!: string;

  @ManyToOne(() => BuktiLaporanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('bukti_id', 'fk_unggahan_bukti'))
  bukti!: BuktiLaporanEntity | null;

  @Index('ix_unggahan_bukti')
  @Column('uuid', { nullable: true })
  buktiId!: string | null;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_unggahan_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_unggahan_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('timestamptz')
  mulai!: Date;

  @Column('timestamptz')
  terakhir!: Date;
}
