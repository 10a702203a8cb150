import { teksDesimal, type Rasional } from '../shared/desimal';
import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { JUMLAH_PRIORITAS_BAKU } from '../organisasi/organisasi.rules';
import { unsurTerendah } from '../survei/terendah.rules';
import type { StatusPelaksanaan } from '../progres/progres.rules';
import type { Aturan } from '../organisasi/aturan.rules';
import { hitungRencana, instrumenSurvei, susunBerkas, type BerkasRencana, type DasarBerkas } from '../realisasi/hasil.rules';
import type { HasilRealisasi } from '../realisasi/realisasi.rules';
import { periksaSurvei } from '../survei/temuan-survei.rules';
import type { Temuan } from '../survei/temuan.rules';
import type { Horizon } from '../rtl/jadwal.rules';
import { hitungSurvei } from '../survei/skor.rules';
import type { Survei, TingkatData } from '../survei/survei.rules';
import type { Paket } from './paket';
import { surveiDariPaket } from './paket.survei';

/** What `tuntas hitung` prints: figures as text with two decimals and a point; what cannot be computed is null (docs/paket.md). */
export interface HasilHitung {
  readonly survei: readonly HitunganSurvei[];
  readonly rencana: readonly HitunganRencana[];
}

export interface HitunganSurvei {
  readonly kode: string;
  readonly tingkatData: TingkatData;
  readonly unsur: readonly {
    readonly unsur: string;
    readonly nrr: string | null;
    readonly nilai: string | null;
    readonly mutu: string | null;
    readonly peringkat: number | null;
  }[];
  readonly nrr: string | null;
  readonly nilai: string | null;
  readonly mutu: string | null;
  readonly terbit: { readonly nrr: string | null; readonly nilai: string | null; readonly mutu: string | null } | null;
  readonly selisihNilai: string | null;
  readonly terendah: readonly (readonly string[])[];
  readonly sampelMinimum: number | null;
  readonly pemeriksaan: readonly Temuan[];
}

export interface HitunganRencana {
  readonly kode: string;
  readonly realisasi: HitunganPersen & {
    readonly aturan: Aturan;
    readonly dihitung: readonly { readonly kode: string; readonly nilai: string }[];
    readonly dikecualikan: readonly { readonly item: string; readonly alasan: string }[];
  };
  readonly ketat: HitunganPersen;
  readonly pekppp8: number;
  readonly kegiatan: readonly {
    readonly kode: string;
    readonly status: StatusPelaksanaan | null;
    readonly belumMelapor: boolean;
    readonly horizon: Horizon | null;
    readonly kecepatanRespons: number | null;
  }[];
  readonly pemeriksaan: readonly Temuan[];
}

interface HitunganPersen {
  readonly persen: string | null;
  readonly pembilang: string;
  readonly penyebut: number;
}

/** Every derived figure of a paket. Pure: no database, no clock. */
export function hitungPaket(paket: Paket): HasilHitung {
  const dasar = dasarPaket(paket);
  const jumlahPrioritas = paket.instansi.pengaturan?.jumlahPrioritas ?? JUMLAH_PRIORITAS_BAKU;
  return {
    survei: dasar.survei.map((s) => hitunganSurvei(s, instrumenSurvei(dasar, s), jumlahPrioritas)),
    rencana: susunBerkas(dasar, paket.rencana ?? [], paket.realisasi ?? [], paket.laporan ?? []).map(hitunganRencana),
  };
}

function dasarPaket(paket: Paket): DasarBerkas {
  return {
    instansi: paket.instansi,
    unit: paket.unit ?? [],
    instrumen: [...INSTRUMEN_BAWAAN, ...(paket.instrumen ?? [])],
    survei: (paket.survei ?? []).map(surveiDariPaket),
  };
}

const teks = (nilai: Rasional | null): string | null => nilai && teksDesimal(nilai);

/** Every derived figure of one survey. */
export function hitunganSurvei(survei: Survei, instrumen: Instrumen, jumlahPrioritas: number): HitunganSurvei {
  const hasil = hitungSurvei(survei, instrumen);
  const terhitung = new Map(hasil.unsur.map((u) => [u.unsur, u]));
  const diberi = new Set(survei.unsur.map((u) => u.unsur));
  return {
    kode: survei.kode,
    tingkatData: survei.tingkat,
    unsur: instrumen.unsur
      .filter((u) => diberi.has(u.kode))
      .map(({ kode }) => {
        const u = terhitung.get(kode);
        if (!u) return { unsur: kode, nrr: null, nilai: null, mutu: null, peringkat: null };
        return { unsur: kode, nrr: teksDesimal(u.nrr), nilai: teksDesimal(u.nilai), mutu: u.mutu.mutu, peringkat: u.peringkat };
      }),
    nrr: teks(hasil.nrr),
    nilai: teks(hasil.nilai),
    mutu: hasil.mutu?.mutu ?? null,
    terbit: hasil.terbit && { nrr: teks(hasil.terbit.nrr), nilai: teks(hasil.terbit.nilai), mutu: hasil.terbit.mutu },
    selisihNilai: teks(hasil.selisihNilai),
    terendah: unsurTerendah(hasil.unsur, jumlahPrioritas),
    sampelMinimum: hasil.sampelMinimum,
    pemeriksaan: periksaSurvei(survei, instrumen, hasil),
  };
}

function hitunganRencana(berkas: BerkasRencana): HitunganRencana {
  const hasil = hitungRencana(berkas);
  return {
    kode: berkas.rencana.kode,
    realisasi: {
      ...persen(hasil.realisasi),
      aturan: hasil.realisasi.aturan,
      dihitung: hasil.realisasi.dihitung.map((i) => ({ kode: i.kode, nilai: teksDesimal(i.nilai) })),
      dikecualikan: hasil.realisasi.dikecualikan.map(({ item, alasan }) => ({ item, alasan })),
    },
    ketat: persen(hasil.ketat),
    pekppp8: hasil.pekppp8,
    kegiatan: hasil.kegiatan.map((k) => ({
      kode: k.kegiatan.kode,
      status: k.status,
      belumMelapor: k.belumMelapor,
      horizon: k.horizon,
      kecepatanRespons: k.kecepatanRespons,
    })),
    pemeriksaan: hasil.temuan,
  };
}

const persen = (hasil: HasilRealisasi): HitunganPersen => ({
  persen: teks(hasil.persen),
  pembilang: teksDesimal(hasil.pembilang),
  penyebut: hasil.penyebut,
});
