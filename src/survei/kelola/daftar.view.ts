import { punyaIzinDi } from '../../auth/izin';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import type { Tempat } from '../../organisasi/tempat';
import type { UnitEntity } from '../../organisasi/unit.entity';
import { teksBilangan, teksIndonesia } from '../../shared/desimal';
import { JENIS_PERIODE, namaPeriodeLengkap, type JenisPeriode } from '../../shared/periode';
import { medan, type Pilihan } from '../../shared/tampilan/medan';
import { penomoran } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur, kueri } from '../../shared/tampilan/tautan';
import { hitungSurvei } from '../skor.rules';
import { namaAliran, STATUS_SURVEI } from '../status.rules';
import { adaHasil } from '../survei.rules';
import { bolehLihatSurvei } from '../survei.policy';
import type { SurveiTersimpan } from '../survei.query';
import { TANDA_STATUS } from '../tanda-survei';
import { bingkai, jalurSurvei, jalurSurveiBaru } from './halaman.view';
import type { DaftarSurvei, SaringanSurvei } from './kelola.query';

export interface BahanDaftar extends DaftarSurvei {
  readonly saringan: SaringanSurvei;
  readonly instrumen: readonly Instrumen[];
  readonly unit: readonly UnitEntity[];
}

const NAMA_JENIS: Readonly<Record<JenisPeriode, string>> = {
  tahun: 'Tahunan',
  semester: 'Semester',
  triwulan: 'Triwulan',
  bulan: 'Bulanan',
};

const TIADA = '–';

export function daftarView(tempat: Tempat, bahan: BahanDaftar): Halaman {
  const { saringan } = bahan;
  const alamat = jalurSurvei(tempat);
  const kelola = punyaIzinDi(tempat.pelaku, 'survei.kelola', tempat.instansi.id);
  const semuaTerlihat = bolehLihatSurvei(tempat.pelaku, tempat.instansi.id, 'draf');
  return new Halaman('survei/daftar', {
    kerangka: bingkai(tempat, 'Survei', [], { teks: 'Survei' }),
    judul: 'Survei',
    anak: semuaTerlihat
      ? 'Setiap survei kepuasan masyarakat instansi ini, juga yang masih draf. Satu periode dapat memuat beberapa aliran layanan.'
      : 'Survei kepuasan masyarakat yang sudah ditetapkan. Satu periode dapat memuat beberapa aliran layanan.',
    buat: kelola ? jalurSurveiBaru(tempat) : null,
    instrumen: jalur('instansi', tempat.instansi.kode, 'instrumen'),
    alamat,
    medan: medan(
      [
        {
          nama: 'periode',
          label: 'Tahun',
          jenis: 'pilihan',
          pilihan: denganSemua(bahan.tahun.map((t) => ({ nilai: t, teks: t }))),
        },
        { nama: 'jenis', label: 'Jenis periode', jenis: 'pilihan', pilihan: denganSemua(JENIS_PERIODE.map((j) => ({ nilai: j, teks: NAMA_JENIS[j] }))) }, // prettier-ignore
        ...(bahan.aliran.length === 0 ? [] : [{ nama: 'aliran', label: 'Aliran', jenis: 'pilihan' as const, pilihan: denganSemua(bahan.aliran.map((a) => ({ nilai: a, teks: a }))) }]), // prettier-ignore
        ...(semuaTerlihat ? [{ nama: 'status', label: 'Status', jenis: 'pilihan' as const, pilihan: denganSemua(STATUS_SURVEI.map((s) => ({ nilai: s, teks: TANDA_STATUS[s].kata }))) }] : []), // prettier-ignore
      ],
      { ...saringan },
    ),
    tersaring: Object.values(saringan).some((v) => v !== ''),
    baris: bahan.survei.length === 0 ? null : bahan.survei.map((s) => baris(tempat, s, bahan)),
    jumlah: `${teksBilangan(bahan.potongan.total)} survei, periode terbaru di atas.`,
    kosong:
      bahan.semua > 0
        ? {
            ikon: 'filter-off',
            judul: 'Tidak ada survei yang cocok',
            teks: `Ada ${teksBilangan(bahan.semua)} survei, tetapi tidak satu pun memenuhi semua saringan yang dipakai.`,
            tautan: alamat,
            ajakan: 'Hapus saringan',
          }
        : {
            ikon: 'chart-bar',
            judul: semuaTerlihat ? 'Belum ada survei' : 'Belum ada survei yang ditetapkan',
            teks: kelola
              ? 'Buat survei untuk sebuah periode, lalu isi hasilnya dengan formulir atau berkas. Survei juga masuk bersama paket.'
              : 'Survei dibuat dan diisi oleh koordinator SKM instansi ini. Tanyakan kepadanya bila seharusnya sudah ada.',
            tautan: kelola ? jalurSurveiBaru(tempat) : null,
            ajakan: kelola ? 'Buat survei pertama' : null,
          },
    penomoran: penomoran(bahan.potongan, 'survei', alamat, { ...saringan }),
  });
}

const denganSemua = (pilihan: readonly Pilihan[]): Pilihan[] => [{ nilai: '', teks: 'Semua' }, ...pilihan];

function baris(tempat: Tempat, { survei }: SurveiTersimpan, { instrumen, unit }: BahanDaftar): object {
  const milik = instrumen.find((i) => i.kode === survei.instrumen);
  const hasil = milik ? hitungSurvei(survei, milik) : null;
  const terbit = hasil?.terbit ?? null;
  const namaUnit = unit.find((u) => u.kode === survei.aliran?.unit);
  const beda = hasil?.selisihNilai && !hasil.selisihNilai.equals(0) ? `, selisih ${teksIndonesia(hasil.selisihNilai)}` : '';
  const nilai = hasil?.nilai ?? terbit?.nilai ?? null;
  const mutu = hasil?.nilai ? hasil.mutu?.mutu : terbit?.mutu;
  const catatan = hasil?.nilai
    ? terbit?.nilai && `terbit ${teksIndonesia(terbit.nilai)}${beda}`
    : terbit &&
      (terbit.nilai ? 'hanya angka terbit' : terbit.nrr ? `NRR terbit ${teksIndonesia(terbit.nrr)}` : 'hanya mutu terbit');
  return {
    judul: survei.judul,
    kode: survei.kode,
    tautan: kueri(jalurSurvei(tempat, survei.kode), {}),
    periode: namaPeriodeLengkap(survei.periode),
    aliran: namaAliran(survei.aliran ?? {}, namaUnit?.singkatan ?? namaUnit?.nama ?? null) ?? 'seluruh layanan',
    nilai: nilai ? teksIndonesia(nilai) : null,
    mutu: mutu ?? null,
    catatan: catatan ?? null,
    tanpaHasil: !adaHasil(survei),
    responden: survei.jumlahResponden === undefined ? TIADA : teksBilangan(survei.jumlahResponden),
    status: TANDA_STATUS[survei.status ?? 'ditetapkan'],
  };
}
