import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { UnitEntity } from '../../organisasi/unit.entity';
import { LaporanSlotEntity } from '../lapor/laporan-slot.entity';

/** A telephone that may add pictures to one draft for a quarter of an hour. */
@Entity('telepon_unggah')
@Unique('uq_telepon_unggah_sekat', ['id', 'instansiId'])
@Unique('uq_telepon_unggah_token', ['tokenSidik'])
export class TeleponUnggahEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_telepon_unggah_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_telepon_unggah_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_telepon_unggah_laporan'))
  laporan!: LaporanSlotEntity;

  @Index('ix_telepon_unggah_laporan')
  @Column('uuid')
  laporanId!: string;

  /** `utama`, or the id of the pendukung unit */
  @Column('text')
  bagian!: string;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_telepon_unggah_unit'))
  unit!: UnitEntity | null;

  @Index('ix_telepon_unggah_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  tokenSidik!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_telepon_unggah_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_telepon_unggah_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('timestamptz')
  dibuat!: Date;

  @Column('timestamptz')
  berakhir!: Date;

  @Column('timestamptz', { nullable: true })
  dicabut!: Date | null;
}
