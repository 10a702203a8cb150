import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat, type UraianMedan } from '../../shared/tampilan/medan';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { tambahHari, tanggalIndonesia } from '../../shared/tanggal';
import { bingkai, boleh, formulir, halaman, jalurOrganisasi, SEDIKIT, tab, takDitemukan, type Sel } from '../halaman.view';
import type { Jabatan, Penugasan } from '../jabatan/jabatan.query';
import {
  belumBerakhir,
  NAMA_STATUS_PENUGASAN,
  sebutanJabatan,
  STATUS_PENUGASAN,
  type StatusPenugasan,
} from '../jabatan/penugasan.rules';
import type { Tempat } from '../tempat';
import type { BahanMutasi, MutasiBernama } from './mutasi.query';
import { sebutTetap, type ButirDiTangan, type PilihanMutasi, type StatusMutasi, type Tindakan } from './mutasi.rules';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

const NAMA_STATUS: Readonly<Record<StatusMutasi, string>> = {
  draf: 'belum diuji coba',
  diperiksa: 'diuji coba, belum dijalankan',
  dijalankan: 'dijalankan',
  dibatalkan: 'dibatalkan',
};

const NAMA_TINDAKAN: Readonly<Record<Tindakan, string>> = {
  tetap: 'Tetap di tangannya',
  akhiri: 'Berakhir tanpa penerima',
  serahkan: 'Diserahkan kepada orang lain',
  ikut: 'Ikut peran untuk unitnya',
};

export const jalurMutasi = (tempat: Tempat, id: string, ...akhir: readonly string[]): string =>
  jalurOrganisasi(tempat, 'mutasi', id, ...akhir);

const remah = (tempat: Tempat) => [{ teks: 'Mutasi', tautan: jalurOrganisasi(tempat, 'mutasi') }];
const hariTerakhir = (tanggal: string) => tanggalIndonesia(tambahHari(tanggal, -1));

export interface BahanDaftarMutasi {
  /** those of the page */
  readonly mutasi: readonly MutasiBernama[];
  readonly q: string;
  readonly potongan: Potongan;
}

export function daftarMutasiView(tempat: Tempat, { mutasi, q, potongan }: BahanDaftarMutasi): Halaman {
  const alamat = jalurOrganisasi(tempat, 'mutasi');
  const kelola = boleh(tempat, 'organisasi.kelola');
  return halaman(tempat, {
    judul: 'Mutasi',
    anak: 'Mengakhiri jabatan seseorang dan menyerahkan semua yang dipegangnya, dalam satu tindakan',
    bagian: 'mutasi',
    remah: [{ teks: 'Mutasi' }],
    tindakan: kelola ? [{ teks: 'Mulai mutasi', tautan: jalurOrganisasi(tempat, 'mutasi-baru'), utama: true }] : [],
    cari: q !== '' || potongan.total > SEDIKIT ? { label: 'Cari orang, jabatan, atau dasar', q, aksi: alamat } : null,
    isi: [
      {
        id: 'mutasi',
        judul: 'Mutasi',
        kolom: ['Orang', 'Hari terakhir', 'Keadaan', 'Dasar'],
        baris: mutasi.map((m): Sel[] => [
          { teks: m.nama, tautan: jalurMutasi(tempat, m.id), mikro: m.jabatan },
          { teks: hariTerakhir(m.tanggal) },
          { teks: NAMA_STATUS[m.status] },
          { teks: m.alasan },
        ]),
        penomoran: penomoran(potongan, 'mutasi', alamat, { q }),
        kosong:
          q !== ''
            ? takDitemukan(q, alamat)
            : {
                ikon: 'arrows-exchange',
                judul: 'Belum ada mutasi',
                teks: kelola
                  ? 'Mulai dari jabatan yang berakhir; yang dipegang orangnya ditunjukkan seluruhnya.'
                  : 'Mutasi dimulai oleh admin instansi, dari jabatan yang berakhir.',
                tautan: kelola ? jalurOrganisasi(tempat, 'mutasi-baru') : null,
                ajakan: kelola ? 'Mulai mutasi' : null,
              },
      },
    ],
  });
}

