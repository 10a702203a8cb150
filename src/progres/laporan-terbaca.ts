import { ALASAN_TIDAK_DAPAT } from './gerbang.rules';
import type { IsiPengajuan } from './lapor/pengajuan.rules';
import type { Bukti, Realisasi, StatusPelaksanaan, StatusVerifikasi } from './progres.rules';

/**
 * The one way to read reports, for a FROM: what was imported, and the latest submission of every slot. For the same kegiatan and period
 * what was collected here wins, so that an import never takes the place of it; a draft is no report. In order of `terkumpul`, `urutan`.
 * @param syarat which kegiatan `k`, within both parts: nothing else is read
 */
export const laporanTerbaca = (syarat: string): string => `(
  SELECT x.id, k.rencana_id, k.kode AS kegiatan, x.urutan, x.periode, x.status, x.kegiatan_pengganti, x.mulai, x.selesai,
    false AS terkumpul, NULL::text AS verifikasi, NULL::jsonb AS isi
  FROM realisasi x JOIN kegiatan k ON k.id = x.kegiatan_id
  WHERE ${syarat}
    AND NOT EXISTS (SELECT FROM laporan_slot l WHERE l.kegiatan_id = x.kegiatan_id AND l.periode = x.periode AND l.putaran > 0)
  UNION ALL
  SELECT p.id, k.rencana_id, k.kode, k.urutan, l.periode, p.status, p.isi->>'kegiatanPengganti', p.isi->>'mulai', p.isi->>'selesai',
    true, l.keadaan, p.isi
  FROM laporan_slot l JOIN pengajuan_laporan p ON p.laporan_id = l.id AND p.putaran = l.putaran JOIN kegiatan k ON k.id = l.kegiatan_id
  WHERE ${syarat}
)`;

/** The submission of a slot that counts now, with where it belongs. */
export interface PengajuanTerbaca {
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode: string;
  readonly status: StatusPelaksanaan;
  readonly verifikasi: StatusVerifikasi;
  readonly isi: IsiPengajuan;
}

/** A submission as everything that reads reports knows them. */
export function realisasiPengajuan({ isi, ...milik }: PengajuanTerbaca): Realisasi {
  const { deskripsi, hambatan, tindakLanjutBerikut, alasan, kegiatanPengganti, alasanPengganti, mulai, selesai } = isi;
  return {
    ...milik,
    deskripsi,
    ...(hambatan !== undefined && { hambatan }),
    ...(tindakLanjutBerikut !== undefined && { tindakLanjutBerikut }),
    ...(kegiatanPengganti !== undefined && { kegiatanPengganti }),
    ...(alasanPengganti !== undefined && { alasanPengganti }),
    ...(alasan !== undefined && { alasanTidakDapat: ALASAN_TIDAK_DAPAT[alasan] }),
    ...(mulai !== undefined && { mulai }),
    ...(selesai !== undefined && { selesai }),
    bukti: isi.bukti.map(bukti),
    ...(isi.kontribusi.length > 0 && { kontribusi: isi.kontribusi.map(({ nama, uraian }) => ({ nama, uraian })) }),
  };
}

function bukti({ id, jenis, url, berkas, nama, keterangan, tanggal, sha256 }: IsiPengajuan['bukti'][number]): Bukti {
  return {
    ...{ id, jenis },
    ...(url === undefined ? { berkas: berkas ?? nama } : { url }),
    ...(keterangan !== undefined && { keterangan }),
    ...(tanggal !== undefined && { tanggal }),
    ...(sha256 !== undefined && { sha256 }),
  };
}
