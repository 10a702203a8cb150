import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

/** `diganti`: a newer letter with a newer link took its place before it was sent. */
export type KeadaanSurat = 'antre' | 'terkirim' | 'gagal' | 'diganti';

/** A letter that waits to be sent, or what became of it. */
@Entity('surat_keluar')
@Index('ix_surat_keluar_antrean', ['keadaan', 'cobaLagi'])
export class SuratKeluarEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_surat_keluar_pengguna' })
  pengguna!: PenggunaEntity;

  @Index('ix_surat_keluar_pengguna')
  @Column('uuid')
  penggunaId!: string;

  @Column('text')
  kepada!: string;

  @Column('text')
  perihal!: string;

  /** sealed, for it holds a link; erased as soon as the letter is sent or given up */
  @Column('text', { nullable: true })
  isi!: string | null;

  /** carries a link that opens the account */
  @Column('boolean')
  bertautan!: boolean;

  @Column('timestamptz')
  dibuat!: Date;

  /** afterwards it is of no use any more */
  @Column('timestamptz')
  berakhir!: Date;

  @Column('integer')
  percobaan!: number;

  @Column('timestamptz')
  cobaLagi!: Date;

  @Column('text')
  keadaan!: KeadaanSurat;

  @Column('timestamptz', { nullable: true })
  selesai!: Date | null;
}
