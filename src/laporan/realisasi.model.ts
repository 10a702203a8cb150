import { NAMA_STATUS, type Bukti, type Realisasi } from '../progres/progres.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import { bacaPeriode, namaPeriodeLengkap } from '../shared/periode';
import { tanggalIndonesia } from '../shared/tanggal';
import { tautanLuar } from '../shared/tampilan/tautan';
import { namaPenanggungJawab, nomorKegiatan, riwayatLaporan, type Bahan } from './bahan.model';
import type { Judul } from './dokumen.model';
import { rentangDalamKalimat } from './jadwal.model';
import { bacaTautan, kalimat, satuBaris, susunTeks, type Blok, type Potongan, type Tautan } from './teks.rules';
import { tanpaTitik } from './tulisan.rules';

/** Status as shape and word; `kelas` is the suffix of the CSS class. */
export interface Status {
  readonly kelas: 'sudah' | 'sebagian' | 'belum' | 'tidak-dapat' | 'belum-melapor';
  readonly nama: string;
}

export interface BuktiCetak {
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
  const bukti = riwayat.flatMap((r) => r.bukti ?? []).map(buktiCetak);
  const pengganti = realisasi?.kegiatanPengganti;
  return {
    no: prioritas.no,
    ulang,
    nomor: nomorKegiatan(keadaan),
    uraian: kalimat(kegiatan.uraian),
    pengganti: pengganti === undefined ? null : kalimat(pengganti),
    status: statusCetak(keadaan),
    keteranganStatus: keadaan.diganti ? 'melalui kegiatan pengganti; alasan penggantian belum dicantumkan' : null,
    laporan: riwayat.map((r) => ({ label: riwayat.length > 1 ? labelLaporan(r) : null, deskripsi: susunTeks(r.deskripsi) })),
    belumMelapor: keadaan.belumMelapor ? kalimat(kalimatBelumMelapor(bahan, keadaan)) : null,
    bukti,
    tanpaBukti: bukti.length === 0 && (keadaan.status === 'sudah' || keadaan.status === 'sebagian'),
    hambatan: hambatanRiwayat(riwayat),
  };
}

export function statusCetak({ status }: Pick<KeadaanKegiatan, 'status'>): Status {
  if (status === null) return { kelas: 'belum-melapor', nama: 'Belum melapor' };
  return { kelas: status === 'tidak_dapat' ? 'tidak-dapat' : status, nama: NAMA_STATUS[status] };
}

function labelLaporan(r: Realisasi): string {
  const periode = r.periode === undefined ? null : bacaPeriode(r.periode);
  return `${periode ? namaPeriodeLengkap(periode) : 'Tanpa periode'} · ${NAMA_STATUS[r.status]}`;
}

/** Who owes the report, and for which periods. */
export function kalimatBelumMelapor(bahan: Bahan, { kegiatan }: KeadaanKegiatan): string {
  const [utama] = namaPenanggungJawab(bahan, kegiatan);
  const jadwal = rentangDalamKalimat(kegiatan.jadwal, bahan.berkas.rencana.satuanJadwal);
  return [
    `${utama ?? 'Penanggung jawab (belum ditentukan)'} belum menyampaikan laporan sampai dengan ${tanggalIndonesia(bahan.tanggal)}.`,
    jadwal ? `Jadwal kegiatan: ${jadwal}.` : 'Kegiatan ini belum dijadwalkan.',
  ].join(' ');
}

const NAMA_BUKTI: Readonly<Record<Bukti['jenis'], string>> = { tautan: 'Tautan', foto: 'Foto', dokumen: 'Dokumen' };

/** A link where there is an address, else the name of what was handed in; never an image that is not there. */
export function buktiCetak(bukti: Bukti): BuktiCetak {
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
  return { tautan, nama, keterangan: kalimat(keterangan) };
}

/** The obstacles of every report; what a later report repeats word for word is printed once. */
function hambatanRiwayat(riwayat: readonly Realisasi[]): Blok[] {
  return [...new Set(riwayat.map((r) => r.hambatan?.trim() ?? '').filter(Boolean))].flatMap(susunTeks);
}
