import type { GalatMedan, Ketikan } from '../../shared/isian';
import { waktuIndonesia } from '../../shared/tanggal';
import { namaPeriodeJudul } from './bingkai-lapor.view';
import { isianPer, medanSemula, medanVersi, sidikNilai } from './formulir-lapor';
import type { BahanLapor } from './halaman-lapor.query';
import type { IsianKini } from './isian.service';
import { MEDAN_SALIN, NAMA_MEDAN, PANJANG_MEDAN, namaIsian, type MedanLaporan } from './medan-laporan';
import type { Bagian, TempatLapor } from './tempat-lapor';

/** One field of a report with what the last report said, for `progres/lapor-medan`. */
export interface MedanLaporView {
  readonly id: string;
  readonly nama: string;
  readonly bagian: Bagian;
  readonly medan: MedanLaporan;
  readonly label: string;
  readonly petunjuk: string | null;
  readonly nilai: string;
  readonly baris: number | null;
  readonly maks: number;
  readonly galat: string | null;
  readonly versi: { readonly nama: string; readonly nilai: string };
  readonly semula: { readonly nama: string; readonly nilai: string };
  /** who wrote it, and when; null while nobody did */
  readonly oleh: string | null;
  readonly lalu: { readonly judul: string; readonly teks: string; readonly salin: string | null } | null;
  readonly uraian: string | null;
}

const PETUNJUK: Readonly<Partial<Record<MedanLaporan, string>>> = {
  status: 'Keadaan kegiatan sampai akhir periode, menurut unit Anda.',
  deskripsi: 'Apa yang dikerjakan, kapan, oleh siapa, dan keluarannya.',
  hambatan: 'Wajib untuk Sebagian dan Belum; untuk yang lain boleh kosong.',
  tindakLanjutBerikut: 'Sebutkan pelaksana dan sasaran waktunya.',
  alasan: 'Alasan yang sah menurut aturan; pimpinan yang memutuskannya.',
  mulai: 'Misalnya 8 Mei 2024, atau Mei 2024. Boleh kosong.',
  selesai: 'Boleh kosong.',
  kegiatanPengganti: 'Isi hanya bila yang dilaksanakan berbeda dari yang direncanakan.',
  penugasan: 'Laporan ini diajukan atas namanya; nama Anda tetap tercatat.',
  atasNama: 'Belum ada pejabat yang tercatat memimpin unit ini. Laporan diajukan atas namanya; nama Anda tetap tercatat.',
  uraian: 'Apa yang dikerjakan unit ini untuk kegiatan ini.',
};

const BARIS: Readonly<Partial<Record<MedanLaporan, number>>> = {
  ...{ deskripsi: 5, hambatan: 3, tindakLanjutBerikut: 3, kegiatanPengganti: 2, alasanPengganti: 2, uraian: 4 },
};

export class MedanLapor {
  private readonly isian: ReturnType<typeof isianPer>;

  constructor(
    private readonly tempat: TempatLapor,
    private readonly bahan: BahanLapor,
    private readonly ulang: { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] },
  ) {
    this.isian = isianPer(bahan.isian);
  }

  kini(bagian: Bagian, medan: MedanLaporan): IsianKini | undefined {
    return this.isian({ bagian, medan });
  }

  /** What was typed, where it could not be saved; else what stands on the server. */
  nilai(bagian: Bagian, medan: MedanLaporan): string {
    const nama = namaIsian({ bagian, medan });
    const gagal = this.ulang.galat.some((g) => g.medan === nama);
    const tersimpan = this.kini(bagian, medan)?.nilai ?? '';
    return gagal ? (this.ulang.ketikan[nama] ?? tersimpan) : tersimpan;
  }

  /** @param unit named in the label, where several parts have the same field */
  medan(bagian: Bagian, medan: MedanLaporan, unit?: string): MedanLaporView {
    const letak = { bagian, medan };
    const nama = namaIsian(letak);
    const kini = this.isian(letak);
    const galat = this.ulang.galat.find((g) => g.medan === nama)?.pesan ?? null;
    const petunjuk = PETUNJUK[medan] ?? null;
    return {
      ...{ id: nama, nama, bagian, medan, petunjuk, galat },
      label: unit === undefined ? NAMA_MEDAN[medan] : `${NAMA_MEDAN[medan]} ${unit}`,
      nilai: this.nilai(bagian, medan),
      baris: BARIS[medan] ?? null,
      maks: PANJANG_MEDAN[medan],
      versi: { nama: medanVersi(letak), nilai: String(kini?.versi ?? 0) },
      semula: { nama: medanSemula(letak), nilai: sidikNilai(kini?.nilai ?? '') },
      oleh: kini ? `${kini.olehNama}, ${waktuIndonesia(this.tempat.instansi.zonaWaktu, kini.pada)}` : null,
      lalu: this.lalu(bagian, medan),
      uraian: [petunjuk && `${nama}-petunjuk`, galat && `${nama}-galat`].filter(Boolean).join(' ') || null,
    };
  }

  private lalu(bagian: Bagian, medan: MedanLaporan): MedanLaporView['lalu'] {
    const { lalu } = this.bahan;
    if (!lalu) return null;
    const judul = namaPeriodeJudul(lalu.periode);
    const salin = MEDAN_SALIN.find((m) => m === medan);
    if (salin) return lalu[salin] === '' ? null : { judul, teks: lalu[salin], salin };
    const unit = this.tempat.pendukung.find((u) => u.id === bagian);
    const teks = unit && medan === 'uraian' ? lalu.kontribusi.get(unit.kode) : undefined;
    if (teks) return { judul, teks, salin: null };
    return medan === 'kegiatanPengganti' && lalu.kegiatanPengganti ? { judul, teks: lalu.kegiatanPengganti, salin: null } : null;
  }
}
