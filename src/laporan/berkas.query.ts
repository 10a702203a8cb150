import { Injectable } from '@nestjs/common';
import { InstrumenQuery } from '../instrumen/instrumen.query';
import { OrganisasiQuery } from '../organisasi/organisasi.query';
import { PengaturanService } from '../organisasi/pengaturan/pengaturan.service';
import { ProgresQuery } from '../progres/progres.query';
import { rencanaBerlaku } from '../rtl/adendum.rules';
import { keAdendum, RencanaAwalService, type PerubahanRencana } from '../rtl/awal/rencana-awal.service';
import { RtlQuery } from '../rtl/rtl.query';
import { AturanProfilQuery } from '../survei/profil/aturan-profil.query';
import { SurveiQuery } from '../survei/survei.query';
import { UraianSurveiQuery } from '../survei/uraian.query';
import { semuaKegiatan } from '../rtl/rtl.rules';
import { susunBerkas, type BerkasRencana, type DasarBerkas } from '../realisasi/hasil.rules';
import { LaporanQuery } from './laporan.query';
import { hariTerakhir } from '../shared/tanggal';
import { catatanLaporan, type ProfilTersimpan } from './bahan.model';
import { FotoBuktiQuery, type FotoBukti } from './foto-bukti.query';
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
  /** who answered the plan's survey; null when it names none */
  readonly profil: ProfilTersimpan | null;
  /** pictures of evidence by their SHA-256 */
  readonly foto: ReadonlyMap<string, FotoBukti>;
  /** plan awal and addenda; null where nothing changed since the plan was ditetapkan */
  readonly perubahan: PerubahanRencana | null;
}

/** What an agency's plans have in common, and the plans. */
export interface BerkasInstansi extends DasarBerkas {
  readonly berkas: BerkasLaporan[];
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
    private readonly uraian: UraianSurveiQuery,
    private readonly aturanProfil: AturanProfilQuery,
    private readonly foto: FotoBuktiQuery,
    private readonly awal: RencanaAwalService,
  ) {}

  /** One plan of an agency; null when either does not exist. */
  async rencana(kodeInstansi: string, kodeRencana: string): Promise<BerkasLaporan | null> {
    const semua = await this.semuaRencana(kodeInstansi);
    return semua?.find((b) => b.rencana.kode === kodeRencana) ?? null;
  }

  /**
   * One plan as its report prints it. A report that was signed keeps its day: the units under their names of then, the letterhead and
   * logo of then, the plan with the addenda of then, and the percentage by the rule that held then; its signatory stands in its own record.
   */
  async bahanCetak(kodeInstansi: string, kodeRencana: string, jenis?: JenisLaporan): Promise<BahanCetak | null> {
    const berkas = await this.rencana(kodeInstansi, kodeRencana);
    const instansi = berkas && (await this.organisasi.instansi(kodeInstansi));
    if (!berkas || !instansi) return null;
    const profil = await this.profil(instansi.id, berkas.rencana.survei);
    const foto = await this.foto.milik(instansi.id, berkas.realisasi);
    const perubahan = await this.awal.perubahan(instansi.id, kodeRencana);
    const catatan = catatanLaporan(berkas, pilihJenis(berkas, jenis));
    if (!catatan) return { berkas, profil, foto, perubahan, logo: alamatLogo(await this.pengaturan.logo(instansi.id)) };
    const tanggal = hariTerakhir(catatan.tanggal);
    const { id, ...saatItu } = await this.organisasi.instansiPada(instansi, tanggal);
    const unit = await this.organisasi.daftarUnitPada(id, tanggal);
    const saatDitandatangani = await this.padaHari(berkas, id, perubahan, tanggal);
    return {
      berkas: { ...saatDitandatangani.berkas, instansi: saatItu, unit },
      ...{ profil, foto },
      perubahan: saatDitandatangani.perubahan,
      logo: alamatLogo(await this.pengaturan.logoPada(id, tanggal)),
    };
  }

  /** The plan with the addenda of that day, and the reports on what was taken out later. */
  private async padaHari(
    berkas: BerkasLaporan,
    instansiId: string,
    perubahan: PerubahanRencana | null,
    hari: string,
  ): Promise<Pick<BahanCetak, 'berkas' | 'perubahan'>> {
    const adendum = perubahan?.adendum.filter((a) => a.tanggal <= hari) ?? [];
    if (!perubahan || adendum.length === perubahan.adendum.length) return { berkas, perubahan };
    const rencana = rencanaBerlaku(perubahan.awal, adendum.map(keAdendum));
    const kode = new Set(semuaKegiatan(rencana).map((k) => k.kode));
    const dikeluarkan = berkas.rencana.dikeluarkan ?? [];
    const realisasi = berkas.realisasi.filter((r) => kode.has(r.kegiatan));
    for (const { kegiatan } of dikeluarkan.filter((d) => kode.has(d.kegiatan.kode)))
      realisasi.push(...(await this.progres.kegiatan(instansiId, rencana.kode, kegiatan.kode)));
    const saatItu = { ...rencana, dikeluarkan: dikeluarkan.filter((d) => d.tanggal <= hari) };
    return { berkas: { ...berkas, rencana: saatItu, realisasi }, perubahan: { ...perubahan, adendum } };
  }

  private async profil(instansiId: string, survei: string | undefined): Promise<ProfilTersimpan | null> {
    if (survei === undefined) return null;
    const { profil } = await this.uraian.satu(instansiId, survei);
    return { isi: profil, aturan: (await this.aturanProfil.berlaku(instansiId)).aturan };
  }

  /** Every plan of an agency, each with what it rests on; null when there is no such agency. */
  async semuaRencana(kodeInstansi: string): Promise<BerkasLaporan[] | null> {
    return (await this.instansi(kodeInstansi))?.berkas ?? null;
  }

  /** An agency with its surveys and plans, in a fixed number of queries whatever it holds; null when there is none. */
  async instansi(kodeInstansi: string): Promise<BerkasInstansi | null> {
    const tersimpan = await this.organisasi.instansi(kodeInstansi);
    if (!tersimpan) return null;
    const { id, ...instansi } = tersimpan;
    const dasar = {
      instansi,
      unit: await this.organisasi.daftarUnit(id),
      instrumen: await this.instrumen.semua(id),
      survei: await this.survei.daftar(id),
    };
    const rencana = await this.rtl.daftar(id);
    const berkas = susunBerkas(dasar, rencana, await this.progres.semua(id), await this.laporan.semua(id));
    return { ...dasar, berkas };
  }
}

function alamatLogo(logo: { readonly isi: Buffer; readonly jenis: string } | null): string | null {
  return logo && `data:${logo.jenis};base64,${logo.isi.toString('base64')}`;
}
