import { punyaIzinDi } from '../auth/izin';
import type { Pelaku } from '../auth/pelaku';
import type { TempatLapor } from '../progres/lapor/tempat-lapor';
import type { StatusPelaksanaan } from '../progres/progres.rules';
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
  { pelaku, instansi, kegiatan, laporan }: Pick<TempatLapor, 'pelaku' | 'instansi' | 'kegiatan' | 'laporan'>,
  { klaim, pelapor }: { readonly klaim: StatusPelaksanaan | undefined; readonly pelapor: readonly string[] },
): LangkahVerifikasi[] {
  if (!laporan || halanganPutusan(kegiatan) !== null || !bolehMemutus(pelaku, pelapor)) return [];
  return pihakPelaku(pelaku, instansi.id).flatMap((pihak) => langkahTerbuka(laporan.keadaan, pihak, klaim));
}

/** Why nothing is decided on reports of a kegiatan any more, in a sentence; null while it stands in its plan. */
export function halanganPutusan({ kode, keadaan }: Pick<TempatLapor['kegiatan'], 'kode' | 'keadaan'>): string | null {
  return keadaan === 'berlaku'
    ? null
    : `Kegiatan ${kode} sudah ${keadaan} dengan adendum, jadi laporannya tidak diputuskan lagi. Isinya tetap tersimpan.`;
}

/** Saying something in the thread of a report. */
export function bolehMengomentari(pelaku: Pelaku, instansiId: string): boolean {
  return punyaIzinDi(pelaku, 'verifikasi.komentar', instansiId);
}
