import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { KegiatanEntity } from './kegiatan.entity';

/** What a kegiatan is to be proved with. */
@Entity('bukti_diharapkan')
export class BuktiDiharapkanEntity {
  @ManyToOne(() => KegiatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_bukti_diharapkan_kegiatan'))
  kegiatan!: KegiatanEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  kegiatanId!: string;

  @PrimaryColumn('integer')
  urutan!: number;

  /** null = each period of the schedule */
  @Column('text', { nullable: true })
  periode!: string | null;

  @Column('text')
  jenis!: 'tautan' | 'foto' | 'dokumen';

  @Column('text')
  uraian!: string;
}
