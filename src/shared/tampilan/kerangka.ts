/** What a page says about itself; what stands around it for whoever is signed in comes with the request (`Cangkang`). */
export interface Kerangka {
  readonly judul: string;
  readonly remah: readonly { readonly teks: string; readonly tautan: string | null }[];
  readonly pita: Pita | null;
  readonly kepalaCetak: string;
  readonly lanskap: boolean;
  /** shows work that goes on: brings itself up to date until there is none, with script or without */
  readonly segarkan?: boolean;
  /** style sheets of this page below `views/aset`, beside that of all pages: `lapor.css` */
  readonly gaya?: readonly string[];
  /** scripts of this page below `views/aset`, in their order: `unggah.js`; the page works without them */
  readonly skrip?: readonly string[];
  /** where the page is found, when it answers an act that stands at an address of its own */
  readonly alamat?: string;
}

/** The year and the quarter ribbon: where in time the figures stand, always with the months. */
export interface Pita {
  readonly label: string;
  /** `TW II 2024 · April–Juni` or `Tahun 2024 · seluruh laporan` */
  readonly kini: string;
  readonly tahun: { readonly teks: string; readonly pilihan: readonly Pindahan[] };
  readonly butir: readonly {
    readonly teks: string;
    readonly bulan: string;
    readonly bulanSingkat: string;
    readonly tautan: string;
    readonly kini: boolean;
  }[];
}

export interface Pindahan {
  readonly teks: string;
  readonly tautan: string;
  readonly kini: boolean;
}

/** The shell of a page that belongs to no agency. */
export function kerangkaUmum(judul: string): Kerangka {
  return { judul: `${judul} – Tuntas`, remah: [], pita: null, kepalaCetak: 'Tuntas', lanskap: false };
}
