import type { Tempat } from '../organisasi/tempat';
import { PENGGANTI, tandaKeadaan, tandaPelaksanaan } from '../progres/tanda-laporan';
import { bingkaiRtl } from '../rtl/halaman/halaman-rtl.view';
import type { GalatMedan, Ketikan } from '../shared/isian';
import { namaPeriodeLengkap, periode } from '../shared/periode';
import { medan, ringkasanGalat } from '../shared/tampilan/medan';
import { penomoran, type Potongan } from '../shared/tampilan/penomoran';
import { Halaman } from '../shared/tampilan/tampilan';
import { jalur, kueri } from '../shared/tampilan/tautan';
import { hariIniDi, waktuIndonesia } from '../shared/tanggal';
import type { AntreanQuery, BarisAntrean, PilihanAntrean, SaringanAntrean } from './antrean.query';
import { hariKerja } from './lacak.rules';
import { antreanDengan } from './periksa.view';
import { KEADAAN_ANTREAN, kueriSaringan } from './saringan-antrean';

export interface BahanAntrean {
  readonly tempat: Tempat;
  readonly saringan: SaringanAntrean;
  readonly jumlah: { readonly semua: number; readonly giliran: number };
  readonly potongan: Potongan;
  readonly daftar: readonly BarisAntrean[];
  readonly pilihan: PilihanAntrean;
  readonly selesai: Awaited<ReturnType<AntreanQuery['diputusSejak']>>;
  /** id of the report that is read; null for none */
  readonly dipilih: string | null;
  /** of `periksaView` */
  readonly rincian: object | null;
  readonly banyak: { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] };
  readonly status?: number;
}

/** The queue of who examines: list and detail side by side. */
export function antreanView(bahan: BahanAntrean): Halaman {
  const { tempat, saringan, jumlah, daftar, dipilih, banyak } = bahan;
  const alamat = jalur('instansi', tempat.instansi.kode, 'verifikasi');
  const bawaan = kueriSaringan(saringan);
  const tersaring = Object.values(saringan).some((v) => v !== '');
  const menunggu = saringan.keadaan === '' || saringan.keadaan === 'diajukan';
  const giliran = daftar.filter((b) => b.giliran);
  const butir = (b: BarisAntrean) => butirView(tempat, b, antreanDengan(tempat, bawaan, b.id), b.id === dipilih);
  const dibuka = giliran.filter((b) => b.dibuka);
  const bagian = menunggu
    ? [
        { id: 'menunggu', judul: 'Menunggu Anda', jumlah: jumlah.giliran, butir: giliran.map(butir) },
        {
          id: 'bukan',
          judul: 'Bukan giliran Anda',
          jumlah: jumlah.semua - jumlah.giliran,
          butir: daftar.filter((b) => !b.giliran).map(butir),
        },
      ]
    : [{ id: 'menunggu', judul: tandaKeadaan(saringan.keadaan).kata, jumlah: jumlah.semua, butir: daftar.map(butir) }];
  return new Halaman(
    'verifikasi/antrean',
    {
      kerangka: { ...bingkaiRtl(tempat, 'Antrean verifikasi', []), gaya: ['lapor.css'], skrip: ['antrean.js'], alamat },
      anak: kalimat(bahan, menunggu),
      alamat,
      medan: medanSaringan(bahan),
      tersaring,
      bagian: bagian.filter((b) => b.butir.length > 0),
      kosong:
        daftar.length > 0
          ? null
          : tersaring && (saringan.keadaan !== 'diajukan' || jumlah.semua === 0)
            ? kosongSaringan(alamat)
            : KOSONG,
      penomoran: penomoran(bahan.potongan, 'laporan', alamat, bawaan),
      selesai: bahan.selesai.map((s) => ({
        ...{ kode: s.kegiatan, uraian: s.uraian, tautan: antreanDengan(tempat, bawaan, s.id) },
        tanda: {
          ...tandaKeadaan(s.ke),
          kata: `${tandaKeadaan(s.ke).kata}, ${waktuIndonesia(tempat.instansi.zonaWaktu, s.pada).replace(/^.*? (?=\d\d\.)/, '')}`,
        },
      })),
      rincian: bahan.rincian,
      pertama: giliran[0] ? antreanDengan(tempat, bawaan, giliran[0].id) : null,
      banyak:
        dibuka.length < 2
          ? null
          : {
              aksi: kueri(`${alamat}/banyak`, bawaan),
              butir: dibuka.map((b) => ({
                nama: `pilih.${b.id}`,
                kode: b.kegiatan,
                uraian: b.uraian,
                dipilih: banyak.ketikan[`pilih.${b.id}`] === 'ya',
              })),
            },
      ringkasanBanyak: ringkasanGalat(
        'Belum ada yang diverifikasi',
        banyak.galat.map((g) => ({ ...g, medan: g.medan === 'pilih' ? 'banyak' : g.medan })),
      ),
    },
    bahan.status ?? 200,
  );
}

