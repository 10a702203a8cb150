import { Injectable } from '@nestjs/common';
import { punyaIzinDi } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import type { EntriBerwaktu, KeadaanSlot } from '../../progres/jendela/jendela.rules';
import { kodePeriode, type KodePeriode } from '../../shared/periode';
import { hariIniDi } from '../../shared/tanggal';
import { AntreanQuery, TANPA_SARINGAN, type BarisAntrean } from '../../verifikasi/antrean.query';
import { HalRencanaQuery, type HalRencana } from './hal-rencana.query';
import { dalamWaktu, jendelaLaporanSlot, jendelaSlot, periodeDibuka, slotDalam, triwulanHari } from './jendela-slot.rules';
import { SlotTugasQuery, type SlotTugas } from './slot-tugas.query';
import { JENIS_TUGAS, TANPA_TUGAS, tugasSlot, type JenisTugas, type JumlahTugas } from './tugas.rules';

/** Where, when and by whom something is owed. */
export interface PemilikTugas {
  readonly instansi: { readonly id: string; readonly zonaWaktu: string };
  readonly pelaku: Pelaku;
  readonly hariIni: string;
}

export type IsiTugas =
  | { readonly dari: 'slot'; readonly slot: SlotTugas; readonly jendela: KeadaanSlot }
  | { readonly dari: 'laporan'; readonly laporan: BarisAntrean }
  | { readonly dari: 'rencana'; readonly hal: HalRencana };

/** One thing that is owed. */
export type Tugas = IsiTugas & {
  readonly jenis: JenisTugas;
  /** day since which; null where nothing tells */
  readonly sejak: string | null;
};

/** What the page beside the list tells: the slots of the person's units, whatever their state. */
export interface SlotUnit {
  readonly slot: SlotTugas;
  readonly jendela: KeadaanSlot;
}

interface Terkumpul {
  readonly tugas: readonly Tugas[];
  readonly verifikasi: number;
}

/** What a person owes in an agency now: one source for the list, its chips, the number in the navigation and the dasbor. */
@Injectable()
export class DaftarTugas {
  constructor(
    private readonly slot: SlotTugasQuery,
    private readonly antrean: AntreanQuery,
    private readonly rencana: HalRencanaQuery,
  ) {}

  /**
   * How many, by reason.
   * @param waktu a triwulan or a year: slots of that time alone, and what belongs to none; '' = all
   */
  async jumlah(pemilik: PemilikTugas, waktu: KodePeriode): Promise<JumlahTugas> {
    return hitung(await this.kumpulkan(pemilik, waktu));
  }

  /**
   * The oldest first, with how many there are by reason.
   * @param jenis of one reason; null = all
   * @param sampai how many of them matter: those after it are not looked for
   */
  async daftar(
    pemilik: PemilikTugas,
    waktu: KodePeriode,
    jenis: JenisTugas | null,
    sampai: number,
  ): Promise<{ jumlah: JumlahTugas; tugas: Tugas[] }> {
    const terkumpul = await this.kumpulkan(pemilik, waktu);
    const diperiksa = jenis === null || jenis === 'verifikasi' ? await this.verifikasi(pemilik, waktu, terkumpul, sampai) : [];
    const semua = [...terkumpul.tugas, ...diperiksa].filter((t) => jenis === null || t.jenis === jenis);
    return { jumlah: hitung(terkumpul), tugas: semua.sort(terlamaDulu).slice(0, sampai) };
  }

  /** Slots of the person's units in what was opened, in this triwulan and in the next. @param waktu a triwulan besides; '' = none */
  async slotUnit({ instansi, pelaku, hariIni }: PemilikTugas, waktu: KodePeriode): Promise<SlotUnit[]> {
    const entri = await this.slot.entri(instansi.id);
    const jendela = jendelaSlot(entri, hariIni);
    const sekitar = [0, 1].flatMap((geser) => slotDalam(kodePeriode(triwulanHari(hariIni, geser))));
    const periode = [...new Set([...periodeDibuka(entri), ...sekitar, ...(waktu === '' ? [] : slotDalam(waktu))])];
    const slot = await this.slot.milik(instansi.id, pelaku, periode, true);
    return slot.map((s) => ({ slot: s, jendela: jendela(s) }));
  }

  /** Slots of a plan that nobody submitted, or that were submitted late once, whoever owes them. */
  async slotTerlambat(
    { instansi, hariIni }: Pick<PemilikTugas, 'instansi' | 'hariIni'>,
    rencana: string,
    waktu: KodePeriode,
  ): Promise<SlotUnit[]> {
    const entri = await this.slot.entri(instansi.id);
    const jendela = jendelaSlot(entri, hariIni);
    const periode = periodeDibuka(entri).filter((p) => dalamWaktu(p, waktu));
    const slot = await this.slot.belumAtauTerlambat(instansi.id, periode);
    return slot.filter((s) => s.rencana === rencana).map((s) => ({ slot: s, jendela: jendela(s) }));
  }

