/** What stands around the content of every page: title, context, navigation, the way back. */
export interface Kerangka {
  readonly judul: string;
  readonly instansi: { readonly nama: string; readonly keterangan: string } | null;
  readonly nav: readonly {
    readonly teks: string;
    readonly ikon: string;
    readonly tautan: string;
    readonly kini: string | null;
  }[];
  readonly remah: readonly { readonly teks: string; readonly tautan: string | null }[];
  readonly pita: Pita | null;
  readonly kepalaCetak: string;
  readonly lanskap: boolean;
}

/** The quarter ribbon: where in the year the figures stand, always with the months. */
export interface Pita {
  readonly label: string;
  readonly butir: readonly {
    readonly teks: string;
    readonly bulan: string;
    readonly bulanSingkat: string;
    readonly tautan: string;
    readonly kini: boolean;
  }[];
}

export const NAV_INSTANSI = { teks: 'Instansi', ikon: 'building-bank', tautan: '/' } as const;

/** The shell of a page that belongs to no agency. */
export function kerangkaUmum(judul: string): Kerangka {
  return {
    judul: `${judul} – Tuntas`,
    instansi: null,
    nav: [{ ...NAV_INSTANSI, kini: null }],
    remah: [],
    pita: null,
    kepalaCetak: 'Tuntas',
    lanskap: false,
  };
}
