import type { Instansi } from '../organisasi/organisasi.rules';
import { NAV_INSTANSI, type Kerangka, type Pita } from '../shared/tampilan/kerangka';
import { jalur } from '../shared/tampilan/tautan';
import { hariIniDi, tanggalIndonesia } from '../shared/tanggal';

export type BagianNav = 'beranda' | 'ringkasan' | 'survei' | 'rencana';

export interface IsianKerangka {
  readonly judul: string;
  readonly instansi?: Pick<Instansi, 'kode' | 'nama' | 'singkatan' | 'zonaWaktu' | 'kota'>;
  readonly bagian?: BagianNav;
  /** steps below the agency's own page */
  readonly remah?: readonly { readonly teks: string; readonly tautan?: string }[];
  readonly keterangan?: string;
  readonly pita?: Pita | null;
  readonly lanskap?: boolean;
  readonly sekarang: Date;
}

const ZONA_BAKU = 'Asia/Jakarta';

/** @param isian `bagian` is the entry of the navigation under which the page stands */
export function kerangka(isian: IsianKerangka): Kerangka {
  const { instansi, judul, sekarang } = isian;
  const hariIni = tanggalIndonesia(hariIniDi(instansi?.zonaWaktu ?? ZONA_BAKU, sekarang));
  const remah = [
    ...(instansi ? [{ teks: 'Instansi', tautan: '/' }] : []),
    ...(instansi && isian.remah ? [{ teks: instansi.singkatan, tautan: jalur('instansi', instansi.kode) }] : []),
    ...(isian.remah ?? (instansi ? [{ teks: instansi.singkatan }] : [])),
  ];
  return {
    judul: instansi && isian.remah ? `${judul} – ${instansi.singkatan} – Tuntas` : `${judul} – Tuntas`,
    instansi: instansi ? { nama: instansi.nama, keterangan: isian.keterangan ?? instansi.kota } : null,
    nav: nav(instansi?.kode, isian.bagian),
    remah: remah.map(({ teks, tautan }) => ({ teks, tautan: tautan ?? null })),
    pita: isian.pita ?? null,
    kepalaCetak: [instansi?.nama ?? 'Tuntas', isian.keterangan, `dicetak ${hariIni}`].filter(Boolean).join(' · '),
    lanskap: isian.lanskap ?? false,
  };
}

function nav(kode: string | undefined, bagian: BagianNav | undefined): Kerangka['nav'] {
  const kini = (b: BagianNav) => (b === bagian ? 'true' : null);
  const semua = { ...NAV_INSTANSI, kini: kini('beranda') };
  if (kode === undefined) return [semua];
  const induk = jalur('instansi', kode);
  return [
    semua,
    { teks: 'Ringkasan', ikon: 'layout-dashboard', tautan: induk, kini: kini('ringkasan') },
    { teks: 'Survei', ikon: 'chart-bar', tautan: `${induk}#survei`, kini: kini('survei') },
    { teks: 'Rencana', ikon: 'table', tautan: `${induk}#rencana`, kini: kini('rencana') },
    { teks: 'Unit', ikon: 'unit', tautan: `${induk}#unit`, kini: null },
  ];
}
