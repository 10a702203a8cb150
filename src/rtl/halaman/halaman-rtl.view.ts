import { formulir, halaman, type IsiFormulir, type IsiHalaman, type Remah } from '../../organisasi/halaman.view';
import type { Tempat } from '../../organisasi/tempat';
import { berhasil } from '../../shared/tampilan/kabar';
import type { Kerangka } from '../../shared/tampilan/kerangka';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';

/** What the page after an act says. */
const KABAR = {
  'rencana-dibuat': 'Rencana sudah dibuat sebagai draf. Susun prioritas dan kegiatannya.',
  'rencana-diubah': 'Rencana sudah diubah.',
  'rencana-diajukan': 'Rencana sudah diajukan. Pimpinan menetapkan atau mengembalikannya.',
  'rencana-ditarik': 'Pengajuannya sudah ditarik; rencana menjadi draf lagi.',
  'rencana-dikembalikan': 'Rencana sudah dikembalikan menjadi draf, dengan alasannya.',
  'rencana-ditetapkan': 'Rencana sudah ditetapkan dan terkunci. Perubahannya kini melalui adendum.',
  'kegiatan-dibuat': 'Kegiatan sudah dibuat.',
  'kegiatan-diubah': 'Kegiatan sudah disimpan.',
  'kegiatan-tetap': 'Tidak ada yang berbeda, jadi tidak ada yang disimpan.',
  'kegiatan-disalin': 'Salinan kegiatan ada di akhir prioritasnya.',
  'kegiatan-dibatalkan': 'Kegiatan sudah dibatalkan dari draf. Isinya tetap tercatat pada log audit.',
  'kegiatan-diurutkan': 'Urutan kegiatan sudah diubah.',
  'adendum-diusulkan': 'Adendum sudah diusulkan dan menunggu persetujuan pimpinan.',
  'adendum-disetujui': 'Adendum sudah disetujui dan berlaku.',
  'adendum-ditolak': 'Usulan adendum sudah ditolak; rencananya tetap.',
  'adendum-ditarik': 'Usulan adendum sudah ditarik; rencananya tetap.',
  'kelompok-dibuat': 'Kelompok unit sudah dibuat.',
  'kelompok-diubah': 'Kelompok unit sudah disimpan.',
} as const;

export function lanjutRtl(tautan: string, kabar: keyof typeof KABAR): Alihan {
  return new Alihan(tautan, berhasil(KABAR[kabar]));
}

export const jalurInstansi = ({ instansi }: Pick<Tempat, 'instansi'>, ...akhir: readonly string[]): string =>
  jalur('instansi', instansi.kode, ...akhir);

export const jalurRencana = (tempat: Pick<Tempat, 'instansi'>, kode: string, ...akhir: readonly string[]): string =>
  jalurInstansi(tempat, 'rencana', kode, ...akhir);

/** Title, way back and printed head of a page on a plan. */
export function bingkaiRtl(tempat: Tempat, judul: string, remah: readonly Remah[]): Kerangka {
  const { instansi, hariIni } = tempat;
  const semua = [{ teks: instansi.singkatan, tautan: jalurInstansi(tempat) }, ...remah, { teks: judul }];
  return {
    judul: `${judul} – ${instansi.singkatan} – Tuntas`,
    remah: semua.map((r, i) => ({ teks: r.teks, tautan: i === semua.length - 1 ? null : (r.tautan ?? null) })),
    pita: null,
    kepalaCetak: `${instansi.nama} · dicetak ${tanggalIndonesia(hariIni)}`,
    lanskap: false,
  };
}

export const remahRencana = (tempat: Tempat, kode: string): Remah[] => [{ teks: kode, tautan: jalurRencana(tempat, kode) }];

/** A form of this module: the same as those of the organisation, under the plan. */
export function formulirRtl(tempat: Tempat, isi: Omit<IsiFormulir, 'bagian'>): Halaman {
  const h = formulir(tempat, { ...isi, bagian: 'unit' });
  return new Halaman(h.templat, { ...h.konteks, kerangka: bingkaiRtl(tempat, isi.judul, isi.remah), tab: null }, h.status);
}

export function halamanRtl(tempat: Tempat, isi: Omit<IsiHalaman, 'bagian'>): Halaman {
  const h = halaman(tempat, { ...isi, bagian: 'unit' });
  return new Halaman(h.templat, { ...h.konteks, kerangka: bingkaiRtl(tempat, isi.judul, isi.remah), tab: null });
}
