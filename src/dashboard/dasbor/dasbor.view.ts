import type { BerkasLaporan } from '../../laporan/berkas.query';
import { hitungRencana, instrumenSurvei } from '../../realisasi/hasil.rules';
import { teksBilangan } from '../../shared/desimal';
import { awalPeriode, akhirPeriode, bacaPeriode, bulanDalamKata, namaPeriode } from '../../shared/periode';
import { penomoran, potong } from '../../shared/tampilan/penomoran';
import { jalur, kueri, teksKueri, type Kueri } from '../../shared/tampilan/tautan';
import { hariIniDi, waktuIndonesia } from '../../shared/tanggal';
import { hitungSurvei, type HasilSurvei } from '../../survei/skor.rules';
import type { Survei } from '../../survei/survei.rules';
import { hitunganView } from '../hitungan.view';
import type { BahanInstansi } from '../instansi.view';
import { kerangka } from '../kerangka.view';
import { tahunRencana } from '../kolom.view';
import { ubinRencana } from '../rencana-ubin.view';
import type { RincianRencana } from '../rencana/rincian.query';
import { penamaUnsur } from '../rencana/matriks-halaman.view';
import { STATUS_SARINGAN, TANPA_UNIT } from '../saringan.view';
import { butirTugas } from '../tugas/butir-tugas.view';
import type { SlotUnit, Tugas } from '../tugas/daftar-tugas';
import type { Ubin } from '../ubin.view';
import { waktuInstansi } from '../waktu-instansi.view';
import { keteranganWaktu, kueriWaktu, pitaWaktu, type Waktu } from '../waktu.view';
import { jumlahDasbor, kolomDasbor, menurutUnit, menurutUnsur, type NilaiDasbor } from './tabel-dasbor';
import { pilahTerlambat, slotMilik, terlambatView } from './terlambat.view';

const UNIT_PER_HALAMAN = 50;

export interface BahanDasbor extends BahanInstansi {
  /** the plan that is shown; null where none is ditetapkan */
  readonly dipilih: BerkasLaporan | null;
  readonly rinci: Pick<RincianRencana, 'kelompok' | 'unsur'>;
  /** of the plan, in the chosen time */
  readonly slot: readonly SlotUnit[];
  /** what waits for this pimpinan, the oldest first; null for who decides nothing */
  readonly keputusan: { readonly jumlah: number; readonly tugas: readonly Tugas[] } | null;
}

/** Time of the agency's pages, as its dasbor and its summary both read it. */
export function waktuDasbor(bahan: Pick<BahanInstansi, 'survei' | 'berkas' | 'kueri'>): Waktu {
  return waktuInstansi({ tahunSurvei: bahan.survei.map((s) => s.periode.tahun), rencana: bahan.berkas }, bahan.kueri);
}

/** The plan that the address names, else the newest that is ditetapkan and touches the year that is shown. Figures are of such plans only. */
export function pilihRencana(bahan: Pick<BahanInstansi, 'survei' | 'berkas' | 'kueri'>): BerkasLaporan | null {
  const tetap = bahan.berkas.filter((b) => b.rencana.status === 'ditetapkan');
  const diminta = tetap.find((b) => b.rencana.kode === teksKueri(bahan.kueri['rencana']));
  const { tahun } = waktuDasbor(bahan);
  const setahun = tetap.filter((b) => tahun !== null && tahunRencana(b.rencana, b.realisasi).includes(tahun));
  return diminta ?? setahun.at(-1) ?? tetap.at(-1) ?? null;
}

