import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Counts attempts for one key, over all replicas. */
@Entity('pembatas')
export class PembatasEntity {
  @PrimaryColumn('text')
  kunci!: string;

  @Column('integer')
  hitungan!: number;

  /** before this moment every attempt is refused */
  @Column('timestamptz')
  bolehLagi!: Date;

  /** afterwards the counting starts anew */
  @Index('ix_pembatas_kedaluwarsa')
  @Column('timestamptz')
  kedaluwarsa!: Date;
}
