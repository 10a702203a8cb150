import { rasional, teksRingkas } from '../shared/desimal';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { nilaiMinimum } from '../instrumen/mutu.rules';
import type { DataUnsur, Survei, TingkatData } from '../survei/survei.rules';
import { kembar, kutip, type DaftarMasalah } from './masalah';
import type { ResponsPaket, SurveiPaket } from './paket';
import { anak, type Rangka } from './skema';

const BENTUK_HASIL = ['respons', 'jumlahPerUnsur', 'nilaiUnsur'] as const;

/** The result of a survey against its instrument: exactly one form, known unsur, values within the scale. */
export function periksaHasilSurvei(
  s: Rangka<SurveiPaket>,
  instrumen: Instrumen | undefined,
  jalur: string,
  masalah: DaftarMasalah,
): void {
  const bentuk = BENTUK_HASIL.filter((b) => b in s);
  if (bentuk.length > 1)
    masalah.tambah(jalur, `hasil survei hanya boleh satu bentuk; pilih salah satu dari ${bentuk.join(', ')}.`);
  if (bentuk.length === 0 && !('terbit' in s) && (s.status ?? 'ditetapkan') === 'ditetapkan') {
    masalah.tambah(jalur, 'tidak memuat hasil; isi salah satu dari respons, jumlahPerUnsur, nilaiUnsur, atau terbit saja.');
  }
  const { nrr, nilai, mutu } = s.terbit ?? {};
  if (s.terbit && Object.keys(s.terbit).length === 0) {
    masalah.tambah(`${jalur}.terbit`, 'isi paling sedikit satu dari nrr, nilai, mutu.');
  }
  if (!instrumen) return;
  const p = new PemeriksaHasil(instrumen, jalur, masalah);
  p.unsur(s.urutanUnsur ?? [], `${jalur}.urutanUnsur`);
  p.nrr(nrr, `${jalur}.terbit.nrr`);
  p.nilai(nilai, `${jalur}.terbit.nilai`);
  if (mutu !== undefined && !instrumen.mutu.some((k) => k.mutu === mutu)) {
    masalah.tambah(
      `${jalur}.terbit.mutu`,
      `${kutip(mutu)} bukan kelas mutu ${instrumen.kode}; pilihannya: ${instrumen.mutu.map((k) => k.mutu).join(', ')}.`,
    );
  }
  p.nilaiUnsur(s.nilaiUnsur);
  p.jumlah(s.jumlahPerUnsur);
  p.respons(s.respons);
}

class PemeriksaHasil {
  private readonly dikenal: ReadonlySet<string>;

  constructor(
    private readonly instrumen: Instrumen,
    private readonly jalur: string,
    private readonly masalah: DaftarMasalah,
  ) {
    this.dikenal = new Set(instrumen.unsur.map((u) => u.kode));
  }

  unsur(daftar: readonly (string | undefined)[], jalur: string): void {
    kembar(daftar, (i) => `${jalur}[${i}]`, 'Unsur', this.masalah);
    daftar.forEach((kode, i) => this.satuUnsur(kode, `${jalur}[${i}]`));
  }

  private satuUnsur(kode: string | undefined, jalur: string): void {
    if (kode === undefined || this.dikenal.has(kode)) return;
    this.masalah.tambah(
      jalur,
      `unsur ${kutip(kode)} tidak ada dalam instrumen ${this.instrumen.kode}; yang ada: ${[...this.dikenal].join(', ')}.`,
    );
  }

  nrr(nilai: number | undefined, jalur: string): void {
    const { min, maks } = this.instrumen.skala;
    if (nilai !== undefined && (nilai < min || nilai > maks)) {
      this.masalah.tambah(jalur, `NRR ${kutip(nilai)} di luar skala; harus antara ${min} dan ${maks}.`);
    }
  }

  nilai(nilai: number | undefined, jalur: string): void {
    const min = nilaiMinimum(this.instrumen);
    if (nilai !== undefined && (min.compare(rasional(nilai)) > 0 || nilai > 100)) {
      this.masalah.tambah(jalur, `nilai ${kutip(nilai)} di luar skala; harus antara ${teksRingkas(min)} dan 100.`);
    }
  }

  nilaiUnsur(daftar: Rangka<SurveiPaket>['nilaiUnsur']): void {
    if (!daftar) return;
    const jalur = `${this.jalur}.nilaiUnsur`;
    kembar(daftar.map((u) => u?.unsur), (i) => `${jalur}[${i}].unsur`, 'Unsur', this.masalah); // prettier-ignore
    daftar.forEach((u, i) => {
      if (!u) return;
      this.satuUnsur(u.unsur, `${jalur}[${i}].unsur`);
      if (!('nrr' in u) && !('nilai' in u)) this.masalah.tambah(`${jalur}[${i}]`, 'isi paling sedikit satu dari nrr dan nilai.');
      this.nrr(u.nrr, `${jalur}[${i}].nrr`);
      this.nilai(u.nilai, `${jalur}[${i}].nilai`);
    });
  }

