import { boleh, type Sel, type Tindakan } from '../../organisasi/halaman.view';
import type { Tempat } from '../../organisasi/tempat';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { tanggalIndonesia, waktuIndonesia } from '../../shared/tanggal';
import type { AdendumEntity } from '../adendum.entity';
import { formulirRtl, halamanRtl, jalurRencana, remahRencana } from '../halaman/halaman-rtl.view';
import { namaJadwal, namaPj } from '../kegiatan/kegiatan-teks';
import type { Kegiatan } from '../rtl.rules';
import { semuaTersusun, type RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import type { UsulanAdendumEntity } from '../usulan-adendum.entity';
import { kegiatanAdendum, NAMA_ADENDUM, type IsiAdendum } from './isi-adendum';
import { halanganUsulan, pengusulnya } from './periksa-usulan';

export const jadwalTeks = (jadwal: readonly string[]): string => jadwal.map(namaJadwal).join(', ') || 'tanpa jadwal';

export function kegiatanTeks(k: Kegiatan, acuan: Acuan): string {
  const pj = k.penanggungJawab.map((p) => namaPj(p, acuan)).join('; ') || 'belum ada';
  return `${k.uraian}. Penanggung jawab: ${pj}. Jadwal: ${jadwalTeks(k.jadwal)}.`;
}

export function isiAdendumTeks(isi: IsiAdendum, acuan: Acuan): string {
  switch (isi.jenis) {
    case 'tambahan':
      return `${isi.kegiatan.kode} pada prioritas ${isi.prioritas}: ${kegiatanTeks(isi.kegiatan, acuan)}`;
    case 'diganti':
      return `${isi.kegiatan} diganti ${isi.pengganti.kode}: ${kegiatanTeks(isi.pengganti, acuan)}`;
    case 'dibatalkan':
      return `${isi.kegiatan} tidak dilaksanakan lagi.`;
    case 'digeser':
      return `${isi.kegiatan} digeser ke ${jadwalTeks(isi.jadwal)}.`;
  }
}

const olehTeks = (nama: string, jabatan: string | null): string => (jabatan === null ? nama : `${nama}, ${jabatan}`);

export function daftarAdendumView(
  tempat: Tempat,
  rencana: RencanaTersusun,
  acuan: Acuan,
  adendum: readonly AdendumEntity[],
  usulan: readonly UsulanAdendumEntity[],
): Halaman {
  const alamat = (...akhir: string[]) => jalurRencana(tempat, rencana.kode, ...akhir);
  const zona = tempat.instansi.zonaWaktu;
  const ditetapkan = rencana.status === 'ditetapkan';
  const tindakan: Tindakan[] = [
    ...(ditetapkan && boleh(tempat, 'rencana.susun')
      ? [{ teks: 'Usulkan kegiatan tambahan', tautan: alamat('adendum-baru'), utama: true }]
      : []),
    ...(ditetapkan ? [{ teks: 'Rencana awal dan berlaku', tautan: alamat('awal') }] : []),
  ];
  return halamanRtl(tempat, {
    judul: 'Adendum',
    anak: rencana.judul,
    remah: remahRencana(tempat, rencana.kode),
    tindakan,
    isi: [
      {
        ...{ id: 'menunggu', judul: 'Menunggu putusan', kolom: ['Usulan', 'Alasan', 'Diusulkan oleh', 'Tindakan'] },
        baris: usulan
          .filter((u) => u.keadaan === 'menunggu')
          .map((u) => [
            { teks: `${NAMA_ADENDUM[u.jenis]}: ${isiAdendumTeks(u.isi, acuan)}` },
            { teks: u.alasan },
            { teks: olehTeks(u.olehNama, u.olehJabatan), mikro: waktuIndonesia(zona, u.pada) },
            selTindakan(tempat, u, halanganUsulan(rencana, u, acuan, tempat.hariIni), alamat('adendum', u.id)),
          ]),
        kosong: {
          ikon: 'checklist',
          judul: 'Tidak ada yang menunggu',
          teks: 'Usulan adendum yang belum diputus tampil di sini.',
        },
      },
      {
        ...{ id: 'berlaku', judul: 'Yang berlaku', kolom: ['Nomor', 'Perubahan', 'Alasan', 'Disetujui oleh'] },
        baris: adendum.map((a) => [
          { teks: `Adendum ${a.nomor}`, mikro: tanggalIndonesia(a.tanggal) },
          { teks: `${NAMA_ADENDUM[a.jenis]}: ${isiAdendumTeks(a.isi, acuan)}` },
          { teks: a.alasan },
          { teks: olehTeks(a.penyetujuNama, a.penyetujuJabatan), mikro: `usul ${olehTeks(a.olehNama, a.olehJabatan)}` },
        ]),
        kosong: { ikon: 'file-text', judul: 'Belum ada adendum', teks: 'Rencana ini masih seperti saat ditetapkan.' },
      },
      {
        ...{ id: 'ditolak', judul: 'Yang ditolak atau ditarik', kolom: ['Usulan', 'Diusulkan oleh', 'Putusan'] },
        baris: usulan
          .filter((u) => u.keadaan === 'ditolak' || u.keadaan === 'ditarik')
          .map((u) => [
            { teks: `${NAMA_ADENDUM[u.jenis]}: ${isiAdendumTeks(u.isi, acuan)}` },
            { teks: olehTeks(u.olehNama, u.olehJabatan) },
            {
              teks: u.keadaan === 'ditarik' ? 'ditarik pengusulnya' : `ditolak: ${u.alasanPutusan ?? ''}`,
              mikro: `${olehTeks(u.diputusNama ?? '', u.diputusJabatan)}${u.diputusPada ? ` · ${waktuIndonesia(zona, u.diputusPada)}` : ''}`,
            },
          ]),
        kosong: { ikon: 'checklist', judul: 'Tidak ada', teks: 'Tidak ada usulan yang ditolak atau ditarik.' },
      },
    ],
  });
}

/** Who proposed it may take it back, and does not decide on it; what cannot be approved any more says why. */
function selTindakan(tempat: Tempat, u: UsulanAdendumEntity, halangan: string | null, alamat: string): Sel {
  const tentang = kegiatanAdendum(u.isi);
  const tindakan = (teks: string, utama = false) => ({ teks, tautan: `${alamat}/${teks.toLowerCase()}`, utama, tentang });
  if (pengusulnya(u, tempat) && boleh(tempat, 'rencana.susun'))
    return { teks: halangan ?? 'menunggu pimpinan', tindakan: [tindakan('Tarik')] };
  if (!boleh(tempat, 'rencana.tetapkan') || pengusulnya(u, tempat)) return { teks: 'menunggu pimpinan' };
  return { teks: halangan ?? '', tindakan: [...(halangan === null ? [tindakan('Setujui', true)] : []), tindakan('Tolak')] };
}

const KATA_PUTUSAN = {
  setujui: {
    ...{ judul: 'Setujui adendum', tombol: 'Setujui', gagal: 'Adendum belum disetujui' },
    akibat: 'Bila disetujui, rencana berlaku berubah; rencana awal tetap.',
  },
  tolak: {
    ...{ judul: 'Tolak usulan adendum', tombol: 'Tolak', gagal: 'Usulan belum ditolak' },
    akibat: 'Bila ditolak, rencananya tetap.',
  },
  tarik: {
    ...{ judul: 'Tarik usulan adendum', tombol: 'Tarik', gagal: 'Usulan belum ditarik' },
    akibat: 'Bila ditarik, rencananya tetap, dan kegiatannya dapat diusulkan lagi.',
  },
} as const;
export type Putusan = keyof typeof KATA_PUTUSAN;

export function putusanView(
  tempat: Tempat,
  rencana: RencanaTersusun,
  acuan: Acuan,
  usulan: UsulanAdendumEntity,
  putusan: Putusan,
  { ketikan, galat }: { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] },
): Halaman {
  const kini = semuaTersusun(rencana).find((k) => k.id === usulan.kegiatanId);
  const kata = KATA_PUTUSAN[putusan];
  return formulirRtl(tempat, {
    judul: kata.judul,
    anak: `${NAMA_ADENDUM[usulan.jenis]}. Diusulkan ${olehTeks(usulan.olehNama, usulan.olehJabatan)}: ${usulan.alasan}`,
    remah: [...remahRencana(tempat, rencana.kode), { teks: 'Adendum', tautan: jalurRencana(tempat, rencana.kode, 'adendum') }],
    medan: putusan === 'tolak' ? [{ nama: 'alasan', label: 'Alasan penolakan', jenis: 'area', maks: 1000 }] : [],
    ...{ ketikan, galat, gagal: kata.gagal },
    akibat: {
      judul: kata.akibat,
      butir: [
        ...(kini ? [`Sekarang: ${kini.kode} ${kini.isi.uraian}. Jadwal: ${jadwalTeks(kini.isi.jadwal)}.`] : []),
        `Usulan: ${isiAdendumTeks(usulan.isi, acuan)}`,
      ],
    },
    tombol: kata.tombol,
    bahaya: putusan !== 'setujui',
    aksi: jalurRencana(tempat, rencana.kode, 'adendum', usulan.id, putusan),
    batal: jalurRencana(tempat, rencana.kode, 'adendum'),
  });
}
