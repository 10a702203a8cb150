import { rasional, teksBilangan, teksIndonesia, type Rasional } from '../../shared/desimal';
import type { StatusSaran } from './saran.rules';

/** How often suggestions of one state were received. */
export interface SaranDiterima {
  readonly status: StatusSaran;
  /** times received: the same words from five respondents count five */
  readonly jumlah: number;
}

export interface SaranDikecualikan {
  readonly jumlah: number;
  readonly alasan: string;
}

/** The one result that the list, the survey's page and the report render: "seluruh saran telah direspon" is persen = 100. */
export interface HasilTanggapan {
  /** 0–100; null with nothing received: "tidak ada saran", never 0% */
  readonly persen: Rasional | null;
  /** answered */
  readonly pembilang: number;
  /** received */
  readonly penyebut: number;
  readonly dikecualikan: readonly SaranDikecualikan[];
}

/** Once answered, always answered: what follows is only whether it is published. */
const SUDAH_DITANGGAPI: Readonly<Record<StatusSaran, boolean>> = {
  nihil: false,
  baru: false,
  ditetapkan: false,
  ditanggapi: true,
  layak_terbit: true,
  tidak_diterbitkan: true,
};

/** Answered ÷ received, over everything that suggests something. Exact; 0 ≤ persen ≤ 100. */
export function hitungTanggapan(diterima: readonly SaranDiterima[]): HasilTanggapan {
  const jumlah = (pakai: (status: StatusSaran) => boolean) =>
    diterima.filter((d) => pakai(d.status)).reduce((a, d) => a + d.jumlah, 0);
  const pembilang = jumlah((s) => SUDAH_DITANGGAPI[s]);
  const penyebut = jumlah((s) => s !== 'nihil');
  const nihil = jumlah((s) => s === 'nihil');
  return {
    persen: penyebut === 0 ? null : rasional(pembilang, penyebut).mul(100),
    pembilang,
    penyebut,
    dikecualikan: nihil === 0 ? [] : [{ jumlah: nihil, alasan: 'jawaban tanpa saran, misalnya “tidak ada” atau kosong' }],
  };
}

/** `83,33% (5 dari 6 saran; 12 jawaban tanpa saran tidak dihitung)` */
export function kalimatTanggapan({ persen, pembilang, penyebut, dikecualikan }: HasilTanggapan): string {
  const luar = dikecualikan.reduce((a, d) => a + d.jumlah, 0);
  const bagian = [
    persen ? `${teksBilangan(pembilang)} dari ${teksBilangan(penyebut)} saran` : '',
    luar === 0 ? '' : `${teksBilangan(luar)} jawaban tanpa saran tidak dihitung`,
  ].filter(Boolean);
  return (persen ? `${teksIndonesia(persen)}%` : 'tidak ada saran') + (bagian.length === 0 ? '' : ` (${bagian.join('; ')})`);
}
