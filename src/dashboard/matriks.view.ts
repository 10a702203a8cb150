import { namaRingkas, penanggungKini, type Unit } from '../organisasi/organisasi.rules';
import type { EntriJendela } from '../progres/jendela/jendela.rules';
import type { Realisasi } from '../progres/progres.rules';
import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { Kegiatan, Prioritas } from '../rtl/rtl.rules';
import { teksBilangan } from '../shared/desimal';
import { kelompokkan } from '../shared/kelompok';
import { awalPeriode, indeksAkhir, indeksAwal } from '../shared/periode';
import { jangkar, kueri, type Kueri } from '../shared/tampilan/tautan';
import { masaLaporan, type KolomMatriks } from './kolom.view';
import { ditagih, gembokSlot } from './rencana/gembok.view';
import { tanpaBukti } from './saringan.view';
import { tandaKegiatan } from './tanda-kegiatan.view';
import { BELUM_MELAPOR, PENGGANTI, TANPA_BUKTI, tandaPelaksanaan, tandaVerifikasi, type Tanda } from './tanda.view';

export interface BahanMatriks {
  readonly kegiatan: readonly KeadaanKegiatan[];
  /** of the whole plan, in its order */
  readonly prioritas: readonly Prioritas[];
  /** those without any kegiatan that are shown all the same */
  readonly prioritasKosong: readonly Prioritas[];
  readonly kolom: readonly KolomMatriks[];
  readonly realisasi: readonly Realisasi[];
  readonly unit: readonly Unit[];
  /** the day up to which reports were due: cut-off, date of the report, or today */
  readonly batas: string;
  /** today, where the plan is ditetapkan; null: no slot is made yet */
  readonly terbukaSampai: string | null;
  readonly jendela: readonly EntriJendela[];
  readonly alamat: string;
  readonly tetap: Kueri;
  /** what the plan's survey says about an unsur, `U9 87,75` */
  readonly sebutUnsur: (kode: string) => string;
}

export interface SelMatriks {
  readonly label: string;
  readonly kelas: string | null;
  readonly laporan: {
    readonly tautan: string;
    readonly status: Tanda;
    readonly bukti: string | null;
    readonly tanda: readonly Tanda[];
  } | null;
  readonly belumMelapor: { readonly tautan: string; readonly status: Tanda } | null;
  /** `Dijadwalkan` (`Jadwal` in the narrow columns of months) or `Berjalan` */
  readonly jadwal: { readonly ikon: string; readonly kata: string } | null;
}

export interface BarisMatriks {
  readonly id: string;
  readonly kode: string;
  readonly uraian: string;
  readonly tautan: string;
  readonly pj: string;
  /** the kegiatan's state, where no cell of the row shows it */
  readonly keadaan: { readonly status: Tanda; readonly tanda: readonly Tanda[] } | null;
  readonly sel: readonly SelMatriks[];
}

export interface KelompokMatriks {
  readonly id: string;
  readonly judul: string;
  readonly program: string | null;
  readonly catatan: string;
  readonly baris: readonly BarisMatriks[];
}

/** prioritas › kegiatan × period. */
export function kelompokMatriks(bahan: BahanMatriks): KelompokMatriks[] {
  const laporan = kelompokkan(bahan.realisasi, (r) => r.kegiatan);
  const namaUnit = penamaUnit(bahan.unit);
  const kelompok: { prioritas: Prioritas; baris: BarisMatriks[] }[] = [];
  for (const keadaan of bahan.kegiatan) {
    const terakhir = kelompok.at(-1);
    const baris = barisMatriks(keadaan, laporan.get(keadaan.kegiatan.kode) ?? [], bahan, namaUnit);
    if (terakhir?.prioritas === keadaan.prioritas) terakhir.baris.push(baris);
    else kelompok.push({ prioritas: keadaan.prioritas, baris: [baris] });
  }
  const letak = new Map(bahan.prioritas.map((p, i) => [p, i]));
  const kosong = bahan.prioritasKosong.map((prioritas) => ({ prioritas, baris: [] }));
  const urut = [...kelompok, ...kosong].sort((a, b) => (letak.get(a.prioritas) ?? 0) - (letak.get(b.prioritas) ?? 0));
  return urut.map(({ prioritas, baris }, i) => ({
    id: `prioritas-${prioritas.no}`,
    judul: `${prioritas.no}. ${prioritas.judul}`,
    program: prioritas.program !== undefined && prioritas.program !== urut[i - 1]?.prioritas.program ? prioritas.program : null,
    catatan: catatanPrioritas(prioritas, bahan.sebutUnsur),
    baris,
  }));
}

function catatanPrioritas({ unsur, alasan }: Prioritas, sebutUnsur: (kode: string) => string): string {
  if (unsur.length === 0) return alasan ?? 'bukan unsur';
  return [unsur.map(sebutUnsur).join(', '), alasan].filter(Boolean).join('; ');
}

function barisMatriks(
  keadaan: KeadaanKegiatan,
  laporan: readonly Realisasi[],
  bahan: BahanMatriks,
  namaUnit: (kode: string) => string,
): BarisMatriks {
  const { kegiatan } = keadaan;
  const tautan = kueri(`${bahan.alamat}/kegiatan/${encodeURIComponent(kegiatan.kode)}`, { tw: bahan.tetap['tw'] });
  const semuaSel = bahan.kolom.map((kolom) => sel(kolom, keadaan, laporan, bahan, tautan));
  const terlihat = semuaSel.some((s) => s.laporan ?? s.belumMelapor) || belumDitagih(keadaan, bahan, semuaSel);
  return {
    id: jangkar('k', kegiatan.kode),
    kode: kegiatan.kode,
    uraian: kegiatan.uraian,
    tautan,
    pj: sebutPj(kegiatan, namaUnit),
    keadaan: terlihat ? null : { status: tandaKegiatan(keadaan), tanda: tandaTambahan(keadaan.realisasi) },
    sel: semuaSel,
  };
}

