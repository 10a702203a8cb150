import type { GalatMedan } from '../../shared/isian';
import { NAMA_BULAN } from '../../shared/tanggal';
import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { namaPeramban } from '../asal';
import type { CaraMasuk } from '../sesi/sesi.entity';
import type { SesiTerdaftar } from '../sesi/sesi.query';
import { MEDAN_SANDI_BARU } from '../tautan/tautan.view';
import { NAMA_PERAN } from '../pelaku';
import type { Akun, UndanganAkun } from './akun.query';

export const PESAN_AKUN = {
  nama: 'Nama disimpan.',
  sandi: 'Kata sandi diganti. Semua sesi di perangkat lain sudah berakhir.',
  sesi: 'Sesi itu sudah berakhir.',
  'sesi-lain': 'Semua sesi lain sudah berakhir.',
  'tidak-ada': 'Tidak ada sesi lain yang perlu diakhiri.',
  lepas: 'Verifikasi dua langkah dilepas.',
  dibaca: 'Pemberitahuan ditandai sudah dibaca.',
  bukti: 'Tautan sedang dikirim ke surel Anda. Buatlah kata sandi lewat tautan itu, lalu masuk lagi.',
  'bukti-tunggu': 'Tautan sudah dikirim beberapa kali. Periksa surel Anda, atau coba lagi satu jam lagi.',
} as const;
export type PesanAkun = keyof typeof PESAN_AKUN;

export type FormulirAkun = 'nama' | 'sandi' | 'lepas' | 'kode';

const JUDUL_GALAT: Readonly<Record<FormulirAkun, string>> = {
  nama: 'Nama belum disimpan',
  sandi: 'Kata sandi belum diganti',
  lepas: 'Verifikasi dua langkah belum dilepas',
  kode: 'Kode pemulihan belum dibuat',
};

export interface BahanAkun extends Akun {
  readonly sesiId: string;
  readonly cara: CaraMasuk;
  readonly pesan: PesanAkun | null;
  /** a form that was refused, with what was typed */
  readonly gagal: { readonly formulir: FormulirAkun; readonly galat: readonly GalatMedan[]; readonly nama?: string } | null;
}

const KINI = { nama: 'kini', label: 'Kata sandi sekarang', jenis: 'sandi', otomatis: 'current-password' } as const;

export function akunView(b: BahanAkun): Halaman {
  const galat = (formulir: FormulirAkun) => (b.gagal?.formulir === formulir ? b.gagal.galat : []);
  const nama = b.gagal?.formulir === 'nama' ? (b.gagal.nama ?? '') : b.akun.nama;
  const pemilik = b.cara !== 'oidc';
  const konteks = {
    kerangka: kerangkaUmum('Akun saya'),
    surel: b.akun.surel,
    pesan: b.pesan === null ? null : PESAN_AKUN[b.pesan],
    ringkasan: b.gagal ? ringkasanGalat(JUDUL_GALAT[b.gagal.formulir], b.gagal.galat, `${b.gagal.formulir}-`) : null,
    pemilik,
    nama: medan([{ nama: 'nama', label: 'Nama lengkap', maks: 200, otomatis: 'name' }], { nama }, galat('nama'), 'nama-'),
    adaSandi: b.akun.sandi !== null,
    sandi: medan([KINI, ...MEDAN_SANDI_BARU], {}, galat('sandi'), 'sandi-'),
    totp: b.akun.totpSejak === null ? null : totpTerpasang(b, galat),
    totpWajib: b.totpWajib,
    sesi: b.sesi.map((s) => barisSesi(s, b.sesiId)),
    undangan: b.undangan.length > 0 ? b.undangan.map((u) => undanganView(u, b)) : null,
    perluBukti: b.undangan.length > 0 && b.lewatSurat && b.akun.surelTerbukti === null,
    pemberitahuan:
      b.pemberitahuan.length > 0
        ? b.pemberitahuan.map((p) => ({ teks: p.teks, dibuat: waktu(p.dibuat), baru: p.dibaca === null }))
        : null,
    adaBaru: b.pemberitahuan.some((p) => p.dibaca === null),
    adaSesiLain: b.sesi.some((s) => s.id !== b.sesiId),
  };
  return new Halaman('auth/akun', konteks, b.gagal ? 422 : 200);
}

function undanganView(u: UndanganAkun, b: BahanAkun): object {
  const terbukti = b.akun.surelTerbukti !== null;
  return {
    id: u.id,
    peran: NAMA_PERAN[u.peran],
    instansi: u.instansi,
    unit: u.unit,
    asal: `dari ${u.pengundang}, ${waktu(u.dibuat)}`,
    disetujui: u.keadaan === 'disetujui' && !terbukti,
    bolehTerima: b.cara !== 'oidc' && (terbukti || (!b.lewatSurat && u.keadaan === 'menunggu')),
    bolehTolak: b.cara !== 'oidc',
    perluTautan: !terbukti && !b.lewatSurat,
  };
}

function totpTerpasang(b: BahanAkun, galat: (formulir: FormulirAkun) => readonly GalatMedan[]): object {
  return {
    sejak: b.akun.totpSejak === null ? '' : waktu(b.akun.totpSejak),
    sisa: b.sisaPemulihan === 0 ? 'Kode pemulihan sudah habis.' : `${b.sisaPemulihan} kode pemulihan belum dipakai.`,
    kode: medan([KINI], {}, galat('kode'), 'kode-'),
    lepas: b.totpWajib ? null : medan([KINI], {}, galat('lepas'), 'lepas-'),
  };
}

function barisSesi(s: SesiTerdaftar, sesiId: string): object {
  return {
    id: s.id,
    peramban: namaPeramban(s.agen),
    ip: s.ip ?? 'alamat tidak diketahui',
    cara: s.cara === 'oidc' ? 'lewat akun instansi' : 'dengan kata sandi',
    dibuat: waktu(s.dibuat),
    terakhir: waktu(s.terakhir),
    kini: s.id === sesiId,
  };
}

const BAGIAN = new Intl.DateTimeFormat('id-ID', {
  ...{
    timeZone: 'Asia/Jakarta',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
});

/** `8 Mei 2024, 17.00 WIB`: an account belongs to no agency, so the capital's time it is. */
function waktu(saat: Date): string {
  const b = Object.fromEntries(BAGIAN.formatToParts(saat).map((p) => [p.type, p.value]));
  return `${b['day']} ${NAMA_BULAN[Number(b['month']) - 1]} ${b['year']}, ${b['hour']}.${b['minute']} WIB`;
}
