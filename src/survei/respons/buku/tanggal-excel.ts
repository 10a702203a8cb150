/** Number formats that show a date or a time, among those that are built in. */
const FORMAT_BAWAAN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A format code of the workbook's own that shows a day: `dd/mm/yyyy`, but not `[Red]0.00` nor `"hari" 0`. */
export function formatTanggal(kode: number, pola: string | undefined): boolean {
  if (pola === undefined) return FORMAT_BAWAAN.has(kode);
  const polos = pola.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  return /[dy]/.test(polos) && !/[0#]/.test(polos.replace(/\.0+/g, ''));
}

/** Serial day of Excel → `2024-05-08` or `2024-05-08 09:15:23`. */
export function dariSerial(serial: number, sejak1904: boolean): string {
  const hari = serial + (sejak1904 ? 1_462 : serial < 60 ? 1 : 0);
  const waktu = new Date(Date.UTC(1899, 11, 30) + Math.round(hari * 86_400) * 1_000);
  if (Number.isNaN(waktu.getTime())) return String(serial);
  const teks = waktu.toISOString();
  return Number.isInteger(serial) ? teks.slice(0, 10) : `${teks.slice(0, 10)} ${teks.slice(11, 19)}`;
}
