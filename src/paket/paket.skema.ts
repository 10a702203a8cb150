import { JENIS_PERIODE, bacaPeriode, jumlahPerTahun, type Periode } from '../shared/periode';
import { TAHUN_AKHIR, TAHUN_AWAL, tanggalLengkap, tanggalSah } from '../shared/tanggal';
import type { KelasMutu, UnsurInstrumen } from '../instrumen/instrumen.rules';
import type { CatatanLaporan, Penandatangan } from '../laporan/laporan.rules';
import { BARIS_KOP_TERBANYAK, type Instansi, type Pengaturan, type Unit } from '../organisasi/organisasi.rules';
import type { AturanTertulis } from '../organisasi/aturan.rules';
import type { AsalKegiatan, Kegiatan, PenanggungJawab, Prioritas, PrioritasDilewati, Rencana } from '../rtl/rtl.rules';
import { KANAL, STATUS_SURVEI, type Aliran } from '../survei/status.rules';
import type { Terbit } from '../survei/survei.rules';
import { kutip } from './masalah';
import { FORMAT_PAKET, VERSI_PAKET } from './paket';
import type {
  BuktiPaket,
  InstrumenPaket,
  JumlahPaket,
  NilaiUnsurPaket,
  Paket,
  RealisasiPaket,
  ResponsPaket,
  SurveiPaket,
} from './paket';
import {
  anak,
  bilangan,
  daftar,
  jenisNilai,
  kode,
  objek,
  opsional,
  peta,
  pilihan,
  teks,
  teksSah,
  wajib,
  yaTidak,
  type Baca,
} from './skema';

const nama = teks({ maks: 1000 });
const tanggal = teksSah(tanggalSah, 'tanggal yang ada; tulis 2024-05-08, atau 2024-05 bila hanya bulannya yang diketahui');
const hari = teksSah(tanggalLengkap, 'tanggal yang ada; tulis lengkap, misalnya 2024-05-08');
const kodePeriode = teksSah((t) => bacaPeriode(t) !== null, 'periode; tulis 2024, 2024-S2, 2024-TW3, atau 2024-08');
const cacah = bilangan({ min: 0, maks: 2_000_000_000, bulat: true });

function zonaSah(zona: string): boolean {
  try {
    new Intl.DateTimeFormat('id', { timeZone: zona });
    return /^[A-Za-z]/.test(zona);
  } catch {
    return false;
  }
}

function alamatSah(alamat: string): boolean {
  return alamat.length <= 2000 && URL.canParse(alamat) && ['http:', 'https:'].includes(new URL(alamat).protocol);
}

const aturan = objek<AturanTertulis>({
  satuan: wajib(pilihan(['kegiatan', 'prioritas'])),
  bobotSebagian: wajib(bilangan({ min: 0, maks: 1, desimal: 4 })),
  dasar: opsional(pilihan(['klaim', 'terverifikasi'])),
  tidakDapat: opsional(pilihan(['dalam-penyebut', 'dikecualikan'])),
  pengganti: opsional(pilihan(['dihitung', 'tidak'])),
});

const instansi = objek<Instansi>({
  kode: wajib(kode),
  nama: wajib(nama),
  singkatan: wajib(nama),
  kota: wajib(nama),
  zonaWaktu: wajib(
    teksSah(zonaSah, 'zona waktu IANA, misalnya Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT)'),
  ),
  situs: opsional(nama),
  kopSurat: opsional(daftar(nama, { maks: BARIS_KOP_TERBANYAK })),
  pengaturan: opsional(
    objek<Pengaturan>({
      realisasi: opsional(aturan),
      jumlahPrioritas: opsional(bilangan({ min: 1, maks: 100, bulat: true })),
      kertas: opsional(pilihan(['a4', 'f4'])),
      skalaGanda: opsional(yaTidak),
    }),
  ),
});

const unit = objek<Unit>({
  kode: wajib(kode),
  nama: wajib(nama),
  singkatan: opsional(nama),
  jenis: wajib(nama),
  induk: opsional(kode),
  berakhir: opsional(hari),
  penerus: opsional(kode),
});

