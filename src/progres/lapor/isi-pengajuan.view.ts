import { jalurInstansi } from '../../rtl/halaman/halaman-rtl.view';
import { tautanLuar } from '../../shared/tampilan/tautan';
import { tanggalIndonesia, waktuIndonesia } from '../../shared/tanggal';
import { ukuranBerkas } from '../../shared/ukuran';
import { ALASAN_TIDAK_DAPAT } from '../gerbang.rules';
import { tandaPelaksanaan } from '../tanda-laporan';
import type { BuktiPengajuan } from './pengajuan.rules';
import type { TandaTerima } from './tanda-terima.query';
import { UTAMA, type TempatLapor } from './tempat-lapor';

const JENIS = { foto: 'Foto', dokumen: 'Dokumen', tautan: 'Tautan' } as const;

/** What was submitted, as `progres/isi-pengajuan` shows it. */
export function isiPengajuanView(tempat: TempatLapor, p: TandaTerima): object {
  const { isi } = p;
  const teks = (nama: string, nilai: string | undefined) => (nilai?.trim() ? [{ nama, nilai }] : []);
  return {
    status: tandaPelaksanaan(isi.status),
    oleh: `${p.atasNama}${p.atasNamaJabatan ? `, ${p.atasNamaJabatan}` : ''}`,
    pengirim: p.olehNama,
    waktu: waktuIndonesia(tempat.instansi.zonaWaktu, p.pada),
    sama: p.samaDenganLalu,
    teks: [
      ...teks('Alasan tidak dapat dilaksanakan', isi.alasan && ALASAN_TIDAK_DAPAT[isi.alasan]),
      ...teks('Uraian pelaksanaan', isi.deskripsi),
      ...teks('Waktu kegiatan', masa(isi.mulai, isi.selesai)),
      ...teks('Hambatan', isi.hambatan),
      ...teks('Langkah berikutnya', isi.tindakLanjutBerikut),
      ...teks('Kegiatan pengganti', isi.kegiatanPengganti),
      ...teks('Alasan penggantian', isi.alasanPengganti),
    ],
    kontribusi: isi.kontribusi.map(({ nama, uraian, oleh }) => ({ nama, uraian, oleh })),
    bukti: isi.bukti.map((b) => buktiPengajuanView(tempat, b)),
  };
}

export function buktiPengajuanView(tempat: TempatLapor, b: BuktiPengajuan): object {
  const unit = b.bagian === UTAMA ? null : (tempat.pendukung.find((u) => u.id === b.bagian)?.nama ?? null);
  return {
    ikon: { foto: 'photo', dokumen: 'file-text', tautan: 'link' }[b.jenis],
    nama: b.nama,
    tautan: b.jenis === 'tautan' ? tautanLuar(b.url) : jalurInstansi(tempat, 'bukti', b.id),
    sidik: b.sha256 ?? null,
    rincian: [
      JENIS[b.jenis],
      b.surat ? 'surat keputusan' : null,
      b.ukuran === undefined ? null : ukuranBerkas(b.ukuran),
      b.tanggal === undefined ? null : `tanggal kegiatan ${tanggalIndonesia(b.tanggal)}`,
      unit,
      b.keterangan ?? null,
    ].filter(Boolean).join(' · '), // prettier-ignore
  };
}

function masa(mulai: string | undefined, selesai: string | undefined): string | undefined {
  if (mulai !== undefined && selesai !== undefined) return `${tanggalIndonesia(mulai)} – ${tanggalIndonesia(selesai)}`;
  if (mulai !== undefined) return `mulai ${tanggalIndonesia(mulai)}`;
  return selesai === undefined ? undefined : `selesai ${tanggalIndonesia(selesai)}`;
}
