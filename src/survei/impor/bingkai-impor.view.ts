import type { KelasMutu } from '../../instrumen/instrumen.rules';
import { teksIndonesia } from '../../shared/desimal';
import { berhasil, type Kabar } from '../../shared/tampilan/kabar';
import type { Kerangka } from '../../shared/tampilan/kerangka';
import { Alihan } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { hitungSurvei } from '../skor.rules';
import type { AngkaRespons } from './impor.rules';
import type { TempatSurvei } from './tempat-impor';

/** One table of these pages; the first cell of a row is its heading. */
export interface Tabel {
  readonly id: string;
  readonly judul: string;
  readonly anak: string | null;
  readonly kolom: readonly string[];
  readonly baris: readonly (readonly string[])[];
}

/** As the page lays it out: cells under each other on a narrow screen, numbers to the right on a wide one. */
export function tabelView({ id, judul, anak, kolom, baris }: Tabel): object {
  const angka = kolom.map((_, i) => i > 0 && baris.every((b) => /^[\d.,–-]*$/.test(b[i] ?? '')));
  return {
    id,
    judul,
    anak,
    kolom: kolom.map((teks, i) => ({ teks, angka: angka[i] })),
    baris: baris.map(([kepala, ...sel]) => ({
      kepala,
      sel: sel.map((teks, i) => ({ teks, label: kolom[i + 1] ?? '', angka: angka[i + 1] })),
    })),
  };
}

const KABAR = {
  'berkas-diterima': berhasil('Berkas sudah diterima. Periksa arti setiap kolomnya di bawah ini.'),
  dikoreksi: berhasil('Arti kolom sudah disimpan.'),
  dibaca: { nada: 'catatan', teks: 'Berkas sedang diperiksa seluruhnya.' },
  'ganda-dikeluarkan': berhasil('Pilihan atas kiriman ganda sudah disimpan; angkanya dihitung lagi.'),
  diterapkan: berhasil('Jawaban sudah dimasukkan ke survei ini.'),
  tetap: { nada: 'catatan', teks: 'Tidak ada yang berubah: jawaban survei ini sudah sama persis dengan isi berkas.' },
  sudah: { nada: 'catatan', teks: 'Isi berkas ini sudah diterapkan sebelumnya; tidak ada yang diulang.' },
  dibatalkan: berhasil('Impor dibatalkan; berkasnya sudah dihapus dan survei tidak berubah.'),
  dihapus: berhasil('Seluruh jawaban sudah dihapus dari survei ini.'),
} as const satisfies Record<string, Kabar>;

export const bilangan = (n: number): string => new Intl.NumberFormat('id').format(n);

export const jalurSurvei = ({ instansi, survei }: TempatSurvei, ...akhir: readonly string[]): string =>
  jalur('instansi', instansi.kode, 'survei', survei.kode, ...akhir);

export const jalurImpor = (t: TempatSurvei, ...akhir: readonly string[]): string => jalurSurvei(t, 'impor', ...akhir);

/** Leads on after an act, with a word on what happened. */
export function lanjutImpor(tautan: string, kabar: keyof typeof KABAR): Alihan {
  return new Alihan(tautan, KABAR[kabar]);
}

/** Title and way back. @param segarkan the page brings itself up to date */
export function bingkaiImpor(t: TempatSurvei, judul: string, akhir: string | null, segarkan = false): Kerangka {
  const { instansi, survei, hariIni } = t;
  return {
    judul: `${judul} – ${survei.kode} – Tuntas`,
    remah: [
      { teks: instansi.singkatan, tautan: jalur('instansi', instansi.kode) },
      { teks: survei.judul, tautan: jalurSurvei(t) },
      { teks: 'Masukkan jawaban', tautan: akhir === null ? null : jalurImpor(t) },
      ...(akhir === null ? [] : [{ teks: akhir, tautan: null }]),
    ],
    pita: null,
    kepalaCetak: `${instansi.nama} · dicetak ${tanggalIndonesia(hariIni)}`,
    lanskap: false,
    segarkan,
  };
}

/** The figures that come out of these answers, with the class of the whole. */
export function tabelAngka(t: TempatSurvei, angka: AngkaRespons): { tabel: Tabel; ringkas: string } {
  const { kode, judul, instrumen, periodeJenis, periodeTahun } = t.survei;
  const hasil = hitungSurvei(
    {
      ...{ kode, judul, instrumen, periode: { jenis: periodeJenis, tahun: periodeTahun }, tingkat: 'respons' },
      unsur: angka.unsur,
    },
    t.instrumen,
  );
  const per = new Map(hasil.unsur.map((u) => [u.unsur, u]));
  const nama = new Map(t.instrumen.unsur.map((u) => [u.kode, u.nama]));
  const kata = ({ mutu, kinerja }: KelasMutu) => `${mutu} (${kinerja})`;
  return {
    tabel: {
      id: 'angka',
      judul: 'Angka yang akan keluar',
      anak: null,
      kolom: ['Unsur', 'Menjawab', 'NRR', 'Nilai', 'Mutu'],
      baris: angka.unsur.map(({ unsur, n }) => {
        const u = per.get(unsur);
        const isi = u ? [teksIndonesia(u.nrr), teksIndonesia(u.nilai), kata(u.mutu)] : ['–', '–', 'tidak ada yang menjawab'];
        return [`${unsur} ${nama.get(unsur) ?? ''}`, bilangan(n), ...isi];
      }),
    },
    ringkas:
      hasil.nilai && hasil.mutu && hasil.nrr
        ? `Nilai survei ${teksIndonesia(hasil.nilai)} (NRR ${teksIndonesia(hasil.nrr)}), mutu ${kata(hasil.mutu)}, dari ${bilangan(angka.n)} responden.`
        : 'Belum ada jawaban yang dapat dihitung.',
  };
}
