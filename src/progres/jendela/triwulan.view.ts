import { boleh } from '../../organisasi/halaman.view';
import type { Tempat } from '../../organisasi/tempat';
import { bingkaiRtl, jalurInstansi, jalurRencana } from '../../rtl/halaman/halaman-rtl.view';
import { teksBilangan } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { namaPeriode, namaPeriodeLengkap, periode, type KodePeriode } from '../../shared/periode';
import { medan, ringkasanGalat, type MedanView, type UraianMedan } from '../../shared/tampilan/medan';
import { penomoran, potong } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia, waktuIndonesia } from '../../shared/tanggal';
import { BELUM_MELAPOR, tandaKeadaan, type Tanda } from '../tanda-laporan';
import type { CatatanJendela, SlotTerjadwal } from './jendela.query';
import { jendelaLaporan, keadaanSlot, memuat, type KeadaanSlot } from './jendela.rules';
import { kunciSlot } from './jendela.service';

const SLOT_PER_HALAMAN = 50;

const TANDA: Readonly<Record<KeadaanSlot['keadaan'], Tanda>> = {
  belum_dibuka: { nada: '', ikon: 'lock', kata: 'Belum dibuka' },
  terbuka: { nada: 'ina-positif', ikon: 'pencil', kata: 'Terbuka' },
  terkunci: { nada: 'ina-waspada', ikon: 'lock', kata: 'Terkunci' },
};

const IMPOR: Tanda = { nada: 'ina-info', ikon: 'download', kata: 'Diimpor' };

/** What was typed and what is wrong with it. */
export interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

export interface BahanTriwulan {
  readonly periode: readonly KodePeriode[];
  readonly slot: readonly SlotTerjadwal[];
  readonly entri: readonly CatatanJendela[];
  readonly tahun: number;
}

/** Every period of a year: whether it is open, until when, and how much of it is still not reported. */
export function triwulanView(tempat: Tempat, bahan: BahanTriwulan, isian?: Isian): Halaman {
  const { entri, tahun } = bahan;
  const alamat = jalurInstansi(tempat, 'triwulan');
  const semuaTahun = [...new Set(bahan.periode.map((p) => periode(p).tahun))];
  const dipilih = new Set(Object.values(isian?.ketikan ?? {}));
  const baris = bahan.periode
    .filter((p) => periode(p).tahun === tahun)
    .map((p, i) => {
      const keadaan = keadaanSlot(entri, { kegiatanId: '', periode: p }, tempat.hariIni);
      const milik = bahan.slot.filter((s) => memuat(p, s.periode));
      const sendiri = milik.filter((s) => keadaanSlot(entri, s, tempat.hariIni).keadaan !== keadaan.keadaan).length;
      const belum = milik.filter((s) => !s.dilaporkan).length;
      return {
        ...{ nama: `pilih_${i + 1}`, nilai: p, dipilih: dipilih.has(p), judul: namaPeriode(periode(p)) },
        lengkap: namaPeriodeLengkap(periode(p)),
        bulan: periode(p).jenis === 'bulan',
        tautan: `${alamat}/${p}`,
        tanda: TANDA[keadaan.keadaan],
        masa: masaTeks(keadaan),
        sendiri: sendiri > 0 ? `${teksBilangan(sendiri)} slot berbeda` : null,
        dilaporkan: `${teksBilangan(milik.length - belum)} dari ${teksBilangan(milik.length)}`,
        belum: belum > 0 ? teksBilangan(belum) : null,
      };
    });
  const konteks = {
    kerangka: bingkaiRtl(tempat, 'Triwulan pelaporan', []),
    ringkasan: ringkasanGalat('Belum ada yang dibuka atau dikunci', isian?.galat ?? []),
    galatPilihan: isian?.galat.find((g) => g.medan === 'dipilih')?.pesan ?? null,
    baris,
    tahun: semuaTahun.length > 1 ? semuaTahun.map((t) => ({ teks: String(t), tautan: kueri(alamat, { tahun: t }), kini: t === tahun })) : null, // prettier-ignore
    formulir: boleh(tempat, 'jendela.kelola') ? formulirView(tempat, kueri(alamat, { tahun }), isian, false) : null,
  };
  return new Halaman('progres/triwulan', konteks, isian ? 422 : 200);
}

export interface BahanSatuTriwulan {
  readonly kode: KodePeriode;
  readonly slot: readonly SlotTerjadwal[];
  readonly entri: readonly CatatanJendela[];
  /** those that nobody reported on yet, or all */
  readonly semua: boolean;
  readonly nomorHalaman: string;
}

