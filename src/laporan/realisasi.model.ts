import { NAMA_STATUS, type Bukti, type Realisasi } from '../progres/progres.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import { bacaPeriode, namaPeriodeLengkap } from '../shared/periode';
import { tanggalIndonesia } from '../shared/tanggal';
import { tautanLuar } from '../shared/tampilan/tautan';
import { namaPenanggungJawab, nomorKegiatan, riwayatLaporan, type Bahan } from './bahan.model';
import { ALAMAT_GAMBAR } from './cetak/gambar';
import type { FotoBukti } from './foto-bukti.query';
import type { Judul } from './dokumen.model';
import { rentangDalamKalimat } from './jadwal.model';
import { bacaTautan, kalimat, satuBaris, susunTeks, type Blok, type Potongan, type Tautan } from './teks.rules';
import { tanpaTitik } from './tulisan.rules';

/** Status as shape and word; `kelas` is the suffix of the CSS class. */
export interface Status {
  readonly kelas: 'sudah' | 'sebagian' | 'belum' | 'tidak-dapat' | 'belum-melapor' | 'dijadwalkan';
  readonly nama: string;
}

export interface BuktiCetak {
  /** a picture that is printed, with its size on paper in CSS pixels */
  readonly foto: { readonly alamat: string; readonly lebar: number; readonly tinggi: number } | null;
  readonly tautan: Tautan | null;
  /** what a piece of evidence without an address is called: its kind and file */
  readonly nama: string | null;
  readonly keterangan: readonly Potongan[];
}

/** What one report said; `label` (period and status) only where a kegiatan has several. */
export interface IsiLaporan {
  readonly label: string | null;
  readonly deskripsi: readonly Blok[];
}

export interface BarisRealisasi {
  readonly no: number;
  readonly ulang: boolean;
  readonly nomor: string | null;
  readonly uraian: readonly Potongan[];
  /** the substitute, when another activity was carried out */
  readonly pengganti: readonly Potongan[] | null;
  readonly status: Status;
  readonly keteranganStatus: string | null;
  /** empty when nobody reported */
  readonly laporan: readonly IsiLaporan[];
  /** the sentence that stands in place of a missing report */
  readonly belumMelapor: readonly Potongan[] | null;
  readonly bukti: readonly BuktiCetak[];
  readonly tanpaBukti: boolean;
  readonly hambatan: readonly Blok[];
}

export interface TabelRealisasi {
  readonly judul: Judul;
  readonly baris: readonly BarisRealisasi[];
  readonly catatan: readonly string[];
}

export function tabelRealisasi(bahan: Bahan, judul: Judul): TabelRealisasi {
  const baris = bahan.hasil.kegiatan.map((k, i, semua) => barisRealisasi(bahan, k, semua[i - 1]?.prioritas === k.prioritas));
  return { judul, baris, catatan: [] };
}

export function barisRealisasi(bahan: Bahan, keadaan: KeadaanKegiatan, ulang: boolean): BarisRealisasi {
  const { kegiatan, prioritas, realisasi } = keadaan;
  const riwayat = riwayatLaporan(bahan, keadaan);
  const bukti = susunBukti(bahan, riwayat);
  const pengganti = realisasi?.kegiatanPengganti;
  return {
    no: prioritas.no,
    ulang,
    nomor: nomorKegiatan(keadaan),
    uraian: kalimat(kegiatan.uraian),
    pengganti: pengganti === undefined ? null : kalimat(pengganti),
    status: statusCetak(keadaan),
    keteranganStatus: keteranganStatus(keadaan),
    laporan: riwayat.map((r) => ({ label: riwayat.length > 1 ? labelLaporan(r) : null, deskripsi: susunTeks(uraianLaporan(r)) })),
    belumMelapor: keadaan.realisasi ? null : kalimat(kalimatBelumMelapor(bahan, keadaan)),
    bukti,
    tanpaBukti: bukti.length === 0 && (keadaan.status === 'sudah' || keadaan.status === 'sebagian'),
    hambatan: hambatanRiwayat(riwayat),
  };
}

export function statusCetak({ status, belumWaktunya }: Pick<KeadaanKegiatan, 'status' | 'belumWaktunya'>): Status {
  if (belumWaktunya) return { kelas: 'dijadwalkan', nama: 'Dijadwalkan' };
  if (status === null) return { kelas: 'belum-melapor', nama: 'Belum melapor' };
  return { kelas: status === 'tidak_dapat' ? 'tidak-dapat' : status, nama: NAMA_STATUS[status] };
}

