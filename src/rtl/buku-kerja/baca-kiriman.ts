import { bacaBuku, type LembarTerbaca } from '../../shared/buku-kerja/buku-kerja';
import { GalatPengguna } from '../../shared/galat';
import type { RencanaTersusun } from '../susun/susunan';
import { kenaliTabel } from './kolom.rules';
import type { TabelUji } from './penguji';
import { polos } from './sebutan.rules';
import { bacaTempelan } from './tempelan.rules';
import { bacaTanda, LEMBAR_PRIORITAS } from './tulis-buku';

/** Rows of a table; a plan of thousands of kegiatan is no plan. */
const BARIS_TERBANYAK = 5_000;
const KOLOM_TERBANYAK = 160;

/** What was sent cannot be read as a table of kegiatan at all, and why. */
export class GalatKiriman extends GalatPengguna {
  override readonly name: string = 'GalatKiriman';
}

/** @throws {GalatBukuKerja | GalatKiriman} */
export function bukaKiriman(bita: Uint8Array): Promise<readonly LembarTerbaca[]> {
  return bacaBuku(bita, BARIS_TERBANYAK + 20, KOLOM_TERBANYAK);
}

/**
 * The table of kegiatan of a workbook of ours.
 * @throws {GalatKiriman} another plan's, none of ours, too long
 */
export function tabelBuku(semua: readonly LembarTerbaca[], rencana: RencanaTersusun, tahun: number): TabelUji {
  const tanda = (l: LembarTerbaca) => l.baris.slice(0, 5).flatMap((b) => bacaTanda(b[0] ?? '') ?? [])[0];
  const lembar = semua.find((l) => tanda(l) !== undefined);
  if (!lembar)
    throw new GalatKiriman(
      'Buku kerja ini bukan unduhan dari Tuntas, atau kolom A yang tersembunyi sudah hilang. Unduh buku kerja rencana ini lalu isi, atau tempelkan tabelnya.',
    );
  if (tanda(lembar) !== rencana.id)
    throw new GalatKiriman(`Buku kerja ini milik rencana lain, bukan ${rencana.kode}. Unduh buku kerja rencana ini, lalu isi.`);
  const tabel = kenali(lembar.baris, rencana, tahun);
  const prioritas = semua.find((l) => l.nama.trim().toLowerCase() === LEMBAR_PRIORITAS.toLowerCase());
  return { lembar: lembar.nama, sel: lembar.baris, tabel, prioritas: bacaPrioritas(prioritas), turun: false, tahun };
}

/** @throws {GalatKiriman} */
export function tabelTempelan(teks: string, rencana: RencanaTersusun, tahun: number): TabelUji {
  const sel = bacaTempelan(teks);
  return { lembar: null, sel, tabel: kenali(sel, rencana, tahun), prioritas: [], turun: true, tahun };
}

function kenali(sel: readonly (readonly string[])[], rencana: RencanaTersusun, tahun: number): TabelUji['tabel'] {
  const tabel = kenaliTabel(sel, tahun, rencana.satuanJadwal);
  if (!tabel)
    throw new GalatKiriman(
      'Baris judul tabelnya tidak ditemukan. Sertakan baris judul, paling sedikit kolom Prioritas dan Program/Kegiatan.',
    );
  const panjang = sel.findLastIndex((b) => b.some((s) => s !== '')) + 1;
  if (panjang - tabel.mulai > BARIS_TERBANYAK)
    throw new GalatKiriman('Tabel ini lebih dari 5.000 baris. Sisakan baris kegiatannya saja, lalu kirim lagi.');
  return tabel;
}

/** The sheet of prioritas: those without a place in the plan are new. */
function bacaPrioritas(lembar: LembarTerbaca | undefined): TabelUji['prioritas'] {
  const kepala = lembar?.baris.findIndex((b) => b.some((s) => polos(s) === 'prioritas')) ?? -1;
  if (!lembar || kepala < 0) return [];
  const judul = (lembar.baris[kepala] ?? []).map(polos);
  const sel = (b: readonly string[], nama: string) => (b[judul.indexOf(nama)] ?? '').trim();
  return lembar.baris
    .slice(kepala + 1)
    .filter((b) => sel(b, 'prioritas') !== '')
    .map((b) => ({
      judul: sel(b, 'prioritas').replace(/\s+/g, ' '),
      program: sel(b, 'program') || null,
      alasan: sel(b, 'alasan') || null,
      unsur: sel(b, 'unsur'),
    }));
}
