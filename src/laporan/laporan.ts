import { join } from 'node:path';
import { akarProyek } from '../shared/akar';
import type { Kertas } from '../organisasi/organisasi.rules';
import type { PerubahanRencana } from '../rtl/awal/rencana-awal.service';
import { GalatPengguna } from '../shared/galat';
import { muatTemplat, type MesinTemplat } from '../shared/tampilan/templat';
import { siapkanBahan, type Bahan, type ProfilTersimpan } from './bahan.model';
import type { BerkasLaporan } from './berkas.query';
import { capaian } from './capaian.model';
import { gayaCetak, teksCss } from './cetak/aset';
import type { IsiHalaman } from './cetak/halaman';
import type { Kerangka } from './dokumen.model';
import type { FotoBukti } from './foto-bukti.query';
import { hasilTindakLanjut } from './hasil-tindak-lanjut.model';
import { laporanTerbaru, type JenisLaporan } from './laporan.rules';
import { monitoringEvaluasi } from './monitoring-evaluasi.model';
import { satuBaris } from './teks.rules';

export type { Kertas };

export interface PilihanLaporan {
  /** day in the agency's zone: date of a draft */
  readonly hariIni: string;
  /** absent = as the agency set it */
  readonly kertas?: Kertas | undefined;
  /** the agency's logo as a `data:` address, for the cover */
  readonly logo?: string | null;
  /** charts and profile: added where they are not usual (true), left out where they are (false) */
  readonly grafik?: boolean | undefined;
  /** who answered the plan's survey */
  readonly profil?: ProfilTersimpan | null;
  /** pictures of evidence by their SHA-256; without them documents name them */
  readonly foto?: ReadonlyMap<string, FotoBukti>;
  /** plan awal and addenda of a plan that was changed since it was ditetapkan */
  readonly perubahan?: PerubahanRencana | null;
  /** the document; absent = that of the plan's latest report record, else hasil-tindak-lanjut */
  readonly jenis?: JenisLaporan;
}

/** A report ready to print: HTML with everything that user data could break escaped. */
export interface DokumenCetak extends IsiHalaman {
  readonly jenis: JenisTercetak;
  readonly tanggal: string;
}

export type JenisTercetak = Exclude<JenisLaporan, 'skm'>;

const SUSUN: Readonly<Record<JenisTercetak, (bahan: Bahan) => Kerangka>> = {
  'hasil-tindak-lanjut': hasilTindakLanjut,
  'monitoring-evaluasi': monitoringEvaluasi,
  'capaian-rencana-aksi': capaian,
};

/** The names that people read for the documents that can be printed. */
export const NAMA_LAPORAN: Readonly<Record<JenisTercetak, string>> = {
  'hasil-tindak-lanjut': 'Laporan Hasil Tindak Lanjut',
  'monitoring-evaluasi': 'Laporan Tindak Lanjut dan Matriks Rencana Aksi',
  'capaian-rencana-aksi': 'Laporan Capaian Rencana Aksi',
};

const tercetak = (jenis: JenisLaporan): jenis is JenisTercetak => Object.hasOwn(SUSUN, jenis);

/** @throws {GalatPengguna} for a document that is not printed yet */
export function pilihJenis(berkas: BerkasLaporan, jenis?: JenisLaporan): JenisTercetak {
  if (jenis !== undefined) {
    if (tercetak(jenis)) return jenis;
    throw new GalatPengguna(
      'Laporan SKM belum dapat dicetak; yang tersedia: hasil-tindak-lanjut, monitoring-evaluasi, dan capaian-rencana-aksi.',
    );
  }
  const terbaru = laporanTerbaru(berkas.laporan, berkas.rencana.kode, tercetak);
  return terbaru && tercetak(terbaru.jenis) ? terbaru.jenis : 'hasil-tindak-lanjut';
}

/** The report as HTML and page settings. Same data and date → same document. */
export function susunDokumen(berkas: BerkasLaporan, { hariIni, jenis, logo = null, ...pilihan }: PilihanLaporan): DokumenCetak {
  const { pengaturan, kopSurat } = berkas.instansi;
  const kertas = pilihan.kertas ?? pengaturan?.kertas ?? 'a4';
  const dipilih = pilihJenis(berkas, jenis);
  const bahan = siapkanBahan(berkas, dipilih, hariIni, pilihan);
  const model = SUSUN[dipilih](bahan);
  return {
    jenis: dipilih,
    tanggal: bahan.tanggal,
    judul: model.judul,
    penulis: model.penulis,
    kelas: `kertas-${kertas}`,
    variabel: {
      '--judul-pendek': teksCss(model.judulPendek),
      '--judul-lanskap': teksCss(model.judulLanskap),
      '--nama-instansi': teksCss(model.namaInstansi),
      '--kaki-1': teksCss(model.kaki[0]),
      '--kaki-2': teksCss(model.kaki[1]),
    },
    badan: templat().render(`laporan/${dipilih}`, {
      ...model,
      sampul: { ...model.sampul, kop: kopSurat?.map(satuBaris) ?? null, logo },
    }),
  };
}

/** The same document as one HTML file, for looking at it in a browser. */
export function htmlDokumen(dokumen: DokumenCetak): string {
  const variabel = Object.entries(dokumen.variabel).map(([nama, nilai]) => `${nama}: ${nilai};`);
  const gaya = `${gayaCetak()}\n:root { ${variabel.join(' ')} }`;
  return templat().render('laporan/dokumen', { ...dokumen, gaya });
}

let mesin: MesinTemplat | undefined;
function templat(): MesinTemplat {
  mesin ??= muatTemplat(join(akarProyek(), 'views'));
  return mesin;
}
