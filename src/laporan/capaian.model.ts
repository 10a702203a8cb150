import type { KeadaanKegiatan } from '../realisasi/realisasi.rules';
import type { Prioritas } from '../rtl/rtl.rules';
import { tanggalIndonesia } from '../shared/tanggal';
import { namaPenanggungJawab, riwayatLaporan, type Bahan } from './bahan.model';
import { kerangka, Penomoran, tandaTangan, type Entri, type Judul, type Kerangka, type TandaTangan } from './dokumen.model';
import { bulanKe, rentangDalamKalimat } from './jadwal.model';
import { kesimpulan, type Kesimpulan } from './kesimpulan.model';
import { bagianPerubahan, type BagianPerubahan } from './perubahan.model';
import { barisRealisasi, type BarisRealisasi } from './realisasi.model';
import { kalimat, satuBaris, type Potongan } from './teks.rules';
import { ringkas, terbilang } from './tulisan.rules';

export interface KegiatanCapaian extends BarisRealisasi {
  readonly judulBagian: Judul;
  /** short enough to stay on one page */
  readonly pendek: boolean;
  readonly waktu: string | null;
  readonly penanggungJawab: string | null;
}

export interface ProgramCapaian {
  readonly judul: Judul;
  readonly kalimat: string;
  readonly kelompok: readonly { readonly judul: Judul; readonly kegiatan: readonly KegiatanCapaian[] }[];
}

export interface TabelProgram {
  readonly judul: Judul;
  readonly kepalaWaktu: string;
  readonly program: readonly {
    readonly nama: readonly Potongan[] | null;
    readonly kelompok: readonly {
      readonly utuh: boolean;
      readonly baris: readonly {
        kegiatan: readonly Potongan[];
        rentang: number;
        ulang: boolean;
        /** the kegiatan has no detail */
        kosong: boolean;
        rincian: readonly Potongan[];
        waktu: string | null;
      }[];
    }[];
  }[];
}

/** Laporan Capaian Rencana Aksi (DOMAIN section 8, document 4). */
export interface Capaian extends Kerangka {
  readonly isi: readonly Entri[];
  readonly daftarTabel: readonly Judul[];
  readonly daftarGambar: readonly Judul[];
  readonly instansi: string;
  readonly judulRencana: readonly Potongan[];
  readonly ringkasan: Judul;
  readonly jumlah: { readonly program: string | null; readonly kelompok: string; readonly kegiatan: string };
  readonly daftarProgram: readonly { readonly nomor: number; readonly nama: readonly Potongan[] }[];
  readonly bab1: Judul;
  readonly latar: Judul;
  readonly tujuan: Judul;
  readonly bab2: Judul;
  readonly programKerja: Judul;
  /** null when the plan has no priority */
  readonly tabelProgram: TabelProgram | null;
  readonly perubahan: BagianPerubahan | null;
  readonly program: readonly ProgramCapaian[];
  readonly bab3: Judul;
  readonly kesimpulan: Kesimpulan;
  readonly perTanggal: string;
  readonly ttd: TandaTangan;
}

interface KelompokProgram {
  readonly nama: string | null;
  readonly prioritas: readonly Prioritas[];
}

const BARIS_KOSONG = { rentang: 1, ulang: false, kosong: true, rincian: [], waktu: null } as const;

const BATAS_UTUH = { baris: 6, huruf: 1200 } as const;

export function capaian(bahan: Bahan): Capaian {
  const { rencana, instansi } = bahan.berkas;
  const nomor = new Penomoran();
  const { judul, periode } = judulCapaian(rencana.judul);
  const daftar = kelompokProgram(rencana.prioritas);
  const ringkasan = nomor.bagian('ringkasan-eksekutif', null, 'Ringkasan Eksekutif');
  const bab1 = nomor.bab('Pendahuluan');
  const latar = nomor.subbab('bab-1-1', '1.1', 'Latar Belakang');
  const tujuan = nomor.subbab('bab-1-2', '1.2', 'Tujuan');
  const bab2 = nomor.bab('Capaian Rencana Aksi');
  const programKerja = nomor.subbab('bab-2-1', '2.1', 'Program Kerja');
  const tabelProgram = daftar.length > 0 ? susunTabelProgram(bahan, daftar, nomor.tabel(ringkas(rencana.judul, 200))) : null;
  const perubahan = bagianPerubahan(bahan, nomor, { id: 'bab-2-perubahan', ke: null });
  const program = daftar.map((p, i) => bagianProgram(bahan, p, i, nomor));
  const bab3 = nomor.bab('Penutup');
  const bernama = daftar.filter((p) => p.nama !== null);
  return {
    ...kerangka(bahan, { judul: [judul], judulPendek: ringkas(judul, 90), judulTabel: null, periode }),
    isi: nomor.isi,
    daftarTabel: nomor.daftarTabel,
    daftarGambar: nomor.daftarGambar,
    instansi: satuBaris(instansi.nama),
    judulRencana: kalimat(rencana.judul),
    ringkasan,
    jumlah: {
      program: bernama.length > 0 ? terbilang(bernama.length) : null,
      kelompok: terbilang(rencana.prioritas.length),
      kegiatan: terbilang(bahan.hasil.kegiatan.length),
    },
    daftarProgram: bernama.map((p, i) => ({ nomor: i + 1, nama: kalimat(p.nama ?? '') })),
    bab1,
    latar,
    tujuan,
    bab2,
    programKerja,
    tabelProgram,
    perubahan,
    program,
    bab3,
    kesimpulan: kesimpulan(bahan, nomor, null),
    perTanggal: tanggalIndonesia(bahan.tanggal),
    ttd: tandaTangan(bahan),
  };
}

