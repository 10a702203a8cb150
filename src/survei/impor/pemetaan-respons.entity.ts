import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import type { Pemetaan } from '../respons/respons.rules';

/** How an agency understood the columns of a file, remembered by the titles of its columns. */
@Entity('pemetaan_respons')
export class PemetaanResponsEntity {
  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_pemetaan_respons_instansi' })
  instansi!: InstansiEntity;

  @PrimaryColumn('uuid')
  instansiId!: string;

  @PrimaryColumn('text')
  sidikJudul!: string;

  @Column('jsonb')
  pemetaan!: Pemetaan;

  @Column('text')
  oleh!: string;

  @Column('timestamptz')
  pada!: Date;
}
