import { punyaIzinDi } from '../auth/izin';
import type { Pelaku } from '../auth/pelaku';
import type { StatusPelaksanaan, StatusVerifikasi } from '../progres/progres.rules';
import { langkahTerbuka, type LangkahVerifikasi, type PihakVerifikasi } from './alur-verifikasi.rules';

/** What a person is to a report besides reporting it: who examines, and who decides that something cannot be done. */
export function pihakPelaku(pelaku: Pelaku, instansiId: string): PihakVerifikasi[] {
  return [
    ...(punyaIzinDi(pelaku, 'verifikasi.putuskan', instansiId) ? (['pemeriksa'] as const) : []),
    ...(punyaIzinDi(pelaku, 'tidakDapat.putuskan', instansiId) ? (['pimpinan'] as const) : []),
  ];
}

/** Deciding is never for one who entered or submitted any of it, nor for the officer in whose name it came. */
export function bolehMemutus(pelaku: Pick<Pelaku, 'penggunaId'>, pelapor: readonly string[]): boolean {
  return !pelapor.includes(pelaku.penggunaId);
}

/** What this person may decide on a report now: the same table hides the button and refuses the request. */
export function putusanTerbuka(
  pelaku: Pelaku,
  instansiId: string,
  laporan: {
    readonly keadaan: StatusVerifikasi;
    readonly klaim: StatusPelaksanaan | undefined;
    readonly pelapor: readonly string[];
  },
): LangkahVerifikasi[] {
  if (!bolehMemutus(pelaku, laporan.pelapor)) return [];
  return pihakPelaku(pelaku, instansiId).flatMap((pihak) => langkahTerbuka(laporan.keadaan, pihak, laporan.klaim));
}

/** Saying something in the thread of a report. */
export function bolehMengomentari(pelaku: Pelaku, instansiId: string): boolean {
  return punyaIzinDi(pelaku, 'verifikasi.komentar', instansiId);
}
