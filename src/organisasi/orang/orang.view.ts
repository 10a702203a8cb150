import { NAMA_PERAN, PERAN } from '../../auth/pelaku';
import type { HasilUndangan } from '../../auth/tautan/undangan.service';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { bingkai, boleh, formulir, halaman, jalurOrganisasi, SEDIKIT, tab, takDitemukan, type Sel } from '../halaman.view';
import type { Jabatan, Penugasan } from '../jabatan/jabatan.query';
import { belumBerakhir, mencakup, sebutanJabatan } from '../jabatan/penugasan.rules';
import { masaTeks } from '../masa';
import { URAIAN_PERAN } from '../peran/peran.policy';
import type { PeranTersimpan } from '../peran/peran.query';
import type { Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import { bagianUndangan } from '../undangan/undangan.view';
import type { Undangan } from '../undangan/undangan-peran.query';
import { pilihanUnit } from '../unit/unit.view';
import type { Orang } from './orang.query';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

export interface BahanOrang {
  readonly unit: readonly UnitEntity[];
  readonly jabatan: readonly Jabatan[];
  readonly penugasan: readonly Penugasan[];
  readonly peran: readonly PeranTersimpan[];
  readonly undangan: readonly Undangan[];
  readonly lewatSurat: boolean;
}

export const jalurOrang = (tempat: Tempat, id: string, ...akhir: readonly string[]): string =>
  jalurOrganisasi(tempat, 'orang', id, ...akhir);

export const lingkupTeks = (unit: readonly UnitEntity[], unitId: string | null): string =>
  unitId === null ? 'seluruh instansi' : (unit.find((u) => u.id === unitId)?.nama ?? '');

const KEADAAN_SURAT: Readonly<Record<NonNullable<Orang['surat']>, string>> = {
  antre: 'sedang dikirim',
  terkirim: 'terkirim',
  gagal: 'gagal dikirim; kirim ulang, atau periksa alamatnya',
};

function keadaan(o: Orang): string {
  if (o.nonaktif) return 'akun dinonaktifkan';
  return o.belumMasuk ? 'belum menerima undangan' : 'dapat masuk';
}

export interface HalamanOrang {
  readonly orang: readonly Orang[];
  readonly q: string;
  readonly potongan: Potongan;
}

export function daftarOrangView(tempat: Tempat, { orang, q, potongan }: HalamanOrang, bahan: BahanOrang): Halaman {
  const alamat = jalurOrganisasi(tempat, 'orang');
  const kelola = boleh(tempat, 'organisasi.kelola');
  const jabatan = new Map(bahan.jabatan.map((j) => [j.id, j.nama]));
  const kini = (o: Orang) => ({
    jabatan: bahan.penugasan.filter((p) => p.penggunaId === o.id && mencakup(p, tempat.hariIni)),
    peran: bahan.peran.filter((p) => p.penggunaId === o.id && mencakup(p, tempat.hariIni)),
  });
  return halaman(tempat, {
    judul: 'Orang',
    anak: 'Siapa pun yang memegang, atau pernah memegang, jabatan atau peran di instansi ini',
    bagian: 'orang',
    remah: [{ teks: 'Orang' }],
    tindakan: kelola ? [{ teks: 'Undang orang', tautan: jalurOrganisasi(tempat, 'orang-baru'), utama: true }] : [],
    cari: q !== '' || potongan.total > SEDIKIT ? { label: 'Cari nama atau surel', q, aksi: alamat } : null,
    isi: [
      {
        id: 'orang',
        judul: 'Orang',
        kolom: ['Nama', 'Jabatan hari ini', 'Peran hari ini', 'Akun'],
        baris: orang.map((o): Sel[] => {
          const milik = kini(o);
          return [
            { teks: o.nama, tautan: jalurOrang(tempat, o.id), mikro: o.surel },
            {
              teks: milik.jabatan.map((p) => sebutanJabatan(p.status, jabatan.get(p.jabatanId) ?? '')).join(', ') || 'tidak ada',
            },
            {
              teks:
                milik.peran.map((p) => `${NAMA_PERAN[p.peran]} (${lingkupTeks(bahan.unit, p.unitId)})`).join(', ') || 'tidak ada',
            },
            { teks: keadaan(o) },
          ];
        }),
        penomoran: penomoran(potongan, 'orang', alamat, { q }),
        kosong:
          q !== ''
            ? takDitemukan(q, alamat)
            : {
                ikon: 'unit',
                judul: 'Belum ada orang',
                teks: 'Operator pemasangan mengangkat admin pertama; admin mengundang yang lain.',
              },
      },
      ...bagianUndangan(tempat, bahan.undangan, bahan.lewatSurat),
    ],
  });
}

export function orangView(tempat: Tempat, o: Orang, bahan: BahanOrang): Halaman {
  const kelola = boleh(tempat, 'organisasi.kelola');
  const jabatan = new Map(bahan.jabatan.map((j) => [j.id, j]));
  return halaman(tempat, {
    judul: o.nama,
    anak: o.surel,
    bagian: 'orang',
    remah: [{ teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') }, { teks: o.nama }],
    tindakan:
      kelola && !o.nonaktif
        ? [
            { teks: 'Beri peran', tautan: `${jalurOrganisasi(tempat, 'peran-baru')}?pengguna=${o.id}`, utama: true },
            {
              teks: o.surat === 'gagal' ? 'Kirim ulang tautan' : 'Buat tautan masuk',
              tautan: jalurOrang(tempat, o.id, 'tautan'),
            },
            ...(o.totp ? [{ teks: 'Lepas verifikasi dua langkah', tautan: jalurOrang(tempat, o.id, 'totp') }] : []),
            { teks: 'Akhiri semua peran', tautan: jalurOrang(tempat, o.id, 'keluarkan') },
          ]
        : [],
    fakta: [
      { nama: 'Akun', teks: keadaan(o) },
      { nama: 'Verifikasi dua langkah', teks: o.totp ? 'terpasang' : 'tidak terpasang' },
      ...(o.surat ? [{ nama: 'Tautan lewat surel', teks: KEADAAN_SURAT[o.surat] }] : []),
    ],
    isi: [
      {
        id: 'jabatan',
        judul: 'Jabatan yang dipegang',
        kolom: kelola ? ['Jabatan', 'Masa', 'Tindakan'] : ['Jabatan', 'Masa'],
        baris: bahan.penugasan
          .filter((p) => p.penggunaId === o.id)
          .map((p): Sel[] => [
            {
              teks: sebutanJabatan(p.status, jabatan.get(p.jabatanId)?.nama ?? ''),
              tautan: jalurOrganisasi(tempat, 'jabatan', p.jabatanId),
            },
            { teks: masaTeks(p) },
            ...(kelola
              ? [
                  belumBerakhir(p, tempat.hariIni)
                    ? {
                        teks: '',
                        tindakan: [
                          { teks: 'Mulai mutasi', tautan: `${jalurOrganisasi(tempat, 'mutasi-baru')}?penugasan=${p.id}` },
                        ],
                      }
                    : { teks: 'berakhir' },
                ]
              : []),
          ]),
        kosong: {
          ikon: 'unit',
          judul: 'Belum pernah memegang jabatan',
          teks: 'Admin instansi menugaskannya dari halaman jabatan.',
        },
      },
      {
        id: 'peran',
        judul: 'Peran',
        kolom: kelola ? ['Peran', 'Untuk', 'Masa', 'Tindakan'] : ['Peran', 'Untuk', 'Masa'],
        baris: bahan.peran
          .filter((p) => p.penggunaId === o.id)
          .map((p): Sel[] => [
            { teks: NAMA_PERAN[p.peran] },
            { teks: lingkupTeks(bahan.unit, p.unitId) },
            { teks: masaTeks(p) },
            ...(kelola ? [tindakanPeran(tempat, p)] : []),
          ]),
        kosong: {
          ikon: 'unit',
          judul: 'Belum pernah berperan',
          teks: 'Tanpa peran orang ini tidak dapat membuka apa pun di instansi ini. Admin instansi memberi peran.',
        },
      },
    ],
  });
}

export function tindakanPeran(tempat: Tempat, p: PeranTersimpan): Sel {
  if (!belumBerakhir(p, tempat.hariIni)) return { teks: 'berakhir' };
  const tentang = `peran ${NAMA_PERAN[p.peran]} ${p.nama}`;
  return { teks: '', tindakan: [{ teks: 'Akhiri', tautan: jalurOrganisasi(tempat, 'peran', p.id, 'akhiri'), tentang }] };
}

export const PILIHAN_PERAN = PERAN.map((p) => ({ nilai: p, teks: NAMA_PERAN[p], petunjuk: URAIAN_PERAN[p] }));

export function undangView(tempat: Tempat, unit: readonly UnitEntity[], { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: 'Undang orang',
    anak: 'Yang sudah punya akun menerima atau menolaknya sendiri di halaman Akun saya; yang belum menerima tautan untuk membuat kata sandi.',
    bagian: 'orang',
    remah: [{ teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') }],
    medan: [
      { nama: 'nama', label: 'Nama lengkap', maks: 200 },
      { nama: 'surel', label: 'Alamat surel', jenis: 'surel', maks: 254 },
      {
        nama: 'peran',
        label: 'Peran pertamanya',
        petunjuk: 'Peran lain dapat ditambah kemudian.',
        jenis: 'radio',
        pilihan: PILIHAN_PERAN,
      },
      {
        nama: 'unit',
        label: 'Untuk unit',
        petunjuk: 'Pelapor dan penanggung jawab selalu untuk sebuah unit; admin dan inspektur selalu untuk seluruh instansi.',
        jenis: 'pilihan',
        pilihan: pilihanUnit(unit, 'Seluruh instansi'),
      },
    ],
    ketikan,
    galat,
    gagal: 'Undangan belum dibuat',
    aksi: jalurOrganisasi(tempat, 'orang-baru'),
    tombol: 'Undang',
    batal: jalurOrganisasi(tempat, 'orang'),
  });
}

/** Shown once: a link that is handed over is known to nobody afterwards. @param alamat scheme and host by which people reach us */
export function tautanView(tempat: Tempat, nama: string, hasil: HasilUndangan, alamat: string, ajakan: string): Halaman {
  return new Halaman('organisasi/tautan', {
    kerangka: bingkai(tempat, 'Tautan masuk', [
      { teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') },
      { teks: 'Tautan masuk' },
    ]),
    tab: tab(tempat, 'orang'),
    ...tautanIsi(nama, hasil, alamat),
    lanjut: hasil.baru
      ? { teks: ajakan, tautan: jalurOrang(tempat, hasil.penggunaId) }
      : { teks: 'Buka daftar orang', tautan: jalurOrganisasi(tempat, 'orang') },
  });
}

export function tautanIsi(nama: string, hasil: HasilUndangan, alamat: string): object {
  return {
    nama,
    dikirim: hasil.dikirim,
    menunggu: !hasil.baru,
    tautan: hasil.tautan === null ? null : `${alamat}${hasil.tautan}`,
  };
}

export function buatTautanView(tempat: Tempat, o: Orang): Halaman {
  return formulir(tempat, {
    judul: `Buat tautan masuk untuk ${o.nama}`,
    bagian: 'orang',
    remah: [
      { teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') },
      { teks: o.nama, tautan: jalurOrang(tempat, o.id) },
    ],
    medan: [],
    ketikan: {},
    galat: [],
    gagal: 'Tautan belum dibuat',
    aksi: jalurOrang(tempat, o.id, 'tautan'),
    akibat: {
      judul: 'Tautan ini membuka akunnya.',
      butir: [
        'Hanya dapat dipakai sekali, dan kedaluwarsa.',
        'Tautan yang dibuat sebelumnya tidak berlaku lagi.',
        'Bila pemasangan ini dapat mengirim surel, tautan dikirim ke alamatnya saja; bila tidak, tautan ditunjukkan sekali untuk Anda serahkan.',
        'Tercatat pada log audit instansi, dan orangnya diberi tahu.',
      ],
    },
    tombol: 'Buat tautan',
    batal: jalurOrang(tempat, o.id),
  });
}
