import type { Ciri } from './respons/respons.rules';

/**
 * How respondents write who they are, brought to one spelling (DOMAIN section 3: sex, age, education, job, service). What is not
 * recognised keeps its own words: nobody is put into a group by a guess.
 */

/** The order in which a page shows them. */
export const CIRI_PROFIL: readonly Ciri[] = ['jenis_kelamin', 'usia', 'pendidikan', 'pekerjaan', 'layanan'];

/** A group of its own: those who left the question empty are respondents too. */
export const TIDAK_DIISI = 'Tidak diisi';
export const LAINNYA = 'Lainnya';

/** Formal education from the lowest up; the names are the spelling kept. */
export const JENJANG = ['Tidak sekolah', 'SD', 'SMP', 'SMA', 'D1', 'D2', 'D3', 'D4', 'S1', 'S2', 'S3'] as const;

const KOSONG = new Set([
  '',
  '-',
  '–',
  '—',
  '.',
  'n/a',
  'na',
  'null',
  'kosong',
  'tidak diisi',
  'tidak menjawab',
  'tidak mengisi',
  'tidak ada data',
]);

const KELAMIN: readonly (readonly [RegExp, string])[] = [
  [/^(l|lk|laki|laki[ -]?laki|laki2|pria|male|m)$/, 'Laki-laki'],
  [/^(p|pr|perempuan|wanita|female|f|w)$/, 'Perempuan'],
];

const POLA_JENJANG: readonly (readonly [RegExp, (typeof JENJANG)[number]])[] = [
  [/\b(tidak|belum) (pernah )?(tamat |lulus )?(ber)?sekolah\b|\b(tidak|belum) (tamat|lulus) sd\b/, 'Tidak sekolah'],
  [/\b(s(ekolah )?d(asar)?|sdn|sr|mi|madrasah ibtidaiyah|paket a)\b/, 'SD'],
  [/\b(smp|smpn|sltp|mts|mtsn|sekolah menengah pertama|madrasah tsanawiyah|paket b)\b/, 'SMP'],
  [/\b(sma|sman|smu|smk|smkn|slta|stm|smea|ma|man|sekolah menengah (atas|kejuruan)|madrasah aliyah|paket c)\b/, 'SMA'],
  [/\b(d ?(1|i)|(diploma|ahli pratama) ?(1|i|satu)|ahli pratama)\b/, 'D1'],
  [/\b(d ?(2|ii)|diploma ?(2|ii|dua)|ahli muda)\b/, 'D2'],
  [/\b(d ?(3|iii)|diploma ?(3|iii|tiga)|ahli madya)\b/, 'D3'],
  [/\b(d ?(4|iv)|diploma ?(4|iv|empat)|sarjana terapan)\b/, 'D4'],
  [/\b(s ?1|s ?i|strata ?(1|i|satu)|sarjana(?! terapan))\b/, 'S1'],
  [/\b(s ?2|s ?ii|strata ?(2|ii|dua)|magister|master|pasca ?sarjana)\b/, 'S2'],
  [/\b(s ?3|s ?iii|strata ?(3|iii|tiga)|doktor(al)?|phd)\b/, 'S3'],
];

const PEKERJAAN: readonly (readonly [RegExp, string])[] = [
  [/\btni\b.*\b(polri|polisi)\b|\b(polri|polisi)\b.*\btni\b/, 'TNI/Polri'],
  [/\b(pns|asn|cpns|pppk|p3k|pegawai negeri( sipil)?|aparatur sipil negara)\b/, 'ASN (PNS/PPPK)'],
  [/\b(tni|tentara)\b/, 'TNI'],
  [/\b(polri|polisi|kepolisian)\b/, 'Polri'],
  [/\b(bumn|bumd)\b/, 'Pegawai BUMN/BUMD'],
  [/\b(swasta|karyawan|karyawati|buruh)\b/, 'Pegawai swasta'],
  [/\b(wira ?(usaha|swasta)|wiraswastawan|pengusaha|pedagang|usaha sendiri)\b/, 'Wirausaha'],
  [/\b(petani|nelayan|peternak|pekebun)\b/, 'Petani/nelayan'],
  [/\b(pelajar|mahasiswa|mahasiswi|siswa)\b/, 'Pelajar/mahasiswa'],
  [/\b(ibu rumah tangga|rumah tangga|irt)\b/, 'Ibu rumah tangga'],
  [/\b(pensiun|pensiunan|purnabakti|purnawirawan)\b/, 'Pensiunan'],
  [/\b(honorer|tenaga kontrak|non ?asn|pegawai kontrak|ppnpn)\b/, 'Pegawai non-ASN'],
  [/^(lainnya|lain lain|lain|dan lain lain|dll|lainnya .*)$/, LAINNYA],
];