const instrumen = objek<InstrumenPaket>({
  kode: wajib(kode),
  nama: wajib(nama),
  skala: wajib(
    objek({ min: wajib(bilangan({ min: 0, bulat: true })), maks: wajib(bilangan({ min: 1, maks: 1000, bulat: true })) }),
  ),
  unsur: wajib(
    daftar(
      objek<UnsurInstrumen>({
        kode: wajib(kode),
        nama: wajib(nama),
        pertanyaan: opsional(daftar(nama)),
        jawaban: opsional(daftar(nama)),
      }),
      { min: 1 },
    ),
  ),
  mutu: wajib(
    daftar(
      objek<KelasMutu>({ mutu: wajib(kode), kinerja: wajib(nama), min: wajib(bilangan({ min: 0, maks: 100, desimal: 2 })) }),
      {
        min: 1,
      },
    ),
  ),
  peraturan: opsional(nama),
  pokok: opsional(kode),
  versi: opsional(bilangan({ min: 2, bulat: true })),
  berlaku: opsional(objek<{ mulai?: string; selesai?: string }>({ mulai: opsional(tanggal), selesai: opsional(tanggal) })),
  tambahan: opsional(daftar(nama)),
});

/** `{jenis, tahun, ke}`; a year has no `ke`, the others must have one that exists. */
const periode: Baca<Periode> = (nilai, jalur, masalah) => {
  const hasil = objek<Periode>({
    jenis: wajib(pilihan(JENIS_PERIODE)),
    tahun: wajib(bilangan({ min: TAHUN_AWAL, maks: TAHUN_AKHIR, bulat: true })),
    ke: opsional(bilangan({ bulat: true })),
  })(nilai, jalur, masalah);
  if (!hasil?.jenis) return hasil;
  const banyak = jumlahPerTahun(hasil.jenis);
  if (hasil.jenis === 'tahun') {
    if ('ke' in hasil) masalah.tambah(anak(jalur, 'ke'), 'periode tahun tidak memakai “ke”.');
  } else if (!('ke' in hasil)) {
    masalah.tambah(anak(jalur, 'ke'), `wajib diisi: ${hasil.jenis} ke-1 sampai ke-${banyak}.`);
  } else if (hasil.ke !== undefined && (hasil.ke < 1 || hasil.ke > banyak)) {
    masalah.tambah(anak(jalur, 'ke'), `${kutip(hasil.ke)} tidak sah; ${hasil.jenis} ke-1 sampai ke-${banyak}.`);
  }
  return hasil;
};

/** A million rows are checked in place, not copied; the answers themselves are checked against the instrument's scale later. */
const barisRespons: Baca<readonly string[]> = (nilai, jalur, masalah) => {
  if (!Array.isArray(nilai)) {
    masalah.tambah(jalur, `harus berupa daftar [ … ], bukan ${jenisNilai(nilai)}.`);
    return undefined;
  }
  const sah = nilai.every((baris) => typeof baris === 'string');
  nilai.forEach((baris: unknown, i) => {
    if (typeof baris === 'string') return;
    masalah.tambah(`${jalur}[${i}]`, `harus berupa teks jawaban seperti "333333343", bukan ${jenisNilai(baris)}.`);
  });
  return sah ? nilai : undefined;
};

/** The classes that people type on a Cyrillic or Greek keyboard look like ours and are read as ours (DOMAIN section 9). */
const SERUPA: ReadonlyMap<string, string> = new Map(Object.entries({ А: 'A', Α: 'A', В: 'B', Β: 'B', С: 'C', Ϲ: 'C' }));
const hurufMutu: Baca<string> = (nilai, jalur, masalah) => {
  const hasil = kode(nilai, jalur, masalah);
  return hasil && (SERUPA.get(hasil) ?? hasil);
};

const survei = objek<SurveiPaket>({
  kode: wajib(kode),
  judul: wajib(nama),
  instrumen: wajib(kode),
  periode: wajib(periode),
  status: opsional(pilihan(STATUS_SURVEI)),
  aliran: opsional(objek<Aliran>({ layanan: opsional(nama), unit: opsional(kode), kanal: opsional(pilihan(KANAL)) })),
  pelaksanaan: opsional(objek({ mulai: wajib(tanggal), selesai: wajib(tanggal) })),
  tanggalTerbit: opsional(tanggal),
  populasi: opsional(cacah),
  jumlahResponden: opsional(cacah),
  respondenPerLayanan: opsional(
    daftar(objek<{ readonly unit: string; readonly jumlah: number }>({ unit: wajib(kode), jumlah: wajib(cacah) })),
  ),
  urutanUnsur: opsional(daftar(kode)),
  terbit: opsional(objek<Terbit>({ nrr: opsional(bilangan()), nilai: opsional(bilangan()), mutu: opsional(hurufMutu) })),
  respons: opsional(objek<ResponsPaket>({ unsur: wajib(daftar(kode, { min: 1 })), baris: wajib(barisRespons) })),
  jumlahPerUnsur: opsional(
    objek<JumlahPaket>({
      n: wajib((nilai, jalur, masalah) =>
        typeof nilai === 'object' ? peta(cacah)(nilai, jalur, masalah) : cacah(nilai, jalur, masalah),
      ),
      jumlah: wajib(peta(cacah)),
    }),
  ),
  nilaiUnsur: opsional(
    daftar(objek<NilaiUnsurPaket>({ unsur: wajib(kode), nrr: opsional(bilangan()), nilai: opsional(bilangan()) }), { min: 1 }),
  ),
});

