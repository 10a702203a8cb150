import { tandaKeadaan, BELUM_MELAPOR, PERNAH_TERLAMBAT } from '../../progres/tanda-laporan';
import type { KeadaanKegiatan } from '../../realisasi/realisasi.rules';
import { teksBilangan } from '../../shared/desimal';
import { namaPeriodeLengkap, periode } from '../../shared/periode';
import { penomoran, potong, type Penomoran } from '../../shared/tampilan/penomoran';
import { kueri, type Kueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { hariKerja } from '../../verifikasi/lacak.rules';
import { alamatSlot } from '../tugas/butir-tugas.view';
import type { SlotUnit } from '../tugas/daftar-tugas';
import { lewatBatas } from '../tugas/tugas.rules';

const SEHALAMAN = 20;

export interface BahanTerlambat {
  readonly kodeInstansi: string;
  readonly hariIni: string;
  /** slots of the plan in the chosen time that nobody submitted, or that were submitted late */
  readonly slot: readonly SlotUnit[];
  /** address of the dasbor with its time and plan, to which the parts of this list are added */
  readonly alamat: string;
  readonly tetap: Kueri;
  readonly lihat: 'belum' | 'pernah';
  readonly halaman: string;
}

/** What is late now, and what once came late: two lists that never mix. */
export function pilahTerlambat(slot: readonly SlotUnit[], hariIni: string): { belum: SlotUnit[]; pernah: SlotUnit[] } {
  return {
    belum: slot.filter((s) => lewatBatas(s.slot, s.jendela, hariIni)),
    pernah: slot.filter((s) => s.slot.putaran > 0 && s.slot.pernahTerlambat),
  };
}

export function terlambatView(bahan: BahanTerlambat): object {
  const { alamat, tetap, hariIni, lihat } = bahan;
  const { belum, pernah } = pilahTerlambat(bahan.slot, hariIni);
  const daftar = [...(lihat === 'pernah' ? pernah : belum)].sort((a, b) =>
    (a.jendela.batasWaktu ?? '').localeCompare(b.jendela.batasWaktu ?? ''),
  );
  const potongan = potong(daftar.length, SEHALAMAN, bahan.halaman);
  const chip = (kode: 'belum' | 'pernah', teks: string, n: number) => ({
    ...{ teks, jumlah: teksBilangan(n), kini: kode === lihat },
    tautan: kueri(alamat, { ...tetap, terlambat: kode === 'belum' ? null : kode }, 'terlambat'),
  });
  const nomor: Penomoran | null = penomoran(
    potongan,
    'slot',
    alamat,
    { ...tetap, terlambat: lihat === 'pernah' ? lihat : null },
    'terlambat',
    'ht',
  );
  return {
    chip: [chip('belum', 'Belum melapor, lewat batas', belum.length), chip('pernah', 'Dilaporkan sesudah batas', pernah.length)],
    baris: daftar.slice(potongan.lewati, potongan.lewati + potongan.ambil).map(({ slot, jendela: { batasWaktu } }) => ({
      kode: slot.kegiatan,
      uraian: slot.uraian,
      tautan: alamatSlot(bahan.kodeInstansi, slot),
      periode: namaPeriodeLengkap(periode(slot.periode)),
      unit: slot.namaUnit ?? 'tanpa unit',
      batas: batasWaktu === null ? 'ditutup' : tanggalIndonesia(batasWaktu),
      lama: lihat === 'belum' && batasWaktu !== null ? `${teksBilangan(hariKerja(batasWaktu, hariIni))} hari kerja` : null,
      status: slot.keadaan === null ? BELUM_MELAPOR : slot.putaran > 0 ? PERNAH_TERLAMBAT : tandaKeadaan(slot.keadaan),
    })),
    penomoran: nomor,
  };
}

/** Those of one unit: of the kegiatan that it answers for first. */
export function slotMilik(slot: readonly SlotUnit[], milik: readonly KeadaanKegiatan[]): SlotUnit[] {
  const kode = new Set(milik.map((k) => k.kegiatan.kode));
  return slot.filter((s) => kode.has(s.slot.kegiatan));
}
