import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi } from '../../database/kolom';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { KegiatanEntity } from '../../rtl/kegiatan.entity';
import { SlotEntity } from '../../rtl/slot.entity';
import type { StatusVerifikasi } from '../progres.rules';

/** The report on one slot: where it stands. What was entered, submitted and decided is in tables of their own. */
@Entity('laporan_slot')
@Unique('uq_laporan_slot_sekat', ['id', 'instansiId'])
@Unique('uq_laporan_slot_slot', ['kegiatanId', 'periode'])
@Index('ix_laporan_slot_keadaan', ['instansiId', 'keadaan', 'sejak'])
export class LaporanSlotEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_laporan_slot_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => KegiatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('kegiatan_id', 'fk_laporan_slot_kegiatan'))
  kegiatan!: KegiatanEntity;

  @Column('uuid')
  kegiatanId!: string;

  @ManyToOne(() => SlotEntity, { nullable: false })
  @JoinColumn([
    { name: 'kegiatan_id', referencedColumnName: 'kegiatanId', foreignKeyConstraintName: 'fk_laporan_slot_slot' },
    { name: 'periode', referencedColumnName: 'periode', foreignKeyConstraintName: 'fk_laporan_slot_slot' },
    { name: 'instansi_id', referencedColumnName: 'instansiId', foreignKeyConstraintName: 'fk_laporan_slot_slot' },
  ])
  slot!: SlotEntity;

  @Column('text')
  periode!: string;

  @Column('text')
  keadaan!: StatusVerifikasi;

  /** how often it was submitted */
  @Column('integer')
  putaran!: number;

  /** another one with every submission and every decision */
  @Column('integer')
  versi!: number;

  @Column('timestamptz')
  dibuat!: Date;

  /** of its present state */
  @Column('timestamptz')
  sejak!: Date;
}
