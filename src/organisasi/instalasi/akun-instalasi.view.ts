import type { Pelaku } from '../../auth/pelaku';
import type { HasilUndangan } from '../../auth/tautan/undangan.service';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { tautanIsi } from '../orang/orang.view';
import { MEDAN_ALASAN } from '../orang/tindakan-orang.view';
import { AKUN_TERBANYAK, type AkunTerpasang } from './akun-instalasi.query';
import { bingkaiInstalasi, JALUR_AKUN } from './instalasi.view';

export type FormulirAkunInstalasi = 'nonaktifkan' | 'aktifkan' | 'totp';

interface Gagal {
  readonly formulir: FormulirAkunInstalasi;
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

function keadaan(a: AkunTerpasang): string {
  if (a.nonaktif) return 'dinonaktifkan';
  return a.dapatMasuk ? 'dapat masuk' : 'belum punya kata sandi';
}

/** @param q as typed; '' shows the operators */
export function daftarAkunView(daftar: readonly AkunTerpasang[], q: string): Halaman {
  const anak =
    q === ''
      ? 'Operator pemasangan ini. Cari orang lain menurut nama atau surelnya.'
      : `${daftar.length === AKUN_TERBANYAK ? `Paling banyak ${AKUN_TERBANYAK} akun ditampilkan` : `${daftar.length} akun`} untuk pencarian ini.`;
  return new Halaman('organisasi/akun-daftar', {
    kerangka: bingkaiInstalasi('Akun', 'Akun'),
    q,
    anak,
    akun: daftar.map((a) => ({ ...a, tautan: jalur('instalasi', 'akun', a.id), keadaan: keadaan(a) })),
  });
}

export function akunInstalasiView(a: AkunTerpasang, pelaku: Pelaku, gagal: Gagal | null): Halaman {
  const galat = (formulir: FormulirAkunInstalasi) => (gagal?.formulir === formulir ? gagal : null);
  const isian = (formulir: FormulirAkunInstalasi) =>
    medan(MEDAN_ALASAN, galat(formulir)?.ketikan ?? {}, galat(formulir)?.galat ?? [], `${formulir}-`);
  const sendiri = a.id === pelaku.penggunaId;
  return new Halaman(
    'organisasi/akun',
    {
      kerangka: bingkaiInstalasi(a.nama, a.nama),
      akun: a,
      keadaan: keadaan(a),
      dasar: jalur('instalasi', 'akun', a.id),
      ringkasan: gagal ? ringkasanGalat('Belum dikerjakan', gagal.galat, `${gagal.formulir}-`) : null,
      sendiri,
      aktifkan: a.nonaktif ? isian('aktifkan') : null,
      nonaktifkan: !a.nonaktif && !sendiri ? isian('nonaktifkan') : null,
      totp: a.totp && !sendiri ? isian('totp') : null,
      bolehTautan: !a.nonaktif && !a.operator,
    },
    gagal ? 422 : 200,
  );
}

export function tautanAkunView(a: { readonly id: string; readonly nama: string }, hasil: HasilUndangan, alamat: string): Halaman {
  return new Halaman('organisasi/tautan', {
    kerangka: bingkaiInstalasi('Tautan masuk', 'Tautan masuk'),
    tab: null,
    ...tautanIsi(a.nama, hasil, alamat),
    lanjut: { teks: 'Kembali ke akunnya', tautan: `${JALUR_AKUN}/${a.id}` },
  });
}