/** "Rencana Aksi Pokja … Tahun 2017" → title "Laporan Capaian Rencana Aksi Pokja …" over "Tahun 2017". */
function judulCapaian(rencana: string): { judul: string; periode: string | null } {
  const m = /^(.+?)[,\s]+((?:(?:Semester|Triwulan|TW|Periode)\b.*\s)?(?:Tahun\s+)?\d{4}(?:\s*[–-]\s*\d{4})?)$/i.exec(
    satuBaris(rencana),
  );
  return { judul: `Laporan Capaian ${m?.[1] ?? satuBaris(rencana)}`, periode: m?.[2] ?? null };
}

/** Consecutive priorities of one program; priorities without one stand together, nameless. */
function kelompokProgram(prioritas: readonly Prioritas[]): KelompokProgram[] {
  const hasil = new Map<string | null, Prioritas[]>();
  for (const p of prioritas) {
    const nama = p.program === undefined ? null : satuBaris(p.program);
    hasil.set(nama, [...(hasil.get(nama) ?? []), p]);
  }
  return [...hasil].map(([nama, milik]) => ({ nama, prioritas: milik }));
}

function susunTabelProgram(bahan: Bahan, daftar: readonly KelompokProgram[], judul: Judul): TabelProgram {
  const { satuanJadwal, prioritas } = bahan.berkas.rencana;
  const tahun = new Set(prioritas.flatMap((p) => p.kegiatan.flatMap((k) => k.jadwal.map((j) => j.slice(0, 4)))));
  return {
    judul,
    kepalaWaktu: satuanJadwal === 'bulan' ? 'Bulan ke-' : 'Triwulan',
    program: daftar.map((p) => ({
      nama: p.nama === null ? null : kalimat(p.nama),
      kelompok: p.prioritas.map((x) => {
        if (x.kegiatan.length === 0) return { utuh: true, baris: [{ ...BARIS_KOSONG, kegiatan: kalimat(x.judul) }] };
        const huruf = x.kegiatan.reduce((n, k) => n + k.uraian.length + 50, x.judul.length);
        const utuh = x.kegiatan.length <= BATAS_UTUH.baris && huruf <= BATAS_UTUH.huruf;
        return {
          utuh,
          baris: x.kegiatan.map((k, i) => ({
            kegiatan: kalimat(x.judul),
            rentang: utuh ? (i === 0 ? x.kegiatan.length : 0) : 1,
            ulang: !utuh && i > 0,
            kosong: false,
            rincian: kalimat(k.uraian),
            waktu: bulanKe(k.jadwal, satuanJadwal, tahun.size > 1) || null,
          })),
        };
      }),
    })),
  };
}

function bagianProgram(bahan: Bahan, p: KelompokProgram, urutan: number, nomor: Penomoran): ProgramCapaian {
  const ke = `2.${urutan + 2}`;
  const id = `bab-2-${urutan + 2}`;
  const judul = nomor.subbab(id, ke, p.nama === null ? 'Kegiatan' : judulProgram(p.nama));
  const jumlah = p.prioritas.reduce((n, x) => n + x.kegiatan.length, 0);
  const kelompok = p.prioritas.map((x, i) => {
    const judulKelompok = nomor.subbab(`${id}-${i + 1}`, `${ke}.${i + 1}`, satuBaris(x.judul));
    const milik = bahan.keadaan.get(x) ?? [];
    return { judul: judulKelompok, kegiatan: milik.map((k, n) => kegiatanCapaian(bahan, k, `${ke}.${i + 1}.${n + 1}`)) };
  });
  const subjek = p.nama === null ? 'Bagian ini' : 'Program ini';
  return {
    judul,
    kalimat: `${subjek} terdiri atas ${terbilang(p.prioritas.length)} kegiatan dengan ${terbilang(jumlah)} kegiatan rinci.`,
    kelompok,
  };
}

const judulProgram = (nama: string) => (/^program\b/i.test(nama) ? nama : `Program ${nama}`);

function kegiatanCapaian(bahan: Bahan, keadaan: KeadaanKegiatan, ke: string): KegiatanCapaian {
  const { kegiatan } = keadaan;
  const panjang = riwayatLaporan(bahan, keadaan).reduce((n, r) => n + r.deskripsi.length + (r.hambatan?.length ?? 0), 0);
  return {
    ...barisRealisasi(bahan, keadaan, false),
    pendek: panjang < 1000,
    judulBagian: { id: `kegiatan-${ke.replaceAll('.', '-')}`, nomor: ke, judul: satuBaris(kegiatan.uraian) },
    waktu: rentangDalamKalimat(kegiatan.jadwal, bahan.berkas.rencana.satuanJadwal),
    penanggungJawab: namaPenanggungJawab(bahan, kegiatan).join(', ') || null,
  };
}
