import { Injectable } from '@nestjs/common';
import type { UnitDituju } from '../../auth/kewenangan.policy';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import type { UnsurInstrumen } from '../../instrumen/instrumen.rules';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { HalamanTidakAda } from '../../shared/galat.view';
import { jalur } from '../../shared/tampilan/tautan';
import { SurveiEntity } from '../survei.entity';
import { bolehLihatSaran, bolehLihatSemuaSaran, unitPelaku } from './saran.policy';
import { SaranQuery, type SaranTersimpan } from './saran.query';

/** The suggestions of which survey, where, when and by whom. */
export interface TempatSaran extends Tempat {
  readonly survei: Pick<SurveiEntity, 'id' | 'kode' | 'judul' | 'status'>;
  readonly unsur: readonly UnsurInstrumen[];
}

export const jalurSaran = ({ instansi, survei }: Pick<TempatSaran, 'instansi' | 'survei'>, ...akhir: readonly string[]): string =>
  jalur('instansi', instansi.kode, 'survei', survei.kode, 'saran', ...akhir);

@Injectable()
export class BukaSaran {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly transaksi: Transaksi,
    private readonly instrumen: InstrumenQuery,
    private readonly unit: UnitQuery,
    private readonly query: SaranQuery,
  ) {}

  /** @throws {HalamanTidakAda} when the agency has no such survey */
  async survei(instansi: string, kode: string, pelaku: Pelaku): Promise<TempatSaran> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const survei = await this.transaksi.manager.findOneBy(SurveiEntity, { instansiId: tempat.instansi.id, kode });
    if (!survei)
      throw new HalamanTidakAda(`Survei ${kode} tidak ada pada ${tempat.instansi.nama}.`, {
        teks: `Buka halaman ${tempat.instansi.singkatan}`,
        tautan: jalur('instansi', tempat.instansi.kode),
      });
    const semua = await this.instrumen.semua(tempat.instansi.id);
    return { ...tempat, survei, unsur: semua.find((i) => i.kode === survei.instrumen)?.unsur ?? [] };
  }

  /**
   * One suggestion that the person may read.
   * @throws {HalamanTidakAda} when there is none of that number for this person
   */
  async satu(tempat: TempatSaran, nomor: string): Promise<SaranTersimpan & { readonly dituju: UnitDituju | null }> {
    const saran = /^[1-9]\d{0,8}$/.test(nomor) ? await this.query.satu(tempat.survei.id, Number(nomor)) : null;
    const dituju = saran && (await this.dituju(tempat, saran.unitId));
    if (!saran || !bolehLihatSaran(tempat.pelaku, tempat.instansi.id, dituju))
      throw new HalamanTidakAda(`Saran ${nomor} tidak ada di antara saran yang dapat Anda baca.`, {
        teks: 'Buka daftar saran',
        tautan: jalurSaran(tempat),
      });
    return { ...saran, dituju };
  }

  /** Ids of the units whose suggestions the person sees; null for all. */
  async lingkup({ pelaku, instansi }: Tempat): Promise<string[] | null> {
    if (bolehLihatSemuaSaran(pelaku, instansi.id)) return null;
    const semua = new Set<string>();
    for (const unitId of unitPelaku(pelaku, instansi.id))
      for (const id of await this.unit.cakupan(instansi.id, unitId)) semua.add(id);
    return [...semua];
  }

  async dituju({ instansi }: Tempat, unitId: string | null): Promise<UnitDituju | null> {
    return unitId === null ? null : { instansiId: instansi.id, jalur: await this.unit.jalurUnit(instansi.id, unitId) };
  }
}
