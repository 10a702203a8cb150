import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { InstansiEntity } from '../organisasi/instansi.entity';
import type { KelasMutu, UnsurInstrumen } from './instrumen.rules';

/** An agency's own instrument; those of the regulations are constants in `instrumen.bawaan.ts`. */
@Entity('instrumen')
@Unique('uq_instrumen_kode', ['instansiId', 'kode'])
@Unique('uq_instrumen_versi', ['instansiId', 'pokok', 'versi'])
export class InstrumenEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_instrumen_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text')
  kode!: string;

  @Column('text')
  nama!: string;

  @Column('integer')
  skalaMin!: number;

  @Column('integer')
  skalaMaks!: number;

  @Column('jsonb')
  unsur!: UnsurInstrumen[];

  @Column('jsonb')
  mutu!: KelasMutu[];

  /** kode of the first version; null for the first itself */
  @Column('text', { nullable: true })
  pokok!: string | null;

  @Column('integer', { default: 1 })
  versi!: number;

  @Column('text', { nullable: true })
  peraturan!: string | null;

  /** day or month from which new surveys may use it */
  @Column('text', { nullable: true })
  berlakuMulai!: string | null;

  @Column('text', { nullable: true })
  berlakuSelesai!: string | null;

  /** questions that are asked too and never enter the index */
  @Column('text', { array: true, default: [] })
  tambahan!: string[];
}
