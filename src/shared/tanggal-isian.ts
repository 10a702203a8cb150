import { NAMA_BULAN, TAHUN_AKHIR, TAHUN_AWAL, tanggalSah } from './tanggal';

/** Dates as people write them: `8 Mei 2024`, `Mei 2024`, `08/05/2024`, `05/2024`, `2024-05-08`, `2024-05`. */

const EJAAN_LAMA: Readonly<Record<string, string>> = { pebruari: 'februari', nopember: 'november' };

/** 1–12, or 0. Short forms have three letters or more. */
function bulanKe(kata: string): number {
  const k = kata.toLowerCase().replace('.', '');
  const awal = EJAAN_LAMA[k] ?? k;
  return awal.length < 3 ? 0 : NAMA_BULAN.findIndex((b) => b.toLowerCase().startsWith(awal)) + 1;
}

const dua = (n: number) => String(n).padStart(2, '0');

/** `2024-05-08` or `2024-05`; null when it is no date that exists. */
export function bacaTanggal(teks: string): string | null {
  const isi = teks.trim().replace(/\s+/g, ' ');
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(isi)) return tanggalSah(isi) ? isi : null;
  const kata = /^(?:(\d{1,2}) )?(\p{L}+\.?) (\d{4})$/u.exec(isi);
  const angka = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(isi);
  const [, hari, bulanTeks = '', tahun = ''] = kata ?? angka ?? [];
  if (tahun === '') return null;
  const bulan = kata ? bulanKe(bulanTeks) : Number(bulanTeks);
  if (bulan < 1) return null;
  const hasil = `${tahun}-${dua(bulan)}${hari === undefined ? '' : `-${dua(Number(hari))}`}`;
  return tanggalSah(hasil) ? hasil : null;
}

export function bacaTahun(teks: string): number | null {
  const tahun = /^\d{4}$/.test(teks.trim()) ? Number(teks.trim()) : 0;
  return tahun >= TAHUN_AWAL && tahun <= TAHUN_AKHIR ? tahun : null;
}
