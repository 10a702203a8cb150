import { seriDiBatas, unsurTerendah } from '../survei/terendah.rules';
import { bulatkan, teksBilangan, teksIndonesia, type Rasional } from '../shared/desimal';
import { namaPeriode } from '../shared/periode';
import type { HasilSurvei } from '../survei/skor.rules';
import type { SurveiDihitung } from './bahan.model';
import { sebutInstrumen } from './dasar-survei.model';
import type { Judul } from './dokumen.model';
import { terbilang } from './tulisan.rules';
import { sebaranNilai } from './uraian-prioritas.model';

/** Tabel 1 of the follow-up report: the unsur of one survey in the order of the agency's own document. */
export interface TabelRingkasan {
  readonly judul: Judul;
  /** both scales, `3,53/88,21` */
  readonly ganda: boolean;
  readonly baris: readonly { no: number; unsur: string; nilai: string; mutu: string; terendah: boolean }[];
  readonly indeks: { readonly label: string; readonly nilai: string; readonly mutu: string };
  readonly catatan: readonly string[];
}

/** @param skalaGanda the agency's wish: both scales, or nilai alone; absent = as the data came */
export function tabelRingkasan(
  { survei, instrumen, hasil }: SurveiDihitung,
  judul: Judul,
  jumlah: number,
  skalaGanda?: boolean,
): TabelRingkasan {
  const ganda = skalaGanda ?? (survei.tingkat === 'jumlah' || survei.tingkat === 'respons' || duaSkala(survei.unsur));
  const hanyaNilai = !ganda && (skalaGanda === false || survei.tingkat === 'nilai');
  const tulis = (nrr: Rasional | null, nilai: Rasional | null) => tulisIndeks(nrr, nilai, ganda, hanyaNilai);
  const nama = new Map(instrumen.unsur.map((u) => [u.kode, u.nama]));
  const kelompok = unsurTerendah(hasil.unsur, jumlah);
  const sebaran = sebaranNilai(hasil.unsur);
  const terendah = new Set(sebaran === 'beragam' ? kelompok.flat() : []);
  const baris = urutkanUnsur(hasil, survei.urutanUnsur).map((u, i) => ({
    no: i + 1,
    unsur: nama.get(u.unsur) ?? u.unsur,
    nilai: tulis(u.nrr, u.nilai),
    mutu: u.mutu.mutu,
    terendah: terendah.has(u.unsur),
  }));
  const terbit = hasil.terbit && (hasil.terbit.nrr ?? hasil.terbit.nilai) ? hasil.terbit : null;
  return {
    judul,
    ganda,
    baris,
    indeks: {
      label: terbit ? 'Indeks Kepuasan Masyarakat (terbit)' : 'Indeks Kepuasan Masyarakat',
      nilai: terbit ? tulisIndeks(terbit.nrr, terbit.nilai, ganda, hanyaNilai) : tulis(hasil.nrr, hasil.nilai),
      mutu: (terbit ? terbit.mutu : hasil.mutu?.mutu) ?? '–',
    },
    catatan: [
      ...(sebaran === 'sama' ? ['Seluruh unsur bernilai sama.'] : []),
      ...(terendah.size === 0 ? [] : [catatanTerendah(terendah.size, seriDiBatas(kelompok, jumlah))]),
      ...catatanSelisih(hasil),
      ...(survei.jumlahResponden === undefined ? [] : [`Jumlah responden ${teksBilangan(survei.jumlahResponden)}.`]),
      `Mutu menurut ${sumberMutu(instrumen)}.`,
    ],
  };
}

const duaSkala = (unsur: SurveiDihitung['survei']['unsur']) => unsur.some((u) => u.nrr !== undefined && u.nilai !== undefined);

function tulisIndeks(nrr: Rasional | null, nilai: Rasional | null, ganda: boolean, hanyaNilai: boolean): string {
  const [kiri, kanan] = [nrr && teksIndonesia(nrr), nilai && teksIndonesia(nilai)];
  if (ganda && kiri && kanan) return `${kiri}/${kanan}`;
  return (hanyaNilai ? (kanan ?? kiri) : (kiri ?? kanan)) ?? '–';
}

