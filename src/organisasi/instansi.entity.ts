import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Kertas } from './organisasi.rules';

@Entity('instansi')
export class InstansiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('uq_instansi_kode', { unique: true })
  @Column('text')
  kode!: string;

  @Column('text')
  nama!: string;

  @Column('text')
  singkatan!: string;

  @Column('text')
  kota!: string;

  @Column('text')
  zonaWaktu!: string;

  @Column('text', { nullable: true })
  situs!: string | null;

  @Column('integer', { nullable: true })
  jumlahPrioritas!: number | null;

  /** lines of the letterhead, top to bottom; empty = name and city */
  @Column('text', { array: true, default: () => "'{}'" })
  kopSurat!: string[];

  /** key in the storage */
  @Column('text', { nullable: true })
  logoKunci!: string | null;

  @Column('text', { nullable: true })
  logoJenis!: 'image/png' | 'image/jpeg' | null;

  /** paper of the reports; a4 when absent */
  @Column('text', { nullable: true })
  kertas!: Kertas | null;

  /** reports print NRR and nilai together (`3,53/88,21`), or nilai alone; as the data came when absent */
  @Column('boolean', { nullable: true })
  skalaGanda!: boolean | null;

  /** where imported data came from, free text */
  @Column('text', { nullable: true })
  sumber!: string | null;
}
