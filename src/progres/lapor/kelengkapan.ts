import type { GalatMedan } from '../../shared/isian';
import { hariPertama, hariTerakhir } from '../../shared/tanggal';
import { bacaTanggal } from '../../shared/tanggal-isian';
import type { BuktiTersimpan } from '../bukti/unggah/bukti-laporan.query';
import { ALASAN_TIDAK_DAPAT, syaratKurang, type AlasanTidakDapat } from '../gerbang.rules';
import { NAMA_STATUS, type StatusPelaksanaan } from '../progres.rules';
import type { IsianKini } from './isian.service';
import { namaIsian, type MedanUtama } from './medan-laporan';
import type { Pejabat } from './pejabat.query';
import type { BuktiPengajuan, IsiPengajuan, KontribusiPengajuan } from './pengajuan.rules';
import { UTAMA, type UnitLapor } from './tempat-lapor';

export interface BahanPengajuan {
  readonly isian: readonly IsianKini[];
  /** what stands in the report now */
  readonly bukti: readonly BuktiTersimpan[];
  /** who may answer for it */
  readonly pejabat: readonly Pejabat[];
  readonly pendukung: readonly UnitLapor[];
  /** in the agency's zone */
  readonly hariIni: string;
}

/** The accountable officer in whose name a report is submitted. */
export interface AtasNama {
  readonly nama: string;
  readonly jabatan: string | null;
  readonly penugasanId: string | null;
}

export interface Kelengkapan {
  readonly isi: IsiPengajuan;
  readonly atasNama: AtasNama;
  /** everything that stands in the way, by field; empty when the report may be submitted */
  readonly kurang: readonly GalatMedan[];
}

/** The block of evidence of the utama's part, on the page of the form. */
const MEDAN_BUKTI = `bukti-${UTAMA}`;

/** The gate on submitting: the draft as it would be frozen, and all that it lacks at once (DOMAIN section 5). */
export function periksaKelengkapan(bahan: BahanPengajuan): Kelengkapan {
  const nilai = pembaca(bahan.isian);
  const kurang: GalatMedan[] = [];
  const status = Object.keys(NAMA_STATUS).find((s): s is StatusPelaksanaan => s === nilai('status'));
  const alasan = Object.keys(ALASAN_TIDAK_DAPAT).find((a): a is AlasanTidakDapat => a === nilai('alasan'));
  const bukti = bahan.bukti.map(keBukti);
  const surat = bukti.find((b) => b.surat);
  const [deskripsi, hambatan, berikut] = [nilai('deskripsi'), nilai('hambatan'), nilai('tindakLanjutBerikut')];
  for (const { medan, pesan } of syaratKurang({
    ...(status && { status }),
    ...{ deskripsi, hambatan, tindakLanjutBerikut: berikut, bukti: bukti.filter((b) => !b.surat) },
    ...(alasan && { alasan }),
    ...(surat && { suratKeputusan: surat }),
  }))
    kurang.push({
      medan: medan === 'suratKeputusan' || medan === 'bukti' ? MEDAN_BUKTI : medan,
      pesan: pesan.replace(/\.$/, ''),
    });
  const masa = bacaMasa(nilai, bahan.hariIni, kurang);
  const pengganti = bacaPengganti(nilai, kurang);
  const atasNama = bacaAtasNama(nilai, bahan.pejabat, kurang);
  const belumTuntas = status === 'sebagian' || status === 'belum';
  const isi: IsiPengajuan = {
    status: status ?? 'belum',
    deskripsi,
    ...(hambatan && { hambatan }),
    ...(belumTuntas && berikut && { tindakLanjutBerikut: berikut }),
    ...(status === 'tidak_dapat' && alasan && { alasan }),
    ...pengganti,
    ...masa,
    kontribusi: bahan.pendukung.flatMap((u) => kontribusi(u, bahan.isian)),
    bukti,
  };
  return { isi, atasNama, kurang };
}

/** The same in the name of somebody who was chosen for many reports at once. */
export function denganAtasNama(lengkap: Kelengkapan, atasNama: AtasNama): Kelengkapan {
  return { ...lengkap, atasNama, kurang: tanpaPejabat(lengkap.kurang) };
}

/** What it lacks beside the accountable officer. */
export function tanpaPejabat(kurang: readonly GalatMedan[]): GalatMedan[] {
  return kurang.filter(({ medan }) => medan !== 'penugasan' && medan !== 'atasNama');
}

