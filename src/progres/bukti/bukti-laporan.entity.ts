import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { UnitEntity } from '../../organisasi/unit.entity';
import { LaporanSlotEntity } from '../lapor/laporan-slot.entity';
import type { Bukti } from '../progres.rules';
import { ObjekBerkasEntity } from './objek-berkas.entity';

/** Evidence in a report. Nothing is deleted: what is taken out or replaced gets a date. */
@Entity('bukti_laporan')
@Unique('uq_bukti_laporan_sekat', ['id', 'instansiId'])
@Index('ix_bukti_laporan_objek', ['instansiId', 'sha256'])
@Index('ix_bukti_laporan_laporan', ['laporanId', 'pada'])
@Check('ck_bukti_laporan_isi', `num_nonnulls(sha256, url) = 1 AND (url IS NOT NULL) = (jenis = 'tautan')`)
export class BuktiLaporanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_bukti_laporan_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => LaporanSlotEntity, { nullable: false })
  @JoinColumn(dalamInstansi('laporan_id', 'fk_bukti_laporan_laporan'))
  laporan!: LaporanSlotEntity;

  @Column('uuid')
  laporanId!: string;

  /** `utama`, or the id of the pendukung unit */
  @Column('text')
  bagian!: string;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_bukti_laporan_unit'))
  unit!: UnitEntity | null;

  @Index('ix_bukti_laporan_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  /** place in the expected evidence of the kegiatan */
  @Column('integer', { nullable: true })
  diharapkan!: number | null;

  @Column('text')
  jenis!: Bukti['jenis'];

  @ManyToOne(() => ObjekBerkasEntity, { nullable: true })
  @JoinColumn([
    { name: 'instansi_id', referencedColumnName: 'instansiId', foreignKeyConstraintName: 'fk_bukti_laporan_objek' },
    { name: 'sha256', referencedColumnName: 'sha256', foreignKeyConstraintName: 'fk_bukti_laporan_objek' },
  ])
  objek!: ObjekBerkasEntity | null;

  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  /** as the sender called it, cleaned */
  @Column('text')
  nama!: string;

  @Column('text', { nullable: true })
  keterangan!: string | null;

  /** day or month of the activity */
  @Column('text', { nullable: true })
  tanggal!: string | null;

  /** the letter on which `tidak_dapat` rests */
  @Column('boolean')
  surat!: boolean;

  @ManyToOne(() => BuktiLaporanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('menggantikan_id', 'fk_bukti_laporan_menggantikan'))
  menggantikan!: BuktiLaporanEntity | null;

  @Index('ix_bukti_laporan_menggantikan')
  @Column('uuid', { nullable: true })
  menggantikanId!: string | null;

  @Column('text')
  cara!: 'formulir' | 'telepon';

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_bukti_laporan_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_bukti_laporan_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('timestamptz')
  pada!: Date;

  @Column('timestamptz', { nullable: true })
  dilepas!: Date | null;
}