/** The head's minute: the sentence first, then the tiles, what waits for a decision, what is late, by unit, by unsur. */
export function dasborView(bahan: BahanDasbor): object {
  const { instansi, dipilih } = bahan;
  const waktu = waktuDasbor(bahan);
  const p = bacaPeriode(waktu.tw);
  const dasar = jalur('instansi', instansi.kode);
  const hariIni = hariIniDi(instansi.zonaWaktu, bahan.sekarang);
  return {
    kerangka: {
      ...kerangka({
        judul: 'Dasbor',
        instansi,
        keterangan: keteranganWaktu(waktu),
        pita: pitaWaktu(dasar, waktu, { rencana: dipilih?.rencana.kode, tampilan: teksKueri(bahan.kueri['tampilan'], 20) }),
        waktu: kueriWaktu(waktu),
        lanskap: true,
        sekarang: bahan.sekarang,
      }),
      gaya: ['tugas.css'],
    },
    judul: p ? `Dasbor ${namaPeriode(p)} · ${bulanDalamKata(p)}` : waktu.tahun === null ? 'Dasbor' : `Dasbor ${waktu.tahun}`,
    ringkasan: kueri(dasar, { ...kueriWaktu(waktu), tampilan: 'ringkasan' }),
    per: `Data langsung per ${waktuIndonesia(instansi.zonaWaktu, bahan.sekarang)}.`,
    pilihan: pilihanRencana(bahan, waktu, dasar),
    kosong: dipilih ? null : sebabKosong(bahan, dasar),
    isi: dipilih ? isiDasbor(bahan, dipilih, waktu, { dasar, hariIni }) : null,
    keputusan: bahan.keputusan && {
      jumlah: bahan.keputusan.jumlah,
      tautan: kueri(jalur('instansi', instansi.kode, 'tugas'), { jenis: 'keputusan' }),
      butir: bahan.keputusan.tugas.map((t) => butirTugas(t, { kodeInstansi: instansi.kode, hariIni })),
    },
  };
}

function pilihanRencana({ berkas, dipilih, kueri: k }: BahanDasbor, waktu: Waktu, dasar: string): object[] | null {
  const tetap = berkas.filter((b) => b.rencana.status === 'ditetapkan');
  if (tetap.length < 2) return null;
  const lain = { ...kueriWaktu(waktu), tampilan: teksKueri(k['tampilan'], 20) };
  return [...tetap].reverse().map(({ rencana }) => ({
    ...{ teks: rencana.kode, judul: rencana.judul, kini: rencana.kode === dipilih?.rencana.kode },
    tautan: kueri(dasar, { ...lain, rencana: rencana.kode }),
  }));
}

function sebabKosong({ berkas }: BahanDasbor, dasar: string): object {
  const teks =
    berkas.length === 0
      ? 'Koordinator belum menyusun rencana tindak lanjut. Angkanya muncul sesudah rencana disusun, diajukan, dan ditetapkan.'
      : `${teksBilangan(berkas.length)} rencana masih draf atau diajukan. Angkanya muncul sesudah pimpinan menetapkannya.`;
  return { judul: 'Belum ada rencana yang ditetapkan', teks, tautan: `${dasar}/rencana`, ajakan: 'Buka daftar rencana' };
}

