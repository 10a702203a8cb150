import type { Instrumen } from '../instrumen/instrumen.rules';
import type { Instansi } from '../organisasi/organisasi.rules';
import { AWAL_CSV, barisCsv } from '../shared/csv';
import { teksIndonesia, type Rasional } from '../shared/desimal';
import { namaPeriodeLengkap } from '../shared/periode';
import { CIRI_PROFIL } from '../survei/nilai-profil.rules';
import { analisisKepentingan } from '../survei/kuadran.rules';
import { hitungLayanan, type HasilLayanan } from '../survei/layanan.rules';
import type { AturanProfilBerlaku } from '../survei/profil/aturan-profil.query';
import { NAMA_CIRI, profilCiri } from '../survei/profil.rules';
import { hitungSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import type { UraianSurvei } from '../survei/uraian.query';
import { sebutKuadran } from './survei-kuadran.view';

export const NAMA_TABEL = ['unsur', 'profil', 'layanan', 'kuadran'] as const;
export type NamaTabel = (typeof NAMA_TABEL)[number];

type Isi = string | number | null;
export interface Tabel {
  readonly kepala: readonly string[];
  readonly baris: readonly (readonly Isi[])[];
}

export interface BahanTabel {
  readonly survei: Survei;
  readonly instrumen: Instrumen;
  readonly uraian: UraianSurvei;
  readonly aturanProfil: AturanProfilBerlaku;
}

/** Figures as people read them, with a decimal comma: a file goes into the same reports as the page. */
const angka = (nilai: Rasional | null | undefined): string | null => (nilai ? teksIndonesia(nilai) : null);

const SUSUN: Readonly<Record<NamaTabel, (bahan: BahanTabel) => Tabel>> = {
  unsur: tabelUnsurCsv,
  profil: tabelProfilCsv,
  layanan: (b) => tabelLayananCsv(hitungLayanan(b.uraian.layanan, b.instrumen), b.instrumen),
  kuadran: tabelKuadranCsv,
};

export function tabelSurvei(nama: NamaTabel, bahan: BahanTabel): Tabel {
  return SUSUN[nama](bahan);
}

function tabelUnsurCsv({ survei, instrumen }: BahanTabel): Tabel {
  const data = new Map(survei.unsur.map((u) => [u.unsur, u]));
  const hasil = hitungSurvei(survei, instrumen);
  const nama = new Map(instrumen.unsur.map((u) => [u.kode, u.nama]));
  return {
    kepala: ['Kode', 'Unsur', 'Peringkat', 'NRR', 'Nilai', 'Mutu', 'Kinerja', 'Banyak jawaban', 'Jumlah jawaban'],
    baris: [
      ...hasil.unsur.map((u): Isi[] => {
        const d = data.get(u.unsur);
        return [u.unsur, nama.get(u.unsur) ?? null, u.peringkat, angka(u.nrr), angka(u.nilai), u.mutu.mutu, u.mutu.kinerja, d?.n ?? null, d?.jumlah ?? null]; // prettier-ignore
      }),
      ['', 'Indeks dihitung', null, angka(hasil.nrr), angka(hasil.nilai), hasil.mutu?.mutu ?? null, hasil.mutu?.kinerja ?? null, null, null], // prettier-ignore
      ['', 'Indeks terbit', null, angka(hasil.terbit?.nrr), angka(hasil.terbit?.nilai), hasil.terbit?.mutu ?? null, null, null, null], // prettier-ignore
    ],
  };
}

function tabelProfilCsv({ survei, uraian, aturanProfil }: BahanTabel): Tabel {
  return {
    kepala: ['Ciri', 'Kelompok', 'Jumlah', 'Persen'],
    baris: CIRI_PROFIL.filter((c) => uraian.profil.has(c)).flatMap((c) => {
      const { kelompok, total } = profilCiri(c, uraian.profil.get(c) ?? [], aturanProfil.aturan, survei.jumlahResponden);
      const isi = kelompok.map((k): Isi[] => [NAMA_CIRI[c], k.kelompok, k.jumlah, angka(k.persen)]);
      return [...isi, [NAMA_CIRI[c], 'Semua', total, null]];
    }),
  };
}

/** Every service with its unsur; what the page hides is not in the file either. */
export function tabelLayananCsv(hasil: readonly HasilLayanan[], instrumen: Instrumen): Tabel {
  return {
    kepala: ['Layanan', 'Responden', 'Nilai', 'Mutu', 'Unsur terendah', ...instrumen.unsur.map((u) => u.kode), 'Catatan'],
    baris: hasil.map((h): Isi[] => [
      h.layanan,
      h.responden,
      angka(h.hasil?.nilai),
      h.hasil?.mutu?.mutu ?? null,
      h.terendah.join(' '),
      ...instrumen.unsur.map((u) => angka(h.hasil?.unsur.find((x) => x.unsur === u.kode)?.nilai)),
      h.ukuran === 'cukup' ? null : h.ukuran === 'kecil' ? 'n kecil' : 'responden terlalu sedikit, nilai tidak ditampilkan',
    ]),
  };
}

function tabelKuadranCsv({ survei, instrumen, uraian }: BahanTabel): Tabel {
  const analisis = analisisKepentingan(hitungSurvei(survei, instrumen), uraian.kepentingan, instrumen);
  const nama = new Map(instrumen.unsur.map((u) => [u.kode, u.nama]));
  const titik = analisis?.titik.map((t): Isi[] => [t.unsur, nama.get(t.unsur) ?? null, angka(t.kepentingan), angka(t.kinerja), angka(t.kesenjangan), sebutKuadran(t.kuadran)]); // prettier-ignore
  return {
    kepala: ['Kode', 'Unsur', 'Kepentingan', 'Kinerja', 'Kesenjangan', 'Kuadran'],
    baris: [
      ...(titik ?? []),
      ...(analisis ? [['', 'Garis potong (rata-rata)', angka(analisis.batas.kepentingan), angka(analisis.batas.kinerja), null, null], ['', 'Indeks CS (persen)', angka(analisis.indeksCs), null, null, null]] : []), // prettier-ignore
    ],
  };
}

/** What the figures are from, above the table: a file travels without its page. */
export function konteksSurvei(instansi: Instansi, { survei, instrumen }: Pick<BahanTabel, 'survei' | 'instrumen'>): Isi[][] {
  return [
    ['Instansi', instansi.nama],
    ['Survei', `${survei.kode} ${survei.judul}`],
    ['Periode', namaPeriodeLengkap(survei.periode)],
    ['Instrumen', instrumen.nama],
    ['Responden', survei.jumlahResponden ?? 'tidak dicatat'],
    ...(survei.status === undefined ? [] : [['Status', survei.status]]),
  ];
}

/** One table as a CSV file. Texts that a spreadsheet would run are neutralised. */
export function csvTabel(konteks: readonly (readonly Isi[])[], diunduh: string, tabel: Tabel): string {
  const atas = [...konteks, ['Diunduh', diunduh], []];
  return AWAL_CSV + [...atas, tabel.kepala, ...tabel.baris].map(barisCsv).join('');
}
