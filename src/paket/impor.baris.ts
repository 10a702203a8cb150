import { createHash } from 'node:crypto';
import type { LaporanEntity } from '../laporan/laporan.entity';
import type { CatatanLaporan } from '../laporan/laporan.rules';
import type { BuktiEntity } from '../progres/bukti.entity';
import type { RealisasiEntity } from '../progres/realisasi.entity';
import type { PenanggungJawabEntity } from '../rtl/penanggung-jawab.entity';
import type { PrioritasEntity } from '../rtl/prioritas.entity';
import type { RencanaEntity } from '../rtl/rencana.entity';
import type { Kegiatan, Prioritas, Rencana } from '../rtl/rtl.rules';
import type { SurveiUnsurEntity } from '../survei/survei-unsur.entity';
import type { SurveiEntity } from '../survei/survei.entity';
import type { RealisasiPaket, SurveiPaket } from './paket';
import { surveiDariPaket, tingkatSurvei } from './paket.survei';
import type { Calon } from './selisih';

/** From the records of a paket to the columns of the tables; what is absent is null. */

export function barisSurvei(s: SurveiPaket, instansiId: string, urutan: number): Calon<SurveiEntity> {
  const n = s.jumlahPerUnsur?.n;
  return {
    instansiId,
    urutan,
    kode: s.kode,
    judul: s.judul,
    instrumen: s.instrumen,
    periodeJenis: s.periode.jenis,
    periodeTahun: s.periode.tahun,
    periodeKe: s.periode.ke ?? null,
    pelaksanaanMulai: s.pelaksanaan?.mulai ?? null,
    pelaksanaanSelesai: s.pelaksanaan?.selesai ?? null,
    tanggalTerbit: s.tanggalTerbit ?? null,
    populasi: s.populasi ?? null,
    jumlahResponden: s.jumlahResponden ?? null,
    urutanUnsur: s.urutanUnsur ? [...s.urutanUnsur] : null,
    status: s.status ?? 'ditetapkan',
    aliranLayanan: s.aliran?.layanan ?? null,
    aliranKanal: s.aliran?.kanal ?? null,
    adaTerbit: s.terbit !== undefined,
    terbitNrr: s.terbit?.nrr ?? null,
    terbitNilai: s.terbit?.nilai ?? null,
    terbitMutu: s.terbit?.mutu ?? null,
    tingkat: tingkatSurvei(s),
    nBersama: typeof n === 'number' ? n : null,
    jumlahRespons: s.respons?.baris.length ?? null,
    sidikRespons: s.respons ? sidik(s.respons.baris) : null,
  };
}

/** SHA-256 over the rows, fed in blocks: a million rows are never joined into one text. */
function sidik(baris: readonly string[]): string {
  const hash = createHash('sha256');
  for (let i = 0; i < baris.length; i += 10_000) hash.update(baris.slice(i, i + 10_000).join('\n') + '\n');
  return hash.digest('hex');
}

export function barisUnsur(s: SurveiPaket, instansiId: string): Calon<SurveiUnsurEntity>[] {
  return surveiDariPaket(s).unsur.map(({ unsur, n, jumlah, nrr, nilai }, urutan) => ({
    instansiId,
    unsur,
    urutan,
    n: n ?? null,
    jumlah: jumlah ?? null,
    nrr: nrr ?? null,
    nilai: nilai ?? null,
  }));
}

export function barisRencana(r: Rencana, instansiId: string, urutan: number, surveiId: string | null): Calon<RencanaEntity> {
  const { kode, judul, satuanJadwal, status, periode } = r;
  return {
    instansiId,
    urutan,
    kode,
    judul,
    surveiId,
    periodeJenis: periode?.jenis ?? null,
    periodeTahun: periode?.tahun ?? null,
    periodeKe: periode?.ke ?? null,
    satuanJadwal,
    status,
  };
}

export function barisPrioritas(p: Prioritas, instansiId: string, rencanaId: string, urutan: number): Calon<PrioritasEntity> {
  const { no, judul, program, unsur, alasan } = p;
  return { instansiId, rencanaId, urutan, no, judul, program: program ?? null, unsur: [...unsur], alasan: alasan ?? null };
}

export function barisRealisasi(
  r: RealisasiPaket,
  instansiId: string,
  kegiatanId: string,
  urutan: number,
): Calon<RealisasiEntity> {
  return {
    instansiId,
    kegiatanId,
    urutan,
    periode: r.periode ?? null,
    status: r.status,
    deskripsi: r.deskripsi,
    hambatan: r.hambatan ?? null,
    tindakLanjutBerikut: r.tindakLanjutBerikut ?? null,
    kegiatanPengganti: r.kegiatanPengganti ?? null,
    mulai: r.mulai ?? null,
    selesai: r.selesai ?? null,
    adaBukti: r.bukti !== undefined,
  };
}

export function barisBukti(r: RealisasiPaket, instansiId: string): Calon<BuktiEntity>[] {
  return (r.bukti ?? []).map(({ jenis, url, berkas, keterangan, tanggal }, urutan) => ({
    instansiId,
    urutan,
    jenis,
    url: url ?? null,
    berkas: berkas ?? null,
    keterangan: keterangan ?? null,
    tanggal: tanggal ?? null,
  }));
}

export function barisLaporan(l: CatatanLaporan, instansiId: string, rencanaId: string, urutan: number): Calon<LaporanEntity> {
  const { jabatan, nama, nip, pangkat } = l.penandatangan;
  return {
    instansiId,
    rencanaId,
    urutan,
    jenis: l.jenis,
    tanggal: l.tanggal,
    tempat: l.tempat,
    jabatan,
    nama,
    nip: nip ?? null,
    pangkat: pangkat ?? null,
    persenTertulis: l.persenTertulis ?? null,
    kesimpulanTambahan: l.kesimpulanTambahan ? [...l.kesimpulanTambahan] : null,
  };
}

export function barisPj(
  kegiatan: Kegiatan,
  unit: ReadonlyMap<string, string>,
  instansiId: string,
): Calon<PenanggungJawabEntity>[] {
  return kegiatan.penanggungJawab.map((pj, urutan) =>
    'unit' in pj
      ? { instansiId, urutan, unitId: unit.get(pj.unit) ?? null, kelompok: null }
      : { instansiId, urutan, unitId: null, kelompok: pj.kelompok },
  );
}