function isiDasbor(
  bahan: BahanDasbor,
  berkas: BerkasLaporan,
  waktu: Waktu,
  { dasar, hariIni }: { dasar: string; hariIni: string },
): object {
  const { rencana, unit } = berkas;
  const hasil = hitungRencana(berkas, waktu.per ?? undefined, hariIni);
  const alamat = jalur('instansi', bahan.instansi.kode, 'rencana', rencana.kode);
  const tetap: Kueri = kueriWaktu(waktu);
  const sini: Kueri = { ...tetap, rencana: rencana.kode, tampilan: teksKueri(bahan.kueri['tampilan'], 20) };
  const tabel = { kegiatan: hasil.kegiatan, alamat, tetap, unit, rinci: bahan.rinci };
  const semuaUnit = menurutUnit(tabel);
  const potongan = potong(semuaUnit.length, UNIT_PER_HALAMAN, teksKueri(bahan.kueri['hu']));
  const diminta = teksKueri(bahan.kueri['unit']);
  const unitDipilih = semuaUnit.find((u) => u.kode === diminta) ?? null;
  const { belum } = pilahTerlambat(bahan.slot, hariIni);
  const keUnit = (kode: string) => kueri(dasar, { ...sini, unit: kode }, 'terlambat');
  const nilai = nilaiUnsur(bahan, berkas);
  const [melapor, , pekppp8] = ubinRencana(hasil, berkas, alamat, tetap);
  return {
    nama: rencana.judul,
    kode: rencana.kode,
    tautan: kueri(alamat, tetap),
    tautanHitungan: kueri(alamat, tetap, 'hitungan'),
    pdf: `${alamat}/laporan.pdf`,
    anak: `${rencana.judul} (${rencana.kode}), ${teksBilangan(hasil.kegiatan.length)} kegiatan dalam ${teksBilangan(rencana.prioritas.length)} prioritas.`,
    hitungan: hitunganView(hasil.realisasi, alamat, tetap, ''),
    ubin: [
      ...(melapor ? [melapor] : []),
      ubinTerverifikasi(hasil.kegiatan, alamat, tetap),
      {
        angka: teksBilangan(belum.length),
        satuan: null,
        teks: belum.length === 0 ? 'tidak ada slot yang lewat batas lapor' : 'slot belum dilaporkan dan lewat batasnya',
        tautan: belum.length === 0 ? null : kueri(dasar, sini, 'terlambat'),
        ajakan: belum.length === 0 ? null : `lihat ${teksBilangan(belum.length)} slot`,
      } satisfies Ubin,
      ...(pekppp8 ? [pekppp8] : []),
    ],
    terlambat: {
      ...terlambatView({
        ...{ kodeInstansi: bahan.instansi.kode, hariIni, alamat: dasar, halaman: teksKueri(bahan.kueri['ht']) },
        slot: unitDipilih ? slotMilik(bahan.slot, unitDipilih.milik) : bahan.slot,
        tetap: { ...sini, unit: unitDipilih?.kode },
        lihat: teksKueri(bahan.kueri['terlambat']) === 'pernah' ? 'pernah' : 'belum',
      }),
      unit: unitDipilih && { nama: unitDipilih.nama, tautan: kueri(dasar, sini, 'terlambat') },
    },
    kolom: kolomDasbor(hasil.kegiatan),
    unit: semuaUnit.slice(potongan.lewati, potongan.lewati + potongan.ambil).map(({ kode, nama, sel, milik }) => {
      const n = slotMilik(belum, milik).length;
      const lewat = { label: 'Lewat batas', teks: teksBilangan(n), tautan: n === 0 ? null : keUnit(kode) };
      return { nama, sel: [...sel, lewat], redup: kode === TANPA_UNIT };
    }),
    jumlah: jumlahDasbor(tabel),
    jumlahLewat: { teks: teksBilangan(belum.length), tautan: belum.length === 0 ? null : kueri(dasar, sini, 'terlambat') },
    penomoranUnit: penomoran(potongan, 'unit', dasar, sini, 'per-unit', 'hu'),
    unsur: menurutUnsur(tabel, nilai),
    survei: {
      sebelum: nilai.sebelum?.judul ?? 'Nilai',
      sesudah: nilai.sesudah ? nilai.sesudah.judul : null,
    },
  };
}

function ubinTerverifikasi(kegiatan: Parameters<typeof kolomDasbor>[0], alamat: string, tetap: Kueri): Ubin {
  const cocok = STATUS_SARINGAN.find((s) => s.kode === 'terverifikasi');
  const n = kegiatan.filter((k) => cocok?.cocok(k)).length;
  return {
    angka: teksBilangan(n),
    satuan: `dari ${teksBilangan(kegiatan.length)}`,
    teks: 'kegiatan terverifikasi',
    tautan: n === 0 ? null : kueri(alamat, { ...tetap, status: 'terverifikasi' }, 'matriks'),
    ajakan: n === 0 ? null : `lihat ${teksBilangan(n)} kegiatan`,
  };
}

interface NilaiBernama extends Omit<NilaiDasbor, 'sebelum' | 'sesudah'> {
  readonly sebelum: (HasilSurvei & { readonly judul: string }) | null;
  readonly sesudah: (HasilSurvei & { readonly judul: string }) | null;
}

/** Values of the survey that the plan answers, and of the first one after it by the same instrument. */
function nilaiUnsur({ survei }: BahanDasbor, berkas: BerkasLaporan): NilaiBernama {
  const milik = survei.find((s) => s.kode === berkas.rencana.survei);
  const hitung = (s: Survei | undefined) =>
    s ? { ...hitungSurvei(s, instrumenSurvei(berkas, s)), judul: namaPeriode(s.periode) } : null;
  const nanti = survei
    .filter((s) => milik && s.instrumen === milik.instrumen && awalPeriode(s.periode) > akhirPeriode(milik.periode))
    .sort((a, b) => awalPeriode(a.periode).localeCompare(awalPeriode(b.periode)));
  return { namaUnsur: penamaUnsur(berkas), sebelum: hitung(milik), sesudah: hitung(nanti[0]) };
}
