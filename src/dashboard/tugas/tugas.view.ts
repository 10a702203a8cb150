import { punyaIzinDi } from '../../auth/izin';
import type { Tempat } from '../../organisasi/tempat';
import { bingkaiRtl } from '../../rtl/halaman/halaman-rtl.view';
import { teksBilangan } from '../../shared/desimal';
import { namaPeriodeLengkap, periode, type KodePeriode } from '../../shared/periode';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur, kueri, teksKueri, type Kueri } from '../../shared/tampilan/tautan';
import { waktuDibawa } from '../../shared/tampilan/waktu';
import { hariKerja } from '../../verifikasi/lacak.rules';
import { butirTugas } from './butir-tugas.view';
import type { SlotUnit, Tugas } from './daftar-tugas';
import { sampingTugas } from './samping-tugas.view';
import { JENIS_TUGAS, semuaTugas, type JenisTugas, type JumlahTugas } from './tugas.rules';

/** What the address asks for. */
export interface SaringanTugas {
  readonly jenis: JenisTugas | null;
  /** triwulan or year; '' = all */
  readonly waktu: KodePeriode;
  readonly kosong: boolean;
}

export interface BahanTugas {
  readonly tempat: Tempat;
  readonly saringan: SaringanTugas;
  readonly jumlah: JumlahTugas;
  /** what is owed whatever the time */
  readonly semua: number;
  readonly potongan: Potongan;
  /** of this page */
  readonly tugas: readonly Tugas[];
  /** of all that pass the filter */
  readonly terlama: string | null;
  readonly slot: readonly SlotUnit[];
}

const NAMA: Readonly<Record<JenisTugas, string>> = {
  dikembalikan: 'Dikembalikan',
  terlambat: 'Terlambat',
  lapor: 'Perlu dilaporkan',
  draf: 'Draf',
  verifikasi: 'Menunggu verifikasi saya',
  keputusan: 'Menunggu keputusan saya',
};

/** The time of an address as one period; '' where it names none. */
export function waktuAlamat(kueriHttp: Readonly<Record<string, unknown>>): KodePeriode {
  const { tw, tahun } = waktuDibawa(kueriHttp);
  return String(tw ?? tahun ?? '');
}

export function bacaSaringanTugas(kueriHttp: Readonly<Record<string, unknown>>): SaringanTugas {
  const jenis = teksKueri(kueriHttp['jenis'], 20);
  return {
    jenis: JENIS_TUGAS.find((j) => j === jenis) ?? null,
    waktu: waktuAlamat(kueriHttp),
    kosong: teksKueri(kueriHttp['kosong'], 10) === 'tampil',
  };
}

/** The page *Tugas saya*: one list, the oldest first, one verb a row. */
export function tugasView(bahan: BahanTugas): Halaman {
  const { tempat, saringan, potongan, jumlah } = bahan;
  const { instansi, hariIni } = tempat;
  const alamat = jalur('instansi', instansi.kode, 'tugas');
  const waktu = kueriWaktu(saringan);
  const isi = { ...waktu, jenis: saringan.jenis };
  return new Halaman('dashboard/tugas', {
    kerangka: { ...bingkaiRtl(tempat, 'Tugas saya', []), gaya: ['tugas.css'], alamat },
    anak: kalimat(bahan),
    chip: chip(saringan, jumlah, (jenis, kosong) => kueri(alamat, { ...waktu, jenis, kosong: kosong ? 'tampil' : null })),
    waktu:
      saringan.waktu === ''
        ? null
        : { teks: namaPeriodeLengkap(periode(saringan.waktu)), tautan: kueri(alamat, { jenis: saringan.jenis }) },
    butir: bahan.tugas.map((t, i) => ({
      ...butirTugas(t, { kodeInstansi: instansi.kode, hariIni }),
      utama: i === 0 && potongan.halaman === 1,
    })),
    kosong: potongan.total > 0 ? null : kosong(bahan, alamat),
    penomoran: penomoran(potongan, 'tugas', alamat, isi),
    samping: sampingTugas({
      ...{ kodeInstansi: instansi.kode, zonaWaktu: instansi.zonaWaktu, hariIni, slot: bahan.slot },
      tw: /TW/.test(saringan.waktu) ? saringan.waktu : '',
    }),
    jalan: jalan(tempat),
  });
}

function kueriWaktu({ waktu }: SaringanTugas): Kueri {
  return waktu === '' ? {} : waktu.includes('TW') ? { tw: waktu } : { tahun: waktu };
}

