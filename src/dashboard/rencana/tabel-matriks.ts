import { kalimatPersen } from '../../realisasi/realisasi.rules';
import { namaPeriodeLengkap } from '../../shared/periode';
import { tanggalIndonesia } from '../../shared/tanggal';
import { kelompokMatriks, penamaUnit, tandaTambahan, type SelMatriks } from '../matriks.view';
import { sebutSaringan } from '../saringan.view';
import { tandaKegiatan } from '../tanda-kegiatan.view';
import { tandaRencana } from '../tanda.view';
import { keteranganWaktu } from '../waktu.view';
import { penamaUnsur, penyebutUnsur } from './matriks-halaman.view';
import type { BahanRencana, PilihanMatriks } from './pilihan-matriks';

/** The matrix as a file holds it: every kegiatan that the address selects, not one page of them. */
export interface TabelMatriks {
  readonly kepala: readonly string[];
  readonly baris: readonly (readonly (string | number | null)[])[];
  /** what was selected, of which day, by which rule: a second sheet, or nothing in a CSV */
  readonly keterangan: readonly (readonly [string, string])[];
}

const KOLOM_TETAP = ['No', 'Prioritas', 'Program', 'Unsur', 'Kode', 'Kegiatan', 'Penanggung jawab', 'Status', 'Bukti'] as const;
export const LEBAR_TETAP: readonly number[] = [6, 30, 24, 16, 14, 60, 36, 16, 8];

/** Made of the same selection and the same cells as the page. */
export function tabelMatriks({ berkas }: BahanRencana, pilihan: PilihanMatriks): TabelMatriks {
  const { rencana, unit, realisasi, instansi } = berkas;
  const { kolom, cocok, alamat, tetap, batas, rinci, hasil, saringan, waktu, hariIni } = pilihan;
  const namaUnit = penamaUnit(unit);
  const sebutUnsur = penyebutUnsur(berkas);
  const terbukaSampai = rencana.status === 'ditetapkan' ? hariIni : null;
  const bahan = {
    prioritas: rencana.prioritas,
    prioritasKosong: [],
    kolom,
    realisasi,
    unit,
    batas,
    terbukaSampai,
    jendela: rinci.jendela,
    alamat,
    tetap,
  };
  const kelompok = kelompokMatriks({ ...bahan, kegiatan: cocok, sebutUnsur });
  const sel = new Map(kelompok.flatMap((k) => k.baris.map((b) => [b.kode, b] as const)));
  return {
    kepala: [...KOLOM_TETAP, ...kolom.map((k) => namaPeriodeLengkap(k.periode))],
    baris: cocok.map((k) => {
      const baris = sel.get(k.kegiatan.kode);
      const unsur = rinci.unsur.get(k.kegiatan.kode) ?? k.prioritas.unsur;
      return [
        k.prioritas.no,
        k.prioritas.judul,
        k.prioritas.program ?? null,
        unsur.map(sebutUnsur).join(', ') || null,
        k.kegiatan.kode,
        k.kegiatan.uraian,
        baris?.pj ?? null,
        [tandaKegiatan(k, terbukaSampai !== null), ...tandaTambahan(k.realisasi)].map((t) => t.kata).join('; '),
        k.realisasi?.bukti?.length ?? 0,
        ...(baris?.sel.map(isiSel) ?? []),
      ];
    }),
    keterangan: [
      ['Instansi', instansi.nama],
      ['Rencana', `${rencana.kode} ${rencana.judul}`],
      ['Status rencana', tandaRencana(rencana.status).kata],
      ['Waktu', keteranganWaktu(waktu)],
      ['Saringan', sebutSaringan({ saringan, namaUnit, namaUnsur: penamaUnsur(berkas) }).map((s) => s.teks).join('; ') || 'tidak ada'], // prettier-ignore
      ['Kegiatan', `${cocok.length} dari ${hasil.kegiatan.length}`],
      ['Realisasi seluruh rencana', kalimatPersen(hasil.realisasi)],
      ['Diunduh', tanggalIndonesia(hariIni)],
    ],
  };
}

/** `Sudah; Terverifikasi; 2 bukti`: the words of the cell; nothing where nothing is scheduled. */
function isiSel({ laporan, belumMelapor, jadwal }: SelMatriks): string | null {
  if (laporan) {
    const bukti = laporan.bukti === null ? [] : [`${laporan.bukti} bukti`];
    return [laporan.status.kata, ...laporan.tanda.map((t) => t.kata), ...bukti].join('; ');
  }
  return belumMelapor?.status.kata ?? (jadwal ? jadwal.kata.replace(/^Jadwal$/, 'Dijadwalkan') : null);
}
