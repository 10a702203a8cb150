import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { Halaman } from '../../shared/tampilan/tampilan';

/** Never shown or sent again: passwords, codes, and the token itself. */
const RAHASIA = /sandi|kode|rahasia|_csrf|token/i;
const TERBANYAK = 200;

/** The 403 page of a form whose token is missing or no longer right. @param badan what was sent; `{}` shows nothing */
export function formulirUsangView(alamat: string, badan: unknown, masuk: boolean): Halaman {
  const isian = typeof badan === 'object' && badan !== null ? Object.entries(badan as Record<string, unknown>) : [];
  const tersimpan = isian
    .filter(([nama]) => !RAHASIA.test(nama))
    .flatMap(([nama, nilai]) => (Array.isArray(nilai) ? nilai : [nilai]).map((satu: unknown) => ({ nama, nilai: satu })))
    .filter((satu): satu is { nama: string; nilai: string } => typeof satu.nilai === 'string')
    .slice(0, TERBANYAK)
    .map((satu) => ({ ...satu, tampil: satu.nilai.trim() !== '', label: satu.nama.replace(/[_-]+/g, ' ') }));
  const adaRahasia = isian.some(([nama]) => nama !== '_csrf' && RAHASIA.test(nama));
  return new Halaman(
    'auth/formulir-usang',
    {
      kerangka: kerangkaUmum('Formulir sudah kedaluwarsa'),
      masuk,
      // With a password missing it cannot be sent again from here.
      kirimUlang: tersimpan.length > 0 && !adaRahasia ? alamat : null,
      isian: tersimpan,
    },
    403,
  );
}
