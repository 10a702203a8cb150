import { baganPeringkat } from '../prioritas/peringkat.view';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import type { BaganBatang } from '../shared/tampilan/bagan';
import { NAMA_CIRI } from '../survei/profil.rules';
import type { Bahan, SurveiDihitung } from './bahan.model';
import { periodeSampul, type Judul, type Penomoran } from './dokumen.model';
import { satuBaris } from './teks.rules';

/** The unsur as bars with the priority line, the same chart as on the survey's page. */
export interface GambarPeringkat {
  readonly judul: Judul;
  readonly bagan: BaganBatang;
  readonly uraian: string;
  readonly catatan: string;
}

export interface TabelProfil {
  readonly judul: Judul;
  readonly ciri: readonly {
    readonly nama: string;
    readonly baris: readonly {
      readonly pertama: boolean;
      readonly kelompok: string;
      readonly jumlah: string;
      readonly persen: string;
    }[];
  }[];
  readonly catatan: readonly string[];
}

export function gambarPeringkat(
  { jumlahPrioritas }: Bahan,
  { hasil, instrumen, survei }: SurveiDihitung,
  nomor: Penomoran,
): GambarPeringkat {
  const masa = periodeSampul(survei.periode);
  return {
    judul: nomor.gambar(`Peringkat Nilai Unsur SKM ${masa ?? ''}`.trim()),
    ...baganPeringkat(hasil.unsur, instrumen, jumlahPrioritas),
    catatan: `Terendah di kiri, pada skala penuh dengan pita mutu; tanda = berarti nilainya seri. ${instrumen.unsur.map((u) => `${u.kode} ${satuBaris(u.nama)}`).join('; ')}.`,
  };
}

/** Null when nothing is known of the respondents. */
export function tabelProfil({ profil, surveiUtama }: Bahan, nomor: Penomoran): TabelProfil | null {
  if (profil.length === 0) return null;
  const n = surveiUtama?.survei.jumlahResponden;
  const ganjil = profil.filter((p) => !p.genap);
  return {
    judul: nomor.tabel('Profil Responden'),
    ciri: profil.map((p) => ({
      nama: NAMA_CIRI[p.ciri],
      baris: p.kelompok.map((k, i) => ({
        pertama: i === 0,
        kelompok: satuBaris(k.kelompok),
        jumlah: teksBilangan(k.jumlah),
        persen: k.persen ? `${teksIndonesia(k.persen)}%` : '–',
      })),
    })),
    catatan: [
      ...(n !== undefined && ganjil.length === 0 ? [`Tiap ciri berjumlah ${teksBilangan(n)} responden.`] : []),
      ...ganjil.map(
        (p) => `${NAMA_CIRI[p.ciri]} berjumlah ${teksBilangan(p.total)}, sedangkan responden ${teksBilangan(n ?? 0)}.`,
      ),
    ],
  };
}
