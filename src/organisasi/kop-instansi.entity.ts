import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { masaTunggal } from '../database/kolom';
import { InstansiEntity } from './instansi.entity';

/** How the agency's reports were headed from–to (half-open; null = since always, until further notice). */
@Entity('kop_instansi')
@Exclusion('ex_kop_instansi_masa', `USING gist (${masaTunggal('instansi_id')})`)
export class KopInstansiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_kop_instansi_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_kop_instansi_instansi')
  @Column('uuid')
  instansiId!: string;

  @Column('text')
  nama!: string;

  @Column('text')
  singkatan!: string;

  @Column('text')
  kota!: string;

  @Column('text', { array: true })
  kopSurat!: string[];

  @Column('text', { nullable: true })
  logoKunci!: string | null;

  @Column('text', { nullable: true })
  logoJenis!: 'image/png' | 'image/jpeg' | null;

  @Column('date', { nullable: true })
  mulai!: string | null;

  @Column('date', { nullable: true })
  selesai!: string | null;
}