function keteranganStatus({ diganti, realisasi }: KeadaanKegiatan): string | null {
  const verifikasi = realisasi?.verifikasi;
  const keterangan = [
    diganti ? `melalui kegiatan pengganti; ${realisasi?.alasanPengganti ?? 'alasan penggantian belum dicantumkan'}` : '',
    realisasi?.alasanTidakDapat === undefined ? '' : `alasan: ${realisasi.alasanTidakDapat.toLowerCase()}`,
    verifikasi === undefined || verifikasi === 'terverifikasi' ? '' : 'belum terverifikasi',
  ].filter(Boolean);
  return keterangan.join('; ') || null;
}

/** What the utama says, then what each pendukung unit added. */
function uraianLaporan({ deskripsi, kontribusi = [] }: Realisasi): string {
  return [deskripsi, ...kontribusi.map((k) => `${k.nama}: ${k.uraian}`)].filter((t) => t.trim() !== '').join('\n\n');
}

function labelLaporan(r: Realisasi): string {
  const periode = r.periode === undefined ? null : bacaPeriode(r.periode);
  return `${periode ? namaPeriodeLengkap(periode) : 'Tanpa periode'} · ${NAMA_STATUS[r.status]}`;
}

/** Who owes the report, and for which periods. */
export function kalimatBelumMelapor(bahan: Bahan, { kegiatan, belumWaktunya }: KeadaanKegiatan): string {
  const [utama] = namaPenanggungJawab(bahan, kegiatan);
  const jadwal = rentangDalamKalimat(kegiatan.jadwal, bahan.berkas.rencana.satuanJadwal);
  if (belumWaktunya) return `Belum waktunya dilaporkan. Jadwal kegiatan: ${jadwal ?? ''}.`;
  return [
    `${utama ?? 'Penanggung jawab (belum ditentukan)'} belum menyampaikan laporan sampai dengan ${tanggalIndonesia(bahan.tanggal)}.`,
    jadwal ? `Jadwal kegiatan: ${jadwal}.` : 'Kegiatan ini belum dijadwalkan.',
  ].join(' ');
}

const NAMA_BUKTI: Readonly<Record<Bukti['jenis'], string>> = { tautan: 'Tautan', foto: 'Foto', dokumen: 'Dokumen' };

/** More pictures than this of one kegiatan make a report nobody turns the pages of; the others are named. */
const FOTO_TERBANYAK = 6;
/** on paper, in CSS pixels: about 40 × 30 mm */
const KOTAK_FOTO = { lebar: 150, tinggi: 112 } as const;

function susunBukti(bahan: Bahan, riwayat: readonly Realisasi[]): BuktiCetak[] {
  let foto = 0;
  return riwayat.flatMap((r) =>
    (r.bukti ?? []).map((b) => {
      const milik = b.sha256 === undefined || foto === FOTO_TERBANYAK ? undefined : bahan.foto.get(b.sha256);
      if (milik) foto += 1;
      return buktiCetak(b, milik);
    }),
  );
}

/** A picture, upright and small, where there is one; a link where there is an address, else the name of what was handed in; never an image that is not there. */
export function buktiCetak(bukti: Bukti, milik?: FotoBukti): BuktiCetak {
  const tautan = bacaTautan(tautanLuar(bukti.url) ?? '');
  const berkas = bukti.berkas?.split(/[/\\]/).at(-1);
  const tanggal = bukti.tanggal === undefined ? '' : tanggalIndonesia(bukti.tanggal);
  const keterangan = [bukti.keterangan === undefined ? '' : tanpaTitik(bukti.keterangan), tanggal].filter(Boolean).join(', ');
  const nama = tautan
    ? null
    : [NAMA_BUKTI[bukti.jenis], berkas ?? bukti.url]
        .filter(Boolean)
        .map((t) => satuBaris(t ?? ''))
        .join(': ');
  const foto = milik && bukti.sha256 !== undefined ? fotoCetak(bukti.sha256, milik) : null;
  return { foto, tautan, nama, keterangan: kalimat(keterangan) };
}

function fotoCetak(sha256: string, { lebar, tinggi }: FotoBukti): BuktiCetak['foto'] {
  const skala = Math.min(KOTAK_FOTO.lebar / lebar, KOTAK_FOTO.tinggi / tinggi, 1);
  return { alamat: ALAMAT_GAMBAR + sha256, lebar: Math.round(lebar * skala), tinggi: Math.round(tinggi * skala) };
}

/** The obstacles of every report; what a later report repeats word for word is printed once. */
function hambatanRiwayat(riwayat: readonly Realisasi[]): Blok[] {
  return [...new Set(riwayat.map((r) => r.hambatan?.trim() ?? '').filter(Boolean))].flatMap(susunTeks);
}
