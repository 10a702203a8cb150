import { semuaKegiatan, type KegiatanDikeluarkan, type Rencana } from '../../rtl/rtl.rules';
import { jalur, kueri, type Kueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import type { Tanda } from '../tanda.view';
import { ADENDUM } from './riwayat.view';
import type { RincianRencana } from './rincian.query';

/** A kegiatan of the same plan that an addendum put in the place of another, as the page of either names the other one. */
export interface Gantian {
  readonly peran: string;
  readonly kode: string;
  readonly uraian: string;
  readonly tautan: string;
}

/** Why the page is there to be read only, and where the kegiatan went. */
export function dikeluarkanView(luar: KegiatanDikeluarkan, alamatRencana: string, bawa: Kueri): object {
  const { kata } = ADENDUM[luar.keadaan];
  return {
    judul: `Kegiatan ini sudah ${kata} lewat adendum ${luar.nomor} pada ${tanggalIndonesia(luar.tanggal)}, jadi tidak dihitung lagi.`,
    alasan: luar.alasan,
    laporan: 'Laporan dan buktinya tetap tersimpan di sini.',
    pengganti: luar.pengganti === undefined ? null : { teks: `Buka penggantinya, ${luar.pengganti}`, tautan: kueri(`${alamatRencana}/kegiatan/${encodeURIComponent(luar.pengganti)}`, bawa) }, // prettier-ignore
    adendum: { teks: 'Baca adendumnya', tautan: kueri(`${alamatRencana}/adendum`, bawa) },
  };
}

export function tandaDikeluarkan({ keadaan }: KegiatanDikeluarkan): Tanda {
  const { nada, ikon, kata } = ADENDUM[keadaan];
  return { nada, ikon, kata: `${kata[0]?.toUpperCase()}${kata.slice(1)}` };
}

/** What it replaced, and what replaced it. */
export function gantianView(
  instansi: string,
  rencana: Rencana,
  kode: string,
  { adendum }: Pick<RincianRencana, 'adendum'>,
  bawa: Kueri,
): Gantian[] {
  const semua = [...semuaKegiatan(rencana), ...(rencana.dikeluarkan ?? []).map((d) => d.kegiatan)];
  const butir = (peran: string, lain: string): Gantian => ({
    peran,
    kode: lain,
    uraian: semua.find((k) => k.kode === lain)?.uraian ?? '',
    tautan: kueri(jalur('instansi', instansi, 'rencana', rencana.kode, 'kegiatan', lain), bawa),
  });
  return adendum.flatMap((a) => [
    ...(a.pengganti === kode ? [butir(`Menggantikan, adendum ${a.nomor}`, a.kegiatan)] : []),
    ...(a.kegiatan === kode && a.pengganti !== null ? [butir(`Diganti oleh, adendum ${a.nomor}`, a.pengganti)] : []),
  ]);
}
