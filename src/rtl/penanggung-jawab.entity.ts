import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { UnitEntity } from '../organisasi/unit.entity';
import { KegiatanEntity } from './kegiatan.entity';

/** In order: the first unit is the utama. A unit, or a group by its name. */
@Entity('penanggung_jawab')
@Check('ck_penanggung_jawab_satu', 'num_nonnulls(unit_id, kelompok) = 1')
export class PenanggungJawabEntity {
  @ManyToOne(() => KegiatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_penanggung_jawab_kegiatan'))
  kegiatan!: KegiatanEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  kegiatanId!: string;

  @PrimaryColumn('integer')
  urutan!: number;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('unit_id', 'fk_penanggung_jawab_unit'))
  unit!: UnitEntity | null;

  @Index('ix_penanggung_jawab_unit')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text', { nullable: true })
  kelompok!: string | null;
}
