import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { waktuIndonesia } from '../../shared/tanggal';
import { halanganStatus } from '../status.rules';
import { bolehTindakan } from '../survei.policy';
import { bilangan, bingkaiImpor, jalurImpor, jalurSurvei } from './bingkai-impor.view';
import type { ImporResponsEntity } from './impor-respons.entity';
import { terhenti, type KeadaanImpor } from './impor.rules';
import type { TempatSurvei } from './tempat-impor';
import { UNGGAHAN_TERBESAR_MB } from './unggahan';

const NAMA_KEADAAN: Readonly<Record<KeadaanImpor, string>> = {
  diterima: 'Menunggu diperiksa',
  dibaca: 'Sedang diperiksa',
  siap: 'Siap diterapkan',
  diterapkan: 'Diterapkan',
  batal: 'Dibatalkan',
  gagal: 'Tidak dapat dibaca',
};

export interface IsiUnggah {
  readonly ketikan?: Ketikan;
  readonly galat?: readonly GalatMedan[];
}

/** Where answers come in: a file, or rows pasted from a sheet; and what came in before. */
export function unggahView(
  t: TempatSurvei,
  daftar: readonly ImporResponsEntity[],
  { ketikan = {}, galat = [] }: IsiUnggah = {},
): Halaman {
  const { survei, instrumen, pelaku, instansi } = t;
  const boleh = bolehTindakan(pelaku, instansi.id, 'ubah', survei.status);
  const unsur = instrumen.unsur.map((u) => u.kode);
  const rentang = `${unsur[0] ?? ''}–${unsur.at(-1) ?? ''}`;
  return new Halaman(
    'survei/impor-unggah',
    {
      kerangka: bingkaiImpor(t, 'Masukkan jawaban responden', null),
      judul: 'Masukkan jawaban responden',
      anak: survei.judul,
      fakta: [
        { nama: 'Instrumen', teks: `${instrumen.nama}, ${bilangan(unsur.length)} unsur (${rentang})` },
        {
          nama: 'Jawaban kini',
          teks: survei.jumlahRespons === null ? 'belum ada jawaban responden' : `${bilangan(survei.jumlahRespons)} responden`,
        },
      ],
      terkunci: boleh ? null : `${halanganStatus('ubah', survei.status) ?? 'Hanya koordinator yang memasukkan jawaban'}.`,
      ringkasan: ringkasanGalat('Jawaban belum diterima', galat),
      unggah: {
        aksi: jalurImpor(t),
        medan: medan(
          [
            {
              nama: 'berkas',
              label: 'Berkas jawaban',
              petunjuk: `CSV atau XLSX, paling besar ${UNGGAHAN_TERBESAR_MB} MB: unduhan Google Forms, lembar olah data, atau tabel dengan satu baris satu responden. Nama, telepon, dan data pribadi lain dikenali dan tidak disimpan.`,
              jenis: 'berkas',
            },
          ],
          {},
          galat,
        ),
      },
      tempel: {
        aksi: jalurImpor(t, 'tempel'),
        medan: medan(
          [
            {
              nama: 'tempel',
              label: 'Salinan dari lembar kerja',
              petunjuk:
                'Salin judul kolom beserta baris-barisnya di lembar kerja, lalu tempel di sini; paling banyak kira-kira 10.000 baris, selebihnya unggah sebagai berkas.',
              jenis: 'area',
              baris: 8,
            },
          ],
          ketikan,
          galat,
        ),
      },
      hapus: boleh && survei.tingkat === 'respons' ? jalurSurvei(t, 'hapus-jawaban') : null,
      kembali: jalurSurvei(t),
      boleh,
      daftar: daftar.map((i) => ({
        tautan: jalurImpor(t, i.id),
        nama: i.namaBerkas,
        keadaan: terhenti(i, t.sekarang) ? 'Terhenti; periksa lagi' : NAMA_KEADAAN[i.keadaan],
        jumlah: i.ringkasan ? `${bilangan(i.ringkasan.n)} responden` : '',
        oleh: i.oleh,
        pada: waktuIndonesia(instansi.zonaWaktu, i.pada),
      })),
    },
    galat.length > 0 ? 422 : 200,
  );
}
