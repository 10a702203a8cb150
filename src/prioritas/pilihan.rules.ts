import { adaTulisan, sebabAlasan, type SebabAlasan } from '../rtl/alasan-prioritas.rules';
import type { AsalPrioritas } from '../rtl/rtl.rules';

/** What people write of a prioritas. */
export interface IsiPrioritas {
  readonly judul: string;
  readonly program: string | null;
  /** kode; empty for one that is no unsur */
  readonly unsur: readonly string[];
  readonly asal: AsalPrioritas;
  readonly alasan: string | null;
}

/** What a choice is judged by. */
export interface AcuanPrioritas {
  /** kode and name of the unsur that may be named */
  readonly unsur: ReadonlyMap<string, string>;
  /** kode of those that have a nilai in the plan's survey; null when it has none per unsur, or the plan has no survey */
  readonly dinilai: ReadonlySet<string> | null;
  readonly terendah: ReadonlySet<string>;
  /** unsur that another prioritas of the plan has, with its number */
  readonly terpakai: ReadonlyMap<string, number>;
}

const MINTA_ALASAN: Readonly<Record<SebabAlasan, string>> = {
  'bukan-unsur': 'Tuliskan alasannya: prioritas ini bukan unsur survei',
  'tanpa-nilai': 'Tuliskan alasannya: survei rencana ini tidak memuat nilai per unsur',
  'bukan-terendah': 'Tuliskan alasannya: tidak semua unsurnya termasuk yang terendah',
  gabungan: 'Tuliskan alasan penggabungan unsur-unsur ini',
};

export interface MasalahPrioritas {
  readonly medan: 'judul' | 'unsur' | 'asal' | 'alasan';
  readonly pesan: string;
}

/** Everything that is wrong with a choice, at once. */
export function masalahPrioritas(isi: IsiPrioritas, acuan: AcuanPrioritas): MasalahPrioritas[] {
  const masalah: MasalahPrioritas[] = [];
  if (!/[\p{L}\p{N}]/u.test(isi.judul)) masalah.push({ medan: 'judul', pesan: 'Tuliskan yang hendak diperbaiki' });
  const unsur = masalahUnsur(isi.unsur, acuan);
  if (unsur !== null) masalah.push({ medan: 'unsur', pesan: unsur });
  if (isi.unsur.length === 0 && isi.asal === 'unsur')
    masalah.push({ medan: 'unsur', pesan: 'Pilih unsurnya, atau nyatakan bahwa prioritas ini bukan unsur' });
  const sebab = unsur === null && (isi.unsur.length > 0 || isi.asal !== 'unsur') ? sebabAlasan(isi.unsur, acuan) : null;
  if (sebab !== null && !adaTulisan(isi.alasan)) masalah.push({ medan: 'alasan', pesan: MINTA_ALASAN[sebab] });
  return masalah;
}

function masalahUnsur(unsur: readonly string[], acuan: AcuanPrioritas): string | null {
  for (const u of unsur) {
    if (!acuan.unsur.has(u)) return `Unsur "${u}" tidak ada dalam instrumen survei rencana ini`;
    if (acuan.dinilai !== null && !acuan.dinilai.has(u)) return `${u} tidak dinilai dalam survei rencana ini`;
    const no = acuan.terpakai.get(u);
    if (no !== undefined) return `${u} sudah ada dalam prioritas ${no}; gabungkan ke sana, atau keluarkan dahulu dari sana`;
  }
  return null;
}

/** What a prioritas of these unsur is called, until people say otherwise: `Waktu penyelesaian dan Biaya/tarif`. */
export function judulBaku(unsur: readonly string[], nama: ReadonlyMap<string, string>): string {
  const semua = unsur.map((u) => nama.get(u) ?? u);
  const akhir = semua.at(-1) ?? '';
  return semua.length < 2 ? akhir : `${semua.slice(0, -1).join(', ')} dan ${akhir}`;
}
