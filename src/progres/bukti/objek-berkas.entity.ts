import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { KOLOM_BITA } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';

/** One stored content of one agency, whatever number of reports use it. */
@Entity('objek_berkas')
@Index('ix_objek_berkas_asal', ['instansiId', 'asalSha256'])
export class ObjekBerkasEntity {
  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_objek_berkas_instansi' })
  instansi!: InstansiEntity;

  @PrimaryColumn('uuid')
  instansiId!: string;

  /** of what is stored */
  @PrimaryColumn('text')
  sha256!: string;

  /** of what was sent, before an image was written anew */
  @Column('text')
  asalSha256!: string;

  @Index('uq_objek_berkas_kunci', { unique: true })
  @Column('text')
  kunci!: string;

  /** bytes; a number of JavaScript holds any file */
  @Column('bigint', { transformer: KOLOM_BITA })
  ukuran!: number;

  /** media type, found from the content */
  @Column('text')
  jenis!: string;

  @Column('integer', { nullable: true })
  lebar!: number | null;

  @Column('integer', { nullable: true })
  tinggi!: number | null;

  /** of the small picture */
  @Column('text', { nullable: true })
  kunciKecil!: string | null;

  /** what the camera wrote, in its own zone: 2024-05-08T10:20:30 */
  @Column('text', { nullable: true })
  waktuFoto!: string | null;

  @Column('double precision', { nullable: true })
  lintang!: number | null;

  @Column('double precision', { nullable: true })
  bujur!: number | null;

  @Column('timestamptz')
  dibuat!: Date;
}
