import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { SaranEntity } from '../../survei/saran/saran.entity';
import { KegiatanEntity } from '../kegiatan.entity';
import { PrioritasEntity } from '../prioritas.entity';

export type CaraTindakLanjut = 'prioritas_baru' | 'kegiatan_baru' | 'dikaitkan';

/** A suggestion that became, or is covered by, a prioritas or a kegiatan. Kept: whoever reads either page finds the other. */
@Entity('saran_tindak_lanjut')
@Unique('uq_saran_tindak_lanjut_prioritas', ['saranId', 'prioritasId'])
@Unique('uq_saran_tindak_lanjut_kegiatan', ['saranId', 'kegiatanId'])
export class SaranTindakLanjutEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_saran_tindak_lanjut_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_saran_tindak_lanjut_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => SaranEntity, { nullable: false })
  @JoinColumn(dalamInstansi('saran_id', 'fk_saran_tindak_lanjut_saran'))
  saran!: SaranEntity;

  @Column('uuid')
  saranId!: string;

  @ManyToOne(() => PrioritasEntity, { nullable: true })
  @JoinColumn(dalamInstansi('prioritas_id', 'fk_saran_tindak_lanjut_prioritas'))
  prioritas!: PrioritasEntity | null;

  @Index('ix_saran_tindak_lanjut_prioritas')
  @Column('uuid', { nullable: true })
  prioritasId!: string | null;

  @ManyToOne(() => KegiatanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_saran_tindak_lanjut_kegiatan'))
  kegiatan!: KegiatanEntity | null;

  @Index('ix_saran_tindak_lanjut_kegiatan')
  @Column('uuid', { nullable: true })
  kegiatanId!: string | null;

  @Column('text')
  cara!: CaraTindakLanjut;

  @Column('timestamptz')
  pada!: Date;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_saran_tindak_lanjut_pengguna' })
  pengguna!: PenggunaEntity | null;

  @Index('ix_saran_tindak_lanjut_pengguna')
  @Column('uuid', { nullable: true })
  penggunaId!: string | null;

  @Column('text')
  nama!: string;
}
