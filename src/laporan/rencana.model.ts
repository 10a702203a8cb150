import { seriDiBatas, unsurTerendah } from '../survei/terendah.rules';
import type { Instrumen } from '../instrumen/instrumen.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { Prioritas } from '../rtl/rtl.rules';
import { namaPenanggungJawab, nomorKegiatan, type Bahan } from './bahan.model';
import type { Judul } from './dokumen.model';
import { matriksJadwal, type IsiJadwal, type KolomJadwal } from './jadwal.model';
import { kalimat, type Potongan } from './teks.rules';
import { gabung, tanpaTitik, terbilang } from './tulisan.rules';
import { sebaranNilai } from './uraian-prioritas.model';

/** Tabel 2: the plan with its schedule. */
export interface TabelRencana {
  readonly judul: Judul;
  readonly kolom: KolomJadwal | null;
  readonly kelompok: readonly KelompokRencana[];
  readonly catatan: readonly { readonly tanda: string | null; readonly teks: readonly Potongan[] }[];
  readonly lanskap: boolean;
  /** columns right of the priority, for a priority without kegiatan */
  readonly lebarKegiatan: number;
}

export interface KelompokRencana {
  /** short enough to stay on one page, with the priority in one cell over all its rows */
  readonly utuh: boolean;
  readonly baris: readonly BarisRencana[];
}

export interface BarisRencana {
  readonly no: number;
  readonly prioritas: readonly Potongan[];
  /** marks of the notes under the table, `1)` */
  readonly tanda: readonly string[];
  /** rows that the cell of the priority spans; 0 when an earlier row's cell covers this one */
  readonly rentang: number;
  /** number and priority are repeated from the row before */
  readonly ulang: boolean;
  /** the priority has no kegiatan: only number and priority are filled */
  readonly kosong: boolean;
  readonly nomor: string | null;
  readonly uraian: readonly Potongan[];
  readonly rincian: readonly Potongan[] | null;
  readonly jadwal: IsiJadwal;
  readonly penanggungJawab: string | null;
}

/** Lines of table text that a group may fill and still be kept on one page; characters that a line of each column holds. */
const BATAS_UTUH = { baris: 6, garis: 30, hurufUraian: 28, hurufSempit: 15 } as const;

export function tabelRencana(bahan: Bahan, judul: Judul): TabelRencana {
  const { rencana } = bahan.berkas;
  const matriks = matriksJadwal(
    rencana.prioritas.flatMap((p) => p.kegiatan.map((k) => k.jadwal)),
    rencana.satuanJadwal,
  );
  const { catatan, tanda } = catatanPrioritas(bahan);
  const kelompok = rencana.prioritas.map((p): KelompokRencana => {
    const milik = bahan.keadaan.get(p) ?? [];
    if (milik.length === 0) return { utuh: true, baris: [barisKosong(p, tanda.get(p) ?? [])] };
    const utuh = muatUtuh(bahan, p);
    return {
      utuh,
      baris: milik.map((k, i) => ({
        no: p.no,
        prioritas: kalimat(p.judul),
        tanda: i === 0 ? (tanda.get(p) ?? []) : [],
        rentang: utuh ? (i === 0 ? milik.length : 0) : 1,
        ulang: !utuh && i > 0,
        kosong: false,
        nomor: nomorKegiatan(k),
        uraian: kalimat(k.kegiatan.uraian),
        rincian: rincian(k),
        jadwal: matriks.isi(k.kegiatan.jadwal),
        penanggungJawab: namaPenanggungJawab(bahan, k.kegiatan).join(', ') || null,
      })),
    };
  });
  return {
    judul,
    kolom: matriks.kolom,
    kelompok,
    catatan,
    lanskap: matriks.kolom?.lanskap ?? false,
    lebarKegiatan: 2 + (matriks.kolom?.jumlah ?? 1),
  };
}

function barisKosong(p: Prioritas, tanda: readonly string[]): BarisRencana {
  return {
    no: p.no,
    prioritas: kalimat(p.judul),
    tanda,
    rentang: 1,
    ulang: false,
    kosong: true,
    nomor: null,
    uraian: [],
    rincian: null,
    jadwal: { tanda: [], kata: null, kosong: true },
    penanggungJawab: null,
  };
}

/** The notes of the plan's table, where there is no table for them to stand under. */
export function catatanRencana(bahan: Bahan): TabelRencana['catatan'] {
  return catatanPrioritas(bahan).catatan;
}

function muatUtuh(bahan: Bahan, p: Prioritas): boolean {
  const garis = p.kegiatan.map((k) => {
    const rinci = (k.keluaran?.length ?? 0) + (k.indikator?.length ?? 0);
    const pj = namaPenanggungJawab(bahan, k).join(', ').length;
    return 1 + Math.max((k.uraian.length + rinci) / BATAS_UTUH.hurufUraian, pj / BATAS_UTUH.hurufSempit);
  });
  const tinggi = garis.reduce((a, b) => a + b, 0);
  return (
    p.kegiatan.length <= BATAS_UTUH.baris &&
    tinggi <= BATAS_UTUH.garis &&
    p.judul.length / BATAS_UTUH.hurufSempit <= BATAS_UTUH.garis
  );
}

