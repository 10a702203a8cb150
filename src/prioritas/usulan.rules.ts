import type { Instrumen, KelasMutu } from '../instrumen/instrumen.rules';
import { bulatkan, rasional, type Rasional } from '../shared/desimal';
import type { HasilUnsur } from '../survei/skor.rules';
import { seriDiBatas, unsurTerendah } from '../survei/terendah.rules';

/** One unsur of the survey as the page of priorities proposes it, or leaves it to be added. */
export interface UsulanUnsur {
  readonly unsur: string;
  readonly nama: string;
  readonly hasil: HasilUnsur;
  /** 1 = lowest; equal values share a place, the next one is skipped */
  readonly tempat: number;
  /** whether it is proposed */
  readonly terendah: boolean;
  /** the other unsur with the same unrounded nilai, in the instrument's order */
  readonly seri: readonly string[];
  /** it shares the last place with more unsur than there are places left: people decide which */
  readonly diBatas: boolean;
  readonly kelasBerikut: KelasBerikut | null;
}

export interface KelasBerikut {
  readonly kelas: KelasMutu;
  /** nilai that is missing, on the nilai as printed with two decimals; above 0 */
  readonly jarak: Rasional;
}

/**
 * Every unsur of a survey, lowest first, the lowest `jumlah` proposed on unrounded values; all that tie at the cut are proposed and
 * marked (DOMAIN section 4). Empty when the survey has published figures only.
 */
export function usulkan(hasil: readonly HasilUnsur[], instrumen: Instrumen, jumlah: number): UsulanUnsur[] {
  const kelompok = unsurTerendah(hasil, jumlah);
  const terendah = new Set(kelompok.flat());
  const diBatas = new Set(seriDiBatas(kelompok, jumlah) ? kelompok.at(-1) : []);
  const nama = new Map(instrumen.unsur.map((u) => [u.kode, u.nama]));
  return [...hasil]
    .sort((a, b) => a.nilai.compare(b.nilai))
    .map((u) => ({
      unsur: u.unsur,
      nama: nama.get(u.unsur) ?? u.unsur,
      hasil: u,
      tempat: 1 + hasil.filter((lain) => lain.nilai.compare(u.nilai) < 0).length,
      terendah: terendah.has(u.unsur),
      seri: hasil.filter((lain) => lain !== u && lain.nilai.equals(u.nilai)).map((lain) => lain.unsur),
      diBatas: diBatas.has(u.unsur),
      kelasBerikut: kelasBerikut(u, instrumen),
    }));
}

/** The class above its own and how far away it is: 85,85 is 2,46 below A (88,31). Null in the highest class. */
export function kelasBerikut({ nilai, mutu }: Pick<HasilUnsur, 'nilai' | 'mutu'>, instrumen: Instrumen): KelasBerikut | null {
  const [kelas] = instrumen.mutu.filter((k) => k.min > mutu.min).sort((a, b) => a.min - b.min);
  return kelas === undefined ? null : { kelas, jarak: rasional(kelas.min).sub(bulatkan(nilai)) };
}
