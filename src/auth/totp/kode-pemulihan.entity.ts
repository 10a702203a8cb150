import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../pengguna.entity';

/** A recovery code, for the day the phone is lost. Works once. */
@Entity('kode_pemulihan')
@Index('uq_kode_pemulihan_sidik', ['penggunaId', 'sidik'], { unique: true })
export class KodePemulihanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PenggunaEntity, { nullable: false })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_kode_pemulihan_pengguna' })
  pengguna!: PenggunaEntity;

  @Column('uuid')
  penggunaId!: string;

  @Column('bytea')
  sidik!: Buffer;

  @Column('timestamptz', { nullable: true })
  dipakai!: Date | null;
}
