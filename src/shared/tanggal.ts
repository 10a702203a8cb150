/** Calendar days and months without a clock or a zone: `2024-05-08`, or `2024-05` where only the month is known. */

export const NAMA_BULAN = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
] as const; // prettier-ignore

export const TAHUN_AWAL = 1945;
export const TAHUN_AKHIR = 2199;

const POLA = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

function jumlahHari(tahun: number, bulan: number): number {
  return new Date(Date.UTC(tahun, bulan, 0)).getUTCDate();
}

/** A day (`2024-05-08`) or a month (`2024-05`) that exists; years 1945–2199. */
export function tanggalSah(teks: string): boolean {
  const m = POLA.exec(teks);
  if (!m) return false;
  const [tahun, bulan, hari] = [Number(m[1]), Number(m[2]), m[3] === undefined ? 1 : Number(m[3])];
  if (tahun < TAHUN_AWAL || tahun > TAHUN_AKHIR || bulan < 1 || bulan > 12) return false;
  return hari >= 1 && hari <= jumlahHari(tahun, bulan);
}

export function tanggalLengkap(teks: string): boolean {
  return teks.length === 10 && tanggalSah(teks);
}

/** The first day that the text can mean: `2024-05` → `2024-05-01`. */
export function hariPertama(teks: string): string {
  return teks.length === 7 ? `${teks}-01` : teks;
}

/** The last day that the text can mean: `2024-02` → `2024-02-29`. */
export function hariTerakhir(teks: string): string {
  if (teks.length !== 7) return teks;
  return `${teks}-${jumlahHari(Number(teks.slice(0, 4)), Number(teks.slice(5, 7)))}`;
}

/** Months since year 0, for differences: (2023-05 → 2023-08) = 3. */
export function indeksBulan(teks: string): number {
  return Number(teks.slice(0, 4)) * 12 + Number(teks.slice(5, 7)) - 1;
}

/** The same day `bulan` months later; the 31st falls on the last day of a shorter month. */
export function tambahBulan(tanggal: string, bulan: number): string {
  const indeks = indeksBulan(tanggal) + bulan;
  const [tahun, ke] = [Math.floor(indeks / 12), (indeks % 12) + 1];
  const awal = `${String(tahun).padStart(4, '0')}-${String(ke).padStart(2, '0')}`;
  if (tanggal.length === 7) return awal;
  return `${awal}-${String(Math.min(Number(tanggal.slice(8)), jumlahHari(tahun, ke))).padStart(2, '0')}`;
}

/** The day `hari` days later, or earlier when negative. */
export function tambahHari(tanggal: string, hari: number): string {
  const [tahun, bulan, ke] = tanggal.split('-').map(Number);
  return new Date(Date.UTC(tahun ?? 0, (bulan ?? 1) - 1, (ke ?? 1) + hari)).toISOString().slice(0, 10);
}

/** `8 Mei 2024`, or `Mei 2024` where only the month is known (DOMAIN section 9). */
export function tanggalIndonesia(teks: string): string {
  const bulan = `${NAMA_BULAN[Number(teks.slice(5, 7)) - 1]} ${teks.slice(0, 4)}`;
  return teks.length === 7 ? bulan : `${Number(teks.slice(8))} ${bulan}`;
}

/** Today in an agency's own zone, as `2024-05-08`. */
export function hariIniDi(zonaWaktu: string, sekarang: Date): string {
  return penulis(zonaWaktu).hari.format(sekarang);
}

interface PenulisWaktu {
  readonly hari: Intl.DateTimeFormat;
  readonly jam: Intl.DateTimeFormat;
}

/** One pair a zone: making one costs more than using it a thousand times, in time and in memory. There are some 600 zones. */
const PENULIS = new Map<string, PenulisWaktu>();

function penulis(timeZone: string): PenulisWaktu {
  const ada = PENULIS.get(timeZone);
  if (ada) return ada;
  const baru = {
    hari: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }),
    jam: new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'medium' }),
  };
  PENULIS.set(timeZone, baru);
  return baru;
}

const SINGKATAN_ZONA: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `8 Mei 2024 14.05.09 WIB`: a moment in an agency's own zone. */
export function waktuIndonesia(zonaWaktu: string, waktu: Date): string {
  const jam = penulis(zonaWaktu).jam.format(waktu).replaceAll(':', '.');
  return `${tanggalIndonesia(hariIniDi(zonaWaktu, waktu))} ${jam} ${SINGKATAN_ZONA[zonaWaktu] ?? zonaWaktu}`;
}
