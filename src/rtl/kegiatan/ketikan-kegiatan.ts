import { GalatPengguna, GalatTerkunci } from '../../shared/galat';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { bacaPeriode, kodePeriode, periode } from '../../shared/periode';
import { jadwalRinci } from '../jadwal.rules';
import type { BuktiDiharapkan, PenanggungJawab, SatuanJadwal } from '../rtl.rules';
import { GalatIsiKegiatan } from '../susun/galat-usang';
import { kunciPj, MAKS_BUKTI, MAKS_PJ, rapikanIsi, type IsiKegiatan } from '../susun/isi-kegiatan.rules';

/*
 * The fields of the form of a kegiatan, each under a name of its own (a name that comes twice is refused): `jadwal_2026-TW2`, `unsur_3`,
 * `pj_1` (utama) … `pj_20`, `bukti_1_jenis` …
 */

const JENIS_BUKTI = ['tautan', 'foto', 'dokumen'] as const;

/** Null for none; what no form of ours sends names a unit that there is not. */
export function pjDari(teks: string): PenanggungJawab | null {
  if (teks === '') return null;
  return teks.startsWith('kelompok:') ? { kelompok: teks.slice('kelompok:'.length) } : { unit: teks.replace(/^unit:/, '') };
}

function rusak(): GalatPengguna {
  return new GalatPengguna('Formulir ini terkirim rusak. Buka kembali halamannya, lalu isi lagi.');
}

/** The version that a form was made from. @throws {GalatPengguna} when it is none */
export function bacaVersi(ketikan: Ketikan): number {
  const { versi = '' } = ketikan;
  if (!/^\d{1,9}$/.test(versi) || (ketikan['dasar'] ?? '').length > 100_000) throw rusak();
  return Number(versi);
}

/**
 * What was typed as a kegiatan; what is wrong with it, the rules say.
 * @throws {GalatPengguna} for what no form of ours sends
 */
export function bacaKetikanKegiatan(ketikan: Ketikan): IsiKegiatan {
  const ambil = (nama: string) => ketikan[nama] ?? '';
  const bernomor = (awalan: string, maks: number) => Array.from({ length: maks }, (_, i) => ambil(`${awalan}_${i + 1}`));
  const jadwal = Object.keys(ketikan).flatMap((nama) => (nama.startsWith('jadwal_') ? [nama.slice('jadwal_'.length)] : []));
  if (jadwal.some((kode) => ketikan[`jadwal_${kode}`] !== 'ya')) throw rusak();
  const bukti = Array.from({ length: MAKS_BUKTI }, (_, i): BuktiDiharapkan | null => {
    const [jenis, untuk, uraian] = ['jenis', 'periode', 'uraian'].map((n) => ambil(`bukti_${i + 1}_${n}`));
    const dikenal = jenis === '' ? 'dokumen' : JENIS_BUKTI.find((j) => j === jenis);
    if (dikenal === undefined) throw rusak();
    if (!uraian && !untuk) return null;
    return { ...(untuk ? { periode: untuk } : {}), jenis: dikenal, uraian: uraian ?? '' };
  });
  const unsur = Object.keys(ketikan).flatMap((nama) => (nama.startsWith('unsur_') ? [ambil(nama)] : []));
  return {
    prioritasId: ambil('prioritas'),
    uraian: ambil('uraian'),
    unsur: unsur.length === 0 ? null : unsur,
    survei: ambil('survei') || null,
    jadwal: jadwal.slice(0, 400),
    penanggungJawab: bernomor('pj', MAKS_PJ).flatMap((teks) => pjDari(teks) ?? []),
    keluaran: ambil('keluaran') || null,
    indikator: ambil('indikator') || null,
    buktiDiharapkan: bukti.filter((b) => b !== null),
  };
}

/** What the form says of a refusal, above everything that was typed; null for what is no fault of a field. */
export function galatFormulir(galat: unknown): readonly GalatMedan[] | null {
  if (galat instanceof GalatIsiKegiatan) return galat.daftar;
  return galat instanceof GalatTerkunci ? [{ medan: 'uraian', pesan: galat.message.replace(/\.$/, '') }] : null;
}

