import type { PengaturanS3 } from './storage/gudang-s3';

/** Reads one variable; an empty one counts as absent, and what `ubah` says against it becomes a fault under its name. */
export type BacaVariabel = <T>(nama: string, bawaan: T, ubah: (teks: string) => T) => T;

const teksBiasa = (teks: string): string => teks;

/** `S3_BUCKET` and what belongs to it; null: files lie in the data folder. Faults are added to `masalah`; a secret is never repeated. */
export function bacaS3(baca: BacaVariabel, masalah: string[]): PengaturanS3 | null {
  const ember = baca('S3_BUCKET', '', (teks) => {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(teks))
      throw new Error(`"${teks}" bukan nama ember; huruf kecil, angka, titik, dan tanda hubung.`);
    return teks;
  });
  const alamat = baca<string | null>('S3_ENDPOINT', null, bacaAlamatS3);
  const kunciAkses = baca('S3_ACCESS_KEY_ID', '', teksBiasa);
  const kunciRahasia = baca('S3_SECRET_ACCESS_KEY', '', teksBiasa);
  const wilayah = baca('S3_REGION', '', teksBiasa);
  const awalan = baca('S3_PREFIX', '', (teks) => {
    if (!/^[\w.-]+(?:\/[\w.-]+)*\/?$/.test(teks)) throw new Error(`"${teks}" bukan awalan nama; contoh tuntas/.`);
    return teks.endsWith('/') ? teks : `${teks}/`;
  });
  if (ember === '') {
    if (alamat !== null || kunciAkses !== '' || kunciRahasia !== '')
      masalah.push('S3_BUCKET: wajib bila S3_ENDPOINT, S3_ACCESS_KEY_ID, atau S3_SECRET_ACCESS_KEY diisi.');
    return null;
  }
  if (kunciAkses === '') masalah.push('S3_ACCESS_KEY_ID: wajib bila S3_BUCKET diisi.');
  if (kunciRahasia === '') masalah.push('S3_SECRET_ACCESS_KEY: wajib bila S3_BUCKET diisi.');
  if (alamat === null && wilayah === '')
    masalah.push('S3_REGION: wajib bila S3_BUCKET diisi tanpa S3_ENDPOINT, misalnya ap-southeast-3.');
  return { alamat, ember, wilayah: wilayah || 'us-east-1', kunciAkses, kunciRahasia, awalan };
}

function bacaAlamatS3(teks: string): string {
  const url = URL.canParse(teks) ? new URL(teks) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.search !== '')
    throw new Error('bukan alamat penyimpanan S3; bentuknya https://s3.instansi.go.id, tanpa pengguna dan sandi.');
  return url.href.replace(/\/$/, '');
}

/** Where a clamd listens. */
export type AlamatClamd = { readonly host: string; readonly port: number } | { readonly path: string };

export function bacaClamd(teks: string): AlamatClamd {
  const url = URL.canParse(teks) ? new URL(teks) : null;
  if (url?.protocol === 'unix:' && url.pathname.length > 1) return { path: decodeURIComponent(url.pathname) };
  if (url?.protocol !== 'tcp:' || url.hostname === '')
    throw new Error(`"${teks}" bukan alamat clamd; bentuknya tcp://127.0.0.1:3310 atau unix:///run/clamav/clamd.ctl.`);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) };
}

export function bacaYa(teks: string): boolean {
  if (!['ya', 'tidak'].includes(teks)) throw new Error(`"${teks}" tidak dikenal; isi ya atau tidak.`);
  return teks === 'ya';
}
