import type { IsiBuku, PilihanSel } from '../../shared/buku-kerja/buku-kerja';
import {
  bacaPeriode,
  bulanDalamKata,
  kodePeriode,
  namaPeriode,
  periode,
  urutkanPeriode,
  jumlahPerTahun,
  type KodePeriode,
} from '../../shared/periode';
import { semuaTersusun, type RencanaTersusun } from '../susun/susunan';
import { labelUnit, type BahanUji } from './acuan-uji';
import { alamatSel, type JenisKolom } from './kolom.rules';
import { PETUNJUK } from './petunjuk-buku';
import { labelPrioritas, PenulisTeks, rinci, sidikBaris, tulisId } from './teks-kegiatan';

type Lembar = IsiBuku['sheets'][number];
type Sel = NonNullable<Lembar['cells']> extends Map<string, infer S> ? S : never;
type Gaya = NonNullable<Sel['style']>;

export const LEMBAR_RENCANA = 'Rencana';
export const LEMBAR_PRIORITAS = 'Prioritas';
/** Rows for new kegiatan below those that there are. */
const BARIS_KOSONG = 100;
const PRIORITAS_KOSONG = 20;
const BARIS_JUDUL = 2;

/** First cell of the first sheet: whose workbook this is. */
export const tandaBuku = (rencanaId: string): string => `tuntas/buku-rencana/1/${rencanaId}`;

export function bacaTanda(teks: string): string | null {
  return /^tuntas\/buku-rencana\/1\/([0-9a-f-]{36})$/.exec(teks.trim())?.[1] ?? null;
}

const KOLOM: readonly { jenis: JenisKolom; judul: string; lebar: number }[] = [
  { jenis: 'id', judul: 'ID (jangan diubah)', lebar: 12 },
  { jenis: 'kode', judul: 'Kode', lebar: 16 },
  { jenis: 'prioritas', judul: 'Prioritas', lebar: 32 },
  { jenis: 'uraian', judul: 'Kegiatan', lebar: 52 },
  { jenis: 'unsur', judul: 'Unsur', lebar: 12 },
  { jenis: 'keluaran', judul: 'Keluaran', lebar: 28 },
  { jenis: 'indikator', judul: 'Indikator', lebar: 28 },
  { jenis: 'pj', judul: 'PJ utama', lebar: 32 },
  { jenis: 'pjPendukung', judul: 'PJ pendukung', lebar: 32 },
];
const KOLOM_AKHIR: readonly { jenis: JenisKolom; judul: string; lebar: number }[] = [
  { jenis: 'survei', judul: 'Survei pemicu', lebar: 16 },
  { jenis: 'bukti', judul: 'Bukti yang diharapkan', lebar: 36 },
  { jenis: 'batalkan', judul: 'Batalkan', lebar: 10 },
];

