import type { Instrumen } from '../../instrumen/instrumen.rules';
import { kataKata } from './teks.rules';

/**
 * What questionnaires ask about, in the words they use. An unsur of any instrument is known by the idea in its own name, so that
 * "kualitas sarana dan prasarana" is U9 of 14/2017 and none of KEP-25-2004. The finer ideas stand before the coarser.
 */
const GAGASAN: readonly (readonly [nama: string, pola: RegExp])[] = [
  ['kewajaran-biaya', /\b(wajar\w*|kewajaran) (\w+ ){0,3}(biaya|tarif)|\b(biaya|tarif)( \w+){0,4} (wajar|terjangkau)/],
  ['kepastian-biaya', /\b(kepastian|kesesuaian|ketepatan) (\w+ ){0,3}(biaya|tarif)|\b(biaya|tarif)( \w+){0,8} (ditetapkan|pasti|resmi)/],
  ['kepastian-jadwal', /\b(kepastian|ketepatan) (\w+ ){0,4}jadwal|\bjadwal\b/],
  ['kejelasan-petugas', /\bkejelasan (\w+ ){0,4}petugas|\bkejelasan dan kepastian/],
  ['kedisiplinan', /\b(ke)?disiplin(an)?\b/],
  ['tanggung-jawab', /\b(ber)?tanggung ?jawab\b/],
  ['keadilan', /\b(ke)?adil(an)?\b/],
  ['kenyamanan', /\b(ke)?nyaman(an)?\b/],
  ['keamanan', /\b(ke)?aman(an)?\b/],
  ['maklumat', /\bmaklumat\b|\bjanji (pe)?layanan\b/],
  ['pengaduan', /\b(peng)?aduan\b|\bkomplain\b|\b(penanganan|menangani|tindak lanjut) (\w+ ){0,2}(saran|masukan|keluhan)\b/],
  ['sarana', /\b(pra)?sarana\b|\bfasilitas\b/],
  ['persyaratan', /\b(per)?syarat(an)?(nya)?\b/],
  ['biaya', /\b(biaya|tarif|ongkos)\b/],
  ['perilaku', /\bperilaku\b|\b(ke)?sopan(an)?\b|\b(ke)?ramah(an)?\b|\bsikap\b|\b(ke)?santun(an)?\b/],
  ['kompetensi', /\bkompeten(si)?\b|\b(ke)?mampu(an)?\b|\b(ke)?terampil(an)?\b|\bkeahlian\b|\b(ke)?cakap(an)?\b/],
  ['produk', /\bproduk\b|\bspesifikasi\b|\bhasil (pe)?layanan\b/],
  ['prosedur', /\bprosedur(nya)?\b|\bmekanisme\b|\balur\b|\bsistem\b/],
  ['kecepatan', /\b(ke)?cepat(an)?\b/],
  ['waktu', /\bwaktu\b|\b(ke)?cepat(an)?\b|\bketepatan\b/],
]; // prettier-ignore

/** Ideas that an instrument without the finer one has under the coarser name. */
const SERUMPUN: Readonly<Record<string, readonly string[]>> = {
  'kewajaran-biaya': ['biaya'],
  'kepastian-biaya': ['biaya'],
  biaya: ['kewajaran-biaya'],
  kecepatan: ['waktu'],
  waktu: ['kecepatan'],
  'kepastian-jadwal': ['waktu'],
  'kejelasan-petugas': ['kompetensi'],
  'tanggung-jawab': ['perilaku'],
  kedisiplinan: ['perilaku'],
  kenyamanan: ['sarana'],
  kompetensi: ['kemampuan'],
};

interface Kata {
  readonly kode: string;
  readonly nama: string;
  readonly gagasan: string | null;
  readonly pertanyaan: readonly string[];
}

const kamus = new WeakMap<Instrumen, readonly Kata[]>();

/**
 * The unsur that a header speaks of, by its name in the instrument or by the idea in a whole question; null when it speaks of none,
 * or of two equally.
 */
export function kenaliNama(judul: string, instrumen: Instrumen): string | null {
  const teks = kataKata(judul);
  if (teks.length < 4) return null;
  const daftar = kamus.get(instrumen) ?? susunKamus(instrumen);
  const persis = daftar.filter((k) => k.nama === teks || k.pertanyaan.includes(teks));
  if (persis.length === 1) return persis[0]?.kode ?? null;
  const bernama = daftar.filter((k) => k.nama.includes(' ') && ` ${teks} `.includes(` ${k.nama} `));
  if (bernama.length === 1) return bernama[0]?.kode ?? null;
  return menurutGagasan(teks, daftar) ?? menurutKata(teks, daftar);
}

/** Whether the header speaks of this unsur anywhere, though another may stand first. */
export function menyebut(judul: string, kode: string, instrumen: Instrumen): boolean {
  const teks = kataKata(judul);
  const gagasan = (kamus.get(instrumen) ?? susunKamus(instrumen)).find((k) => k.kode === kode)?.gagasan;
  return temukan(teks).some(({ nama }) => nama === gagasan || (SERUMPUN[nama] ?? []).includes(gagasan ?? ''));
}

function susunKamus(instrumen: Instrumen): readonly Kata[] {
  const isi = instrumen.unsur.map(({ kode, nama, pertanyaan }) => {
    const teks = kataKata(nama);
    return { kode, nama: teks, gagasan: gagasanPertama(teks), pertanyaan: (pertanyaan ?? []).map(kataKata) };
  });
  kamus.set(instrumen, isi);
  return isi;
}

const gagasanPertama = (teks: string): string | null => temukan(teks)[0]?.nama ?? null;

/** Ideas in the order in which the text speaks of them; of two at one place, the finer. */
function temukan(teks: string): { nama: string; letak: number }[] {
  return GAGASAN.flatMap(([nama, pola], urutan) => {
    const letak = pola.exec(teks)?.index;
    return letak === undefined ? [] : [{ nama, letak, urutan }];
  }).sort((a, b) => a.letak - b.letak || a.urutan - b.urutan);
}

function menurutGagasan(teks: string, daftar: readonly Kata[]): string | null {
  for (const { nama } of temukan(teks)) {
    for (const dicari of [nama, ...(SERUMPUN[nama] ?? [])]) {
      const cocok = daftar.filter((k) => k.gagasan === dicari);
      if (cocok.length === 1) return cocok[0]?.kode ?? null;
    }
  }
  return null;
}

const UMUM = new Set(
  'dan atau yang di ke dari pada untuk dengan terhadap oleh dalam atas ini itu anda saudara bapak ibu bagaimana apakah seberapa pendapat tentang mengenai penilaian tingkat kualitas pelayanan layanan unit kami'.split(
    ' ',
  ),
);

/** For an agency's own unsur: every word of its name stands in the header, and of no other unsur's. */
function menurutKata(teks: string, daftar: readonly Kata[]): string | null {
  const ada = new Set(teks.split(' '));
  const cocok = daftar.filter((k) => {
    const kata = k.nama.split(' ').filter((w) => !UMUM.has(w));
    return kata.length > 0 && kata.every((w) => ada.has(w));
  });
  return cocok.length === 1 ? (cocok[0]?.kode ?? null) : null;
}
