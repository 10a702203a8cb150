import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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

  /** where imported data came from, free text */
  @Column('text', { nullable: true })
  sumber!: string | null;
}