  jumlah(data: Rangka<SurveiPaket>['jumlahPerUnsur']): void {
    if (!data?.jumlah) return;
    const jalur = `${this.jalur}.jumlahPerUnsur`;
    const { n, jumlah } = data;
    if (jumlah.size === 0) this.masalah.tambah(`${jalur}.jumlah`, 'paling sedikit satu unsur.');
    if (typeof n === 'object') {
      for (const kode of n.keys()) {
        if (!jumlah.has(kode)) this.masalah.tambah(anak(`${jalur}.n`, kode), `unsur ${kutip(kode)} tidak ada dalam “jumlah”.`);
      }
    }
    for (const [kode, s] of jumlah) {
      const jalurU = anak(`${jalur}.jumlah`, kode);
      this.satuUnsur(kode, jalurU);
      const nUnsur = typeof n === 'object' ? n.get(kode) : n;
      if (nUnsur === undefined) {
        if (typeof n === 'object')
          this.masalah.tambah(anak(`${jalur}.n`, kode), 'wajib diisi: banyaknya jawaban untuk unsur ini.');
        continue;
      }
      const { min, maks } = this.instrumen.skala;
      if (s < nUnsur * min || s > nUnsur * maks) {
        this.masalah.tambah(
          jalurU,
          `jumlah ${s} dari ${nUnsur} jawaban tidak mungkin; pada skala ${min}–${maks} antara ${nUnsur * min} dan ${nUnsur * maks}.`,
        );
      }
    }
  }

  respons(data: Rangka<SurveiPaket>['respons']): void {
    if (!data) return;
    const jalur = `${this.jalur}.respons`;
    this.unsur(data.unsur ?? [], `${jalur}.unsur`);
    const lebar = data.unsur?.length;
    if (!data.baris || lebar === undefined) return;
    const { min, maks } = this.instrumen.skala;
    if (maks > 9) {
      this.masalah.tambah(
        `${jalur}.baris`,
        `skala ${min}–${maks} tidak dapat ditulis satu angka per jawaban; pakai jumlahPerUnsur.`,
      );
      return;
    }
    data.baris.forEach((baris, i) => {
      if (baris === undefined) return;
      if (baris.length !== lebar) {
        this.masalah.tambah(`${jalur}.baris[${i}]`, `${kutip(baris)} memuat ${baris.length} jawaban, seharusnya ${lebar}.`);
        return;
      }
      for (let k = 0; k < lebar; k++) {
        const jawaban = baris.charCodeAt(k) - 48;
        if (baris[k] !== '-' && (jawaban < min || jawaban > maks)) {
          this.masalah.tambah(
            `${jalur}.baris[${i}]`,
            `jawaban ke-${k + 1} ${kutip(baris[k])} tidak sah; angka ${min}–${maks}, atau - bila tidak dijawab.`,
          );
          return;
        }
      }
    });
  }
}

/** Which of the five levels the result came in at. Where one unsur has only its NRR, the whole is no more precise than that. */
export function tingkatSurvei({ respons, jumlahPerUnsur, nilaiUnsur }: SurveiPaket): TingkatData {
  if (respons) return 'respons';
  if (jumlahPerUnsur) return 'jumlah';
  if (!nilaiUnsur) return 'terbit';
  return nilaiUnsur.every((u) => u.nilai !== undefined) ? 'nilai' : 'nrr';
}

/** A validated survey in the one shape that the rules compute on; raw answers are counted here, once. */
export function surveiDariPaket(s: SurveiPaket): Survei {
  const { respons, jumlahPerUnsur, nilaiUnsur, ...umum } = s;
  const tingkat = tingkatSurvei(s);
  if (respons)
    return {
      ...umum,
      jumlahResponden: s.jumlahResponden ?? respons.baris.length,
      jumlahRespons: respons.baris.length,
      tingkat,
      unsur: hitungJawaban(respons),
    };
  if (jumlahPerUnsur) {
    const { n, jumlah } = jumlahPerUnsur;
    const unsur = [...jumlah].map(([kode, total]) => ({
      unsur: kode,
      jumlah: total,
      n: typeof n === 'number' ? n : (n.get(kode) ?? 0),
    }));
    const responden = s.jumlahResponden ?? (typeof n === 'number' ? n : undefined);
    return { ...umum, ...(responden === undefined ? {} : { jumlahResponden: responden }), tingkat, unsur };
  }
  return { ...umum, tingkat, unsur: nilaiUnsur ?? [] };
}

/** Sum and count per unsur; the order of the answers does not matter. */
export function hitungJawaban({ unsur, baris }: ResponsPaket): DataUnsur[] {
  const n = new Float64Array(unsur.length);
  const jumlah = new Float64Array(unsur.length);
  for (const b of baris) {
    for (let k = 0; k < unsur.length; k++) {
      const jawaban = b.charCodeAt(k) - 48;
      if (jawaban < 0) continue;
      n[k] = (n[k] ?? 0) + 1;
      jumlah[k] = (jumlah[k] ?? 0) + jawaban;
    }
  }
  return unsur.map((kode, k) => ({ unsur: kode, n: n[k] ?? 0, jumlah: jumlah[k] ?? 0 }));
}
