import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { dalamInstansi, masaTunggal } from '../../database/kolom';
import { InstansiEntity } from '../instansi.entity';
import { JabatanEntity } from './jabatan.entity';

/** What a post was called from–to, as `nama_unit`. */
@Entity('nama_jabatan')
@Exclusion('ex_nama_jabatan_masa', `USING gist (${masaTunggal('jabatan_id')})`)
export class NamaJabatanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_nama_jabatan_instansi' })
  instansi!: InstansiEntity;

  @Index('ix_nama_jabatan_instansi')
  @Column('uuid')
  instansiId!: string;

  @ManyToOne(() => JabatanEntity, { nullable: false })
  @JoinColumn(dalamInstansi('jabatan_id', 'fk_nama_jabatan_jabatan'))
  jabatan!: JabatanEntity;

  @Index('ix_nama_jabatan_jabatan')
  @Column('uuid')
  jabatanId!: string;

  @Column('text')
  nama!: string;

  @Column('date', { nullable: true })
  mulai!: string | null;

  @Column('date', { nullable: true })
  selesai!: string | null;
}
