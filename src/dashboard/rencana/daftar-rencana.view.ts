import { punyaIzinDi } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import type { BerkasLaporan } from '../../laporan/berkas.query';
import { hitungRencana } from '../../realisasi/hasil.rules';
import { kalimatPersen } from '../../realisasi/realisasi.rules';
import type { StatusRencana } from '../../rtl/rtl.rules';
import { teksBilangan } from '../../shared/desimal';
import { namaPeriodeLengkap } from '../../shared/periode';
import { penomoran, potong } from '../../shared/tampilan/penomoran';
import { jalur, kueri, teksKueri, type Kueri } from '../../shared/tampilan/tautan';
import { hariIniDi, tanggalIndonesia } from '../../shared/tanggal';
import { TIADA } from '../angka.view';
import type { BahanInstansi } from '../instansi.view';
import { kerangka } from '../kerangka.view';
import { tahunRencana } from '../kolom.view';
import type { Chip } from '../saringan.view';
import { tandaRencana } from '../tanda.view';
import { hitungTingkat } from '../temuan.view';
import { waktuInstansi } from '../waktu-instansi.view';
import { keteranganWaktu, kueriWaktu, pitaWaktu, type Waktu } from '../waktu.view';
import type { RingkasanRencana } from './rincian.query';

const BARIS_PER_HALAMAN = 50;
const STATUS: readonly StatusRencana[] = ['draf', 'diajukan', 'ditetapkan'];

export interface BahanDaftarRencana extends BahanInstansi {
  readonly pelaku: Pelaku;
  readonly instansiId: string;
  /** by kode of plan */
  readonly ringkasan: ReadonlyMap<string, RingkasanRencana>;
}

/** Every plan of an agency, the newest first: how far it is, who has to act, and the way in. */
export function daftarRencanaView(bahan: BahanDaftarRencana): object {
  const { instansi, berkas, pelaku, instansiId, kueri: kueriHttp } = bahan;
  const waktu = waktuInstansi({ tahunSurvei: bahan.survei.map((s) => s.periode.tahun), rencana: berkas }, kueriHttp);
  const bawa = kueriWaktu(waktu);
  const alamat = jalur('instansi', instansi.kode, 'rencana');
  const diminta = teksKueri(kueriHttp['status']);
  const status = STATUS.find((s) => s === diminta) ?? null;
  const setahun = berkas.filter((b) => diTahun(b, waktu)).reverse();
  const cocok = setahun.filter((b) => status === null || b.rencana.status === status);
  const potongan = potong(cocok.length, BARIS_PER_HALAMAN, teksKueri(kueriHttp['h']));
  return {
    kerangka: kerangka({
      judul: 'Rencana',
      instansi,
      keterangan: keteranganWaktu(waktu),
      remah: [{ teks: 'Rencana' }],
      pita: pitaWaktu(alamat, waktu, { status }),
      waktu: bawa,
      lanskap: true,
      sekarang: bahan.sekarang,
    }),
    anak: `${teksBilangan(berkas.length)} rencana tindak lanjut ${instansi.singkatan}, yang terbaru di atas.`,
    buat: punyaIzinDi(pelaku, 'rencana.susun', instansiId) ? jalur('instansi', instansi.kode, 'rencana-baru') : null,
    kelompok: jalur('instansi', instansi.kode, 'kelompok-unit'),
    ada: berkas.length > 0,
    chip: chipStatus(setahun, status, (s) => kueri(alamat, { ...bawa, status: s })),
    aktif: chipAktif(waktu, status, alamat, bawa),
    baris: cocok.slice(potongan.lewati, potongan.lewati + potongan.ambil).map((b) => baris(b, bahan, waktu, bawa)),
    penomoran: penomoran(potongan, 'rencana', alamat, { ...bawa, status }),
    alamat,
  };
}