/** Nothing is new since the last report: what may have been copied without a look. */
export function samaDenganLalu(
  isi: IsiPengajuan,
  lalu: Pick<IsiPengajuan, 'status' | 'deskripsi' | 'hambatan' | 'tindakLanjutBerikut'> | null,
): boolean {
  // prettier-ignore
  if (!lalu) return false;
  const teks = (i: Pick<IsiPengajuan, 'deskripsi' | 'hambatan' | 'tindakLanjutBerikut'>) =>
    [i.deskripsi, i.hambatan, i.tindakLanjutBerikut].map((t) => (t ?? '').replace(/\s+/g, ' ').trim().toLowerCase());
  const [kini, dulu] = [teks(isi), teks(lalu)];
  return isi.status === lalu.status && kini.some((t) => t !== '') && kini.every((t, i) => t === dulu[i]);
}

type Pembaca = (medan: MedanUtama) => string;

function pembaca(isian: readonly IsianKini[]): Pembaca {
  const peta = new Map(isian.map((i) => [namaIsian(i), i.nilai.trim()]));
  return (medan) => peta.get(namaIsian({ bagian: UTAMA, medan })) ?? '';
}

function bacaMasa(nilai: Pembaca, hariIni: string, kurang: GalatMedan[]): Pick<IsiPengajuan, 'mulai' | 'selesai'> {
  const satu = (medan: 'mulai' | 'selesai'): string | null => {
    const tertulis = nilai(medan);
    const tanggal = tertulis === '' ? null : bacaTanggal(tertulis);
    if (tertulis !== '' && tanggal === null)
      kurang.push({ medan, pesan: 'Tulis tanggalnya, misalnya 8 Mei 2024, atau bulannya saja, Mei 2024' });
    else if (tanggal !== null && hariPertama(tanggal) > hariIni)
      kurang.push({ medan, pesan: 'Tanggal ini belum tiba; periksa tahunnya' });
    return tanggal;
  };
  const [mulai, selesai] = [satu('mulai'), satu('selesai')];
  if (mulai !== null && selesai !== null && hariTerakhir(selesai) < hariPertama(mulai))
    kurang.push({ medan: 'selesai', pesan: 'Tanggal selesai mendahului tanggal mulai; periksa keduanya' });
  return { ...(mulai !== null && { mulai }), ...(selesai !== null && { selesai }) };
}

function bacaPengganti(nilai: Pembaca, kurang: GalatMedan[]): Pick<IsiPengajuan, 'kegiatanPengganti' | 'alasanPengganti'> {
  const [kegiatanPengganti, alasanPengganti] = [nilai('kegiatanPengganti'), nilai('alasanPengganti')];
  if (kegiatanPengganti === '' && alasanPengganti === '') return {};
  if (kegiatanPengganti === '')
    kurang.push({
      medan: 'kegiatanPengganti',
      pesan: 'Tulis kegiatan yang dilaksanakan sebagai gantinya, atau kosongkan alasannya',
    });
  if (alasanPengganti === '')
    kurang.push({ medan: 'alasanPengganti', pesan: 'Tulis mengapa kegiatan yang direncanakan diganti' });
  return { kegiatanPengganti, alasanPengganti };
}

function bacaAtasNama(nilai: Pembaca, pejabat: readonly Pejabat[], kurang: GalatMedan[]): AtasNama {
  const [satu] = pejabat;
  const dipilih = pejabat.find((p) => p.id === nilai('penugasan')) ?? (pejabat.length === 1 ? satu : undefined);
  if (dipilih) return { nama: dipilih.nama, jabatan: dipilih.jabatan, penugasanId: dipilih.id };
  if (pejabat.length > 1) kurang.push({ medan: 'penugasan', pesan: 'Pilih pejabat yang bertanggung jawab atas laporan ini' });
  else if (nilai('atasNama') === '')
    kurang.push({ medan: 'atasNama', pesan: 'Tulis nama pejabat yang bertanggung jawab atas laporan ini' });
  return { nama: nilai('atasNama'), jabatan: nilai('atasNamaJabatan') || null, penugasanId: null };
}

function kontribusi(unit: UnitLapor, isian: readonly IsianKini[]): KontribusiPengajuan[] {
  const tertulis = isian.find((i) => i.bagian === unit.id && i.medan === 'uraian');
  if (!tertulis || tertulis.nilai.trim() === '') return [];
  return [{ unit: unit.kode, nama: unit.nama, uraian: tertulis.nilai.trim(), oleh: tertulis.olehNama }];
}

function keBukti(b: BuktiTersimpan): BuktiPengajuan {
  return {
    ...{ id: b.id, bagian: b.bagian, jenis: b.jenis, nama: b.nama },
    ...(b.url === null ? { berkas: b.nama } : { url: b.url }),
    ...(b.keterangan !== null && { keterangan: b.keterangan }),
    ...(b.tanggal !== null && { tanggal: b.tanggal }),
    ...(b.diharapkan !== null && { diharapkan: b.diharapkan }),
    ...(b.surat && { surat: true }),
    ...(b.sha256 !== null && { sha256: b.sha256 }),
    ...(b.ukuran !== null && { ukuran: b.ukuran }),
  };
}