/** A kegiatan as its form shows it. */
export function keKetikan(isi: IsiKegiatan, satuan: SatuanJadwal, unsur: readonly { readonly kode: string }[]): Ketikan {
  const jadwal = isi.jadwal.every((k) => bacaPeriode(k)) ? jadwalRinci(isi.jadwal, satuan).map(kodePeriode) : isi.jadwal;
  return Object.fromEntries([
    ['prioritas', isi.prioritasId],
    ['uraian', isi.uraian],
    ['keluaran', isi.keluaran ?? ''],
    ['indikator', isi.indikator ?? ''],
    ['survei', isi.survei ?? ''],
    ...jadwal.map((k) => [`jadwal_${k}`, 'ya']),
    ...isi.penanggungJawab.map((p, i) => [`pj_${i + 1}`, kunciPj(p)]),
    ...(isi.unsur ?? []).map((kode) => [`unsur_${unsur.findIndex((u) => u.kode === kode) + 1}`, kode]),
    ...isi.buktiDiharapkan.flatMap((b, i) => [
      [`bukti_${i + 1}_jenis`, b.jenis],
      [`bukti_${i + 1}_periode`, b.periode ?? ''],
      [`bukti_${i + 1}_uraian`, b.uraian],
    ]),
  ]) as Ketikan;
}

/**
 * Years of the form's checkboxes: those of the plan's beginning, those scheduled, and those asked for.
 * @param kini the running year, shown too where the plan began shortly before
 */
export function tahunFormulir(ketikan: Ketikan, awal: number, kini = awal): number[] {
  const dijadwalkan = Object.keys(ketikan).flatMap((nama) => {
    const kode = nama.startsWith('jadwal_') ? nama.slice('jadwal_'.length) : '';
    return bacaPeriode(kode) ? [periode(kode).tahun] : [];
  });
  const diminta = (ketikan['tahun'] ?? '').split(',').map(Number);
  const berjalan = kini > awal && kini - awal <= 3 ? [kini] : [];
  const semua = [
    awal,
    awal + 1,
    ...berjalan,
    ...dijadwalkan,
    ...diminta.filter((t) => Number.isInteger(t) && t >= 1945 && t <= 2199),
  ];
  const [dari, sampai] = [Math.min(...semua), Math.max(...semua)];
  return sampai - dari > 12
    ? [...new Set(semua)].sort((a, b) => a - b)
    : Array.from({ length: sampai - dari + 1 }, (_, i) => dari + i);
}

/** How many rows of a numbered field the form shows: those filled, some empty ones, and those asked for. */
export function jumlahBaris(ketikan: Ketikan, awalan: string, akhiran: string, kosong: number, maks: number): number {
  const terisi = Array.from({ length: maks }, (_, i) => i + 1).filter((i) => (ketikan[`${awalan}_${i}${akhiran}`] ?? '') !== '');
  return Math.min(maks, Math.max(Number(ketikan[`baris_${awalan}`]) || 0, (terisi.at(-1) ?? 0) + kosong));
}

/** What the form was made from, as it went along with it; null when it did not come back as it went. */
export function bacaDasar(teks: string): IsiKegiatan | null {
  try {
    const isi: unknown = JSON.parse(teks);
    if (typeof isi !== 'object' || isi === null || Array.isArray(isi)) return null;
    const teksSaja = Object.entries(isi).filter((pasangan): pasangan is [string, string] => typeof pasangan[1] === 'string');
    return rapikanIsi(bacaKetikanKegiatan(Object.fromEntries(teksSaja)));
  } catch {
    return null;
  }
}

/** A button of the form that asks for more rows or years, and does nothing else. */
export function denganTambahan(ketikan: Ketikan): Ketikan {
  const { tambah } = ketikan;
  if (tambah === 'tahun') {
    const tahun = (ketikan['tahun'] ?? '').split(',').map(Number).filter(Number.isInteger);
    return { ...ketikan, tahun: [...tahun, Math.max(...tahun, 2000) + 1].join(',') };
  }
  if (tambah !== 'pj' && tambah !== 'bukti') return ketikan;
  return { ...ketikan, [`baris_${tambah}`]: String((Number(ketikan[`baris_${tambah}`]) || 0) + 3) };
}
