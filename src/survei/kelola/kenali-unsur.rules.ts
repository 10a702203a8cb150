import type { UnsurInstrumen } from '../../instrumen/instrumen.rules';
import { latinkan } from '../../shared/angka.rules';

/** Which unsur a text names: by its code or by recognised words, never by where it stands (DOMAIN section 2). */

export type Kenalan =
  { readonly unsur: string; readonly cara: 'kode' | 'nama' } | { readonly bentrok: readonly [string, string] };

/** Words that questionnaires use instead of the regulation's. Taken only where the instrument has the other word and not this one. */
const SEARTI: Readonly<Record<string, readonly string[]>> = {
  syarat: ['persyaratan'],
  alur: ['prosedur', 'mekanisme'],
  tatacara: ['prosedur'],
  kecepatan: ['waktu'],
  tarif: ['biaya'],
  ongkos: ['biaya'],
  hasil: ['produk', 'spesifikasi'],
  kemampuan: ['kompetensi'],
  keahlian: ['kompetensi'],
  keterampilan: ['kompetensi'],
  kesopanan: ['perilaku'],
  keramahan: ['perilaku'],
  sikap: ['perilaku'],
  keluhan: ['pengaduan'],
  aduan: ['pengaduan'],
  fasilitas: ['sarana', 'prasarana'],
};
const ABAI = new Set(['dan', 'atau', 'yang', 'di', 'dari', 'untuk', 'unsur', 'nilai', 'kualitas', 'kesesuaian', 'kemudahan', 'pelayanan', 'petugas']); // prettier-ignore

const kataDalam = (teks: string): string[] =>
  latinkan(teks).toLowerCase().match(/[a-z]{3,}/g)?.filter((k) => !ABAI.has(k)) ?? []; // prettier-ignore

export class PengenalUnsur {
  private readonly kode: ReadonlyMap<string, string>;
  /** unsur in whose name a word stands */
  private readonly kata = new Map<string, Set<string>>();

  constructor(unsur: readonly Pick<UnsurInstrumen, 'kode' | 'nama'>[]) {
    this.kode = new Map(unsur.map((u) => [ringkas(u.kode), u.kode]));
    for (const { kode, nama } of unsur)
      for (const k of kataDalam(nama)) this.kata.set(k, (this.kata.get(k) ?? new Set()).add(kode));
  }

  /** Null when the text names none, or several equally well. Code and name that contradict each other are told, not decided. */
  kenali(teks: string): Kenalan | null {
    const [kode, sisa] = this.pisahKode(teks);
    const nama = this.dariNama(sisa);
    if (kode !== null && nama !== null && nama !== kode) return { bentrok: [kode, nama] };
    if (kode !== null) return { unsur: kode, cara: 'kode' };
    return nama === null ? null : { unsur: nama, cara: 'nama' };
  }

  /** `U8`, `u 8`, `U.8`, `(U8) Penanganan pengaduan`. A bare number is no code: the eighth row of a questionnaire is often U9. */
  private pisahKode(teks: string): [string | null, string] {
    const utuh = this.kode.get(ringkas(teks));
    if (utuh !== undefined && !/^[\d\s.]*$/.test(teks)) return [utuh, ''];
    const m = /^\W*(\p{L}+[\s.-]?\d+)(?![\d\p{L}])[\s.:)–-]*/u.exec(latinkan(teks));
    const kode = m ? this.kode.get(ringkas(m[1] ?? '')) : undefined;
    return kode === undefined ? [null, teks] : [kode, latinkan(teks).slice(m?.[0].length ?? 0)];
  }

  private dariNama(teks: string): string | null {
    const bobot = new Map<string, number>();
    for (const kata of new Set(kataDalam(teks).flatMap((k) => this.padanan(k)))) {
      const pemilik = this.kata.get(kata);
      for (const unsur of pemilik ?? []) bobot.set(unsur, (bobot.get(unsur) ?? 0) + 1 / (pemilik?.size ?? 1));
    }
    const [satu, dua] = [...bobot].sort((a, b) => b[1] - a[1]);
    if (!satu || satu[1] < 0.5 || (dua && satu[1] - dua[1] < 0.5)) return null;
    return satu[0];
  }

  private padanan(kata: string): readonly string[] {
    if (this.kata.has(kata)) return [kata];
    return (SEARTI[kata] ?? []).filter((k) => this.kata.has(k));
  }
}

const ringkas = (kode: string): string => latinkan(kode.toUpperCase()).replace(/[\s.()_-]+/g, '');
