import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { dalamInstansi, KOLOM_DESIMAL } from '../database/kolom';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { UnitEntity } from '../organisasi/unit.entity';
import type { JenisPeriode } from '../shared/periode';
import type { Kanal, StatusSurvei } from './status.rules';
import type { TingkatData } from './survei.rules';

@Entity('survei')
@Unique('uq_survei_sekat', ['id', 'instansiId'])
@Unique('uq_survei_kode', ['instansiId', 'kode'])
export class SurveiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => InstansiEntity, { nullable: false })
  @JoinColumn({ name: 'instansi_id', foreignKeyConstraintName: 'fk_survei_instansi' })
  instansi!: InstansiEntity;

  @Column('uuid')
  instansiId!: string;

  @Column('integer')
  urutan!: number;

  @Column('text')
  kode!: string;

  @Column('text')
  judul!: string;

  /** kode of a built-in instrument or of the agency's own */
  @Column('text')
  instrumen!: string;

  @Column('text')
  periodeJenis!: JenisPeriode;

  @Column('integer')
  periodeTahun!: number;

  @Column('integer', { nullable: true })
  periodeKe!: number | null;

  /** day or month, as every date that people know only roughly */
  @Column('text', { nullable: true })
  pelaksanaanMulai!: string | null;

  @Column('text', { nullable: true })
  pelaksanaanSelesai!: string | null;

  @Column('text', { nullable: true })
  tanggalTerbit!: string | null;

  @Column('integer', { nullable: true })
  populasi!: number | null;

  /** as stated; where it is not, the rows or the n of the sums say it */
  @Column('integer', { nullable: true })
  jumlahResponden!: number | null;

  @Column('text', { array: true, nullable: true })
  urutanUnsur!: string[] | null;

  @Column('boolean')
  adaTerbit!: boolean;

  @Column('numeric', { nullable: true, transformer: KOLOM_DESIMAL })
  terbitNrr!: number | null;

  @Column('numeric', { nullable: true, transformer: KOLOM_DESIMAL })
  terbitNilai!: number | null;

  @Column('text', { nullable: true })
  terbitMutu!: string | null;

  /** what comes with a paket has been issued by somebody already */
  @Column('text', { default: 'ditetapkan' })
  status!: StatusSurvei;

  @Column('text', { nullable: true })
  aliranLayanan!: string | null;

  @ManyToOne(() => UnitEntity, { nullable: true })
  @JoinColumn(dalamInstansi('aliran_unit_id', 'fk_survei_aliran_unit'))
  aliranUnit!: UnitEntity | null;

  @Index('ix_survei_aliran_unit')
  @Column('uuid', { nullable: true })
  aliranUnitId!: string | null;

  @Column('text', { nullable: true })
  aliranKanal!: Kanal | null;

  @Column('text')
  tingkat!: TingkatData;

  /** the n that all unsur share, where sums came with a single one */
  @Column('integer', { nullable: true })
  nBersama!: number | null;

  /** rows of raw answers, and the SHA-256 over them, so that the same file is known again without reading them back */
  @Column('integer', { nullable: true })
  jumlahRespons!: number | null;

  @Column('text', { nullable: true })
  sidikRespons!: string | null;
}
