import { LAINNYA, TIDAK_DIISI } from '../nilai-profil.rules';
import { NILAI_TERBANYAK, ringkasNilai } from '../profil.rules';
import { CIRI, KELOMPOK_USIA, type BlokRespons, type Ciri } from '../respons/respons.rules';
import type { AngkaRespons, LayananTerhitung } from './impor.rules';
import { PenjumlahUnsur } from './jumlah-unsur.rules';

/** Different values of one ciri that are counted apart while reading; free text may have as many as there are respondents. */
const NILAI_DIHITUNG = 20_000;

interface PerLayanan {
  responden: number;
  readonly jumlah: PenjumlahUnsur;
}

/** What is stored of a survey besides the answers, counted block by block in flat memory. */
export class PenghitungRespons {
  private n = 0;
  private readonly jumlah: PenjumlahUnsur;
  private readonly kepentingan: PenjumlahUnsur;
  private adaKepentingan = false;
  private readonly nilai = new Map<Ciri, Map<string | number | null, number>>();
  private readonly layanan = new Map<string, PerLayanan>();

  /** @param pertanyaan the unsur of each character of an answer @param unsur those of the file, in the instrument's order */
  constructor(
    private readonly pertanyaan: readonly string[],
    private readonly unsur: readonly string[],
  ) {
    this.jumlah = new PenjumlahUnsur(pertanyaan, unsur);
    this.kepentingan = new PenjumlahUnsur(unsur, unsur);
  }

  tambah(blok: BlokRespons): void {
    this.n += blok.n;
    for (const jawaban of blok.jawaban) this.jumlah.tambah(jawaban);
    if (blok.kepentingan) {
      this.adaKepentingan = true;
      for (const jawaban of blok.kepentingan) this.kepentingan.tambah(jawaban);
    }
    for (const ciri of CIRI) {
      const isi = isiCiri(blok, ciri);
      if (isi) this.hitungCiri(ciri, isi);
    }
    if (blok.layanan) this.hitungLayanan(blok.layanan, blok.jawaban);
  }

  hasil(): AngkaRespons {
    return {
      n: this.n,
      unsur: this.jumlah.hasil(),
      kepentingan: this.adaKepentingan ? this.kepentingan.hasil().map(({ unsur, n, jumlah }) => ({ unsur, n, jumlah })) : null,
      profil: CIRI.flatMap((ciri) => {
        const hitungan = this.nilai.get(ciri);
        if (!hitungan) return [];
        return [{ ciri, kelompok: ringkasNilai(ciri, [...hitungan].map(([nilai, jumlah]) => ({ nilai, jumlah }))) }]; // prettier-ignore
      }),
      layanan: this.hasilLayanan(),
    };
  }

  private hitungCiri(ciri: Ciri, isi: readonly (string | number | null)[]): void {
    const hitungan = this.nilai.get(ciri) ?? new Map<string | number | null, number>();
    this.nilai.set(ciri, hitungan);
    for (const nilai of isi) {
      const ada = hitungan.get(nilai);
      if (ada !== undefined || hitungan.size < NILAI_DIHITUNG) hitungan.set(nilai, (ada ?? 0) + 1);
      else hitungan.set(LAINNYA, (hitungan.get(LAINNYA) ?? 0) + 1);
    }
  }

  private hitungLayanan(layanan: readonly (string | null)[], jawaban: readonly string[]): void {
    layanan.forEach((nama, i) => {
      const label = nama ?? TIDAK_DIISI;
      const kunci = this.layanan.has(label) || this.layanan.size < NILAI_TERBANYAK ? label : LAINNYA;
      const per = this.layanan.get(kunci) ?? { responden: 0, jumlah: new PenjumlahUnsur(this.pertanyaan, this.unsur) };
      this.layanan.set(kunci, per);
      per.responden += 1;
      per.jumlah.tambah(jawaban[i] ?? '');
    });
  }

  /** Larger services first, those who named none last. */
  private hasilLayanan(): LayananTerhitung[] {
    const tempat = (nama: string) => (nama === TIDAK_DIISI ? 2 : nama === LAINNYA ? 1 : 0);
    return [...this.layanan]
      .map(([layanan, { responden, jumlah }]) => ({ layanan, responden, unsur: jumlah.hasil() }))
      .sort((a, b) => tempat(a.layanan) - tempat(b.layanan) || b.responden - a.responden || (a.layanan < b.layanan ? -1 : 1));
  }
}

function isiCiri(blok: BlokRespons, ciri: Ciri): readonly (string | number | null)[] | null {
  switch (ciri) {
    case 'usia': {
      const pita = blok.lain?.[KELOMPOK_USIA];
      if (!blok.usia) return pita ?? null;
      return pita ? blok.usia.map((usia, i) => usia ?? pita[i] ?? null) : blok.usia;
    }
    case 'jenis_kelamin':
      return blok.jenisKelamin;
    case 'pendidikan':
      return blok.pendidikan;
    case 'pekerjaan':
      return blok.pekerjaan;
    case 'layanan':
      return blok.layanan;
  }
}
