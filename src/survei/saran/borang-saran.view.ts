import type { UnitEntity } from '../../organisasi/unit.entity';
import { aktif, ratakan } from '../../organisasi/unit/unit.rules';
import type { Ketikan } from '../../shared/isian';
import { medan, type Pilihan, type UraianMedan } from '../../shared/tampilan/medan';
import { namaUnsur, type Borang } from './bingkai-saran.view';
import { pilihanUnsur } from './daftar-saran.view';
import { samarkanIdentitas, temukanIdentitas } from './identitas.rules';
import { usulkanUnsur } from './saran-unsur.rules';
import type { TindakanSaran } from './saran.rules';
import type { BahanSatuSaran } from './satu-saran.view';
import { jalurSaran, type TempatSaran } from './tempat-saran';

/** What a form asks, and what it starts with. */
export interface IsiBorang {
  readonly tombol: string;
  readonly utama?: boolean;
  readonly medan: readonly UraianMedan[];
  readonly isian?: Ketikan;
}

export function borangTindakan(
  tempat: TempatSaran,
  { saran, gagal }: BahanSatuSaran,
  tindakan: TindakanSaran,
  isi: IsiBorang,
): Borang {
  const kini = gagal?.tindakan === tindakan ? gagal : null;
  return {
    aksi: jalurSaran(tempat, String(saran.nomor), tindakan),
    medan: medan(isi.medan, kini?.ketikan ?? isi.isian ?? {}, kini?.galat ?? [], `${tindakan}-`),
    tombol: isi.tombol,
    utama: isi.utama ?? false,
    terbuka: kini !== null,
  };
}

/** @param lagi there is an answer already: it stays, this one is added */
export function borangTanggapi(lagi: boolean): IsiBorang {
  return {
    tombol: lagi ? 'Tambah tanggapan' : 'Kirim tanggapan',
    utama: !lagi,
    medan: [
      {
        nama: 'tanggapan',
        label: lagi ? 'Tanggapan tambahan' : 'Tanggapan',
        petunjuk: lagi
          ? 'Tanggapan sebelumnya tetap tersimpan; sarannya lalu menunggu ditinjau lagi sebelum terbit.'
          : 'Apa yang sudah, sedang, atau tidak dapat dilakukan, dan mengapa. Dapat terbit bersama sarannya.',
        jenis: 'area',
        baris: lagi ? 3 : 5,
        maks: 4000,
      },
    ],
  };
}

export function borangTetapkan(tempat: TempatSaran, { saran, unit }: BahanSatuSaran): IsiBorang {
  const usul = usulkanUnsur(saran.asli, tempat);
  const baru = saran.status === 'baru';
  return {
    tombol: baru ? 'Tetapkan' : 'Ubah penetapan',
    utama: baru,
    medan: [
      {
        nama: 'unsur',
        label: 'Unsur',
        jenis: 'pilihan',
        pilihan: pilihanUnsur(tempat, 'Pilih unsur'),
        ...(usul
          ? { petunjuk: `Usulan ${namaUnsur(tempat, usul.unsur)}, karena memuat ${usul.kata.map((k) => `“${k}”`).join(', ')}.` }
          : {}),
      },
      { nama: 'unit', label: 'Unit yang menanggapi', jenis: 'pilihan', pilihan: pilihanPenanggap(unit) },
    ],
    isian: {
      unsur: baru ? (saran.usulUnsur ?? '') : (saran.unsur ?? '-'),
      unit: baru ? (unitLayanan(saran.layanan, unit)?.kode ?? '') : (saran.unit?.kode ?? '-'),
    },
  };
}

/** The unit that is called like the service. */
export function unitLayanan(layanan: string | null, unit: readonly UnitEntity[]): UnitEntity | undefined {
  const cari = layanan?.trim().toLowerCase();
  return cari ? unit.find((u) => aktif(u) && [u.nama, u.singkatan, u.kode].some((n) => n?.toLowerCase() === cari)) : undefined;
}

export function pilihanPenanggap(unit: readonly UnitEntity[]): Pilihan[] {
  return [
    { nilai: '', teks: 'Pilih unit' },
    ...ratakan(unit.filter(aktif)).map(({ unit: u, tingkat }) => ({ nilai: u.kode, teks: `${'  '.repeat(tingkat)}${u.nama}` })),
    { nilai: '-', teks: 'Koordinator sendiri' },
  ];
}

export function borangTerbit({ saran, gagal }: BahanSatuSaran): IsiBorang {
  const ketikan = gagal?.tindakan === 'terbitkan' ? gagal.ketikan : null;
  const teks = ketikan?.['teks'] ?? saran.teksTerbit ?? samarkanIdentitas(saran.asli);
  const yakin: UraianMedan = {
    nama: 'yakin',
    label: 'Yang ditunjuk di atas',
    jenis: 'radio',
    pilihan: [
      { nilai: '', teks: 'Saya samarkan pada teksnya' },
      { nilai: 'ya', teks: 'Bukan identitas, biarkan' },
    ],
  };
  return {
    tombol: 'Nyatakan layak terbit',
    utama: true,
    medan: [
      {
        nama: 'teks',
        label: 'Teks yang diterbitkan',
        petunjuk: 'Nomor telepon, surel, NIK, dan nama sudah disamarkan; periksa kembali. Teks aslinya tetap disimpan.',
        jenis: 'area',
        baris: 4,
        maks: 10_000,
      },
      ...(temukanIdentitas(teks).length > 0 ? [yakin] : []),
    ],
    isian: { teks, yakin: '' },
  };
}

/** The one field of the acts that need no more than a reason. */
export const alasan = (label: string, petunjuk?: string): UraianMedan => ({
  nama: 'alasan',
  label,
  jenis: 'area',
  baris: 2,
  maks: 1000,
  ...(petunjuk === undefined ? {} : { petunjuk }),
});
