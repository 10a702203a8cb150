import type { UnitEntity } from '../../organisasi/unit.entity';
import { teksBilangan } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat, type UraianMedan } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { USUL, type UjiCobaTetapkan } from './banyak-saran.service';
import { alamatDaftar, bingkaiSaran, namaUnsur } from './bingkai-saran.view';
import { pilihanUnsur } from './daftar-saran.view';
import { pilihanPenanggap } from './borang-saran.view';
import { PILIHAN_STATUS, type SaringanSaran } from './saringan-saran';
import { jalurSaran, type TempatSaran } from './tempat-saran';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

const MEDAN_TAMBAH: readonly UraianMedan[] = [
  {
    nama: 'cara',
    label: 'Isian ini memuat',
    jenis: 'radio',
    pilihan: [
      { nilai: 'satu', teks: 'Satu saran' },
      { nilai: 'baris', teks: 'Satu saran tiap baris', petunjuk: 'Untuk tempelan dari lembar kerja atau dokumen.' },
    ],
  },
  {
    nama: 'teks',
    label: 'Saran',
    petunjuk: 'Tulis sebagaimana responden menulisnya. Jawaban seperti “-” atau “tidak ada” dikenali dan dihitung tersendiri.',
    jenis: 'area',
    baris: 8,
    maks: 400_000,
  },
  { nama: 'layanan', label: 'Layanan', petunjuk: 'Berlaku untuk semua saran dalam isian ini.', bolehKosong: true, maks: 200 },
];

export function tambahSaranView(tempat: TempatSaran, { ketikan, galat }: Isian): Halaman {
  const judul = 'Tambah saran';
  return new Halaman(
    'saran/formulir',
    {
      kerangka: bingkaiSaran(tempat, judul, [{ teks: judul }]),
      judul,
      anak: tempat.survei.judul,
      ringkasan: ringkasanGalat('Saran belum diterima', galat),
      medan: medan(MEDAN_TAMBAH, ketikan, galat),
      aksi: jalurSaran(tempat, 'tambah'),
      metode: 'post',
      kirim: true,
      tombol: 'Terima saran',
      tersembunyi: [],
      akibat: null,
      batal: jalurSaran(tempat),
    },
    galat.length > 0 ? 422 : 200,
  );
}

export interface BahanTetapkan extends Isian {
  readonly saringan: SaringanSaran;
  readonly unit: readonly UnitEntity[];
  /** null before unsur and unit are chosen */
  readonly uji: UjiCobaTetapkan | null;
  /** what changed between trial and act */
  readonly berubah?: boolean;
}

/** First what to assign, then what would follow from it with the button that does it. */
export function tetapkanBanyakView(tempat: TempatSaran, bahan: BahanTetapkan): Halaman {
  const { saringan, ketikan, galat, uji, unit } = bahan;
  const judul = 'Tetapkan saran yang tersaring';
  const uraian: UraianMedan[] = [
    {
      nama: 'tetap-unsur',
      label: 'Unsur',
      jenis: 'pilihan',
      pilihan: [
        ...pilihanUnsur(tempat, 'Pilih unsur').slice(0, 1),
        { nilai: USUL, teks: 'Usulan dari kata masing-masing' },
        ...pilihanUnsur(tempat, '').slice(1),
      ],
    },
    { nama: 'tetap-unit', label: 'Unit yang menanggapi', jenis: 'pilihan', pilihan: pilihanPenanggap(unit) },
  ];
  const saring = (['unsur', 'unit', 'status', 'q'] as const).map((nama) => ({ nama, nilai: saringan[nama] }));
  const pilihan = ['tetap-unsur', 'tetap-unit'].map((nama) => ({ nama, nilai: ketikan[nama] ?? '' }));
  const siap = uji !== null && uji.jumlah > 0 && galat.length === 0;
  return new Halaman(
    'saran/formulir',
    {
      kerangka: bingkaiSaran(tempat, judul, [{ teks: 'Tetapkan' }]),
      judul,
      anak: `Saringan: ${kalimatSaringan(tempat, saringan, unit)}`,
      ringkasan: ringkasanGalat('Belum ada yang ditetapkan', galat),
      berubah: bahan.berubah
        ? 'Jumlahnya berubah sejak uji coba, jadi belum ada yang ditetapkan. Periksa kembali di bawah.'
        : null,
      medan: siap ? [] : medan(uraian, ketikan, galat),
      aksi: jalurSaran(tempat, 'tetapkan'),
      metode: siap ? 'post' : 'get',
      kirim: siap,
      tombol: siap ? `Tetapkan ${teksBilangan(uji.jumlah)} saran` : 'Uji coba',
      tersembunyi: siap ? [...saring, ...pilihan, { nama: 'jumlah', nilai: String(uji.jumlah) }] : saring,
      akibat: uji && galat.length === 0 ? akibat(tempat, uji, ketikan, unit) : null,
      ubah: siap ? kueri(jalurSaran(tempat, 'tetapkan'), { ...saringan }) : null,
      batal: alamatDaftar(tempat, { ...saringan }),
    },
    galat.length > 0 ? 422 : bahan.berubah ? 409 : 200,
  );
}

function akibat(tempat: TempatSaran, uji: UjiCobaTetapkan, ketikan: Ketikan, unit: readonly UnitEntity[]): object {
  const kodeUnsur = ketikan['tetap-unsur'] ?? '';
  const unsur =
    kodeUnsur === USUL ? 'unsur usulan masing-masing' : `unsur ${namaUnsur(tempat, kodeUnsur === '-' ? null : kodeUnsur)}`;
  const nama = unit.find((u) => u.kode === ketikan['tetap-unit'])?.nama ?? 'koordinator';
  return {
    judul: 'Uji coba, belum ada yang berubah:',
    butir: [
      uji.jumlah === 0
        ? 'Tidak ada saran yang akan ditetapkan.'
        : `${teksBilangan(uji.jumlah)} saran akan ditetapkan ke ${unsur} dan ditanggapi oleh ${nama}.`,
      ...(uji.tanpaUsul > 0
        ? [`${teksBilangan(uji.tanpaUsul)} saran dilewati, karena kata-katanya tidak menunjukkan unsur.`]
        : []),
      ...(uji.dilewati > 0
        ? [`${teksBilangan(uji.dilewati)} saran dilewati, karena sudah ditinjau atau tidak memuat saran.`]
        : []),
    ],
  };
}

function kalimatSaringan(tempat: TempatSaran, s: SaringanSaran, unit: readonly UnitEntity[]): string {
  const bagian = [
    PILIHAN_STATUS[s.status]?.teks.toLowerCase(),
    s.unsur === '' ? '' : namaUnsur(tempat, s.unsur === '-' ? null : s.unsur),
    s.unit === '' ? '' : s.unit === '-' ? 'tanpa unit' : (unit.find((u) => u.kode === s.unit)?.nama ?? s.unit),
    s.q === '' ? '' : `memuat “${s.q}”`,
  ];
  return bagian.filter(Boolean).join('; ');
}
