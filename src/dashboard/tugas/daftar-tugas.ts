import { Injectable } from '@nestjs/common';
import { punyaIzinDi, type Izin } from '../../auth/izin';
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

/** How many of a kind, in a period; null: of none. */
interface Takaran {
  readonly jenis: JenisTugas;
  readonly periode: KodePeriode | null;
  readonly jumlah: number;
}

/** What the page *Tugas saya* shows. */
export interface HalamanTugas {
  /** of the time that was asked for */
  readonly jumlah: JumlahTugas;
  /** whatever the time */
  readonly semua: JumlahTugas;
  /** the oldest first */
  readonly tugas: readonly Tugas[];
  readonly slot: readonly SlotUnit[];
}

/** What a person owes in an agency now: one source for the list, its chips, the number in the navigation and the dasbor. */
@Injectable()
export class DaftarTugas {
  /** A person is read anew with every request, so what was counted for one request serves all of it, and no other. */
  private readonly terhitung = new WeakMap<Pelaku, Map<string, Promise<readonly Takaran[]>>>();

  constructor(
    private readonly slot: SlotTugasQuery,
    private readonly antrean: AntreanQuery,
    private readonly rencana: HalRencanaQuery,
  ) {}

  /**
   * How many, by reason; counted once a request, without looking at the rows.
   * @param waktu a triwulan or a year: slots of that time alone, and what belongs to none; '' = all
   */
  async jumlah(pemilik: PemilikTugas, waktu: KodePeriode): Promise<JumlahTugas> {
    const ada = this.terhitung.get(pemilik.pelaku)?.get(pemilik.instansi.id);
    return hitung(await (ada ?? this.catat(pemilik, this.takar(pemilik))), waktu);
  }

  /**
   * The list with how many there are by reason, and the slots of the person's units in what was opened, in this triwulan and in the next.
   * @param waktu as for `jumlah`
   * @param jenis of one reason; null = all
   * @param sampai how many of them matter: those after it are not looked for
   */
  async halaman(pemilik: PemilikTugas, waktu: KodePeriode, jenis: JenisTugas | null, sampai: number): Promise<HalamanTugas> {
    const { instansi, pelaku } = pemilik;
    const entri = await this.slot.entri(instansi.id);
    const slot = await this.slotMilik(pemilik, entri, waktu.includes('TW') ? waktu : '');
    const tugas = [
      ...tugasTerbuka(slot, entri, pemilik),
      ...(await this.rencana.milik(instansi.id, pelaku)).map((hal) => tugasRencana(hal, instansi.zonaWaktu)),
      ...(await this.tidakDapat(pemilik)),
    ];
    const takaran = [
      ...tugas.map((t) => ({ jenis: t.jenis, periode: periodeTugas(t), jumlah: 1 })),
      ...(await this.giliran(pemilik)),
    ];
    await this.catat(pemilik, Promise.resolve(takaran));
    const jumlah = hitung(takaran, waktu);
    const diperiksa =
      jenis === null || jenis === 'verifikasi' ? await this.verifikasi(pemilik, waktu, jumlah.verifikasi, sampai) : [];
    const cocok = [...tugas.filter((t) => dalam(periodeTugas(t), waktu)), ...diperiksa].filter(
      (t) => jenis === null || t.jenis === jenis,
    );
    const jendela = jendelaSlot(entri, pemilik.hariIni);
    return {
      ...{ jumlah, semua: hitung(takaran, '') },
      tugas: cocok.sort(terlamaDulu).slice(0, sampai),
      slot: slot.map((s) => ({ slot: s, jendela: jendela(s) })),
    };
  }

