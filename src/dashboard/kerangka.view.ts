import type { Instansi } from '../organisasi/organisasi.rules';
import type { Kerangka, Pita } from '../shared/tampilan/kerangka';
import { jalur, kueri, type Kueri } from '../shared/tampilan/tautan';
import { hariIniDi, tanggalIndonesia } from '../shared/tanggal';

export interface IsianKerangka {
  readonly judul: string;
  readonly instansi?: Pick<Instansi, 'kode' | 'nama' | 'singkatan' | 'zonaWaktu'>;
  /** steps below the agency's own page */
  readonly remah?: readonly { readonly teks: string; readonly tautan?: string }[];
  /** of the printed head */
  readonly keterangan?: string;
  readonly pita?: Pita | null;
  /** the chosen time, which the way back takes along */
  readonly waktu?: Kueri;
  readonly lanskap?: boolean;
  readonly sekarang: Date;
}

const ZONA_BAKU = 'Asia/Jakarta';

export function kerangka(isian: IsianKerangka): Kerangka {
  const { instansi, judul, sekarang } = isian;
  const hariIni = tanggalIndonesia(hariIniDi(instansi?.zonaWaktu ?? ZONA_BAKU, sekarang));
  const langkah = instansi
    ? [{ teks: instansi.singkatan, tautan: jalur('instansi', instansi.kode) }, ...(isian.remah ?? [])]
    : (isian.remah ?? []);
  return {
    judul: instansi && isian.remah ? `${judul} – ${instansi.singkatan} – Tuntas` : `${judul} – Tuntas`,
    remah: langkah.map(({ teks, tautan }, i) => ({
      teks,
      tautan: i === langkah.length - 1 || tautan === undefined ? null : kueri(tautan, isian.waktu ?? {}),
    })),
    pita: isian.pita ?? null,
    kepalaCetak: [instansi?.nama ?? 'Tuntas', isian.keterangan, `dicetak ${hariIni}`].filter(Boolean).join(' · '),
    lanskap: isian.lanskap ?? false,
  };
}
