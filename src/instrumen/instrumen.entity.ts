import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { InstansiEntity } from '../organisasi/instansi.entity';
import type { KelasMutu, UnsurInstrumen } from './instrumen.rules';

/** An agency's own instrument; those of the regulations are constants in `instrumen.bawaan.ts`. */
@Entity('instrumen')
@Unique('uq_instrumen_kode', ['instansiId', 'kode'])
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
}
