import { punyaIzinDi, type Izin } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import { ALUR_RENCANA } from '../../rtl/alur-rencana.rules';
import type { Rencana, StatusRencana } from '../../rtl/rtl.rules';
import type { RincianRencana } from './rincian.query';

/** Below the list of plans: the form of a new one. */
export const JALUR_RENCANA_BARU = 'baru';

export interface Tombol {
  readonly teks: string;
  readonly ikon: string;
  readonly tautan: string;
  readonly utama: boolean;
}

interface Perbuatan {
  readonly teks: string;
  readonly ikon: string;
  readonly izin: Izin;
  readonly pada: readonly StatusRencana[];
  /** below the plan's own address */
  readonly jalur: string;
  readonly utama: boolean;
}

const dari = (tindakan: (typeof ALUR_RENCANA)[number]['tindakan']) =>
  ALUR_RENCANA.filter((l) => l.tindakan === tindakan).map((l) => l.dari);

/** The way to every act on a plan: who may go it, and in which state of the plan. The act itself asks again. */
const PERBUATAN: readonly Perbuatan[] = [
  { teks: 'Ajukan', ikon: 'send', izin: 'rencana.ajukan', pada: dari('ajukan'), jalur: 'ajukan', utama: true },
  { teks: 'Tetapkan', ikon: 'rubber-stamp', izin: 'rencana.tetapkan', pada: dari('tetapkan'), jalur: 'tetapkan', utama: true },
  {
    teks: 'Kembalikan',
    ikon: 'arrow-back-up',
    izin: 'rencana.tetapkan',
    pada: dari('kembalikan'),
    jalur: 'kembalikan',
    utama: false,
  },
  { teks: 'Susun kegiatan', ikon: 'pencil', izin: 'rencana.susun', pada: ['draf'], jalur: 'susun', utama: false },
  { teks: 'Prioritas', ikon: 'flag', izin: 'prioritas.kelola', pada: ['draf'], jalur: 'prioritas', utama: false },
  { teks: 'Adendum', ikon: 'pencil', izin: 'rencana.susun', pada: ['ditetapkan'], jalur: 'adendum', utama: false },
];

/** What this person may do to the plan as it stands; whoever proposed it does not decide on it. */
export function tombolRencana({ status }: Rencana, pelaku: Pelaku, rinci: RincianRencana, alamat: string): Tombol[] {
  const pengaju = rinci.riwayat.filter((r) => r.tindakan === 'ajukan').at(-1)?.olehId;
  return PERBUATAN.filter(
    ({ izin, pada, jalur }) =>
      pada.includes(status) &&
      punyaIzinDi(pelaku, izin, rinci.instansiId) &&
      !(jalur === 'tetapkan' && pengaju === pelaku.penggunaId),
  ).map(({ teks, ikon, jalur, utama }) => ({ teks, ikon, utama, tautan: `${alamat}/${jalur}` }));
}