/** One spelling for what a respondent wrote: `L`, `Pria` → `Laki-laki`; `Strata 1` → `S1`; `37 th` → `37`; empty → `Tidak diisi`. */
export function nilaiBaku(ciri: Ciri, isi: string | number | null): string {
  if (typeof isi === 'number') return Number.isFinite(isi) ? String(isi) : TIDAK_DIISI;
  const teks = (isi ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
  const kecil = teks.toLowerCase();
  if (KOSONG.has(kecil)) return TIDAK_DIISI;
  const kata = kecil.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  switch (ciri) {
    case 'jenis_kelamin':
      return KELAMIN.find(([pola]) => pola.test(kata))?.[1] ?? teks;
    case 'pendidikan':
      return pendidikanBaku(kata, teks);
    case 'pekerjaan':
      return pekerjaanBaku(kata) ?? teks;
    case 'usia':
      return usiaBaku(kecil, teks);
    case 'layanan':
      return teks;
  }
}

/** Levels that a text names, lowest first: `SMA/SMK` is one, `D4/S1` two. */
export function jenjangDisebut(teks: string): string[] {
  const kata = teks
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return POLA_JENJANG.filter(([pola]) => pola.test(kata)).map(([, jenjang]) => jenjang);
}

function pendidikanBaku(kata: string, teks: string): string {
  if (/\bke (atas|bawah)\b/.test(kata)) return teks;
  const jenjang = jenjangDisebut(kata);
  if (jenjang.includes('Tidak sekolah')) return 'Tidak sekolah';
  return jenjang.length === 0 ? teks : jenjang.join('/');
}

function pekerjaanBaku(kata: string): string | undefined {
  // "Non ASN" names the ASN and means the others.
  if (/\bnon (asn|pns)\b/.test(kata)) return 'Pegawai non-ASN';
  return PEKERJAAN.find(([pola]) => pola.test(kata))?.[1];
}

/** Whole years, both ends included; null = open. */
export interface RentangUsia {
  readonly dari: number | null;
  readonly sampai: number | null;
}

const TAHUN = '(?:tahun|thn|th|yrs?|years?)?';
const RENTANG = new RegExp(`^(\\d{1,3}) ?${TAHUN} ?(?:-|–|—|s\\.?/?d\\.?|sampai|hingga) ?(\\d{1,3}) ?${TAHUN}\\.?$`);
const DI_ATAS = new RegExp(`^(?:>|di ?atas|lebih dari) ?(\\d{1,3}) ?${TAHUN}$`);
const MULAI = new RegExp(`^(?:(?:>=|≥|=>|minimal) ?(\\d{1,3}) ?${TAHUN}|(\\d{1,3}) ?${TAHUN} ?(?:ke ?atas|\\+))$`);
const DI_BAWAH = new RegExp(`^(?:<|di ?bawah|kurang dari) ?(\\d{1,3}) ?${TAHUN}$`);
const HINGGA = new RegExp(`^(?:(?:<=|≤|=<|maksimal) ?(\\d{1,3}) ?${TAHUN}|(\\d{1,3}) ?${TAHUN} ?ke ?bawah)$`);
const TUNGGAL = new RegExp(`^(?:usia |umur )?(\\d{1,3})(?:[.,]0+)? ?${TAHUN}\\.?$`);

/** The years that a text means: `37`, `25–34 tahun`, `> 60`, `65 tahun ke atas`, `di bawah 17`. Null when it means none. */
export function bacaUsia(teks: string): RentangUsia | null {
  const kecil = teks.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const angka = (pola: RegExp) => {
    const isi = pola.exec(kecil)?.slice(1).find(Boolean);
    return isi === undefined ? null : Number(isi);
  };
  const tunggal = angka(TUNGGAL);
  if (tunggal !== null) return { dari: tunggal, sampai: tunggal };
  const rentang = RENTANG.exec(kecil);
  if (rentang) {
    const [dari, sampai] = [Number(rentang[1]), Number(rentang[2])];
    return dari <= sampai ? { dari, sampai } : null;
  }
  const atas = angka(DI_ATAS);
  if (atas !== null) return { dari: atas + 1, sampai: null };
  const mulai = angka(MULAI);
  if (mulai !== null) return { dari: mulai, sampai: null };
  const bawah = angka(DI_BAWAH);
  if (bawah !== null) return bawah > 0 ? { dari: null, sampai: bawah - 1 } : null;
  const hingga = angka(HINGGA);
  return hingga === null ? null : { dari: null, sampai: hingga };
}

/** `25–34 tahun`, `65 tahun ke atas`, `di bawah 17 tahun`; reads back as the same years. */
export function namaRentangUsia({ dari, sampai }: RentangUsia): string {
  if (dari !== null && sampai !== null) return dari === sampai ? `${dari} tahun` : `${dari}–${sampai} tahun`;
  if (dari !== null) return `${dari} tahun ke atas`;
  return sampai === null ? TIDAK_DIISI : `di bawah ${sampai + 1} tahun`;
}

function usiaBaku(kecil: string, teks: string): string {
  const rentang = bacaUsia(kecil);
  if (!rentang) return teks;
  return rentang.dari !== null && rentang.dari === rentang.sampai ? String(rentang.dari) : namaRentangUsia(rentang);
}