/** A year that the address names leaves only the plans that it touches; a plan without any time is of every year. */
function diTahun({ rencana, realisasi }: BerkasLaporan, { tahun, tahunDipilih }: Waktu): boolean {
  if (!tahunDipilih || tahun === null) return true;
  const milik = tahunRencana(rencana, realisasi);
  return milik.length === 0 || milik.includes(tahun);
}

function chipStatus(
  berkas: readonly BerkasLaporan[],
  status: StatusRencana | null,
  ke: (s: StatusRencana | null) => string,
): Chip[] {
  const semua: Chip = { teks: 'Semua', jumlah: teksBilangan(berkas.length), tautan: ke(null), kini: status === null };
  const satu = STATUS.flatMap((s) => {
    const jumlah = berkas.filter((b) => b.rencana.status === s).length;
    if (jumlah === 0 && s !== status) return [];
    return [{ teks: tandaRencana(s).kata, jumlah: teksBilangan(jumlah), tautan: ke(s), kini: s === status }];
  });
  return [semua, ...satu];
}

function chipAktif(waktu: Waktu, status: StatusRencana | null, alamat: string, bawa: Kueri): Chip[] {
  const satu = (teks: string, tautan: string): Chip => ({ teks, jumlah: null, tautan, kini: false });
  return [
    ...(waktu.tahunDipilih ? [satu(`Tahun ${waktu.tahun}`, kueri(alamat, { status }))] : []),
    ...(status === null ? [] : [satu(`Status: ${tandaRencana(status).kata}`, kueri(alamat, bawa))]),
  ];
}

function baris(berkas: BerkasLaporan, { ringkasan, sekarang }: BahanDaftarRencana, waktu: Waktu, bawa: Kueri): object {
  const { rencana, instansi } = berkas;
  const hasil = hitungRencana(berkas, waktu.per ?? undefined, hariIniDi(instansi.zonaWaktu, sekarang));
  const kalimat = kalimatPersen(hasil.realisasi);
  const kurung = kalimat.indexOf(' (');
  const alamat = jalur('instansi', instansi.kode, 'rencana', rencana.kode);
  const melapor = hasil.kegiatan.filter((k) => k.realisasi).length;
  const total = hasil.kegiatan.length;
  const menungguPenetapan = hasil.realisasi.menunggu;
  const ringkas = ringkasan.get(rencana.kode);
  const menunggu = ringkas?.menunggu ?? 0;
  const sejak = ringkas?.sejak ? `sejak ${tanggalIndonesia(hariIniDi(instansi.zonaWaktu, ringkas.sejak))}` : null;
  return {
    kode: rencana.kode,
    judul: rencana.judul,
    tautan: kueri(alamat, bawa),
    untuk: rencana.survei ?? (rencana.periode ? namaPeriodeLengkap(rencana.periode) : TIADA),
    status: tandaRencana(rencana.status),
    kunci: rencana.status === 'draf' ? null : rencana.status === 'ditetapkan' ? 'terkunci' : 'menunggu penetapan',
    sejak,
    kegiatan: teksBilangan(total),
    dilaporkan: total === 0 || menungguPenetapan ? TIADA : `${teksBilangan(melapor)} dari ${teksBilangan(total)}`,
    tautanBelum:
      hasil.kegiatan.some((k) => k.belumMelapor) && !menungguPenetapan
        ? kueri(alamat, { ...bawa, status: 'belum-melapor' }, 'matriks')
        : null,
    persen: kalimat.slice(0, kurung),
    pecahan: menungguPenetapan ? '' : kalimat.slice(kurung + 2, -1),
    adendum: [
      ringkas && ringkas.adendum > 0 ? `${teksBilangan(ringkas.adendum)} adendum` : null,
      menunggu > 0 ? `${teksBilangan(menunggu)} usulan menunggu` : null,
    ]
      .filter(Boolean)
      .join(', ') || TIADA, // prettier-ignore
    temuan: hitungTingkat(hasil.temuan),
    tautanTemuan: kueri(alamat, bawa, 'pemeriksaan'),
  };
}