/** Nobody owes a report on it yet, and its cells say so where they show its schedule. */
function belumDitagih(keadaan: KeadaanKegiatan, { terbukaSampai }: BahanMatriks, sel: readonly SelMatriks[]): boolean {
  if (terbukaSampai === null) return keadaan.realisasi === undefined;
  return keadaan.belumWaktunya && sel.some((s) => s.jadwal);
}

/** Verification, substitution and missing evidence: never part of the status itself. */
export function tandaTambahan(realisasi: Realisasi | undefined): Tanda[] {
  const verifikasi = tandaVerifikasi(realisasi?.verifikasi);
  return [
    ...(verifikasi ? [verifikasi] : []),
    ...(realisasi?.kegiatanPengganti === undefined ? [] : [PENGGANTI]),
    ...(tanpaBukti({ realisasi }) ? [TANPA_BUKTI] : []),
  ];
}

function sel(
  kolom: KolomMatriks,
  keadaan: KeadaanKegiatan,
  laporan: readonly Realisasi[],
  { batas, terbukaSampai, jendela }: Pick<BahanMatriks, 'batas' | 'terbukaSampai' | 'jendela'>,
  tautan: string,
): SelMatriks {
  const kini = kolom.kini ? 'ina-kini' : null;
  const dasar = { label: kolom.judul, kelas: kini, laporan: null, belumMelapor: null, jadwal: null };
  const { kegiatan } = keadaan;
  if (kolom.dilaporkan.has(kegiatan.kode)) {
    const milik = laporan.filter((r) => meliputi(r, kegiatan, kolom)).at(-1);
    if (milik) {
      const bukti = milik.bukti?.length ? teksBilangan(milik.bukti.length) : null;
      return { ...dasar, laporan: { tautan, status: tandaPelaksanaan(milik.status), bukti, tanda: tandaTambahan(milik) } };
    }
  }
  if (!kolom.dijadwalkan.has(kegiatan.kode)) return { ...dasar, kelas: kini ? `${kini} ina-tiada` : 'ina-tiada' };
  const mulai = awalPeriode(kolom.periode) <= batas;
  // Nobody owes a report on a plan that is not ditetapkan.
  if (terbukaSampai !== null && mulai && (keadaan.belumMelapor || ditagih(jendela, kegiatan.kode, kolom.periode, terbukaSampai)))
    return { ...dasar, belumMelapor: { tautan, status: BELUM_MELAPOR } };
  const berjalan = mulai && laporan.some((r) => r.periode === undefined && meliputi(r, kegiatan, kolom));
  return {
    ...dasar,
    jadwal: berjalan
      ? { ikon: 'berjalan', kata: 'Berjalan' }
      : {
          ikon: gembokSlot(jendela, kegiatan.kode, kolom.periode, terbukaSampai).kunci ? 'lock' : 'calendar-event',
          kata: kolom.periode.jenis === 'bulan' ? 'Jadwal' : 'Dijadwalkan',
        },
  };
}

function meliputi(r: Realisasi, kegiatan: Kegiatan, kolom: KolomMatriks): boolean {
  const masa = masaLaporan(r, kegiatan);
  return masa !== null && masa.awal <= indeksAkhir(kolom.periode) && masa.akhir >= indeksAwal(kolom.periode);
}

/** `Bagian Umum`; of a unit that was merged, with who answers for it now: `Subbagian Umum (kini Bagian Umum)`. */
export function penamaUnit(unit: readonly Unit[]): (kode: string) => string {
  const menurutKode = new Map(unit.map((u) => [u.kode, u]));
  const penanggung = penanggungKini(unit);
  return (kode) => {
    const milik = menurutKode.get(kode);
    if (!milik) return kode;
    const kini = penanggung(kode);
    return kini && kini !== milik ? `${namaRingkas(milik)} (kini ${namaRingkas(kini)})` : namaRingkas(milik);
  };
}

/** `Bagian Umum; seluruh Pokja`, the utama first. */
export function sebutPj(kegiatan: Kegiatan, namaUnit: (kode: string) => string): string {
  if (kegiatan.penanggungJawab.length === 0) return 'penanggung jawab belum ditentukan';
  return kegiatan.penanggungJawab.map((p) => ('unit' in p ? namaUnit(p.unit) : p.kelompok)).join('; ');
}

/** Under each column: how many of the scheduled kegiatan have a report, with the way to them. */
export function kakiMatriks({ kolom, alamat, tetap }: Pick<BahanMatriks, 'kolom' | 'alamat' | 'tetap'>): object[] {
  return kolom.map((k) => ({
    label: k.judul,
    kini: k.kini,
    teks:
      k.dilaporkan.size > 0
        ? `${teksBilangan(k.dilaporkan.size)} dari ${teksBilangan(new Set([...k.dijadwalkan, ...k.dilaporkan]).size)}`
        : teksBilangan(k.dijadwalkan.size),
    tautan: k.dilaporkan.size > 0 ? kueri(alamat, { ...tetap, slot: k.kode }, 'matriks') : null,
  }));
}
