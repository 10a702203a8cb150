import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../auth/pengguna.entity';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { LaporanSlotEntity } from '../progres/lapor/laporan-slot.entity';

/** What was said in the thread of a report. */
@Entity('komentar_laporan')
@Index('ix_komentar_laporan_laporan', ['laporanId', 'pada'])
export class KomentarLaporanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_komentar_laporan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_komentar_laporan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_komentar_laporan_laporan'))
  laporan!: LaporanSlotEntity;

  @Column('uuid')
  laporanId!: string;

  @Column('text')
  isi!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_komentar_laporan_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_komentar_laporan_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('text', { nullable: true })
  olehJabatan!: string | null;

  @Column('timestamptz')
  pada!: Date;
}
