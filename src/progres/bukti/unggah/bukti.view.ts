import { bingkaiRtl, jalurRencana } from '../../../rtl/halaman/halaman-rtl.view';
import type { GalatMedan, Ketikan } from '../../../shared/isian';
import { namaPeriode, namaPeriodeLengkap, periode } from '../../../shared/periode';
import type { Kerangka } from '../../../shared/tampilan/kerangka';
import { Halaman } from '../../../shared/tampilan/tampilan';
import { bagianPelaku, halanganIsi, unitBagian } from '../../lapor/lapor.policy';
import { jalurLapor, UTAMA, type Bagian, type TempatLapor } from '../../lapor/tempat-lapor';
import { buktiIsianView } from './bukti-isian.view';
import type { BuktiTersimpan } from './bukti-laporan.query';

/** Title and way back of a page below that of a report. */
export function bingkaiBukti(tempat: TempatLapor, judul: string): Kerangka {
  const { rencana, kegiatan } = tempat;
  const remah = [
    { teks: rencana.kode, tautan: jalurRencana(tempat, rencana.kode) },
    { teks: `${kegiatan.kode} ${namaPeriode(periode(tempat.periode))}`, tautan: jalurLapor(tempat) },
  ];
  return { ...bingkaiRtl(tempat, judul, remah), gaya: ['lapor.css'] };
}

export interface IsiHalamanBukti {
  readonly bagian: Bagian;
  readonly semua: readonly BuktiTersimpan[];
  readonly ketikan?: Ketikan;
  readonly galat?: readonly GalatMedan[];
  /** what was kept beside the faults */
  readonly kabar?: string | null;
}

/** The evidence of one part of a report on a page of its own: for browsers without script, and for what was wrong with it. */
export function halamanBukti(tempat: TempatLapor, isi: IsiHalamanBukti): Halaman {
  const { bagian, semua, ketikan = {}, galat = [], kabar = null } = isi;
  const halangan = halanganIsi(tempat);
  const boleh = halangan === null && bagianPelaku(tempat).includes(bagian);
  const nama = bagian === UTAMA ? null : (unitBagian(tempat, bagian)?.[0]?.nama ?? null);
  const judul = `Bukti laporan ${namaPeriode(periode(tempat.periode))}`;
  const konteks = {
    kerangka: { ...bingkaiBukti(tempat, judul), skrip: boleh ? ['unggah.js'] : [], alamat: jalurLapor(tempat, 'bukti') },
    judul,
    anak: `${tempat.kegiatan.kode} ${tempat.kegiatan.uraian} · ${namaPeriodeLengkap(periode(tempat.periode))}${nama === null ? '' : ` · bagian ${nama}`}`,
    kembali: jalurLapor(tempat),
    halangan,
    galat: galat.map((g) => ({ tautan: `#${g.medan}`, pesan: `${g.pesan}.` })),
    judulGalat: `${galat.length === 1 ? 'Satu hal' : `${galat.length} hal`} belum tersimpan`,
    selebihnya: kabar ?? 'Yang lain tetap seperti semula, dan isian laporan Anda tetap tersimpan.',
    bukti: buktiIsianView(tempat, semua, { bagian, boleh, ketikan, galat }),
  };
  return new Halaman('progres/bukti', konteks, galat.length > 0 ? 422 : 200);
}
