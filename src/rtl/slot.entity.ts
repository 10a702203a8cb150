import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../database/kolom';
import { KegiatanEntity } from './kegiatan.entity';

/** One kegiatan × one scheduled period, made when the plan is ditetapkan. One that was reported on never goes (a trigger refuses). */
@Entity('slot')
@Unique('uq_slot_sekat', ['kegiatanId', 'periode', 'instansiId'])
export class SlotEntity {
  @ManyToOne(() => KegiatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_slot_kegiatan'))
  kegiatan!: KegiatanEntity;

  @Column('uuid')
  instansiId!: string;

  @PrimaryColumn('uuid')
  kegiatanId!: string;

  @PrimaryColumn('text')
  periode!: string;
}