/** Unsur that the document's own order leaves out follow in the instrument's. */
function urutkanUnsur(hasil: HasilSurvei, urutan: readonly string[] | undefined) {
  if (!urutan) return hasil.unsur;
  const tempat = (kode: string) => (urutan.includes(kode) ? urutan.indexOf(kode) : urutan.length);
  return [...hasil.unsur].sort((a, b) => tempat(a.unsur) - tempat(b.unsur));
}

function catatanTerendah(jumlah: number, seri: boolean): string {
  const kata = `${terbilang(jumlah)} unsur dengan nilai terendah`;
  return `Baris berlatar dan angka tebal: ${kata}${seri ? ', termasuk yang nilainya sama pada urutan terakhir' : ''}.`;
}

function catatanSelisih(hasil: HasilSurvei): string[] {
  if (!hasil.nilai || !hasil.mutu || !hasil.terbit) return [];
  const dihitung = `Dihitung dari ${terbilang(hasil.unsur.length)} unsur di atas, nilai IKM ${teksIndonesia(hasil.nilai)} (${hasil.mutu.mutu})`;
  if (!hasil.selisihNilai || bulatkan(hasil.selisihNilai).equals(0)) return [`${dihitung}.`];
  return [`${dihitung}; selisih ${teksIndonesia(hasil.selisihNilai.abs())} dari angka terbit.`];
}

/** The regulation by its short title: from "Nomor … Tahun …" on, the long "tentang …" is left out. */
export function sumberMutu(instrumen: SurveiDihitung['instrumen']): string {
  return instrumen.peraturan?.replace(/ tentang .*$/, '') ?? sebutInstrumen(instrumen);
}

/** Monthly or otherwise repeated surveys in one table: the scores of Kanreg X's chapter II. */
export interface TabelNilaiSurvei {
  readonly judul: Judul;
  readonly kepala: string;
  readonly baris: readonly { no: number; periode: string; nilai: string; mutu: string }[];
  readonly catatan: readonly string[];
}

/** The index of a survey as it stands: published where it was, else computed. */
export function indeksSurvei({ hasil, instrumen }: SurveiDihitung): { nilai: Rasional | null; mutu: string | null } {
  const terbit = hasil.terbit;
  if (terbit?.nilai) return { nilai: terbit.nilai, mutu: terbit.mutu };
  if (terbit?.nrr && !hasil.nilai) return { nilai: terbit.nrr.mul(100).div(instrumen.skala.maks), mutu: terbit.mutu };
  return { nilai: hasil.nilai, mutu: hasil.mutu?.mutu ?? terbit?.mutu ?? null };
}

export function tabelNilaiSurvei(daftar: readonly SurveiDihitung[], judul: Judul): TabelNilaiSurvei {
  const bulanan = daftar.every((s) => s.survei.periode.jenis === 'bulan');
  const setahun = new Set(daftar.map((s) => s.survei.periode.tahun)).size === 1;
  return {
    judul,
    kepala: bulanan && setahun ? 'Bulan' : 'Periode',
    baris: daftar.map((s, i) => {
      const { nilai, mutu } = indeksSurvei(s);
      const periode = namaPeriode(s.survei.periode);
      return {
        no: i + 1,
        periode: bulanan && setahun ? periode.replace(/ \d{4}$/, '') : periode,
        nilai: nilai ? teksIndonesia(nilai) : '–',
        mutu: mutu ?? '–',
      };
    }),
    catatan: batasMutu(daftar),
  };
}

function batasMutu(daftar: readonly SurveiDihitung[]): string[] {
  const unik = new Map(daftar.map((s) => [s.instrumen.kode, s.instrumen]));
  return [...unik.values()].map((instrumen) => {
    const dipakai = new Set(daftar.filter((s) => s.instrumen.kode === instrumen.kode).map((s) => indeksSurvei(s).mutu));
    const batas = instrumen.mutu.flatMap((k, i) => {
      if (!dipakai.has(k.mutu)) return [];
      const atas = instrumen.mutu[i - 1];
      return [`${k.mutu} ${dua(k.min)}–${atas ? dua(atas.min - 0.01) : '100,00'}`];
    });
    return `Mutu menurut ${sumberMutu(instrumen)}${batas.length > 0 ? `: ${batas.join('; ')}` : ''}.`;
  });
}

const dua = (n: number): string => teksIndonesia(n.toFixed(2));