/** Step 1 of 3. */
export function mulaiMutasiView(
  tempat: Tempat,
  jabatan: readonly Jabatan[],
  penugasan: readonly Penugasan[],
  { ketikan, galat }: Isian,
): Halaman {
  const nama = new Map(jabatan.map((j) => [j.id, j.nama]));
  const jalan = penugasan.filter((p) => belumBerakhir(p, tempat.hariIni));
  if (jalan.length === 0) return belumAdaPemegang(tempat);
  return formulir(tempat, {
    judul: 'Mulai mutasi',
    anak: 'Langkah 1 dari 3: jabatan siapa yang berakhir, dan kapan',
    bagian: 'mutasi',
    remah: remah(tempat),
    medan: [
      {
        nama: 'penugasan',
        label: 'Jabatan yang berakhir',
        jenis: 'pilihan',
        pilihan: [
          { nilai: '', teks: 'Pilih jabatan' },
          ...jalan.map((p) => ({ nilai: p.id, teks: `${p.nama}, ${sebutanJabatan(p.status, nama.get(p.jabatanId) ?? '')}` })),
        ],
      },
      {
        nama: 'sampai',
        label: 'Hari terakhir memegangnya',
        petunjuk: 'Penerimanya mulai keesokan harinya. Boleh di masa depan.',
        jenis: 'tanggal',
      },
      {
        nama: 'alasan',
        label: 'Alasan atau dasar',
        petunjuk: 'Misalnya nomor surat keputusan. Tercatat pada log audit.',
        jenis: 'area',
        maks: 1000,
      },
    ],
    ketikan,
    galat,
    gagal: 'Mutasi belum dimulai',
    aksi: jalurOrganisasi(tempat, 'mutasi-baru'),
    tombol: 'Lanjutkan',
    batal: jalurOrganisasi(tempat, 'mutasi'),
  });
}

/** Nothing to choose from: says why, and where to begin. */
function belumAdaPemegang(tempat: Tempat): Halaman {
  return halaman(tempat, {
    judul: 'Mulai mutasi',
    bagian: 'mutasi',
    remah: [...remah(tempat), { teks: 'Mulai mutasi' }],
    isi: [
      {
        id: 'pemegang',
        judul: 'Jabatan yang berakhir',
        kolom: [],
        baris: [],
        kosong: {
          ikon: 'arrows-exchange',
          judul: 'Belum ada jabatan yang dipegang',
          teks: 'Mutasi mengakhiri pemegangan sebuah jabatan. Tugaskan dahulu pemegangnya dari halaman jabatan; untuk orang yang hanya berperan, akhiri perannya dari halaman Peran.',
          tautan: jalurOrganisasi(tempat, 'jabatan'),
          ajakan: 'Buka daftar jabatan',
        },
      },
    ],
  });
}

/** What was chosen before, or what suggests itself, as the fields of step 2. */
export function ketikanPilihan({ butir, utama, mutasi }: BahanMutasi): Ketikan {
  const lama = new Map(mutasi.pilihan.map((p) => [p.butir, p]));
  return Object.fromEntries(
    butir.flatMap((b) => {
      const p = lama.get(b.kunci);
      const tindakan = p?.tindakan ?? (b.kunci === utama ? 'akhiri' : (b.tindakan[0] ?? 'tetap'));
      return [
        [b.kunci, tindakan],
        [`${b.kunci}:penerima`, p?.pewarisId ?? ''],
        [`${b.kunci}:status`, p?.status ?? ''],
      ];
    }),
  );
}

const terisi = (teks: string | undefined): string | null => (teks === undefined || teks === '' ? null : teks);

/** Step 2's fields back into choices; what was not sent is null and found by `periksaPilihan`. */
export function bacaPilihan(butir: readonly ButirDiTangan[], ketikan: Ketikan): PilihanMutasi[] {
  return butir.map((b) => ({
    butir: b.kunci,
    tindakan: (b.tindakan.length === 1 ? b.tindakan[0] : ketikan[b.kunci]) as Tindakan,
    pewarisId: terisi(ketikan[`${b.kunci}:penerima`]),
    status: STATUS_PENUGASAN.find((s): s is StatusPenugasan => s === ketikan[`${b.kunci}:status`]) ?? null,
  }));
}

function medanButir(b: ButirDiTangan, utama: string, calon: BahanMutasi['calon']): UraianMedan[] {
  const tindakan = b.tindakan.filter((t) => b.kunci !== utama || t !== 'tetap');
  if (tindakan.length < 2) return [];
  return [
    {
      nama: b.kunci,
      label: 'Apa yang terjadi',
      jenis: 'pilihan',
      pilihan: tindakan.map((t) => ({ nilai: t, teks: NAMA_TINDAKAN[t] })),
    },
    ...(tindakan.includes('serahkan') ? medanPenerima(b, calon) : []),
  ];
}

