import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../auth/pengguna.entity';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { UnitEntity } from '../organisasi/unit.entity';
import { KegiatanEntity } from '../rtl/kegiatan.entity';
import { PutusanLaporanEntity } from './putusan-laporan.entity';

/** From a period on another unit answers for a kegiatan that its own could not carry out. */
@Entity('serah_terima')
@Index('ix_serah_terima_kegiatan', ['kegiatanId', 'pada'])
export class SerahTerimaEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_serah_terima_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_serah_terima_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => KegiatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_serah_terima_kegiatan'))
  kegiatan!: KegiatanEntity;

  @Column('uuid')
  kegiatanId!: string;

  @ManyToOne(() => PutusanLaporanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('putusan_id', 'fk_serah_terima_putusan'))
  putusan!: PutusanLaporanEntity;

  @Index('ix_serah_terima_putusan')
  @Column('uuid')
  putusanId!: string;

  @ManyToOne(() => UnitEntity, { nullable: false })
  @JoinColumn(dalamInstansi('unit_id', 'fk_serah_terima_unit'))
  unit!: UnitEntity;

  @Index('ix_serah_terima_unit')
  @Column('uuid')
  unitId!: string;

  @Column('text')
  mulaiPeriode!: string;

  @Column('text')
  alasan!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_serah_terima_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_serah_terima_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('timestamptz')
  pada!: Date;
}
