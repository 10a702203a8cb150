import { isIPv6 } from 'node:net';
import type { Request } from 'express';

/** From where a request comes, as sessions and the audit keep it. */
export interface Asal {
  readonly ip: string | null;
  readonly agen: string | null;
}

export function asalPermintaan(req: Request): Asal {
  const agen = req.headers['user-agent']?.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
  return { ip: alamatPolos(req.ip), agen: agen ?? null };
}

/** `::ffff:10.0.0.1` → `10.0.0.1`; the zone of a link-local address is left out. */
function alamatPolos(ip: string | undefined): string | null {
  if (ip === undefined) return null;
  return ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** What counts as one address for limits: IPv4 alone, IPv6 by its /64, which is what one household or office has. */
export function kelompokAlamat(ip: string | null): string {
  if (ip === null) return '-';
  if (!isIPv6(ip)) return ip;
  const [kiri = '', kanan] = ip.split('::');
  const awal = kiri === '' ? [] : kiri.split(':');
  const akhir = kanan === undefined || kanan === '' ? [] : kanan.split(':');
  const nol = kanan === undefined ? 0 : Math.max(0, 8 - awal.length - akhir.length);
  const lengkap = [...awal, ...Array.from({ length: nol }, () => '0'), ...akhir];
  return `${lengkap
    .slice(0, 4)
    .map((bagian) => bagian.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

const PERAMBAN: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SISTEM: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome di Windows`, as people know their devices. */
export function namaPeramban(agen: string | null): string {
  const cari = (daftar: typeof PERAMBAN) => daftar.find(([pola]) => pola.test(agen ?? ''))?.[1];
  const [peramban, sistem] = [cari(PERAMBAN), cari(SISTEM)];
  if (!peramban) return sistem ?? 'Peramban tidak dikenal';
  return sistem ? `${peramban} di ${sistem}` : peramban;
}