function medanPenerima(b: ButirDiTangan, calon: BahanMutasi['calon']): UraianMedan[] {
  return [
    {
      nama: `${b.kunci}:penerima`,
      label: 'Bila diserahkan: penerima',
      bolehKosong: true,
      jenis: 'pilihan',
      pilihan: [{ nilai: '', teks: 'Pilih orang' }, ...calon.map((c) => ({ nilai: c.id, teks: c.nama }))],
    },
    ...(b.asal.macam === 'penugasan'
      ? [
          {
            nama: `${b.kunci}:status`,
            label: 'Bila diserahkan: sebagai',
            bolehKosong: true,
            jenis: 'pilihan' as const,
            pilihan: [
              { nilai: '', teks: 'Pilih' },
              ...STATUS_PENUGASAN.map((s) => ({ nilai: s, teks: NAMA_STATUS_PENUGASAN[s] })),
            ],
          },
        ]
      : []),
  ];
}

/** Step 2 of 3: everything in hand, each with what becomes of it. */
export function warisView(tempat: Tempat, bahan: BahanMutasi, { ketikan, galat }: Isian): Halaman {
  const { mutasi, penugasan, butir, calon, utama } = bahan;
  const judul = `Mutasi ${penugasan.nama}`;
  return new Halaman(
    'organisasi/mutasi-waris',
    {
      kerangka: bingkai(tempat, judul, [...remah(tempat), { teks: penugasan.nama }]),
      tab: tab(tempat, 'mutasi'),
      judul,
      anak: `Langkah 2 dari 3: siapa menerima apa. Hari terakhir ${hariTerakhir(mutasi.tanggal)}.`,
      ringkasan: ringkasanGalat('Belum diuji coba', galat),
      butir: butir.map((b) => ({
        judul: b.judul,
        keterangan: b.keterangan,
        utama: b.kunci === utama,
        catatan: b.tindakan.length === 1 ? NAMA_TINDAKAN[b.tindakan[0] ?? 'tetap'] : null,
        medan: medan(medanButir(b, utama, calon), ketikan, galat),
      })),
      aksi: jalurMutasi(tempat, mutasi.id, 'waris'),
      batal: jalurMutasi(tempat, mutasi.id),
    },
    galat.length > 0 ? 422 : 200,
  );
}

/** Step 3 of 3, and the page of a transfer afterwards. @param berubah why the dry run was refused (409) */
export function mutasiView(tempat: Tempat, bahan: BahanMutasi, berubah: string | null = null): Halaman {
  const { mutasi, penugasan } = bahan;
  const judul = `Mutasi ${penugasan.nama}`;
  const basi = mutasi.status === 'diperiksa' && mutasi.sidik !== bahan.sidik;
  const tetap = mutasi.status === 'diperiksa' ? sebutTetap(bahan.butir, mutasi.pilihan, penugasan.nama) : [];
  const kelola = boleh(tempat, 'organisasi.kelola');
  const buka = kelola && (mutasi.status === 'draf' || mutasi.status === 'diperiksa');
  return new Halaman(
    'organisasi/mutasi',
    {
      kerangka: {
        ...bingkai(tempat, judul, [...remah(tempat), { teks: penugasan.nama }]),
        alamat: jalurMutasi(tempat, mutasi.id),
      },
      tab: tab(tempat, 'mutasi'),
      judul,
      anak:
        mutasi.status === 'diperiksa'
          ? `Langkah 3 dari 3: jalankan. Hari terakhir ${hariTerakhir(mutasi.tanggal)}.`
          : `Hari terakhir ${hariTerakhir(mutasi.tanggal)}; ${NAMA_STATUS[mutasi.status]}.`,
      berubah:
        berubah ??
        (basi
          ? 'Yang dipegang orang ini, atau orang yang dapat menerimanya, berubah sesudah uji coba ini dibuat. Periksa kembali siapa menerima apa.'
          : null),
      alasan: mutasi.alasan,
      langkah: mutasi.langkah?.map((l) => l.teks) ?? null,
      tetap: tetap.length > 0 ? tetap : null,
      dijalankan: mutasi.status === 'dijalankan',
      jalankan:
        buka && mutasi.status === 'diperiksa' && !basi && berubah === null ? jalurMutasi(tempat, mutasi.id, 'jalankan') : null,
      waris: buka ? jalurMutasi(tempat, mutasi.id, 'waris') : null,
      batalkan: buka ? jalurMutasi(tempat, mutasi.id, 'batal') : null,
    },
    berubah === null ? 200 : 409,
  );
}
