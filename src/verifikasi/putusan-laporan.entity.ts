import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../auth/pengguna.entity';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { LaporanSlotEntity } from '../progres/lapor/laporan-slot.entity';
import { PengajuanLaporanEntity } from '../progres/lapor/pengajuan-laporan.entity';
import type { StatusVerifikasi } from '../progres/progres.rules';
import type { PutusanBukti, TindakanPutusan } from './putusan.rules';

/** One decision on a submitted report. Taking one back is a decision too. */
@Entity('putusan_laporan')
@Unique('uq_putusan_laporan_sekat', ['id', 'instansiId'])
@Unique('uq_putusan_laporan_urutan', ['laporanId', 'urutan'])
export class PutusanLaporanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_putusan_laporan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_putusan_laporan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_putusan_laporan_laporan'))
  laporan!: LaporanSlotEntity;

  @Column('uuid')
  laporanId!: string;

  @ManyToOne(() => PengajuanLaporanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('pengajuan_id', 'fk_putusan_laporan_pengajuan'))
  pengajuan!: PengajuanLaporanEntity;

  @Index('ix_putusan_laporan_pengajuan')
  @Column('uuid')
  pengajuanId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text')
  tindakan!: TindakanPutusan;

  @Column('text')
  ke!: Exclude<StatusVerifikasi, 'draf'>;

  @Column('text', { nullable: true })
  alasan!: string | null;

  @Column('jsonb')
  bukti!: PutusanBukti[];

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_putusan_laporan_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_putusan_laporan_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('text', { nullable: true })
  olehJabatan!: string | null;

  @Column('timestamptz')
  pada!: Date;
}
