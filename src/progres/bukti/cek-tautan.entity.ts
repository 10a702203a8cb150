import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { BuktiLaporanEntity } from './bukti-laporan.entity';

/** What was found behind a link, and when. */
@Entity('cek_tautan')
@Index('ix_cek_tautan_bukti', ['buktiId', 'pada'])
export class CekTautanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_cek_tautan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_cek_tautan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => BuktiLaporanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('bukti_id', 'fk_cek_tautan_bukti'))
  bukti!: BuktiLaporanEntity;

  @Column('uuid')
  buktiId!: string;

  @Column('boolean')
  berhasil!: boolean;

  @Column('integer', { nullable: true })
  kode!: number | null;

  @Column('text', { nullable: true })
  alamatAkhir!: string | null;

  @Column('text', { nullable: true })
  judul!: string | null;

  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('text', { nullable: true })
  galat!: string | null;

  @Column('timestamptz')
  pada!: Date;
}
