import { Injectable } from '@nestjs/common';
import { InstrumenQuery } from '../instrumen/instrumen.query';
import { OrganisasiQuery } from '../organisasi/organisasi.query';
import { PengaturanService } from '../organisasi/pengaturan/pengaturan.service';
import { ProgresQuery } from '../progres/progres.query';
import { kelompokkan } from '../shared/kelompok';
import { RtlQuery } from '../rtl/rtl.query';
import { SurveiQuery } from '../survei/survei.query';
import type { BerkasRencana } from '../realisasi/hasil.rules';
import { LaporanQuery } from './laporan.query';
import { hariTerakhir } from '../shared/tanggal';
import { catatanLaporan } from './bahan.model';
import { pilihJenis } from './laporan';
import type { CatatanLaporan, JenisLaporan } from './laporan.rules';

/** Everything that one plan's figures, pages and reports rest on. */
export interface BerkasLaporan extends BerkasRencana {
  readonly laporan: readonly CatatanLaporan[];
}

/** What one printed report rests on. */
export interface BahanCetak {
  readonly berkas: BerkasLaporan;
  /** the agency's logo as a `data:` address */
  readonly logo: string | null;
}

@Injectable()
export class BerkasQuery {
  constructor(
    private readonly organisasi: OrganisasiQuery,
    private readonly instrumen: InstrumenQuery,
    private readonly survei: SurveiQuery,
    private readonly rtl: RtlQuery,
    private readonly progres: ProgresQuery,
    private readonly laporan: LaporanQuery,
    private readonly pengaturan: PengaturanService,
  ) {}

  /** One plan of an agency; null when either does not exist. */
  async rencana(kodeInstansi: string, kodeRencana: string): Promise<BerkasLaporan | null> {
    const semua = await this.semuaRencana(kodeInstansi);
    return semua?.find((b) => b.rencana.kode === kodeRencana) ?? null;
  }

  /** One plan as its report prints it: a report that was signed names the units as they were called on its day. */
  async bahanCetak(kodeInstansi: string, kodeRencana: string, jenis?: JenisLaporan): Promise<BahanCetak | null> {
    const berkas = await this.rencana(kodeInstansi, kodeRencana);
    const instansi = berkas && (await this.organisasi.instansi(kodeInstansi));
    if (!berkas || !instansi) return null;
    const logo = await this.pengaturan.logo(instansi.id);
    const tanggal = catatanLaporan(berkas, pilihJenis(berkas, jenis))?.tanggal;
    return {
      berkas: tanggal ? { ...berkas, unit: await this.organisasi.daftarUnitPada(instansi.id, hariTerakhir(tanggal)) } : berkas,
      logo: logo && `data:${logo.jenis};base64,${logo.isi.toString('base64')}`,
    };
  }

  /** Every plan of an agency, each with what it rests on, in eleven queries whatever their number; null when there is no such agency. */
  async semuaRencana(kodeInstansi: string): Promise<BerkasLaporan[] | null> {
    const tersimpan = await this.organisasi.instansi(kodeInstansi);
    if (!tersimpan) return null;
    const { id, ...instansi } = tersimpan;
    const rencana = await this.rtl.daftar(id);
    const realisasi = kelompokkan(await this.progres.semua(id), (r) => r.rencana);
    const laporan = kelompokkan(await this.laporan.semua(id), (l) => l.rencana);
    const milik = rencana.map((r) => ({ rencana: r, realisasi: realisasi.get(r.kode) ?? [] }));
    const dasar = {
      instansi,
      unit: await this.organisasi.daftarUnit(id),
      instrumen: await this.instrumen.semua(id),
      survei: await this.survei.daftar(id),
    };
    return milik.map((m) => ({
      ...dasar,
      ...m,
      rencanaLain: milik.filter((lain) => lain !== m),
      laporan: laporan.get(m.rencana.kode) ?? [],
    }));
  }
}
