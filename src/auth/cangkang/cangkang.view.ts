import type { Akun, Cangkang } from '../../shared/tampilan/cangkang';
import { jalur } from '../../shared/tampilan/tautan';
import { denganWaktu, waktuDibawa } from '../../shared/tampilan/waktu';
import { NAMA_PERAN, peranDi, type InstansiPelaku, type Pelaku } from '../pelaku';
import { bagiNav, butirNav } from './navigasi';

export interface BahanCangkang {
  readonly pelaku: Pelaku | null;
  /** path and query as they came */
  readonly alamat: string;
}

/** The shell around a page, whatever the page: it follows from who asks and from the address alone, so that error pages have it too. */
export function cangkangView({ pelaku, alamat }: BahanCangkang): Cangkang {
  const [lintasan = '/', tanya = ''] = alamat.split('?', 2);
  if (!pelaku) return { instansi: null, nav: null, akun: null, masuk: lintasan.startsWith('/masuk') ? null : '/masuk' };
  const { instansi } = pelaku;
  const jalurKini = rapikan(lintasan);
  const aktif =
    instansi.find((i) => dibawah(jalurKini, jalur('instansi', i.kode))) ?? (instansi.length === 1 ? instansi[0] : null) ?? null;
  const waktu = waktuDibawa(Object.fromEntries(new URLSearchParams(tanya)));
  const bawa = (tautan: string) => denganWaktu(tautan, waktu);
  return {
    instansi: aktif && {
      nama: aktif.nama,
      pilihan:
        instansi.length > 1
          ? instansi.map((i) => ({ teks: i.nama, tautan: bawa(jalur('instansi', i.kode)), kini: i.id === aktif.id }))
          : null,
    },
    nav: bagiNav(butirNav({ pelaku, aktif, jumlahInstansi: instansi.length, jalurKini, bawa })),
    akun: akun(pelaku, aktif),
    masuk: null,
  };
}

function dibawah(kini: string, induk: string): boolean {
  return kini === induk || kini.startsWith(`${induk}/`);
}

/** Each step encoded as our own links are, however the browser wrote it. */
function rapikan(lintasan: string): string {
  try {
    return jalur(...lintasan.split('/').filter(Boolean).map(decodeURIComponent));
  } catch {
    return lintasan;
  }
}

function akun(pelaku: Pelaku, aktif: InstansiPelaku | null): Akun {
  const peran = [
    ...(aktif ? peranDi(pelaku, aktif.id).map((p) => NAMA_PERAN[p]) : []),
    ...(pelaku.operator ? ['Operator pemasangan'] : []),
  ];
  return {
    nama: pelaku.nama,
    surel: pelaku.surel,
    inisial: inisial(pelaku.nama),
    lain: [
      ...(pelaku.instansi.length > 1 ? [{ teks: 'Semua instansi', tautan: '/' }] : []),
      ...(pelaku.operator ? [{ teks: 'Instalasi', tautan: jalur('instalasi') }] : []),
    ],
    sebagai: [aktif?.jabatan, peran.join(', ')].filter(Boolean).join(' · ') || null,
  };
}

/** Of the first and the last word that begins with a letter. */
function inisial(nama: string): string {
  const kata = nama.split(/\s+/).filter((k) => /^\p{L}/u.test(k));
  const huruf = [kata[0], kata.length > 1 ? kata.at(-1) : undefined].map((k) => (k ? ([...k][0] ?? '') : ''));
  return huruf.join('').toLocaleUpperCase('id') || '?';
}