/** One period: its slots with what is still not reported, the form for slots of their own, the book of its windows. */
export function satuTriwulanView(tempat: Tempat, bahan: BahanSatuTriwulan, isian?: Isian): Halaman {
  const { kode, slot, entri, semua } = bahan;
  const alamat = jalurInstansi(tempat, 'triwulan', kode);
  const belum = slot.filter((s) => !s.dilaporkan);
  const tampil = semua ? slot : belum;
  const potongan = potong(tampil.length, SLOT_PER_HALAMAN, bahan.nomorHalaman);
  const dipilih = new Set(Object.values(isian?.ketikan ?? {}));
  const keadaan = keadaanSlot(entri, { kegiatanId: '', periode: kode }, tempat.hariIni);
  const lihat = semua ? 'semua' : null;
  const konteks = {
    kerangka: bingkaiRtl(tempat, namaPeriode(periode(kode)), [{ teks: 'Triwulan pelaporan', tautan: jalurInstansi(tempat, 'triwulan') }]), // prettier-ignore
    ringkasan: ringkasanGalat('Belum ada yang dibuka atau dikunci', isian?.galat ?? []),
    galatPilihan: isian?.galat.find((g) => g.medan === 'dipilih')?.pesan ?? null,
    judul: namaPeriodeLengkap(periode(kode)),
    tanda: TANDA[keadaan.keadaan],
    masa: masaTeks(keadaan),
    chip: [
      { teks: 'Belum dilaporkan', jumlah: teksBilangan(belum.length), tautan: alamat, kini: !semua },
      { teks: 'Semua slot', jumlah: teksBilangan(slot.length), tautan: kueri(alamat, { lihat: 'semua' }), kini: semua },
    ],
    baris: tampil.slice(potongan.lewati, potongan.lewati + potongan.ambil).map((s, i) => {
      const biasa = keadaanSlot(entri, s, tempat.hariIni);
      const milik =
        s.keadaan && s.sejak ? jendelaLaporan(entri, s, { keadaan: s.keadaan, sejak: s.sejak }, tempat.hariIni) : biasa;
      return {
        ...{ nama: `pilih_${i + 1}`, nilai: kunciSlot(s), dipilih: dipilih.has(kunciSlot(s)) },
        ...{ kode: `${s.rencana} · ${s.kegiatan}`, uraian: s.uraian, utama: s.utama ?? 'Koordinator (tanpa penanggung jawab)' },
        bulan: s.periode === kode ? null : namaPeriode(periode(s.periode)),
        tautan: jalurRencana(tempat, s.rencana, 'kegiatan', s.kegiatan, 'laporan', s.periode),
        keadaan: s.keadaan === null ? (s.dilaporkan ? IMPOR : BELUM_MELAPOR) : tandaKeadaan(s.keadaan),
        tanda: TANDA[milik.keadaan],
        masa: milik.keadaan === biasa.keadaan ? masaTeks(milik) : 'untuk perbaikan, sampai diajukan lagi',
      };
    }),
    lengkap: slot.length > 0 && belum.length === 0,
    penomoran: penomoran(potongan, 'slot', alamat, { lihat }),
    formulir: boleh(tempat, 'jendela.kelola') ? formulirView(tempat, `${alamat}/slot${semua ? '?lihat=semua' : ''}`, isian, true) : null, // prettier-ignore
    riwayat: [...entri].reverse().filter((e) => memuat(e.periode, kode) || memuat(kode, e.periode)).map((e) => catatanView(tempat, e)), // prettier-ignore
  };
  return new Halaman('progres/triwulan-satu', konteks, isian ? 422 : 200);
}

function formulirView(
  { hariIni }: Tempat,
  aksi: string,
  isian: Isian | undefined,
  wajibAlasan: boolean,
): { aksi: string; medan: MedanView[] } {
  const uraian: UraianMedan[] = [
    {
      ...{ nama: 'tindakan', label: 'Tindakan', jenis: 'radio' },
      pilihan: [
        { nilai: 'buka', teks: 'Buka', petunjuk: 'Unit dapat mengisi dan mengajukan laporan selama masanya.' },
        { nilai: 'kunci', teks: 'Kunci', petunjuk: 'Tidak ada isian baru; yang sudah diajukan tetap diperiksa.' },
      ],
    },
    {
      nama: 'mulai',
      label: 'Dibuka mulai',
      jenis: 'tanggal',
      pendek: true,
      bolehKosong: true,
      petunjuk: 'Kosong berarti hari ini.',
    },
    { nama: 'batas', label: 'Batas pelaporan', jenis: 'tanggal', pendek: true, petunjuk: 'Hari terakhir, termasuk hari itu; sesudahnya terkunci sendiri. Tidak perlu untuk mengunci.' }, // prettier-ignore
    {
      ...{ nama: 'alasan', label: 'Alasan', jenis: 'area', baris: 2, maks: 1000, bolehKosong: !wajibAlasan },
      petunjuk: 'Tercatat bersama nama Anda.',
    },
  ];
  const ketikan = isian?.ketikan ?? { tindakan: 'buka', mulai: hariIni };
  return { aksi, medan: medan(uraian, ketikan, isian?.galat ?? []) };
}

function masaTeks({ keadaan, mulai, batas }: KeadaanSlot): string | null {
  if (mulai === null || batas === null) return null;
  if (keadaan === 'belum_dibuka') return `dibuka ${tanggalIndonesia(mulai)} sampai ${tanggalIndonesia(batas)}`;
  return keadaan === 'terbuka' ? `sampai ${tanggalIndonesia(batas)}` : `sesudah ${tanggalIndonesia(batas)}`;
}

function catatanView({ instansi }: Tempat, e: CatatanJendela): object {
  const sasaran = e.kegiatan === null ? 'seluruh instansi' : `kegiatan ${e.rencana} · ${e.kegiatan}`;
  const masa = e.mulai !== null && e.batas !== null ? `, ${tanggalIndonesia(e.mulai)} sampai ${tanggalIndonesia(e.batas)}` : '';
  return {
    ikon: e.tindakan === 'buka' ? 'pencil' : 'lock',
    judul: `${namaPeriode(periode(e.periode))} ${e.tindakan === 'buka' ? 'dibuka' : 'dikunci'} untuk ${sasaran}${masa}`,
    alasan: e.alasan,
    oleh: [e.olehNama, e.olehJabatan, waktuIndonesia(instansi.zonaWaktu, e.pada)].filter(Boolean).join(' · '),
  };
}