const KOSONG = {
  ikon: 'checklist',
  judul: 'Tidak ada yang menunggu',
  teks: 'Laporan yang diajukan unit masuk ke antrean ini dengan sendirinya, yang paling lama di atas.',
  tautan: null,
  ajakan: null,
};
const kosongSaringan = (alamat: string) => ({
  ...{ ikon: 'filter-off', judul: 'Tidak ada yang cocok', tautan: alamat, ajakan: 'Hapus saringan' },
  teks: 'Tidak ada laporan yang memenuhi semua saringan yang dipakai.',
});

function kalimat({ jumlah, daftar, tempat }: BahanAntrean, menunggu: boolean): string {
  if (!menunggu) return `${jumlah.semua} laporan.`;
  if (jumlah.giliran === 0) return 'Tidak ada laporan yang menunggu putusan Anda.';
  const lama = daftar[0]?.giliran ? hariKerjaDi(tempat, daftar[0].sejak) : 0;
  return `${jumlah.giliran} laporan menunggu putusan Anda.${lama > 0 ? ` Yang paling lama sudah ${lama} hari kerja.` : ''}`;
}

function hariKerjaDi({ instansi, hariIni }: Tempat, sejak: Date): number {
  return hariKerja(hariIniDi(instansi.zonaWaktu, sejak), hariIni);
}

function butirView(tempat: Tempat, b: BarisAntrean, tautan: string, kini: boolean): object {
  const lama = hariKerjaDi(tempat, b.sejak);
  return {
    ...{
      kode: b.kegiatan,
      periode: namaPeriodeLengkap(periode(b.periode)),
      uraian: b.uraian,
      unit: b.unit ?? 'tanpa unit',
      tautan,
      kini,
    },
    lama: b.keadaan === 'diajukan' && lama > 0 ? `${lama} hari kerja` : null,
    status: tandaPelaksanaan(b.status),
    bukti: `${b.bukti} bukti`,
    tanda: [
      ...(b.pengganti ? [PENGGANTI] : []),
      ...(b.terlambat ? [{ nada: 'ina-waspada', ikon: 'alert-triangle', kata: 'Terlambat' }] : []),
      ...(b.dibuka ? [{ nada: '', ikon: 'check', kata: 'Sudah Anda buka' }] : []),
    ],
    sebab:
      b.giliran || b.keadaan !== 'diajukan'
        ? null
        : b.sendiri
          ? 'Anda ikut melaporkannya; diperiksa orang lain'
          : 'Tidak dapat dilaksanakan; diputuskan pimpinan',
  };
}

function medanSaringan({ saringan, pilihan }: BahanAntrean): object[] {
  const semua = { nilai: '', teks: 'Semua' };
  return medan(
    [
      {
        nama: 'keadaan',
        label: 'Keadaan',
        jenis: 'pilihan',
        pilihan: [
          { nilai: '', teks: 'Menunggu putusan' },
          ...KEADAAN_ANTREAN.slice(1).map((k) => ({ nilai: k, teks: tandaKeadaan(k).kata })),
        ],
      },
      {
        nama: 'unit',
        label: 'Unit',
        jenis: 'pilihan',
        pilihan: [semua, ...pilihan.unit.map((u) => ({ nilai: u.kode, teks: u.nama }))],
      },
      {
        nama: 'pelapor',
        label: 'Pelapor',
        jenis: 'pilihan',
        pilihan: [semua, ...pilihan.pelapor.map((p) => ({ nilai: p.id, teks: p.nama }))],
      },
      {
        nama: 'periode',
        label: 'Periode',
        jenis: 'pilihan',
        pilihan: [semua, ...pilihan.periode.map((p) => ({ nilai: p, teks: namaPeriodeLengkap(periode(p)) }))],
      },
    ],
    { ...saringan },
  );
}
