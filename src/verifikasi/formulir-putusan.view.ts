import { jalurLapor, type TempatLapor } from '../progres/lapor/tempat-lapor';
import { bingkaiRtl, formulirRtl, remahRencana } from '../rtl/halaman/halaman-rtl.view';
import { GalatPengguna } from '../shared/galat';
import type { GalatMedan, Ketikan } from '../shared/isian';
import { namaPeriode, namaPeriodeLengkap, periode } from '../shared/periode';
import { medan, ringkasanGalat, type UraianMedan } from '../shared/tampilan/medan';
import { Halaman } from '../shared/tampilan/tampilan';
import { jalur } from '../shared/tampilan/tautan';
import { waktuIndonesia } from '../shared/tanggal';
import type { Tempat } from '../organisasi/tempat';
import type { BarisAntrean } from './antrean.query';
import type { BerkasLaporan } from './berkas-laporan.query';
import { lacakView } from './lacak.view';
import { isiView } from './periksa.view';
import { riwayatLaporan } from './riwayat-laporan.view';
import type { UnitPenerima } from './tidak-dapat.service';
import { halanganPutusan, putusanTerbuka } from './verifikasi.policy';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

function remah(tempat: TempatLapor): { teks: string; tautan: string }[] {
  const { instansi, rencana, kegiatan } = tempat;
  return [
    ...remahRencana(tempat, rencana.kode).map((r) => ({ teks: r.teks, tautan: r.tautan ?? '' })),
    { teks: kegiatan.kode, tautan: jalur('instansi', instansi.kode, 'rencana', rencana.kode, 'kegiatan', kegiatan.kode) },
    { teks: `Laporan ${namaPeriode(periode(tempat.periode))}`, tautan: jalurLapor(tempat) },
  ];
}

/** @throws {GalatPengguna} when there is nothing to take back */
export function cabutView(tempat: TempatLapor, akhir: 'cabut' | 'tidak-dapat/cabut', { ketikan, galat }: Isian): Halaman {
  const { laporan, kegiatan } = tempat;
  if (laporan?.keadaan !== 'terverifikasi')
    throw new GalatPengguna(
      `Laporan ${kegiatan.kode} tidak sedang terverifikasi, jadi tidak ada yang dicabut. Buka halaman laporannya.`,
    );
  return formulirRtl(tempat, {
    judul: `Cabut verifikasi laporan ${kegiatan.kode}`,
    anak: `${kegiatan.uraian}, ${namaPeriodeLengkap(periode(tempat.periode))}`,
    remah: remah(tempat),
    akibat: {
      judul: 'Pencabutan adalah catatan baru; verifikasi yang lama tetap dalam riwayat',
      butir: ['Laporan kembali menunggu putusan.', 'Unit membaca alasannya di halaman laporannya.'],
    },
    medan: [{ nama: 'alasan', label: 'Alasan pencabutan', jenis: 'area' }],
    tersembunyi: [{ nama: 'versi', nilai: String(laporan.versi) }],
    ...{ ketikan, galat, gagal: 'Verifikasi belum dicabut', tombol: 'Cabut verifikasi', bahaya: true },
    ...{ aksi: jalurLapor(tempat, ...akhir.split('/')), batal: jalurLapor(tempat) },
  });
}

/** A comment that could not be taken, on a page of its own: its thread stands on several. */
export function komentarUlangView(tempat: TempatLapor, { ketikan, galat }: Isian): Halaman {
  return formulirRtl(tempat, {
    judul: `Komentar pada laporan ${tempat.kegiatan.kode}`,
    remah: remah(tempat),
    medan: [{ nama: 'isi', label: 'Komentar', jenis: 'area', petunjuk: 'Paling banyak 2.000 huruf' }],
    tersembunyi: [{ nama: 'dari', nilai: ketikan['dari'] ?? '' }],
    ...{ ketikan, galat, gagal: 'Komentar belum dikirim', tombol: 'Kirim komentar' },
    ...{ aksi: jalurLapor(tempat, 'komentar'), batal: jalurLapor(tempat) },
  });
}

export interface BahanTidakDapat {
  readonly tempat: TempatLapor;
  readonly berkas: BerkasLaporan;
  readonly ditetapkan: Date | null;
  readonly penerima: readonly UnitPenerima[];
  readonly periodeNanti: readonly string[];
  readonly isian: Isian;
}

