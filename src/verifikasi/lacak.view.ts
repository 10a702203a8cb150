import type { TempatLapor } from '../progres/lapor/tempat-lapor';
import { namaPeriode, periode } from '../shared/periode';
import { hariIniDi, tanggalIndonesia } from '../shared/tanggal';
import type { BerkasLaporan } from './berkas-laporan.query';
import { lacak, type LangkahLacak, type TahapLacak } from './lacak.rules';

const NAMA: Readonly<Record<TahapLacak, string>> = {
  direncanakan: 'Direncanakan',
  dilaporkan: 'Dilaporkan',
  diperiksa: 'Diperiksa',
  dikembalikan: 'Dikembalikan',
  terverifikasi: 'Terverifikasi',
  dikunci: 'Dikunci',
};

/** Of the step at which it is now. */
const KINI: Readonly<Record<TahapLacak, { nada: string; ikon: string }>> = {
  direncanakan: { nada: 'ina-info', ikon: 'calendar-event' },
  dilaporkan: { nada: 'ina-info', ikon: 'pencil' },
  diperiksa: { nada: 'ina-info', ikon: 'search' },
  dikembalikan: { nada: 'ina-waspada', ikon: 'arrow-back-up' },
  terverifikasi: { nada: 'ina-positif', ikon: 'rosette-discount-check' },
  dikunci: { nada: 'ina-positif', ikon: 'lock' },
};

/** Who examines, as the strip says it. */
export const PEMERIKSA = { pemeriksa: 'koordinator atau inspektur', pimpinan: 'pimpinan' } as const;

/**
 * The strip of a slot, for `partials/lacak`.
 * @param ditetapkan when the plan was
 * @param pemeriksa instead of those who examine: the reader themself
 */
export function lacakView(tempat: TempatLapor, berkas: BerkasLaporan, ditetapkan: Date | null, pemeriksa?: string): object {
  const { laporan, jendela, instansi, hariIni } = tempat;
  const hari = (pada: Date | undefined | null) => (pada ? hariIniDi(instansi.zonaWaktu, pada) : null);
  const pengajuan = berkas.pengajuan.at(-1);
  const klaim = pengajuan?.isi.status;
  const langkah = lacak({
    ...{ ditetapkan: hari(ditetapkan), keadaan: laporan?.keadaan ?? null, klaim, sejak: hari(laporan?.sejak), hariIni },
    ...{ diajukan: hari(pengajuan?.pada), diputus: hari(berkas.putusan.at(-1)?.pada) },
    jendela: { keadaan: jendela.keadaan, mulai: jendela.mulai, batas: jendela.batas },
    pelapor: tempat.namaUtama ?? 'koordinator',
    pemeriksa: pemeriksa ?? PEMERIKSA[klaim === 'tidak_dapat' ? 'pimpinan' : 'pemeriksa'],
  });
  return {
    label: `Perjalanan laporan ${namaPeriode(periode(tempat.periode))}`,
    langkah: langkah.map((l) => langkahView(l, laporan?.keadaan === 'bukti_tidak_memadai')),
  };
}

function langkahView(l: LangkahLacak, tidakMemadai: boolean): object {
  const nama = l.tahap === 'dikembalikan' && tidakMemadai ? 'Bukti tidak memadai' : NAMA[l.tahap];
  if (l.letak === 'kini') {
    const { nada, ikon } = KINI[l.tahap];
    return { nama, nada, kini: true, ikon, sr: ', sekarang', keterangan: keteranganKini(l) };
  }
  const lewat = l.letak === 'lewat';
  return {
    ...{
      nama,
      nada: lewat ? 'ina-lewat' : 'ina-esok',
      kini: false,
      ikon: lewat ? 'check' : null,
      sr: lewat ? ', selesai' : ', belum',
    },
    keterangan: l.pada === null ? null : tanggalIndonesia(l.pada),
  };
}

function keteranganKini({ tahap, dipegang, nanti, pada }: LangkahLacak): string | null {
  const bagian = [
    dipegang &&
      `Dipegang ${dipegang.oleh}${dipegang.sejak ? ` sejak ${tanggalIndonesia(dipegang.sejak)}` : ''}${lama(dipegang.hariKerja)}`,
    nanti && (nanti.apa === 'batas' ? `paling lambat ${tanggalIndonesia(nanti.pada)}` : `dibuka ${tanggalIndonesia(nanti.pada)}`),
    !dipegang && pada !== null ? tanggalIndonesia(pada) : null,
    !dipegang && nanti === null && tahap === 'dilaporkan' ? 'pelaporan belum dibuka' : null,
  ].filter((b) => b !== null);
  return bagian.length > 0 ? bagian.join('; ') : null;
}

const lama = (hariKerja: number) => (hariKerja > 0 ? `, ${hariKerja} hari kerja` : '');
