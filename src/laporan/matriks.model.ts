import type { Realisasi } from '../progres/progres.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import { jadwalRinci } from '../rtl/jadwal.rules';
import type { SatuanJadwal } from '../rtl/rtl.rules';
import { indeksAkhir, namaPeriode } from '../shared/periode';
import { indeksBulan } from '../shared/tanggal';
import { namaPenanggungJawab, type Bahan } from './bahan.model';
import type { Judul } from './dokumen.model';
import { rentangBulan, rentangDalamKalimat } from './jadwal.model';
import { barisRealisasi, type BarisRealisasi } from './realisasi.model';
import { satuBaris } from './teks.rules';

/** One row of the matrix: plan, progress, time, speed, obstacle, evidence. */
export interface BarisMatriks extends BarisRealisasi {
  readonly unit: string;
  readonly waktuSurvei: string | null;
  readonly waktu: string | null;
  /** the time is the planned one: nobody reported when it was done */
  readonly waktuRencana: boolean;
  readonly kecepatan: string | null;
}

export interface TabelMatriks {
  readonly judul: Judul;
  readonly kelompok: readonly { readonly baris: readonly BarisMatriks[] }[];
}

export function tabelMatriks(bahan: Bahan, judul: Judul): TabelMatriks {
  const kelompok = bahan.berkas.rencana.prioritas.map((p) => {
    const milik = bahan.keadaan.get(p) ?? [];
    return { baris: milik.map((k, i) => barisMatriks(bahan, k, i > 0)) };
  });
  return { judul, kelompok: kelompok.filter((k) => k.baris.length > 0) };
}

function barisMatriks(bahan: Bahan, keadaan: KeadaanKegiatan, ulang: boolean): BarisMatriks {
  const { kegiatan, prioritas, kecepatanRespons } = keadaan;
  const { rencana, survei } = bahan.berkas;
  const asal = survei.find((s) => s.kode === (kegiatan.survei ?? rencana.survei));
  const nyata = waktuNyata(keadaan, rencana.satuanJadwal);
  return {
    ...barisRealisasi(bahan, keadaan, ulang),
    unit: namaPenanggungJawab(bahan, kegiatan)[0] ?? satuBaris(prioritas.judul),
    waktuSurvei: asal ? namaPeriode(asal.periode) : null,
    waktu: nyata ?? rentangDalamKalimat(kegiatan.jadwal, rencana.satuanJadwal),
    waktuRencana: nyata === null,
    kecepatan: kecepatanRespons === null ? null : `${kecepatanRespons} bulan`,
  };
}

/**
 * When the follow-up took place: `Februari–Juni 2023`; with a start and no end `Agustus 2023` if the plan knew only that month, else
 * `Februari 2023 s.d. sekarang`. Null when no report says.
 */
function waktuNyata({ realisasi, kegiatan }: KeadaanKegiatan, satuan: SatuanJadwal): string | null {
  const r: Realisasi | undefined = realisasi;
  if (r?.mulai === undefined)
    return r?.selesai === undefined ? null : `sampai ${rentangBulan(indeksBulan(r.selesai), indeksBulan(r.selesai))}`;
  const mulai = indeksBulan(r.mulai);
  if (r.selesai !== undefined) return rentangBulan(mulai, indeksBulan(r.selesai));
  const akhir = jadwalRinci(kegiatan.jadwal, satuan).at(-1);
  const satuBulan = akhir !== undefined && indeksAkhir(akhir) <= mulai;
  return satuBulan ? rentangBulan(mulai, mulai) : `${rentangBulan(mulai, mulai)} s.d. sekarang`;
}
