import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { KegiatanEntity } from '../../rtl/kegiatan.entity';

/** Reporting on a period was opened or locked: for the whole agency, or for the slot of one kegiatan. The newest entry decides. */
@Entity('jendela_laporan')
@Index('ix_jendela_laporan_periode', ['instansiId', 'periode'])
export class JendelaLaporanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_jendela_laporan_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @Column('text')
  periode!: string;

  @ManyToOne(() => KegiatanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_jendela_laporan_kegiatan'))
  kegiatan!: KegiatanEntity | null;

  @Index('ix_jendela_laporan_kegiatan')
  @Column('uuid', { nullable: true })
  kegiatanId!: string | null;

  @Column('text')
  tindakan!: 'buka' | 'kunci';

  @Column('date', { nullable: true })
  mulai!: string | null;

  /** last day on which a report is in time */
  @Column('date', { nullable: true })
  batas!: string | null;

  @Column('text', { nullable: true })
  alasan!: string | null;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_jendela_laporan_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_jendela_laporan_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('text', { nullable: true })
  olehJabatan!: string | null;

  @Column('timestamptz')
  pada!: Date;
}