  private async kumpulkan(pemilik: PemilikTugas, waktu: KodePeriode): Promise<Terkumpul> {
    const { instansi, pelaku } = pemilik;
    const memeriksa = punyaIzinDi(pelaku, 'verifikasi.putuskan', instansi.id);
    const giliran = memeriksa ? await this.antrean.giliranPerPeriode(pemilik) : [];
    const entri = punyaIzinDi(pelaku, 'lapor.isi', instansi.id) ? await this.slot.entri(instansi.id) : [];
    return {
      tugas: [
        ...(await this.slotTerbuka(pemilik, entri, waktu)),
        ...(await this.rencana.milik(instansi.id, pelaku)).map((hal) => tugasRencana(hal, instansi.zonaWaktu)),
        ...(await this.tidakDapat(pemilik, waktu)),
      ],
      verifikasi: giliran.filter((g) => dalamWaktu(g.periode, waktu)).reduce((n, g) => n + g.jumlah, 0),
    };
  }

  private async slotTerbuka(
    { instansi, pelaku, hariIni }: PemilikTugas,
    entri: readonly EntriBerwaktu[],
    waktu: KodePeriode,
  ): Promise<Tugas[]> {
    const periode = periodeDibuka(entri).filter((p) => dalamWaktu(p, waktu));
    const jendela = jendelaLaporanSlot(entri, hariIni);
    return (await this.slot.milik(instansi.id, pelaku, periode, false)).flatMap((slot): Tugas[] => {
      const j = jendela(slot);
      const jenis = tugasSlot(slot, j, hariIni);
      return jenis === null
        ? []
        : [{ jenis, dari: 'slot', slot, jendela: j, sejak: sejakSlot(jenis, slot, j, instansi.zonaWaktu) }];
    });
  }

  /** What cannot be done is decided by a pimpinan who did not report it. */
  private async tidakDapat(pemilik: PemilikTugas, waktu: KodePeriode): Promise<Tugas[]> {
    if (!punyaIzinDi(pemilik.pelaku, 'tidakDapat.putuskan', pemilik.instansi.id)) return [];
    const laporan = await this.antrean.menungguPimpinan(pemilik);
    return laporan
      .filter((l) => !l.sendiri && dalamWaktu(l.periode, waktu))
      .map((l) => tugasLaporan('keputusan', l, pemilik.instansi.zonaWaktu));
  }

  private async verifikasi(
    pemilik: PemilikTugas,
    waktu: KodePeriode,
    { verifikasi }: Terkumpul,
    sampai: number,
  ): Promise<Tugas[]> {
    if (verifikasi === 0) return [];
    // The queue knows periods one by one; a triwulan or a year is cut out of all of it.
    const ambil = waktu === '' ? Math.min(verifikasi, sampai) : null;
    const laporan = await this.antrean.daftar(pemilik, TANPA_SARINGAN, 0, ambil);
    return laporan
      .filter((l) => l.giliran && dalamWaktu(l.periode, waktu))
      .map((l) => tugasLaporan('verifikasi', l, pemilik.instansi.zonaWaktu));
  }
}

function hitung({ tugas, verifikasi }: Terkumpul): JumlahTugas {
  const jumlah = Object.fromEntries(JENIS_TUGAS.map((jenis) => [jenis, tugas.filter((t) => t.jenis === jenis).length]));
  return { ...TANPA_TUGAS, ...jumlah, verifikasi };
}

function sejakSlot(jenis: JenisTugas, slot: SlotTugas, { mulai, batasWaktu }: KeadaanSlot, zona: string): string | null {
  if (jenis === 'terlambat') return batasWaktu;
  if (jenis === 'lapor' || slot.sejak === null) return mulai;
  return hariIniDi(zona, slot.sejak);
}

const tugasLaporan = (jenis: JenisTugas, laporan: BarisAntrean, zona: string): Tugas => ({
  ...{ jenis, dari: 'laporan', laporan },
  sejak: hariIniDi(zona, laporan.sejak),
});

export function tugasRencana(hal: HalRencana, zona: string): Tugas {
  const jenis = hal.macam === 'susun' ? 'draf' : hal.macam === 'perbaiki' ? 'dikembalikan' : 'keputusan';
  return { jenis, dari: 'rencana', hal, sejak: hal.sejak && hariIniDi(zona, hal.sejak) };
}

/** What has no day comes last; of one day, in the order in which they were found. */
function terlamaDulu(a: Tugas, b: Tugas): number {
  return (a.sejak ?? '9999').localeCompare(b.sejak ?? '9999');
}
