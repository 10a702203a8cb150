import type { GalatMedan } from '../../shared/isian';
import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { NAMA_PERAN, PERAN, type Peran } from '../pelaku';
import type { IsianPenyedia } from './cara-masuk.service';
import { alamatKembali } from './oidc.service';
import type { Penyedia } from './penyedia.query';

export interface BahanCaraMasuk {
  readonly instansi: { readonly id: string; readonly kode: string; readonly nama: string };
  readonly penyedia: Penyedia | null;
  readonly totpWajib: readonly Peran[];
  readonly alamat: string;
  readonly disimpan?: boolean;
  readonly isian?: IsianPenyedia;
  readonly galat?: readonly GalatMedan[];
}

const MEDAN = [
  { nama: 'label', label: 'Teks tombol di halaman masuk', petunjuk: 'Misalnya: Masuk dengan akun KASN.', maks: 60 },
  { nama: 'penerbit', label: 'Alamat penerbit (issuer)', petunjuk: 'Misalnya https://sso.instansi.go.id', maks: 500 },
  { nama: 'klienId', label: 'ID klien', maks: 200 },
] as const;

export function caraMasukView(b: BahanCaraMasuk): Halaman {
  const isian = b.isian ?? b.penyedia;
  const galat = b.galat ?? [];
  const dasar = jalur('instansi', b.instansi.kode, 'cara-masuk');
  const rahasia = {
    nama: 'rahasia',
    label: 'Rahasia klien',
    jenis: 'sandi',
    petunjuk: b.penyedia ? 'Kosongkan bila tidak diganti.' : 'Disimpan tersegel, dan tidak pernah ditampilkan lagi.',
  } as const;
  const konteks = {
    kerangka: {
      ...kerangkaUmum('Cara masuk'),
      remah: [
        { teks: b.instansi.nama, tautan: jalur('instansi', b.instansi.kode) },
        { teks: 'Organisasi', tautan: jalur('instansi', b.instansi.kode, 'organisasi') },
        { teks: 'Cara masuk', tautan: null },
      ],
    },
    instansi: b.instansi.nama,
    disimpan: b.disimpan ?? false,
    ringkasan: ringkasanGalat('Penyedia identitas belum disimpan', galat),
    totp: PERAN.map((peran) => ({ nilai: peran, teks: NAMA_PERAN[peran], dipilih: b.totpWajib.includes(peran) })),
    alamatTotp: `${dasar}/totp`,
    alamatPenyedia: `${dasar}/penyedia`,
    medan: medan(
      [...MEDAN, rahasia],
      { label: isian?.label ?? '', penerbit: isian?.penerbit ?? '', klienId: isian?.klienId ?? '' },
      galat,
    ),
    aktif: isian?.aktif ?? false,
    alamatKembali: b.penyedia ? alamatKembali(b.alamat, b.penyedia.id) : null,
  };
  return new Halaman('auth/cara-masuk', konteks, galat.length > 0 ? 422 : 200);
}
