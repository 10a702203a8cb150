import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One run of one schedule in one stretch of time, over all copies of the server. */
@Entity('putaran_jadwal')
export class PutaranJadwalEntity {
  @PrimaryColumn('text')
  nama!: string;

  @PrimaryColumn('text')
  ember!: string;

  @Column('timestamptz')
  mulai!: Date;

  @Column('timestamptz', { nullable: true })
  selesai!: Date | null;
}
