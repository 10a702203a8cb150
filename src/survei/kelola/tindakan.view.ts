import type { Pelaku } from '../../auth/pelaku';
import { adaHasil, type Survei } from '../survei.rules';
import type { TindakanSurvei } from '../status.rules';
import { bolehTindakan } from '../survei.policy';
import { jalur } from '../../shared/tampilan/tautan';

export interface TombolSurvei {
  readonly teks: string;
  readonly tautan: string;
  readonly utama: boolean;
}

/** What this person may do to the survey in the state it is in; the one thing to do next stands out. */
export function tombolSurvei(
  instansi: { readonly id: string; readonly kode: string },
  pelaku: Pelaku,
  survei: Survei,
): TombolSurvei[] {
  const status = survei.status ?? 'ditetapkan';
  const terisi = adaHasil(survei);
  const semua: readonly [TindakanSurvei | null, string, string, boolean][] = [
    ['tetapkan', 'Tetapkan', 'tetapkan', terisi],
    ['ubah', 'Isi hasil', 'hasil', !terisi],
    ['ubah', 'Ubah data', 'ubah', false],
    ['bukaKembali', 'Buka kembali', 'buka-kembali', false],
    ['pulihkan', 'Pulihkan', 'pulihkan', false],
    ['batalkan', 'Batalkan', 'batalkan', false],
    [null, 'Riwayat', 'riwayat', false],
  ];
  return semua
    .filter(([tindakan]) => tindakan === null || bolehTindakan(pelaku, instansi.id, tindakan, status))
    .map(([, teks, akhir, utama]) => ({ teks, tautan: jalur('instansi', instansi.kode, 'survei', survei.kode, akhir), utama }));
}
