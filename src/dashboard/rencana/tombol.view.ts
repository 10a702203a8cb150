import { punyaIzinDi, type Izin } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import { ALUR_RENCANA } from '../../rtl/alur-rencana.rules';
import type { IsiAdendum } from '../../rtl/adendum/isi-adendum';
import type { Rencana, StatusRencana } from '../../rtl/rtl.rules';
import type { RincianRencana } from './rincian.query';

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
  { teks: 'Tarik pengajuan', ikon: 'arrow-back-up', izin: 'rencana.ajukan', pada: dari('tarik'), jalur: 'tarik', utama: false },
  { teks: 'Susun kegiatan', ikon: 'pencil', izin: 'rencana.susun', pada: ['draf'], jalur: 'susunan', utama: false },
  { teks: 'Tempel tabel', ikon: 'table', izin: 'rencana.susun', pada: ['draf'], jalur: 'tempel', utama: false },
  { teks: 'Buku kerja', ikon: 'file-text', izin: 'rencana.susun', pada: ['draf'], jalur: 'buku-kerja', utama: false },
  { teks: 'Adendum', ikon: 'pencil', izin: 'rencana.susun', pada: ['ditetapkan'], jalur: 'adendum', utama: false },
];

/** What may be written of one kegiatan: its text while the plan is a draf, an addendum once it is ditetapkan. */
export function tombolKegiatan({ status }: Rencana, pelaku: Pelaku, rinci: RincianRencana, alamat: string): Tombol[] {
  if (!punyaIzinDi(pelaku, 'rencana.susun', rinci.instansiId)) return [];
  if (status === 'draf') return [{ teks: 'Ubah kegiatan', ikon: 'pencil', utama: true, tautan: `${alamat}/ubah` }];
  if (status !== 'ditetapkan') return [];
  const adendum = (teks: string, ikon: string, jenis: IsiAdendum['jenis']) => ({
    ...{ teks, ikon, utama: false },
    tautan: `${alamat}/adendum/${jenis}`,
  });
  return [
    adendum('Geser jadwal', 'arrow-right', 'digeser'),
    adendum('Ganti', 'arrows-exchange', 'diganti'),
    adendum('Batalkan', 'x', 'dibatalkan'),
  ];
}

/** Pages beside the matrix that everybody who sees the plan may read. @param triwulan address of the agency's windows of reporting */
export function halamanLain(status: StatusRencana, rinci: RincianRencana, alamat: string, triwulan: string): object[] {
  const adendum = rinci.adendum.length + rinci.usulanMenunggu;
  return [
    { teks: 'Prioritas', tautan: `${alamat}/prioritas`, jumlah: null },
    ...(status === 'ditetapkan'
      ? [
          { teks: 'Adendum', tautan: `${alamat}/adendum`, jumlah: adendum > 0 ? String(adendum) : null },
          { teks: 'Awal dan berlaku', tautan: `${alamat}/awal`, jumlah: null },
          { teks: 'Triwulan pelaporan', tautan: triwulan, jumlah: null },
        ]
      : []),
  ];
}

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
