import type { Tempat } from '../../organisasi/tempat';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { formulirRtl, jalurRencana, remahRencana } from '../halaman/halaman-rtl.view';
import { kegiatanFormulir } from '../kegiatan/kegiatan-formulir.view';
import { teksMedan } from '../kegiatan/kegiatan-teks';
import type { KegiatanTersusun, RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import { geserFormulir } from './geser-formulir.view';
import type { JenisUsulan } from './usulkan.controller';

export function usulkanView(
  tempat: Tempat,
  rencana: RencanaTersusun,
  acuan: Acuan,
  k: KegiatanTersusun,
  jenis: JenisUsulan,
  ketikan: Ketikan,
  galat: readonly GalatMedan[],
): Halaman {
  const aksi = jalurRencana(tempat, rencana.kode, 'kegiatan', k.kode, 'adendum', jenis);
  const batal = jalurRencana(tempat, rencana.kode, 'kegiatan', k.kode);
  const tersembunyi = [{ nama: 'versi', nilai: String(k.versi) }];
  const umum = { aksi, batal, tersembunyi, galat, ketikan, gagal: 'Adendum belum diusulkan', tombol: 'Usulkan adendum' };
  if (jenis === 'digeser') return geserFormulir(tempat, rencana, k, teksMedan(k.isi, 'jadwal', rencana, acuan), umum);
  if (jenis === 'diganti')
    return kegiatanFormulir({
      ...{ ...umum, tempat, rencana, acuan, denganAlasan: true, tanpaPrioritas: true },
      judul: `Usulkan pengganti ${k.kode}`,
      anak: `Sekarang: ${k.isi.uraian}. Penggantinya mendapat kode baru; laporan atas yang lama tetap tersimpan.`,
    });
  return formulirRtl(tempat, {
    ...umum,
    judul: `Usulkan pembatalan ${k.kode}`,
    anak: k.isi.uraian,
    remah: remahRencana(tempat, rencana.kode),
    medan: [
      {
        nama: 'alasan',
        label: 'Alasan pembatalan',
        petunjuk: 'Dibaca pimpinan, dan tercantum pada adendumnya.',
        jenis: 'area',
        maks: 1000,
      },
    ],
    akibat: {
      judul: 'Bila disetujui pimpinan:',
      butir: [
        'Kegiatan ini tidak dihitung lagi.',
        'Slot yang akan datang tanpa laporan dihapus; yang sudah dilaporkan tetap ada.',
      ],
    },
    bahaya: true,
  });
}