  /** What waits for this person's decision, the oldest first, with how many there are. @param sampai as for `halaman` */
  async keputusan(pemilik: PemilikTugas, waktu: KodePeriode, sampai: number): Promise<{ jumlah: number; tugas: Tugas[] }> {
    const { instansi, pelaku } = pemilik;
    const rencana = (await this.rencana.milik(instansi.id, pelaku)).map((hal) => tugasRencana(hal, instansi.zonaWaktu));
    const semua = [...rencana.filter((t) => t.jenis === 'keputusan'), ...(await this.tidakDapat(pemilik))];
    const cocok = semua.filter((t) => dalam(periodeTugas(t), waktu)).sort(terlamaDulu);
    return { jumlah: cocok.length, tugas: cocok.slice(0, sampai) };
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

  private catat({ instansi, pelaku }: PemilikTugas, takaran: Promise<readonly Takaran[]>): Promise<readonly Takaran[]> {
    const milik = this.terhitung.get(pelaku) ?? new Map<string, Promise<readonly Takaran[]>>();
    this.terhitung.set(pelaku, milik.set(instansi.id, takaran));
    return takaran;
  }

  private async takar(pemilik: PemilikTugas): Promise<readonly Takaran[]> {
    const { instansi, pelaku, hariIni } = pemilik;
    const entri = punyaIzinDi(pelaku, 'lapor.isi', instansi.id) ? await this.slot.entri(instansi.id) : [];
    const khusus = [...new Set(entri.flatMap((e) => e.kegiatanId ?? []))];
    const jendela = jendelaLaporanSlot(entri, hariIni);
    const serupa = await this.slot.serupa(instansi.id, pelaku, periodeDibuka(entri), khusus);
    const lapor = serupa.flatMap((s): Takaran[] => {
      const isi = { keadaan: s.keadaan, putaran: s.diajukan ? 1 : 0, utama: s.utama, kontribusi: s.kontribusi ? ['satu'] : [] };
      const jenis = tugasSlot(isi, jendela({ ...s, kegiatanId: s.kegiatanId ?? '' }), hariIni);
      return jenis === null ? [] : [{ jenis, periode: s.periode, jumlah: s.jumlah }];
    });
    const rencana = (await this.rencana.milik(instansi.id, pelaku)).map((hal) => tugasRencana(hal, instansi.zonaWaktu).jenis);
    return [...lapor, ...rencana.map((jenis) => ({ jenis, periode: null, jumlah: 1 })), ...(await this.giliran(pemilik, true))];
  }

  /** Reports that wait for this person. @param memutus with those that a pimpinan decides */
  private async giliran(pemilik: PemilikTugas, memutus = false): Promise<Takaran[]> {
    const boleh = (izin: Izin) => punyaIzinDi(pemilik.pelaku, izin, pemilik.instansi.id);
    const [memeriksa, pimpinan] = [boleh('verifikasi.putuskan'), memutus && boleh('tidakDapat.putuskan')];
    const giliran = memeriksa || pimpinan ? await this.antrean.giliranPerPeriode(pemilik) : [];
    return giliran.flatMap(({ periode, jumlah, tidakDapat }): Takaran[] => [
      ...(memeriksa ? [{ jenis: 'verifikasi' as const, periode, jumlah }] : []),
      ...(pimpinan ? [{ jenis: 'keputusan' as const, periode, jumlah: tidakDapat }] : []),
    ]);
  }

  private slotMilik(
    { instansi, pelaku, hariIni }: PemilikTugas,
    entri: readonly EntriBerwaktu[],
    waktu: KodePeriode,
  ): Promise<SlotTugas[]> {
    const sekitar = [0, 1].flatMap((geser) => slotDalam(kodePeriode(triwulanHari(hariIni, geser))));
    const periode = [...new Set([...periodeDibuka(entri), ...sekitar, ...(waktu === '' ? [] : slotDalam(waktu))])];
    return this.slot.milik(instansi.id, pelaku, periode);
  }

  /** What cannot be done is decided by a pimpinan who did not report it. */
  private async tidakDapat(pemilik: PemilikTugas): Promise<Tugas[]> {
    if (!punyaIzinDi(pemilik.pelaku, 'tidakDapat.putuskan', pemilik.instansi.id)) return [];
    const laporan = await this.antrean.menungguPimpinan(pemilik);
    return laporan.filter((l) => !l.sendiri).map((l) => tugasLaporan('keputusan', l, pemilik.instansi.zonaWaktu));
  }

  private async verifikasi(pemilik: PemilikTugas, waktu: KodePeriode, jumlah: number, sampai: number): Promise<Tugas[]> {
    if (jumlah === 0) return [];
    // The queue knows periods one by one; a triwulan or a year is cut out of all of it.
    const ambil = waktu === '' ? Math.min(jumlah, sampai) : null;
    const laporan = await this.antrean.daftar(pemilik, TANPA_SARINGAN, 0, ambil);
    return laporan
      .filter((l) => l.giliran && dalamWaktu(l.periode, waktu))
      .map((l) => tugasLaporan('verifikasi', l, pemilik.instansi.zonaWaktu));
  }
}

const dalam = (periode: KodePeriode | null, waktu: KodePeriode): boolean => periode === null || dalamWaktu(periode, waktu);

function periodeTugas(t: Tugas): KodePeriode | null {
  if (t.dari === 'rencana') return null;
  return t.dari === 'slot' ? t.slot.periode : t.laporan.periode;
}

function hitung(takaran: readonly Takaran[], waktu: KodePeriode): JumlahTugas {
  const cocok = takaran.filter((t) => dalam(t.periode, waktu));
  const jumlah = (jenis: JenisTugas) => cocok.reduce((n, t) => n + (t.jenis === jenis ? t.jumlah : 0), 0);
  return { ...TANPA_TUGAS, ...Object.fromEntries(JENIS_TUGAS.map((jenis) => [jenis, jumlah(jenis)])) };
}

/** What is owed for slots in periods that were ever opened. */
function tugasTerbuka(
  semua: readonly SlotTugas[],
  entri: readonly EntriBerwaktu[],
  { instansi, hariIni }: PemilikTugas,
): Tugas[] {
  const dibuka = new Set(periodeDibuka(entri));
  const jendela = jendelaLaporanSlot(entri, hariIni);
  return semua.flatMap((slot): Tugas[] => {
    if (!dibuka.has(slot.periode)) return [];
    const j = jendela(slot);
    const jenis = tugasSlot(slot, j, hariIni);
    return jenis === null
      ? []
      : [{ jenis, dari: 'slot', slot, jendela: j, sejak: sejakSlot(jenis, slot, j, instansi.zonaWaktu) }];
  });
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