/** The pimpinan's decision, with the letter in view. @throws {GalatPengguna} when nothing of the kind was submitted */
export function tidakDapatView({ tempat, berkas, ditetapkan, penerima, periodeNanti, isian }: BahanTidakDapat): Halaman {
  const { laporan, kegiatan } = tempat;
  const pengajuan = berkas.pengajuan.at(-1);
  if (!laporan || pengajuan?.isi.status !== 'tidak_dapat')
    throw new GalatPengguna(
      `Laporan ${kegiatan.kode} tidak menyatakan kegiatannya tidak dapat dilaksanakan. Buka halaman laporannya.`,
    );
  const boleh = putusanTerbuka(tempat, { klaim: 'tidak_dapat', pelapor: berkas.pelapor });
  const judul = `Tidak dapat dilaksanakan: ${namaPeriodeLengkap(periode(tempat.periode))}`;
  const berubah = isian.galat.find((g) => g.medan === 'versi');
  const galat = isian.galat.filter((g) => g !== berubah);
  return new Halaman(
    'verifikasi/tidak-dapat',
    {
      kerangka: { ...bingkaiRtl(tempat, judul, remah(tempat)), gaya: ['lapor.css'] },
      ...{ judul, kode: kegiatan.kode, uraian: kegiatan.uraian, unit: tempat.namaUtama ?? 'koordinator' },
      lacak: lacakView(tempat, berkas, ditetapkan),
      ringkasan: ringkasanGalat('Putusan belum disimpan', galat),
      berubah: berubah ? `${berubah.pesan}. Yang Anda ketik tetap ada.` : null,
      ...isiView(tempat, pengajuan),
      halangan: boleh.some((b) => b.tindakan === 'setujuiTidakDapat')
        ? null
        : (halanganPutusan(kegiatan) ?? sebab(laporan.keadaan)),
      medan: medan(medanTidakDapat(penerima, periodeNanti), isian.ketikan, galat),
      ...{ versi: laporan.versi, aksi: jalurLapor(tempat, 'tidak-dapat'), batal: jalurLapor(tempat) },
      riwayat: riwayatLaporan(tempat, berkas),
    },
    isian.galat.length > 0 ? 422 : 200,
  );
}

function sebab(keadaan: string): string {
  return keadaan === 'diajukan'
    ? 'Anda ikut mengisi atau mengajukan laporan ini, jadi harus diputuskan pimpinan yang lain.'
    : 'Laporan ini sudah diputuskan; lihat riwayatnya di bawah.';
}

function medanTidakDapat(penerima: readonly UnitPenerima[], periodeNanti: readonly string[]): UraianMedan[] {
  const serah: UraianMedan[] = [
    {
      ...{ nama: 'unit', label: 'Serahkan kepada unit lain', jenis: 'pilihan', bolehKosong: true },
      petunjuk: 'Hanya bila disetujui dan kegiatannya masih akan dijalankan: unit itu melaporkannya mulai periode yang dipilih.',
      pilihan: [{ nilai: '', teks: 'Tidak diserahkan' }, ...penerima.map((u) => ({ nilai: u.id, teks: u.nama }))],
    },
    {
      ...{ nama: 'mulai', label: 'Mulai periode', jenis: 'pilihan', bolehKosong: true },
      pilihan: [
        { nilai: '', teks: 'Pilih periode' },
        ...periodeNanti.map((p) => ({ nilai: p, teks: namaPeriodeLengkap(periode(p)) })),
      ],
    },
  ];
  return [
    {
      ...{ nama: 'tindakan', label: 'Putusan', jenis: 'radio' },
      pilihan: [
        { nilai: 'setujuiTidakDapat', teks: 'Setujui', petunjuk: 'Unit tidak perlu melaksanakannya pada periode ini' },
        { nilai: 'tolakTidakDapat', teks: 'Tolak', petunjuk: 'Laporan kembali kepada unit, dengan alasan Anda' },
      ],
    },
    {
      nama: 'alasan',
      label: 'Alasan',
      jenis: 'area',
      petunjuk: 'Wajib bila ditolak atau diserahkan; disimpan selamanya dalam riwayat.',
    },
    ...(periodeNanti.length > 0 ? serah : []),
  ];
}

export function daftarTidakDapatView(tempat: Tempat, daftar: readonly BarisAntrean[]): Halaman {
  const judul = 'Tidak dapat dilaksanakan';
  return new Halaman('verifikasi/tidak-dapat-daftar', {
    kerangka: { ...bingkaiRtl(tempat, judul, []), gaya: ['lapor.css'] },
    judul,
    anak:
      daftar.length === 0
        ? 'Tidak ada laporan yang menunggu putusan pimpinan.'
        : `${daftar.length} laporan menunggu putusan pimpinan.`,
    butir: daftar.map((b) => ({
      ...{ kode: b.kegiatan, uraian: b.uraian, unit: b.unit ?? 'tanpa unit', periode: namaPeriodeLengkap(periode(b.periode)) },
      sejak: `diajukan ${b.pelapor} · ${waktuIndonesia(tempat.instansi.zonaWaktu, b.sejak)}`,
      tautan: jalur(
        'instansi',
        tempat.instansi.kode,
        'rencana',
        b.rencana,
        'kegiatan',
        b.kegiatan,
        'laporan',
        b.periode,
        'tidak-dapat',
      ),
    })),
  });
}