function rincian({ kegiatan }: KeadaanKegiatan): Potongan[] | null {
  const bagian = [
    kegiatan.keluaran === undefined ? '' : `Keluaran: ${tanpaTitik(kegiatan.keluaran)}.`,
    kegiatan.indikator === undefined ? '' : `Indikator: ${tanpaTitik(kegiatan.indikator)}.`,
  ].filter(Boolean);
  return bagian.length > 0 ? kalimat(bagian.join(' ')) : null;
}

/**
 * Why a priority is in the plan without being one of the lowest unsur, and which of the lowest the plan leaves out: the reason as it
 * was written, or that none was (DOMAIN section 4).
 */
function catatanPrioritas(bahan: Bahan) {
  const alasan = new Map<string, Prioritas[]>();
  for (const p of bahan.berkas.rencana.prioritas) {
    const teks = alasanPrioritas(bahan, p);
    if (teks === null) continue;
    alasan.set(teks, [...(alasan.get(teks) ?? []), p]);
  }
  const semua = bahan.berkas.rencana.prioritas.length;
  const tanda = new Map<Prioritas, string[]>();
  const catatan: { tanda: string | null; teks: Potongan[] }[] = [];
  for (const [teks, milik] of alasan) {
    const umum = milik.length === semua && semua > 1;
    const nomor = umum ? null : `${catatan.filter((c) => c.tanda !== null).length + 1})`;
    if (nomor) milik.forEach((p) => tanda.set(p, [...(tanda.get(p) ?? []), nomor]));
    catatan.push({
      tanda: nomor,
      teks: kalimat(umum && teks.startsWith('Bukan') ? `Seluruh prioritas: b${teks.slice(1)}` : teks),
    });
  }
  return { catatan: [...catatan, ...catatanTerlewat(bahan).map((t) => ({ tanda: null, teks: kalimat(t) }))], tanda };
}

function alasanPrioritas({ surveiUtama, jumlahPrioritas }: Bahan, p: Prioritas): string | null {
  const tertulis = p.alasan === undefined ? null : tanpaTitik(p.alasan);
  if (!surveiUtama || surveiUtama.hasil.unsur.length === 0) return tertulis && `Dasar prioritas: ${tertulis}.`;
  const alasan = tertulis ? `alasan: ${tertulis}` : 'alasan penambahan belum dicantumkan';
  if (p.unsur.length === 0) return `Bukan unsur survei; ${alasan}.`;
  const terendah = unsurTerendah(surveiUtama.hasil.unsur, jumlahPrioritas).flat();
  if (p.unsur.some((u) => terendah.includes(u))) return alasanDenganTerendah(p, tertulis, surveiUtama.instrumen);
  return `Bukan salah satu dari ${terbilang(jumlahPrioritas)} unsur dengan nilai terendah; ${alasan}.`;
}

/** One of the lowest, alone or with others, needs no word; what was written is printed. */
function alasanDenganTerendah({ unsur }: Prioritas, tertulis: string | null, instrumen: Instrumen): string | null {
  const nama = unsur.map((kode) => instrumen.unsur.find((u) => u.kode === kode)?.nama ?? kode);
  return tertulis && `${nama.length > 1 ? `Menggabungkan ${gabung(nama)}; alasan` : 'Dasar prioritas'}: ${tertulis}.`;
}

/** Lowest unsur that no priority takes up. A tie at the cut is told as one: some of its unsur had to stay out. */
function catatanTerlewat({ surveiUtama, jumlahPrioritas, berkas }: Bahan): string[] {
  if (!surveiUtama || sebaranNilai(surveiUtama.hasil.unsur) !== 'beragam') return [];
  const { instrumen, hasil } = surveiUtama;
  const diambil = new Set(berkas.rencana.prioritas.flatMap((p) => p.unsur));
  const kelompok = unsurTerendah(hasil.unsur, jumlahPrioritas);
  const nama = (kode: string) => instrumen.unsur.find((u) => u.kode === kode)?.nama ?? kode;
  const alasan = new Map(berkas.rencana.dilewati?.map((d) => [d.unsur, tanpaTitik(d.alasan)]));
  return kelompok.flatMap((seri, i) => {
    const beralasan = seri.flatMap((u) => {
      const tertulis = diambil.has(u) ? undefined : alasan.get(u);
      return tertulis === undefined ? [] : [`${nama(u)} termasuk unsur dengan nilai terendah, tetapi tidak diambil sebagai prioritas; alasan: ${tertulis}.`]; // prettier-ignore
    });
    const terlewat = seri.filter((u) => !diambil.has(u) && !alasan.has(u));
    if (terlewat.length === 0) return beralasan;
    const diBatas = i === kelompok.length - 1 && seriDiBatas(kelompok, jumlahPrioritas) && terlewat.length < seri.length;
    const sebutan = gabung(terlewat.map(nama));
    return [
      ...beralasan,
      diBatas
        ? `${sebutan} bernilai sama dengan ${gabung(seri.filter((u) => diambil.has(u)).map(nama))} pada urutan terakhir dan tidak diambil sebagai prioritas.`
        : `${sebutan} termasuk unsur dengan nilai terendah, tetapi tidak diambil sebagai prioritas; alasan belum dicantumkan.`,
    ];
  });
}