function kalimat({ jumlah, semua, saringan, terlama, tempat }: BahanTugas): string {
  const banyak = semuaTugas(jumlah);
  const lain = semua - banyak;
  const sisa = lain > 0 ? ` ${teksBilangan(lain)} hal lagi dari waktu yang lain.` : '';
  const dalam = saringan.waktu === '' ? '' : ` untuk ${namaPeriodeLengkap(periode(saringan.waktu))}`;
  if (banyak === 0) return `Tidak ada yang menunggu Anda${dalam}.${sisa}`;
  const hari = terlama === null || terlama > tempat.hariIni ? 0 : hariKerja(terlama, tempat.hariIni);
  const lama = hari > 0 && saringan.jenis === null ? ` Yang paling lama sudah ${teksBilangan(hari)} hari kerja.` : '';
  return `${teksBilangan(banyak)} hal menunggu Anda${dalam}.${lama}${sisa}`;
}

function chip(
  { jenis, kosong: tampil }: SaringanTugas,
  jumlah: JumlahTugas,
  ke: (jenis: JenisTugas | null, kosong: boolean) => string,
): object {
  const satu = (j: JenisTugas | null, teks: string, n: number) => ({
    ...{ teks, jumlah: teksBilangan(n), tautan: ke(j, tampil), kini: j === jenis },
  });
  const hampa = JENIS_TUGAS.filter((j) => jumlah[j] === 0 && j !== jenis);
  return {
    butir: [
      satu(null, 'Semua', semuaTugas(jumlah)),
      ...JENIS_TUGAS.filter((j) => tampil || !hampa.includes(j)).map((j) => satu(j, NAMA[j], jumlah[j])),
    ],
    kosong:
      hampa.length === 0
        ? null
        : tampil
          ? { teks: 'Sembunyikan yang kosong', tautan: ke(jenis, false) }
          : { teks: `Tampilkan yang kosong (${hampa.length})`, tautan: ke(jenis, true) },
  };
}

/** Says why there is nothing, and who can change that. */
function kosong({ saringan, semua, tempat }: BahanTugas, alamat: string): object {
  if (saringan.jenis !== null || (saringan.waktu !== '' && semua > 0))
    return {
      ...{ ikon: 'filter-off', judul: 'Tidak ada yang cocok', tautan: null, ajakan: null },
      teks: 'Tidak ada tugas yang memenuhi saringan ini.',
      hapus: alamat,
    };
  const { pelaku, instansi } = tempat;
  const lapor = pelaku.peran.some((p) => p.instansiId === instansi.id && /pelapor|penanggung_jawab/.test(p.peran));
  const sebab = [
    ...(lapor ? ['Laporan unit Anda menjadi tugas sesudah koordinator membuka pelaporan triwulannya.'] : []),
    ...(punyaIzinDi(pelaku, 'verifikasi.putuskan', instansi.id)
      ? ['Laporan yang diajukan unit masuk ke sini untuk diperiksa.']
      : []),
    ...(punyaIzinDi(pelaku, 'rencana.tetapkan', instansi.id)
      ? ['Rencana, adendum, dan laporan tidak dapat yang diajukan masuk ke sini untuk diputuskan.']
      : []),
  ];
  return {
    ...{ ikon: 'checklist', judul: 'Tidak ada yang menunggu Anda', tautan: null, ajakan: null, hapus: null },
    teks: sebab.join(' '),
  };
}

/** Other places of this person's work. */
function jalan({ pelaku, instansi }: Tempat): object[] {
  const ke = (...akhir: string[]) => jalur('instansi', instansi.kode, ...akhir);
  return [
    ...(punyaIzinDi(pelaku, 'lapor.isi', instansi.id)
      ? [{ teks: 'Kirim gabungan: semua laporan satu triwulan', tautan: ke('kirim-gabungan') }]
      : []),
    ...(punyaIzinDi(pelaku, 'verifikasi.putuskan', instansi.id)
      ? [{ teks: 'Antrean verifikasi', tautan: ke('verifikasi') }]
      : []),
    ...(punyaIzinDi(pelaku, 'tidakDapat.putuskan', instansi.id)
      ? [{ teks: 'Laporan tidak dapat dilaksanakan', tautan: ke('tidak-dapat') }]
      : []),
    ...(punyaIzinDi(pelaku, 'jendela.kelola', instansi.id)
      ? [{ teks: 'Triwulan pelaporan: buka dan kunci', tautan: ke('triwulan') }]
      : []),
    { teks: 'Rencana tindak lanjut', tautan: ke('rencana') },
  ];
}
