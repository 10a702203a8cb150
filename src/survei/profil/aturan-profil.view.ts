import type { Tempat } from '../../organisasi/tempat';
import { isiFormulir } from '../../organisasi/halaman.view';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { hariIniDi, tanggalIndonesia } from '../../shared/tanggal';
import { tulisAturanProfil } from '../aturan-profil.rules';
import { JENJANG, namaRentangUsia } from '../nilai-profil.rules';
import { daftarPita, type AturanProfil } from '../profil.rules';
import type { AturanProfilEntity } from './aturan-profil.entity';

const JUDUL = 'Kelompok profil responden';

export const jalurAturanProfil = (kode: string): string => jalur('instansi', kode, 'survei-profil');

export const ketikanAturanProfil = (aturan: AturanProfil): Ketikan => ({ ...tulisAturanProfil(aturan) });

/** The bands of the profile: a form with what each year would fall into, and the versions before. */
export function aturanProfilView(
  tempat: Tempat,
  berlaku: AturanProfil,
  riwayat: readonly AturanProfilEntity[],
  isian: { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] },
): Halaman {
  const { instansi, hariIni } = tempat;
  const induk = jalur('instansi', instansi.kode);
  return new Halaman(
    'survei/aturan-profil',
    {
      kerangka: {
        judul: `${JUDUL} – ${instansi.singkatan} – Tuntas`,
        remah: [
          { teks: instansi.singkatan, tautan: induk },
          { teks: JUDUL, tautan: null },
        ],
        pita: null,
        kepalaCetak: `${instansi.nama} · dicetak ${tanggalIndonesia(hariIni)}`,
        lanskap: false,
      },
      ...isiFormulir({
        judul: JUDUL,
        anak: 'Kelompok hanya cara membaca: jumlah yang tersimpan tidak berubah, dan tiap ciri tetap berjumlah sama dengan responden.',
        medan: [
          {
            nama: 'usia',
            label: 'Usia awal tiap kelompok',
            petunjuk: 'Dari yang termuda, dipisah koma. Kelompok terakhir terbuka ke atas.',
            maks: 200,
          },
          {
            nama: 'pendidikan',
            label: 'Kelompok pendidikan',
            petunjuk: `Satu baris satu kelompok, nama: anggota. Jenjang yang harus terbagi habis: ${JENJANG.join(', ')}.`,
            jenis: 'area',
            baris: 8,
          },
          {
            nama: 'pekerjaan',
            label: 'Kelompok pekerjaan',
            petunjuk: 'Misalnya Aparatur: PNS, TNI, Polri. Yang tidak disebut memakai namanya sendiri.',
            jenis: 'area',
            baris: 6,
            bolehKosong: true,
          },
        ],
        ketikan: isian.ketikan,
        galat: isian.galat,
        gagal: 'Kelompok profil belum disimpan',
        aksi: jalurAturanProfil(instansi.kode),
        tombol: 'Simpan kelompok',
        batal: `${induk}#survei`,
      }),
      kini: daftarPita(berlaku.usia).map(namaRentangUsia).join(' · '),
      riwayat: riwayat.map((r) => ({
        versi: String(r.versi),
        usia: r.usia.join(', '),
        sejak: tanggalIndonesia(hariIniDi(instansi.zonaWaktu, r.berlakuSejak)),
        oleh: r.oleh,
      })),
    },
    isian.galat.length > 0 ? 422 : 200,
  );
}
