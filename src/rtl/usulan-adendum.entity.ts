import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PenggunaEntity } from '../auth/pengguna.entity';
import { dalamInstansi } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import type { IsiAdendum } from './adendum/isi-adendum';
import { KegiatanEntity } from './kegiatan.entity';
import { RencanaEntity } from './rencana.entity';

/** A change of a plan that is ditetapkan, as somebody proposed it; it waits for the pimpinan. */
@Entity('usulan_adendum')
@Unique('uq_usulan_adendum_sekat', ['id', 'instansiId'])
export class UsulanAdendumEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_usulan_adendum_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_usulan_adendum_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_usulan_adendum_rencana'))
  rencana!: RencanaEntity;

  @Index('ix_usulan_adendum_rencana')
  @Column('uuid')
  rencanaId!: string;

  @Column('text')
  jenis!: IsiAdendum['jenis'];

  @ManyToOne(() => KegiatanEntity, { nullable: true })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_usulan_adendum_kegiatan'))
  kegiatan!: KegiatanEntity | null;

  /** what it is about; null for one that adds */
  @Index('ix_usulan_adendum_kegiatan')
  @Column('uuid', { nullable: true })
  kegiatanId!: string | null;

  /** the version that the proposal was made from */
  @Column('integer', { nullable: true })
  versiKegiatan!: number | null;

  @Column('jsonb')
  isi!: IsiAdendum;

  @Column('text')
  alasan!: string;

  @Column('text')
  keadaan!: 'menunggu' | 'disetujui' | 'ditolak' | 'ditarik';

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_usulan_adendum_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_usulan_adendum_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('text', { nullable: true })
  olehJabatan!: string | null;

  @Column('timestamptz')
  pada!: Date;

  @Column('text', { nullable: true })
  diputusNama!: string | null;

  @Column('text', { nullable: true })
  diputusJabatan!: string | null;

  @Column('timestamptz', { nullable: true })
  diputusPada!: Date | null;

  @Column('text', { nullable: true })
  alasanPutusan!: string | null;
}
