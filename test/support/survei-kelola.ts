import { daftarGalat, type PerambanOrganisasi } from './organisasi';

/** The forms on surveys of one agency, as one person sends them. */

const BARU = { bagian: 'triwulan-1', tahun: '2026', instrumen: 'PERMENPAN-14-2017' };

/** The hidden fields of a form, as a browser sends them back. */
export function tersembunyi(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map((m) => [m[1] ?? '', m[2]?.replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/&#x3D;/g, '=') ?? '']), // prettier-ignore
  );
}

/** @returns code of the new survey */
export async function buatSurvei(oleh: PerambanOrganisasi, dasar: string, isian: Record<string, string> = {}): Promise<string> {
  const { status, ke, isi } = await oleh.kirim(`${dasar}/survei-baru`, { ...BARU, ...isian });
  expect([status, daftarGalat(isi)]).toEqual([303, []]);
  return (ke ?? '').split('/').at(-2) ?? '';
}

export function isiHasilSurvei(
  oleh: PerambanOrganisasi,
  alamat: string,
  isian: Record<string, string>,
  cara: string,
): ReturnType<PerambanOrganisasi['kirim']> {
  return oleh.kirim(`${alamat}/hasil`, { cara, aksi: 'simpan', ...isian });
}

/** Looks at the page first, as its form carries what was looked at. */
export async function tetapkanSurvei(
  oleh: PerambanOrganisasi,
  alamat: string,
  isian: Record<string, string> = {},
): ReturnType<PerambanOrganisasi['kirim']> {
  const { isi } = await oleh.buka(`${alamat}/tetapkan`);
  return oleh.kirim(`${alamat}/tetapkan`, { ...tersembunyi(isi), ...isian });
}
