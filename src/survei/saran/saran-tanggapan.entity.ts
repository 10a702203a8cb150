import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PenggunaEntity } from '../../auth/pengguna.entity';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { UnitEntity } from '../../organisasi/unit.entity';
import { SaranEntity } from './saran.entity';

/** One answer to a suggestion; a better one is another row. */
@Entity('saran_tanggapan')
export class SaranTanggapanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_saran_tanggapan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_saran_tanggapan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => SaranEntity, { nullable: false })
  @JoinColumn(dalamInstansi('saran_id', 'fk_saran_tanggapan_saran'))
  saran!: SaranEntity;

  @Index('ix_saran_tanggapan_saran')
  @Column('uuid')
  saranId!: string;

  /** the unit it was assigned to then */
  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_saran_tanggapan_unit'))
  unit!: UnitEntity | null;

  @Index('ix_saran_tanggapan_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  teks!: string;

  @Column('timestamptz')
  pada!: Date;

  @ManyToOne(() => PenggunaEntity, { nullable: true })
  @JoinColumn({ name: 'pengguna_id', foreignKeyConstraintName: 'fk_saran_tanggapan_pengguna' })
  pengguna!: PenggunaEntity | null;

  @Index('ix_saran_tanggapan_pengguna')
  @Column('uuid', { nullable: true })
  penggunaId!: string | null;

  @Column('text')
  nama!: string;
}
