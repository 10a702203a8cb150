import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { PenugasanEntity } from '../../organisasi/jabatan/penugasan.entity';
import type { StatusPelaksanaan } from '../progres.rules';
import { LaporanSlotEntity } from './laporan-slot.entity';
import type { IsiPengajuan } from './pengajuan.rules';

/** One submission of a report, frozen; the receipt is made from it. */
@Entity('pengajuan_laporan')
@Unique('uq_pengajuan_laporan_sekat', ['id', 'instansiId'])
@Unique('uq_pengajuan_laporan_putaran', ['laporanId', 'putaran'])
@Unique('uq_pengajuan_laporan_kirim', ['laporanId', 'kunciKirim'])
@Unique('uq_pengajuan_laporan_nomor', ['instansiId', 'nomor'])
export class PengajuanLaporanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_pengajuan_laporan_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_pengajuan_laporan_laporan'))
  laporan!: LaporanSlotEntity;

  @Column('uuid')
  laporanId!: string;

  @Column('integer')
  putaran!: number;

  /** of the receipt */
  @Column('text')
  nomor!: string;

  /** of the form that was sent: twice is once */
  @Column('text')
  kunciKirim!: string;

  @Column('text')
  status!: StatusPelaksanaan;

  @Column('jsonb')
  isi!: IsiPengajuan;

  /** sha-256 of what was submitted */
  @Column('text')
  sidik!: string;

  @Column('boolean')
  samaDenganLalu!: boolean;

  /** the deadline that held when it was submitted */
  @Column('date', { nullable: true })
  batas!: string | null;

  @Column('boolean')
  terlambat!: boolean;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_pengajuan_laporan_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_pengajuan_laporan_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('text', { nullable: true })
  olehJabatan!: string | null;

  /** the accountable officer */
  @Column('text')
  atasNama!: string;

  @Column('text', { nullable: true })
  atasNamaJabatan!: string | null;

  @ManyToOne(() => PenugasanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('penugasan_id', 'fk_pengajuan_laporan_penugasan'))
  penugasan!: PenugasanEntity | null;

  @Index('ix_pengajuan_laporan_penugasan')
  @Column('uuid', { nullable: true })
  penugasanId!: string | null;

  @Column('timestamptz')
  pada!: Date;
}
