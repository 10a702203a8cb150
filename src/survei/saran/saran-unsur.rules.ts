import type { Instrumen } from '../../instrumen/instrumen.rules';

/** What a suggestion seems to be about, and the words that say so. */
export interface UsulUnsur {
  readonly unsur: string;
  readonly kata: readonly string[];
}

/**
 * What respondents say about each of the nine unsur of Permenpan 14/2017. An unsur of any instrument whose name fits the pattern takes
 * the words of that line, so that the 14 of 2004 and an agency's own are served by the same list.
 */
const KATA: readonly { readonly nama: RegExp; readonly kata: string }[] = [
  {
    nama: /\b(?:persyaratan|syarat)\b/,
    kata: 'syarat persyaratan berkas dokumen formulir fotokopi fotocopy ktp kk materai meterai lampiran kelengkapan legalisir',
  },
  {
    nama: /\b(?:prosedur|mekanisme|sistem)\b/,
    kata:
      'prosedur mekanisme alur sop tahapan berbelit berbelit-belit ribet rumit birokrasi birokrasinya sosialisasi petunjuk panduan sederhana ' +
      'disederhanakan penyederhanaan bolak-balik antrean antrian antre antri nomor_antrean nomor_antrian',
  },
  {
    nama: /\b(?:waktu|kecepatan)\b/,
    kata: 'waktu lama cepat lambat lamban lelet dipercepat percepat kecepatan mempercepat terlambat telat menunggu tunggu hari durasi lemot segera molor',
  },
  { nama: /\b(?:waktu|jadwal)\b/, kata: 'jam jadwal istirahat tepat_waktu jam_buka jam_layanan jam_pelayanan' },
  { nama: /\b(?:tarif|biaya)\b/, kata: 'biaya bayar pembayaran' },
  { nama: /\b(?:tarif|kewajaran biaya)\b/, kata: 'tarif mahal murah gratis ongkos retribusi' },
  { nama: /\b(?:tarif|kepastian biaya)\b/, kata: 'pungli pungutan administrasi qris kembalian kuitansi' },
  {
    nama: /\b(?:produk|spesifikasi)\b/,
    kata: 'produk aplikasi fitur hasil salah_cetak salah_ketik sertifikat kartu akses error eror online daring integrasi terintegrasi inovasi inovatif',
  },
  {
    nama: /\b(?:kompetensi|kemampuan)\b/,
    kata: 'kompetensi kompeten kemampuan terampil pengetahuan pelatihan bimtek memahami menguasai profesional paham ahli menjelaskan penjelasan diklat',
  },
  {
    nama: /\b(?:perilaku|kesopanan|keramahan)\b/,
    kata: 'perilaku sikap ramah keramahan senyum sopan santun jutek galak kasar cuek sabar marah judes salam transparan',
  },
  { nama: /\b(?:perilaku|kedisiplinan)\b/, kata: 'disiplin kedisiplinan main_hp mengobrol ngobrol' },
  { nama: /\b(?:perilaku|keadilan)\b/, kata: 'adil diskriminasi pilih_kasih membedakan' },
  {
    nama: /\b(?:pengaduan|saran)\b/,
    kata: 'pengaduan aduan keluhan komplain lapor call_center whatsapp wa helpdesk hotline direspon respon responsif ditanggapi kotak_saran tindak_lanjut ditindaklanjuti',
  },
  {
    nama: /\b(?:sarana|prasarana|kenyamanan)\b/,
    kata:
      'sarana prasarana fasilitas gedung ruang ruangan kursi toilet wc ac wifi musala musholla mushola mushalla kantin air bersih kebersihan ' +
      'nyaman kenyamanan panas lift disabilitas laktasi komputer printer jaringan renovasi kotor air_minum tempat_duduk',
  },
  { nama: /\b(?:sarana|prasarana|keamanan)\b/, kata: 'parkir parkiran aman keamanan satpam cctv hilang' },
  { nama: /\bmaklumat\b/, kata: 'maklumat janji_layanan standar_pelayanan janji' },
];

/** Words of an unsur's name that say nothing about which one it is. */
const UMUM = new Set(
  'pelayanan layanan petugas pelaksana unsur jenis produk penanganan mendapatkan kepastian kewajaran kejelasan tanggung jawab dan atau untuk pada saran masukan'.split(
    ' ',
  ),
);

const AKHIRAN = /(?:nya|lah|kah|pun)$/;

/**
 * Proposes an unsur by the words of the text: those of the list, and those of the instrument's own names. Null where nothing fits or two
 * fit equally well; a person decides in any case.
 */
export function usulkanUnsur(teks: string, instrumen: Pick<Instrumen, 'unsur'>): UsulUnsur | null {
  const kata = kataTeks(teks);
  const calon = kamus(instrumen)
    .map(({ unsur, daftar }) => ({ unsur, kata: [...daftar].filter((k) => kata.has(k)) }))
    .map((c) => ({ ...c, bobot: c.kata.reduce((a, k) => a + (k.includes('_') ? 2 : 1), 0) }))
    .filter((c) => c.bobot > 0)
    .sort((a, b) => b.bobot - a.bobot);
  const [pertama, kedua] = calon;
  if (!pertama || pertama.bobot === kedua?.bobot) return null;
  return { unsur: pertama.unsur, kata: pertama.kata.map((k) => k.replaceAll('_', ' ')) };
}

const KAMUS = new WeakMap<object, { unsur: string; daftar: ReadonlySet<string> }[]>();

function kamus(instrumen: Pick<Instrumen, 'unsur'>): { unsur: string; daftar: ReadonlySet<string> }[] {
  const ada = KAMUS.get(instrumen.unsur);
  if (ada) return ada;
  const baru = instrumen.unsur.map(({ kode, nama }) => {
    const kecil = nama.toLowerCase();
    const sendiri = pecah(kecil).filter((k) => k.length > 2 && !UMUM.has(k));
    return {
      unsur: kode,
      daftar: new Set([...sendiri, ...KATA.filter((k) => k.nama.test(kecil)).flatMap((k) => k.kata.split(' '))]),
    };
  });
  KAMUS.set(instrumen.unsur, baru);
  return baru;
}

function pecah(teks: string): string[] {
  return teks.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{N}-]+/u).filter(Boolean); // prettier-ignore
}

/** Single words with and without a suffix, and pairs joined by `_`. */
function kataTeks(teks: string): ReadonlySet<string> {
  const kata = pecah(teks);
  const polos = kata.map((k) => (k.length > 5 ? k.replace(AKHIRAN, '') : k));
  return new Set([...kata, ...polos, ...polos.slice(1).map((k, i) => `${polos[i]}_${k}`)]);
}
