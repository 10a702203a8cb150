import type { Tempat } from '../../organisasi/tempat';
import { teksBilangan } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { Halaman } from '../../shared/tampilan/tampilan';
import { penomoran, potong } from '../../shared/tampilan/penomoran';
import { teksKueri } from '../../shared/tampilan/tautan';
import { waktuIndonesia } from '../../shared/tanggal';
import { bingkaiRtl, formulirRtl, jalurRencana, remahRencana } from '../halaman/halaman-rtl.view';
import type { RencanaTersusun } from '../susun/susunan';
import { jumlahKeadaan, type BarisUji, type KeadaanBaris } from './hasil-uji';
import type { UjiBukuEntity } from './uji-buku.entity';

const BARIS_PER_HALAMAN = 100;

const KEADAAN: Readonly<Record<KeadaanBaris, { kata: string; nada: string; ikon: string }>> = {
  ditolak: { kata: 'Ditolak', nada: 'ina-negatif', ikon: 'alert-circle' },
  baru: { kata: 'Baru', nada: 'ina-positif', ikon: 'arrow-right' },
  berubah: { kata: 'Berubah', nada: 'ina-info', ikon: 'pencil' },
  dibatalkan: { kata: 'Dibatalkan', nada: 'ina-waspada', ikon: 'x' },
  tetap: { kata: 'Tetap', nada: '', ikon: 'equal' },
};
const URUTAN = Object.keys(KEADAAN) as KeadaanBaris[];

type Ringkasan = Pick<UjiBukuEntity, 'id' | 'sumber' | 'keadaan' | 'olehNama' | 'pada'>;

/** Download, upload, and what was sent lately. @param galat what is wrong with the file that was sent */
export function bukuKerjaView(
  tempat: Tempat,
  rencana: RencanaTersusun,
  terakhir: readonly Ringkasan[],
  galat: string | null,
): Halaman {
  const alamat = (...akhir: string[]) => jalurRencana(tempat, rencana.kode, ...akhir);
  const draf = rencana.status === 'draf';
  return new Halaman(
    'rtl/buku-kerja',
    {
      kerangka: bingkaiRtl(tempat, 'Buku kerja', remahRencana(tempat, rencana.kode)),
      judul: 'Buku kerja',
      anak: rencana.judul,
      unduh: alamat('buku-kerja.xlsx'),
      aksi: alamat('buku-kerja'),
      tempel: alamat('tempel'),
      draf,
      kunci:
        rencana.status === 'diajukan'
          ? 'Rencana ini sedang diajukan, jadi terkunci; buku kerjanya hanya untuk dibaca.'
          : 'Rencana ini sudah ditetapkan, jadi terkunci; perubahannya diusulkan sebagai adendum. Buku kerjanya hanya untuk dibaca.',
      galat,
      ringkasan: galat === null ? null : { judul: 'Buku kerja belum diperiksa', butir: [{ tautan: '#berkas', pesan: galat }] },
      terakhir: terakhir.map((u) => ({
        teks: u.sumber === 'buku-kerja' ? 'Buku kerja' : 'Tempelan',
        tautan: alamat('uji', u.id),
        rincian: `oleh ${u.olehNama}, ${waktuIndonesia(tempat.instansi.zonaWaktu, u.pada)}`,
        keadaan: u.keadaan === 'diterapkan' ? 'sudah diterapkan' : 'belum diterapkan',
      })),
    },
    galat === null ? 200 : 422,
  );
}

export function tempelView(
  tempat: Tempat,
  rencana: RencanaTersusun,
  { ketikan, galat }: { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] },
): Halaman {
  return formulirRtl(tempat, {
    judul: 'Tempel dari Excel',
    anak: 'Salin tabel rencana dari Excel, LibreOffice, Google Sheets, atau Word beserta baris judulnya, lalu tempelkan di bawah. Hasil pemeriksaannya ditunjukkan dahulu.',
    remah: remahRencana(tempat, rencana.kode),
    medan: [
      {
        nama: 'tabel',
        label: 'Tabel',
        jenis: 'area',
        baris: 14,
        petunjuk:
          'Kolom yang dikenal: No, Kode, Prioritas Unsur, Program/Kegiatan, TW I–IV atau bulan dengan √, v, atau x, Penanggung Jawab, Unsur, Keluaran, Indikator, Alasan; juga Unit Kerja, Waktu Survei, Rencana Aksi, Waktu Tindak Lanjut, dan Program, Kegiatan, Detail, Bulan ke-.',
      },
      {
        nama: 'tahun',
        label: 'Tahun',
        bolehKosong: true,
        pendek: true,
        maks: 4,
        petunjuk: 'Untuk kolom dan sel yang tidak menyebut tahun.',
      },
    ],
    ketikan,
    galat,
    gagal: 'Tabel belum diperiksa',
    aksi: jalurRencana(tempat, rencana.kode, 'tempel'),
    tombol: 'Periksa tabel',
    batal: jalurRencana(tempat, rencana.kode, 'buku-kerja'),
  });
}

