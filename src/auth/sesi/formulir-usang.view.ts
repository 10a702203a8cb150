import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { Halaman } from '../../shared/tampilan/tampilan';

/** Never shown or sent again, but asked for once more: passwords and codes. */
const LABEL_RAHASIA: Readonly<Record<string, string>> = {
  kini: 'Kata sandi sekarang',
  rahasia: 'Rahasia klien',
  sandi: 'Kata sandi',
  ulang: 'Kata sandi, sekali lagi',
};
const RAHASIA = /^(?:kini|rahasia|ulang|sandi\w*)$/i;
const TOKEN = /^_csrf$|token/i;
/** Where `kode` is the second factor; elsewhere it is the code of a unit or an agency. */
const BERKODE = /^\/(?:masuk|akun)\/totp(?:[/?]|$)/;
/** Forms for who is not signed in; any other would lead to the sign-in page, and what was typed would be lost. */
const UMUM = /^\/(?:masuk|keluar|lupa-sandi|undangan|undangan-peran|atur-ulang)(?:[/?]|$)/;
const TERBANYAK = 200;

/** A form whose token is missing or no longer right. */
export interface FormulirUsang {
  /** path and query to which it was sent */
  readonly alamat: string;
  /** what was sent, of files their names; null when it may come from elsewhere: nothing is shown then */
  readonly badan: unknown;
  readonly masuk: boolean;
}

/** The 403 page: what was typed is kept, and sent again from here, with passwords typed anew. */
export function formulirUsangView({ alamat, badan, masuk }: FormulirUsang): Halaman {
  const isian = typeof badan === 'object' && badan !== null ? Object.entries(badan as Record<string, unknown>) : null;
  const rahasia = (nama: string) => RAHASIA.test(nama) || (nama === 'kode' && BERKODE.test(alamat));
  const tersimpan = (isian ?? [])
    .filter(([nama]) => !rahasia(nama) && !TOKEN.test(nama))
    .flatMap(([nama, nilai]) => (Array.isArray(nilai) ? nilai : [nilai]).map((satu: unknown) => ({ nama, nilai: satu })))
    .filter((satu): satu is { nama: string; nilai: string } => typeof satu.nilai === 'string')
    .slice(0, TERBANYAK)
    .map((satu) => ({
      ...satu,
      tampil: satu.nilai.trim() !== '' && satu.nama !== 'lanjut',
      label: satu.nama.replace(/[_-]+/g, ' '),
    }));
  const diminta = (isian ?? []).map(([nama]) => nama).filter(rahasia);
  return new Halaman(
    'auth/formulir-usang',
    {
      kerangka: kerangkaUmum('Formulir sudah kedaluwarsa'),
      masuk,
      kirimUlang: isian === null ? null : alamat,
      // Without the token it comes back here, with all that was typed, until the person has signed in.
      bertoken: masuk || UMUM.test(alamat),
      adaIsian: tersimpan.some((satu) => satu.tampil),
      isian: tersimpan,
      rahasia: diminta.map((nama) => ({ nama, label: LABEL_RAHASIA[nama] ?? (nama === 'kode' ? 'Kode' : nama) })),
    },
    403,
  );
}
