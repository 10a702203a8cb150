import type { Tempat } from '../../organisasi/tempat';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { bingkaiRtl, remahRencana } from '../halaman/halaman-rtl.view';
import { kolomJadwal } from '../kegiatan/kegiatan-formulir.view';
import { namaPeriode } from '../../shared/periode';
import { bacaKetikanKegiatan, tahunFormulir } from '../kegiatan/ketikan-kegiatan';
import { sudahMulai } from './geser.rules';
import type { KegiatanTersusun, RencanaTersusun } from '../susun/susunan';

/** Only the schedule: which periods, and why. */
export function geserFormulir(
  tempat: Tempat,
  rencana: RencanaTersusun,
  k: KegiatanTersusun,
  jadwalKini: string,
  umum: {
    readonly aksi: string;
    readonly batal: string;
    readonly tersembunyi: readonly { readonly nama: string; readonly nilai: string }[];
    readonly galat: readonly GalatMedan[];
    readonly ketikan: Ketikan;
    readonly gagal: string;
    readonly tombol: string;
  },
): Halaman {
  const { ketikan, galat } = umum;
  const judul = `Usulkan pergeseran ${k.kode}`;
  const tahunIni = Number(tempat.hariIni.slice(0, 4));
  const tahun = tahunFormulir(ketikan, tahunIni);
  return new Halaman(
    'rtl/geser-formulir',
    {
      ...umum,
      kerangka: bingkaiRtl(tempat, judul, remahRencana(tempat, rencana.kode)),
      judul,
      anak: k.isi.uraian,
      jadwalKini,
      mulai: sudahMulai(k.isi.jadwal, rencana.satuanJadwal, tempat.hariIni).map(namaPeriode).join(', ') || null,
      ringkasan: ringkasanGalat(umum.gagal, galat),
      tersembunyi: [...umum.tersembunyi, { nama: 'tahun', nilai: `${tahun[0] ?? tahunIni},${tahun.at(-1) ?? tahunIni}` }],
      jadwal: kolomJadwal(tahun, rencana.satuanJadwal, bacaKetikanKegiatan(ketikan)),
      galatJadwal: galat.find((g) => g.medan === 'jadwal')?.pesan ?? null,
      alasan: medan([{ nama: 'alasan', label: 'Alasan pergeseran', petunjuk: 'Dibaca pimpinan, dan tercantum pada adendumnya.', jenis: 'area', maks: 1000 }], ketikan, galat)[0], // prettier-ignore
    },
    galat.length > 0 ? 422 : 200,
  );
}
