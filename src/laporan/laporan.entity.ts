import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Index, Unique } from 'typeorm';
import { dalamInstansi, KOLOM_DESIMAL } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { RencanaEntity } from '../rtl/rencana.entity';
import type { JenisLaporan } from './laporan.rules';

/** What a formal report states beyond survey, plan and realisation: its date, its signatory, its own figure. */
@Entity('laporan')
@Unique('uq_laporan_tanggal', ['rencanaId', 'jenis', 'tanggal'])
export class LaporanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_laporan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_laporan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_laporan_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text')
  jenis!: JenisLaporan;

  /** day or month */
  @Column('text')
  tanggal!: string;

  @Column('text')
  tempat!: string;

  @Column('text')
  jabatan!: string;

  @Column('text')
  nama!: string;

  @Column('text', { nullable: true })
  nip!: string | null;

  @Column('text', { nullable: true })
  pangkat!: string | null;

  @Column('numeric', { nullable: true, transformer: KOLOM_DESIMAL })
  persenTertulis!: number | null;

  @Column('text', { array: true, nullable: true })
  kesimpulanTambahan!: string[] | null;
}
