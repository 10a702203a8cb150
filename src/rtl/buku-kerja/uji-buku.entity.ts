import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { RencanaEntity } from '../rencana.entity';
import type { PerubahanRencana } from '../susun/perubahan.service';
import type { HasilUji } from './hasil-uji';

export type SumberUji = 'buku-kerja' | 'tempelan';

/** One dry run of a workbook or a pasted table: applied as it stands here, or not at all. */
@Entity('uji_buku')
@Check('ck_uji_buku_diterapkan', `(keadaan = 'diterapkan') = (diterapkan_pada IS NOT NULL)`)
@Index('ix_uji_buku_rencana', ['rencanaId', 'pada'])
export class UjiBukuEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_uji_buku_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_uji_buku_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => RencanaEntity, { nullable: false })
  @JoinColumn(dalamInstansi('rencana_id', 'fk_uji_buku_rencana'))
  rencana!: RencanaEntity;

  @Column('uuid')
  rencanaId!: string;

  @Column('text')
  sumber!: SumberUji;

  /** for columns and cells that name no year */
  @Column('integer')
  tahun!: number;

  /** what was sent, in the storage */
  @Column('text')
  berkasKunci!: string;

  /** sha-256 of what was sent */
  @Column('text')
  berkasSidik!: string;

  /** of the plan that it was compared with */
  @Column('text')
  sidik!: string;

  @Column('jsonb')
  hasil!: HasilUji;

  @Column('jsonb')
  perubahan!: PerubahanRencana[];

  @Column('text')
  keadaan!: 'menunggu' | 'diterapkan';

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'oleh_id', foreignKeyConstraintName: 'fk_uji_buku_oleh' })
  oleh!: PenggunaEntity | null;

  @Index('ix_uji_buku_oleh')
  @Column('uuid', { nullable: true })
  olehId!: string | null;

  @Column('text')
  olehNama!: string;

  @Column('timestamptz')
  pada!: Date;

  @Column('timestamptz', { nullable: true })
  diterapkanPada!: Date | null;
}
