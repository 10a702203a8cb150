import { Injectable } from '@nestjs/common';
import type { Pelaku } from '../auth/pelaku';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { InstrumenQuery } from '../instrumen/instrumen.query';
import { OrganisasiQuery, type InstansiTersimpan } from '../organisasi/organisasi.query';
import type { Instansi, Unit } from '../organisasi/organisasi.rules';
import { RtlQuery } from '../rtl/rtl.query';
import { HalamanTidakAda } from '../shared/galat.view';
import { jalur } from '../shared/tampilan/tautan';
import { AturanProfilQuery } from '../survei/profil/aturan-profil.query';
import { bolehLihatSurvei } from '../survei/survei.policy';
import { SurveiQuery } from '../survei/survei.query';
import type { Survei } from '../survei/survei.rules';
import { UraianSurveiQuery, type LayananSurvei } from '../survei/uraian.query';
import type { BahanSurvei } from './survei.view';

/** What all surveys of an agency are shown with. */
export interface BahanSemuaSurvei {
  readonly instansi: Instansi;
  readonly unit: readonly Unit[];
  readonly instrumen: readonly Instrumen[];
  /** the confirmed ones */
  readonly survei: readonly Survei[];
}

/** What the pages on surveys show, from stored figures alone; one query after the other, for a request has one connection. */
@Injectable()
export class SurveiHalamanQuery {
  constructor(
    private readonly organisasi: OrganisasiQuery,
    private readonly instrumenQuery: InstrumenQuery,
    private readonly surveiQuery: SurveiQuery,
    private readonly uraian: UraianSurveiQuery,
    private readonly aturanProfil: AturanProfilQuery,
    private readonly rtl: RtlQuery,
  ) {}

  /** @throws {HalamanTidakAda} when there is no such agency or survey, or its draft is not for this person */
  async survei(
    kode: string,
    kodeSurvei: string,
    pelaku: Pelaku,
  ): Promise<
    Omit<BahanSurvei, 'sekarang' | 'urut' | 'waktu' | 'bolehKelola' | 'bolehSusun' | 'tombol'> & { instansiId: string }
  > {
    const { id, ...instansi } = await this.cari(kode);
    const daftar = await this.surveiQuery.daftar(id, kodeSurvei);
    const survei = daftar.find((s) => s.kode === kodeSurvei);
    if (!survei || !bolehLihatSurvei(pelaku, id, survei.status ?? 'ditetapkan')) {
      const kembali = { teks: `Buka halaman ${instansi.nama}`, tautan: jalur('instansi', instansi.kode) };
      throw new HalamanTidakAda(`Survei ${kodeSurvei} tidak ada pada ${instansi.nama}.`, kembali);
    }
    return {
      instansiId: id,
      instansi,
      unit: await this.organisasi.daftarUnit(id),
      instrumen: await this.instrumenQuery.semua(id),
      daftar,
      rencana: await this.rtl.daftar(id),
      survei,
      uraian: await this.uraian.satu(id, kodeSurvei),
      aturanProfil: await this.aturanProfil.berlaku(id),
    };
  }

  /** @throws {HalamanTidakAda} when there is no such agency */
  async semua(kode: string): Promise<BahanSemuaSurvei> {
    return this.bahanSemua(await this.cari(kode));
  }

  /** @throws {HalamanTidakAda} when there is no such agency */
  async perbandingan(kode: string): Promise<BahanSemuaSurvei & { layanan: LayananSurvei[] }> {
    const tersimpan = await this.cari(kode);
    const bahan = await this.bahanSemua(tersimpan);
    const dipakai = bahan.survei.map((s) => s.kode);
    return { ...bahan, layanan: await this.uraian.layanan(tersimpan.id, dipakai) };
  }

  private async bahanSemua({ id, ...instansi }: InstansiTersimpan): Promise<BahanSemuaSurvei> {
    const unit = await this.organisasi.daftarUnit(id);
    return { instansi, unit, instrumen: await this.instrumenQuery.semua(id), survei: await this.surveiQuery.daftar(id) };
  }

  private async cari(kode: string): Promise<InstansiTersimpan> {
    const instansi = await this.organisasi.instansi(kode);
    if (instansi) return instansi;
    throw new HalamanTidakAda(`Instansi dengan kode ${kode} tidak ada di sini.`, { teks: 'Cari instansinya', tautan: '/' });
  }
}