const TIPIS = { style: 'thin', color: { rgb: 'FFBFBFBF' } } as const;
const GARIS = { top: TIPIS, right: TIPIS, bottom: TIPIS, left: TIPIS };
const KEPALA: Gaya = {
  font: { bold: true, color: { rgb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF06264D' } },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  border: GARIS,
};
const ISI: Gaya = { alignment: { wrapText: true, vertical: 'top' }, border: GARIS, numFmt: '@', protection: { locked: false } };
const TENGAH: Gaya = { ...ISI, alignment: { vertical: 'top', horizontal: 'center' } };
const KUNCI: Gaya = {
  ...ISI,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEDEDED' } },
  protection: { locked: true },
};
const LINDUNGI = { sheet: true, formatColumns: true, formatRows: true, formatCells: true, sort: true, autoFilter: true };

/** The years for which the workbook has columns: those of the plan, else of its period, else that of its survey and the one after. */
export function tahunBuku({ rencana, survei }: Pick<BahanUji, 'rencana' | 'survei'>, tahunIni: number): number[] {
  const tahun = semuaTersusun(rencana).flatMap((k) => k.isi.jadwal.flatMap((j) => bacaPeriode(j)?.tahun ?? []));
  if (tahun.length === 0 && rencana.periode) tahun.push(rencana.periode.tahun);
  const awal = Math.min(
    ...(tahun.length > 0 ? tahun : [survei.find((s) => s.kode === rencana.survei)?.periode.tahun ?? tahunIni]),
  );
  const akhir = tahun.length > 0 ? Math.max(...tahun) : awal + 1;
  return Array.from({ length: Math.min(akhir - awal, 9) + 1 }, (_, i) => awal + i);
}

/** The plan as a workbook that can be edited and sent back. @param tahun columns of the schedule; `tahunBuku` */
export function bukuRencana(bahan: BahanUji, tahun: readonly number[]): IsiBuku {
  const { rencana, acuan } = bahan;
  const acuanLembar = lembarAcuan(bahan);
  return {
    sheets: [lembarRencana(bahan, tahun, acuanLembar.letak), lembarPrioritas(bahan), acuanLembar.lembar, lembarPetunjuk(rencana)],
    properties: { title: `${rencana.kode} ${rencana.judul}`, creator: 'Tuntas', description: `${acuan.unit.size} unit` },
    defaultFont: { name: 'Calibri', size: 11 },
  };
}

/** Columns of the schedule: every period of the years, and what the plan names besides. */
function periodeKolom(rencana: RencanaTersusun, tahun: readonly number[]): KodePeriode[] {
  const { satuanJadwal: jenis } = rencana;
  const baku = tahun.flatMap((t) =>
    Array.from({ length: jumlahPerTahun(jenis) }, (_, i) => kodePeriode({ jenis, tahun: t, ke: i + 1 })),
  );
  const milik = semuaTersusun(rencana).flatMap((k) => rinci(k.isi.jadwal, jenis));
  return [...new Set([...baku, ...milik])].map(periode).sort(urutkanPeriode).map(kodePeriode);
}

function judulPeriodeKolom(kode: KodePeriode): string {
  const p = periode(kode);
  return p.jenis === 'triwulan'
    ? `${namaPeriode(p)}\n${bulanDalamKata(p, true)}`
    : namaPeriode(p).replace(/^(\p{L}{3})\p{L}* (\d{4})$/u, '$1 $2');
}

function lembarRencana({ rencana, acuan }: BahanUji, tahun: readonly number[], letak: ReadonlyMap<JenisKolom, string>): Lembar {
  const jadwal = periodeKolom(rencana, tahun);
  const penulis = new PenulisTeks(rencana, acuan);
  const kolom = [...KOLOM, ...jadwal.map((p) => ({ periode: p, judul: judulPeriodeKolom(p), lebar: 9 })), ...KOLOM_AKHIR];
  const baris: string[][] = [[tandaBuku(rencana.id), `${rencana.kode} – ${rencana.judul}`], kolom.map((k) => k.judul)];
  for (const k of semuaTersusun(rencana)) {
    const { sel, centang } = penulis.baris(k.kode, k.isi);
    const id = tulisId({ id: k.id, versi: k.versi, sidik: sidikBaris({ isi: sel, centang }) });
    baris.push(kolom.map((x) => ('periode' in x ? (centang.includes(x.periode) ? '√' : '') : x.jenis === 'id' ? id : (sel.get(x.jenis) ?? '')))); // prettier-ignore
  }
  const berisi = baris.length;
  for (let i = 0; i < BARIS_KOSONG; i++) baris.push(kolom.map(() => ''));
  const terbuka = rencana.status === 'draf';
  const cells = new Map<string, Sel>();
  cells.set('0,1', { style: { font: { bold: true, size: 14 } } });
  for (const [r, isi] of baris.entries())
    for (const [k, x] of kolom.entries()) {
      if (r === 0) continue;
      const tetap = !terbuka || x === KOLOM[0] || (x === KOLOM[1] && r < berisi);
      const style = r === 1 ? KEPALA : tetap ? KUNCI : 'periode' in x ? TENGAH : ISI;
      cells.set(`${r},${k}`, { value: isi[k] ?? '', style });
    }
  const rentang = (k: number) => `${alamatSel(k, BARIS_JUDUL)}:${alamatSel(k, baris.length - 1)}`;
  // Several units, and names that the page knows and the list does not, may be typed: the check comes with the upload.
  const pilihan = kolom.flatMap((x, k): PilihanSel[] => {
    const asal = 'periode' in x ? ['√'] : x.jenis === 'batalkan' ? ['ya'] : letak.get(x.jenis);
    return asal === undefined ? [] : [{ rentang: rentang(k), asal }];
  });
  return {
    name: LEMBAR_RENCANA,
    rows: baris,
    cells,
    columns: kolom.map((k) => ({ width: k.lebar, hidden: k === KOLOM[0] })),
    rowDefs: new Map([[1, { height: 36 }]]),
    freezePane: { rows: BARIS_JUDUL, columns: 4 },
    pilihan: terbuka ? pilihan : [],
    protection: LINDUNGI,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$2' },
  };
}

function lembarPrioritas({ rencana }: BahanUji): Lembar {
  const kolom = ['No', 'Prioritas', 'Unsur', 'Program', 'Alasan'];
  const ada = rencana.prioritas.map((p) => [String(p.no), p.judul, p.unsur.join(', '), p.program ?? '', p.alasan ?? '']);
  const kosong = Array.from({ length: rencana.status === 'draf' ? PRIORITAS_KOSONG : 0 }, () => kolom.map(() => ''));
  const baris = [kolom, ...ada, ...kosong];
  const cells = new Map<string, Sel>();
  for (const [r, isi] of baris.entries())
    for (const [k, value] of isi.entries())
      cells.set(`${r},${k}`, { value, style: r === 0 ? KEPALA : r <= ada.length ? KUNCI : ISI });
  return {
    name: LEMBAR_PRIORITAS,
    rows: baris,
    cells,
    columns: [6, 48, 14, 40, 48].map((width) => ({ width })),
    freezePane: { rows: 1 },
    protection: LINDUNGI,
  };
}

/** Lists for the drop-downs. */
function lembarAcuan({ rencana, acuan, survei }: BahanUji): { lembar: Lembar; letak: Map<JenisKolom, string> } {
  const aktif = acuan.daftarUnit.filter((u) => u.berakhir === null).map(labelUnit);
  const pj = [...aktif, ...acuan.kelompok];
  const daftar: readonly (readonly [string, readonly string[], readonly JenisKolom[]])[] = [
    ['Prioritas', rencana.prioritas.map(labelPrioritas), ['prioritas']],
    ['Unit dan kelompok', pj, ['pj', 'pjPendukung']],
    ['Unsur', acuan.daftarUnsur.map((u) => u.kode), ['unsur']],
    ['Nama unsur', acuan.daftarUnsur.map((u) => u.nama), []],
    ['Survei', survei.map((s) => s.kode), ['survei']],
  ];
  const panjang = Math.max(...daftar.map(([, isi]) => isi.length)) + 1;
  const rows = Array.from({ length: panjang }, (_, r) => daftar.map(([judul, isi]) => (r === 0 ? judul : (isi[r - 1] ?? ''))));
  const letak = new Map<JenisKolom, string>();
  for (const [k, [, isi, kolom]] of daftar.entries())
    for (const jenis of kolom)
      if (isi.length > 0) letak.set(jenis, `Acuan!$${alamatSel(k, 1).replace('2', '$2')}:$${alamatSel(k, isi.length).replace(/(\d+)$/, '$$$1')}`); // prettier-ignore
  const cells = new Map(daftar.map((_, k) => [`0,${k}`, { style: KEPALA }] as const));
  const lembar = { name: 'Acuan', rows, cells, columns: [48, 48, 10, 36, 20].map((width) => ({ width })), freezePane: { rows: 1 }, protection: LINDUNGI }; // prettier-ignore
  return { lembar, letak };
}

function lembarPetunjuk(rencana: RencanaTersusun): Lembar {
  const rows = PETUNJUK[rencana.status].map((kalimat) => [kalimat]);
  const cells = new Map(
    rows.map((_, r) => [`${r},0`, { style: { font: { bold: r === 0 }, alignment: { wrapText: true } } }] as const),
  );
  return { name: 'Petunjuk', rows, cells, columns: [{ width: 110 }], protection: LINDUNGI };
}
