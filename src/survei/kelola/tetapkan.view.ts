import type { Tempat } from '../../organisasi/tempat';
import { teksBilangan, teksIndonesia } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { namaPeriodeLengkap } from '../../shared/periode';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { periksaPenetapan } from '../penetapan.rules';
import { hitungSurvei } from '../skor.rules';
import { TANDA_TINGKAT } from '../tanda-survei';
import { bingkai, formulirPendek, indukSurvei, jalurSurvei, remahSurvei } from './halaman.view';
import type { SurveiTerbuka } from './kelola.query';
import type { Sandaran } from './sandaran';
import { sidikSurvei } from './status.service';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
  /** a sentence on top, where what was looked at is not what is stored now */
  readonly peringatan?: string | null;
}

export function tetapkanView(
  tempat: Tempat,
  { survei, instrumen }: SurveiTerbuka,
  { ketikan, galat, peringatan }: Isian,
): Halaman {
  const hasil = hitungSurvei(survei, instrumen);
  const { temuan, halangan, perluAlasan } = periksaPenetapan(survei, instrumen, hasil);
  const judul = 'Tetapkan survei';
  const terbit = hasil.terbit;
  const fakta = [
    ['Survei', `${survei.judul} (${survei.kode})`],
    ['Periode', namaPeriodeLengkap(survei.periode)],
    ['Instrumen', instrumen.nama],
    ['Nilai terhitung', hasil.nilai && hasil.mutu ? `${teksIndonesia(hasil.nilai)} · ${hasil.mutu.mutu}, ${hasil.mutu.kinerja}` : 'tidak ada angka per unsur'],
    ['Angka terbit', [terbit?.nilai && teksIndonesia(terbit.nilai), terbit?.mutu, terbit?.nrr && `NRR ${teksIndonesia(terbit.nrr)}`].filter(Boolean).join(' · ') || 'tidak ada'],
    ['Responden', survei.jumlahResponden === undefined ? 'tidak dicatat' : teksBilangan(survei.jumlahResponden)],
  ].map(([nama, teks]) => ({ nama, teks })); // prettier-ignore
  const alasan = {
    nama: 'alasan',
    label: 'Alasan tetap menetapkan',
    petunjuk: 'Galat di atas tetap ada pada survei yang ditetapkan. Alasan dan nama Anda tersimpan dalam riwayatnya.',
    jenis: 'area' as const,
    maks: 1000,
  };
  return new Halaman(
    'survei/tetapkan',
    {
      kerangka: bingkai(tempat, judul, [remahSurvei(tempat, survei.kode), { teks: judul }], indukSurvei(tempat)),
      judul,
      anak: 'Sesudah ditetapkan, survei terkunci dan menjadi dasar rencana, tren, dan laporan. Membukanya kembali memerlukan alasan.',
      ringkasan: ringkasanGalat('Survei belum ditetapkan', galat),
      peringatan: peringatan ?? null,
      fakta,
      temuan: temuan.length === 0 ? null : temuan.map((t) => ({ tanda: TANDA_TINGKAT[t.tingkat], pesan: t.pesan })),
      halangan,
      isiHasil: jalurSurvei(tempat, survei.kode, 'hasil'),
      medan: medan(perluAlasan.length > 0 ? [alasan] : [], ketikan, galat),
      sidik: sidikSurvei(survei),
      aksi: jalurSurvei(tempat, survei.kode, 'tetapkan'),
      batal: jalurSurvei(tempat, survei.kode),
    },
    galat.length > 0 ? 422 : peringatan ? 409 : 200,
  );
}

export type TindakanBeralasan = 'bukaKembali' | 'batalkan' | 'pulihkan';

const BERALASAN = {
  bukaKembali: {
    judul: 'Buka kembali survei',
    anak: 'Survei menjadi draf lagi, sehingga datanya dapat diperbaiki. Ia harus ditetapkan lagi sesudahnya.',
    akhir: 'buka-kembali',
    tombol: 'Buka kembali',
    gagal: 'Survei belum dibuka kembali',
  },
  batalkan: {
    judul: 'Batalkan survei',
    anak: 'Survei yang dibatalkan tidak dipakai di mana pun. Isinya tidak dihapus, dan dapat dipulihkan.',
    akhir: 'batalkan',
    tombol: 'Batalkan survei',
    gagal: 'Survei belum dibatalkan',
  },
  pulihkan: {
    judul: 'Pulihkan survei',
    anak: 'Survei menjadi draf lagi, dengan isinya yang lama.',
    akhir: 'pulihkan',
    tombol: 'Pulihkan',
    gagal: 'Survei belum dipulihkan',
  },
} as const satisfies Record<TindakanBeralasan, object>;

export function alasanView(
  tempat: Tempat,
  kode: string,
  tindakan: TindakanBeralasan,
  sandaran: readonly Sandaran[],
  { ketikan, galat }: Isian,
): Halaman {
  const { judul, anak, akhir, tombol, gagal } = BERALASAN[tindakan];
  return formulirPendek(tempat, {
    judul,
    anak,
    remah: [remahSurvei(tempat, kode)],
    medan: [
      {
        nama: 'alasan',
        label: 'Alasan',
        petunjuk: 'Tersimpan dalam riwayat survei bersama nama Anda.',
        jenis: 'area',
        maks: 1000,
      },
    ],
    ketikan,
    galat,
    gagal,
    aksi: jalurSurvei(tempat, kode, akhir),
    tombol,
    bahaya: tindakan === 'batalkan',
    batal: jalurSurvei(tempat, kode),
    ...(sandaran.length === 0
      ? {}
      : {
          akibat: {
            judul: 'Yang bersandar pada survei ini:',
            butir: [...sandaran.map((s) => s.pesan), 'Selama masih draf, angkanya tidak tampil di sana.'],
          },
        }),
  });
}