/** What applying it would do, row by row. @param galat why it was not applied just now */
export function ujiView(
  tempat: Tempat,
  rencana: RencanaTersusun,
  uji: UjiBukuEntity,
  kueri: Readonly<Record<string, unknown>>,
  galat: string | null,
): Halaman {
  const { hasil } = uji;
  const alamat = jalurRencana(tempat, rencana.kode, 'uji', uji.id);
  const diterapkan = uji.keadaan === 'diterapkan';
  const usang = !diterapkan && (uji.sidik !== rencana.sidik || rencana.status !== 'draf');
  const pilihan = URUTAN.find((k) => k === teksKueri(kueri['keadaan'])) ?? null;
  const cocok = URUTAN.filter((k) => (pilihan === null ? k !== 'tetap' : k === pilihan)).flatMap((k) =>
    hasil.baris.filter((b) => b.keadaan === k),
  );
  const potongan = potong(cocok.length, BARIS_PER_HALAMAN, teksKueri(kueri['h']));
  const ditolak = jumlahKeadaan(hasil, 'ditolak');
  return new Halaman(
    'rtl/uji-buku',
    {
      kerangka: bingkaiRtl(tempat, 'Hasil pemeriksaan', remahRencana(tempat, rencana.kode)),
      judul: 'Hasil pemeriksaan',
      anak: `${uji.sumber === 'buku-kerja' ? 'Buku kerja' : 'Tabel tempelan'} untuk ${rencana.judul}, diperiksa ${uji.olehNama} pada ${waktuIndonesia(tempat.instansi.zonaWaktu, uji.pada)}.`,
      galat,
      diterapkan,
      usang: usang ? 'Rencana ini sudah berubah sejak diperiksa, jadi hasil ini tidak dapat diterapkan. Periksa lagi terhadap rencana yang sekarang.' : null, // prettier-ignore
      jumlah: URUTAN.map((k) => ({
        ...KEADAAN[k],
        jumlah: teksBilangan(jumlahKeadaan(hasil, k)),
        tautan: `${alamat}?keadaan=${k}#baris`,
        kini: pilihan === k,
      })),
      prioritasBaru: hasil.prioritasBaru.map((p) => ({
        judul: p.judul,
        rincian: [p.unsur.length > 0 ? `unsur ${p.unsur.join(', ')}` : 'bukan unsur', p.program, p.alasan]
          .filter(Boolean)
          .join(' · '),
      })),
      catatan: hasil.catatan,
      judulBaris: pilihan === null ? 'Baris yang berubah atau ditolak' : `Baris ${KEADAAN[pilihan].kata.toLowerCase()}`,
      semua: pilihan === null ? null : alamat,
      baris: cocok.slice(potongan.lewati, potongan.lewati + potongan.ambil).map(barisView),
      penomoran: penomoran(potongan, 'baris', alamat, { keadaan: pilihan }, 'baris'),
      terapkan: diterapkan || usang || uji.perubahan.length === 0 ? null : `${alamat}/terapkan`,
      tombol: tombol(uji),
      ditolak:
        ditolak === 0 ? null : `${teksBilangan(ditolak)} baris ditolak dan tidak ikut diterapkan; perbaiki, lalu kirim lagi.`,
      ulangi: diterapkan ? null : `${alamat}/ulangi`,
      bukuGalat: uji.sumber === 'buku-kerja' && ditolak > 0 ? `${alamat}/galat.xlsx` : null,
      lagi: jalurRencana(tempat, rencana.kode, uji.sumber === 'buku-kerja' ? 'buku-kerja' : 'tempel'),
      lagiTeks: uji.sumber === 'buku-kerja' ? 'Unggah buku kerja lain' : 'Tempel tabel lain',
      rencana: jalurRencana(tempat, rencana.kode),
      kosong: uji.perubahan.length === 0 && ditolak === 0,
    },
    galat === null ? 200 : 409,
  );
}

function tombol({ hasil }: UjiBukuEntity): string {
  const bagian = (['baru', 'berubah', 'dibatalkan'] as const).flatMap((k) => {
    const n = jumlahKeadaan(hasil, k);
    return n === 0 ? [] : [`${teksBilangan(n)} ${k}`];
  });
  return bagian.length === 0 ? 'Terapkan prioritas baru' : `Terapkan: ${bagian.join(', ')}`;
}

function barisView(b: BarisUji): object {
  return {
    nomor: String(b.nomor),
    ...KEADAAN[b.keadaan],
    kode: b.kode ?? (b.keadaan === 'baru' ? 'kode diberikan nanti' : ''),
    uraian: b.uraian,
    masalah: b.masalah.map(({ alamat, pesan }) => ({ alamat, pesan })),
    perubahan: b.perubahan,
    catatan: b.catatan,
  };
}
