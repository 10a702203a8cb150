import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { KegiatanEntity } from '../rtl/kegiatan.entity';
import type { StatusPelaksanaan } from './progres.rules';

/** A unit's report on one kegiatan, one a period (the expression index is the migration's). */
@Entity('realisasi')
@Unique('uq_realisasi_sekat', ['id', 'instansiId'])
@Index('uq_realisasi_periode', { synchronize: false })
export class RealisasiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_realisasi_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_realisasi_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => KegiatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_realisasi_kegiatan'))
  kegiatan!: KegiatanEntity;

  @Column('uuid')
  kegiatanId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text', { nullable: true })
  periode!: string | null;

  @Column('text')
  status!: StatusPelaksanaan;

  @Column('text')
  deskripsi!: string;

  @Column('text', { nullable: true })
  hambatan!: string | null;

  @Column('text', { nullable: true })
  tindakLanjutBerikut!: string | null;

  @Column('text', { nullable: true })
  kegiatanPengganti!: string | null;

  @Column('text', { nullable: true })
  mulai!: string | null;

  @Column('text', { nullable: true })
  selesai!: string | null;

  /** an empty list of evidence is not the same as none stated */
  @Column('boolean')
  adaBukti!: boolean;
}
