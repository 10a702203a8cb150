import { BELUM_MELAPOR, tandaKeadaan, type Tanda } from '../../progres/tanda-laporan';
import { teksBilangan } from '../../shared/desimal';
import {
  bulanDalamKata,
  indeksAwal,
  kodePeriode,
  namaPeriode,
  namaPeriodeLengkap,
  periode,
  type KodePeriode,
} from '../../shared/periode';
import { hariIniDi, tanggalIndonesia } from '../../shared/tanggal';
import { hariKerja } from '../../verifikasi/lacak.rules';
import { alamatSlot } from './butir-tugas.view';
import type { SlotUnit } from './daftar-tugas';
import { dalamWaktu, triwulanHari } from './jendela-slot.rules';

export interface BahanSamping {
  readonly kodeInstansi: string;
  readonly zonaWaktu: string;
  readonly hariIni: string;
  /** the triwulan of the address; '' = the one that is open, else that of today */
  readonly tw: KodePeriode;
  readonly slot: readonly SlotUnit[];
}

/** Beside the list: how far the person's units are in one triwulan, what others hold, and what comes next. */
export function sampingTugas(bahan: BahanSamping): object {
  const { hariIni, tw } = bahan;
  const milik = bahan.slot.filter((s) => s.slot.utama);
  const triwulan = tw === '' ? triwulanKini(milik, hariIni) : tw;
  return {
    triwulan: kartuTriwulan(bahan, milik, triwulan),
    lain: dipegangLain(bahan, milik),
    nanti: akanDatang(bahan, milik),
  };
}

/** The latest that is open, for that is what is reported on now. */
function triwulanKini(milik: readonly SlotUnit[], hariIni: string): KodePeriode {
  const terbuka = milik.filter((s) => s.jendela.keadaan === 'terbuka').map((s) => periode(s.slot.periode));
  const akhir = Math.max(...terbuka.map(indeksAwal));
  if (!Number.isFinite(akhir)) return kodePeriode(triwulanHari(hariIni));
  return kodePeriode({ jenis: 'triwulan', tahun: Math.floor(akhir / 12), ke: Math.floor((akhir % 12) / 3) + 1 });
}

function kartuTriwulan(bahan: BahanSamping, milik: readonly SlotUnit[], kode: KodePeriode): object | null {
  const p = periode(kode);
  const dalam = milik.filter((s) => dalamWaktu(s.slot.periode, kode));
  if (dalam.length === 0) return null;
  const hitung = (cocok: (s: SlotUnit) => boolean) => teksBilangan(dalam.filter(cocok).length);
  const total = teksBilangan(dalam.length);
  return {
    judul: `${namaPeriode(p)} · ${bulanDalamKata(p)}`,
    batas: kalimatJendela(dalam),
    dilaporkan: `${hitung((s) => s.slot.putaran > 0)} dari ${total}`,
    terverifikasi: `${hitung((s) => s.slot.keadaan === 'terverifikasi')} dari ${total}`,
    butir: dalam.map((s) => ({ ...sebutSlot(bahan, s), tanda: tandaSlot(s) })),
  };
}

function tandaSlot({ slot }: SlotUnit): Tanda {
  return slot.keadaan === null ? BELUM_MELAPOR : tandaKeadaan(slot.keadaan);
}

function sebutSlot({ kodeInstansi }: BahanSamping, { slot }: SlotUnit): object {
  const nama = `${slot.kegiatan} ${slot.uraian}`;
  return { kode: slot.kegiatan, nama, tautan: alamatSlot(kodeInstansi, slot) };
}

function kalimatJendela(dalam: readonly SlotUnit[]): string {
  const terbuka = dalam.find((s) => s.jendela.keadaan === 'terbuka') ?? dalam.find((s) => s.jendela.keadaan === 'terkunci');
  const { keadaan, mulai, batas } = (terbuka ?? dalam[0])?.jendela ?? { keadaan: 'belum_dibuka', mulai: null, batas: null };
  if (keadaan === 'terbuka') return batas === null ? 'Pelaporan terbuka.' : `Batas lapor ${tanggalIndonesia(batas)}.`;
  if (keadaan === 'terkunci') return `Pelaporan sudah ditutup${batas === null ? '' : ` sesudah ${tanggalIndonesia(batas)}`}.`;
  return mulai === null ? 'Pelaporan belum dibuka; koordinator yang membukanya.' : `Pelaporan dibuka ${tanggalIndonesia(mulai)}.`;
}

/** Reports that were submitted and wait for who examines them, the oldest first. */
function dipegangLain(bahan: BahanSamping, milik: readonly SlotUnit[]): object[] {
  return milik
    .flatMap((s) =>
      s.slot.keadaan === 'diajukan' && s.slot.sejak ? [{ s, sejak: hariIniDi(bahan.zonaWaktu, s.slot.sejak) }] : [],
    )
    .sort((a, b) => a.sejak.localeCompare(b.sejak))
    .map(({ s, sejak }) => ({
      ...sebutSlot(bahan, s),
      teks: `${namaPeriodeLengkap(periode(s.slot.periode))}, menunggu pemeriksa sejak ${tanggalIndonesia(sejak)}${lama(sejak, bahan.hariIni)}`,
    }));
}

function lama(sejak: string, hariIni: string): string {
  const hari = hariKerja(sejak, hariIni);
  return hari === 0 ? '' : ` (${teksBilangan(hari)} hari kerja)`;
}

function akanDatang(bahan: BahanSamping, milik: readonly SlotUnit[]): object | null {
  const p = triwulanHari(bahan.hariIni, 1);
  const dalam = milik.filter((s) => dalamWaktu(s.slot.periode, kodePeriode(p)) && s.jendela.keadaan === 'belum_dibuka');
  if (dalam.length === 0) return null;
  const mulai = dalam[0]?.jendela.mulai ?? null;
  return {
    judul: namaPeriodeLengkap(p),
    teks: `${mulai === null ? 'Belum dibuka' : `Dibuka ${tanggalIndonesia(mulai)}`}: ${teksBilangan(dalam.length)} kegiatan unit Anda.`,
    butir: dalam.map((s) => sebutSlot(bahan, s)),
  };
}
