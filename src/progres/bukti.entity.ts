import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import type { Bukti } from './progres.rules';
import { RealisasiEntity } from './realisasi.entity';

@Entity('bukti')
export class BuktiEntity {
  @ManyToOne(() => RealisasiEntity, { nullable: false })
  @JoinColumn(dalamInstansi('realisasi_id', 'fk_bukti_realisasi'))
  realisasi!: RealisasiEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  realisasiId!: string;

  @PrimaryColumn('integer')
  urutan!: number;

  @Column('text')
  jenis!: Bukti['jenis'];

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { nullable: true })
  berkas!: string | null;

  @Column('text', { nullable: true })
  keterangan!: string | null;

  /** day or month of the activity */
  @Column('text', { nullable: true })
  tanggal!: string | null;
}
