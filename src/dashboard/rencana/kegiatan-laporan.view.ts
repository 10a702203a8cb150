import type { Bukti, Realisasi } from '../../progres/progres.rules';
import { namaPeriodeLengkap, periode } from '../../shared/periode';
import { jalur, jangkar, tautanLuar } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { tandaTambahan } from '../matriks.view';
import { tandaPelaksanaan } from '../tanda.view';
import { JENIS_BUKTI } from './kegiatan-rencana.view';

/** One report of a kegiatan, with its evidence. @param instansi kode, of whose store the evidence is */
export function laporanView(r: Realisasi, instansi: string): object {
  const bukti = r.bukti ?? [];
  return {
    id: jangkar('laporan', r.periode ?? 'tanpa-periode'),
    judul: judulLaporan(r),
    masa: r.periode === undefined ? null : masa(r),
    status: tandaPelaksanaan(r.status),
    tanda: tandaTambahan(r),
    deskripsi: r.deskripsi.trim() || null,
    pengganti: r.kegiatanPengganti ?? null,
    alasan: r.alasanPengganti ?? r.alasanTidakDapat ?? null,
    kontribusi: r.kontribusi ?? [],
    hambatan: r.hambatan?.trim() ? r.hambatan : null,
    berikut: r.tindakLanjutBerikut?.trim() ? r.tindakLanjutBerikut : null,
    bukti: bukti.map((b) => buktiView(b, instansi)),
  };
}

function masa({ mulai, selesai }: Realisasi): string | null {
  if (mulai !== undefined && selesai !== undefined)
    return `dilaksanakan ${tanggalIndonesia(mulai)} – ${tanggalIndonesia(selesai)}`;
  if (mulai !== undefined) return `dimulai ${tanggalIndonesia(mulai)}`;
  return selesai === undefined ? null : `selesai ${tanggalIndonesia(selesai)}`;
}

function buktiView(b: Bukti, instansi: string): object {
  const { ikon, kata } = JENIS_BUKTI[b.jenis];
  const tersimpan = b.sha256 !== undefined && b.id !== undefined ? jalur('instansi', instansi, 'bukti', b.id) : null;
  const luar = tautanLuar(b.url);
  const nama = b.keterangan ?? b.berkas ?? b.url ?? kata;
  const tanggal = b.tanggal === undefined ? 'tanggal kegiatan tidak dicatat' : `tanggal kegiatan ${tanggalIndonesia(b.tanggal)}`;
  const berkas = b.keterangan === undefined ? null : (b.berkas ?? null);
  return {
    ikon,
    nama,
    ...{ href: luar ?? tersimpan, luar: luar !== null },
    kecil: b.jenis === 'foto' && tersimpan !== null ? `${tersimpan}/kecil` : null,
    keterangan: [kata, berkas, tanggal, b.url !== undefined && nama !== b.url ? b.url : null].filter(Boolean).join(' · '),
  };
}

export function judulLaporan(r: Realisasi): string {
  return r.periode === undefined ? `Laporan ${masa(r) ?? 'tanpa periode'}` : `Laporan ${namaPeriodeLengkap(periode(r.periode))}`;
}

/** All evidence of a kegiatan, by the report that it came with; reports without any are left out. */
export function buktiKegiatan(laporan: readonly Realisasi[], instansi: string): object[] {
  return laporan.flatMap((r) =>
    r.bukti?.length
      ? [
          {
            judul: judulLaporan(r),
            status: tandaPelaksanaan(r.status),
            tanda: tandaTambahan(r),
            daftar: r.bukti.map((b) => buktiView(b, instansi)),
          },
        ]
      : [],
  );
}