const penanggungJawab: Baca<PenanggungJawab> = (nilai, jalur, masalah) => {
  const hasil = objek<{ unit?: string; kelompok?: string }>({ unit: opsional(kode), kelompok: opsional(nama) })(
    nilai,
    jalur,
    masalah,
  );
  if (hasil && 'unit' in hasil === 'kelompok' in hasil) {
    masalah.tambah(jalur, 'isi tepat satu: “unit” (kode unit) atau “kelompok” (nama kelompok).');
  }
  return hasil;
};

const kegiatan = objek<Kegiatan>({
  kode: wajib(kode),
  uraian: wajib(teks()),
  survei: opsional(kode),
  jadwal: wajib(daftar(kodePeriode)),
  penanggungJawab: wajib(daftar(penanggungJawab)),
  keluaran: opsional(teks()),
  indikator: opsional(teks()),
  asal: opsional(objek<AsalKegiatan>({ rencana: wajib(kode), kegiatan: wajib(kode) })),
});

const prioritas = objek<Prioritas>({
  no: wajib(bilangan({ min: 1, maks: 100_000, bulat: true })),
  judul: wajib(nama),
  program: opsional(nama),
  unsur: wajib(daftar(kode)),
  alasan: opsional(teks()),
  kegiatan: wajib(daftar(kegiatan)),
});

const rencana = objek<Omit<Rencana, 'dikeluarkan'>>({
  kode: wajib(kode),
  judul: wajib(nama),
  survei: opsional(kode),
  periode: opsional(periode),
  satuanJadwal: wajib(pilihan(['triwulan', 'bulan'])),
  status: wajib(pilihan(['draf', 'diajukan', 'ditetapkan'])),
  prioritas: wajib(daftar(prioritas)),
  dilewati: opsional(daftar(objek<PrioritasDilewati>({ unsur: wajib(kode), alasan: wajib(teks()) }))),
});

const bukti = objek<BuktiPaket>({
  jenis: wajib(pilihan(['tautan', 'foto', 'dokumen'])),
  url: opsional(teksSah(alamatSah, 'alamat web yang dimulai dengan https:// atau http://')),
  berkas: opsional(nama),
  keterangan: opsional(teks({ maks: 2000 })),
  tanggal: opsional(tanggal),
});

const realisasi = objek<RealisasiPaket>({
  rencana: wajib(kode),
  kegiatan: wajib(kode),
  periode: opsional(kodePeriode),
  status: wajib(pilihan(['belum', 'sebagian', 'sudah', 'tidak_dapat'])),
  deskripsi: wajib(teks({ kosong: true })),
  hambatan: opsional(teks({ kosong: true })),
  tindakLanjutBerikut: opsional(teks({ kosong: true })),
  kegiatanPengganti: opsional(teks()),
  mulai: opsional(tanggal),
  selesai: opsional(tanggal),
  bukti: opsional(daftar(bukti)),
});

const laporan = objek<CatatanLaporan>({
  jenis: wajib(pilihan(['hasil-tindak-lanjut', 'monitoring-evaluasi', 'skm', 'capaian-rencana-aksi'])),
  rencana: wajib(kode),
  tanggal: wajib(tanggal),
  tempat: wajib(nama),
  penandatangan: wajib(
    objek<Penandatangan>({ jabatan: wajib(nama), nama: wajib(nama), nip: opsional(teks({ maks: 50 })), pangkat: opsional(nama) }),
  ),
  persenTertulis: opsional(bilangan({ min: 0, maks: 100 })),
  kesimpulanTambahan: opsional(daftar(teks())),
});

/** The shape of a paket; what points from one part to another is checked in `paket.rujukan.ts`. */
export const bacaBentuk = objek<Paket>({
  format: wajib(pilihan([FORMAT_PAKET])),
  versi: wajib(pilihan([VERSI_PAKET])),
  sumber: opsional(teks()),
  instansi: wajib(instansi),
  unit: opsional(daftar(unit)),
  instrumen: opsional(daftar(instrumen)),
  survei: opsional(daftar(survei)),
  rencana: opsional(daftar(rencana)),
  realisasi: opsional(daftar(realisasi)),
  laporan: opsional(daftar(laporan)),
});
