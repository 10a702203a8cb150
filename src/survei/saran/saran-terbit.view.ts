import { teksBilangan } from '../../shared/desimal';
import { medan } from '../../shared/tampilan/medan';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { hariIniDi, tanggalIndonesia } from '../../shared/tanggal';
import { bingkaiSaran, namaUnsur } from './bingkai-saran.view';
import { pilihanUnsur } from './daftar-saran.view';
import type { SaranTerbit } from './saran.query';
import { kalimatTanggapan, type HasilTanggapan } from './tanggapan.rules';
import { jalurSaran, type TempatSaran } from './tempat-saran';

export interface BahanTerbit {
  readonly unsur: string;
  readonly potongan: Potongan;
  readonly daftar: readonly SaranTerbit[];
  readonly hasil: HasilTanggapan;
  /** may open the working list */
  readonly bolehDaftar: boolean;
}

/** What everybody in the agency may read: reviewed words, with the answer. */
export function saranTerbitView(tempat: TempatSaran, bahan: BahanTerbit): Halaman {
  const alamat = jalurSaran(tempat, 'terbit');
  const { zonaWaktu } = tempat.instansi;
  return new Halaman('saran/terbit', {
    kerangka: bingkaiSaran(tempat, 'Saran yang terbit', [{ teks: 'Terbit' }]),
    anak: tempat.survei.judul,
    kalimat: kalimatTanggapan(bahan.hasil),
    alamat,
    daftarKerja: bahan.bolehDaftar ? jalurSaran(tempat) : null,
    medan: medan([{ nama: 'unsur', label: 'Unsur', jenis: 'pilihan', pilihan: pilihanUnsur(tempat, 'Semua unsur') }], {
      unsur: bahan.unsur,
    }),
    baris: bahan.daftar.map((s) => ({
      teks: s.teks,
      rincian: [namaUnsur(tempat, s.unsur), s.layanan, s.jumlah > 1 ? `disampaikan ${teksBilangan(s.jumlah)} kali` : null]
        .filter(Boolean)
        .join(' · '),
      tanggapan: s.tanggapan,
      oleh: [s.unit ?? 'Koordinator', s.pada && tanggalIndonesia(hariIniDi(zonaWaktu, s.pada))].filter(Boolean).join(' · '),
    })),
    kosong:
      bahan.unsur === ''
        ? {
            ikon: 'checklist',
            judul: 'Belum ada saran yang terbit',
            teks: 'Saran terbit sesudah ditanggapi dan ditinjau koordinator, agar tidak memuat identitas siapa pun.',
            tautan: jalur('instansi', tempat.instansi.kode, 'survei', tempat.survei.kode),
            ajakan: 'Buka surveinya',
          }
        : {
            ikon: 'filter-off',
            judul: 'Tidak ada saran terbit untuk unsur ini',
            teks: 'Pilih unsur lain, atau lihat semuanya.',
            tautan: alamat,
            ajakan: 'Hapus saringan',
          },
    penomoran: penomoran(bahan.potongan, 'saran', alamat, { unsur: bahan.unsur }),
  });
}
